/*
 * What the types share: how a value stands in a Datum, and how an error shows
 * the text it is about.
 */
#ifndef USCC_TYPES_H
#define USCC_TYPES_H

#include "fmgr.h"

/*
 * A uscc is a signed 8-byte integer in the order of its ranks, so that the
 * comparison functions of int8 serve it.  Both ways flip the sign bit.
 */
#define UsccGetDatum(rank) Int64GetDatum((int64) ((rank) ^ (UINT64CONST(1) << 63)))
extern uint64 types_uscc_rank(Datum value);

/* An adcode is its number, 0 to 999999. */
#define AdcodeGetDatum(code) Int32GetDatum(code)
#define DatumGetAdcode(value) DatumGetInt32(value)

/*
 * A value for an error message, in the server's encoding: cut to its first
 * characters if it is long.  palloc'd.
 */
extern char *types_quote(const char *text, size_t length);

/* The character that begins at a byte of a text.  palloc'd. */
extern char *types_character_at(const char *text, size_t length, size_t byte);

/* Number of characters in length bytes of the server's encoding. */
extern int	types_characters(const char *text, size_t length);

/*
 * Unicode code point of the character that begins at text, at most length
 * bytes; sets *bytes to how many it takes.  0 if it has none.
 */
extern uint32 types_code_point(const char *text, size_t length, int *bytes);

/* ASCII characters as a text. */
extern Datum types_text(const char *characters, size_t length);

/* UTF-8, terminated, as text in the server's encoding. */
extern Datum types_name(const char *utf8);

/*
 * Which of a Chinese and an English name a language argument, a text, asks for:
 * "zh" or "en".  Anything else is an error.
 */
extern const char *types_choose_name(const char *name_zh, const char *name_en, Datum language);

/* The first call of a function that returns count rows of its result type. */
extern void types_begin_rows(FunctionCallInfo fcinfo, int count);

#endif							/* USCC_TYPES_H */
