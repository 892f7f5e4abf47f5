/*
 * A text without what carries no meaning in a code.
 */
#ifndef REPAIR_CLEAN_H
#define REPAIR_CLEAN_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * What is left of a character: of ASCII and capital, a question mark for another one
 * with a meaning, 0 if it has none.
 */
extern char repair_clean_character(uint32_t c);

/*
 * Copies a text without blanks, hyphens and dots of any kind, and invisible marks;
 * full-width forms become ASCII, letters capital, and a question mark stands for
 * each other character that is not of ASCII.  Sets place, unless NULL, to the place
 * in the text that each comes from.  Returns the number of characters, or -1 if they
 * are more than limit.
 */
extern int	repair_clean(const RepairText *text, char *clean, size_t *place, int limit);

#endif							/* REPAIR_CLEAN_H */
