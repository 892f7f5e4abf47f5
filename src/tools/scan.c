/*
 * Every unified social credit code in a free text.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "compat.h"
#include "standards/unicode.h"
#include "standards/uscc_scan.h"
#include "types/types.h"

/* How far a text has been read, over the calls that return its codes. */
typedef struct Reading
{
	const char *text;
	size_t		length;
	size_t		byte;			/* of the next character */
	int			character;		/* 0-based number of the next one */
	size_t		start;			/* byte and character where the run begins */
	int			start_character;
	size_t		end;			/* byte after the run */
	UsccScan	scan;
} Reading;

/* Reads to the end of the next code; false if there is none. */
static bool
next_code(Reading *reading, uint64 *rank)
{
	while (reading->byte <= reading->length)
	{
		int			length_before = reading->scan.length;
		const char *character = reading->text + reading->byte;
		uint32		c = 0;
		int			bytes = 1;

		CHECK_FOR_INTERRUPTS();
		if (reading->byte < reading->length)
			c = types_code_point(character, reading->length - reading->byte, &bytes);
		if (uscc_scan(&reading->scan, c, rank))
			return true;
		if (reading->scan.length > length_before)
		{
			if (length_before == 0)
			{
				reading->start = reading->byte;
				reading->start_character = reading->character;
			}
			reading->end = reading->byte + bytes;
		}
		/* in SQL_ASCII, characters are bytes */
		reading->character += bytes == 1 ? 1 : types_characters(character, bytes);
		reading->byte += bytes;
	}
	return false;
}

PG_FUNCTION_INFO_V1(uscc_scan_rows);

Datum
uscc_scan_rows(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Reading    *reading;
	uint64		rank;
	Datum		values[3];
	bool		nulls[3] = {false};

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
		reading->text = VARDATA_ANY(value);
		reading->length = VARSIZE_ANY_EXHDR(value);
		first->user_fctx = reading;
		MemoryContextSwitchTo(old);
	}
	call = SRF_PERCALL_SETUP();
	reading = call->user_fctx;
	if (!next_code(reading, &rank))
		SRF_RETURN_DONE(call);
	values[0] = UsccGetDatum(rank);
	values[1] = Int32GetDatum(reading->start_character + 1);
	values[2] = types_text(reading->text + reading->start, reading->end - reading->start);
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}
