/*
 * Keeps a column of type uscc and a column of text in step, while a table goes
 * over from one to the other (procedure uscc_adopt).
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "compat.h"
#include "types/uscc.h"

static int
column_number(TupleDesc row, const char *name)
{
	int			number = SPI_fnumber(row, name);

	if (number <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" does not exist", name)));
	return number;
}

PG_FUNCTION_INFO_V1(uscc_adopt_sync);

/*
 * BEFORE trigger for each row, on INSERT or UPDATE: derives the column named by
 * argument 1 from the one named by argument 0.  A uscc from a text is what
 * uscc_clean makes of it; a text from a uscc is written only when that changes, so
 * that a text which was there before stays as it was.  If an INSERT gives the
 * text alone, it becomes the uscc, or an error.
 */
Datum
uscc_adopt_sync(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	bool		update;
	HeapTuple	tuple;
	TupleDesc	row;
	int			source,
				target;
	Oid			source_type,
				uscc;
	Datum		value;
	bool		isnull;

	if (!CALLED_AS_TRIGGER(fcinfo) ||
		!TRIGGER_FIRED_BEFORE(trigger->tg_event) ||
		!TRIGGER_FIRED_FOR_ROW(trigger->tg_event) ||
		TRIGGER_FIRED_BY_DELETE(trigger->tg_event) ||
		trigger->tg_trigger->tgnargs != 2)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be called by a trigger BEFORE INSERT OR UPDATE FOR EACH ROW with the names of two columns",
						"uscc_adopt_sync")));
	update = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event);
	tuple = update ? trigger->tg_newtuple : trigger->tg_trigtuple;
	row = RelationGetDescr(trigger->tg_relation);
	source = column_number(row, trigger->tg_trigger->tgargs[0]);
	target = column_number(row, trigger->tg_trigger->tgargs[1]);
	source_type = SPI_gettypeid(row, source);
	uscc = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("uscc"),
						   ObjectIdGetDatum(get_func_namespace(fcinfo->flinfo->fn_oid)));
	value = heap_getattr(tuple, source, row, &isnull);

	if (source_type == uscc)
	{
		Form_pg_attribute column = TupleDescAttr(row, target - 1);
		Oid			input,
					parameter;

		if (update)
		{
			bool		was_null;
			Datum		old = heap_getattr(trigger->tg_trigtuple, source, row, &was_null);

			if (isnull == was_null && (isnull || DatumGetInt64(value) == DatumGetInt64(old)))
				return PointerGetDatum(tuple);
		}
		else if (isnull)
		{
			/* an INSERT without column names still writes the text */
			char	   *text = SPI_getvalue(tuple, row, target);

			if (text == NULL)
				return PointerGetDatum(tuple);
			value = DirectFunctionCall1(uscc_in, CStringGetDatum(text));
			isnull = false;
			return PointerGetDatum(heap_modify_tuple_by_cols(tuple, row, 1, &source, &value, &isnull));
		}
		getTypeInputInfo(column->atttypid, &input, &parameter);
		value = OidInputFunctionCall(input,
									 isnull ? NULL : DatumGetCString(DirectFunctionCall1(uscc_out, value)),
									 parameter, column->atttypmod);
	}
	else if (SPI_gettypeid(row, target) == uscc)
	{
		char	   *text = isnull ? NULL : SPI_getvalue(tuple, row, source);

		isnull = isnull || !types_clean_uscc(text, strlen(text), &value);
	}
	else
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("neither column \"%s\" nor \"%s\" is of type %s",
						trigger->tg_trigger->tgargs[0], trigger->tg_trigger->tgargs[1], "uscc")));
	return PointerGetDatum(heap_modify_tuple_by_cols(tuple, row, 1, &target, &value, &isnull));
}

PG_FUNCTION_INFO_V1(uscc_adopt_message);

Datum
uscc_adopt_message(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(translated(text_to_cstring(PG_GETARG_TEXT_PP(0)))));
}
