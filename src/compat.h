/*
 * Differences between PostgreSQL versions, and nothing else.
 */
#ifndef USCC_COMPAT_H
#define USCC_COMPAT_H

#include "fmgr.h"
#include "nodes/nodes.h"

/*
 * From 16 on, the headers export what is called from outside, PGXS hides the
 * rest, and fmgr.h declares _PG_init.  Before, the Makefile hides it.
 */
#if PG_VERSION_NUM < 160000
#if defined(__GNUC__) && !defined(_MSC_VER)
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(funcname) \
extern PGDLLEXPORT Datum funcname(PG_FUNCTION_ARGS); \
extern PGDLLEXPORT const Pg_finfo_record *CppConcat(pg_finfo_, funcname) (void); \
const Pg_finfo_record * \
CppConcat(pg_finfo_, funcname) (void) \
{ \
	static const Pg_finfo_record my_finfo = {1}; \
	return &my_finfo; \
} \
extern int no_such_variable

extern PGDLLEXPORT void _PG_init(void);
#endif

/* A module has a name and a version from 18 on. */
#ifndef PG_MODULE_MAGIC_EXT
#define PG_MODULE_MAGIC_EXT(...) PG_MODULE_MAGIC
#endif

/* Soft errors came with 16; before, every error is thrown. */
#if PG_VERSION_NUM < 160000
#define ereturn(context, dummy_value, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
	} while (0)
#endif

/* Functions that return sets got a new name with 16. */
#if PG_VERSION_NUM < 160000
#define InitMaterializedSRF(fcinfo, flags) SetSingleFuncCall(fcinfo, flags)
#endif

/* Ownership of all kinds of objects is checked by one function from 16 on. */
#if PG_VERSION_NUM < 160000
#define object_ownercheck(catalog, oid, role) pg_class_ownercheck(oid, role)
#endif

/* A HINT that is translated already has a function of its own from 18 on. */
#if PG_VERSION_NUM < 180000
#define errhint_internal errhint
#endif

/* VARDATA and the like moved out of postgres.h with 16. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* The statistics target of a column in ANALYZE moved with 17. */
#if PG_VERSION_NUM >= 170000
#define STATISTICS_TARGET(stats) ((stats)->attstattarget)
#else
#define STATISTICS_TARGET(stats) ((stats)->attr->attstattarget)
#endif

#endif							/* USCC_COMPAT_H */
