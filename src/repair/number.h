/*
 * Numbers that a program made of a code: what a spreadsheet or a floating-point
 * type leaves of its digits.
 */
#ifndef REPAIR_NUMBER_H
#define REPAIR_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "clean.h"

/* Longest whole number that is read. */
#define REPAIR_NUMBER_DIGITS 20

typedef struct RepairNumber
{
	char		digit[REPAIR_NUMBER_DIGITS];	/* of the whole number, with
												 * the zeros that an exponent
												 * adds */
	int			digits;
	int			known;			/* how many of them the text shows */
	bool		formatted;		/* has an exponent, or a fraction of zeros */
} RepairNumber;

/*
 * Reads a whole number as programs write one: with separators of thousands, with a
 * fraction of zeros (.0, ,00), or with an exponent (9.14403E+17, 9,14403e17).  Signs
 * around it are ignored.  Returns false for anything else.
 */
extern bool repair_read_number(const RepairReading *reading, RepairNumber *number);

/*
 * Are digits of it lost?  An exponent does not give all of them; or it has 18 digits, or
 * more, and those after the 15th are zeros (a spreadsheet); or it has 18 digits that a
 * program prints for a floating-point number of 53 bits.
 */
extern bool repair_is_rounded(const RepairNumber *number);

#endif							/* REPAIR_NUMBER_H */
