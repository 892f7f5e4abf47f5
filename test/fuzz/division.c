/*
 * Four bytes as a number: any is looked up as data/divisions.tsv has it, in the year
 * that the next byte gives; where only a code of six digits is legal, the remainder
 * is taken.  And all bytes as the text of a
 * code.
 */
#include <string.h>

#include "fuzz.h"
#include "gb2260.h"
#include "gb2260_names.h"
#include "oracle.h"

static int32_t likely_before[GB2260_COUNT + 1];

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL || *b == '\0' ? a == NULL && (b == NULL || *b == '\0') :
		strcmp(a, b) == 0;
}

/* The row of a code with its name in a year, or NULL. */
static const OracleDivision *
named_in(int32_t code, int32_t year)
{
	const OracleDivision *row = oracle_division(code);

	while (row != NULL && year != GB2260_LAST_NAME &&
		   (year < row->first_year || (row->last_year > 0 && year > row->last_year)))
		row = row->before;
	return row;
}

static void
check_successors(int32_t code)
{
	const OracleDivision *known = oracle_division(code);
	const char *expected = known != NULL ? known->successors : "";
	char		itself[7];
	int32_t		successor;
	int			count = 0;

	snprintf(itself, sizeof(itself), "%06d", code < 0 ? 0 : code % GB2260_COUNT);
	if (known != NULL && known->last_year == 0)
		expected = itself;
	while (gb2260_successor(code, count, &successor))
	{
		HOLDS(strlen(expected) >= (size_t) count * 7 + 6 &&
			  successor == oracle_number(expected + (size_t) count * 7, 6));
		count++;
	}
	HOLDS(strlen(expected) == (count == 0 ? 0 : (size_t) count * 7 - 1));
}

static void
check_look_up(int32_t code, int32_t year)
{
	const OracleDivision *known = named_in(code, year);
	const char *names[3];
	const char *expected[3];
	int			count = 0;
	Gb2260Division found;

	HOLDS(gb2260_is_known(code) == (oracle_division(code) != NULL));
	HOLDS(gb2260_find(code, year, &found) == (known != NULL));
	if (known != NULL)
		HOLDS(found.code == code && same(found.name, known->name) &&
			  same(found.name_en, known->name_en) && found.first_year == known->first_year &&
			  found.last_year == known->last_year);

	for (int32_t unit = 10000; unit > 0; unit /= 100)
	{
		int32_t		above = code - code % unit;
		const OracleDivision *division = named_in(above, year);

		/* a province is not a prefecture, and a prefecture is not a county */
		if (division != NULL && (unit == 10000 || above % (100 * unit) != 0) &&
			(above == code || !division->heading))
			expected[count++] = division->name;
	}
	HOLDS(gb2260_path(code, year, names) == count);
	for (int i = 0; i < count; i++)
		HOLDS(same(names[i], expected[i]));

	HOLDS(gb2260_likely_before(code) ==
		  likely_before[code < 0 ? 0 : code > GB2260_COUNT ? GB2260_COUNT : code]);
	check_successors(code);
}

/* A code of six digits. */
static void
check_code(int32_t code)
{
	char		text[7] = "";
	int32_t		last = gb2260_last(code);
	Gb2260Level level = gb2260_level(code);
	char		expected[7];
	int32_t		back;
	Fault		fault;

	gb2260_format(code, text);
	snprintf(expected, sizeof(expected), "%06d", code);
	HOLDS(strcmp(text, expected) == 0);
	HOLDS(gb2260_parse(text, 6, &back, &fault) && back == code);

	memcpy(expected, "000000", 6);
	memcpy(expected, text, 2);
	HOLDS(gb2260_province(code) == oracle_number(expected, 6));
	memcpy(expected, text, 4);
	HOLDS(gb2260_prefecture(code) == oracle_number(expected, 6));

	memcpy(expected, text, 6);
	if (strcmp(text, "100000") == 0)
		HOLDS(level == GB2260_NATIONAL);
	else if (strcmp(text + 2, "0000") == 0)
		HOLDS(level == GB2260_PROVINCE);
	else if (strcmp(text + 4, "00") == 0)
		HOLDS(level == GB2260_PREFECTURE);
	else
		HOLDS(level == GB2260_COUNTY);
	if (strcmp(text + 2, "0000") == 0)
		memcpy(expected + 2, "9999", 4);
	else if (strcmp(text + 4, "00") == 0)
		memcpy(expected + 4, "99", 2);
	HOLDS(last == oracle_number(expected, 6));
}

static void
check_text(const char *data, size_t size)
{
	char	   *text = malloc(size + 1);
	size_t		start;
	size_t		length = oracle_fold(data, size, text, &start);
	int32_t		code = -1;
	Fault		fault;
	bool		valid = gb2260_parse(data, size, &code, &fault);

	if (!oracle_all_in(oracle_digits, text, length))
		HOLDS(!valid && fault.reason == FAULT_CHARACTER && fault.position >= 0 &&
			  (size_t) fault.position < length &&
			  oracle_all_in(oracle_digits, text, (size_t) fault.position) &&
			  !oracle_in(oracle_digits, text[fault.position]));
	else if (length != 2 && length != 4 && length != 6)
		HOLDS(!valid && fault.reason == FAULT_LENGTH);
	else
	{
		char		whole[6] = {'0', '0', '0', '0', '0', '0'};

		memcpy(whole, text, length);
		HOLDS(valid && code == oracle_number(whole, 6));
	}
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int32_t		number;
	int32_t		year;
	int32_t		likely;
	int32_t		found;

	if (likely_before[GB2260_COUNT] == 0)
		for (int32_t i = 0; i < GB2260_COUNT; i++)
		{
			const OracleDivision *division = oracle_division(i);

			likely_before[i + 1] = likely_before[i] +
				(division == NULL || division->heading ? 0 : division->last_year == 0 ? 15 : 1);
		}
	check_text((const char *) data, size);
	if (size < sizeof(number))
		return 0;
	memcpy(&number, data, sizeof(number));
	year = size == sizeof(number) ? GB2260_LAST_NAME : 1975 + (uint8_t) data[4] % 60;
	check_look_up(number, year);
	check_look_up(number % 1100000, year);
	check_code((int32_t) ((uint32_t) number % GB2260_COUNT));

	likely = (int32_t) ((uint32_t) number % (uint32_t) likely_before[GB2260_COUNT]);
	found = gb2260_likely_code(likely);
	HOLDS(oracle_division(found) != NULL && likely_before[found] <= likely &&
		  likely < likely_before[found + 1]);
	return 0;
}
