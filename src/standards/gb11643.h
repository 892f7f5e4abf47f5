/*
 * GB 11643-1999: the citizen identity number, 18 characters.
 */
#ifndef GB11643_H
#define GB11643_H

#include <stdbool.h>
#include <stddef.h>

#define GB11643_LENGTH 18

/*
 * Is this a citizen identity number: 17 digits of which 7 to 14 are a date
 * of the Gregorian calendar from 1800 to 2199, and the right ISO 7064
 * MOD 11-2 check character?  Length in bytes.
 */
extern bool gb11643_is_valid(const char *text, size_t length);

#endif							/* GB11643_H */
