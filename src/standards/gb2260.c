/*
 * GB/T 2260: codes of administrative divisions.
 */
#include "gb2260.h"

#include <string.h>

#include "ascii.h"
#include "gb2260_divisions.h"

bool
gb2260_parse(const char *text, size_t length, int32_t *code, Fault *fault)
{
	*code = 0;
	ascii_trim(&text, &length);
	for (size_t i = 0; i < length; i++)
	{
		if (text[i] < '0' || text[i] > '9')
			return fail(fault, FAULT_CHARACTER, (int) i, 0);
		if (i < GB2260_LENGTH)
			*code = 10 * *code + (text[i] - '0');
	}
	if (length != 2 && length != 4 && length != GB2260_LENGTH)
		return fail(fault, FAULT_LENGTH, 0, 0);
	for (size_t i = length; i < GB2260_LENGTH; i++)
		*code *= 10;
	return true;
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

Gb2260Level
gb2260_level(int32_t code)
{
	if (code == 100000)
		return GB2260_NATIONAL;
	if (code % 10000 == 0)
		return GB2260_PROVINCE;
	return code % 100 == 0 ? GB2260_PREFECTURE : GB2260_COUNTY;
}

int32_t
gb2260_last(int32_t code)
{
	if (code % 10000 == 0)
		return code + 9999;
	return code % 100 == 0 ? code + 99 : code;
}

bool
gb2260_prefix_range(const char *prefix, size_t length, int32_t *first, int32_t *last)
{
	*first = 0;
	*last = 0;
	if (length > GB2260_LENGTH)
		return false;
	for (size_t i = 0; i < GB2260_LENGTH; i++)
	{
		if (i < length && (prefix[i] < '0' || prefix[i] > '9'))
			return false;
		*first = *first * 10 + (i < length ? prefix[i] - '0' : 0);
		*last = *last * 10 + (i < length ? prefix[i] - '0' : 9);
	}
	return true;
}

int32_t
gb2260_province(int32_t code)
{
	return code - code % 10000;
}

int32_t
gb2260_prefecture(int32_t code)
{
	return code - code % 100;
}

const int	gb2260_division_count = sizeof(divisions) / sizeof(divisions[0]);

Gb2260Division
gb2260_division(int index)
{
	Gb2260Division division = {
		.code = divisions[index].code,
		.name = division_names + divisions[index].name,
		.name_en = divisions[index].name_en ? division_names + divisions[index].name_en : NULL,
		.first_year = divisions[index].first_year,
		.last_year = divisions[index].last_year
	};

	return division;
}

/* Index of the first division that is not before a code. */
static int
search(int32_t code)
{
	int			low = 0;
	int			high = gb2260_division_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (divisions[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int32_t
gb2260_likely_before(int32_t code)
{
	int			index = search(code);

	return index < gb2260_division_count ? divisions[index].likely_before : LIKELY_DIVISIONS;
}

int32_t
gb2260_likely_code(int32_t number)
{
	int			low = 0;
	int			high = gb2260_division_count - 1;

	/* the last division that has not more before it */
	while (low < high)
	{
		int			middle = (low + high + 1) / 2;

		if (divisions[middle].likely_before <= number)
			low = middle;
		else
			high = middle - 1;
	}
	return divisions[low].code;
}

bool
gb2260_is_known(int32_t code)
{
	int			index = search(code);

	return index < gb2260_division_count && divisions[index].code == code;
}

bool
gb2260_find(int32_t code, Gb2260Division *division)
{
	int			index = search(code);

	if (index == gb2260_division_count || divisions[index].code != code)
		return false;
	*division = gb2260_division(index);
	return true;
}

int
gb2260_path(int32_t code, const char *names[3])
{
	const int32_t levels[3] = {gb2260_province(code), gb2260_prefecture(code), code};
	int			count = 0;

	for (int i = 0; i < 3; i++)
	{
		int			index = search(levels[i]);

		if ((i == 0 || levels[i] != levels[i - 1]) &&
			index < gb2260_division_count && divisions[index].code == levels[i] &&
			(levels[i] == code || !divisions[index].heading))
			names[count++] = division_names + divisions[index].name;
	}
	return count;
}
