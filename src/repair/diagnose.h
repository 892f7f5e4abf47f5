/*
 * What is wrong with a text that should be a value of a standard, what it is instead, and
 * what was meant: reasons and places, from which others make sentences.
 */
#ifndef REPAIR_DIAGNOSE_H
#define REPAIR_DIAGNOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clean.h"
#include "kind.h"
#include "standards/fault.h"
#include "standards/uscc_code.h"
#include "suggest.h"
#include "text.h"

typedef enum RepairStandard
{
	REPAIR_USCC,
	REPAIR_ORGCODE,
	REPAIR_CITIZEN_ID
} RepairStandard;

typedef struct RepairDiagnosis
{
	const char *problem;		/* a word; NULL if the text is a value as it
								 * stands */
	bool		has_value;		/* ... or would be one without what carries no
								 * meaning, with problem "formatting" */
	uint64_t	rank;			/* the value, of GB 32100 */
	int64_t		number;			/* ... or of the other two */

	/*
	 * What the rules say of the text without what carries no meaning.  Its
	 * position counts in reading.clean, except that where only formatting is
	 * wrong it is FAULT_CHARACTER for the first character that the type does
	 * not take, and counts in the text.
	 */
	Fault		fault;
	size_t		place;			/* of the character at fault in the text, and */
	int			position;		/* how many characters are before it; neither
								 * is set for FAULT_LENGTH */

	RepairReading reading;
	RepairKind	kind;			/* what the text is instead; of a value that
								 * is not standard, what it rather is */
	bool		has_suggestion; /* only of GB 32100 */
	RepairSuggestion suggestion;	/* what was meant; of a code in a longer
									 * text only the rank is set, and the
									 * score 0 */
} RepairDiagnosis;

/* Looks at a text, ASCII blanks around it cut off. */
extern void repair_diagnose(const RepairText *text, RepairStandard standard,
							RepairDiagnosis *diagnosis);

/*
 * The one piece of a text that may be an identifier, without the label before it and the
 * copy number or remark after it.  Sets *start and returns its length in reading->clean; 0
 * if there is none, or more than one.
 */
extern int	repair_find_piece(const RepairReading *reading, int *start);

/* The codes that may have been meant by a text. */
typedef struct RepairSuggestions
{
	int			count;
	RepairSuggestion best[REPAIR_SUGGESTIONS];

	/*
	 * The change that makes the text a code without a guess, "none" or
	 * "formatting", and that code is the only suggestion; or NULL.
	 */
	const char *only_change;

	/*
	 * For each position of a suggestion: where the character begins and ends
	 * in the text, and how many are before it.  After the last one, they tell
	 * where another would be.
	 */
	size_t		start[REPAIR_LONGEST + 1];
	size_t		end[REPAIR_LONGEST + 1];
	int			position[REPAIR_LONGEST + 1];
} RepairSuggestions;

/*
 * Finds them for a text, ASCII blanks around it cut off: at most max, which is at most
 * REPAIR_SUGGESTIONS, the likeliest first.
 */
extern void repair_find_suggestions(const RepairText *text, int max,
									RepairSuggestions *suggestions);

/*
 * What a code, 18 characters and valid, in capitals or not, rather is than a code, if it is not standard: a
 * citizen number, digits typed in a row, or a number that lost digits.
 */
extern RepairKind repair_find_kind_of_code(const char code[GB32100_LENGTH], uint64_t rank);

/*
 * Is there a code to ask about, "did you mean ...": what the text is without
 * formatting, or a suggestion with a score above 0.9?  Sets *rank.
 */
extern bool repair_propose(const RepairDiagnosis *diagnosis, uint64_t *rank);

#endif							/* REPAIR_DIAGNOSE_H */
