/*
 * What the types share.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "standards/uscc_code.h"
#include "types.h"

/* Longest value, in bytes, that an error message shows whole. */
#define QUOTE_LENGTH 60

PG_MODULE_MAGIC;

uint64
types_uscc_rank(Datum value)
{
	uint64		rank = (uint64) DatumGetInt64(value) ^ (UINT64CONST(1) << 63);

	/* every rank is a code, so what is no rank never came from input */
	if (unlikely(rank >= USCC_COUNT))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("stored value of type %s is no code", "uscc")));
	return rank;
}

char *
types_quote(const char *text, size_t length)
{
	int			shown;

	if (length <= QUOTE_LENGTH)
		return pnstrdup(text, length);
	shown = pg_mbcliplen(text, (int) Min(length, INT_MAX), QUOTE_LENGTH);
	return psprintf("%.*s...", shown, text);
}

char *
types_character_at(const char *text, size_t length, size_t byte)
{
	int			bytes = pg_encoding_mblen(GetDatabaseEncoding(), text + byte);

	return pnstrdup(text + byte, Min((size_t) bytes, length - byte));
}

int
types_characters(const char *text, size_t length)
{
	return pg_mbstrlen_with_len(text, (int) Min(length, INT_MAX));
}

uint32
types_code_point(const char *text, size_t length, int *bytes)
{
	unsigned char utf8[MAX_MULTIBYTE_CHAR_LEN * MAX_CONVERSION_GROWTH + 1];
	const unsigned char *character = (const unsigned char *) text;
	int			encoding = GetDatabaseEncoding();

	*bytes = (int) Min((size_t) pg_encoding_mblen(encoding, text), length);
	if (!IS_HIGHBIT_SET(*text))
		return *character;
	if (encoding == PG_SQL_ASCII)
		return 0;
	if (encoding != PG_UTF8)
	{
		/* an error about a value must not fail because of the value */
		Oid			conversion = FindDefaultConversionProc(encoding, PG_UTF8);
		char		copy[MAX_MULTIBYTE_CHAR_LEN + 1];

		if (!OidIsValid(conversion) || *bytes > MAX_MULTIBYTE_CHAR_LEN)
			return 0;
		memcpy(copy, text, *bytes);
		copy[*bytes] = '\0';
		if (pg_do_encoding_conversion_buf(conversion, encoding, PG_UTF8,
										  (unsigned char *) copy, *bytes,
										  utf8, sizeof(utf8), true) != *bytes)
			return 0;
		character = utf8;
	}
	return utf8_to_unicode(character);
}

Datum
types_text(const char *characters, size_t length)
{
	return PointerGetDatum(cstring_to_text_with_len(characters, (int) length));
}

Datum
types_name(const char *utf8)
{
	char	   *name = pg_any_to_server(utf8, (int) strlen(utf8), PG_UTF8);

	return PointerGetDatum(cstring_to_text(name));
}

const char *
types_choose_name(const char *name_zh, const char *name_en, Datum language)
{
	char	   *wanted = TextDatumGetCString(language);

	if (strcmp(wanted, "zh") == 0)
		return name_zh;
	if (strcmp(wanted, "en") == 0)
		return name_en;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized language: \"%s\"", types_quote(wanted, strlen(wanted))),
			 errhint("Names are known in \"zh\" (Chinese) and \"en\" (English).")));
}

void
types_begin_rows(FunctionCallInfo fcinfo, int count)
{
	FuncCallContext *call = SRF_FIRSTCALL_INIT();
	MemoryContext old = MemoryContextSwitchTo(call->multi_call_memory_ctx);
	TupleDesc	row;

	if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	call->tuple_desc = BlessTupleDesc(row);
	call->max_calls = count;
	MemoryContextSwitchTo(old);
}
