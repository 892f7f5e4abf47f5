/*
 * Unified social credit codes in a longer text.
 */
#ifndef REPAIR_SCAN_H
#define REPAIR_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "standards/gb32100.h"
#include "text.h"

/* Longest run of letters and digits in which a code is looked for. */
#define REPAIR_SCAN_RUN 64

/* Most groups of a code. */
#define REPAIR_SCAN_GROUPS 6

/* How far a text has been read, and the code that was found last. */
typedef struct RepairScan
{
	size_t		start;			/* places of the code, and after it */
	size_t		end;

	/* the rest is the scan's own */
	size_t		place;			/* of the next character */
	bool		ended;
	uint32_t	before;			/* character before the run */
	int			length;			/* of the run, counts no further than one more
								 * than is kept */
	int			taken;			/* characters of the run that need not be
								 * looked at */
	char		run[REPAIR_SCAN_RUN];
	size_t		place_of[REPAIR_SCAN_RUN];
	size_t		run_end;

	/* runs before this one, with one and the same separator between them */
	int			groups;
	uint32_t	separator;
	int			group_length[REPAIR_SCAN_GROUPS];
	size_t		group_start[REPAIR_SCAN_GROUPS];
	char		group[REPAIR_SCAN_GROUPS][GB32100_LENGTH];
} RepairScan;

#define REPAIR_SCAN_START {0}

/*
 * Reads on to the end of the next code.  Letters and digits count as in repair_clean, and
 * marks that cannot be seen as nothing.  A code is
 *
 * - a run of 18 letters and digits that is one, also right after an escape of JSON (\n,
 *   \u3000);
 * - the end of a run that is Latin letters before it (USCC9135...), or two to three codes
 *   with nothing between them, if they are standard (uscc_rank_is_standard);
 * - groups of 3 to 9 characters, all but the last of one length, or cut where a field
 *   ends, with the same blank, hyphen or dot between them, if the code is standard and
 *   its region known.
 *
 * Returns true and sets *rank, scan->start and scan->end; or returns false at the end of
 * the text.
 */
extern bool repair_scan(RepairScan *scan, const RepairText *text, uint64_t *rank);

/*
 * How many different standard codes are in a text: 0, 1, or 2 for more.  Sets *rank to
 * the first.
 */
extern int	repair_scan_count(const RepairText *text, uint64_t *rank);

#endif							/* REPAIR_SCAN_H */
