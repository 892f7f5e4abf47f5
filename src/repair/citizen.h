/*
 * Citizen identity numbers (GB 11643) in a text, for messages that must not show them.
 */
#ifndef REPAIR_CITIZEN_H
#define REPAIR_CITIZEN_H

#include <stddef.h>

#include "text.h"

/* Characters that carry meaning and are looked at. */
#define REPAIR_CITIZEN_LONGEST 80

/*
 * Finds the digits of birth dates in the numbers that lie within the first 80
 * characters that carry meaning: numbers of 18 characters with a right date and check
 * character; and 15 digits, alone or with the two that make a tax number of them, with
 * a right date and a known division.  Sets hidden to their places, in order, and
 * returns how many.
 */
extern int	repair_find_birth_dates(const RepairText *text, size_t hidden[REPAIR_CITIZEN_LONGEST]);

#endif							/* REPAIR_CITIZEN_H */
