/*
 * Expressions of the user's with one column in place of another, in SQL: what the
 * functions in SQL (adopt.sql) make indexes, constraints and triggers of.
 */
#include "postgres.h"

#include "access/table.h"
#include "access/transam.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "parser/parse_coerce.h"
#include "rewrite/rewriteHandler.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* Columns of a table, and those that replace them in an expression. */
typedef struct Replacement
{
	int			count;
	const int16 *from;
	const int16 *to;
	Oid			relation;		/* if comparisons are to be those of the other
								 * column's type */
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

static bool
is_text(Oid type)
{
	return type == TEXTOID || type == VARCHAROID || type == BPCHAROID;
}

static bool
is_user_function(Oid function, void *context pg_attribute_unused())
{
	return function >= FirstNormalObjectId;
}

/* Would it be evaluated with a search_path that is not the user's? */
static bool
contains_user_function(Node *node, void *context)
{
	return node && (check_functions_in_node(node, is_user_function, NULL) ||
					expression_tree_walker(node, contains_user_function, context));
}

/* A string in another type; false if that is one of ours and does not read it. */
static bool
convert_string(char *string, Oid type, Oid namespace, Datum *value)
{
	const char *name = adopt_type_name(type, namespace);
	Oid			input,
				argument;

	if (name && !DatumGetBool(OidFunctionCall1(adopt_text_function(name, "is_valid", namespace), CStringGetTextDatum(string))))
		return false;
	getTypeInputInfo(type, &input, &argument);
	*value = OidInputFunctionCall(input, string, argument, -1);
	return true;
}

/* A constant, or an array of constants, in another type, by their text; NULL if the type does not read it. */
static Const *
convert_constant(const Const *constant, Oid type, Oid namespace)
{
	Oid			element = get_element_type(constant->consttype);
	Oid			from = OidIsValid(element) ? element : constant->consttype;
	Datum	   *values = &((Const *) constant)->constvalue;
	Datum	   *converted;
	int			count = 1;
	int16		length;
	bool		by_value,
				is_varlena;
	char		alignment;
	Oid			output;

	get_typlenbyvalalign(from, &length, &by_value, &alignment);
	if (OidIsValid(element))
		deconstruct_array(DatumGetArrayTypeP(constant->constvalue), from, length, by_value, alignment, &values, NULL, &count);
	getTypeOutputInfo(from, &output, &is_varlena);
	converted = palloc_array(Datum, count + 1);
	for (int i = 0; i < count; i++)
		if (!convert_string(OidOutputFunctionCall(output, values[i]), type, namespace, &converted[i]))
			return NULL;
	get_typlenbyvalalign(type, &length, &by_value, &alignment);
	if (OidIsValid(element))
		return makeConst(get_array_type(type), -1, InvalidOid, -1,
						 PointerGetDatum(construct_array(converted, count, type, length, by_value, alignment)), false, false);
	return makeConst(type, -1, InvalidOid, length, converted[0], false, by_value);
}

/* The constant that the node is, without NULL, or NULL. */
static Const *
get_constant(Node *node)
{
	Const	   *constant;

	if (contains_user_function(node, NULL))
		return NULL;
	node = eval_const_expressions(NULL, node);
	constant = IsA(node, Const) ? castNode(Const, node) : NULL;
	if (constant == NULL || constant->constisnull ||
		(OidIsValid(get_element_type(constant->consttype)) && ARR_HASNULL(DatumGetArrayTypeP(constant->constvalue))))
		return NULL;
	return constant;
}

/*
 * The operator that a statement of the user's means for the other column, and its
 * operands: the planner matches an index only with an expression that is the same.
 * InvalidOid if there is none; a text that is not valid has to be compared as text.
 */
static Oid
get_operator(Oid operator, List *operands, const Replacement *replacement, List **new_operands)
{
	Var		   *column = list_length(operands) == 2 ? replacement_of(linitial(operands), replacement) : NULL;
	Const	   *constant = column ? get_constant(lsecond(operands)) : NULL;
	Oid			type = column ? get_atttype(replacement->relation, column->varattno) : InvalidOid;
	bool		is_code = OidIsValid(type) && adopt_type_name(type, replacement->namespace);
	char	   *schema = is_code ? get_namespace_name(replacement->namespace) : pstrdup("pg_catalog");
	Oid			given;
	List	   *name;
	Oid			result;

	if (constant == NULL || !(is_code || is_text(type)))
		return InvalidOid;
	given = get_element_type(constant->consttype);
	given = OidIsValid(given) ? given : constant->consttype;
	type = is_code ? type : TEXTOID;
	name = list_make2(makeString(schema), makeString(get_opname(operator)));
	result = OpernameGetOprid(name, type, type);
	if (!OidIsValid(result) && is_text(given))
	{
		/* a pattern */
		result = OpernameGetOprid(name, type, TEXTOID);
		constant = convert_constant(constant, TEXTOID, replacement->namespace);
	}
	else if (is_text(given) || IsBinaryCoercible(given, TEXTOID) || adopt_type_name(given, replacement->namespace))
		constant = convert_constant(constant, type, replacement->namespace);
	else
		return InvalidOid;
	if (constant == NULL)
		return InvalidOid;
	column->vartype = type;
	*new_operands = list_make2(column, constant);
	return result;
}

/* The column if the node converts one of our types to text, which the other column is. */
static Var *
get_converted(Node *node, const Replacement *replacement)
{
	Node	   *argument = NULL;
	Var		   *column;

	if (node && IsA(node, CoerceViaIO))
		argument = (Node *) castNode(CoerceViaIO, node)->arg;
	else if (node && IsA(node, FuncExpr) && list_length(castNode(FuncExpr, node)->args) == 1 &&
			 castNode(FuncExpr, node)->funcformat != COERCE_EXPLICIT_CALL)
		argument = linitial(castNode(FuncExpr, node)->args);
	column = argument && is_text(exprType(node)) ? replacement_of(argument, replacement) : NULL;
	return column && adopt_type_name(exprType(argument), replacement->namespace) ? column : NULL;
}

/* A comparison with a constant, with the column replaced; NULL if it is no such comparison. */
static Node *
replace_comparison(Node *node, const Replacement *replacement)
{
	Node	   *comparison;
	Oid		   *operator;
	List	  **operands;

	if (!IsA(node, OpExpr) && !IsA(node, DistinctExpr) && !IsA(node, ScalarArrayOpExpr))
		return NULL;
	comparison = copyObject(node);
	operator = IsA(node, ScalarArrayOpExpr) ? &((ScalarArrayOpExpr *) comparison)->opno : &((OpExpr *) comparison)->opno;
	operands = IsA(node, ScalarArrayOpExpr) ? &((ScalarArrayOpExpr *) comparison)->args : &((OpExpr *) comparison)->args;
	*operator = get_operator(*operator, *operands, replacement, operands);
	return OidIsValid(*operator) ? comparison : NULL;
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
	Var		   *converted = get_converted(node, replacement);
	Node	   *comparison = node && OidIsValid(replacement->relation) ? replace_comparison(node, replacement) : NULL;

	if (comparison)
		return comparison;
	if (converted)
		return (Node *) makeRelabelType((Expr *) converted, TEXTOID, -1, exprCollation(node), COERCE_EXPLICIT_CAST);
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

	replacement.relation = PG_GETARG_BOOL(4) ? relation : InvalidOid;
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
	Replacement replacement = {.namespace = get_func_namespace(fcinfo->flinfo->fn_oid)};
	List	   *context;

	if (get_rel_name(relation) == NULL)
		PG_RETURN_NULL();
	replacement.from = replacement.to = get_columns(PG_GETARG_ARRAYTYPE_P(2), &replacement.count);
	context = list_concat(deparse_context_for("new", relation), deparse_context_for("old", relation));
	condition = replace_columns(condition, &replacement);
	PG_RETURN_TEXT_P(cstring_to_text(deparse_expression(condition, context, true, false)));
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
	expression = expression && !contains_user_function(expression, NULL) ? eval_const_expressions(NULL, expression) : NULL;
	if (type == NULL || expression == NULL || !IsA(expression, Const) || castNode(Const, expression)->constisnull)
		PG_RETURN_NULL();
	getTypeOutputInfo(castNode(Const, expression)->consttype, &output, &is_varlena);
	value = CStringGetTextDatum(OidOutputFunctionCall(output, castNode(Const, expression)->constvalue));
	if (DatumGetBool(OidFunctionCall1(adopt_text_function(type, "is_valid", namespace), value)))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(value);
}
