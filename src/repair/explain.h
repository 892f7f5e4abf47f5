/*
 * Which sentence tells a person why a text is not a value, or what to do about it, and
 * what the sentence names.  The sentences themselves are in types/sentences.h and po/.
 */
#ifndef REPAIR_EXPLAIN_H
#define REPAIR_EXPLAIN_H

#include <stddef.h>

#include "diagnose.h"

typedef enum RepairSentence
{
	REPAIR_SAY_NOTHING,

	/* why; after each, its arguments */
	REPAIR_SAY_USCC_LENGTH,		/* characters */
	REPAIR_SAY_USCC_LENGTH_MEANINGFUL,	/* characters, letters and digits */
	REPAIR_SAY_USCC_CHARACTER,	/* character, position */
	REPAIR_SAY_USCC_FULL_WIDTH, /* character, position, what it is in ASCII */
	REPAIR_SAY_USCC_CODE_POINT, /* character, hexadecimal, position */
	REPAIR_SAY_DEPARTMENT,		/* position */
	REPAIR_SAY_CATEGORY,		/* position, character */
	REPAIR_SAY_REGION,			/* first and last position, position,
								 * character */
	REPAIR_SAY_USCC_CHECK,		/* position, character, expected */
	REPAIR_SAY_USCC_CHECK_MEANINGFUL,	/* likewise */
	REPAIR_SAY_SUBJECT_CHECK,	/* position, character, first and last
								 * position, expected */
	REPAIR_SAY_SUBJECT_FORM,	/* positions 1-4, character, position */
	REPAIR_SAY_ORGCODE_LENGTH,	/* characters */
	REPAIR_SAY_ORGCODE_LENGTH_MEANINGFUL,	/* characters, letters and digits */
	REPAIR_SAY_ORGCODE_CHARACTER,	/* character, position */
	REPAIR_SAY_ORGCODE_CHECK,	/* character, expected */
	REPAIR_SAY_CITIZEN_ID_LENGTH,	/* characters */
	REPAIR_SAY_CITIZEN_ID_LENGTH_MEANINGFUL,	/* characters, letters and
												 * digits */
	REPAIR_SAY_CITIZEN_ID_CHARACTER,	/* character, position */
	REPAIR_SAY_BIRTH_DATE,		/* position */
	REPAIR_SAY_SEQUENCE,		/* position */
	REPAIR_SAY_CENTURY,
	REPAIR_SAY_CITIZEN_ID_CHECK,	/* position, character, expected */

	/* what to do */
	REPAIR_SAY_IS_CITIZEN_ID,
	REPAIR_SAY_IS_REGISTRATION_NUMBER,
	REPAIR_SAY_IS_OLD_REGISTRATION_NUMBER,
	REPAIR_SAY_IS_COOPERATIVE_NUMBER,
	REPAIR_SAY_IS_TAX_NUMBER,
	REPAIR_SAY_IS_ORGCODE,
	REPAIR_SAY_IS_FUJIAN_PILOT,
	REPAIR_SAY_DID_YOU_MEAN,	/* code */
	REPAIR_SAY_CONFUSABLE,		/* letter, what it probably is */
	REPAIR_SENTENCES
} RepairSentence;

#define REPAIR_ARGUMENTS 5
#define REPAIR_ARGUMENT_SIZE (GB32100_LENGTH + 1)

typedef struct RepairExplanation
{
	RepairSentence sentence;

	/* Terminated, ASCII; those that the sentence has not are empty. */
	char		argument[REPAIR_ARGUMENTS][REPAIR_ARGUMENT_SIZE];

	/*
	 * Where the sentence names a character of the text as it is written
	 * there, this stands in the place of the first argument: its places in
	 * the text.  Both are 0 elsewhere.
	 */
	size_t		start;
	size_t		end;
} RepairExplanation;

/* Why a text is not a value: of a diagnosis that has a problem. */
extern void repair_explain(const RepairText *text, RepairStandard standard,
						   const RepairDiagnosis *diagnosis, RepairExplanation *explanation);

/*
 * What to do about a text, ASCII blanks around it cut off, that is not a unified social
 * credit code: of its diagnosis, and of what uscc_parse says of it.
 */
extern void repair_advise(const RepairText *text, const RepairDiagnosis *diagnosis,
						  const Fault *fault, RepairExplanation *explanation);

#endif							/* REPAIR_EXPLAIN_H */
