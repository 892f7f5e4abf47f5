/*
 * Type uscc: the unified social credit code (GB 32100-2015).
 *
 * What the codes are and how they become numbers is in src/standards; here
 * they meet PostgreSQL.  Comparison, hashing and sorting are those of int8,
 * declared for the type in SQL.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "compat.h"
#include "repair/diagnose.h"
#include "repair/explain.h"
#include "standards/ascii.h"
#include "standards/gb11714.h"
#include "standards/gb2260.h"
#include "standards/gb32100.h"
#include "standards/uscc_code.h"
#include "prefix.h"
#include "text.h"
#include "uscc.h"
#include "with_text.h"

/* The number behind a value, which is a rank unless it is damaged. */
static uint64
stored_number(Datum value)
{
	return (uint64) DatumGetInt64(value) ^ (UINT64CONST(1) << 63);
}

uint64
DatumGetUscc(Datum value)
{
	uint64		rank = stored_number(value);

	/* every rank is a code, so no other number ever came from input */
	if (unlikely(rank >= USCC_COUNT))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("stored value of type %s is not a valid code", "uscc")));
	return rank;
}

/*
 * The HINT of a text, blanks around it cut off, that is not a code: what it is
 * instead, or what was meant.
 */
static int
advise_uscc(const char *text, size_t length, const Fault *fault)
{
	RepairText	reader = text_open(text, length);
	RepairDiagnosis diagnosis;
	RepairExplanation advice;

	repair_diagnose(&reader, REPAIR_USCC, &diagnosis);
	repair_advise(&reader, &diagnosis, fault, &advice);
	if (advice.sentence == REPAIR_SAY_NOTHING)
		return 0;
	return errhint_internal("%s", types_say(text, &advice));
}

int
types_hint_uscc(const char *text, size_t length, const Fault *fault)
{
	uint64		rank;
	Fault		ignored;

	(void) fault;
	if (uscc_parse(text, length, &rank, &ignored))
		return errhint("This is a unified social credit code; use type uscc.");
	return 0;
}

static bool
parse_uscc(const char *text, size_t length, Datum *value, Fault *fault)
{
	uint64		rank;

	if (!uscc_parse(text, length, &rank, fault))
		return false;
	*value = UsccGetDatum(rank);
	return true;
}

static int
explain_uscc(const char *text, size_t length, const Fault *fault)
{
	return errdetail_internal("%s", types_explain(REPAIR_USCC, text, length, fault));
}

static const TypesReader uscc_reader = {
	.type = "uscc",
	.parse = parse_uscc,
	.quote = text_quote,
	.explain = explain_uscc,
	.advise = advise_uscc,
};

PG_FUNCTION_INFO_V1(uscc_in);

Datum
uscc_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	size_t		length = strlen(text);
	uint64		rank;
	Fault		fault;

	if (!uscc_parse(text, length, &rank, &fault))
		return types_fail(&uscc_reader, text, length, &fault,
						  ERRCODE_INVALID_TEXT_REPRESENTATION, fcinfo->context);
	return UsccGetDatum(rank);
}

PG_FUNCTION_INFO_V1(uscc_out);

Datum
uscc_out(PG_FUNCTION_ARGS)
{
	char	   *result = palloc(GB32100_LENGTH + 1);

	uscc_format(DatumGetUscc(PG_GETARG_DATUM(0)), result);
	result[GB32100_LENGTH] = '\0';
	PG_RETURN_CSTRING(result);
}

PG_FUNCTION_INFO_V1(uscc_recv);

/* The message is the text of the code, checked as text input is. */
Datum
uscc_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	int			length = message->len - message->cursor;
	const char *bytes = pq_getmsgbytes(message, length);
	uint64		rank;
	Fault		fault;

	if (unlikely(!uscc_parse(bytes, length, &rank, &fault)))
	{
		char	   *text;

		/* for the error, look at it again in the server's encoding */
		message->cursor -= length;
		text = pq_getmsgtext(message, length, &length);
		if (!uscc_parse(text, length, &rank, &fault))
			return types_fail(&uscc_reader, text, length, &fault,
							  ERRCODE_INVALID_BINARY_REPRESENTATION, NULL);
	}
	return UsccGetDatum(rank);
}

PG_FUNCTION_INFO_V1(uscc_send);

Datum
uscc_send(PG_FUNCTION_ARGS)
{
	bytea	   *result = palloc(VARHDRSZ + GB32100_LENGTH);

	uscc_format(DatumGetUscc(PG_GETARG_DATUM(0)), VARDATA(result));
	SET_VARSIZE(result, VARHDRSZ + GB32100_LENGTH);
	PG_RETURN_BYTEA_P(result);
}

PG_FUNCTION_INFO_V1(uscc_department);

Datum
uscc_department(PG_FUNCTION_ARGS)
{
	char		department = uscc_rank_department(DatumGetUscc(PG_GETARG_DATUM(0)));

	return types_make_character(department);
}

PG_FUNCTION_INFO_V1(uscc_category);

Datum
uscc_category(PG_FUNCTION_ARGS)
{
	char		category = uscc_rank_category(DatumGetUscc(PG_GETARG_DATUM(0)));

	return types_make_character(category);
}

PG_FUNCTION_INFO_V1(uscc_region);

/*
 * It is LEAKPROOF, so no error may depend on the value: a damaged one counts as the
 * last code.
 */
Datum
uscc_region(PG_FUNCTION_ARGS)
{
	uint64		rank = Min(stored_number(PG_GETARG_DATUM(0)), USCC_COUNT - 1);

	return AdcodeGetDatum(uscc_rank_region(rank));
}

PG_FUNCTION_INFO_V1(uscc_subject);

Datum
uscc_subject(PG_FUNCTION_ARGS)
{
	char		code[GB32100_LENGTH];

	uscc_format(DatumGetUscc(PG_GETARG_DATUM(0)), code);
	return types_make_text(code + USCC_SUBJECT, GB11714_LENGTH);
}

PG_FUNCTION_INFO_V1(uscc_check_character);

Datum
uscc_check_character(PG_FUNCTION_ARGS)
{
	char		code[GB32100_LENGTH];

	uscc_format(DatumGetUscc(PG_GETARG_DATUM(0)), code);
	return types_make_text(code + USCC_CHECK, 1);
}

PG_FUNCTION_INFO_V1(uscc_is_standard);

Datum
uscc_is_standard(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(uscc_rank_is_standard(DatumGetUscc(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(uscc_department_name);

Datum
uscc_department_name(PG_FUNCTION_ARGS)
{
	uint64		rank = DatumGetUscc(PG_GETARG_DATUM(0));
	const Gb32100Department *department = gb32100_department(uscc_rank_department(rank));
	const char *name = types_choose_name(department ? department->name_zh : NULL,
										 department ? department->name_en : NULL,
										 PG_GETARG_DATUM(1));

	if (name == NULL)
		PG_RETURN_NULL();
	return types_make_name(name);
}

PG_FUNCTION_INFO_V1(uscc_category_name);

Datum
uscc_category_name(PG_FUNCTION_ARGS)
{
	uint64		rank = DatumGetUscc(PG_GETARG_DATUM(0));
	const Gb32100Category *category = gb32100_category(uscc_rank_department(rank),
													   uscc_rank_category(rank));
	const char *name = types_choose_name(category ? category->name_zh : NULL,
										 category ? category->name_en : NULL,
										 PG_GETARG_DATUM(1));

	if (name == NULL)
		PG_RETURN_NULL();
	return types_make_name(name);
}

PG_FUNCTION_INFO_V1(uscc_categories);

/* One row for each assigned category. */
Datum
uscc_categories(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	const Gb32100Category *category;
	const Gb32100Department *department;
	Datum		values[6];
	bool		nulls[6] = {false};

	if (SRF_IS_FIRSTCALL())
		types_begin_rows(fcinfo, gb32100_category_count);
	call = SRF_PERCALL_SETUP();
	if (call->call_cntr >= call->max_calls)
		SRF_RETURN_DONE(call);

	category = &gb32100_categories[call->call_cntr];
	department = gb32100_department(category->department);
	values[0] = types_make_character(category->department);
	values[1] = types_make_character(category->category);
	values[2] = types_make_name(department->name_zh);
	values[3] = types_make_name(category->name_zh);
	values[4] = types_make_name(department->name_en);
	values[5] = types_make_name(category->name_en);
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}

/* Reports parts that form no code. */
static void
make_error(const char *department, const char *category, int32 region,
		   const char *subject, const char *code, const Fault *fault)
{
	char		division[GB2260_LENGTH];

	gb2260_format(region, division);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("no unified social credit code has department \"%s\", category \"%s\", region %.6s and subject \"%s\"",
					text_quote(department, strlen(department)),
					text_quote(category, strlen(category)), division,
					text_quote(subject, strlen(subject))),
			 fault ? errdetail_internal("%s", types_explain(REPAIR_USCC, code, GB32100_LENGTH, fault)) :
			 errdetail("Department and category are one character each, and a subject has 9 characters, or 8 to have its check character computed.")));
}

PG_FUNCTION_INFO_V1(uscc_make);

/* A code from its fields; computes the check characters that are not given. */
Datum
uscc_make(PG_FUNCTION_ARGS)
{
	char	   *department = text_to_cstring(PG_GETARG_TEXT_PP(0));
	char	   *category = text_to_cstring(PG_GETARG_TEXT_PP(1));
	int32		region = DatumGetAdcode(PG_GETARG_DATUM(2));
	char	   *subject = text_to_cstring(PG_GETARG_TEXT_PP(3));
	size_t		subject_length = strlen(subject);
	char		code[GB32100_LENGTH];
	uint64		rank;
	Fault		fault;

	if (strlen(department) != 1 || strlen(category) != 1 ||
		(subject_length != GB11714_LENGTH && subject_length != GB11714_BODY_LENGTH))
		make_error(department, category, region, subject, NULL, NULL);

	memset(code, '0', GB32100_LENGTH);
	code[0] = department[0];
	code[1] = category[0];
	gb2260_format(region, code + USCC_REGION);
	memcpy(code + USCC_SUBJECT, subject, subject_length);
	if (!uscc_parse(code, GB32100_LENGTH, &rank, &fault) && fault.reason == FAULT_CHARACTER)
		make_error(department, category, region, subject, code, &fault);
	uscc_complete(code, subject_length == GB11714_LENGTH);
	if (!uscc_parse(code, GB32100_LENGTH, &rank, &fault))
		make_error(department, category, region, subject, code, &fault);
	return UsccGetDatum(rank);
}

bool
types_find_uscc_ends(const char *prefix, size_t length, Datum *first, Datum *last)
{
	uint64		first_rank,
				last_rank;

	if (!uscc_prefix_range(prefix, length, &first_rank, &last_rank))
		return false;
	*first = UsccGetDatum(first_rank);
	*last = UsccGetDatum(last_rank);
	return true;
}

PREFIX_FUNCTIONS(uscc)

PG_FUNCTION_INFO_V1(uscc_orgcode);

/* NULL where the subject was issued with a wrong check character. */
Datum
uscc_orgcode(PG_FUNCTION_ARGS)
{
	char		code[GB32100_LENGTH];
	int64		number;
	Fault		fault;

	uscc_format(DatumGetUscc(PG_GETARG_DATUM(0)), code);
	if (!gb11714_parse(code + USCC_SUBJECT, GB11714_LENGTH, &number, &fault))
		PG_RETURN_NULL();
	return OrgcodeGetDatum(number);
}

static void
write_value(Datum value, char *string)
{
	uscc_format(DatumGetUscc(value), string);
}

const WithText uscc_with_text = {
	.reader = &uscc_reader,
	.write = write_value,
	.typlen = sizeof(int64),
	.length = GB32100_LENGTH,
};

WITH_TEXT_FUNCTIONS(uscc)

bool
types_clean_uscc(const char *text, size_t length, Datum *value)
{
	return types_parse_cleaned(text, length, &uscc_reader, value);
}
