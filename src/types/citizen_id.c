/*
 * Type citizen_id: the citizen identity number (GB 11643-1999), 18 characters.
 *
 * It names a person, and error messages are read by others: they show no more
 * of a value than mask() does.  Comparison, hashing and sorting are those of
 * int8, declared for the type in SQL.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

#include "compat.h"
#include "standards/gb11643.h"
#include "prefix.h"
#include "text.h"
#include "uscc.h"
#include "with_text.h"

/* The part of a value that is shown: the division and the last four characters. */
#define MASK_FIRST 6
#define MASK_LAST 4

/*
 * A trimmed text for an error message with its middle masked: for 15 digits, the
 * birth date as well.  Of a short one, which may be part of a number, a third is
 * shown.
 */
static char *
mask_text(const char *text, size_t length)
{
	int			count = text_count_characters(text, length);
	int			first = count >= 15 ? MASK_FIRST : count / 3;
	int			last = count >= GB11643_LENGTH ? MASK_LAST : count >= 15 ? 3 : 0;
	size_t		start = text_count_bytes(text, length, first);
	size_t		end = text_count_bytes(text, length, count - last);

	if (count == 0)
		return pstrdup("");
	return psprintf("%.*s********%.*s", (int) start, text, (int) (length - end), text + end);
}

static int
explain_citizen_id(const char *text, size_t length, const Fault *fault)
{
	return errdetail_internal("%s", types_explain(REPAIR_CITIZEN_ID, text, length, fault));
}

static bool
parse_citizen_id(const char *text, size_t length, Datum *value, Fault *fault)
{
	int64		number;

	if (!gb11643_parse(text, length, &number, fault))
		return false;
	*value = CitizenIdGetDatum(number);
	return true;
}

static const TypesReader citizen_id_reader = {
	.type = "citizen_id",
	.parse = parse_citizen_id,
	.quote = mask_text,
	.explain = explain_citizen_id,
	.advise = types_hint_uscc,
};

PG_FUNCTION_INFO_V1(citizen_id_in);

Datum
citizen_id_in(PG_FUNCTION_ARGS)
{
	return types_in(fcinfo, &citizen_id_reader);
}

PG_FUNCTION_INFO_V1(citizen_id_out);

Datum
citizen_id_out(PG_FUNCTION_ARGS)
{
	char		text[GB11643_LENGTH];

	gb11643_format(DatumGetCitizenId(PG_GETARG_DATUM(0)), text);
	return types_make_cstring(text, GB11643_LENGTH);
}

PG_FUNCTION_INFO_V1(citizen_id_recv);

Datum
citizen_id_recv(PG_FUNCTION_ARGS)
{
	return types_recv(fcinfo, &citizen_id_reader);
}

/* Characters of a number, from a 0-based place on, as text or bytes. */
static Datum
copy_characters(FunctionCallInfo fcinfo, int place, size_t length)
{
	char		number[GB11643_LENGTH];

	gb11643_format(DatumGetCitizenId(PG_GETARG_DATUM(0)), number);
	return types_make_text(number + place, length);
}

PG_FUNCTION_INFO_V1(citizen_id_send);

Datum
citizen_id_send(PG_FUNCTION_ARGS)
{
	return copy_characters(fcinfo, 0, GB11643_LENGTH);
}

PG_FUNCTION_INFO_V1(citizen_id_sequence);

Datum
citizen_id_sequence(PG_FUNCTION_ARGS)
{
	return copy_characters(fcinfo, 14, 3);
}

PG_FUNCTION_INFO_V1(citizen_id_check_character);

Datum
citizen_id_check_character(PG_FUNCTION_ARGS)
{
	return copy_characters(fcinfo, 17, 1);
}

PG_FUNCTION_INFO_V1(citizen_id_region);

Datum
citizen_id_region(PG_FUNCTION_ARGS)
{
	return AdcodeGetDatum(gb11643_region(DatumGetCitizenId(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(citizen_id_nationality);

Datum
citizen_id_nationality(PG_FUNCTION_ARGS)
{
	int			nationality = gb11643_nationality(DatumGetCitizenId(PG_GETARG_DATUM(0)));
	const char *text;

	if (nationality < 0)
		PG_RETURN_NULL();
	text = psprintf("%03d", nationality);
	return types_make_text(text, strlen(text));
}

PG_FUNCTION_INFO_V1(citizen_id_birth_date);

Datum
citizen_id_birth_date(PG_FUNCTION_ARGS)
{
	int			year,
				month,
				day;

	gb11643_birth_date(DatumGetCitizenId(PG_GETARG_DATUM(0)), &year, &month, &day);
	PG_RETURN_DATEADT(date2j(year, month, day) - POSTGRES_EPOCH_JDATE);
}

PG_FUNCTION_INFO_V1(citizen_id_sex);

Datum
citizen_id_sex(PG_FUNCTION_ARGS)
{
	return types_make_text(gb11643_sequence(DatumGetCitizenId(PG_GETARG_DATUM(0))) % 2 ? "M" : "F", 1);
}

PG_FUNCTION_INFO_V1(citizen_id_mask);

Datum
citizen_id_mask(PG_FUNCTION_ARGS)
{
	char		number[GB11643_LENGTH];

	gb11643_format(DatumGetCitizenId(PG_GETARG_DATUM(0)), number);
	memset(number + MASK_FIRST, '*', GB11643_LENGTH - MASK_FIRST - MASK_LAST);
	return types_make_text(number, GB11643_LENGTH);
}

bool
types_find_citizen_id_ends(const char *prefix, size_t length, Datum *first, Datum *last)
{
	int64		first_number,
				last_number;

	if (!gb11643_prefix_range(prefix, length, &first_number, &last_number))
		return false;
	*first = CitizenIdGetDatum(first_number);
	*last = CitizenIdGetDatum(last_number);
	return true;
}

PREFIX_FUNCTIONS(citizen_id)

static void
write_value(Datum value, char *string)
{
	gb11643_format(DatumGetCitizenId(value), string);
}

const WithText citizen_id_with_text = {
	.reader = &citizen_id_reader,
	.write = write_value,
	.typlen = sizeof(int64),
	.length = GB11643_LENGTH,
};

WITH_TEXT_FUNCTIONS(citizen_id)
