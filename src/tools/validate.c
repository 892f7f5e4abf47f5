/*
 * Is a text a unified social credit code, and can it be made one without a
 * guess?
 */
#include "postgres.h"

#include "fmgr.h"

#include "compat.h"
#include "repair/clean.h"
#include "standards/uscc_code.h"
#include "tools/tools.h"
#include "types/text.h"
#include "types/types.h"

bool
tools_try_uscc(const char *text, size_t length, uint64 *rank)
{
	RepairText	reader = text_reader(text, length);
	char		clean[GB32100_LENGTH];
	UsccFault	ignored;

	return uscc_parse(text, length, rank, &ignored) ||
		(repair_clean(&reader, clean, NULL, GB32100_LENGTH) == GB32100_LENGTH &&
		 uscc_parse(clean, GB32100_LENGTH, rank, &ignored));
}

PG_FUNCTION_INFO_V1(uscc_is_valid);

/* True exactly for what the input function accepts. */
Datum
uscc_is_valid(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	uint64		rank;
	UsccFault	ignored;

	PG_RETURN_BOOL(uscc_parse(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &rank, &ignored));
}

PG_FUNCTION_INFO_V1(try_uscc);

/* The code that a text is, but for what carries no meaning; NULL if none. */
Datum
try_uscc(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	uint64		rank;

	if (!tools_try_uscc(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &rank))
		PG_RETURN_NULL();
	return UsccGetDatum(rank);
}
