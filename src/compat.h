/*
 * Differences between PostgreSQL versions, and nothing else.
 */
#ifndef USCC_COMPAT_H
#define USCC_COMPAT_H

#include "fmgr.h"
#include "nodes/nodes.h"

/* fmgr.h declares it from 16 on. */
#if PG_VERSION_NUM < 160000
extern PGDLLEXPORT void _PG_init(void);
#endif

/* Soft errors came with 16; before, every error is thrown. */
#if PG_VERSION_NUM < 160000
#define ereturn(context, dummy_value, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
	} while (0)
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
