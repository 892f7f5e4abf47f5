/*
 * Triggers are tried before a column is adopted: what they do on a temporary copy of
 * a row as the table is, and then as it will be in a stage of the adoption.  Only a
 * statement that works on the first copy and fails on the second tells something.
 *
 * A function that has rows of the table itself may fail because that has not the new
 * column yet, so the copy is tried again beside a table that has it.  Where functions
 * do not like the copy as it is, a row of the table is updated instead.  Both lock
 * the table for a moment; all of it is rolled back.
 */
#include "postgres.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "storage/proc.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/resowner.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* Statements that are tried, after others that make what they need. */
typedef struct Rehearsal
{
	Oid			owner;
	char	   *setup;
	int			count;
	char	  **trials;
	ErrorData **errors;			/* of each statement, or NULL */
} Rehearsal;

/* A table, what is tried on its copy, and commands for the table itself. */
typedef struct Rehearsed
{
	const char *table;
	const char *column;
	char	   *reshape;		/* adds the new column; NULL if it is there */
	char	   *rename;			/* changes the names of the columns */
	char	   *on_table;		/* updates a row */
	Rehearsal	before;
	Rehearsal	now;
} Rehearsed;

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

void
adopt_execute(void *commands)
{
	if (SPI_execute(commands, false, 0) < 0)
		elog(ERROR, "could not execute %s", (char *) commands);
}

static void
run_trial(void *statement)
{
	adopt_execute(statement);
	adopt_execute("SET CONSTRAINTS ALL IMMEDIATE");
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
	adopt_execute(rehearsal->setup);
	for (int i = 0; i < rehearsal->count; i++)
		rehearsal->errors[i] = adopt_try(run_trial, rehearsal->trials[i], false);
}

/* Statements with a setup, carried out; if the setup fails, that is the error of all. */
static Rehearsal
make_rehearsal(Oid owner, char *setup, int count, char **trials)
{
	Rehearsal	rehearsal = {owner, setup, count, trials, palloc0_array(ErrorData *, count)};
	ErrorData  *error = adopt_try(run_rehearsal, &rehearsal, false);

	for (int i = 0; error && i < count; i++)
		rehearsal.errors[i] = error;
	return rehearsal;
}

static Rehearsal
get_rehearsal(SPITupleTable *table, uint64 row)
{
	Datum	   *texts;
	char	  **trials;
	int			count;
	bool		isnull;
	Datum		array = SPI_getbinval(table->vals[row], table->tupdesc, SPI_fnumber(table->tupdesc, "trials"), &isnull);

	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &texts, NULL, &count);
	trials = palloc_array(char *, count);
	for (int i = 0; i < count; i++)
		trials[i] = TextDatumGetCString(texts[i]);
	return make_rehearsal(atooid(adopt_field(table, row, "owner")), adopt_field(table, row, "setup"), count, trials);
}

static ErrorData *
first_error(const Rehearsal *rehearsal)
{
	for (int i = 0; i < rehearsal->count; i++)
		if (rehearsal->errors[i])
			return rehearsal->errors[i];
	return NULL;
}

/* The first statement that fails now in a way in which it did not before, or -1. */
static int
find_difference(const Rehearsal *before, const Rehearsal *now)
{
	for (int i = 0; i < now->count; i++)
	{
		ErrorData  *error = now->errors[i];

		/* a lock that is not to be had says nothing about the trigger */
		if (error && error->sqlerrcode != ERRCODE_LOCK_NOT_AVAILABLE &&
			(before->errors[i] == NULL || before->errors[i]->sqlerrcode != error->sqlerrcode))
			return i;
	}
	return -1;
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

static void
append_difference(StringInfo detail, const Rehearsed *tried, AdoptStage stage, const Rehearsal *now, int trial)
{
	char	   *error = describe(now->errors[trial], now->trials[trial]);

	if (stage == ADOPT_PREPARE)
		appendStringInfo(detail, translated("A trigger of %s would fail once the table has one more column: %s. "
											"A function that names the columns, instead of NEW.* or OLD.*, works before and after."),
						 tried->table, error);
	else
		appendStringInfo(detail, translated("A trigger of %s would fail once the column has the type: %s. "
											"Where the function needs the column as text, NEW.%s::text works before and after."),
						 tried->table, error, tried->column);
	appendStringInfoChar(detail, '\n');
}

/* The copy again, beside a table that has the new column. */
static void
retry_reshaped(StringInfo detail, const Rehearsed *tried, AdoptStage stage)
{
	const Rehearsal *now = &tried->now;
	Rehearsal	again = *now;
	int			trial;

	if (tried->reshape)
		again = make_rehearsal(now->owner, psprintf("%s;\n%s", tried->reshape, now->setup), now->count, now->trials);
	/* the copy is the same, so that is the table's */
	if (again.count > 0 && again.errors[0] && again.errors[0]->sqlerrcode == ERRCODE_LOCK_NOT_AVAILABLE)
		ReThrowError(again.errors[0]);
	trial = find_difference(&tried->before, &again);
	if (trial >= 0)
		append_difference(detail, tried, stage, &again, trial);
}

/* A row of the table itself, as it is and as it will be. */
static void
try_table(StringInfo detail, Rehearsed *tried, AdoptStage stage)
{
	Oid			owner = tried->now.owner;
	char	   *setup = stage == ADOPT_PREPARE ? tried->reshape : tried->rename;
	Rehearsal	before,
				now;
	int			trial;

	/* the new column is there already, or the table is not to be locked now */
	if (stage == ADOPT_SWAP_LATER || setup == NULL)
		return;
	before = make_rehearsal(owner, "SELECT", 1, &tried->on_table);
	now = make_rehearsal(owner, setup, 1, &tried->on_table);
	trial = find_difference(&before, &now);
	if (trial >= 0)
		append_difference(detail, tried, stage, &now, trial);
}

/* What the rehearsals of a table tell. */
static void
compare(Rehearsed *tried, AdoptStage stage, StringInfo detail, StringInfo untried)
{
	ErrorData  *error = first_error(&tried->before);

	if (find_difference(&tried->before, &tried->now) >= 0)
		retry_reshaped(detail, tried, stage);
	else if (error)
	{
		try_table(detail, tried, stage);
		appendStringInfo(untried, "%s%s (%s)", untried->len > 0 ? ", " : "", tried->table, error->message);
	}
}

void
adopt_rehearse(const Adoption *adoption, AdoptStage stage, StringInfo detail, StringInfo untried)
{
	SPITupleTable *rows = adopt_call_sql(adoption, "uscc_internal_rehearsals");
	uint64		count = SPI_processed;
	const char *wanted = stage == ADOPT_PREPARE ? "prepare" : "swap";
	Rehearsed	tried = {0};
	int			level = NewGUCNestLevel();

	(void) set_config_option("client_min_messages", "error", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	if (LockTimeout == 0)
		(void) set_config_option("lock_timeout", "500ms", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	for (uint64 i = 0; i < count; i++)
	{
		char	   *row_stage = adopt_field(rows, i, "stage");

		tried.reshape = adopt_field(rows, i, "reshape");
		/* what is there now: the table with the new column or without it */
		if (strcmp(row_stage, stage != ADOPT_PREPARE && tried.reshape == NULL ? "prepare" : "") == 0)
			tried.before = get_rehearsal(rows, i);
		else if (tried.before.errors && strcmp(row_stage, wanted) == 0)
		{
			tried.table = adopt_field(rows, i, "relation_name");
			tried.column = adopt_field(rows, i, "column_name");
			tried.rename = adopt_field(rows, i, "rename");
			tried.on_table = adopt_field(rows, i, "on_table");
			tried.now = get_rehearsal(rows, i);
			compare(&tried, stage, detail, untried);
		}
	}
	AtEOXact_GUC(true, level);
}
