/*
 * GB/T 2260: codes of administrative divisions.
 */
#include "gb2260.h"

#include "ascii.h"

typedef struct Code
{
	int32_t		code;
	int32_t		likely_before;	/* sum of the weights of the codes before */
} Code;

#define GB2260_CODES
#include "gb2260_divisions.h"

#define CODE_COUNT ((int) (sizeof(codes) / sizeof(codes[0])))

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

const char *
gb2260_level_word(Gb2260Level level)
{
	static const char *const words[] = {
		[GB2260_NATIONAL] = "national",
		[GB2260_PROVINCE] = "province",
		[GB2260_PREFECTURE] = "prefecture",
		[GB2260_COUNTY] = "county"
	};

	return words[level];
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

int32_t
gb2260_parent(int32_t code)
{
	switch (gb2260_level(code))
	{
		case GB2260_COUNTY:
			return gb2260_prefecture(code);
		case GB2260_PREFECTURE:
			return gb2260_province(code);
		default:
			return -1;
	}
}

/* Index of the first known code that is not before a code. */
static int
search(int32_t code)
{
	int			low = 0;
	int			high = CODE_COUNT;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (codes[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
gb2260_is_known(int32_t code)
{
	int			index = search(code);

	return index < CODE_COUNT && codes[index].code == code;
}

int32_t
gb2260_likely_before(int32_t code)
{
	int			index = search(code);

	return index < CODE_COUNT ? codes[index].likely_before : LIKELY_DIVISIONS;
}

int32_t
gb2260_likely_code(int32_t number)
{
	int			low = 0;
	int			high = CODE_COUNT - 1;

	/* the last code that has not more before it */
	while (low < high)
	{
		int			middle = (low + high + 1) / 2;

		if (codes[middle].likely_before <= number)
			low = middle;
		else
			high = middle - 1;
	}
	return codes[low].code;
}
