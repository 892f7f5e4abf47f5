/* libpq */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#define TEXT 0
#define BINARY 1

static PGconn *conn;

/* What a command with up to two parameters gives, in the format asked for. */
static PGresult *
run(const char *sql, const char *first, const char *second, int format)
{
	const char *values[] = {first, second};
	int			formats[] = {format, format};
	int			lengths[] = {first ? (int) strlen(first) : 0, second ? (int) strlen(second) : 0};

	return PQexecParams(conn, sql, (first != NULL) + (second != NULL || strstr(sql, "$2") != NULL),
						NULL, values, lengths, formats, format);
}

/* result.py says what these print. */
static void
show(const char *feature, const char *cell, const char *value, const char *note)
{
	printf("%s\t%s\t%s\t%s\n", feature, cell, value, note);
}

/* The value is one column. */
static void
yes(const char *feature, PGresult *result)
{
	char		value[1024] = "";

	if (PQresultStatus(result) != PGRES_TUPLES_OK)
	{
		fputs(PQresultErrorMessage(result), stderr);
		exit(1);
	}
	for (int i = 0; i < PQntuples(result); i++)
	{
		size_t		length = strlen(value);

		snprintf(value + length, sizeof(value) - length, "%s%s", i > 0 ? "," : "",
				 PQgetisnull(result, i, 0) ? "NULL" : PQgetvalue(result, i, 0));
	}
	show(feature, "yes", value, "-");
	PQclear(result);
}

int
main(void)
{
	const char *codes = "{12100000400000624D,91350100M000100Y43}";
	char	   *row = NULL;
	char		problem[1024];
	PGresult   *inserted,
			   *found,
			   *error,
			   *array;

	conn = PQconnectdb("");
	if (PQstatus(conn) != CONNECTION_OK)
	{
		fputs(PQerrorMessage(conn), stderr);
		return 1;
	}

	{
		const char *values[] = {"91350100M000100Y43", "福建"};

		inserted = PQexecParams(conn, "INSERT INTO organization (code, name) VALUES ($1, $2)",
								2, NULL, values, NULL, NULL, 0);
	}
	{
		const char *values[] = {"12100000400000624D"};

		found = PQexecParams(conn, "SELECT name FROM organization WHERE code = $1",
							 1, NULL, values, NULL, NULL, 0);
	}
	{
		const char *values[] = {"9135O100M000100Y43"};

		error = PQexecParams(conn, "INSERT INTO organization (code) VALUES ($1)",
							 1, NULL, values, NULL, NULL, 0);
		snprintf(problem, sizeof(problem), "%s|%s|%s",
				 PQresultErrorField(error, PG_DIAG_SQLSTATE),
				 PQresultErrorField(error, PG_DIAG_MESSAGE_DETAIL),
				 PQresultErrorField(error, PG_DIAG_MESSAGE_HINT));
	}
	PQclear(inserted);
	PQclear(error);

	show("error", "yes", problem, "-");
	yes("insert", run("SELECT code FROM organization WHERE name = '福建'", NULL, NULL, TEXT));
	yes("read", run("SELECT code FROM organization WHERE name = $1", "清华大学", NULL, TEXT));
	yes("look-up", found);
	yes("ANY", run("SELECT name FROM organization WHERE code = ANY ($1) ORDER BY code", codes, NULL, TEXT));
	yes("prefix", run("SELECT name FROM organization WHERE code ^@ $1", "9135", NULL, TEXT));
	yes("division", run("SELECT name FROM organization WHERE code <@ $1", "3501", NULL, TEXT));
	PQclear(run("INSERT INTO organization (code, parent) VALUES ($1, $2)", "914403001922038216", NULL, TEXT));
	yes("NULL", run("SELECT parent FROM organization WHERE code = '914403001922038216'", NULL, NULL, TEXT));
	/* libpq has no lists, whatever the type of the array */
	array = run("SELECT array_agg(code ORDER BY code)::text[] FROM organization", NULL, NULL, TEXT);
	show("array", "no", "-", PQgetvalue(array, 0, 0));
	PQclear(array);
	yes("binary", run("SELECT code FROM organization WHERE code = $1", "12100000400000624D", NULL, BINARY));

	PQclear(PQexec(conn, "COPY organization (code, name) FROM STDIN"));
	PQputCopyData(conn, "93410100NA000307XN\t合作社\n", (int) strlen("93410100NA000307XN\t合作社\n"));
	PQputCopyEnd(conn, NULL);
	PQclear(PQgetResult(conn));
	while (PQgetResult(conn) != NULL)
		;
	yes("COPY in", run("SELECT code FROM organization WHERE name = '合作社'", NULL, NULL, TEXT));
	PQclear(PQexec(conn, "COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT"));
	while (PQgetCopyData(conn, &row, 0) > 0)
	{
		row[strcspn(row, "\n")] = '\0';
		show("COPY out", "yes", row, "-");
		PQfreemem(row);
	}
	PQfinish(conn);
	return 0;
}
