/*
 * Expressions of the user's with one column in place of another, in SQL: what the
 * functions in SQL (adopt.sql) make indexes, constraints and triggers of.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_language.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "rewrite/rewriteHandler.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"
#include "utils/syscache.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* Columns of a table, and those that replace them in an expression. */
typedef struct Replacement
{
	int			count;
	const int16 *from;
	const int16 *to;
	Oid			relation;
	Oid			namespace;		/* of the extension */
} Replacement;

/* The column that replaces the node, if that is a column to be replaced, whatever its type is taken for. */
static Var *
replacement_of(Node *node, const Replacement *replacement)
{
	if (node && IsA(node, RelabelType))
		node = (Node *) castNode(RelabelType, node)->arg;
	if (node == NULL || !IsA(node, Var))
		return NULL;
	for (int i = 0; i < replacement->count; i++)
	{
		Var		   *var = castNode(Var, node);

		if (var->varattno == replacement->from[i])
			return makeVar(var->varno, replacement->to[i], TEXTOID, -1, InvalidOid, var->varlevelsup);
	}
	return NULL;
}

/* An int2[] without NULLs. */
static const int16 *
get_columns(ArrayType *array, int *count)
{
	if (ARR_NDIM(array) > 1 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != INT2OID)
		elog(ERROR, "unexpected array of columns");
	*count = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	return (const int16 *) ARR_DATA_PTR(array);
}

/* The value of a constant of text, or of an array of them, as what the type reads; NULL if it does not. */
static Const *
get_code(Const *constant, Oid type, const Replacement *replacement)
{
	const char *name = adopt_type_name(type, replacement->namespace);
	bool		is_array = constant->consttype == TEXTARRAYOID;
	Datum	   *texts = &constant->constvalue;
	int			count = 1;
	Datum	   *codes;
	int16		length;
	bool		by_value;
	char		alignment;
	Oid			input,
				argument;

	if (is_array)
		deconstruct_array(DatumGetArrayTypeP(constant->constvalue), TEXTOID, -1, false, TYPALIGN_INT, &texts, NULL, &count);
	codes = palloc_array(Datum, count + 1);
	getTypeInputInfo(type, &input, &argument);
	get_typlenbyvalalign(type, &length, &by_value, &alignment);
	for (int i = 0; i < count; i++)
	{
		if (!DatumGetBool(OidFunctionCall1(adopt_text_function(name, "is_valid", replacement->namespace), texts[i])))
			return NULL;
		codes[i] = OidInputFunctionCall(input, TextDatumGetCString(texts[i]), argument, -1);
	}
	if (is_array)
		return makeConst(get_array_type(type), -1, InvalidOid, -1,
						 PointerGetDatum(construct_array(codes, count, type, length, by_value, alignment)), false, false);
	return makeConst(type, -1, InvalidOid, length, codes[0], false, by_value);
}

/* A constant of text or an array of texts without NULL; NULL if the node is something else. */
static Const *
get_text(Node *node)
{
	Const	   *constant;

	node = eval_const_expressions(NULL, node);
	constant = IsA(node, Const) ? castNode(Const, node) : NULL;
	if (constant == NULL || constant->constisnull ||
		(constant->consttype == TEXTARRAYOID && ARR_HASNULL(DatumGetArrayTypeP(constant->constvalue))))
		return NULL;
	return constant->consttype == TEXTOID || constant->consttype == TEXTARRAYOID ? constant : NULL;
}

/*
 * The operator that a statement of the user's means for the new column, and its
 * operands: the planner matches an index only with an expression that is the same.
 * InvalidOid if there is none; a text that is not valid has to be compared as text.
 */
static Oid
get_operator(Oid operator, List *operands, const Replacement *replacement, List **new_operands)
{
	Var		   *column = list_length(operands) == 2 ? replacement_of(linitial(operands), replacement) : NULL;
	Const	   *constant = column ? get_text(lsecond(operands)) : NULL;
	Oid			type = column ? get_atttype(replacement->relation, column->varattno) : InvalidOid;
	List	   *name;
	Oid			result;

	if (constant == NULL || adopt_type_name(type, replacement->namespace) == NULL)
		return InvalidOid;
	name = list_make2(makeString(get_namespace_name(replacement->namespace)), makeString(get_opname(operator)));
	result = OpernameGetOprid(name, type, type);
	if (OidIsValid(result))
		constant = get_code(constant, type, replacement);
	else
		result = OpernameGetOprid(name, type, TEXTOID);
	if (constant == NULL)
		return InvalidOid;
	column->vartype = type;
	*new_operands = list_make2(column, constant);
	return result;
}

/* A comparison with a constant, with the column replaced; NULL if it is no such comparison. */
static Node *
replace_comparison(Node *node, const Replacement *replacement)
{
	List	   *operands = NIL;
	Oid			operator;

	if (IsA(node, OpExpr) || IsA(node, DistinctExpr))
	{
		OpExpr	   *comparison = (OpExpr *) copyObject(node);

		operator = get_operator(comparison->opno, comparison->args, replacement, &operands);
		comparison->opno = operator;
		comparison->args = operands;
		return OidIsValid(operator) ? (Node *) comparison : NULL;
	}
	if (IsA(node, ScalarArrayOpExpr))
	{
		ScalarArrayOpExpr *comparison = copyObject(castNode(ScalarArrayOpExpr, node));

		operator = get_operator(comparison->opno, comparison->args, replacement, &operands);
		comparison->opno = operator;
		comparison->args = operands;
		return OidIsValid(operator) ? (Node *) comparison : NULL;
	}
	return NULL;
}

/*
 * Replaces the columns.  The result is not executed, but made SQL, which is read
 * again with the type that the other column has: as text where the text is used,
 * and as the type of the text if that has operators of its own (citext).
 */
static Node *
replace_columns(Node *node, void *context)
{
	const Replacement *replacement = context;
	Var		   *column = replacement_of(node, replacement);
	Node	   *comparison = node && OidIsValid(replacement->relation) ? replace_comparison(node, replacement) : NULL;

	if (comparison)
		return comparison;
	if (column)
	{
		Oid			type = exprType(node);

		return (Node *) makeRelabelType((Expr *) column, type == VARCHAROID || type == BPCHAROID ? TEXTOID : type, -1,
										exprCollation(node), COERCE_EXPLICIT_CAST);
	}
	if (node && IsA(node, NullTest))
	{
		NullTest   *test = copyObject(castNode(NullTest, node));

		column = replacement_of((Node *) test->arg, replacement);
		test->arg = column ? (Expr *) column : test->arg;
		if (column)
			return (Node *) test;
	}
	return expression_tree_mutator(node, replace_columns, context);
}

PG_FUNCTION_INFO_V1(uscc_internal_expressions);

/* Expressions of a table, in SQL, with columns replaced by others. */
Datum
uscc_internal_expressions(PG_FUNCTION_ARGS)
{
	Node	   *tree = stringToNode(text_to_cstring(PG_GETARG_TEXT_PP(0)));
	Oid			relation = PG_GETARG_OID(1);
	Replacement replacement;
	int			to_count;
	char	   *name = get_rel_name(relation);
	List	   *expressions = IsA(tree, List) ? castNode(List, tree) : list_make1(tree);
	ArrayBuildState *array = initArrayResult(TEXTOID, CurrentMemoryContext, false);
	List	   *context;
	ListCell   *cell;

	replacement.relation = relation;
	replacement.namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	replacement.from = get_columns(PG_GETARG_ARRAYTYPE_P(2), &replacement.count);
	replacement.to = get_columns(PG_GETARG_ARRAYTYPE_P(3), &to_count);
	if (to_count != replacement.count)
		elog(ERROR, "unexpected array of columns");
	/* as pg_get_expr: of this relation, or of none */
	if (name == NULL || !bms_is_subset(pull_varnos(NULL, tree), bms_make_singleton(1)))
		PG_RETURN_NULL();
	context = deparse_context_for(name, relation);
	foreach(cell, expressions)
	{
		Node	   *expression = lfirst(cell);
		char	   *sql;

		if (memcmp(replacement.from, replacement.to, to_count * sizeof(int16)) != 0)
			expression = replace_columns(expression, &replacement);
		sql = deparse_expression(expression, context, false, false);
		array = accumArrayResult(array, CStringGetTextDatum(sql), false, TEXTOID, CurrentMemoryContext);
	}
	PG_RETURN_DATUM(makeArrayResult(array, CurrentMemoryContext));
}

/* OLD and NEW as deparse_expression knows them: a table in an outer query, and one in the query itself. */
static Node *
separate_rows(Node *node, void *context)
{
	if (node && IsA(node, Var))
	{
		Var		   *var = copyObject(castNode(Var, node));

		var->varlevelsup = var->varno == PRS2_NEW_VARNO ? 0 : 1;
		var->varno = 1;
		var->varnosyn = 1;
		return (Node *) var;
	}
	return expression_tree_mutator(node, separate_rows, context);
}

PG_FUNCTION_INFO_V1(uscc_internal_condition);

/* The WHEN clause of a trigger, in SQL, with columns taken for text, as in all their comparisons. */
Datum
uscc_internal_condition(PG_FUNCTION_ARGS)
{
	Node	   *condition = separate_rows(stringToNode(text_to_cstring(PG_GETARG_TEXT_PP(0))), NULL);
	Oid			relation = PG_GETARG_OID(1);
	Replacement replacement = {.relation = InvalidOid};
	List	   *context;

	if (get_rel_name(relation) == NULL)
		PG_RETURN_NULL();
	replacement.from = replacement.to = get_columns(PG_GETARG_ARRAYTYPE_P(2), &replacement.count);
	context = list_concat(deparse_context_for("new", relation), deparse_context_for("old", relation));
	condition = replace_columns(condition, &replacement);
	PG_RETURN_TEXT_P(cstring_to_text(deparse_expression(condition, context, true, false)));
}

static bool
is_sql_function(Oid function, void *context pg_attribute_unused())
{
	Oid			language;
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for function %u", function);
	language = ((Form_pg_proc) GETSTRUCT(tuple))->prolang;
	ReleaseSysCache(tuple);
	return language == SQLlanguageId;
}

/* Would the planner read the body of a function, with a search_path that is not the user's? */
static bool
contains_sql_function(Node *node, void *context)
{
	return node && (check_functions_in_node(node, is_sql_function, NULL) ||
					expression_tree_walker(node, contains_sql_function, context));
}

PG_FUNCTION_INFO_V1(uscc_internal_bad_default);

/* The constant that is the default of a column, if the type does not take it. */
Datum
uscc_internal_bad_default(PG_FUNCTION_ARGS)
{
	Relation	relation = table_open(PG_GETARG_OID(0), AccessShareLock);
	AttrNumber	column = PG_GETARG_INT16(1);
	Oid			namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	const char *type = adopt_type_name(PG_GETARG_OID(2), namespace);
	Node	   *expression = NULL;
	Oid			output;
	bool		is_varlena;
	Datum		value;

	if (column > 0 && column <= RelationGetNumberOfAttributes(relation) &&
		!TupleDescAttr(RelationGetDescr(relation), column - 1)->attgenerated)
		expression = build_column_default(relation, column);
	table_close(relation, AccessShareLock);
	expression = expression && !contains_sql_function(expression, NULL) ? eval_const_expressions(NULL, expression) : NULL;
	if (type == NULL || expression == NULL || !IsA(expression, Const) || castNode(Const, expression)->constisnull)
		PG_RETURN_NULL();
	getTypeOutputInfo(castNode(Const, expression)->consttype, &output, &is_varlena);
	value = CStringGetTextDatum(OidOutputFunctionCall(output, castNode(Const, expression)->constvalue));
	if (DatumGetBool(OidFunctionCall1(adopt_text_function(type, "is_valid", namespace), value)))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}
