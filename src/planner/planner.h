/*
 * What the files of this folder share.  operators.c knows the operators; clause.c,
 * estimate.c and statistics.c know the planner.
 */
#ifndef USCC_PLANNER_H
#define USCC_PLANNER_H

#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"

#include "types/prefix.h"
#include "types/types.h"

/*
 * The values that an operator with a constant on its right can be true for: those
 * from first to last, or none, if first is greater than last.  If it is exact, it is
 * true for all of them, else for about the share given.
 */
typedef struct PlannerInterval
{
	Datum		first;
	Datum		last;
	bool		exact;
	double		share;
} PlannerInterval;

/* A type on the left of an operator. */
typedef struct PlannerType
{
	size_t		length;			/* of its text */
	PrefixFindEnds find_ends;
	const char *first_function; /* SQL functions that compute the ends */
	const char *last_function;
} PlannerType;

typedef enum PlannerKind
{
	PLANNER_WITHIN,				/* adcode <@ adcode */
	PLANNER_STARTS_WITH,		/* ^@ */
	PLANNER_LIKE,
	PLANNER_ILIKE
} PlannerKind;

/* An operator of the extension, by the SQL function that implements it. */
typedef struct PlannerOperator
{
	const char *function;
	PlannerKind kind;
	bool		negated;		/* NOT LIKE, NOT ILIKE */
	const PlannerType *type;
} PlannerOperator;

/* The operator that an SQL function implements; NULL if it is none of these. */
extern const PlannerOperator *planner_operator(Oid function);

/*
 * Sets the interval of a right side that is not NULL; false if any value is
 * possible.  Of a negated operator, it is that of the operator without NOT.
 */
extern bool planner_interval(const PlannerOperator *operator, Datum right,
							 PlannerInterval *interval);

/*
 * Sets the prefix, a text, that a pattern of LIKE or ILIKE asks for; false if it asks for
 * more than that.
 */
extern bool planner_pattern_prefix(const PlannerOperator *operator, Datum right, Datum *prefix);

/* The region of a value of type uscc, given as its number (types_number). */
extern int32 planner_uscc_region(int64 number);

/* Is a table stored as a heap, as it is without CREATE TABLE ... USING? */
extern bool planner_is_heap(Oid table);

/*
 * Kinds of statistics, out of the range for private use (pg_statistic.h).
 *
 * Quantiles: values of the column that divide the rows of the sample into parts of
 * equal size, like a histogram, but of all rows, common values among them.
 *
 * Divisions: codes of divisions as int4 values, with the share of the table's rows
 * that each has.  A division with less than a threshold counts as the one above it.
 * The last number is the threshold.  In a column of type uscc, of its regions.
 */
#define PLANNER_STATISTIC_QUANTILES 22601
#define PLANNER_STATISTIC_DIVISIONS 22602

#endif							/* USCC_PLANNER_H */
