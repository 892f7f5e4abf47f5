/*
 * What the planner is told of ^@ (T, text) and of adcode <@ adcode.
 *
 * All ask whether a value lies in an interval: the codes with a prefix, the
 * divisions below one.  So an index with the order of the type serves them
 * as one range, exactly, and the statistics of the column tell how many rows
 * lie in it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/stratnum.h"
#include "catalog/pg_am.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "compat.h"
#include "standards/gb11643.h"
#include "standards/gb2260.h"
#include "standards/uscc_code.h"
#include "types/prefix.h"
#include "types/uscc.h"

/* An operator whose right side names an interval of the type on its left. */
typedef struct IntervalOperator
{
	/* The ends of a prefix on the right side; NULL if that is a division. */
	PrefixFindEnds prefix_ends;

	/*
	 * SQL functions, beside the operator's, that compute the ends of a right
	 * side not known yet; NULL where it is the end itself.
	 */
	const char *first_function;
	const char *last_function;

	/*
	 * Where a value lies among those that are likely to occur, so that equal
	 * distances mean about equally many rows; likewise where the next one
	 * after it lies.
	 */
	double		(*position) (Datum value, bool after);
} IntervalOperator;

/* The ends of the interval that a right side names; false if it is empty. */
static bool
interval_ends(const IntervalOperator *interval, Datum right, Datum *first, Datum *last)
{
	text	   *prefix;

	if (interval->prefix_ends == NULL)
	{
		*first = right;
		*last = AdcodeGetDatum(gb2260_last(DatumGetAdcode(right)));
		return true;
	}
	prefix = DatumGetTextPP(right);
	return interval->prefix_ends(VARDATA_ANY(prefix), VARSIZE_ANY_EXHDR(prefix), first, last);
}

/*
 * Codes occur where divisions are: of the 10,000 codes of a province, 50 to 200
 * are in use.  Unknown ones count little, but do count.
 */
static double
division_position(int32 code)
{
	return gb2260_likely_before(code) + code * 1e-4;
}

static double
adcode_position(Datum value, bool after)
{
	return division_position(DatumGetAdcode(value) + after);
}

static const IntervalOperator adcode_within_operator = {
	.prefix_ends = NULL,
	.first_function = NULL,
	.last_function = "adcode_within_last",
	.position = adcode_position
};

static const IntervalOperator adcode_starts_with_operator = {
	.prefix_ends = types_find_adcode_ends,
	.first_function = "adcode_first",
	.last_function = "adcode_last",
	.position = adcode_position
};

/* The order of the text; no shares of bodies are assumed. */
static double
orgcode_position(Datum value, bool after)
{
	return (double) (DatumGetOrgcode(value) + after);
}

static const IntervalOperator orgcode_starts_with_operator = {
	.prefix_ends = types_find_orgcode_ends,
	.first_function = "orgcode_first",
	.last_function = "orgcode_last",
	.position = orgcode_position
};

/* Departments and categories side by side, in each the divisions. */
static double
uscc_position(Datum value, bool after)
{
	uint64		rank = DatumGetUscc(value);
	int			pair;
	int32		region;
	double		division;

	if (after && ++rank == USCC_COUNT)
		return 9.0 * GB32100_ALPHABET_SIZE * division_position(GB2260_COUNT);
	pair = 9 * gb32100_value[(unsigned char) uscc_rank_department(rank)] +
		(uscc_rank_category(rank) - '1');
	region = uscc_rank_region(rank);
	division = division_position(region);
	return pair * division_position(GB2260_COUNT) + division +
		uscc_rank_subject_share(rank) * (division_position(region + 1) - division);
}

static const IntervalOperator uscc_starts_with_operator = {
	.prefix_ends = types_find_uscc_ends,
	.first_function = "uscc_first",
	.last_function = "uscc_last",
	.position = uscc_position
};

/*
 * Divisions, in each the people by their birth date: nearly all were born in
 * the hundred years from 1930 on.
 */
static double
citizen_id_position(Datum value, bool after)
{
	int64		number = DatumGetCitizenId(value) + after;
	int32		region = gb11643_region(number);
	double		division = division_position(region);
	double		year = (number % INT64CONST(100000000000)) / 1e7;
	double		share = year < 1930 ? year / 1930 * 0.01 :
		year < 2030 ? 0.01 + (year - 1930) / 100 * 0.98 :
		Min(0.99 + (year - 2030) / 10000 * 0.01, 1);

	return division + share * (division_position(region + 1) - division);
}

static const IntervalOperator citizen_id_starts_with_operator = {
	.prefix_ends = types_find_citizen_id_ends,
	.first_function = "citizen_id_first",
	.last_function = "citizen_id_last",
	.position = citizen_id_position
};

/* An end of the interval as an expression: the function of that name, which
 * stands in the schema of the operator's own, of the right side. */
static Expr *
end_expression(Oid operator_function, const char *name, Oid type, Node *right)
{
	Oid			argument = exprType(right);
	Oid			function;

	if (name == NULL)
		return (Expr *) copyObject(right);
	function = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid,
							   CStringGetDatum(name),
							   PointerGetDatum(buildoidvector(&argument, 1)),
							   ObjectIdGetDatum(get_func_namespace(operator_function)));
	if (!OidIsValid(function))
		return NULL;
	return (Expr *) makeFuncExpr(function, type, list_make1(copyObject(right)),
								 InvalidOid, exprCollation(right), COERCE_EXPLICIT_CALL);
}

static Expr *
comparison(Oid opfamily, Oid type, int strategy, Node *left, Expr *right)
{
	Oid			operator = get_opfamily_member(opfamily, type, type, strategy);

	if (!OidIsValid(operator) || right == NULL)
		return NULL;
	return make_opclause(operator, BOOLOID, false, (Expr *) copyObject(left), right,
						 InvalidOid, InvalidOid);
}

/*
 * The clause as conditions that an index can use.  A btree, and BRIN with
 * minima and maxima, know a range; hash knows a single value, so there a whole
 * code or a county must be given.
 */
static List *
index_condition(SupportRequestIndexCondition *request, const IntervalOperator *interval)
{
	List	   *args;
	Node	   *left,
			   *right;
	Oid			type = request->index->opcintype[request->indexcol];
	Oid			method = request->index->relam;
	Datum		first,
				last;
	Expr	   *from,
			   *to;

	if (is_opclause(request->node))
		args = ((OpExpr *) request->node)->args;
	else if (is_funcclause(request->node))
		args = ((FuncExpr *) request->node)->args;
	else
		return NIL;
	if (request->indexarg != 0 || list_length(args) != 2 ||
		(method != BTREE_AM_OID && method != BRIN_AM_OID && method != HASH_AM_OID))
		return NIL;
	left = (Node *) linitial(args);
	right = (Node *) lsecond(args);

	if (IsA(right, Const))
	{
		int16		length;
		bool		by_value;

		get_typlenbyval(type, &length, &by_value);
		if (((Const *) right)->constisnull)
			return NIL;
		if (!interval_ends(interval, ((Const *) right)->constvalue, &first, &last))
		{
			/* no value has the prefix, and none is above all and below all */
			interval->prefix_ends("", 0, &last, &first);
		}
		from = (Expr *) makeConst(type, -1, InvalidOid, length, first, false, by_value);
		to = (Expr *) makeConst(type, -1, InvalidOid, length, last, false, by_value);

		request->lossy = false;
		if (equal(from, to))
		{
			Expr	   *same = comparison(request->opfamily, type,
										  method == BTREE_AM_OID ? BTEqualStrategyNumber :
										  method == HASH_AM_OID ? HTEqualStrategyNumber : 0,
										  left, from);

			if (same != NULL)
				return list_make1(same);
		}
	}
	else if (is_pseudo_constant_for_index(request->root, right, request->index))
	{
		from = end_expression(request->funcid, interval->first_function, type, right);
		to = end_expression(request->funcid, interval->last_function, type, right);
	}
	else
		return NIL;

	if (method == HASH_AM_OID)
		return NIL;
	from = comparison(request->opfamily, type, BTGreaterEqualStrategyNumber, left, from);
	to = comparison(request->opfamily, type, BTLessEqualStrategyNumber, left, to);
	if (from == NULL || to == NULL)
		return NIL;
	request->lossy = false;
	return list_make2(from, to);
}

/*
 * Share of the histogram's population before a position.  Within a bucket,
 * rows are taken to be spread evenly over the positions.
 */
static double
share_before(const AttStatsSlot *histogram, const IntervalOperator *interval, double position)
{
	int			low = 0;
	int			high = histogram->nvalues - 1;
	double		start,
				end;

	if (position <= interval->position(histogram->values[low], false))
		return 0;
	if (position > interval->position(histogram->values[high], false))
		return 1;
	/* the bucket that begins before the position and ends at or after it */
	while (high - low > 1)
	{
		int			middle = (low + high) / 2;

		if (interval->position(histogram->values[middle], false) < position)
			low = middle;
		else
			high = middle;
	}
	start = interval->position(histogram->values[low], false);
	end = interval->position(histogram->values[high], false);
	return (low + (position - start) / (end - start)) / (histogram->nvalues - 1);
}

/* Share of a column's rows between two values, from its statistics. */
static double
interval_selectivity(VariableStatData *column, Oid operator, Datum right,
					 const IntervalOperator *interval, Datum first, Datum last)
{
	FmgrInfo	function;
	AttStatsSlot histogram;
	double		common,
				common_matching,
				rest;

	fmgr_info(get_opcode(operator), &function);
	common_matching = mcv_selectivity(column, &function, InvalidOid, right, true, &common);
	rest = 1.0 - common - ((Form_pg_statistic) GETSTRUCT(column->statsTuple))->stanullfrac;

	if (get_attstatsslot(&histogram, column->statsTuple, STATISTIC_KIND_HISTOGRAM,
						 InvalidOid, ATTSTATSSLOT_VALUES) && histogram.nvalues > 1)
		rest *= share_before(&histogram, interval, interval->position(last, true)) -
			share_before(&histogram, interval, interval->position(first, false));
	else if (common > 0)
		rest *= common_matching / common;	/* the rest is like the common */
	else
		rest *= DEFAULT_MATCH_SEL;
	free_attstatsslot(&histogram);
	return common_matching + Max(rest, 0);
}

static double
restriction_selectivity(PlannerInfo *root, Oid operator, List *args, int varRelid,
						const IntervalOperator *interval)
{
	VariableStatData column;
	Node	   *other;
	bool		column_on_left;
	double		selectivity = DEFAULT_MATCH_SEL;

	if (!get_restriction_variable(root, args, varRelid, &column, &other, &column_on_left))
		return selectivity;
	if (column_on_left && IsA(other, Const))
	{
		Const	   *constant = (Const *) other;
		Datum		first,
					last,
					least,
					greatest;
		TypeCacheEntry *type = lookup_type_cache(column.vartype, TYPECACHE_EQ_OPR);

		if (constant->constisnull ||
			!interval_ends(interval, constant->constvalue, &first, &last))
			selectivity = 0;
		else if (OidIsValid(type->eq_opr) &&
				 datumIsEqual(first, last, type->typbyval, type->typlen))
			selectivity = var_eq_const(&column, type->eq_opr, InvalidOid, first, false, true, false);
		else if (interval->prefix_ends != NULL &&
				 interval->prefix_ends("", 0, &least, &greatest) &&
				 datumIsEqual(first, least, type->typbyval, type->typlen) &&
				 datumIsEqual(last, greatest, type->typbyval, type->typlen))
			selectivity = 1.0 - (HeapTupleIsValid(column.statsTuple) ?
								 ((Form_pg_statistic) GETSTRUCT(column.statsTuple))->stanullfrac : 0);
		else if (HeapTupleIsValid(column.statsTuple) &&
				 statistic_proc_security_check(&column, get_opcode(operator)))
			selectivity = interval_selectivity(&column, operator, constant->constvalue,
											   interval, first, last);
	}
	ReleaseVariableStats(column);
	CLAMP_PROBABILITY(selectivity);
	return selectivity;
}

static Datum
support(FunctionCallInfo fcinfo, const IntervalOperator *interval)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
		PG_RETURN_POINTER(index_condition((SupportRequestIndexCondition *) request, interval));
	PG_RETURN_POINTER(NULL);
}

static Datum
selectivity(FunctionCallInfo fcinfo, const IntervalOperator *interval)
{
	PG_RETURN_FLOAT8(restriction_selectivity((PlannerInfo *) PG_GETARG_POINTER(0),
											 PG_GETARG_OID(1),
											 (List *) PG_GETARG_POINTER(2),
											 PG_GETARG_INT32(3), interval));
}

PG_FUNCTION_INFO_V1(uscc_starts_with_support);

Datum
uscc_starts_with_support(PG_FUNCTION_ARGS)
{
	return support(fcinfo, &uscc_starts_with_operator);
}

PG_FUNCTION_INFO_V1(uscc_starts_with_sel);

Datum
uscc_starts_with_sel(PG_FUNCTION_ARGS)
{
	return selectivity(fcinfo, &uscc_starts_with_operator);
}

PG_FUNCTION_INFO_V1(adcode_within_support);

Datum
adcode_within_support(PG_FUNCTION_ARGS)
{
	return support(fcinfo, &adcode_within_operator);
}

PG_FUNCTION_INFO_V1(adcode_within_sel);

Datum
adcode_within_sel(PG_FUNCTION_ARGS)
{
	return selectivity(fcinfo, &adcode_within_operator);
}

PG_FUNCTION_INFO_V1(citizen_id_starts_with_support);

Datum
citizen_id_starts_with_support(PG_FUNCTION_ARGS)
{
	return support(fcinfo, &citizen_id_starts_with_operator);
}

PG_FUNCTION_INFO_V1(citizen_id_starts_with_sel);

Datum
citizen_id_starts_with_sel(PG_FUNCTION_ARGS)
{
	return selectivity(fcinfo, &citizen_id_starts_with_operator);
}

PG_FUNCTION_INFO_V1(adcode_starts_with_support);

Datum
adcode_starts_with_support(PG_FUNCTION_ARGS)
{
	return support(fcinfo, &adcode_starts_with_operator);
}

PG_FUNCTION_INFO_V1(adcode_starts_with_sel);

Datum
adcode_starts_with_sel(PG_FUNCTION_ARGS)
{
	return selectivity(fcinfo, &adcode_starts_with_operator);
}

PG_FUNCTION_INFO_V1(orgcode_starts_with_support);

Datum
orgcode_starts_with_support(PG_FUNCTION_ARGS)
{
	return support(fcinfo, &orgcode_starts_with_operator);
}

PG_FUNCTION_INFO_V1(orgcode_starts_with_sel);

Datum
orgcode_starts_with_sel(PG_FUNCTION_ARGS)
{
	return selectivity(fcinfo, &orgcode_starts_with_operator);
}
