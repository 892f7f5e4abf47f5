/*
 * GB/T 2260: codes of administrative divisions.
 */
#include "gb2260.h"

#include "ascii.h"

Gb2260Reason
gb2260_parse(const char *text, size_t length, int32_t *code, size_t *position)
{
	const char *start = text;
	int32_t		value = 0;

	ascii_trim(&start, &length);
	for (size_t i = 0; i < length; i++)
	{
		if (start[i] < '0' || start[i] > '9')
		{
			*position = (size_t) (start - text) + i;
			return GB2260_CHARACTER;
		}
		if (i < GB2260_LENGTH)
			value = 10 * value + (start[i] - '0');
	}
	switch (length)
	{
		case 2:
			*code = value * 10000;
			return GB2260_VALID;
		case 4:
			*code = value * 100;
			return GB2260_VALID;
		case GB2260_LENGTH:
			*code = value;
			return GB2260_VALID;
		default:
			return GB2260_NUMBER_OF_DIGITS;
	}
}

void
gb2260_format(int32_t code, char text[GB2260_LENGTH])
{
	for (int i = GB2260_LENGTH - 1; i >= 0; i--)
	{
		text[i] = (char) ('0' + code % 10);
		code /= 10;
	}
}

bool
gb2260_is_province(int province)
{
	switch (province)
	{
		case 10:				/* national level, not in GB/T 2260 */
		case 11: case 12: case 13: case 14: case 15:
		case 21: case 22: case 23:
		case 31: case 32: case 33: case 34: case 35: case 36: case 37:
		case 41: case 42: case 43: case 44: case 45: case 46:
		case 50: case 51: case 52: case 53: case 54:
		case 61: case 62: case 63: case 64: case 65:
		case 71:
		case 81: case 82:
		case 99:				/* the Corps, not in GB/T 2260 */
			return true;
		default:
			return false;
	}
}
