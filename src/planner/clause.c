/*
 * What the planner makes of a clause with one of the operators: conditions for an
 * index, or a clause that says the same and can be used in more places.
 *
 * All are true for the values of an interval only.  So an index with the order of
 * the type serves them as one range.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_partitioned_table.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "compat.h"
#include "planner.h"

/*
 * An end of the interval of a right side that is not known yet: the SQL function of
 * that name, in the schema of the operator's function, of the right side.  NULL if
 * there is none.
 */
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
end_constant(const TypeCacheEntry *type, Datum value)
{
	return (Expr *) makeConst(type->type_id, -1, InvalidOid, type->typlen, value, false,
							  type->typbyval);
}

/*
 * The comparison of a btree strategy, if it is in an operator family.  It is that of the
 * default operator class, because other kinds of index may number otherwise.
 */
static Expr *
comparison_clause(Oid opfamily, const TypeCacheEntry *type, int strategy, Node *left, Expr *right)
{
	Oid			operator = get_opfamily_member(type->btree_opf, type->btree_opintype,
											   type->btree_opintype, strategy);

	if (right == NULL || !OidIsValid(operator) || !op_in_opfamily(operator, opfamily))
		return NULL;
	return make_opclause(operator, BOOLOID, false, (Expr *) copyObject(left), right,
						 InvalidOid, InvalidOid);
}

/* The two sides of an operator, written as such or as a call of its function. */
static bool
clause_sides(Node *clause, Node **left, Node **right)
{
	List	   *args = is_opclause(clause) ? ((OpExpr *) clause)->args :
		is_funcclause(clause) ? ((FuncExpr *) clause)->args : NIL;

	if (list_length(args) != 2)
		return false;
	*left = linitial(args);
	*right = lsecond(args);
	return true;
}

/* The clause as conditions for an index; NIL if the index cannot use it. */
static List *
index_conditions(SupportRequestIndexCondition *request)
{
	const PlannerOperator *operator = planner_operator(request->funcid);
	TypeCacheEntry *type = lookup_type_cache(request->index->opcintype[request->indexcol],
											 TYPECACHE_BTREE_OPFAMILY);
	Node	   *left,
			   *right;
	Expr	   *from,
			   *to;

	if (operator == NULL || operator->negated || request->indexarg != 0 ||
		!clause_sides(request->node, &left, &right))
		return NIL;

	if (IsA(right, Const))
	{
		PlannerInterval interval;

		if (((Const *) right)->constisnull ||
			!planner_interval(operator, ((Const *) right)->constvalue, &interval))
			return NIL;
		request->lossy = !interval.exact;
		from = end_constant(type, interval.first);
		to = end_constant(type, interval.last);
		if (equal(from, to))
		{
			Expr	   *same = comparison_clause(request->opfamily, type, BTEqualStrategyNumber,
												 left, from);

			return same ? list_make1(same) : NIL;
		}
	}
	else if ((operator->kind == PLANNER_STARTS_WITH || operator->kind == PLANNER_WITHIN) &&
			 is_pseudo_constant_for_index(request->root, right, request->index))
	{
		request->lossy = false;
		from = end_expression(request->funcid, operator->type->first_function, type->type_id, right);
		to = end_expression(request->funcid, operator->type->last_function, type->type_id, right);
	}
	else
		return NIL;

	from = comparison_clause(request->opfamily, type, BTGreaterEqualStrategyNumber, left, from);
	to = comparison_clause(request->opfamily, type, BTLessEqualStrategyNumber, left, to);
	return from && to ? list_make2(from, to) : NIL;
}

bool
planner_is_heap(Oid table)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	bool		result = true;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_class class = (Form_pg_class) GETSTRUCT(tuple);

		result = !RELKIND_HAS_TABLE_AM(class->relkind) || class->relam == HEAP_TABLE_AM_OID;
		ReleaseSysCache(tuple);
	}
	return result;
}

/* Is the first column that a partitioned table has ranges of a given one? */
static bool
is_range_key(Oid table, AttrNumber column)
{
	HeapTuple	tuple = SearchSysCache1(PARTRELID, ObjectIdGetDatum(table));
	bool		result = false;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_partitioned_table key = (Form_pg_partitioned_table) GETSTRUCT(tuple);

		result = key->partstrat == PARTITION_STRATEGY_RANGE && key->partattrs.values[0] == column;
		ReleaseSysCache(tuple);
	}
	return result;
}

/*
 * Are comparisons of a left side of use where no index is: to leave out partitions, or
 * parts of a table that is stored by columns?  Elsewhere the operators are better, because
 * they are estimated from finer statistics.
 */
static bool
comparisons_help(PlannerInfo *root, Node *left)
{
	Var		   *column = (Var *) left;
	RangeTblEntry *table;

	if (root == NULL || !IsA(left, Var) || column->varlevelsup != 0)
		return false;
	table = rt_fetch(column->varno, root->parse->rtable);
	if (table->rtekind != RTE_RELATION)
		return false;
	return table->relkind == RELKIND_PARTITIONED_TABLE ?
		is_range_key(table->relid, column->varattno) : !planner_is_heap(table->relid);
}

/* The values from first to last, as comparisons. */
static Expr *
range_clause(Node *left, const PlannerInterval *interval)
{
	TypeCacheEntry *type = lookup_type_cache(getBaseType(exprType(left)), TYPECACHE_BTREE_OPFAMILY);
	Expr	   *from = end_constant(type, interval->first);
	Expr	   *to = end_constant(type, interval->last);

	if (equal(from, to))
		return comparison_clause(type->btree_opf, type, BTEqualStrategyNumber, left, from);
	from = comparison_clause(type->btree_opf, type, BTGreaterEqualStrategyNumber, left, from);
	to = comparison_clause(type->btree_opf, type, BTLessEqualStrategyNumber, left, to);
	return make_andclause(list_make2(from, to));
}

/*
 * ^@ with a text, as it comes and without a collation, which it does not look at.
 * postgres_fdw sends no operator whose collation comes from a constant, because the
 * default of the other server may differ.
 */
static Expr *
starts_with_clause(Oid namespace, Node *left, Datum prefix)
{
	Oid			operator = GetSysCacheOid4(OPERNAMENSP, Anum_pg_operator_oid,
										   CStringGetDatum("^@"),
										   ObjectIdGetDatum(getBaseType(exprType(left))),
										   ObjectIdGetDatum(TEXTOID),
										   ObjectIdGetDatum(namespace));

	if (!OidIsValid(operator))
		return NULL;
	return make_opclause(operator, BOOLOID, false, (Expr *) left,
						 (Expr *) makeConst(TEXTOID, -1, InvalidOid, -1, prefix, false, false),
						 InvalidOid, InvalidOid);
}

/*
 * A clause that says the same and is of more use; NULL if there is none.  LIKE and ILIKE
 * with nothing but a prefix become ^@, and all become comparisons where those help.
 */
static Expr *
simplify_clause(SupportRequestSimplify *request)
{
	FuncExpr   *call = request->fcall;
	const PlannerOperator *operator = planner_operator(call->funcid);
	PlannerInterval interval;
	Node	   *left,
			   *right;
	Datum		constant,
				prefix;
	bool		has_prefix = false;

	if (operator == NULL || operator->negated || !clause_sides((Node *) call, &left, &right) ||
		!IsA(right, Const) || ((Const *) right)->constisnull)
		return NULL;
	constant = ((Const *) right)->constvalue;
	prefix = constant;
	if (operator->kind == PLANNER_STARTS_WITH)
		has_prefix = true;
	else if (operator->kind != PLANNER_WITHIN && OidIsValid(call->inputcollid) &&
			 get_collation_isdeterministic(call->inputcollid))
		has_prefix = planner_pattern_prefix(operator, constant, &prefix);

	if ((has_prefix || operator->kind == PLANNER_WITHIN) &&
		comparisons_help(request->root, left) && planner_interval(operator, constant, &interval))
		return range_clause(left, &interval);
	if (has_prefix && OidIsValid(call->inputcollid))
		return starts_with_clause(get_func_namespace(call->funcid), left, prefix);
	return NULL;
}

PG_FUNCTION_INFO_V1(uscc_planner_support);

Datum
uscc_planner_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
		PG_RETURN_POINTER(index_conditions((SupportRequestIndexCondition *) request));
	if (IsA(request, SupportRequestSimplify))
		PG_RETURN_POINTER(simplify_clause((SupportRequestSimplify *) request));
	PG_RETURN_POINTER(NULL);
}
