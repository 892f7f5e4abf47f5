/*
 * A text column of a live table becomes a column of one of our types: the plan,
 * which is computed from the catalog and the table, and the procedure that
 * carries out what takes more than a command.
 *
 * What is to be done is found out by functions in SQL (adopt.sql), which read the
 * catalog; they are called with an empty search_path, so that the commands that
 * they return have qualified names.  Commands run with the session's settings, as
 * the code of the user's triggers, constraints and indexes expects.
 */
#include "postgres.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "storage/proc.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "compat.h"
#include "tools/adopt.h"
#include "types/types.h"

/* Milliseconds that a table lock is waited for, and how often it is tried. */
#define LOCK_TIMEOUT 500
#define LOCK_ATTEMPTS 10

/* Passes over the table that make no headway, until it is given up. */
#define IDLE_PASSES 3

typedef struct Count
{
	const char *query;
	int64		rows;
} Count;

/* A table or partition to be filled, and the commands for it. */
typedef struct Part
{
	Oid			table;
	char	   *fill;			/* a batch: first position, the one after it,
								 * rows */
	char	   *remaining;		/* how many rows still need it */
	char	   *unlocked;		/* how many of them nobody has locked */
} Part;

typedef struct Progress
{
	uint64		rows;
	uint64		pages;			/* in this pass, of all */
	uint64		pages_done;
	TimestampTz started;
	TimestampTz noticed;
	int64		longest_batch;	/* microseconds */
} Progress;

/* A word that the functions in SQL use, and the sentence for it. */
typedef struct Sentence
{
	const char *word;
	const char *sentence;
} Sentence;

/* %s is the object. */
static const Sentence obstacles[] = {
	{"table_kind", gettext_noop("%s is not an ordinary or partitioned table.")},
	{"partition", gettext_noop("%s is a partition: the partitioned table is adopted as a whole.")},
	{"inherited", gettext_noop("%s is part of an inheritance hierarchy.")},
	{"access_method", gettext_noop("%s: a table of this access method cannot be filled in place.")},
	{"owner", gettext_noop("%s belongs to another role, and a foreign key connects it.")},
	{"schema", gettext_noop("The owner of the table may not create indexes in schema %s.")},
	{"row_type", gettext_noop("Column %s has the row type of the table: rows that it stores would lose the column.")},
	{"pending", gettext_noop("The adoption of %s has an index or constraint in common with the column, and must be finished first, with its cleanup, or undone.")},
	{"execute", gettext_noop("Trigger %s is made anew in the swap, but the owner of the table may not execute its function.")},
	{"row_security", gettext_noop("Row-level security hides rows of %s from its owner.")},
	{"rule", gettext_noop("Rule %s rewrites statements on the table.")},
	{"partition_key", gettext_noop("The column is part of the partition key of %s; a new table is needed.")},
	{"tsvector", gettext_noop("Trigger %s indexes the column for text search, which takes only text. A generated column can do that.")},
	{"trigger_order", gettext_noop("Trigger %s would run after the one that keeps the columns in step.")},
	{"domain", gettext_noop("Column %s is of a domain, whose constraints and default the new column would not have.")},
	{"type", gettext_noop("Column %s is not of a text type.")},
	{"length", gettext_noop("Column %s is too short for a code as the type writes it.")},
	{"key", gettext_noop("The swap makes a key anew, on which %s relies: that must be dropped, and can be made again after the swap.")},
	{"replica_identity", gettext_noop("With replica identity FULL, a subscriber finds a row of %s by all columns, the new one included, whose values differ there.")},
	{"check", gettext_noop("Constraint %s takes valid codes in a spelling other than that in which the type writes them, but not in that one.")},
	{"columns", gettext_noop("%s has as many columns as a table can have, dropped ones included; a new table is needed.")},
	{"temporary", gettext_noop("The triggers of %s are tried on a temporary copy of a row, and its owner may not make temporary tables.")},
	{"deferrable", gettext_noop("Primary key %s is deferrable, which the key of the text cannot be after the swap.")},
	{"generated", gettext_noop("Column %s is generated.")},
	{"default", gettext_noop("The default is not valid for the type: %s.")},
	{"security_label", gettext_noop("Column %s has a security label.")},
	{"exclusion", gettext_noop("Exclusion constraint %s uses the column.")},
	{"publication", gettext_noop("Publication %s has a row filter with the column, or belongs to another role.")},
	{"foreign_key", gettext_noop("Foreign key %s is not validated.")},
	{"name", gettext_noop("The name of %s is needed.")},
	{"distributed", gettext_noop("%s is distributed over other servers.")},
};

/* %1$s is the object, %2$s the count, %3$s the query. */
static const Sentence notes[] = {
	{"add", gettext_noop("adds column %1$s, which a trigger keeps in step with the text")},
	{"like", gettext_noop("the new column of %1$s gets what the old one has")},
	{"like_code", gettext_noop("the text column of %1$s gets what the code has")},
	{"enable", gettext_noop("trigger %1$s must fire for replicated rows, too")},
	{"fill", gettext_noop("fills the new column of %1$s in batches; triggers for UPDATE fire")},
	{"drop_agreement", gettext_noop("the values that are not valid can be changed only without this constraint of %1$s")},
	{"rejects", gettext_noop("rows of %1$s with a value that is not valid: %2$s. Correct them or make them NULL. To list them: %3$s")},
	{"duplicates", gettext_noop("keys of %1$s that occur more than once, in different spelling: %2$s. To list them: %3$s")},
	{"check", gettext_noop("rows that would violate constraint %1$s once their code is written as the type writes it: %2$s. To list them: %3$s")},
	{"invalid_index", gettext_noop("%1$s was not built to the end")},
	{"index", gettext_noop("takes the place of %1$s in the swap")},
	{"index_later", gettext_noop("an index that takes the place of %1$s in the swap; the command is given when the column is there")},
	{"index_parent", gettext_noop("takes the place of %1$s in the swap; uses the indexes of the partitions")},
	{"index_spare", gettext_noop("serves the text after the swap, which drops %1$s")},
	{"analyze", gettext_noop("statistics of the new column of %1$s")},
	{"agreement", gettext_noop("from here on %1$s takes no value that is not valid")},
	{"validate", gettext_noop("checks all rows for constraint %1$s while others read and write")},
	{"check_add", gettext_noop("takes the place of constraint %1$s in the swap")},
	{"swap", gettext_noop("%1$s: the columns change names, with all that belongs to them")},
	{"row_variables", gettext_noop("the swap puts the column last in the row type, which variables in these functions have; SELECT with a list INTO one of them must become SELECT *: %1$s")},
	{"untried", gettext_noop("look at what triggers of these tables do with the column; they could not be tried: %1$s")},
	{"foreign_key_parent", gettext_noop("takes over foreign key %1$s of the partitions")},
	{"dependents", gettext_noop("the text can be dropped once these do not use it: %1$s")},
	{"cleanup", gettext_noop("drops the text of %1$s; there is no way back")},
	{"cleanup_later", gettext_noop("after the swap: drops the text of %1$s")},
	{"undo_texts", gettext_noop("writes the texts of %1$s as the type does, for the foreign key between them")},
	{"undo_dependents", gettext_noop("the way back is free once these do not use the code: %1$s")},
	{"undo_swap", gettext_noop("the columns change names back")},
	{"undo", gettext_noop("drops column %1$s with all that was made for it")},
	{"undo_index", gettext_noop("drops index %1$s, which was made for the swap")},
};

static const char *
sentence_of(const Sentence *sentences, int count, const char *word)
{
	for (int i = 0; i < count; i++)
		if (strcmp(sentences[i].word, word) == 0)
			return translated(sentences[i].sentence);
	elog(ERROR, "unrecognized word: %s", word);
}

char *
adopt_field(SPITupleTable *table, uint64 row, const char *name)
{
	return SPI_getvalue(table->vals[row], table->tupdesc, SPI_fnumber(table->tupdesc, name));
}

/* Calls one of the functions in SQL; the rows are SPI_processed. */
SPITupleTable *
adopt_call_sql(const Adoption *adoption, const char *function)
{
	Oid			types[] = {REGCLASSOID, NAMEOID, REGTYPEOID};
	Datum		values[] = {ObjectIdGetDatum(adoption->table),
	NameGetDatum(&adoption->column), ObjectIdGetDatum(adoption->type)};
	int			level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	/* queries of the catalog are long and have few rows */
	(void) set_config_option("jit", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	if (SPI_execute_with_args(psprintf("SELECT * FROM %s.%s($1, $2, $3) AS t", adoption->namespace, function),
							  3, types, values, NULL, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not call %s", function);
	AtEOXact_GUC(true, level);
	return SPI_tuptable;
}

/* The only value of a query. */
static int64
query_count(const char *query)
{
	bool		isnull;
	char	   *value;
	int64		count;

	if (SPI_execute(query, false, 0) != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "could not execute %s", query);
	(void) SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
	value = isnull ? NULL : SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	count = value ? DatumGetInt64(DirectFunctionCall1(int8in, CStringGetDatum(value))) : 0;
	SPI_freetuptable(SPI_tuptable);
	return count;
}

/* Is the table one of Citus, which has its rows elsewhere? */
static bool
is_distributed(Oid table)
{
	return query_count("SELECT pg_catalog.count(*) FROM pg_catalog.pg_class AS c "
					   "WHERE c.relname OPERATOR(pg_catalog.=) 'pg_dist_partition' "
					   "AND c.relnamespace OPERATOR(pg_catalog.=) 'pg_catalog'::pg_catalog.regnamespace") > 0 &&
		query_count(psprintf("SELECT pg_catalog.count(*) FROM pg_catalog.pg_dist_partition "
							 "WHERE logicalrelid::pg_catalog.oid OPERATOR(pg_catalog.=) %u", table)) > 0;
}

static void
count_rows(void *argument)
{
	Count	   *count = argument;

	count->rows = query_count(count->query);
}

/* The count of a query that runs functions of the user's, which may fail: then it is 0. */
static int64
try_count(const char *query)
{
	Count		count = {.query = query};

	return adopt_try(count_rows, &count, false) == NULL ? count.rows : 0;
}

/* An error if something stands in the way: sentences, a line each, and the commands that remove it. */
static void
report_obstacles(const Adoption *adoption, StringInfo detail, const char *commands)
{
	if (detail->len == 0)
		return;
	detail->data[detail->len - 1] = '\0';
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("column %s cannot be adopted", adoption->name),
			 errdetail_internal("%s", detail->data),
			 *commands == '\0' ? 0 : errhint("These commands remove what stands in the way:%s", commands)));
}

/* An error if a trigger would not survive a stage; returns the tables whose triggers could not be tried. */
static char *
check_triggers(const Adoption *adoption, AdoptStage stage)
{
	StringInfoData detail,
				untried;

	initStringInfo(&detail);
	initStringInfo(&untried);
	adopt_rehearse(adoption, stage, &detail, &untried);
	report_obstacles(adoption, &detail, "");
	return untried.data;
}

/* An error if the table cannot be adopted: all that stands in the way. */
static void
check_obstacles(const Adoption *adoption)
{
	SPITupleTable *found = adopt_call_sql(adoption, "uscc_internal_obstacles");
	uint64		count = SPI_processed;
	StringInfoData detail,
				commands;

	initStringInfo(&detail);
	initStringInfo(&commands);
	for (uint64 i = 0; i < count; i++)
	{
		char	   *question = adopt_field(found, i, "question");
		char	   *remedy = adopt_field(found, i, "remedy");

		if (question && try_count(question) == 0)
			continue;
		appendStringInfo(&detail, sentence_of(obstacles, lengthof(obstacles), adopt_field(found, i, "word")),
						 adopt_field(found, i, "object"));
		appendStringInfoChar(&detail, '\n');
		if (remedy)
			appendStringInfo(&commands, "\n%s;", remedy);
	}
	if (is_distributed(adoption->table))
	{
		const char *column = quote_identifier(NameStr(adoption->column));

		appendStringInfo(&detail, sentence_of(obstacles, lengthof(obstacles), "distributed"), adoption->table_name);
		appendStringInfoChar(&detail, '\n');
		appendStringInfo(&commands, "\nALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s.%s_clean(%s);",
						 adoption->table_name, column, format_type_be_qualified(adoption->type),
						 adoption->namespace, adoption->type_name, column);
	}
	report_obstacles(adoption, &detail, commands.data);
}

/* Reads the first three arguments of the plan and the procedure; only the owner may adopt. */
static Adoption
get_adoption(FunctionCallInfo fcinfo)
{
	Adoption	adoption;
	Oid			namespace = get_func_namespace(fcinfo->flinfo->fn_oid);
	char	   *relation;

	for (int i = 0; i < PG_NARGS(); i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("arguments of %s must not be null", get_func_name(fcinfo->flinfo->fn_oid))));
	adoption.table = PG_GETARG_OID(0);
	adoption.column = *PG_GETARG_NAME(1);
	adoption.type = PG_GETARG_OID(2);
	adoption.namespace = quote_identifier(get_namespace_name(namespace));
	adoption.type_name = adopt_type_name(adoption.type, namespace);
	relation = get_rel_name(adoption.table);
	if (adoption.type_name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("type %s is not of this extension", format_type_be(adoption.type)),
				 errhint("The types are uscc, citizen_id, orgcode and adcode.")));
	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", adoption.table)));
	if (!object_ownercheck(RelationRelationId, adoption.table, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(get_rel_relkind(adoption.table)), relation);
	if (get_attnum(adoption.table, NameStr(adoption.column)) <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist", NameStr(adoption.column), relation)));
	adoption.table_name = quote_qualified_identifier(get_namespace_name(get_rel_namespace(adoption.table)), relation);
	adoption.name = psprintf("%s.%s", adoption.table_name, quote_identifier(NameStr(adoption.column)));
	return adoption;
}

/* Has the column the type already? */
static bool
is_adopted(const Adoption *adoption)
{
	AttrNumber	column = get_attnum(adoption->table, NameStr(adoption->column));

	return get_atttype(adoption->table, column) == adoption->type;
}

/* The sentence for a step, with how many rows it concerns; -1 if nobody asked. */
static char *
note_of(const char *word, const char *object, int64 count, const char *query)
{
	char	   *number = psprintf(INT64_FORMAT, count);
	char	   *note = psprintf(sentence_of(notes, lengthof(notes), word), object, number, query);

	if (strcmp(word, "swap") == 0 && count > 0)
		note = psprintf(translated("%s; values that are valid but not standard, and may be something else: %s. To list them: %s"),
						note, number, query);
	return note;
}

/*
 * Puts the steps out, as rows of the plan.  Those of the swap and the cleanup have no
 * command while others are left, and a unique index has none while keys occur twice.
 * Are all values valid?
 */
static bool
put_steps(ReturnSetInfo *result, SPITupleTable *steps, uint64 count)
{
	bool		left = false;
	bool		unfinished = false;
	bool		duplicates = false;
	bool		valid = true;

	for (uint64 i = 0; i < count; i++)
	{
		char	   *stage = adopt_field(steps, i, "stage");
		char	   *command = adopt_field(steps, i, "command");
		char	   *lock = adopt_field(steps, i, "lock");
		char	   *word = adopt_field(steps, i, "word");
		char	   *question = adopt_field(steps, i, "question");
		int64		rows = question ? query_count(question) : -1;
		bool		cleanup = strcmp(stage, "cleanup") == 0;
		bool		last = cleanup || strcmp(stage, "swap") == 0;
		Datum		values[4];
		bool		nulls[4] = {false};

		if (rows == 0 && strcmp(word, "swap") != 0)
			continue;
		if ((last && left) || (cleanup && unfinished) || (duplicates && command && strstr(command, "CREATE UNIQUE INDEX")))
			command = NULL;
		left |= !last;
		unfinished |= !cleanup;
		duplicates |= strcmp(word, "duplicates") == 0;
		valid &= strcmp(stage, "rejects") != 0;
		values[0] = CStringGetTextDatum(stage);
		nulls[1] = command == NULL;
		values[1] = nulls[1] ? (Datum) 0 : CStringGetTextDatum(command);
		nulls[2] = lock == NULL;
		values[2] = nulls[2] ? (Datum) 0 : CStringGetTextDatum(lock);
		values[3] = CStringGetTextDatum(note_of(word, adopt_field(steps, i, "object"), rows, adopt_field(steps, i, "query")));
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return valid;
}

/* Tells of triggers that could not be tried, until the swap. */
static void
put_untried(ReturnSetInfo *result, const char *tables)
{
	bool		nulls[] = {false, true, true, false};
	Datum		values[] = {CStringGetTextDatum("swap"), (Datum) 0, (Datum) 0,
	CStringGetTextDatum(note_of("untried", tables, -1, NULL))};

	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(uscc_adopt_plan);

Datum
uscc_adopt_plan(PG_FUNCTION_ARGS)
{
	Adoption	adoption = get_adoption(fcinfo);
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	SPITupleTable *steps;
	char	   *untried;

	InitMaterializedSRF(fcinfo, 0);
	SPI_connect();
	if (PG_GETARG_BOOL(3) || is_adopted(&adoption))
	{
		steps = adopt_call_sql(&adoption, PG_GETARG_BOOL(3) ? "uscc_internal_undo" : "uscc_internal_steps");
		(void) put_steps(result, steps, SPI_processed);
	}
	else
	{
		check_obstacles(&adoption);
		untried = check_triggers(&adoption, ADOPT_PREPARE);
		steps = adopt_call_sql(&adoption, "uscc_internal_steps");
		/* one that compares codes with texts needs these to be valid */
		if (put_steps(result, steps, SPI_processed))
			untried = check_triggers(&adoption, ADOPT_SWAP_LATER);
		if (*untried)
			put_untried(result, untried);
	}
	SPI_finish();
	return (Datum) 0;
}

/* Raised if steps of the plan before the call are left. */
static void
report_steps(const Adoption *adoption)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("steps before this call are left for column %s", adoption->name),
			 errhint("SELECT * FROM %s.uscc_adopt_plan(%s, %s, %s) shows them.", adoption->namespace,
					 quote_literal_cstr(adoption->table_name), quote_literal_cstr(NameStr(adoption->column)),
					 quote_literal_cstr(format_type_be_qualified(adoption->type)))));
}

/* Reports the progress of the fill every 5 seconds. */
static void
report_progress(Progress *progress, bool now)
{
	TimestampTz time = GetCurrentTimestamp();
	double		seconds = (time - progress->started) / (double) USECS_PER_SEC;
	uint64		done = Min(progress->pages_done, progress->pages);

	if (!now && time - progress->noticed < 5 * USECS_PER_SEC)
		return;
	progress->noticed = time;
	ereport(NOTICE,
			(errmsg("%d %% (%llu rows, %.0f rows/s, %.0f s left)",
					progress->pages == 0 ? 100 : (int) (done * 100 / progress->pages),
					(unsigned long long) progress->rows, progress->rows / Max(seconds, 0.001),
					done == 0 ? 0 : seconds * (progress->pages - done) / done)));
}

static BlockNumber
count_pages(Oid table, double *rows_per_page)
{
	Relation	relation = table_open(table, AccessShareLock);
	BlockNumber pages = RelationGetNumberOfBlocks(relation);

	*rows_per_page = relation->rd_rel->reltuples > 0 && relation->rd_rel->relpages > 0 ?
		relation->rd_rel->reltuples / relation->rd_rel->relpages : 50;
	table_close(relation, AccessShareLock);
	return pages;
}

/*
 * Fills one table or partition, page by page, and commits after each batch.  Every
 * row written since the trigger is there agrees, so one pass over the pages that
 * the table has now meets all others.  Rows that someone has locked are left for
 * the next pass: nobody waits for a row while holding others.
 */
static void
fill_part(const Part *part, int batch_size, Progress *progress)
{
	Oid			types[] = {TIDOID, TIDOID, INT8OID};
	double		rows_per_page;
	BlockNumber pages = count_pages(part->table, &rows_per_page);
	BlockNumber step = Max(1, batch_size / Max(rows_per_page, 1));

	for (BlockNumber page = 0; page < pages;)
	{
		TimestampTz started = GetCurrentTimestamp();
		BlockNumber next = page + Min(step, pages - page);
		ItemPointerData from,
					to;
		Datum		values[] = {PointerGetDatum(&from), PointerGetDatum(&to), Int64GetDatum(batch_size)};

		ItemPointerSet(&from, page, 0);
		ItemPointerSet(&to, next, 0);
		if (SPI_execute_with_args(part->fill, 3, types, values, NULL, false, 0) != SPI_OK_UPDATE)
			elog(ERROR, "could not execute %s", part->fill);
		progress->rows += SPI_processed;
		if (SPI_processed < (uint64) batch_size)
		{
			progress->pages_done += next - page;
			page = next;
		}
		SPI_commit();
		progress->longest_batch = Max(progress->longest_batch, GetCurrentTimestamp() - started);
		report_progress(progress, false);
	}
}

/* Why rows are left that no pass can fill. */
static void
report_rest(const Adoption *adoption, const Part *parts, uint64 count, int64 remaining)
{
	int64		unlocked = 0;

	for (uint64 i = 0; i < count; i++)
		unlocked += query_count(parts[i].unlocked);
	if (unlocked > 0)
		ereport(ERROR,
				(errcode(ERRCODE_TRIGGERED_DATA_CHANGE_VIOLATION),
				 errmsg("%lld rows of table %s do not take their code", (long long) unlocked, adoption->table_name),
				 errdetail("No other session has them locked, so a trigger of the table prevents their update or changes it. All others are done."),
				 errhint("Disable that trigger and call uscc_adopt again.")));
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_IN_USE),
			 errmsg("%lld rows of table %s are locked by other sessions", (long long) remaining, adoption->table_name),
			 errdetail("All others are done."),
			 errhint("Call uscc_adopt again when those sessions have ended their transactions.")));
}

/* The tables and partitions that are to be filled. */
static Part *
get_parts(const Adoption *adoption, uint64 *count)
{
	SPITupleTable *table = adopt_call_sql(adoption, "uscc_internal_batches");
	Part	   *parts;

	*count = SPI_processed;
	parts = palloc_array(Part, *count + 1);
	for (uint64 i = 0; i < *count; i++)
	{
		parts[i].table = atooid(adopt_field(table, i, "relation"));
		parts[i].fill = adopt_field(table, i, "command");
		parts[i].remaining = adopt_field(table, i, "remaining");
		parts[i].unlocked = adopt_field(table, i, "unlocked");
	}
	return parts;
}

/* Passes over the table until no row needs its code; each ends with a count. */
static void
fill(const Adoption *adoption, int batch_size)
{
	uint64		count;
	Part	   *parts;
	Progress	progress = {0};
	int64		previous = PG_INT64_MAX;
	int			idle = 0;

	(void) adopt_call_sql(adoption, "uscc_internal_prepare");
	if (SPI_processed > 0)
		report_steps(adoption);
	parts = get_parts(adoption, &count);
	progress.started = progress.noticed = GetCurrentTimestamp();
	for (;;)
	{
		int64		remaining = 0;
		double		ignored;

		progress.pages = progress.pages_done = 0;
		for (uint64 i = 0; i < count; i++)
			progress.pages += count_pages(parts[i].table, &ignored);
		for (uint64 i = 0; i < count; i++)
			fill_part(&parts[i], batch_size, &progress);
		for (uint64 i = 0; i < count; i++)
			remaining += query_count(parts[i].remaining);
		if (remaining == 0)
			break;
		idle = remaining < previous ? 0 : idle + 1;
		if (idle == IDLE_PASSES)
			report_rest(adoption, parts, count, remaining);
		previous = remaining;
		SPI_commit();
		DirectFunctionCall1(pg_sleep, Float8GetDatum(0.1));
	}
	report_progress(&progress, true);
	ereport(NOTICE,
			(errmsg("column %s has its codes; rows were locked for at most %.3f s",
					adoption->name, progress.longest_batch / (double) USECS_PER_SEC)));
}

/* The only value of a query, as text. */
static char *
query_text(const char *query)
{
	char	   *value;

	if (SPI_execute(query, false, 0) != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "could not execute %s", query);
	value = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	return value ? value : pstrdup("");
}

/* Takes the locks; false if they were not to be had in time. */
static bool
try_lock(char *command)
{
	ErrorData  *error = adopt_try(adopt_execute, command, true);

	if (error && error->sqlerrcode != ERRCODE_LOCK_NOT_AVAILABLE)
		ReThrowError(error);
	return error == NULL;
}

/*
 * Locks the tables that go over together; columns is the call that gives them and
 * their partitions.  Other sessions queue behind a session that waits for a table
 * lock, so it waits briefly and tries again.
 */
static void
lock_tables(const char *tables, const char *columns)
{
	char	   *command = psprintf("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE", tables);
	char	   *timeout = psprintf("%d", LockTimeout == 0 ? LOCK_TIMEOUT : Min(LockTimeout, LOCK_TIMEOUT));
	char	   *sessions;

	(void) set_config_option("lock_timeout", timeout, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_LOCAL, true, 0, false);
	for (int attempt = 1; attempt <= LOCK_ATTEMPTS; attempt++)
	{
		if (try_lock(command))
			return;
		DirectFunctionCall1(pg_sleep, Float8GetDatum(0.1 * attempt));
	}
	/* a prepared transaction has no session, but a lock on its own number */
	sessions = query_text(psprintf("SELECT pg_catalog.string_agg(DISTINCT coalesce(l.pid::pg_catalog.text, ("
								   "SELECT pg_catalog.format('PREPARE TRANSACTION %%L', p.gid) "
								   "FROM pg_catalog.pg_locks AS x JOIN pg_catalog.pg_prepared_xacts AS p ON p.transaction OPERATOR(pg_catalog.=) x.transactionid "
								   "WHERE x.pid IS NULL AND x.virtualtransaction OPERATOR(pg_catalog.=) l.virtualtransaction)), ', ') "
								   "FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) l.database "
								   "WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND l.granted AND coalesce(l.pid, 0) OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid() "
								   "AND l.relation OPERATOR(pg_catalog.=) ANY (SELECT relation FROM %s)", columns));
	ereport(ERROR,
			(errcode(ERRCODE_LOCK_NOT_AVAILABLE),
			 errmsg("could not lock %s", tables),
			 errdetail("Sessions that use it: %s.", sessions),
			 errhint("Call uscc_adopt again when those sessions have ended their transactions.")));
}

/*
 * The swap, in one transaction.  What is to be done is found out under a lock that
 * disturbs only other changes of the tables; others wait only for its execution.
 */
static void
swap(const Adoption *adoption)
{
	char	   *columns = psprintf("%s.uscc_internal_columns(%u, %s, %u)", adoption->namespace, adoption->table,
								   quote_literal_cstr(NameStr(adoption->column)), adoption->type);
	char	   *tables = query_text(psprintf("SELECT pg_catalog.string_agg(relation_name, ', ' ORDER BY relation_name COLLATE pg_catalog.\"C\") "
											 "FROM %s WHERE level OPERATOR(pg_catalog.=) 0", columns));
	SPITupleTable *commands;
	TimestampTz started;
	uint64		count;

	adopt_execute(psprintf("LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE", tables));
	check_obstacles(adoption);
	(void) check_triggers(adoption, ADOPT_SWAP);
	commands = adopt_call_sql(adoption, "uscc_internal_steps");
	if (SPI_processed == 0 || strcmp(adopt_field(commands, 0, "word"), "swap") != 0)
		report_steps(adoption);
	commands = adopt_call_sql(adoption, "uscc_internal_exchange");
	count = SPI_processed;
	lock_tables(tables, columns);
	started = GetCurrentTimestamp();
	/* ADD CONSTRAINT USING INDEX tells of the name that it gives */
	(void) set_config_option("client_min_messages", "warning", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_LOCAL, true, 0, false);
	for (uint64 i = 0; i < count; i++)
		adopt_execute(SPI_getvalue(commands->vals[i], commands->tupdesc, 1));
	SPI_commit();
	ereport(NOTICE,
			(errmsg("column %s is of type %s now; the table was locked for %.3f s", adoption->name,
					adoption->type_name, (GetCurrentTimestamp() - started) / (double) USECS_PER_SEC)));
}

/* The procedure ends transactions, so it must not run in one that it did not begin. */
static void
check_call(FunctionCallInfo fcinfo)
{
	if (fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) || castNode(CallContext, fcinfo->context)->atomic)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TRANSACTION_TERMINATION),
				 errmsg("uscc_adopt cannot run in a transaction block")));
	if (XactIsoLevel != XACT_READ_COMMITTED)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("uscc_adopt must run at isolation level READ COMMITTED"),
				 errhint("SET default_transaction_isolation = 'read committed'")));
}

PG_FUNCTION_INFO_V1(uscc_adopt);

Datum
uscc_adopt(PG_FUNCTION_ARGS)
{
	Adoption	adoption;
	int			batch_size;

	check_call(fcinfo);
	SPI_connect_ext(SPI_OPT_NONATOMIC);
	adoption = get_adoption(fcinfo);
	batch_size = PG_GETARG_INT32(3);
	if (batch_size < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("batch size must be at least 1")));
	if (is_adopted(&adoption))
		ereport(NOTICE,
				(errmsg("column %s is of type %s: nothing to do", adoption.name, adoption.type_name)));
	else if (PG_GETARG_BOOL(4))
		swap(&adoption);
	else
	{
		check_obstacles(&adoption);
		(void) check_triggers(&adoption, ADOPT_PREPARE);
		fill(&adoption, batch_size);
	}
	SPI_finish();
	PG_RETURN_VOID();
}
