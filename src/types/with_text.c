/*
 * Codes together with text: the cast to it, LIKE, and comparison, for all types.
 *
 * Matching is that of PostgreSQL's own functions for text.  What is done here is to
 * give them the value without an allocation, and, as those of ILIKE allocate four
 * times, to fold the pattern once.
 *
 * In a comparison, a text is read as input is.  The planner replaces nearly all by one
 * of two values; what is left are arrays of texts and rows.
 */
#include "postgres.h"

#include "catalog/pg_collation.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "standards/ascii.h"
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

static int64
read_number(struct varlena *string, const WithText *type)
{
	const char *characters = VARDATA_ANY(string);
	size_t		length = VARSIZE_ANY_EXHDR(string);
	Datum		value;
	Fault		fault;

	if (!type->reader->parse(characters, length, &value, &fault))
		types_fail(type->reader, characters, length, &fault,
				   ERRCODE_INVALID_TEXT_REPRESENTATION, NULL);
	return types_number(value, type->typlen);
}

/*
 * Texts that comparisons have read, each in a slot that its address gives.  They are
 * kept for the process: an index scan calls with a new FmgrInfo at each rescan, and
 * what hangs on that would stay until the end of the query.
 */
#define READ_TEXT_BITS 7

typedef struct ReadText
{
	const WithText *type;
	int64		number;
	size_t		length;			/* 0 if the slot is empty */
	char		string[LONGEST_VALUE];
} ReadText;

/*
 * read_number, remembering: an array has the same texts for every row, and an estimate
 * compares one with all common values.  They are told by their characters; the address
 * only says where to look.
 */
static pg_attribute_always_inline int64
read_number_again(Datum argument, const WithText *type)
{
	static ReadText read_texts[1 << READ_TEXT_BITS];
	text	   *string = (text *) DatumGetPointer(argument);
	size_t		length;
	uint32		slot = ((uint32) ((uintptr_t) string >> 2) * 0x9E3779B1) >> (32 - READ_TEXT_BITS);
	ReadText   *read;

	if (unlikely(VARATT_IS_COMPRESSED(string) || VARATT_IS_EXTERNAL(string)))
		string = DatumGetTextPP(argument);
	length = VARSIZE_ANY_EXHDR(string);
	if (length == 0 || length > LONGEST_VALUE)
		return read_number(string, type);
	read = &read_texts[slot];
	/* a constant length, that of most, needs no call */
	if (read->type != type || read->length != length ||
		(length == LONGEST_VALUE ? memcmp(read->string, VARDATA_ANY(string), LONGEST_VALUE) :
		 memcmp(read->string, VARDATA_ANY(string), length)) != 0)
	{
		read->number = read_number(string, type);
		read->type = type;
		read->length = length;
		memcpy(read->string, VARDATA_ANY(string), length);
	}
	return read->number;
}

int
with_text_compare(FunctionCallInfo fcinfo, const WithText *type)
{
	int64		value = types_number(PG_GETARG_DATUM(0), type->typlen);
	int64		other = read_number_again(PG_GETARG_DATUM(1), type);

	return (value > other) - (value < other);
}

int
with_text_compare_left(FunctionCallInfo fcinfo, const WithText *type)
{
	int64		other = read_number_again(PG_GETARG_DATUM(0), type);
	int64		value = types_number(PG_GETARG_DATUM(1), type->typlen);

	return (other > value) - (other < value);
}

int
with_text_compare_texts(FunctionCallInfo fcinfo, const WithText *type)
{
	int64		a = read_number_again(PG_GETARG_DATUM(0), type);
	int64		b = read_number_again(PG_GETARG_DATUM(1), type);

	return (a > b) - (a < b);
}

/* Equal values of int4 and int8 have the same hash. */
Datum
with_text_hash(FunctionCallInfo fcinfo, const WithText *type)
{
	return DirectFunctionCall1(hashint8, Int64GetDatum(read_number(PG_GETARG_TEXT_PP(0), type)));
}

Datum
with_text_hash_extended(FunctionCallInfo fcinfo, const WithText *type)
{
	return DirectFunctionCall2(hashint8extended, Int64GetDatum(read_number(PG_GETARG_TEXT_PP(0), type)),
							   PG_GETARG_DATUM(1));
}

/*
 * Comparison of two texts as codes, of whatever type they are: by what the type would
 * print of them, or of other texts by the characters between the blanks, case folded.
 * This is the order of each type for the texts that are valid for it, so that these
 * operators are members of their operator families.
 */
typedef struct CodeText
{
	const char *string;
	size_t		length;
	char		printed[LONGEST_VALUE];
} CodeText;

static void
read_code_text(Datum argument, CodeText *code)
{
	static const WithText *const types[] = {
		&adcode_with_text, &orgcode_with_text, &citizen_id_with_text
	};
	text	   *string = DatumGetTextPP(argument);
	Datum		value;
	Fault		ignored;

	code->string = VARDATA_ANY(string);
	code->length = VARSIZE_ANY_EXHDR(string);
	for (size_t i = 0; i < lengthof(types); i++)
		if (types[i]->reader->parse(code->string, code->length, &value, &ignored))
		{
			types[i]->write(value, code->printed);
			code->string = code->printed;
			code->length = types[i]->length;
			return;
		}
	/* of a uscc this leaves what it would print */
	ascii_trim(&code->string, &code->length);
}

static int
compare_code_texts(FunctionCallInfo fcinfo)
{
	CodeText	a,
				b;

	read_code_text(PG_GETARG_DATUM(0), &a);
	read_code_text(PG_GETARG_DATUM(1), &b);
	for (size_t i = 0; i < Min(a.length, b.length); i++)
	{
		unsigned char c = ascii_upper(a.string[i]);
		unsigned char d = ascii_upper(b.string[i]);

		if (c != d)
			return c < d ? -1 : 1;
	}
	return (a.length > b.length) - (a.length < b.length);
}

TYPES_FUNCTION(uscc_texts_eq, BoolGetDatum(compare_code_texts(fcinfo) == 0))
TYPES_FUNCTION(uscc_texts_lt, BoolGetDatum(compare_code_texts(fcinfo) < 0))
TYPES_FUNCTION(uscc_texts_le, BoolGetDatum(compare_code_texts(fcinfo) <= 0))
TYPES_FUNCTION(uscc_texts_gt, BoolGetDatum(compare_code_texts(fcinfo) > 0))
TYPES_FUNCTION(uscc_texts_ge, BoolGetDatum(compare_code_texts(fcinfo) >= 0))

/* A function of text and pattern, of a value and the pattern. */
static Datum
match(FunctionCallInfo fcinfo, const WithText *type, PGFunction match_text)
{
	TextBuffer	buffer;

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
	bool		plain;			/* a letter from A to Z becomes that from a to
								 * z */
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
	TextBuffer	buffer;
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
