/*
 * Any bytes, and all that they begin with, as prefixes of unified social credit codes:
 * there is a range where the oracle counts codes, of just so many, after just so many; its
 * ends begin with the prefix and their neighbours outside do not.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"

/* Does the code of a rank begin with a prefix?  It comes back from its text. */
static bool
begins(uint64_t rank, const char *prefix, size_t length)
{
	char		code[18];
	uint64_t	back;
	Fault		fault;

	uscc_format(rank, code);
	HOLDS(uscc_parse(code, 18, &back, &fault) && back == rank);
	return memcmp(code, prefix, length) == 0;
}

/* Text as it was given, prefix in upper case. */
static void
check_prefix(const char *text, const char *prefix, size_t length)
{
	/* blanks are not cut off: no code begins with one */
	uint64_t	count = length <= 18 && oracle_all_in(oracle_alphabet, prefix, length) ?
		oracle_count(prefix, length) : 0;
	uint64_t	first,
				last;

	HOLDS(uscc_prefix_range(text, length, &first, &last) == (count > 0));
	if (count == 0)
		return;
	HOLDS(first <= last && last < USCC_COUNT);
	HOLDS(first == oracle_before(prefix, length) && last - first == count - 1);
	HOLDS(begins(first, prefix, length) && begins(last, prefix, length) &&
		  begins(first + (last - first) / 2, prefix, length));
	HOLDS(first == 0 || !begins(first - 1, prefix, length));
	HOLDS(last == USCC_COUNT - 1 || !begins(last + 1, prefix, length));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	char		prefix[19];

	for (size_t i = 0; i < size && i < sizeof(prefix); i++)
		prefix[i] = text[i] >= 'a' && text[i] <= 'z' ? (char) (text[i] - 32) : text[i];
	if (size > 18)
		check_prefix(text, prefix, size);
	for (size_t length = 0; length <= size && length <= 18; length++)
		check_prefix(text, prefix, length);
	return 0;
}
