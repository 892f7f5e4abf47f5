/*
 * What an application does with a code as with any string: the cast to text and
 * LIKE.  The functions are the same for all types but for how a value is written.
 */
#ifndef USCC_WITH_TEXT_H
#define USCC_WITH_TEXT_H

#include "fmgr.h"

/* How a type writes a value: length ASCII bytes, not terminated. */
typedef struct WithText
{
	void		(*write) (Datum value, char *string);
	size_t		length;
} WithText;

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

/* Defines an SQL function of a type by one of those above. */
#define WITH_TEXT_FUNCTION(sql_name, implementation, type) \
PG_FUNCTION_INFO_V1(sql_name); \
Datum \
sql_name(PG_FUNCTION_ARGS) \
{ \
	return implementation(fcinfo, type); \
}

/* Defines all of them; write_value and length as in WithText. */
#define WITH_TEXT_FUNCTIONS(name, write_value, characters) \
static const WithText with_text = { \
	.write = write_value, \
	.length = characters \
}; \
WITH_TEXT_FUNCTION(name##_text, with_text_cast, &with_text) \
WITH_TEXT_FUNCTION(name##_like, with_text_like, &with_text) \
WITH_TEXT_FUNCTION(name##_not_like, with_text_not_like, &with_text) \
WITH_TEXT_FUNCTION(name##_ilike, with_text_ilike, &with_text) \
WITH_TEXT_FUNCTION(name##_not_ilike, with_text_not_ilike, &with_text)

#endif							/* USCC_WITH_TEXT_H */
