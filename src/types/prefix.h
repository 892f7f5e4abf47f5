/*
 * The values of a type that begin with a prefix, a text: all that lie between a
 * first and a last one.
 */
#ifndef USCC_PREFIX_H
#define USCC_PREFIX_H

#include "types.h"

/*
 * Sets the first and last value of a type that begin with a text; false if none
 * do.  Length in bytes.
 */
typedef bool (*PrefixFindEnds) (const char *prefix, size_t length,
								Datum *first, Datum *last);

extern bool types_find_adcode_ends(const char *prefix, size_t length, Datum *first, Datum *last);
extern bool types_find_orgcode_ends(const char *prefix, size_t length, Datum *first, Datum *last);
extern bool types_find_uscc_ends(const char *prefix, size_t length, Datum *first, Datum *last);
extern bool types_find_citizen_id_ends(const char *prefix, size_t length, Datum *first, Datum *last);

/*
 * The prefix functions of a type: the first and last value with the
 * prefix of argument 0, NULL if there are none; does argument 0 begin with the
 * prefix of argument 1?
 */
extern Datum prefix_find_end(FunctionCallInfo fcinfo, PrefixFindEnds ends, bool last);
extern Datum prefix_starts_with(FunctionCallInfo fcinfo, PrefixFindEnds ends);

/* Defines T_first and T_last of a type, and T_starts_with of one that is an int8. */
#define PREFIX_END_FUNCTIONS(type) \
TYPES_FUNCTION(type##_first, prefix_find_end(fcinfo, types_find_##type##_ends, false)) \
TYPES_FUNCTION(type##_last, prefix_find_end(fcinfo, types_find_##type##_ends, true))
#define PREFIX_FUNCTIONS(type) \
PREFIX_END_FUNCTIONS(type) \
TYPES_FUNCTION(type##_starts_with, prefix_starts_with(fcinfo, types_find_##type##_ends))

#endif							/* USCC_PREFIX_H */
