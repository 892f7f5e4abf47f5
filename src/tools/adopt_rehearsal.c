/*
 * Triggers are tried before a column is adopted: what they do on a temporary copy of
 * a row as the table is, and then as it will be in a stage of the adoption.  Only a
 * statement that works on the first copy and fails on the second tells something, so
 * functions that do not like the copy do no harm.  All of it is rolled back.
 */
#include "postgres.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/resowner.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* A copy, with the triggers of its table, and the statements that are tried on it. */
typedef struct Rehearsal
{
	Oid			owner;
	char	   *setup;
	int			count;
	char	  **trials;
	ErrorData **errors;			/* of each statement, or NULL */
} Rehearsal;

/* Is the error one of the session or the server, which says nothing about the action? */
static bool
is_of_session(const ErrorData *error)
{
	int			category = ERRCODE_TO_CATEGORY(error->sqlerrcode);

	return category == ERRCODE_TO_CATEGORY(ERRCODE_OPERATOR_INTERVENTION) ||
		category == ERRCODE_TO_CATEGORY(ERRCODE_INSUFFICIENT_RESOURCES) ||
		category == ERRCODE_TO_CATEGORY(ERRCODE_TRANSACTION_ROLLBACK);
}

ErrorData *
adopt_try(AdoptAction action, void *argument, bool keep)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	ErrorData  *volatile error = NULL;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		action(argument);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
	}
	PG_END_TRY();
	if (keep && error == NULL)
		ReleaseCurrentSubTransaction();
	else
		RollbackAndReleaseCurrentSubTransaction();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	if (error && is_of_session(error))
		ReThrowError(error);
	return error;
}

static void
run_trial(void *statement)
{
	if (SPI_execute(statement, false, 0) < 0 ||
		SPI_execute("SET CONSTRAINTS ALL IMMEDIATE", false, 0) < 0)
		elog(ERROR, "could not execute %s", (char *) statement);
}

/* As the owner of the table, because anybody may have written its triggers. */
static void
run_rehearsal(void *argument)
{
	Rehearsal  *rehearsal = argument;
	Oid			user;
	int			context;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(rehearsal->owner, context | SECURITY_LOCAL_USERID_CHANGE);
	if (SPI_execute(rehearsal->setup, false, 0) < 0)
		elog(ERROR, "could not execute %s", rehearsal->setup);
	for (int i = 0; i < rehearsal->count; i++)
		rehearsal->errors[i] = adopt_try(run_trial, rehearsal->trials[i], false);
}

/* Carries out a rehearsal; false if its copy cannot be made, which is then the error of all. */
static bool
rehearse(Rehearsal *rehearsal)
{
	ErrorData  *error = adopt_try(run_rehearsal, rehearsal, false);

	for (int i = 0; error && i < rehearsal->count; i++)
		rehearsal->errors[i] = error;
	return error == NULL;
}

static Rehearsal
get_rehearsal(SPITupleTable *table, uint64 row)
{
	Rehearsal	rehearsal;
	Datum	   *trials;
	bool		isnull;
	Datum		array = SPI_getbinval(table->vals[row], table->tupdesc, SPI_fnumber(table->tupdesc, "trials"), &isnull);

	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &trials, NULL, &rehearsal.count);
	rehearsal.owner = atooid(adopt_field(table, row, "owner"));
	rehearsal.setup = adopt_field(table, row, "setup");
	rehearsal.trials = palloc_array(char *, rehearsal.count);
	rehearsal.errors = palloc0_array(ErrorData *, rehearsal.count);
	for (int i = 0; i < rehearsal.count; i++)
		rehearsal.trials[i] = TextDatumGetCString(trials[i]);
	return rehearsal;
}

/* The error as one line, with where it was raised within the statement. */
static char *
describe(const ErrorData *error, const char *statement)
{
	char	   *context = error->context ? pstrdup(error->context) : NULL;
	char	   *own = context ? strstr(context, statement) : NULL;

	while (own && own > context && *own != '\n')
		own--;
	if (own)
		*own = '\0';
	if (context == NULL || *context == '\0')
		return error->message;
	for (char *c = context; *c; c++)
		if (*c == '\n')
			*c = ' ';
	return psprintf("%s (%s)", error->message, context);
}

/* The first statement that fails now in a way in which it did not before. */
static void
append_difference(StringInfo detail, const Rehearsal *before, const Rehearsal *now,
				  const char *stage, const char *table, const char *column)
{
	for (int i = 0; i < now->count; i++)
	{
		ErrorData  *error = now->errors[i];

		/* a lock that is not to be had says nothing about the trigger */
		if (error == NULL || error->sqlerrcode == ERRCODE_LOCK_NOT_AVAILABLE ||
			(before->errors[i] && before->errors[i]->sqlerrcode == error->sqlerrcode))
			continue;
		if (strcmp(stage, "prepare") == 0)
			appendStringInfo(detail, translated("A trigger of %s would fail once the table has one more column: %s. "
												"A function that names the columns, instead of NEW.* or OLD.*, works before and after."),
							 table, describe(error, now->trials[i]));
		else
			appendStringInfo(detail, translated("A trigger of %s would fail once the column has the type: %s. "
												"Where the function needs the column as text, NEW.%s::text works before and after."),
							 table, describe(error, now->trials[i]), column);
		appendStringInfoChar(detail, '\n');
		return;
	}
}

void
adopt_rehearse(const Adoption *adoption, const char *stage, StringInfo detail)
{
	SPITupleTable *rows = adopt_call_sql(adoption, "uscc_internal_rehearsals");
	uint64		count = SPI_processed;
	Rehearsal	before;
	bool		is_usable = false;
	int			level = NewGUCNestLevel();

	(void) set_config_option("client_min_messages", "error", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	for (uint64 i = 0; i < count; i++)
	{
		char	   *row_stage = adopt_field(rows, i, "stage");
		Rehearsal	rehearsal = get_rehearsal(rows, i);

		if (*row_stage == '\0')
		{
			before = rehearsal;
			is_usable = rehearse(&before);
		}
		else if (is_usable && strcmp(row_stage, stage) == 0)
		{
			(void) rehearse(&rehearsal);
			append_difference(detail, &before, &rehearsal, stage,
							  adopt_field(rows, i, "relation_name"), adopt_field(rows, i, "column_name"));
		}
	}
	AtEOXact_GUC(true, level);
}
