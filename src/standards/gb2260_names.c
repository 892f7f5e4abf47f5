/*
 * Names and successors of the divisions of GB/T 2260.
 */
#include "gb2260_names.h"

#include "gb2260.h"

typedef struct Name
{
	uint32_t	text:31;		/* place in texts */
	uint32_t	heading:1;		/* of the standard, not a division */
	int16_t		first_year;
	int16_t		last_year;
} Name;

/*
 * Each table has its codes, in order, in an array of their own.  English names are
 * places in texts.
 */
#define GB2260_NAMES
#include "gb2260_divisions.h"

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* Index of the first of some codes that is not before a code. */
static int
search(const int32_t *codes, int count, int32_t code)
{
	int			low = 0;
	int			high = count;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (codes[middle] < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const int	gb2260_division_count = COUNT(names);

Gb2260Division
gb2260_division(int index)
{
	int			english = search(english_codes, COUNT(english_codes), name_codes[index]);
	Gb2260Division division = {
		.code = name_codes[index],
		.name = texts + names[index].text,
		.first_year = names[index].first_year,
		.last_year = names[index].last_year
	};

	if (english < COUNT(english_codes) && english_codes[english] == division.code)
		division.name_en = texts + english_names[english];
	return division;
}

/* Index of the name of a code in a year, -1 if it is not known. */
static int
find(int32_t code, int32_t year)
{
	int			found = -1;

	for (int i = search(name_codes, COUNT(names), code);
		 i < COUNT(names) && name_codes[i] == code; i++)
		if (year == GB2260_LAST_NAME ||
			(year >= names[i].first_year && (year <= names[i].last_year || names[i].last_year == 0)))
			found = i;
	return found;
}

bool
gb2260_find(int32_t code, int32_t year, Gb2260Division *division)
{
	int			index = find(code, year);

	if (index < 0)
		return false;
	*division = gb2260_division(index);
	return true;
}

int
gb2260_path(int32_t code, int32_t year, const char *path[3])
{
	const int32_t levels[3] = {gb2260_province(code), gb2260_prefecture(code), code};
	int			count = 0;

	for (int i = 0; i < 3; i++)
	{
		int			index = i == 0 || levels[i] != levels[i - 1] ? find(levels[i], year) : -1;

		if (index >= 0 && (levels[i] == code || !names[index].heading))
			path[count++] = texts + names[index].text;
	}
	return count;
}

bool
gb2260_successor(int32_t code, int number, int32_t *successor)
{
	int			last = find(code, GB2260_LAST_NAME);
	int			index = search(successor_codes, COUNT(successors), code) + number;

	if (last >= 0 && names[last].last_year == 0)
	{
		*successor = code;
		return number == 0;
	}
	if (index >= COUNT(successors) || successor_codes[index] != code)
		return false;
	*successor = successors[index];
	return true;
}
