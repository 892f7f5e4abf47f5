/*
 * What was meant by 18 characters that are no unified social credit code.
 */
#ifndef USCC_REPAIR_H
#define USCC_REPAIR_H

#include <stdbool.h>

#include "gb32100.h"

/*
 * The characters of the alphabet that a capital letter or digit is mistaken
 * for, the likeliest first; an empty string if there are none.
 */
extern const char *uscc_confusable(char c);

/*
 * Finds what was meant by 18 characters that are no code: the only code of
 * which they are one confusable character or one swap of neighbours away.
 * Where a character is foreign to the alphabet only that one is replaced, and
 * every code counts; otherwise only codes that uscc_rank_is_standard count.
 * Returns false if there is no such code or more than one.
 */
extern bool uscc_repair(const char text[GB32100_LENGTH], char repaired[GB32100_LENGTH]);

#endif							/* USCC_REPAIR_H */
