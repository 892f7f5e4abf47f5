/*
 * Type orgcode: the organization code (GB 11714-1997), 9 characters.
 *
 * Comparison, hashing and sorting are those of int8, declared for the type in
 * SQL.
 */
#include "postgres.h"

#include "utils/builtins.h"

#include "compat.h"
#include "standards/gb11714.h"
#include "prefix.h"
#include "text.h"
#include "uscc.h"
#include "with_text.h"

static int
explain_orgcode(const char *text, size_t length, const Fault *fault)
{
	return errdetail_internal("%s", types_explain(REPAIR_ORGCODE, text, length, fault));
}

static bool
parse_orgcode(const char *text, size_t length, Datum *value, Fault *fault)
{
	int64		number;

	if (!gb11714_parse(text, length, &number, fault))
		return false;
	*value = OrgcodeGetDatum(number);
	return true;
}

static const TypesReader orgcode_reader = {
	.type = "orgcode",
	.parse = parse_orgcode,
	.quote = text_quote,
	.explain = explain_orgcode,
	.advise = types_hint_uscc,
};

PG_FUNCTION_INFO_V1(orgcode_in);

Datum
orgcode_in(PG_FUNCTION_ARGS)
{
	return types_in(fcinfo, &orgcode_reader);
}

PG_FUNCTION_INFO_V1(orgcode_out);

Datum
orgcode_out(PG_FUNCTION_ARGS)
{
	char		text[GB11714_LENGTH];

	gb11714_format(DatumGetOrgcode(PG_GETARG_DATUM(0)), text);
	return types_make_cstring(text, GB11714_LENGTH);
}

PG_FUNCTION_INFO_V1(orgcode_recv);

Datum
orgcode_recv(PG_FUNCTION_ARGS)
{
	return types_recv(fcinfo, &orgcode_reader);
}

PG_FUNCTION_INFO_V1(orgcode_send);

Datum
orgcode_send(PG_FUNCTION_ARGS)
{
	char		code[GB11714_LENGTH];

	gb11714_format(DatumGetOrgcode(PG_GETARG_DATUM(0)), code);
	return types_make_text(code, GB11714_LENGTH);
}

PG_FUNCTION_INFO_V1(orgcode_body);

Datum
orgcode_body(PG_FUNCTION_ARGS)
{
	char		code[GB11714_LENGTH];

	gb11714_format(DatumGetOrgcode(PG_GETARG_DATUM(0)), code);
	return types_make_text(code, GB11714_BODY_LENGTH);
}

PG_FUNCTION_INFO_V1(orgcode_check_character);

Datum
orgcode_check_character(PG_FUNCTION_ARGS)
{
	char		code[GB11714_LENGTH];

	gb11714_format(DatumGetOrgcode(PG_GETARG_DATUM(0)), code);
	return types_make_text(code + GB11714_BODY_LENGTH, 1);
}

PG_FUNCTION_INFO_V1(orgcode_is_private_use);

Datum
orgcode_is_private_use(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(gb11714_is_private(DatumGetOrgcode(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(orgcode_make);

Datum
orgcode_make(PG_FUNCTION_ARGS)
{
	text	   *body = PG_GETARG_TEXT_PP(0);
	int64		number;

	if (!gb11714_parse_body(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body), &number))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid body of an organization code: \"%s\"",
						text_quote(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body))),
				 errdetail("A body is 8 digits or letters from A to Z.")));
	return OrgcodeGetDatum(number);
}

static void
write_value(Datum value, char *string)
{
	gb11714_format(DatumGetOrgcode(value), string);
}

const WithText orgcode_with_text = {
	.reader = &orgcode_reader,
	.write = write_value,
	.typlen = sizeof(int64),
	.length = GB11714_LENGTH,
};

WITH_TEXT_FUNCTIONS(orgcode)

bool
types_find_orgcode_ends(const char *prefix, size_t length, Datum *first, Datum *last)
{
	int64		first_number,
				last_number;

	if (!gb11714_prefix_range(prefix, length, &first_number, &last_number))
		return false;
	*first = OrgcodeGetDatum(first_number);
	*last = OrgcodeGetDatum(last_number);
	return true;
}

PREFIX_FUNCTIONS(orgcode)
