/*
 * What ANALYZE gathers of a column of codes.
 *
 * Codes are spread over thousands of divisions, and most questions are about
 * one of them.  So that the planner knows how many rows a prefecture with a
 * thousandth of the rows has, the statistics keep thirty times as many values
 * as the statistics target says, and the sample is twice the usual one, which
 * would hold but 30 rows of it.  (Those of tsvector and of arrays keep ten
 * times as many.)  All else is PostgreSQL's.
 */
#include "postgres.h"

#include "commands/vacuum.h"
#include "fmgr.h"

#include "compat.h"

#define VALUES_PER_TARGET 30
#define SAMPLE_FACTOR 2

/* The largest statistics target that PostgreSQL itself allows. */
#define LARGEST_TARGET 10000

PG_FUNCTION_INFO_V1(planner_typanalyze);

Datum
planner_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);

	if (!std_typanalyze(stats))
		PG_RETURN_BOOL(false);
	stats->minrows *= SAMPLE_FACTOR;
	STATISTICS_TARGET(stats) = Min(STATISTICS_TARGET(stats) * VALUES_PER_TARGET,
								   LARGEST_TARGET);
	PG_RETURN_BOOL(true);
}
