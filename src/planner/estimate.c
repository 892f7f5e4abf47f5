/*
 * How many rows a clause with one of the operators has.
 *
 * What statistics.c keeps of a column is read first.  Where that is missing, as after
 * pg_upgrade until the next ANALYZE, the common values and the histogram are.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/typcache.h"

#include "compat.h"
#include "planner.h"
#include "standards/gb2260.h"
#include "standards/uscc_code.h"

/*
 * If so many of the rows have the prefix of a pattern, at least ten values of the
 * histogram, 100 by default, have it.
 */
#define SHARE_WITH_SAMPLE	0.1

/* An interval of the numbers that values are stored as. */
typedef struct NumberInterval
{
	int64		first;
	int64		last;
} NumberInterval;

static bool
in_interval(const NumberInterval *interval, int64 number)
{
	return number >= interval->first && number <= interval->last;
}

/* How many of sorted values are below a number, or up to it. */
static int
count_below(const AttStatsSlot *sorted, int16 length, int64 number, bool and_equal)
{
	int			low = 0;
	int			high = sorted->nvalues;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		int64		value = types_number(sorted->values[middle], length);

		if (value < number || (and_equal && value == number))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Share of the rows in an interval, if values divide them into equal parts: that of the
 * values.  An interval between two of them has a part of what is there, as if rows were
 * spread evenly.
 */
static double
share_of_quantiles(const AttStatsSlot *quantiles, int16 length, const NumberInterval *interval)
{
	int			before = count_below(quantiles, length, interval->first, false);
	int			until = count_below(quantiles, length, interval->last, true);
	uint64		start,
				end;

	if (until > before)
		return (double) (until - before) / quantiles->nvalues;
	if (before == 0 || before == quantiles->nvalues)
		return 0;

	/*
	 * differences as integers, because values that are near are equal as
	 * doubles
	 */
	start = (uint64) types_number(quantiles->values[before - 1], length);
	end = (uint64) types_number(quantiles->values[before], length);
	return (double) ((uint64) interval->last - (uint64) interval->first) / (double) (end - start) /
		quantiles->nvalues;
}

/*
 * Share of the rows in an interval of divisions.  If nothing in it has statistics of
 * its own, it has less rows than the threshold, and not more than are counted above.
 */
static double
share_of_divisions(const AttStatsSlot *divisions, const NumberInterval *interval)
{
	double		share = 0;
	double		above = 0;

	for (int i = 0; i < divisions->nvalues; i++)
	{
		int32		code = DatumGetInt32(divisions->values[i]);

		if (in_interval(interval, code))
			share += divisions->numbers[i];
		else if (code <= interval->first && gb2260_last(code) >= interval->last)
			above = Max(above, divisions->numbers[i]);
	}
	if (share == 0 && divisions->nnumbers > divisions->nvalues)
		share = Min(above, divisions->numbers[divisions->nvalues] / 2);
	return share;
}

/*
 * Share of the rows by what ANALYZE keeps of any type.  If the interval is one of
 * regions, and the column one of type uscc, these are a sample of codes.
 */
static double
share_of_standard(const VariableStatData *column, int16 length, const NumberInterval *interval,
				  bool of_regions, double not_null)
{
	AttStatsSlot slot;
	double		share = 0;
	double		common = 0;

	if (get_attstatsslot(&slot, column->statsTuple, STATISTIC_KIND_MCV, InvalidOid,
						 ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
	{
		for (int i = 0; i < slot.nvalues; i++)
		{
			int64		number = types_number(slot.values[i], length);

			common += slot.numbers[i];
			if (in_interval(interval, of_regions ? planner_uscc_region(number) : number))
				share += slot.numbers[i];
		}
		free_attstatsslot(&slot);
	}
	if (get_attstatsslot(&slot, column->statsTuple, STATISTIC_KIND_HISTOGRAM, InvalidOid,
						 ATTSTATSSLOT_VALUES))
	{
		double		matching = 0;

		if (of_regions)
		{
			for (int i = 0; i < slot.nvalues; i++)
				matching += in_interval(interval, planner_uscc_region(DatumGetInt64(slot.values[i])));
			matching /= slot.nvalues;
		}
		else
			matching = share_of_quantiles(&slot, length, interval);
		share += Max(not_null - common, 0) * matching;
		free_attstatsslot(&slot);
	}
	return share;
}

/* Share of a column's rows in an interval, from its statistics. */
static double
interval_share(const VariableStatData *column, const NumberInterval *interval,
			   bool of_divisions, double not_null)
{
	int16		length = get_typlen(column->vartype);
	double		share;
	AttStatsSlot slot;

	if (of_divisions &&
		get_attstatsslot(&slot, column->statsTuple, PLANNER_STATISTIC_DIVISIONS, InvalidOid,
						 ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		share = share_of_divisions(&slot, interval);
	else if (!of_divisions &&
			 get_attstatsslot(&slot, column->statsTuple, PLANNER_STATISTIC_QUANTILES, InvalidOid,
							  ATTSTATSSLOT_VALUES))
		share = not_null * share_of_quantiles(&slot, length, interval);
	else
		return share_of_standard(column, length, interval,
								 of_divisions && length != sizeof(int32), not_null);
	free_attstatsslot(&slot);
	return share;
}

/*
 * If statistics are missing for an expression that is the region of a code, those of
 * the code know it.
 */
static void
examine_code_of_region(PlannerInfo *root, int varRelid, VariableStatData *column)
{
	FuncExpr   *call = (FuncExpr *) column->var;
	const char *function;

	if (HeapTupleIsValid(column->statsTuple) || !IsA(column->var, FuncExpr))
		return;
	function = get_func_name(call->funcid);
	if (function == NULL || strcmp(function, "uscc_region") != 0 || list_length(call->args) != 1)
		return;
	ReleaseVariableStats(*column);
	examine_variable(root, linitial(call->args), varRelid, column);
}

/* Share of the rows with a value in the interval of an operator with a constant on its right. */
static double
constant_share(VariableStatData *column, const PlannerOperator *operator, Oid operator_oid,
			   const PlannerInterval *interval, double not_null)
{
	bool		of_divisions = operator->type->length == GB2260_LENGTH;
	int16		length = of_divisions ? sizeof(int32) : sizeof(int64);
	NumberInterval numbers = {
		types_number(interval->first, length), types_number(interval->last, length)
	};
	double		share = DEFAULT_MATCH_SEL;

	if (numbers.first > numbers.last)
		share = 0;
	else if (numbers.first == numbers.last && !of_divisions)
		share = var_eq_const(column, lookup_type_cache(column->vartype, TYPECACHE_EQ_OPR)->eq_opr,
							 InvalidOid, interval->first, false, true, false);
	else if (HeapTupleIsValid(column->statsTuple) &&
			 statistic_proc_security_check(column, get_opcode(operator_oid)))
		share = interval_share(column, &numbers, of_divisions, not_null);
	return share;
}

/* Share of the rows for which an operator is true. */
static double
operator_share(PlannerInfo *root, Oid operator_oid, Oid collation, List *args, int varRelid)
{
	const PlannerOperator *operator = planner_operator(get_opcode(operator_oid));
	VariableStatData column;
	Node	   *other;
	bool		column_on_left;
	double		share = DEFAULT_MATCH_SEL;

	if (operator == NULL ||
		!get_restriction_variable(root, args, varRelid, &column, &other, &column_on_left))
		return share;
	if (IsA(other, Const) && ((Const *) other)->constisnull)
		share = 0;
	else if (column_on_left && IsA(other, Const))
	{
		PlannerInterval interval;
		double		not_null = 1;
		bool		has_interval = planner_interval(operator, ((Const *) other)->constvalue, &interval);

		examine_code_of_region(root, varRelid, &column);
		if (HeapTupleIsValid(column.statsTuple))
			not_null -= ((Form_pg_statistic) GETSTRUCT(column.statsTuple))->stanullfrac;
		if (has_interval)
			share = constant_share(&column, operator, operator_oid, &interval, not_null);
		if (!has_interval || (interval.share < 1 && share >= SHARE_WITH_SAMPLE))
			share = generic_restriction_selectivity(root, operator_oid, collation, args, varRelid,
													DEFAULT_MATCH_SEL);
		else
			share = operator->negated ? not_null - share * interval.share : share * interval.share;
	}
	else if (operator->negated)
		share = 1 - share;
	ReleaseVariableStats(column);
	return share;
}

PG_FUNCTION_INFO_V1(uscc_planner_sel);

Datum
uscc_planner_sel(PG_FUNCTION_ARGS)
{
	double		share = operator_share((PlannerInfo *) PG_GETARG_POINTER(0), PG_GETARG_OID(1),
									   PG_GET_COLLATION(), (List *) PG_GETARG_POINTER(2),
									   PG_GETARG_INT32(3));

	CLAMP_PROBABILITY(share);
	PG_RETURN_FLOAT8(share);
}
