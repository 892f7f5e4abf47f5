/*
 * GB 11643-1999: the citizen identity number.
 */
#include "gb11643.h"

#include <string.h>

#include "ascii.h"

#define DIGITS (GB11643_LENGTH - 1)
#define OLD_LENGTH 15

/* Places of the fields in the 18 characters. */
#define DATE 6
#define SEQUENCE 14

#define FIRST_YEAR 1800
#define LAST_YEAR 2199

/* Days of a month, 1 to 12, of the Gregorian calendar. */
static int
days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool		leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* The number of a run of digits. */
static int64_t
number_of(const char *digits, int length)
{
	int64_t		result = 0;

	for (int i = 0; i < length; i++)
		result = 10 * result + (digits[i] - '0');
	return result;
}

/* The check character of 17 digits: ISO 7064 MOD 11-2. */
static char
check_character(const char *digits)
{
	static const int weight[DIGITS] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int			sum = 0;

	for (int i = 0; i < DIGITS; i++)
		sum += weight[i] * (digits[i] - '0');
	return "10X98765432"[sum % 11];
}

static bool
is_date(int64_t date)
{
	int			year = (int) (date / 10000);
	int			month = (int) (date / 100 % 100);
	int			day = (int) (date % 100);

	return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 &&
		day >= 1 && day <= days_of_month(year, month);
}

bool
gb11643_parse(const char *text, size_t length, int64_t *number, Fault *fault)
{
	char		digits[DIGITS];
	int			count;
	bool		old;

	ascii_trim(&text, &length);
	old = length == OLD_LENGTH;
	if (!old && length != GB11643_LENGTH)
		return fail_length(fault, text, length);
	count = old ? OLD_LENGTH : DIGITS;
	for (int i = 0; i < count; i++)
		if (text[i] < '0' || text[i] > '9')
			return fail(fault, FAULT_CHARACTER, i, 0);
	if (!old && (text[DIGITS] < '0' || text[DIGITS] > '9') &&
		ascii_upper(text[DIGITS]) != 'X')
		return fail(fault, FAULT_CHARACTER, DIGITS, 0);

	if (old)
	{
		memcpy(digits, text, DATE);
		memcpy(digits + DATE, "19", 2);
		memcpy(digits + DATE + 2, text + DATE, OLD_LENGTH - DATE);
	}
	else
		memcpy(digits, text, DIGITS);
	if (!is_date(number_of(digits + DATE, SEQUENCE - DATE)))
		return fail(fault, FAULT_BIRTH_DATE, DATE, 0);
	if (number_of(digits + SEQUENCE, 3) == 0)
		return fail(fault, FAULT_SEQUENCE, count - 3, 0);
	if (old && number_of(digits + SEQUENCE, 3) >= 996)
		return fail(fault, FAULT_CENTURY, count - 3, 0);
	if (!old && ascii_upper(text[DIGITS]) != check_character(digits))
		return fail(fault, FAULT_CHECK_CHARACTER, DIGITS, check_character(digits));
	*number = number_of(digits, DIGITS);
	return true;
}

void
gb11643_format(int64_t number, char text[GB11643_LENGTH])
{
	/* unsigned: a damaged number may be negative */
	uint64_t	rest = (uint64_t) number;

	for (int i = DIGITS - 1; i >= 0; i--)
	{
		text[i] = (char) ('0' + rest % 10);
		rest /= 10;
	}
	text[DIGITS] = check_character(text);
}

/* Positions 1 to 6. */
static int32_t
head_of(int64_t number)
{
	return (int32_t) (number / INT64_C(100000000000));
}

/* No province begins with 9. */
#define FIRST_FOREIGN_HEAD 900000

int32_t
gb11643_region(int64_t number)
{
	int32_t		head = head_of(number);

	return head < FIRST_FOREIGN_HEAD ? head : (head - FIRST_FOREIGN_HEAD) / 1000 * 10000;
}

int
gb11643_nationality(int64_t number)
{
	int32_t		head = head_of(number);

	return head < FIRST_FOREIGN_HEAD ? -1 : head % 1000;
}

/* Birth date as the number YYYYMMDD. */
static int
date_of(int64_t number)
{
	return (int) (number / 1000 % 100000000);
}

void
gb11643_birth_date(int64_t number, int *year, int *month, int *day)
{
	int			date = date_of(number);

	*year = date / 10000;
	*month = date / 100 % 100;
	*day = date % 100;
}

int
gb11643_sequence(int64_t number)
{
	return (int) (number % 1000);
}

/* The date nearest to a number YYYYMMDD, itself or later (earlier); 0 if none. */
static int
nearest_date(int date, bool later)
{
	int			step = later ? 1 : -1;
	int			limit = later ? LAST_YEAR * 10000 + 1231 : FIRST_YEAR * 10000 + 101;

	if (later && date < FIRST_YEAR * 10000 + 101)
		return FIRST_YEAR * 10000 + 101;
	if (!later && date > LAST_YEAR * 10000 + 1231)
		return LAST_YEAR * 10000 + 1231;
	/* no gap between dates is wider than the one at the end of a year */
	while (later ? date <= limit : date >= limit)
	{
		if (is_date(date))
			return date;
		date += step;
	}
	return 0;
}

/*
 * The first (or last) number that begins with count digits; -1 if there is none.
 * What is left out is first filled up, then moved to the nearest that exists.
 */
static int64_t
extreme(const char *prefix, int count, bool last)
{
	char		digits[DIGITS];
	int			given;
	int			date;
	int			sequence;

	memset(digits, last ? '9' : '0', DIGITS);
	memcpy(digits, prefix, (size_t) count);
	given = (int) number_of(digits + DATE, 8);
	date = nearest_date(given, !last);
	sequence = (int) number_of(digits + SEQUENCE, 3);
	/* where the date moved, all sequences are free */
	if (date != given)
		sequence = last ? 999 : 1;
	else if (sequence == 0)
		sequence = 1;
	return date == 0 ? -1 :
		number_of(digits, DATE) * INT64_C(100000000000) + date * INT64_C(1000) + sequence;
}

bool
gb11643_prefix_range(const char *prefix, size_t length, int64_t *first, int64_t *last)
{
	int			count = length < DIGITS ? (int) length : DIGITS;
	char		text[GB11643_LENGTH];

	if (length > GB11643_LENGTH)
		return false;
	for (int i = 0; i < count; i++)
		if (prefix[i] < '0' || prefix[i] > '9')
			return false;
	*first = extreme(prefix, count, false);
	*last = extreme(prefix, count, true);
	if (*first < 0 || *last < 0)
		return false;

	/* the nearest may no longer have the prefix; then no number has */
	gb11643_format(*first, text);
	if (memcmp(text, prefix, (size_t) count) != 0)
		return false;
	return length < GB11643_LENGTH || ascii_upper(prefix[DIGITS]) == text[DIGITS];
}
