/*
 * Codes as strings: the cast to text and LIKE, for all types.
 *
 * Matching is that of PostgreSQL's own functions for text.  What is done here is to
 * give them the value without an allocation, and, as those of ILIKE allocate four
 * times, to fold the pattern once.
 */
#include "postgres.h"

#include "catalog/pg_collation.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "types.h"
#include "with_text.h"

/* A value's text on the stack. */
typedef union TextBuffer
{
	int32		aligned;
	char		text[VARHDRSZ + LONGEST_VALUE];
} TextBuffer;

static Datum
write_text(Datum value, const WithText *type, TextBuffer *buffer)
{
	SET_VARSIZE(buffer->text, VARHDRSZ + type->length);
	type->write(value, VARDATA(buffer->text));
	return PointerGetDatum(buffer->text);
}

Datum
with_text_cast(FunctionCallInfo fcinfo, const WithText *type)
{
	text	   *result = palloc(VARHDRSZ + type->length);

	SET_VARSIZE(result, VARHDRSZ + type->length);
	type->write(PG_GETARG_DATUM(0), VARDATA(result));
	PG_RETURN_TEXT_P(result);
}

/* A function of text and pattern, of a value and the pattern. */
static Datum
match(FunctionCallInfo fcinfo, const WithText *type, PGFunction match_text)
{
	TextBuffer buffer;

	return DirectFunctionCall2Coll(match_text, PG_GET_COLLATION(),
								   write_text(PG_GETARG_DATUM(0), type, &buffer),
								   PG_GETARG_DATUM(1));
}

Datum
with_text_like(FunctionCallInfo fcinfo, const WithText *type)
{
	return match(fcinfo, type, textlike);
}

Datum
with_text_not_like(FunctionCallInfo fcinfo, const WithText *type)
{
	return match(fcinfo, type, textnlike);
}

/* The pattern of ILIKE that was looked at last, and what lower() makes of it. */
typedef struct FoldedPattern
{
	Oid			collation;
	bool		plain;			/* a letter from A to Z becomes that from a to z */
	text	   *pattern;
	text	   *folded;			/* if plain */
} FoldedPattern;

/* In Turkish, for one, they do not. */
static bool
folds_plainly(Oid collation)
{
	text	   *letters;

	if (!OidIsValid(collation) || !get_collation_isdeterministic(collation))
		return false;
	letters = DatumGetTextPP(DirectFunctionCall1Coll(lower, collation,
													 CStringGetTextDatum("ABCDEFGHIJKLMNOPQRSTUVWXYZ")));
	return VARSIZE_ANY_EXHDR(letters) == 26 &&
		memcmp(VARDATA_ANY(letters), "abcdefghijklmnopqrstuvwxyz", 26) == 0;
}

static const FoldedPattern *
fold_pattern(FunctionCallInfo fcinfo)
{
	FmgrInfo   *function = fcinfo->flinfo;
	FoldedPattern *cache = function->fn_extra;
	Oid			collation = PG_GET_COLLATION();
	text	   *pattern = PG_GETARG_TEXT_PP(1);
	size_t		length = VARSIZE_ANY_EXHDR(pattern);
	MemoryContext old;

	if (cache == NULL || cache->collation != collation)
	{
		bool		plain = folds_plainly(collation);

		cache = MemoryContextAllocZero(function->fn_mcxt, sizeof(FoldedPattern));
		cache->collation = collation;
		cache->plain = plain;
		function->fn_extra = cache;
	}
	if (!cache->plain ||
		(cache->pattern != NULL && VARSIZE_ANY_EXHDR(cache->pattern) == length &&
		 memcmp(VARDATA_ANY(cache->pattern), VARDATA_ANY(pattern), length) == 0))
		return cache;

	if (cache->pattern != NULL)
	{
		pfree(cache->pattern);
		pfree(cache->folded);
		cache->pattern = NULL;
	}
	old = MemoryContextSwitchTo(function->fn_mcxt);
	cache->folded = DatumGetTextP(DirectFunctionCall1Coll(lower, collation, PointerGetDatum(pattern)));
	cache->pattern = cstring_to_text_with_len(VARDATA_ANY(pattern), (int) length);
	MemoryContextSwitchTo(old);
	return cache;
}

Datum
with_text_ilike(FunctionCallInfo fcinfo, const WithText *type)
{
	const FoldedPattern *pattern = fold_pattern(fcinfo);
	TextBuffer buffer;
	char	   *string = VARDATA(buffer.text);

	if (!pattern->plain)
		return match(fcinfo, type, texticlike);
	write_text(PG_GETARG_DATUM(0), type, &buffer);
	for (size_t i = 0; i < type->length; i++)
		string[i] = pg_ascii_tolower((unsigned char) string[i]);
	return DirectFunctionCall2Coll(textlike, C_COLLATION_OID,
								   PointerGetDatum(buffer.text), PointerGetDatum(pattern->folded));
}

Datum
with_text_not_ilike(FunctionCallInfo fcinfo, const WithText *type)
{
	return BoolGetDatum(!DatumGetBool(with_text_ilike(fcinfo, type)));
}
