/*
 * What was meant by a text that is no unified social credit code, if one
 * mistake was made in it.
 */
#ifndef USCC_SUGGEST_H
#define USCC_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gb32100.h"

/* The mistake. */
typedef enum UsccChange
{
	USCC_CONFUSABLE,			/* characters that look like others: one, or
								 * all that the alphabet does not have */
	USCC_SWAP,					/* two neighbours swapped */
	USCC_SUBSTITUTION,			/* another character in the place of one */
	USCC_LOST,					/* one left out */
	USCC_INSERTED,				/* one too many */
	USCC_DOUBLED				/* one written twice */
} UsccChange;

typedef struct UsccSuggestion
{
	uint64_t	rank;
	UsccChange	change;
	double		score;			/* how likely it is what was meant, 0 to 1 */
	int			position;		/* 0-based, in text and code, where they
								 * differ */
	int			given;			/* how many characters of the text stand there */
	int			meant;			/* and of the code */
} UsccSuggestion;

/* No more suggestions of a text are kept. */
#define USCC_SUGGESTIONS 100

/*
 * Finds the codes of which 17 to 19 characters are one mistake away, and writes
 * the likeliest of them, at most max (to USCC_SUGGESTIONS), the likeliest first.
 * The text has no blanks; lower case is taken as upper case.  Codes whose
 * subject has a wrong check character are left out.  Returns how many.
 */
extern int	uscc_suggest(const char *text, size_t length, UsccSuggestion *best, int max);

/*
 * Finds what was meant by 18 characters that are no code: the only code of
 * which they are one confusable character or one swap of neighbours away.
 * Where a character is foreign to the alphabet only that one is replaced, and
 * every code counts; otherwise only codes that uscc_rank_is_standard count.
 * Returns false if there is no such code or more than one.
 */
extern bool uscc_repair(const char text[GB32100_LENGTH], char repaired[GB32100_LENGTH]);

/*
 * The characters of the alphabet that a capital letter or digit is mistaken
 * for, the likeliest first; an empty string if there are none.
 */
extern const char *uscc_confusable(char c);

#endif							/* USCC_SUGGEST_H */
