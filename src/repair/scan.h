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

/* How far a text has been read. */
typedef struct RepairScan
{
	size_t		place;			/* of the next character */
	bool		ended;
	size_t		start;			/* places of the run of letters and digits */
	size_t		end;			/* that was read last, and after it */
	int			length;			/* of the run; 0 outside of one; counts no
								 * further than one more than a code has */
	char		run[GB32100_LENGTH];
} RepairScan;

#define REPAIR_SCAN_START {0}

/*
 * Reads on to the end of the next code: a run of 18 letters and digits, of which
 * full-width forms count as ASCII, lower case as upper case, and invisible marks as
 * nothing.  Returns true and sets *rank, and scan->start and scan->end to the places
 * of the code; or returns false at the end of the text.
 */
extern bool repair_scan(RepairScan *scan, const RepairText *text, uint64_t *rank);

/*
 * Reads the code in a longer text, if there is just one, as often as it may be
 * there.  Returns true and sets *rank, or returns false.
 */
extern bool repair_scan_only(const RepairText *text, uint64_t *rank);

#endif							/* REPAIR_SCAN_H */
