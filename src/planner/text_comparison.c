/*
 * What the planner is told of comparisons of a code with text: that they are one of
 * two codes, T op text::T.  So indexes, joins and estimates of the type serve, and a
 * constant text is read once.
 */
#include "postgres.h"

#include "access/stratnum.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parse_coerce.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "compat.h"

/*
 * The operator of two codes that compares as the function does, which is of an
 * operator of these types: the families of the type's btree have both.
 */
static Oid
find_operator(Oid function, Oid type, Oid left, Oid right)
{
	Oid			family = lookup_type_cache(type, TYPECACHE_BTREE_OPFAMILY)->btree_opf;

	for (int strategy = BTLessStrategyNumber; strategy <= BTGreaterStrategyNumber; strategy++)
	{
		Oid			mixed = get_opfamily_member(family, left, right, strategy);
		Oid			same = get_opfamily_member(family, type, type, strategy);

		if (!OidIsValid(mixed) || !OidIsValid(same))
			continue;
		if (get_opcode(mixed) == function)
			return same;
		/* <> is not a member, but the negator of one */
		if (strategy == BTEqualStrategyNumber && get_opcode(get_negator(mixed)) == function)
			return get_negator(same);
	}
	return InvalidOid;
}

/* An argument, if it is a text, cast to the type. */
static Expr *
cast_argument(PlannerInfo *root, Node *argument, Oid type)
{
	Node	   *cast = argument;

	if (exprType(argument) == TEXTOID)
	{
		cast = coerce_type(NULL, copyObject(argument), TEXTOID, type, -1,
						   COERCION_EXPLICIT, COERCE_EXPLICIT_CAST, -1);
		cast = eval_const_expressions(root, cast);
	}
	return (Expr *) cast;
}

PG_FUNCTION_INFO_V1(planner_support_text_comparison);

Datum
planner_support_text_comparison(PG_FUNCTION_ARGS)
{
	SupportRequestSimplify *request = (SupportRequestSimplify *) PG_GETARG_POINTER(0);
	Node	   *left,
			   *right;
	Oid			type,
				operator;

	if (!IsA(request, SupportRequestSimplify))
		PG_RETURN_POINTER(NULL);
	left = linitial(request->fcall->args);
	right = lsecond(request->fcall->args);
	type = exprType(left) == TEXTOID ? exprType(right) : exprType(left);
	operator = find_operator(request->fcall->funcid, type, exprType(left), exprType(right));
	if (!OidIsValid(operator))
		PG_RETURN_POINTER(NULL);
	PG_RETURN_POINTER(make_opclause(operator, BOOLOID, false,
									cast_argument(request->root, left, type),
									cast_argument(request->root, right, type),
									InvalidOid, InvalidOid));
}
