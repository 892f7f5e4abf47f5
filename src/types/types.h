/*
 * What the types share: how a value stands in a Datum, and the functions that all
 * of them have.
 */
#ifndef USCC_TYPES_H
#define USCC_TYPES_H

#include "fmgr.h"
#include "nodes/nodes.h"

#include "compat.h"
#include "repair/diagnose.h"
#include "repair/explain.h"
#include "standards/fault.h"

/* Messages are looked up in po/, not among the server's own. */
#undef TEXTDOMAIN
#define TEXTDOMAIN PG_TEXTDOMAIN("uscc")

/* An orgcode is the number of its body, a citizen_id that of its 17 digits. */
#define OrgcodeGetDatum(number) Int64GetDatum(number)
#define DatumGetOrgcode(value) DatumGetInt64(value)
#define CitizenIdGetDatum(number) Int64GetDatum(number)
#define DatumGetCitizenId(value) DatumGetInt64(value)

/* An adcode is its number, 0 to 999999. */
#define AdcodeGetDatum(code) Int32GetDatum(code)
#define DatumGetAdcode(value) DatumGetInt32(value)

/* A value of any of the types, typlen bytes long, as the number that it is stored as and sorted by. */
static inline int64
types_number(Datum value, int16 typlen)
{
	return typlen == sizeof(int32) ? DatumGetInt32(value) : DatumGetInt64(value);
}

/* Longest value, in characters, of any type. */
#define LONGEST_VALUE 18

/* Defines an SQL function by an expression of fcinfo. */
#define TYPES_FUNCTION(sql_name, expression) \
PG_FUNCTION_INFO_V1(sql_name); \
Datum \
sql_name(PG_FUNCTION_ARGS) \
{ \
	return expression; \
}

/* How a type reads its text: what the functions that all types have need to know. */
typedef struct TypesReader
{
	const char *type;			/* its name */

	/*
	 * As input does: returns true and sets *value, or returns false and sets
	 * *fault.  Length in bytes.
	 */
	bool		(*parse) (const char *text, size_t length, Datum *value, Fault *fault);

	/* A value as messages show it.  palloc'd. */
	char	   *(*quote) (const char *text, size_t length);

	/*
	 * For ereport: the DETAIL and the HINT of a text, blanks around it cut
	 * off, that is not valid.  A type may have no hints.
	 */
	int			(*explain) (const char *text, size_t length, const Fault *fault);
	int			(*advise) (const char *text, size_t length, const Fault *fault);
} TypesReader;

/* The input functions of a type; the binary form is the text. */
extern Datum types_in(FunctionCallInfo fcinfo, const TypesReader *reader);
extern Datum types_recv(FunctionCallInfo fcinfo, const TypesReader *reader);

/* Reports a text that is not valid, softly if there is a context for it. */
extern Datum types_fail(const TypesReader *reader, const char *text, size_t length,
						const Fault *fault, int sqlstate, Node *escontext);

/*
 * Reads a text as it is or, if that is not valid, without what carries no meaning
 * in a code (repair_clean).
 */
extern bool types_parse_cleaned(const char *text, size_t length, const TypesReader *reader,
								Datum *value);

/* Is argument 0 valid; its value, cleaned if need be, or NULL. */
extern Datum types_is_valid(FunctionCallInfo fcinfo, const TypesReader *reader);
extern Datum types_clean_value(FunctionCallInfo fcinfo, const TypesReader *reader);

/* A message in the language of the session; ereport does this by itself. */
#define translated(message) dgettext(TEXTDOMAIN, message)

/* ASCII characters as the result of an output function. */
extern Datum types_make_cstring(const char *characters, size_t length);

/* ASCII characters as a text, or as the bytea of a binary output function. */
extern Datum types_make_text(const char *characters, size_t length);

/* A text of one character of the alphabet of GB 32100; constant, not palloc'd. */
extern Datum types_make_character(char character);

/*
 * UTF-8, terminated, as text in the server's encoding; a character that it does
 * not have becomes a question mark.
 */
extern Datum types_make_name(const char *utf8);

/*
 * Which of a Chinese and an English name a language argument, a text, asks for:
 * "zh" or "en".  Anything else is an error.
 */
extern const char *types_choose_name(const char *name_zh, const char *name_en, Datum language);

/* A sentence about a text, in the language of the session.  palloc'd. */
extern char *types_say(const char *text, const RepairExplanation *explanation);

/*
 * Why a text, blanks around it cut off, is not a value; a sentence, palloc'd.  Positions
 * count in the text, from 1.
 */
extern char *types_explain(RepairStandard standard, const char *text, size_t length,
						   const Fault *fault);

/* The first call of a function that returns count rows of its result type. */
extern void types_begin_rows(FunctionCallInfo fcinfo, int count);

#endif							/* USCC_TYPES_H */
