/*
 * What ANALYZE gathers of a column of codes.
 *
 * The statistics are PostgreSQL's own: as many common values and bounds of the
 * histogram as of any type, because planning a join compares them.  But codes are
 * spread over thousands of divisions, and most questions are about one of them, so
 * two kinds of statistics are added that only estimate.c reads (planner.h).
 */
#include "postgres.h"

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "planner.h"
#include "standards/gb2260.h"
#include "standards/uscc_code.h"
#include "types/uscc.h"

/*
 * A prefecture with a thousandth of the rows must be known; with the default
 * statistics target of 100, a quantile is a third of that.
 */
#define QUANTILES_PER_TARGET 30

/* What ANALYZE does without us, and what it gathers for us of the type. */
typedef struct CodeAnalyze
{
	AnalyzeAttrComputeStatsFunc standard_compute_stats;
	void	   *standard_extra_data;
	bool		quantiles;
	int32		(*division) (int64 number); /* NULL for none */
} CodeAnalyze;

#define ST_SORT sort_numbers
#define ST_ELEMENT_TYPE int64
#define ST_COMPARE(a, b) (*(a) < *(b) ? -1 : *(a) > *(b))
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

int32
planner_uscc_region(int64 number)
{
	return uscc_rank_region(DatumGetUscc(Int64GetDatum(number)));
}

/* Index of the first slot of statistics of a kind, 0 for a free one; -1 if none is. */
static int
find_slot(const VacAttrStats *stats, int16 kind)
{
	for (int slot = 0; slot < STATISTIC_NUM_SLOTS; slot++)
		if (stats->stakind[slot] == kind)
			return slot;
	return -1;
}

/*
 * In a partition, and in a table that is not a heap, comparisons can take the place of a
 * prefix (clause.c), and they are estimated from PostgreSQL's histogram.  So the
 * quantiles go there, unless it leaves out common values.
 */
static bool
quantiles_are_histogram(const VacAttrStats *stats)
{
	Oid			table = stats->tupDesc ? TupleDescAttr(stats->tupDesc, 0)->attrelid : InvalidOid;

	return OidIsValid(table) && find_slot(stats, STATISTIC_KIND_MCV) < 0 &&
		(get_rel_relispartition(table) || !planner_is_heap(table));
}

static void
add_quantiles(VacAttrStats *stats, const int64 *sorted, int rows, int parts)
{
	int16		kind = quantiles_are_histogram(stats) ? STATISTIC_KIND_HISTOGRAM : 0;
	int			slot = find_slot(stats, kind);
	MemoryContext old;
	Datum	   *values;

	if (slot < 0)
		return;
	parts = Max(Min(parts, rows - 1), 1);
	old = MemoryContextSwitchTo(stats->anl_context);
	values = palloc((parts + 1) * sizeof(Datum));
	for (int i = 0; i <= parts; i++)
		values[i] = Int64GetDatum(sorted[(int64) i * (rows - 1) / parts]);
	MemoryContextSwitchTo(old);
	stats->stakind[slot] = kind ? kind : PLANNER_STATISTIC_QUANTILES;
	stats->stavalues[slot] = values;
	stats->numvalues[slot] = parts + 1;
}

/*
 * Takes the number of rows of each code.  A county with less rows than the threshold
 * counts as the prefecture, and a prefecture with less, as the province.  Sets codes and
 * shares, one for each, and returns how many.
 */
static int
summarize_divisions(const int32 *rows, int threshold, double row_share,
					Datum *codes, float4 *shares)
{
	int			count = 0;

#define ADD(code, rows) \
	(codes[count] = Int32GetDatum(code), shares[count++] = (float4) ((rows) * row_share))

	for (int32 province = 0; province < GB2260_COUNT; province += 10000)
	{
		int32		small_prefectures = 0;

		for (int32 prefecture = province; prefecture < province + 10000; prefecture += 100)
		{
			int32		all = 0;
			int32		small_counties = 0;

			for (int32 county = prefecture; county < prefecture + 100; county++)
			{
				all += rows[county];
				if (rows[county] >= threshold)
					ADD(county, rows[county]);
				else
					small_counties += rows[county];
			}
			if (all < threshold)
				small_prefectures += all;
			else if (small_counties > 0)
				ADD(prefecture, small_counties);
		}
		if (small_prefectures > 0)
			ADD(province, small_prefectures);
	}
#undef ADD
	return count;
}

static void
add_divisions(VacAttrStats *stats, const int32 *rows_of_code, int rows, int parts, int samplerows)
{
	int			slot = find_slot(stats, 0);
	int			threshold = Max(rows / parts, 1);
	int			most = 2 * (rows / threshold) + GB2260_COUNT / 10000;
	Datum	   *codes;
	float4	   *shares;
	int			count;

	if (slot < 0)
		return;
	codes = MemoryContextAlloc(stats->anl_context, most * sizeof(Datum));
	shares = MemoryContextAlloc(stats->anl_context, (most + 1) * sizeof(float4));
	count = summarize_divisions(rows_of_code, threshold, 1.0 / samplerows, codes, shares);
	shares[count] = (float4) threshold / samplerows;
	stats->stakind[slot] = PLANNER_STATISTIC_DIVISIONS;
	stats->stavalues[slot] = codes;
	stats->numvalues[slot] = count;
	stats->stanumbers[slot] = shares;
	stats->numnumbers[slot] = count + 1;
	stats->statypid[slot] = INT4OID;
	stats->statyplen[slot] = sizeof(int32);
	stats->statypbyval[slot] = true;
	stats->statypalign[slot] = TYPALIGN_INT;
}

static void
compute_code_stats(VacAttrStatsP stats, AnalyzeAttrFetchFunc fetchfunc,
				   int samplerows, double totalrows)
{
	CodeAnalyze *code = stats->extra_data;
	int			parts = STATISTICS_TARGET(stats) * QUANTILES_PER_TARGET;
	int64	   *numbers;
	int			rows = 0;

	stats->extra_data = code->standard_extra_data;
	code->standard_compute_stats(stats, fetchfunc, samplerows, totalrows);
	stats->extra_data = code;

	/* without a histogram, the common values are all that there are */
	if (find_slot(stats, STATISTIC_KIND_HISTOGRAM) < 0)
		return;

	numbers = palloc(samplerows * sizeof(int64));
	for (int i = 0; i < samplerows; i++)
	{
		bool		is_null;
		Datum		value = fetchfunc(stats, i, &is_null);

		CHECK_FOR_INTERRUPTS();
		if (!is_null)
			numbers[rows++] = types_number(value, stats->attrtype->typlen);
	}
	if (code->quantiles)
	{
		sort_numbers(numbers, rows);
		add_quantiles(stats, numbers, rows, parts);
	}
	if (code->division)
	{
		int32	   *rows_of_code = palloc0(GB2260_COUNT * sizeof(int32));

		for (int i = 0; i < rows; i++)
			rows_of_code[code->division(numbers[i])]++;
		add_divisions(stats, rows_of_code, rows, parts, samplerows);
		pfree(rows_of_code);
	}
	pfree(numbers);
}

/* The typanalyze function of a type. */
static bool
code_typanalyze(VacAttrStats *stats, bool quantiles, int32 (*division) (int64 number))
{
	CodeAnalyze *code;

	if (!std_typanalyze(stats))
		return false;
	code = palloc(sizeof(CodeAnalyze));
	code->standard_compute_stats = stats->compute_stats;
	code->standard_extra_data = stats->extra_data;
	code->quantiles = quantiles;
	code->division = division;
	stats->compute_stats = compute_code_stats;
	stats->extra_data = code;

	/*
	 * Of a prefecture with a thousandth of the rows, the usual sample has 30
	 * rows.  In the codes of uscc_random, 328 have as many or more, and one
	 * ANALYZE in 36 would be wrong by a factor of 2 about one of them.  With
	 * 45 rows it is one in 700.
	 */
	stats->minrows += stats->minrows / 2;
	return true;
}

static int32
adcode_division(int64 number)
{
	return (int32) number;
}

PG_FUNCTION_INFO_V1(adcode_typanalyze);

Datum
adcode_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(code_typanalyze((VacAttrStats *) PG_GETARG_POINTER(0), false, adcode_division));
}

PG_FUNCTION_INFO_V1(orgcode_typanalyze);

Datum
orgcode_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(code_typanalyze((VacAttrStats *) PG_GETARG_POINTER(0), true, NULL));
}

PG_FUNCTION_INFO_V1(uscc_typanalyze);

Datum
uscc_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(code_typanalyze((VacAttrStats *) PG_GETARG_POINTER(0), true, planner_uscc_region));
}

PG_FUNCTION_INFO_V1(citizen_id_typanalyze);

Datum
citizen_id_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(code_typanalyze((VacAttrStats *) PG_GETARG_POINTER(0), true, NULL));
}
