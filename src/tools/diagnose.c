/*
 * What is wrong with a text that should be a unified social credit code, what
 * it is instead, and what was meant.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "compat.h"
#include "standards/ascii.h"
#include "standards/uscc_code.h"
#include "standards/uscc_kind.h"
#include "standards/uscc_scan.h"
#include "standards/uscc_suggest.h"
#include "standards/unicode.h"
#include "types/types.h"

/* Characters, without those that carry no meaning, that are looked at. */
#define LONGEST 64

/* A suggestion is made if it is likelier than all others together. */
#define LIKELY 0.5

static const char *const problem_words[] = {
	[USCC_VALID] = NULL,
	[USCC_LENGTH] = "length",
	[USCC_CHARACTER] = "character",
	[USCC_DEPARTMENT] = "department",
	[USCC_CATEGORY] = "category",
	[USCC_DIVISION] = "region",
	[USCC_CHECK_CHARACTER] = "check_character",
	[USCC_SUBJECT_CHECK_CHARACTER] = "subject_check_character",
	[USCC_FORM] = "subject_form"
};

/* What uscc_diagnose finds out; pointers palloc'd or constant. */
typedef struct Diagnosis
{
	const char *problem;
	int			position;		/* 1-based; 0 for none */
	char	   *message;
	UsccKind	kind;
	bool		has_code;		/* ... but for what carries no meaning */
	uint64		code;
	bool		has_suggestion;
	uint64		suggestion;
} Diagnosis;

/* Is a text without a character of a code a placeholder, as "无" and "-" are? */
static bool
is_placeholder(const char *text, size_t length)
{
	char		utf8[LONGEST + MAX_MULTIBYTE_CHAR_LEN];
	size_t		used = 0;
	bool		separators = length > 0;
	int			bytes;

	for (size_t i = 0; i < length; i += bytes)
	{
		uint32		c = unicode_fold_width(types_code_point(text + i, length - i, &bytes));

		CHECK_FOR_INTERRUPTS();
		if (unicode_is_blank(c) || unicode_is_invisible(c))
			continue;
		separators &= unicode_is_separator(c);
		if (used >= LONGEST)
		{
			if (separators)
				continue;
			return false;
		}
		unicode_to_utf8(c < 0x80 ? (uint32) ascii_upper((char) c) : c,
						(unsigned char *) utf8 + used);
		used += pg_utf_mblen((unsigned char *) utf8 + used);
	}
	return used > 0 && (separators || uscc_is_placeholder(utf8, used));
}

/* The only code in a longer text. */
static bool
find_code(const char *text, size_t length, uint64 *code)
{
	UsccScan	scan = USCC_SCAN_START;
	int			found = 0;
	int			bytes = 1;

	for (size_t i = 0; i <= length; i += bytes)
	{
		uint64		rank;

		CHECK_FOR_INTERRUPTS();
		if (!uscc_scan(&scan, i < length ? types_code_point(text + i, length - i, &bytes) : 0, &rank))
			continue;
		if (found > 0 && rank != *code)
			return false;
		*code = rank;
		found++;
	}
	return found > 0;
}

/* Looks at a text, blanks around it cut off, that is no code. */
static void
diagnose(const char *text, size_t length, Diagnosis *diagnosis)
{
	char		clean[LONGEST];
	int			origin[LONGEST];
	int			count = types_clean(text, length, clean, origin, LONGEST);
	UsccSuggestion best;
	UsccFault	fault;

	memset(diagnosis, 0, sizeof(*diagnosis));
	if (count < 0)
	{
		/* longer than anything that is known */
		diagnosis->kind = USCC_KIND_UNKNOWN;
		uscc_parse(text, length, &diagnosis->code, &fault);
		diagnosis->message = types_uscc_fault(text, length, &fault);
	}
	else if (uscc_parse(clean, count, &diagnosis->code, &fault))
	{
		/* the first character that is cleaned is a fault of the text as it is */
		diagnosis->has_code = true;
		diagnosis->problem = "formatting";
		fault.reason = USCC_LENGTH;
		diagnosis->message = types_uscc_fault(text, length, &fault);
		while (gb32100_value[(unsigned char) text[diagnosis->position]] != GB32100_FOREIGN)
			diagnosis->position++;
		diagnosis->position++;
		return;
	}
	else
	{
		diagnosis->kind = is_placeholder(text, length) ? USCC_KIND_PLACEHOLDER :
			uscc_kind(clean, count);
		if (fault.reason == USCC_CHARACTER)
			diagnosis->message = types_uscc_character_fault(text, length, origin[fault.position],
															fault.position + 1);
		else
			diagnosis->message = types_uscc_fault(clean, count, &fault);
	}

	diagnosis->problem = diagnosis->kind == USCC_KIND_EMPTY ? "empty" : problem_words[fault.reason];
	if (fault.reason != USCC_LENGTH)
		diagnosis->position = fault.position + 1;
	switch (diagnosis->kind)
	{
		case USCC_KIND_UNKNOWN:
		case USCC_KIND_MASKED:
		case USCC_KIND_TRUNCATED:
		case USCC_KIND_COMPLEMENT_FORGOTTEN:
			break;
		default:
			/* it is something else */
			return;
	}
	if (count >= 0 && uscc_suggest(clean, count, &best, 1) == 1 && best.score > LIKELY)
	{
		diagnosis->has_suggestion = true;
		diagnosis->suggestion = best.rank;
	}
	else if (length > GB32100_LENGTH && find_code(text, length, &diagnosis->suggestion))
	{
		diagnosis->has_suggestion = true;
		diagnosis->kind = USCC_KIND_CONTAINS_CODE;
	}
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
	UsccFault	fault;

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
		Diagnosis	diagnosis;

		ascii_trim(&text, &length);
		diagnose(text, length, &diagnosis);
		values[0] = BoolGetDatum(false);
		values[1] = UsccGetDatum(diagnosis.code);
		nulls[1] = !diagnosis.has_code;
		values[2] = CStringGetTextDatum(diagnosis.problem);
		nulls[2] = false;
		values[3] = Int32GetDatum(diagnosis.position);
		nulls[3] = diagnosis.position == 0;
		values[4] = CStringGetTextDatum(diagnosis.message);
		nulls[4] = false;
		if (uscc_kind_word(diagnosis.kind))
		{
			values[5] = CStringGetTextDatum(uscc_kind_word(diagnosis.kind));
			nulls[5] = false;
		}
		values[6] = UsccGetDatum(diagnosis.suggestion);
		nulls[6] = !diagnosis.has_suggestion;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(row, values, nulls)));
}

/* The suggestions for a text, over the calls that return them. */
typedef struct Suggestions
{
	const char *text;			/* trimmed */
	size_t		length;
	int			origin[LONGEST + 1];	/* byte of each character, and the end */
	const char *only_change;	/* of a code that needs no suggestion, or NULL */
	UsccSuggestion best[USCC_SUGGESTIONS];
} Suggestions;

static const char *const change_words[] = {
	[USCC_CONFUSABLE] = "confusable",
	[USCC_SWAP] = "swap",
	[USCC_SUBSTITUTION] = "substitution",
	[USCC_LOST] = "lost",
	[USCC_INSERTED] = "inserted",
	[USCC_DOUBLED] = "doubled"
};

/* Finds the suggestions for a text; returns how many. */
static int
find_suggestions(Suggestions *suggestions, int max)
{
	char		clean[LONGEST];
	int			count = types_clean(suggestions->text, suggestions->length, clean,
									suggestions->origin, LONGEST);
	UsccFault	ignored;

	if (count < 0 || max == 0)
		return 0;
	suggestions->origin[count] = (int) suggestions->length;
	if (uscc_parse(clean, count, &suggestions->best[0].rank, &ignored))
	{
		suggestions->best[0].score = 1;
		suggestions->only_change =
			uscc_parse(suggestions->text, suggestions->length,
					   &suggestions->best[0].rank, &ignored) ? "none" : "formatting";
		return 1;
	}
	return uscc_suggest(clean, count, suggestions->best, max);
}

PG_FUNCTION_INFO_V1(uscc_suggest_rows);

Datum
uscc_suggest_rows(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Suggestions *suggestions;
	const UsccSuggestion *suggestion;
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
		first->max_calls = find_suggestions(suggestions, Min(max, USCC_SUGGESTIONS));
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
		int			start = suggestions->origin[suggestion->position];
		int			end = suggestions->origin[suggestion->position + suggestion->given];
		char		code[GB32100_LENGTH];

		uscc_format(suggestion->rank, code);
		values[1] = CStringGetTextDatum(change_words[suggestion->change]);
		values[2] = Int32GetDatum(suggestion->position + 1);
		values[3] = types_text(suggestions->text + start, end - start);
		values[4] = types_text(code + suggestion->position, suggestion->meant);
	}
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}
