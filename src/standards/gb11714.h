/*
 * GB 11714-1997: the organization code, 8 characters and a check character.
 */
#ifndef GB11714_H
#define GB11714_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GB11714_LENGTH 9
#define GB11714_BODY_LENGTH 8

/* The check characters in the order of their values, 0 to 10. */
extern const char gb11714_check_characters[];

/*
 * Value of the check character, 0 to 10, of a body of 8 values, 0 to 35
 * (GB 11714-1997, 5.2).
 */
extern int	gb11714_check_value(const uint8_t body[GB11714_BODY_LENGTH]);

/*
 * Is this an organization code, as it is stored (9 characters) or as it is
 * printed (a hyphen before the last), with its right check character?  Letters
 * of either case; length in bytes.
 */
extern bool gb11714_is_valid(const char *text, size_t length);

#endif							/* GB11714_H */
