/*
 * Any bytes as an organization code: read as the oracle reads it, or refused for the
 * first reason of FaultReason that holds; its number is that of its body in base 36.
 * The first eight bytes as any number of a code, which comes back from its text.
 */
#include <string.h>

#include "fuzz.h"
#include "gb11714.h"
#include "oracle.h"

static void
check_number(int64_t number)
{
	char		text[9];
	char		next[9];
	int64_t		back;
	Fault		fault;

	gb11714_format(number, text);
	HOLDS(text[8] != '\0' && text[8] == oracle_check_orgcode(text));
	HOLDS(gb11714_parse(text, 9, &back, &fault) && back == number);
	HOLDS(gb11714_parse_body(text, 8, &back) && back == number);
	if (number + 1 < GB11714_COUNT)
	{
		gb11714_format(number + 1, next);
		HOLDS(memcmp(text, next, 8) < 0);
	}
}

/* Body is the first characters, of which there are at least eight. */
static void
check_code(const char *body, int64_t number)
{
	char		base36[9] = "";
	char		formatted[9];

	memcpy(base36, body, 8);
	HOLDS(number == strtoll(base36, NULL, 36) && number >= 0 && number < GB11714_COUNT);
	gb11714_format(number, formatted);
	HOLDS(memcmp(formatted, body, 8) == 0);
	HOLDS(gb11714_is_private(number) ==
		  (memcmp(body, "PDY", 3) == 0 && oracle_all_in(oracle_digits, body + 3, 5) &&
		   oracle_number(body + 3, 5) >= 1));
}

static void
check_text(const char *data, size_t size)
{
	static const char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char	   *text = malloc(size + 1);
	size_t		start;
	size_t		length = oracle_fold(data, size, text, &start);
	int			last = (int) length - 1;
	int64_t		number;
	Fault		fault;

	if (gb11714_parse(data, size, &number, &fault))
	{
		HOLDS(length == 9 || (length == 10 && text[8] == '-'));
		HOLDS(text[last] != '\0' && text[last] == oracle_check_orgcode(text));
		check_code(text, number);
	}
	else if (length == 9 || (length == 10 && text[8] == '-'))
	{
		int			place = 0;

		while (place <= last && (oracle_in(characters, text[place]) || (place == 8 && last == 9)))
			place++;
		if (place <= last)
			HOLDS(fault.reason == FAULT_CHARACTER && fault.position == place);
		else
			HOLDS(fault.reason == FAULT_CHECK_CHARACTER && fault.position == last &&
				  fault.expected == oracle_check_orgcode(text) && fault.expected != text[last]);
	}
	else
		HOLDS(oracle_is_length_fault(&fault, text, length));

	if (gb11714_parse_body(data, size, &number))
	{
		HOLDS(size == 8 && start == 0 && length == 8 && oracle_all_in(characters, text, 8));
		check_code(text, number);
	}
	else
		HOLDS(size != 8 || length != 8 || !oracle_all_in(characters, text, 8));
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t	number;

	check_text((const char *) data, size);
	if (size >= sizeof(number))
	{
		memcpy(&number, data, sizeof(number));
		check_number((int64_t) (number % (uint64_t) GB11714_COUNT));
	}
	return 0;
}
