/*
 * A prefix, up to a line feed, and random numbers: a code is drawn if the oracle knows
 * one that begins so.  It begins with the prefix, is a code, has right check characters,
 * an assigned category and a known division as far as the prefix leaves the choice.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/population.h"

/* What is left of the input. */
static const uint8_t *numbers;
static size_t numbers_left;

/* 0 <= x < 1; 0 at the end of the input. */
static double
next_random(void)
{
	uint32_t	number = 0;

	for (int i = 0; i < 4 && numbers_left > 0; i++, numbers_left--)
		number |= (uint32_t) *numbers++ << 8 * (3 - i);
	return number / 4294967296.0;
}

/* Is there a category that begins with the prefix, of 0 or 1 characters? */
static bool
has_category(const char *prefix, size_t length)
{
	for (const char *c = "123456789"; *c; c++)
	{
		char		pair[2] = {length > 0 ? prefix[0] : '9', *c};

		if (oracle_is_category(pair))
			return true;
	}
	return false;
}

/* Is there a division, no heading, that begins with the digits? */
static bool
has_division(const char *digits, size_t length)
{
	int32_t		first = 0;
	int32_t		width = 1;

	for (size_t i = 0; i < 6; i++)
	{
		first = 10 * first + (i < length ? digits[i] - '0' : 0);
		width *= i < length ? 1 : 10;
	}
	for (int32_t code = first; code < first + width; code++)
		if (oracle_division(code) != NULL && !oracle_division(code)->heading)
			return true;
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size > 0 ? memchr(data, '\n', size) : NULL;
	size_t		length = end != NULL ? (size_t) (end - data) : size;
	char		prefix[18];
	char		code[18];
	uint64_t	rank;
	bool		drawn;

	numbers = end != NULL ? end + 1 : data + size;
	numbers_left = size - (size_t) (numbers - data);
	drawn = repair_population_draw((const char *) data, length, next_random, &rank);
	if (length > 18)
	{
		HOLDS(!drawn);
		return 0;
	}
	for (size_t i = 0; i < length; i++)
		prefix[i] = data[i] >= 'a' && data[i] <= 'z' ? (char) (data[i] - 32) : (char) data[i];
	HOLDS(drawn == (oracle_all_in(oracle_alphabet, prefix, length) && oracle_count(prefix, length) > 0));
	if (!drawn)
		return 0;
	HOLDS(rank < USCC_COUNT);
	uscc_format(rank, code);
	HOLDS(oracle_is_code(code) && memcmp(code, prefix, length) == 0);
	HOLDS(length > 16 || oracle_has_right_subject(code));
	HOLDS(length > 1 || !has_category(prefix, length) || oracle_is_category(code));
	if (length < 8)
	{
		const OracleDivision *division = oracle_division((int32_t) oracle_number(code + 2, 6));

		HOLDS(!has_division(prefix + 2, length > 2 ? length - 2 : 0) ||
			  (division != NULL && !division->heading));
	}
	return 0;
}
