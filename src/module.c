/*
 * The shared library as PostgreSQL loads it.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"

#include "compat.h"
#include "types/types.h"

PG_MODULE_MAGIC_EXT(.name = "uscc",.version = USCC_VERSION);

void
_PG_init(void)
{
	pg_bindtextdomain(TEXTDOMAIN);
}
