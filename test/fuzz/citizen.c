/*
 * Any bytes as a citizen identity number: read as the oracle reads it, or refused
 * for the first reason of FaultReason that holds; and as a prefix of such numbers:
 * the first and the last that the oracle finds in the calendar.
 */
#include <string.h>

#include "fuzz.h"
#include "gb11643.h"
#include "oracle.h"

/* Is it the right reason?  Whole is the text in the form of 18 characters. */
static void
check_fault(const char *text, size_t length, const char *whole, const Fault *fault)
{
	bool		old = length == 15;
	size_t		place = 0;
	const char *first,
			   *last;

	if (length != 18 && !old)
	{
		HOLDS(oracle_is_length_fault(fault, text, length));
		return;
	}
	while (place < length &&
		   oracle_in(place == 17 ? "0123456789X" : oracle_digits, text[place]))
		place++;
	if (place < length)
		HOLDS(fault->reason == FAULT_CHARACTER && fault->position == (int) place);
	else if (!oracle_days(whole + 6, 8, &first, &last))
		HOLDS(fault->reason == FAULT_BIRTH_DATE && fault->position == 6);
	else if (memcmp(whole + 14, "000", 3) == 0)
		HOLDS(fault->reason == FAULT_SEQUENCE && fault->position == (old ? 12 : 14));
	else if (old)
		HOLDS(fault->reason == FAULT_CENTURY && fault->position == 12 &&
			  memcmp(text + 12, "996", 3) >= 0);
	else
		HOLDS(fault->reason == FAULT_CHECK_CHARACTER && fault->position == 17 &&
			  fault->expected == oracle_check_citizen(text) && fault->expected != text[17]);
}

/* Sets the 17 digits of the first (or last) number that begins with a prefix of digits,
 * the fields each by itself; false if there is none. */
static bool
extreme(const char *prefix, size_t length, bool last, char digits[17])
{
	const char *days[2];

	memset(digits, last ? '9' : '0', 6);
	memcpy(digits, prefix, length < 6 ? length : 6);
	if (!oracle_days(prefix + 6, length < 6 ? 0 : length < 14 ? length - 6 : 8, &days[0], &days[1]))
		return false;
	memcpy(digits + 6, days[last], 8);
	for (int i = 1; i <= 999; i++)
	{
		char		sequence[4];

		snprintf(sequence, sizeof(sequence), "%03u", (last ? 1000u - (unsigned) i : (unsigned) i) % 1000);
		memcpy(digits + 14, sequence, 3);
		if (length <= 14 || memcmp(sequence, prefix + 14, length < 17 ? length - 14 : 3) == 0)
			return true;
	}
	return false;
}

static void
check_prefix(const char *prefix, size_t length)
{
	int64_t		first,
				last;
	char		digits[2][17];
	bool		exists = length <= 18 &&
		oracle_all_in(oracle_digits, prefix, length < 17 ? length : 17) &&
		extreme(prefix, length, false, digits[0]) && extreme(prefix, length, true, digits[1]);

	if (exists && length == 18)
		exists = oracle_check_citizen(digits[0]) == (prefix[17] == 'x' ? 'X' : prefix[17]);
	HOLDS(gb11643_prefix_range(prefix, length, &first, &last) == exists);
	HOLDS(!exists || (first == oracle_number(digits[0], 17) && last == oracle_number(digits[1], 17)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);
	char		whole[18] = "";
	char		formatted[18];
	size_t		start;
	size_t		length = oracle_fold((const char *) data, size, text, &start);
	int64_t		number;
	Fault		fault;
	int			year,
				month,
				day;

	if (length == 18)
		memcpy(whole, text, 18);
	else if (length == 15)
	{
		memcpy(whole, text, 6);
		memcpy(whole + 6, "19", 2);
		memcpy(whole + 8, text + 6, 9);
		whole[17] = oracle_check_citizen(whole);
	}
	if (gb11643_parse((const char *) data, size, &number, &fault))
	{
		HOLDS(oracle_is_citizen(whole) && (length == 18 || memcmp(text + 12, "996", 3) < 0));
		HOLDS(number == oracle_number(whole, 17));
		gb11643_format(number, formatted);
		HOLDS(memcmp(formatted, whole, 18) == 0);
		HOLDS(gb11643_region(number) ==
			  (*whole == '9' ? oracle_number(whole + 1, 2) * 10000 : oracle_number(whole, 6)));
		HOLDS(gb11643_nationality(number) == (*whole == '9' ? oracle_number(whole + 3, 3) : -1));
		gb11643_birth_date(number, &year, &month, &day);
		HOLDS(year == oracle_number(whole + 6, 4) && month == oracle_number(whole + 10, 2) &&
			  day == oracle_number(whole + 12, 2));
		HOLDS(gb11643_sequence(number) == oracle_number(whole + 14, 3));
	}
	else
	{
		HOLDS(!oracle_is_citizen(whole) || (length == 15 && memcmp(text + 12, "996", 3) >= 0));
		check_fault(text, length, whole, &fault);
	}
	check_prefix((const char *) data, size);
	free(text);
	return 0;
}
