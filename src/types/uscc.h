/*
 * Type uscc, for the other files that handle its values: a signed 8-byte integer in
 * the order of the ranks of uscc_code.h, so that the functions of int8 serve it.
 */
#ifndef USCC_USCC_H
#define USCC_USCC_H

#include "standards/uscc_code.h"
#include "types.h"

/*
 * A value from a rank below USCC_COUNT and back: both flip the sign bit.  A value
 * that is not of a rank never came from input and is an error.
 */
#define UsccGetDatum(rank) Int64GetDatum((int64) ((rank) ^ (UINT64CONST(1) << 63)))
extern uint64 DatumGetUscc(Datum value);

extern PGDLLEXPORT Datum uscc_in(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum uscc_out(PG_FUNCTION_ARGS);

/* types_parse_cleaned of type uscc. */
extern bool types_clean_uscc(const char *text, size_t length, Datum *value);

/* For ereport: the HINT of a text for another type that is a uscc. */
extern int	types_hint_uscc(const char *text, size_t length, const Fault *fault);

#endif							/* USCC_USCC_H */
