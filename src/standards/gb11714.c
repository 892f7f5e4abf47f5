/*
 * GB 11714-1997: the organization code.
 */
#include "gb11714.h"

#include <string.h>

#include "ascii.h"

#define BASE 36

const char	gb11714_check_characters[] = "0123456789X";

int
gb11714_check_value(const uint8_t body[GB11714_BODY_LENGTH])
{
	int			sum = 3 * body[0] + 7 * body[1] + 9 * body[2] + 10 * body[3] +
		5 * body[4] + 8 * body[5] + 4 * body[6] + 2 * body[7];

	/* 11 - (sum mod 11), where 11 is written as 0 */
	return (11 - sum % 11) % 11;
}

/* Value of a character of the body, 0 to 35, or -1. */
static int
character_value(char c)
{
	c = ascii_upper(c);
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

/* Reads 8 characters; returns the 0-based place of the first bad one, or -1. */
static int
read_body(const char *text, uint8_t body[GB11714_BODY_LENGTH], int64_t *number)
{
	*number = 0;
	for (int i = 0; i < GB11714_BODY_LENGTH; i++)
	{
		int			value = character_value(text[i]);

		if (value < 0)
			return i;
		body[i] = (uint8_t) value;
		*number = *number * BASE + value;
	}
	return -1;
}

bool
gb11714_parse(const char *text, size_t length, int64_t *number, Fault *fault)
{
	uint8_t		body[GB11714_BODY_LENGTH];
	int			place;
	int			last;
	char		check;

	ascii_trim(&text, &length);
	if (length != GB11714_LENGTH &&
		!(length == GB11714_LENGTH + 1 && text[GB11714_BODY_LENGTH] == '-'))
		return fail_length(fault, text, length);
	last = (int) length - 1;
	place = read_body(text, body, number);
	if (place < 0 && character_value(text[last]) < 0)
		place = last;
	if (place >= 0)
		return fail(fault, FAULT_CHARACTER, place, 0);
	check = gb11714_check_characters[gb11714_check_value(body)];
	if (ascii_upper(text[last]) != check)
		return fail(fault, FAULT_CHECK_CHARACTER, last, check);
	return true;
}

bool
gb11714_parse_body(const char *text, size_t length, int64_t *number)
{
	uint8_t		body[GB11714_BODY_LENGTH];

	return length == GB11714_BODY_LENGTH && read_body(text, body, number) < 0;
}

void
gb11714_format(int64_t number, char text[GB11714_LENGTH])
{
	uint8_t		body[GB11714_BODY_LENGTH];

	/* unsigned: a damaged number may be negative */
	uint64_t	rest = (uint64_t) number;

	for (int i = GB11714_BODY_LENGTH - 1; i >= 0; i--)
	{
		body[i] = (uint8_t) (rest % BASE);
		rest /= BASE;
		text[i] = (char) (body[i] < 10 ? '0' + body[i] : 'A' + body[i] - 10);
	}
	text[GB11714_BODY_LENGTH] = gb11714_check_characters[gb11714_check_value(body)];
}

bool
gb11714_prefix_range(const char *prefix, size_t length, int64_t *first, int64_t *last)
{
	char		text[GB11714_LENGTH];

	*first = 0;
	*last = 0;
	if (length > GB11714_LENGTH)
		return false;
	for (size_t i = 0; i < GB11714_BODY_LENGTH; i++)
	{
		int			value = i < length ? character_value(prefix[i]) : 0;

		if (value < 0)
			return false;
		*first = *first * BASE + value;
		*last = *last * BASE + (i < length ? value : BASE - 1);
	}
	if (length < GB11714_LENGTH)
		return true;
	gb11714_format(*first, text);
	return text[GB11714_BODY_LENGTH] == ascii_upper(prefix[GB11714_BODY_LENGTH]);
}

bool
gb11714_is_private(int64_t number)
{
	char		text[GB11714_LENGTH];

	gb11714_format(number, text);
	if (memcmp(text, "PDY", 3) != 0)
		return false;
	for (int i = 3; i < GB11714_BODY_LENGTH; i++)
		if (text[i] > '9')
			return false;
	return memcmp(text + 3, "00000", 5) != 0;
}
