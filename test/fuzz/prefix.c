/*
 * Any bytes as a prefix of unified social credit codes: there is a range where the
 * oracle counts codes, of just so many, after just so many; its ends begin with the
 * prefix and their neighbours outside do not.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"

static bool
begins(uint64_t rank, const char *prefix, size_t length)
{
	char		code[18];

	uscc_format(rank, code);
	return memcmp(code, prefix, length) == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char		prefix[18];
	uint64_t	first,
				last,
				count;

	if (size > 18)
	{
		HOLDS(!uscc_prefix_range((const char *) data, size, &first, &last));
		return 0;
	}
	/* blanks are not cut off: they begin nothing */
	for (size_t i = 0; i < size; i++)
		prefix[i] = data[i] >= 'a' && data[i] <= 'z' ? (char) (data[i] - 32) : (char) data[i];
	count = oracle_all_in(oracle_alphabet, prefix, size) ? oracle_count(prefix, size) : 0;
	if (!uscc_prefix_range((const char *) data, size, &first, &last))
	{
		HOLDS(count == 0);
		return 0;
	}
	HOLDS(count > 0 && first <= last && last < USCC_COUNT);
	HOLDS(first == oracle_before(prefix, size) && last - first == count - 1);
	HOLDS(begins(first, prefix, size) && begins(last, prefix, size) &&
		  begins(first + (last - first) / 2, prefix, size));
	HOLDS(first == 0 || !begins(first - 1, prefix, size));
	HOLDS(last == USCC_COUNT - 1 || !begins(last + 1, prefix, size));
	return 0;
}
