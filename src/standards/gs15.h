/*
 * GS 15-2006: the business registration number that market regulation issued
 * before the unified code, 15 digits.
 */
#ifndef GS15_H
#define GS15_H

#include <stdbool.h>
#include <stddef.h>

#define GS15_LENGTH 15

/*
 * Is this a registration number: 15 digits, the last the right ISO 7064
 * MOD 11,10 check?  Length in bytes.
 */
extern bool gs15_is_valid(const char *text, size_t length);

#endif							/* GS15_H */
