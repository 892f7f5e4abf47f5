/*
 * GB 11643-1999: the citizen identity number, 18 characters.
 *
 *  position  field
 *  1-6       administrative division of the first registration
 *  7-14      birth date, YYYYMMDD
 *  15-17     sequence, odd for men, even for women
 *  18        check character (ISO 7064 MOD 11-2)
 *
 * Residence permits of Hong Kong, Macao and Taiwan (81, 82, 83) and cards of
 * foreign permanent residents (9) have the same form.
 *
 * It is stored as the number of its first 17 digits, which is in
 * the order of the text.
 */
#ifndef GB11643_H
#define GB11643_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fault.h"

#define GB11643_LENGTH 18

/*
 * Reads a number of 18 characters, or of 15 digits as they were issued before
 * 1999 (with the year in two digits, of the twentieth century, and without
 * check); blanks around it are ignored, x is taken as X.  Returns true and sets
 * *number, or returns false and sets *fault.  Length in bytes.
 */
extern bool gb11643_parse(const char *text, size_t length, int64_t *number,
						  Fault *fault);

/* Writes the 18 ASCII characters, not terminated, of a number. */
extern void gb11643_format(int64_t number, char text[GB11643_LENGTH]);

/*
 * The division of the first registration, 0 to 999999.  The number of a foreigner with
 * permanent residence (GA 2102-2023) has 9, the province and the nationality there: the
 * province.
 */
extern int32_t gb11643_region(int64_t number);

/* Nationality of a foreigner, ISO 3166-1 numeric, 0 to 999; -1 of a citizen. */
extern int	gb11643_nationality(int64_t number);

/* Sequence 1 to 999. */
extern void gb11643_birth_date(int64_t number, int *year, int *month, int *day);
extern int	gb11643_sequence(int64_t number);

/*
 * Sets *first and *last to the first and last number that begin with the
 * prefix, 0 to 18 characters.  Returns false if there is none.
 */
extern bool gb11643_prefix_range(const char *prefix, size_t length,
								 int64_t *first, int64_t *last);

#endif							/* GB11643_H */
