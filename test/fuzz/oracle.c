/*
 * The rules of the codes once more.
 */
#include "oracle.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../lib/format1.h"

const char	oracle_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const char	oracle_digits[] = "0123456789";

static const char base36[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static uint32_t
next_character(const RepairText *text, size_t *place)
{
	const uint8_t *data = (const uint8_t *) text->storage + *place;
	size_t		length = data[0] >= 0xF0 ? 4 : data[0] >= 0xE0 ? 3 : data[0] >= 0xC0 ? 2 : 1;
	uint32_t	c = data[0] & (0xFFu >> (length + 1));

	*place += 1;
	if (length == 1 || length > text->length - *place + 1)
		return data[0];
	for (size_t i = 1; i < length; i++)
	{
		if ((data[i] & 0xC0) != 0x80)
			return data[0];
		c = c << 6 | (data[i] & 0x3F);
	}
	*place += length - 1;
	return c;
}

RepairText
oracle_text(const uint8_t *data, size_t size)
{
	RepairText	text = {next_character, data, size};

	return text;
}

size_t
oracle_fold(const char *text, size_t size, char *folded, size_t *start)
{
	size_t		length = 0;

	for (*start = 0; *start < size && isspace((unsigned char) text[*start]); ++*start)
		;
	while (size > *start && isspace((unsigned char) text[size - 1]))
		size--;
	for (size_t i = *start; i < size; i++)
		folded[length++] = (char) toupper((unsigned char) text[i]);
	return length;
}

bool
oracle_in(const char *set, char c)
{
	while (*set != '\0' && *set != c)
		set++;
	return *set != '\0';
}

bool
oracle_is_length_fault(const Fault *fault, const char *text, size_t length)
{
	size_t		ascii = 0;

	while (ascii < length && (text[ascii] & 0x80) == 0)
		ascii++;
	return ascii == length ? fault->reason == FAULT_LENGTH :
		fault->reason == FAULT_CHARACTER && fault->position == (int) ascii;
}

bool
oracle_all_in(const char *set, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!oracle_in(set, text[i]))
			return false;
	return true;
}

int64_t
oracle_number(const char *digits, size_t length)
{
	char		text[20] = "";

	memcpy(text, digits, length);
	return strtoll(text, NULL, 10);
}

char
oracle_check_uscc(const char *text)
{
	int			sum = 0;
	int			weight = 1;

	if (!oracle_all_in(oracle_alphabet, text, 17))
		return '\0';
	for (int i = 0; i < 17; i++)
	{
		sum += weight * (int) (strchr(oracle_alphabet, text[i]) - oracle_alphabet);
		weight = 3 * weight % 31;
	}
	return oracle_alphabet[(31 - sum % 31) % 31];
}

char
oracle_check_orgcode(const char *text)
{
	static const int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
	int			sum = 0;

	if (!oracle_all_in(base36, text, 8))
		return '\0';
	for (int i = 0; i < 8; i++)
		sum += weights[i] * (int) (strchr(base36, text[i]) - base36);
	switch (11 - sum % 11)
	{
		case 10:
			return 'X';
		case 11:
			return '0';
		default:
			return oracle_digits[11 - sum % 11];
	}
}

/* ISO 7064 MOD 11-2: each character counts twice the one after it, the check
 * once, and all are 1 more than a multiple of 11. */
char
oracle_check_citizen(const char *text)
{
	int			sum = 0;

	if (!oracle_all_in(oracle_digits, text, 17))
		return '\0';
	for (int i = 0; i < 17; i++)
		sum = 2 * (sum + (text[i] - '0')) % 11;
	for (int check = 0; check < 10; check++)
		if ((sum + check) % 11 == 1)
			return oracle_digits[check];
	return 'X';
}

/* ISO 7064 MOD 11,10, as GS 15 has it. */
char
oracle_check_registration(const char *text)
{
	int			product = 10;

	if (!oracle_all_in(oracle_digits, text, 14))
		return '\0';
	for (int i = 0; i < 14; i++)
	{
		int			sum = (product + (text[i] - '0')) % 10;

		product = 2 * (sum == 0 ? 10 : sum) % 11;
	}
	return oracle_digits[(11 - product) % 10];
}

bool
oracle_is_category(const char *pair)
{
	return format1_lists(format1_pairs, pair);
}

/* How many texts, each character of its set, begin with those that are given. */
static uint64_t
texts(const char *const sets[8], const char *given, size_t count)
{
	uint64_t	product = 1;

	for (size_t i = 0; i < 8 && product > 0; i++)
		product *= i < count ? oracle_in(sets[i], given[i]) : strlen(sets[i]);
	return product;
}

/* How many subjects begin with the 0 to 9 characters that are given. */
static uint64_t
subjects(bool standard, const char *given, size_t count)
{
	static const char *const any[8] = {
		oracle_alphabet, oracle_alphabet, oracle_alphabet, oracle_alphabet,
		oracle_alphabet, oracle_alphabet, oracle_alphabet, oracle_alphabet
	};
	static const char *const six_digits[8] = {
		oracle_alphabet, oracle_alphabet, oracle_digits, oracle_digits,
		oracle_digits, oracle_digits, oracle_digits, oracle_digits
	};
	static const char *const six_digits_of_m[8] = {
		"M", "ABCDEFGHJKLMNPQRTUWXY", oracle_digits, oracle_digits,
		oracle_digits, oracle_digits, oracle_digits, oracle_digits
	};
	static const char *const seven_digits[8] = {
		oracle_alphabet, oracle_digits, oracle_digits, oracle_digits,
		oracle_digits, oracle_digits, oracle_digits, oracle_digits
	};
	static const char *const m[8] = {
		"M", "ABCDEFGHJKLMNPQ", oracle_alphabet, oracle_alphabet,
		oracle_alphabet, oracle_alphabet, oracle_alphabet, oracle_alphabet
	};

	/* check characters that are correct, and that have a value at all */
	uint64_t	right = count < 9 ? 1 : given[8] == oracle_check_orgcode(given);
	uint64_t	checks = count < 9 ? 11 : oracle_in("0123456789X", given[8]);

	/* the right ones of six digits are among all right ones */
	if (standard)
		return texts(any, given, count) * right +
			(texts(six_digits, given, count) - texts(six_digits_of_m, given, count)) *
			(checks - right);
	return texts(seven_digits, given, count) * checks + texts(m, given, count) * right;
}

/* How many pairs of characters of two sets begin with the 0 to 2 that are given,
 * and how many of these are in a list. */
static void
heads(const char *set, const char *second_set, const char *list,
	  const char *given, size_t count, uint64_t *all, uint64_t *standard)
{
	*all = *standard = 0;
	for (const char *a = set; *a; a++)
		for (const char *b = second_set; *b && (count < 1 || *a == given[0]); b++)
			if (count < 2 || *b == given[1])
			{
				char		pair[2] = {*a, *b};

				*all += 1;
				*standard += format1_lists(list, pair);
			}
}

static size_t
between(size_t length, size_t start, size_t most)
{
	return length <= start ? 0 : length - start < most ? length - start : most;
}

uint64_t
oracle_count(const char *prefix, size_t length)
{
	uint64_t	all_pairs,
				standard_pairs,
				all_provinces,
				standard_provinces,
				standard,
				count;
	uint64_t	divisions = 1;

	/* no department is 0 */
	heads(oracle_alphabet + 1, "123456789", format1_pairs, prefix, between(length, 0, 2),
		  &all_pairs, &standard_pairs);
	heads(oracle_digits, oracle_digits, format1_provinces, prefix + 2, between(length, 2, 2),
		  &all_provinces, &standard_provinces);
	for (size_t i = 4; i < 8; i++)
		divisions *= i < length ? oracle_in(oracle_digits, prefix[i]) : 10;
	standard = standard_pairs * standard_provinces;
	count = divisions *
		(standard * subjects(true, prefix + 8, between(length, 8, 9)) +
		 (all_pairs * all_provinces - standard) *
		 subjects(false, prefix + 8, between(length, 8, 9)));
	if (length == 18 && count > 0)
		count = prefix[17] == oracle_check_uscc(prefix);
	return count;
}

uint64_t
oracle_before(const char *prefix, size_t length)
{
	char		other[18];
	uint64_t	before = 0;

	for (size_t i = 0; i < length; i++)
	{
		memcpy(other, prefix, i);
		for (const char *c = oracle_alphabet; *c < prefix[i]; c++)
		{
			other[i] = *c;
			before += oracle_count(other, i + 1);
		}
	}
	return before;
}

#define DAYS 146097

static char days[DAYS][8];

/* The calendar of the C library. */
static void
make_days(void)
{
	struct tm	first = {0};
	time_t		start;

	first.tm_year = 1800 - 1900;
	first.tm_mday = 1;
	start = timegm(&first);
	for (int i = 0; i < DAYS; i++)
	{
		time_t		noon = start + (time_t) 86400 * i + 43200;
		struct tm	day;
		char		text[40];

		gmtime_r(&noon, &day);
		snprintf(text, sizeof(text), "%04d%02d%02d", day.tm_year + 1900, day.tm_mon + 1,
				 day.tm_mday);
		memcpy(days[i], text, 8);
	}
	if (memcmp(days[0], "18000101", 8) != 0 || memcmp(days[DAYS - 1], "21991231", 8) != 0)
		abort();
}

/* How many days are before those that begin with a prefix, or (with order 1) not after them. */
static size_t
days_before(const char *prefix, size_t length, int order)
{
	size_t		low = 0;
	size_t		high = DAYS;

	while (low < high)
	{
		size_t		middle = (low + high) / 2;

		if (memcmp(days[middle], prefix, length) < order)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
oracle_days(const char *prefix, size_t length, const char **first, const char **last)
{
	size_t		start,
				end;

	if (days[0][0] == '\0')
		make_days();
	start = days_before(prefix, length, 0);
	end = days_before(prefix, length, 1);
	if (start == end)
		return false;
	*first = days[start];
	*last = days[end - 1];
	return true;
}

bool
oracle_is_citizen(const char text[18])
{
	const char *first,
			   *last;

	return text[17] != '\0' && text[17] == oracle_check_citizen(text) &&
		oracle_days(text + 6, 8, &first, &last) && memcmp(text + 14, "000", 3) != 0;
}

static const OracleDivision *divisions[1000000];

/* Headings of the standard, which are not places. */
static bool
is_heading(const char *name)
{
	return strcmp(name, "市辖区") == 0 || strcmp(name, "县") == 0 || strcmp(name, "市") == 0 ||
		strcmp(name, "林区") == 0 || strstr(name, "直辖") != NULL;
}

static void
read_divisions(void)
{
	FILE	   *file = fopen("data/divisions.tsv", "r");
	char		line[1000];
	int			count = 0;

	while (file && fgets(line, sizeof(line), file))
	{
		OracleDivision *division = calloc(1, sizeof(OracleDivision));
		char	   *rest = strdup(line);
		char	   *code = strsep(&rest, "\t\n");

		division->name = strsep(&rest, "\t\n");
		division->first_year = atoi(strsep(&rest, "\t\n"));
		division->last_year = atoi(strsep(&rest, "\t\n"));
		division->name_en = strsep(&rest, "\t\n");
		division->successors = strsep(&rest, "\t\n");
		division->heading = is_heading(division->name);
		division->before = divisions[atoi(code)];
		divisions[atoi(code)] = division;
		count++;
	}
	if (count < 7000)
	{
		fprintf(stderr, "data/divisions.tsv was not read: start at the top of the tree\n");
		exit(2);
	}
	fclose(file);
}

const OracleDivision *
oracle_division(int32_t code)
{
	if (divisions[110000] == NULL)
		read_divisions();
	return code >= 0 && code < 1000000 ? divisions[code] : NULL;
}
