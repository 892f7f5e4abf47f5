/*
 * A code together with text: cleaning, the cast to it, LIKE, and comparison.  The
 * functions are the same for all types, except for how a value is read and written.
 */
#ifndef USCC_WITH_TEXT_H
#define USCC_WITH_TEXT_H

#include "types.h"

/* How a type reads and writes a value; its texts have length ASCII bytes. */
typedef struct WithText
{
	const TypesReader *reader;
	void		(*write) (Datum value, char *string);	/* not terminated */
	int16		typlen;			/* of the type: it is stored as int4 or int8 */
	size_t		length;
} WithText;

extern const WithText adcode_with_text;
extern const WithText orgcode_with_text;
extern const WithText uscc_with_text;
extern const WithText citizen_id_with_text;

/*
 * Less than, equal to or greater than 0, as argument 0 is to argument 1: a value and
 * a text that is read as input is, a text and a value, two texts.  An invalid text is
 * an error.
 */
extern int	with_text_compare(FunctionCallInfo fcinfo, const WithText *type);
extern int	with_text_compare_left(FunctionCallInfo fcinfo, const WithText *type);
extern int	with_text_compare_texts(FunctionCallInfo fcinfo, const WithText *type);

/* The hash of the value of argument 0, a text; that of a seed, argument 1. */
extern Datum with_text_hash(FunctionCallInfo fcinfo, const WithText *type);
extern Datum with_text_hash_extended(FunctionCallInfo fcinfo, const WithText *type);

/* A value as a text; palloc'd. */
extern Datum with_text_cast(FunctionCallInfo fcinfo, const WithText *type);

/*
 * LIKE and ILIKE of argument 0, a value, with argument 1, a text, and their
 * negations.  Results, errors and the part of the collation are those of the same
 * operator on the value's text.
 */
extern Datum with_text_like(FunctionCallInfo fcinfo, const WithText *type);
extern Datum with_text_not_like(FunctionCallInfo fcinfo, const WithText *type);
extern Datum with_text_ilike(FunctionCallInfo fcinfo, const WithText *type);
extern Datum with_text_not_ilike(FunctionCallInfo fcinfo, const WithText *type);

/* The comparisons of a type by one operator: with a text on the right, on the left. */
#define WITH_TEXT_COMPARISON(type, name, operator) \
TYPES_FUNCTION(type##_##name##_text, \
			   BoolGetDatum(with_text_compare(fcinfo, &type##_with_text) operator 0)) \
TYPES_FUNCTION(type##_text_##name, \
			   BoolGetDatum(with_text_compare_left(fcinfo, &type##_with_text) operator 0))

/* Defines all of a type, whose description has the name type_with_text. */
#define WITH_TEXT_FUNCTIONS(type) \
TYPES_FUNCTION(type##_is_valid, types_is_valid(fcinfo, type##_with_text.reader)) \
TYPES_FUNCTION(type##_clean, types_clean_value(fcinfo, type##_with_text.reader)) \
TYPES_FUNCTION(type##_text, with_text_cast(fcinfo, &type##_with_text)) \
TYPES_FUNCTION(type##_like, with_text_like(fcinfo, &type##_with_text)) \
TYPES_FUNCTION(type##_not_like, with_text_not_like(fcinfo, &type##_with_text)) \
TYPES_FUNCTION(type##_ilike, with_text_ilike(fcinfo, &type##_with_text)) \
TYPES_FUNCTION(type##_not_ilike, with_text_not_ilike(fcinfo, &type##_with_text)) \
WITH_TEXT_COMPARISON(type, eq, ==) \
WITH_TEXT_COMPARISON(type, ne, !=) \
WITH_TEXT_COMPARISON(type, lt, <) \
WITH_TEXT_COMPARISON(type, le, <=) \
WITH_TEXT_COMPARISON(type, gt, >) \
WITH_TEXT_COMPARISON(type, ge, >=) \
TYPES_FUNCTION(type##_cmp_text, Int32GetDatum(with_text_compare(fcinfo, &type##_with_text))) \
TYPES_FUNCTION(type##_text_cmp, Int32GetDatum(with_text_compare_left(fcinfo, &type##_with_text))) \
TYPES_FUNCTION(type##_cmp_texts, Int32GetDatum(with_text_compare_texts(fcinfo, &type##_with_text))) \
TYPES_FUNCTION(type##_text_hash, with_text_hash(fcinfo, &type##_with_text)) \
TYPES_FUNCTION(type##_text_hash_extended, with_text_hash_extended(fcinfo, &type##_with_text))

#endif							/* USCC_WITH_TEXT_H */
