/*
 * The functions of every type for prefixes of its text.
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "compat.h"
#include "prefix.h"

Datum
prefix_find_end(FunctionCallInfo fcinfo, PrefixFindEnds ends, bool last)
{
	text	   *prefix = PG_GETARG_TEXT_PP(0);
	Datum		end[2];

	if (!ends(VARDATA_ANY(prefix), VARSIZE_ANY_EXHDR(prefix), &end[0], &end[1]))
		PG_RETURN_NULL();
	return end[last];
}

/* Longest prefix, in bytes, of any type: a whole value. */
#define LONGEST_PREFIX 18

/* The prefix that was looked at last, and its interval. */
typedef struct PrefixInterval
{
	size_t		length;
	char		prefix[LONGEST_PREFIX];
	bool		exists;
	int64		first;
	int64		last;
} PrefixInterval;

/*
 * Most calls ask for the prefix of the call before, so its interval is kept.  The
 * text is compared, because nothing else says that it is the same: PL/pgSQL
 * evaluates an expression again for other values of its variables.
 */
Datum
prefix_starts_with(FunctionCallInfo fcinfo, PrefixFindEnds ends)
{
	int64		value = PG_GETARG_INT64(0);
	text	   *prefix = PG_GETARG_TEXT_PP(1);
	size_t		length = VARSIZE_ANY_EXHDR(prefix);
	PrefixInterval *interval = fcinfo->flinfo->fn_extra;

	if (length > LONGEST_PREFIX)
		PG_RETURN_BOOL(false);
	if (interval == NULL || interval->length != length ||
		memcmp(interval->prefix, VARDATA_ANY(prefix), length) != 0)
	{
		Datum		first,
					last;

		if (interval == NULL)
			interval = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(PrefixInterval));
		interval->length = length;
		memcpy(interval->prefix, VARDATA_ANY(prefix), length);
		interval->exists = ends(VARDATA_ANY(prefix), length, &first, &last);
		if (interval->exists)
		{
			interval->first = DatumGetInt64(first);
			interval->last = DatumGetInt64(last);
		}
		fcinfo->flinfo->fn_extra = interval;
	}
	PG_RETURN_BOOL(interval->exists && value >= interval->first && value <= interval->last);
}
