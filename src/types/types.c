/*
 * What the types share.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "compat.h"
#include "repair/clean.h"
#include "standards/ascii.h"
#include "standards/gb32100.h"
#include "sentences.h"
#include "text.h"
#include "types.h"

static Datum
read_text(const TypesReader *reader, const char *text, size_t length, int sqlstate,
		  Node *escontext)
{
	Datum		value;
	Fault		fault;

	if (!reader->parse(text, length, &value, &fault))
		return types_fail(reader, text, length, &fault, sqlstate, escontext);
	return value;
}

Datum
types_in(FunctionCallInfo fcinfo, const TypesReader *reader)
{
	const char *text = PG_GETARG_CSTRING(0);

	return read_text(reader, text, strlen(text), ERRCODE_INVALID_TEXT_REPRESENTATION,
					 fcinfo->context);
}

Datum
types_recv(FunctionCallInfo fcinfo, const TypesReader *reader)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	int			length;
	char	   *text = pq_getmsgtext(message, message->len - message->cursor, &length);

	return read_text(reader, text, length, ERRCODE_INVALID_BINARY_REPRESENTATION, NULL);
}

Datum
types_fail(const TypesReader *reader, const char *text, size_t length, const Fault *fault,
		   int sqlstate, Node *escontext)
{
	const char *trimmed = text;
	size_t		trimmed_length = length;

	ascii_trim(&trimmed, &trimmed_length);
	ereturn(escontext, (Datum) 0,
			(errcode(sqlstate),
			 errmsg("invalid input syntax for type %s: \"%s\"",
					reader->type, reader->quote(text, length)),
			 reader->explain(trimmed, trimmed_length, fault),
			 reader->advise ? reader->advise(trimmed, trimmed_length, fault) : 0));
}

char *
types_say(const char *text, const RepairExplanation *explanation)
{
	const char	(*argument)[REPAIR_ARGUMENT_SIZE] = explanation->argument;
	const char *first = argument[0];

	if (explanation->end > explanation->start)
		first = pnstrdup(text + explanation->start, explanation->end - explanation->start);
	/* the sentence takes as many as it names */
	return psprintf(translated(sentences[explanation->sentence]),
					first, argument[1], argument[2], argument[3], argument[4]);
}

char *
types_explain(RepairStandard standard, const char *text, size_t length, const Fault *fault)
{
	RepairText	reader = text_open(text, length);
	RepairDiagnosis diagnosis = {.fault = *fault,.place = fault->position,.position = fault->position};
	RepairReading *reading = &diagnosis.reading;
	RepairExplanation explanation;

	repair_read(&reader, reading);
	if (fault->reason != FAULT_LENGTH)
	{
		/* it was read as it stands, not without what carries no meaning */
		for (int i = 0; i < LONGEST_VALUE && (size_t) i < length; i++)
		{
			reading->clean[i] = text[i];
			reading->position[i] = i;
		}
	}
	else if (standard == REPAIR_USCC &&
			 (reading->total == GB32100_LENGTH || reading->count == GB32100_LENGTH))
	{
		/* the length is right except for a character that is not */
		while (gb32100_value[(unsigned char) text[diagnosis.position]] != GB32100_FOREIGN)
			diagnosis.position++;
		diagnosis.place = diagnosis.position;
		diagnosis.fault.reason = FAULT_CHARACTER;
	}
	repair_explain(&reader, standard, &diagnosis, &explanation);
	return types_say(text, &explanation);
}

bool
types_parse_cleaned(const char *text, size_t length, const TypesReader *reader, Datum *value)
{
	RepairText	whole = text_open(text, length);
	char		clean[LONGEST_VALUE];
	int			count;
	Fault		ignored;

	if (reader->parse(text, length, value, &ignored))
		return true;
	count = repair_clean(&whole, clean, LONGEST_VALUE);
	return count >= 0 && reader->parse(clean, count, value, &ignored);
}

Datum
types_is_valid(FunctionCallInfo fcinfo, const TypesReader *reader)
{
	text	   *string = PG_GETARG_TEXT_PP(0);
	Datum		value;
	Fault		fault;

	PG_RETURN_BOOL(reader->parse(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string), &value, &fault));
}

Datum
types_clean_value(FunctionCallInfo fcinfo, const TypesReader *reader)
{
	text	   *string = PG_GETARG_TEXT_PP(0);
	Datum		value;

	if (!types_parse_cleaned(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string), reader, &value))
		PG_RETURN_NULL();
	return value;
}

Datum
types_make_cstring(const char *characters, size_t length)
{
	PG_RETURN_CSTRING(pnstrdup(characters, length));
}

Datum
types_make_text(const char *characters, size_t length)
{
	return PointerGetDatum(cstring_to_text_with_len(characters, (int) length));
}

/*
 * One character, as constant data: department() and the like are asked of every
 * row of a table, and most of their cost would be to make the text.  This is a
 * value with a header of one byte, which holds its size of two.
 */
#ifdef WORDS_BIGENDIAN
#define SHORT_TEXT(c) {0x80 | 2, c}
#else
#define SHORT_TEXT(c) {2 << 1 | 1, c}
#endif

Datum
types_make_character(char character)
{
	static const char texts[GB32100_ALPHABET_SIZE][2] = {
		SHORT_TEXT('0'), SHORT_TEXT('1'), SHORT_TEXT('2'), SHORT_TEXT('3'), SHORT_TEXT('4'),
		SHORT_TEXT('5'), SHORT_TEXT('6'), SHORT_TEXT('7'), SHORT_TEXT('8'), SHORT_TEXT('9'),
		SHORT_TEXT('A'), SHORT_TEXT('B'), SHORT_TEXT('C'), SHORT_TEXT('D'), SHORT_TEXT('E'),
		SHORT_TEXT('F'), SHORT_TEXT('G'), SHORT_TEXT('H'), SHORT_TEXT('J'), SHORT_TEXT('K'),
		SHORT_TEXT('L'), SHORT_TEXT('M'), SHORT_TEXT('N'), SHORT_TEXT('P'), SHORT_TEXT('Q'),
		SHORT_TEXT('R'), SHORT_TEXT('T'), SHORT_TEXT('U'), SHORT_TEXT('W'), SHORT_TEXT('X'),
		SHORT_TEXT('Y')
	};

	return PointerGetDatum(texts[gb32100_value[(unsigned char) character]]);
}

Datum
types_make_name(const char *utf8)
{
	int			encoding = GetDatabaseEncoding();
	Oid			conversion;
	unsigned char *rest;
	StringInfoData name;

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII)
		return PointerGetDatum(cstring_to_text(utf8));
	conversion = FindDefaultConversionProc(PG_UTF8, encoding);
	if (!OidIsValid(conversion))
		return PointerGetDatum(cstring_to_text(pg_any_to_server(utf8, strlen(utf8), PG_UTF8)));

	initStringInfo(&name);
	rest = (unsigned char *) pstrdup(utf8);
	while (*rest)
	{
		int			length = (int) strlen((char *) rest);
		int			size = length * MAX_CONVERSION_GROWTH + 1;
		unsigned char *converted = palloc(size);

		rest += pg_do_encoding_conversion_buf(conversion, PG_UTF8, encoding, rest, length,
											  converted, size, true);
		appendStringInfoString(&name, (char *) converted);
		if (*rest)
		{
			/* a rare character must not keep the other names from being read */
			appendStringInfoChar(&name, '?');
			rest += pg_utf_mblen(rest);
		}
	}
	return PointerGetDatum(cstring_to_text_with_len(name.data, name.len));
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
			 errmsg("unrecognized language: \"%s\"", text_quote(wanted, strlen(wanted))),
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
