/*
 * A text without what carries no meaning in a code.
 *
 * In a code only letters and digits carry meaning, so everything else goes: blanks,
 * punctuation, symbols, control and format characters, wherever they stand.  Full-width
 * forms, letters and digits of mathematics, and capitals of other scripts that look
 * exactly like a Latin one become ASCII, and letters capital.  Any other letter or digit
 * has a meaning that is not known here, and is kept as a question mark.
 */
#ifndef REPAIR_CLEAN_H
#define REPAIR_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* Characters of a text that are looked at one by one. */
#define REPAIR_LONGEST 64

/*
 * What is left of a character: a capital letter or digit, a question mark for another one
 * with a meaning, 0 if it has none.
 */
extern char repair_clean_character(uint32_t c);

/*
 * Copies what carries meaning.  Returns the number of characters, or -1 if they are more
 * than limit.
 */
extern int	repair_clean(const RepairText *text, char *clean, int limit);

/* The kinds of characters in a text. */
enum
{
	REPAIR_HAS_LETTER = 1,		/* of any script */
	REPAIR_HAS_DIGIT = 2,		/* 0 to 9, after folding */
	REPAIR_HAS_NUMERAL = 4,		/* another sign for a number, or one that may
								 * be, or four Chinese numerals in a row */
	REPAIR_HAS_LONG_WORD = 8,	/* 15 letters of the alphabet of GB 32100 in a
								 * row */
	REPAIR_HAS_SYMBOL = 16		/* neither ASCII nor a letter nor punctuation */
};

/* A text, read once. */
typedef struct RepairReading
{
	/*
	 * What repair_clean copies: how many characters in all, and of the first
	 * of them, the place and the number of characters before it.
	 */
	int			count;
	char		clean[REPAIR_LONGEST];
	size_t		place[REPAIR_LONGEST];
	int			position[REPAIR_LONGEST];

	/*
	 * The characters that can be seen, folded in the same way, the others as
	 * they are: how many in all, and the first of them.
	 */
	int			seen;
	uint32_t	character[REPAIR_LONGEST];

	int			total;			/* of characters, with all blanks and marks */
	int			has;			/* sum of REPAIR_HAS_... */
} RepairReading;

extern void repair_read(const RepairText *text, RepairReading *reading);

#endif							/* REPAIR_CLEAN_H */
