/*
 * What is wrong with a text that should be a value, what it is instead, and which code
 * was meant.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "compat.h"
#include "repair/clean.h"
#include "repair/diagnose.h"
#include "repair/explain.h"
#include "standards/ascii.h"
#include "types/text.h"
#include "types/uscc.h"

/* The row type of a function, looked up once. */
static TupleDesc
result_row(FunctionCallInfo fcinfo)
{
	TupleDesc	row = fcinfo->flinfo->fn_extra;

	if (row == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		row = BlessTupleDesc(row);
		fcinfo->flinfo->fn_extra = row;
		MemoryContextSwitchTo(old);
	}
	return row;
}

/* The columns that all diagnoses have. */
enum
{
	VALID,
	CLEANED,
	PROBLEM,
	POSITION,
	MESSAGE,
	KIND,
	SUGGESTION,
	COLUMNS
};

static void
set_text(Datum *values, bool *nulls, int column, const char *string)
{
	nulls[column] = string == NULL;
	if (string)
		values[column] = CStringGetTextDatum(string);
}

/*
 * Sets the columns for a text, except for those of the value itself and of the
 * suggestion.
 */
static void
diagnose(FunctionCallInfo fcinfo, RepairStandard standard, RepairDiagnosis *diagnosis,
		 Datum *values, bool *nulls)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	const char *text = VARDATA_ANY(value);
	size_t		length = VARSIZE_ANY_EXHDR(value);
	RepairText	reader;
	RepairExplanation explanation;

	ascii_trim(&text, &length);
	reader = text_open(text, length);
	repair_diagnose(&reader, standard, diagnosis);
	values[VALID] = BoolGetDatum(diagnosis->problem == NULL);
	nulls[CLEANED] = !diagnosis->has_value;
	set_text(values, nulls, PROBLEM, diagnosis->problem);
	nulls[POSITION] = diagnosis->problem == NULL || diagnosis->fault.reason == FAULT_LENGTH;
	values[POSITION] = Int32GetDatum(diagnosis->position + 1);
	if (diagnosis->problem)
		repair_explain(&reader, standard, diagnosis, &explanation);
	set_text(values, nulls, MESSAGE, diagnosis->problem ? types_say(text, &explanation) : NULL);
	set_text(values, nulls, KIND, repair_kind_word(diagnosis->kind));
}

PG_FUNCTION_INFO_V1(uscc_diagnose);

Datum
uscc_diagnose(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	TupleDesc	row = result_row(fcinfo);
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false, false, true, true, true, true, true};
	uint64		rank;
	Fault		fault;

	if (uscc_parse(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &rank, &fault))
	{
		/* most values of a column, so without a diagnosis */
		const char *code = VARDATA_ANY(value);
		size_t		length = VARSIZE_ANY_EXHDR(value);

		ascii_trim(&code, &length);
		values[VALID] = BoolGetDatum(true);
		values[CLEANED] = UsccGetDatum(rank);
		set_text(values, nulls, KIND, repair_kind_word(repair_find_kind_of_code(code, rank)));
	}
	else
	{
		RepairDiagnosis diagnosis;

		diagnose(fcinfo, REPAIR_USCC, &diagnosis, values, nulls);
		values[CLEANED] = UsccGetDatum(diagnosis.rank);
		values[SUGGESTION] = UsccGetDatum(diagnosis.suggestion.rank);
		nulls[SUGGESTION] = !diagnosis.has_suggestion;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(row, values, nulls)));
}

PG_FUNCTION_INFO_V1(orgcode_diagnose);

Datum
orgcode_diagnose(PG_FUNCTION_ARGS)
{
	TupleDesc	row = result_row(fcinfo);
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};
	RepairDiagnosis diagnosis;

	diagnose(fcinfo, REPAIR_ORGCODE, &diagnosis, values, nulls);
	values[CLEANED] = OrgcodeGetDatum(diagnosis.number);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(row, values, nulls)));
}

PG_FUNCTION_INFO_V1(citizen_id_diagnose);

Datum
citizen_id_diagnose(PG_FUNCTION_ARGS)
{
	TupleDesc	row = result_row(fcinfo);
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};
	RepairDiagnosis diagnosis;

	diagnose(fcinfo, REPAIR_CITIZEN_ID, &diagnosis, values, nulls);
	values[CLEANED] = CitizenIdGetDatum(diagnosis.number);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(row, values, nulls)));
}

/* The suggestions for a text, over the calls that return them. */
typedef struct Suggestions
{
	const char *text;
	RepairSuggestions found;
} Suggestions;

PG_FUNCTION_INFO_V1(uscc_suggest_rows);

Datum
uscc_suggest_rows(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Suggestions *suggestions;
	const RepairSuggestions *found;
	const RepairSuggestion *suggestion;
	Datum		values[6];
	bool		nulls[6] = {false};

	if (SRF_IS_FIRSTCALL())
	{
		int32		max = PG_GETARG_INT32(1);
		FuncCallContext *first;
		MemoryContext old;
		text	   *value;
		size_t		length;
		RepairText	reader;

		if (max < 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("number of suggestions must not be negative")));
		types_begin_rows(fcinfo, 0);
		first = SRF_PERCALL_SETUP();
		old = MemoryContextSwitchTo(first->multi_call_memory_ctx);
		suggestions = palloc0(sizeof(Suggestions));
		value = PG_GETARG_TEXT_P_COPY(0);
		suggestions->text = VARDATA_ANY(value);
		length = VARSIZE_ANY_EXHDR(value);
		ascii_trim(&suggestions->text, &length);
		reader = text_open(suggestions->text, length);
		repair_find_suggestions(&reader, Min(max, REPAIR_SUGGESTIONS), &suggestions->found);
		first->max_calls = suggestions->found.count;
		first->user_fctx = suggestions;
		MemoryContextSwitchTo(old);
	}
	call = SRF_PERCALL_SETUP();
	if (call->call_cntr >= call->max_calls)
		SRF_RETURN_DONE(call);

	suggestions = call->user_fctx;
	found = &suggestions->found;
	suggestion = &found->best[call->call_cntr];
	values[0] = UsccGetDatum(suggestion->rank);
	values[5] = Float4GetDatum((float4) (rint(suggestion->score * 10000) / 10000));
	if (found->only_change)
	{
		values[1] = CStringGetTextDatum(found->only_change);
		nulls[2] = nulls[3] = nulls[4] = true;
	}
	else
	{
		size_t		start = found->start[suggestion->position];
		size_t		end = start;
		char		code[GB32100_LENGTH];

		if (suggestion->given > 0)
			end = found->end[suggestion->position + suggestion->given - 1];
		uscc_format(suggestion->rank, code);
		values[1] = CStringGetTextDatum(repair_change_word(suggestion->change));
		values[2] = Int32GetDatum(found->position[suggestion->position] + 1);
		values[3] = types_make_text(suggestions->text + start, end - start);
		values[4] = types_make_text(code + suggestion->position, suggestion->meant);
	}
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}
