/*
 * Codes for test data.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/fmgrprotos.h"

#include "compat.h"
#include "repair/population.h"
#include "types/text.h"
#include "types/uscc.h"

/* PostgreSQL's own random(), so that setseed() repeats what is drawn. */
static double
session_random(void)
{
	return DatumGetFloat8(DirectFunctionCall1(drandom, (Datum) 0));
}

PG_FUNCTION_INFO_V1(uscc_random);

Datum
uscc_random(PG_FUNCTION_ARGS)
{
	text	   *value = PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0);
	const char *prefix = value ? VARDATA_ANY(value) : "";
	size_t		length = value ? VARSIZE_ANY_EXHDR(value) : 0;
	uint64		rank;

	if (!repair_population_draw(prefix, length, session_random, &rank))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no unified social credit code begins with \"%s\"",
						text_quote(prefix, length))));
	return UsccGetDatum(rank);
}
