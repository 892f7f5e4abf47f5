/*
 * What is wrong with a text that should be a unified social credit code, what
 * it is instead, and what was meant.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "compat.h"
#include "repair/clean.h"
#include "repair/diagnose.h"
#include "standards/ascii.h"
#include "types/text.h"
#include "types/uscc.h"

/* The sentence of a diagnosis of a text, blanks around it cut off. */
static char *
fault_sentence(const char *text, size_t length, const RepairDiagnosis *diagnosis)
{
	if (diagnosis->fault.reason == FAULT_CHARACTER)
		return types_explain_uscc_character(text, length, diagnosis->place,
											diagnosis->fault.position + 1);
	if (diagnosis->count > REPAIR_LONGEST)
		return types_explain_uscc(text, length, &diagnosis->fault);
	return types_explain_uscc(diagnosis->clean, diagnosis->count, &diagnosis->fault);
}

PG_FUNCTION_INFO_V1(uscc_diagnose);

Datum
uscc_diagnose(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	const char *text = VARDATA_ANY(value);
	size_t		length = VARSIZE_ANY_EXHDR(value);
	TupleDesc	row = fcinfo->flinfo->fn_extra;
	Datum		values[7] = {0};
	bool		nulls[7] = {false, true, true, true, true, true, true};
	uint64		rank;
	Fault		fault;

	if (row == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		row = BlessTupleDesc(row);
		fcinfo->flinfo->fn_extra = row;
		MemoryContextSwitchTo(old);
	}

	values[0] = BoolGetDatum(true);
	if (uscc_parse(text, length, &rank, &fault))
	{
		values[1] = UsccGetDatum(rank);
		nulls[1] = false;
	}
	else
	{
		RepairDiagnosis diagnosis;
		RepairText	reader;

		ascii_trim(&text, &length);
		reader = text_open(text, length);
		repair_diagnose(&reader, &diagnosis);
		values[0] = BoolGetDatum(false);
		values[1] = UsccGetDatum(diagnosis.code);
		nulls[1] = !diagnosis.has_code;
		values[2] = CStringGetTextDatum(diagnosis.problem);
		nulls[2] = false;
		values[3] = Int32GetDatum(diagnosis.fault.position + 1);
		nulls[3] = diagnosis.fault.reason == FAULT_LENGTH;
		values[4] = CStringGetTextDatum(fault_sentence(text, length, &diagnosis));
		nulls[4] = false;
		if (repair_kind_word(diagnosis.kind))
		{
			values[5] = CStringGetTextDatum(repair_kind_word(diagnosis.kind));
			nulls[5] = false;
		}
		values[6] = UsccGetDatum(diagnosis.suggestion.rank);
		nulls[6] = !diagnosis.has_suggestion;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(row, values, nulls)));
}

/* The suggestions for a text, over the calls that return them. */
typedef struct Suggestions
{
	const char *text;			/* trimmed */
	size_t		length;
	size_t		origin[REPAIR_LONGEST + 1]; /* byte of each character, and the
											 * end */
	const char *only_change;	/* of a code that needs no suggestion, or NULL */
	RepairSuggestion best[REPAIR_SUGGESTIONS];
} Suggestions;

/* Finds the suggestions for a text; returns how many. */
static int
find_suggestions(Suggestions *suggestions, int max)
{
	RepairText	reader = text_open(suggestions->text, suggestions->length);
	char		clean[REPAIR_LONGEST];
	int			count = repair_clean(&reader, clean, suggestions->origin, REPAIR_LONGEST);
	Fault		ignored;

	if (count < 0 || max == 0)
		return 0;
	suggestions->origin[count] = suggestions->length;
	if (uscc_parse(clean, count, &suggestions->best[0].rank, &ignored))
	{
		suggestions->best[0].score = 1;
		suggestions->only_change =
			uscc_parse(suggestions->text, suggestions->length,
					   &suggestions->best[0].rank, &ignored) ? "none" : "formatting";
		return 1;
	}
	return repair_suggest(clean, count, suggestions->best, max);
}

PG_FUNCTION_INFO_V1(uscc_suggest_rows);

Datum
uscc_suggest_rows(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Suggestions *suggestions;
	const RepairSuggestion *suggestion;
	Datum		values[6];
	bool		nulls[6] = {false};

	if (SRF_IS_FIRSTCALL())
	{
		int32		max = PG_GETARG_INT32(1);
		FuncCallContext *first;
		MemoryContext old;
		text	   *value;

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
		suggestions->length = VARSIZE_ANY_EXHDR(value);
		ascii_trim(&suggestions->text, &suggestions->length);
		first->max_calls = find_suggestions(suggestions, Min(max, REPAIR_SUGGESTIONS));
		first->user_fctx = suggestions;
		MemoryContextSwitchTo(old);
	}
	call = SRF_PERCALL_SETUP();
	if (call->call_cntr >= call->max_calls)
		SRF_RETURN_DONE(call);

	suggestions = call->user_fctx;
	suggestion = &suggestions->best[call->call_cntr];
	values[0] = UsccGetDatum(suggestion->rank);
	values[5] = Float4GetDatum((float4) (rint(suggestion->score * 10000) / 10000));
	if (suggestions->only_change)
	{
		values[1] = CStringGetTextDatum(suggestions->only_change);
		nulls[2] = nulls[3] = nulls[4] = true;
	}
	else
	{
		size_t		start = suggestions->origin[suggestion->position];
		size_t		end = suggestions->origin[suggestion->position + suggestion->given];
		char		code[GB32100_LENGTH];

		uscc_format(suggestion->rank, code);
		values[1] = CStringGetTextDatum(repair_change_word(suggestion->change));
		values[2] = Int32GetDatum(suggestion->position + 1);
		values[3] = types_make_text(suggestions->text + start, end - start);
		values[4] = types_make_text(code + suggestion->position, suggestion->meant);
	}
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}
