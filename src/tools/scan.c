/*
 * Every unified social credit code in a free text.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "compat.h"
#include "repair/scan.h"
#include "types/text.h"
#include "types/uscc.h"

/* How far a text has been read, over the calls that return its codes. */
typedef struct Reading
{
	RepairText	text;
	RepairScan	scan;
	size_t		counted;		/* bytes whose characters are counted */
	int			count;			/* of characters in them */
} Reading;

PG_FUNCTION_INFO_V1(uscc_scan_rows);

Datum
uscc_scan_rows(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Reading    *reading;
	const RepairScan *scan;
	const char *bytes;
	uint64		rank;
	Datum		values[4];
	bool		nulls[4] = {false};

	if (SRF_IS_FIRSTCALL())
	{
		FuncCallContext *first;
		MemoryContext old;
		text	   *value;

		types_begin_rows(fcinfo, 0);
		first = SRF_PERCALL_SETUP();
		old = MemoryContextSwitchTo(first->multi_call_memory_ctx);
		reading = palloc0(sizeof(Reading));
		value = PG_GETARG_TEXT_P_COPY(0);
		reading->text = text_open(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
		first->user_fctx = reading;
		MemoryContextSwitchTo(old);
	}
	call = SRF_PERCALL_SETUP();
	reading = call->user_fctx;
	scan = &reading->scan;
	if (!repair_scan(&reading->scan, &reading->text, &rank))
		SRF_RETURN_DONE(call);
	bytes = reading->text.storage;
	reading->count += text_count_characters(bytes + reading->counted, scan->start - reading->counted);
	reading->counted = scan->start;
	values[0] = UsccGetDatum(rank);
	values[1] = Int32GetDatum(reading->count + 1);
	values[2] = types_make_text(bytes + scan->start, scan->end - scan->start);
	values[3] = BoolGetDatum(uscc_rank_is_standard(rank));
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}
