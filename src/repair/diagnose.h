/*
 * What is wrong with a text that should be a unified social credit code, what it is
 * instead, and what was meant: reasons and places, from which others make sentences.
 */
#ifndef REPAIR_DIAGNOSE_H
#define REPAIR_DIAGNOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kind.h"
#include "standards/uscc_code.h"
#include "suggest.h"
#include "text.h"

/* Characters that carry meaning and are looked at. */
#define REPAIR_LONGEST 64

typedef struct RepairDiagnosis
{
	const char *problem;		/* a word; NULL if the text is a code as it
								 * stands */
	bool		has_code;		/* ... or would be one without what carries no
								 * meaning, with problem "formatting" */
	uint64_t	code;			/* its rank */

	/*
	 * What the rules say of the text without what carries no meaning.  Where
	 * only formatting is wrong it is FAULT_CHARACTER for the first character
	 * that is not of a code.
	 */
	Fault		fault;
	uint32_t	character;		/* the one at fault, 0 if it is not of
								 * Unicode; unset for FAULT_LENGTH, as is
								 * place */
	size_t		place;			/* of it in the text */

	/*
	 * The first 64 of the characters that carry meaning, and how many they
	 * are; if they are more, how many the text has in all.
	 */
	char		clean[REPAIR_LONGEST];
	int			count;

	RepairKind	kind;			/* what the text is instead */
	bool		has_suggestion;
	RepairSuggestion suggestion;	/* what was meant; of
									 * REPAIR_KIND_CONTAINS_CODE only the rank
									 * is set */
} RepairDiagnosis;

/* Looks at a text, ASCII blanks around it cut off. */
extern void repair_diagnose(const RepairText *text, RepairDiagnosis *diagnosis);

/*
 * Is there a code to ask about, "did you mean ...": what the text is without
 * formatting, or a suggestion with a score above 0.9?  Sets *rank.
 */
extern bool repair_propose(const RepairDiagnosis *diagnosis, uint64_t *rank);

#endif							/* REPAIR_DIAGNOSE_H */
