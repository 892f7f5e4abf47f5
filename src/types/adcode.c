/*
 * Type adcode: the administrative division code (GB/T 2260), six digits.
 *
 * Any six digits are a value: codes outside the tables of the standard are in
 * use.  Comparison, hashing and sorting are those of int4, declared for the
 * type in SQL.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "compat.h"
#include "standards/gb2260.h"
#include "standards/gb2260_names.h"
#include "prefix.h"
#include "text.h"
#include "types.h"
#include "with_text.h"

static bool
parse_adcode(const char *text, size_t length, Datum *value, Fault *fault)
{
	int32		code;

	if (!gb2260_parse(text, length, &code, fault))
		return false;
	*value = AdcodeGetDatum(code);
	return true;
}

/* The DETAIL of a text, blanks around it cut off, that is not a code. */
static int
explain_adcode(const char *text, size_t length, const Fault *fault)
{
	if (fault->reason == FAULT_CHARACTER)
		return errdetail("Character \"%s\" at position %d is not a digit.",
						 text_copy_character(text, length, fault->position), fault->position + 1);
	return errdetail("An administrative division code has 2 digits (province), 4 (prefecture) or 6; this value has %d.",
					 (int) length);
}

static const TypesReader adcode_reader = {
	.type = "adcode",
	.parse = parse_adcode,
	.quote = text_quote,
	.explain = explain_adcode,
};

PG_FUNCTION_INFO_V1(adcode_in);

Datum
adcode_in(PG_FUNCTION_ARGS)
{
	return types_in(fcinfo, &adcode_reader);
}

PG_FUNCTION_INFO_V1(adcode_out);

Datum
adcode_out(PG_FUNCTION_ARGS)
{
	char		text[GB2260_LENGTH];

	gb2260_format(DatumGetAdcode(PG_GETARG_DATUM(0)), text);
	return types_make_cstring(text, GB2260_LENGTH);
}

PG_FUNCTION_INFO_V1(adcode_recv);

Datum
adcode_recv(PG_FUNCTION_ARGS)
{
	return types_recv(fcinfo, &adcode_reader);
}

PG_FUNCTION_INFO_V1(adcode_send);

Datum
adcode_send(PG_FUNCTION_ARGS)
{
	char		text[GB2260_LENGTH];

	gb2260_format(DatumGetAdcode(PG_GETARG_DATUM(0)), text);
	return types_make_text(text, GB2260_LENGTH);
}

/*
 * The number of six digits.  A number below 10000 is refused: no division
 * begins with 00, but 35 and 3501 are short for 350000 and 350100 elsewhere.
 */
static Datum
from_number(int64 number)
{
	if (number < 10000 || number >= GB2260_COUNT)
	{
		char		digits[MAXINT8LEN + 1];

		/* it may be a citizen's number */
		pg_lltoa(number, digits);
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("integer %s is out of range for type %s", text_quote(digits, strlen(digits)), "adcode"),
				 errdetail("An administrative division code is a number of six digits."),
				 (number >= 10 && number <= 99) || (number >= 1000 && number <= 9999) ?
				 errhint("To mean the province or prefecture that begins with these digits, write the text '%d'.", (int) number) : 0));
	}
	return AdcodeGetDatum((int32) number);
}

PG_FUNCTION_INFO_V1(adcode_from_int4);

Datum
adcode_from_int4(PG_FUNCTION_ARGS)
{
	return from_number(PG_GETARG_INT32(0));
}

PG_FUNCTION_INFO_V1(adcode_from_int8);

Datum
adcode_from_int8(PG_FUNCTION_ARGS)
{
	return from_number(PG_GETARG_INT64(0));
}

PG_FUNCTION_INFO_V1(adcode_to_int4);

Datum
adcode_to_int4(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(DatumGetAdcode(PG_GETARG_DATUM(0)));
}

PG_FUNCTION_INFO_V1(adcode_to_int8);

Datum
adcode_to_int8(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(DatumGetAdcode(PG_GETARG_DATUM(0)));
}

PG_FUNCTION_INFO_V1(adcode_level);

Datum
adcode_level(PG_FUNCTION_ARGS)
{
	const char *word = gb2260_level_word(gb2260_level(DatumGetAdcode(PG_GETARG_DATUM(0))));

	return types_make_text(word, strlen(word));
}

PG_FUNCTION_INFO_V1(adcode_parent);

Datum
adcode_parent(PG_FUNCTION_ARGS)
{
	int32		code = gb2260_parent(DatumGetAdcode(PG_GETARG_DATUM(0)));

	if (code < 0)
		PG_RETURN_NULL();
	return AdcodeGetDatum(code);
}

PG_FUNCTION_INFO_V1(adcode_province);

Datum
adcode_province(PG_FUNCTION_ARGS)
{
	return AdcodeGetDatum(gb2260_province(DatumGetAdcode(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(adcode_prefecture);

/* NULL for what is larger than a prefecture. */
Datum
adcode_prefecture(PG_FUNCTION_ARGS)
{
	int32		code = DatumGetAdcode(PG_GETARG_DATUM(0));

	if (gb2260_parent(code) < 0)
		PG_RETURN_NULL();
	return AdcodeGetDatum(gb2260_prefecture(code));
}

PG_FUNCTION_INFO_V1(adcode_within_last);

Datum
adcode_within_last(PG_FUNCTION_ARGS)
{
	return AdcodeGetDatum(gb2260_last(DatumGetAdcode(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(adcode_within);

/* Is the first division the second, or below it? */
Datum
adcode_within(PG_FUNCTION_ARGS)
{
	int32		code = DatumGetAdcode(PG_GETARG_DATUM(0));
	int32		division = DatumGetAdcode(PG_GETARG_DATUM(1));

	PG_RETURN_BOOL(code >= division && code <= gb2260_last(division));
}

/* An argument that is a year: the last name, where it is NULL; a negative one is as 0, before all bounds. */
static int32
get_year(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? GB2260_LAST_NAME : Max(PG_GETARG_INT32(argument), 0);
}

PG_FUNCTION_INFO_V1(adcode_name);

Datum
adcode_name(PG_FUNCTION_ARGS)
{
	Gb2260Division division = {0};
	const char *name;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	(void) gb2260_find(DatumGetAdcode(PG_GETARG_DATUM(0)), get_year(fcinfo, 2), &division);
	name = types_choose_name(division.name, division.name_en, PG_GETARG_DATUM(1));
	if (name == NULL)
		PG_RETURN_NULL();
	return types_make_name(name);
}

PG_FUNCTION_INFO_V1(adcode_path);

Datum
adcode_path(PG_FUNCTION_ARGS)
{
	const char *names[3] = {"", "", ""};

	if (PG_ARGISNULL(0) ||
		gb2260_path(DatumGetAdcode(PG_GETARG_DATUM(0)), get_year(fcinfo, 1), names) == 0)
		PG_RETURN_NULL();
	return types_make_name(psprintf("%s%s%s", names[0], names[1], names[2]));
}

PG_FUNCTION_INFO_V1(adcode_successors);

Datum
adcode_successors(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	int32		successor;

	if (SRF_IS_FIRSTCALL())
		(void) SRF_FIRSTCALL_INIT();
	call = SRF_PERCALL_SETUP();
	if (!gb2260_successor(DatumGetAdcode(PG_GETARG_DATUM(0)), (int) call->call_cntr, &successor))
		SRF_RETURN_DONE(call);
	SRF_RETURN_NEXT(call, AdcodeGetDatum(successor));
}

PG_FUNCTION_INFO_V1(adcode_divisions);

/* One row for each name of a division. */
Datum
adcode_divisions(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Gb2260Division division;
	const char *level;
	int32		above;
	Datum		values[7];
	bool		nulls[7] = {false};

	if (SRF_IS_FIRSTCALL())
		types_begin_rows(fcinfo, gb2260_division_count);
	call = SRF_PERCALL_SETUP();
	if (call->call_cntr >= call->max_calls)
		SRF_RETURN_DONE(call);

	division = gb2260_division((int) call->call_cntr);
	level = gb2260_level_word(gb2260_level(division.code));
	above = gb2260_parent(division.code);
	values[0] = AdcodeGetDatum(division.code);
	values[1] = types_make_name(division.name);
	nulls[2] = division.name_en == NULL;
	if (!nulls[2])
		values[2] = types_make_name(division.name_en);
	values[3] = types_make_text(level, strlen(level));
	nulls[4] = above < 0;
	values[4] = AdcodeGetDatum(above);
	nulls[5] = division.first_year == 0;
	values[5] = Int32GetDatum(division.first_year);
	nulls[6] = division.last_year == 0;
	values[6] = Int32GetDatum(division.last_year);
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}

static void
write_value(Datum value, char *string)
{
	gb2260_format(DatumGetAdcode(value), string);
}

const WithText adcode_with_text = {
	.reader = &adcode_reader,
	.write = write_value,
	.typlen = sizeof(int32),
	.length = GB2260_LENGTH,
};

WITH_TEXT_FUNCTIONS(adcode)

bool
types_find_adcode_ends(const char *prefix, size_t length, Datum *first, Datum *last)
{
	int32		first_code,
				last_code;

	if (!gb2260_prefix_range(prefix, length, &first_code, &last_code))
		return false;
	*first = AdcodeGetDatum(first_code);
	*last = AdcodeGetDatum(last_code);
	return true;
}

PREFIX_END_FUNCTIONS(adcode)

PG_FUNCTION_INFO_V1(adcode_starts_with);

Datum
adcode_starts_with(PG_FUNCTION_ARGS)
{
	int32		code = DatumGetAdcode(PG_GETARG_DATUM(0));
	text	   *prefix = PG_GETARG_TEXT_PP(1);
	int32		first,
				last;

	PG_RETURN_BOOL(gb2260_prefix_range(VARDATA_ANY(prefix), VARSIZE_ANY_EXHDR(prefix), &first, &last) &&
				   code >= first && code <= last);
}
