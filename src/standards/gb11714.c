/*
 * GB 11714-1997: the organization code.
 */
#include "gb11714.h"

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
body_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	return -1;
}

bool
gb11714_is_valid(const char *text, size_t length)
{
	uint8_t		body[GB11714_BODY_LENGTH];
	char		check;

	if (length == GB11714_LENGTH + 1 && text[GB11714_BODY_LENGTH] == '-')
		check = text[GB11714_BODY_LENGTH + 1];
	else if (length == GB11714_LENGTH)
		check = text[GB11714_BODY_LENGTH];
	else
		return false;

	for (int i = 0; i < GB11714_BODY_LENGTH; i++)
	{
		int			value = body_value(text[i]);

		if (value < 0)
			return false;
		body[i] = (uint8_t) value;
	}
	if (check == 'x')
		check = 'X';
	return check == gb11714_check_characters[gb11714_check_value(body)];
}
