/*
 * The trigger that keeps two columns in step while a table goes over from one to
 * the other (uscc_adopt): a column of text, and one of a type of ours, its code.
 *
 * The columns are those that the trigger's WHEN clause names.  So a column may be
 * renamed, the table dumped, and a partition have other column numbers.
 *
 * Whichever of the two a statement changes reaches the other.  A text that the
 * code already stands for stays as it is written.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/sysattr.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "nodes/bitmapset.h"
#include "optimizer/optimizer.h"
#include "rewrite/rewriteHandler.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* What the trigger's argument says. */
typedef enum SyncMode
{
	SYNC_FILLING,				/* none, before the swap: a text that is not
								 * valid has no code */
	SYNC_STRICT,				/* "strict", first after the swap: such a text
								 * is an error */
	SYNC_CODE					/* "code", last after the swap: the code is
								 * right */
} SyncMode;

/* The two columns, for all rows of a statement. */
typedef struct Pair
{
	SyncMode	mode;
	int			text;			/* column numbers */
	int			code;
	FmgrInfo	clean;			/* T_clean(text) */
} Pair;

/* The two columns of a row, and what the text stands for. */
typedef struct Values
{
	Datum		text,
				code,
				meant;
	bool		no_text,
				no_code,
				no_meant;
} Values;

/* The type of ours that a type is, or NULL; namespace is that of the extension. */
const char *
adopt_type_name(Oid type, Oid namespace)
{
	static const char *const names[] = {"uscc", "citizen_id", "orgcode", "adcode"};

	for (int i = 0; i < (int) lengthof(names); i++)
		if (GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(names[i]),
							ObjectIdGetDatum(namespace)) == type)
			return names[i];
	return NULL;
}

/* T_clean(text) and the like.  A role that writes to the table needs no privilege for the schema. */
Oid
adopt_text_function(const char *type, const char *suffix, Oid namespace)
{
	Oid			argument = TEXTOID;
	char	   *name = psprintf("%s_%s", type, suffix);
	Oid			function = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum(name),
										   PointerGetDatum(buildoidvector(&argument, 1)), ObjectIdGetDatum(namespace));

	if (!OidIsValid(function))
		elog(ERROR, "could not find function %s", name);
	return function;
}

static bool
is_sync_trigger(FunctionCallInfo fcinfo)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	return CALLED_AS_TRIGGER(fcinfo) &&
		TRIGGER_FIRED_BEFORE(trigger->tg_event) &&
		TRIGGER_FIRED_FOR_ROW(trigger->tg_event) &&
		!TRIGGER_FIRED_BY_DELETE(trigger->tg_event) &&
		trigger->tg_trigger->tgqual != NULL;
}

/* Finds the columns in the WHEN clause; false if they are not what is needed. */
static bool
find_pair(FunctionCallInfo fcinfo, Pair *pair)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Trigger    *trigger = data->tg_trigger;
	TupleDesc	row = RelationGetDescr(data->tg_relation);
	Oid			namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	const char *type = NULL;
	Bitmapset  *columns = NULL;
	int			column = -1;

	memset(pair, 0, sizeof(*pair));
	pull_varattnos(stringToNode(trigger->tgqual), PRS2_NEW_VARNO, &columns);
	while ((column = bms_next_member(columns, column)) >= 0)
	{
		int			number = column + FirstLowInvalidHeapAttributeNumber;
		const char *name = number > 0 ? adopt_type_name(SPI_gettypeid(row, number), namespace) : NULL;

		if (number <= 0 || (name ? pair->code : pair->text) != 0)
			return false;
		if (name)
			type = name;
		*(name ? &pair->code : &pair->text) = number;
	}
	if (pair->text == 0 || pair->code == 0 || TupleDescAttr(row, pair->text - 1)->attlen != -1)
		return false;
	fmgr_info_cxt(adopt_text_function(type, "clean", namespace), &pair->clean, fcinfo->flinfo->fn_mcxt);
	if (trigger->tgnargs > 0)
		pair->mode = strcmp(trigger->tgargs[0], "code") == 0 ? SYNC_CODE : SYNC_STRICT;
	return true;
}

/* The pair, which is found once in a statement. */
static const Pair *
get_pair(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
	{
		Pair	   *pair = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(Pair));

		if (!is_sync_trigger(fcinfo) || !find_pair(fcinfo, pair))
			ereport(ERROR,
					(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
					 errmsg("function \"%s\" must be called by a trigger BEFORE INSERT OR UPDATE FOR EACH ROW whose WHEN clause names a column of text and a column of a type of this extension",
							"uscc_adopt_sync")));
		fcinfo->flinfo->fn_extra = pair;
	}
	return fcinfo->flinfo->fn_extra;
}

static Values
get_values(const Pair *pair, HeapTuple tuple, TupleDesc row)
{
	LOCAL_FCINFO(call, 1);
	Values		values;

	values.text = heap_getattr(tuple, pair->text, row, &values.no_text);
	values.code = heap_getattr(tuple, pair->code, row, &values.no_code);
	values.meant = (Datum) 0;
	values.no_meant = true;
	if (!values.no_text)
	{
		InitFunctionCallInfoData(*call, unconstify(FmgrInfo *, &pair->clean), 1, InvalidOid, NULL, NULL);
		call->args[0].value = values.text;
		call->args[0].isnull = false;
		values.meant = FunctionCallInvoke(call);
		values.no_meant = call->isnull;
	}
	return values;
}

static bool
same_code(Datum a, bool no_a, Datum b, bool no_b, Form_pg_attribute column)
{
	return no_a == no_b && (no_a || datumIsEqual(a, b, column->attbyval, column->attlen));
}

static bool
same_text(HeapTuple a, HeapTuple b, TupleDesc row, int column)
{
	char	   *old = SPI_getvalue(a, row, column);
	char	   *new = SPI_getvalue(b, row, column);

	return (old == NULL) == (new == NULL) && (old == NULL || strcmp(old, new) == 0);
}

/*
 * Can a value of a new row be the column's default?  What an expression gave is
 * not known any more, so any value can be that.
 */
static bool
is_default(Relation table, HeapTuple tuple, int column)
{
	TupleDesc	row = RelationGetDescr(table);
	Node	   *expression = build_column_default(table, column);
	Oid			output;
	bool		is_varlena;

	expression = expression ? eval_const_expressions(NULL, expression) : NULL;
	if (expression && !IsA(expression, Const))
		return true;
	if (expression == NULL || castNode(Const, expression)->constisnull)
		return false;
	getTypeOutputInfo(SPI_gettypeid(row, column), &output, &is_varlena);
	return strcmp(SPI_getvalue(tuple, row, column),
				  OidOutputFunctionCall(output, castNode(Const, expression)->constvalue)) == 0;
}

/*
 * Which of the columns, which disagree, is right: the one that the statement
 * gives.  An error if it gives both.
 */
static int
leading_column(const Pair *pair, TriggerData *trigger, const Values *values)
{
	TupleDesc	row = RelationGetDescr(trigger->tg_relation);

	if (pair->mode == SYNC_CODE)
		return pair->code;
	if (TRIGGER_FIRED_BY_INSERT(trigger->tg_event))
	{
		if (values->no_code || values->no_text)
			return values->no_code ? pair->text : pair->code;
		/* what the column has by default, the statement did not give */
		if (is_default(trigger->tg_relation, trigger->tg_trigtuple, pair->code))
			return pair->text;
		if (is_default(trigger->tg_relation, trigger->tg_trigtuple, pair->text))
			return pair->code;
	}
	else
	{
		bool		no_old;
		Datum		old = heap_getattr(trigger->tg_trigtuple, pair->code, row, &no_old);

		if (same_code(values->code, values->no_code, old, no_old, TupleDescAttr(row, pair->code - 1)))
			return pair->text;
		if (same_text(trigger->tg_trigtuple, trigger->tg_newtuple, row, pair->text))
			return pair->code;
	}
	ereport(ERROR,
			(errcode(ERRCODE_TRIGGERED_DATA_CHANGE_VIOLATION),
			 errmsg("columns \"%s\" and \"%s\" of table \"%s\" are given values that disagree",
					SPI_fname(row, pair->text), SPI_fname(row, pair->code),
					RelationGetRelationName(trigger->tg_relation)),
			 errhint("Write one of them; a trigger writes the other."),
			 errtablecol(trigger->tg_relation, pair->code)));
}

/* A value of one of the columns as the other, in the row that is returned. */
static HeapTuple
follow(const Pair *pair, int from, HeapTuple tuple, TupleDesc row)
{
	int			to = from == pair->text ? pair->code : pair->text;
	Form_pg_attribute column = TupleDescAttr(row, to - 1);
	char	   *string = SPI_getvalue(tuple, row, from);
	bool		isnull = string == NULL;
	Oid			input,
				parameter;
	Datum		value;

	getTypeInputInfo(column->atttypid, &input, &parameter);
	value = OidInputFunctionCall(input, string, parameter, column->atttypmod);
	return heap_modify_tuple_by_cols(tuple, row, 1, &to, &value, &isnull);
}

PG_FUNCTION_INFO_V1(uscc_adopt_sync);

Datum
uscc_adopt_sync(PG_FUNCTION_ARGS)
{
	const Pair *pair = get_pair(fcinfo);
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	TupleDesc	row = RelationGetDescr(trigger->tg_relation);
	HeapTuple	tuple = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ?
		trigger->tg_newtuple : trigger->tg_trigtuple;
	Values		values = get_values(pair, tuple, row);
	bool		wrong = !values.no_text && values.no_meant;

	if (same_code(values.meant, values.no_meant, values.code, values.no_code,
				  TupleDescAttr(row, pair->code - 1)) &&
		(!wrong || pair->mode == SYNC_FILLING))
		return PointerGetDatum(tuple);
	if (leading_column(pair, trigger, &values) == pair->code)
		return PointerGetDatum(follow(pair, pair->code, tuple, row));
	/* after the swap, the type's input function says what is wrong with it */
	if (wrong && pair->mode == SYNC_STRICT)
		return PointerGetDatum(follow(pair, pair->text, tuple, row));
	return PointerGetDatum(heap_modify_tuple_by_cols(tuple, row, 1, unconstify(int *, &pair->code),
													 &values.meant, &values.no_meant));
}
