/*
 * What was meant by a text that is not a valid unified social credit code, if one
 * mistake was made in it.
 */
#ifndef REPAIR_SUGGEST_H
#define REPAIR_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "standards/gb32100.h"

/* The mistake. */
typedef enum RepairChange
{
	REPAIR_CONFUSABLE,			/* characters that look like others: one, or
								 * all that the alphabet does not have */
	REPAIR_SWAP,				/* two neighbours swapped */
	REPAIR_SUBSTITUTION,		/* another character in the place of one */
	REPAIR_LOST,				/* one left out */
	REPAIR_INSERTED,			/* one too many */
	REPAIR_DOUBLED				/* one written twice */
} RepairChange;

typedef struct RepairSuggestion
{
	uint64_t	rank;
	RepairChange change;
	double		score;			/* how likely it is what was meant, 0 to 1 */
	int			position;		/* 0-based, in text and code, where they
								 * differ */
	int			given;			/* how many characters of the text stand there */
	int			meant;			/* and of the code */
} RepairSuggestion;

/* No more suggestions of a text are kept. */
#define REPAIR_SUGGESTIONS 100

/*
 * Finds the codes of which 17 to 19 characters are one mistake away, and writes
 * the likeliest of them, at most max (to REPAIR_SUGGESTIONS), the likeliest first.
 * The text has no blanks; lower case is taken as upper case.  Codes whose
 * subject has a wrong check character are left out.  Returns how many.
 */
extern int	repair_suggest(const char *text, size_t length, RepairSuggestion *best, int max);

/* The word for a change. */
extern const char *repair_change_word(RepairChange change);

/*
 * The characters of the alphabet that a capital letter or digit is mistaken
 * for, the likeliest first; an empty string if there are none.
 */
extern const char *repair_confusable(char c);

#endif							/* REPAIR_SUGGEST_H */
