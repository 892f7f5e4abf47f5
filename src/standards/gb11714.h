/*
 * GB 11714-1997: the organization code, a body of 8 characters 0-9 and A-Z and
 * a check character 0-9 or X.
 *
 * It is stored as the value of its body in base 36.  Every number
 * from 0 to GB11714_COUNT - 1 is a code, in the order of the text.
 */
#ifndef GB11714_H
#define GB11714_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fault.h"

#define GB11714_LENGTH 9
#define GB11714_BODY_LENGTH 8

/* 36^8 */
#define GB11714_COUNT INT64_C(2821109907456)

/* The check characters in the order of their values, 0 to 10. */
extern const char gb11714_check_characters[];

/*
 * Value of the check character, 0 to 10, of a body of 8 values, 0 to 35
 * (GB 11714-1997, 5.2).
 */
extern int	gb11714_check_value(const uint8_t body[GB11714_BODY_LENGTH]);

/*
 * Reads a code as it is stored (9 characters) or printed (a hyphen before the
 * last), blanks around it ignored, lower case taken as upper case.  Returns
 * true and sets *number, or returns false and sets *fault.  Length in bytes.
 */
extern bool gb11714_parse(const char *text, size_t length, int64_t *number,
						  Fault *fault);

/* Reads a body alone: 8 characters, nothing around them. */
extern bool gb11714_parse_body(const char *text, size_t length, int64_t *number);

/* Writes the 9 ASCII characters, not terminated, of a number of a code. */
extern void gb11714_format(int64_t number, char text[GB11714_LENGTH]);

/*
 * Sets *first and *last to the numbers of the first and last code that begin
 * with the prefix, 0 to 9 characters, lower case taken as upper case.  Returns
 * false if there are none.
 */
extern bool gb11714_prefix_range(const char *prefix, size_t length,
								 int64_t *first, int64_t *last);

/* Is this the number of a code reserved for private use, PDY00001 to PDY99999? */
extern bool gb11714_is_private(int64_t number);

#endif							/* GB11714_H */
