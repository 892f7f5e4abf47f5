/*
 * GB 11643-1999: the citizen identity number.
 */
#include "gb11643.h"

/* Is there such a day in the Gregorian calendar, and is its year plausible? */
static bool
is_plausible_date(int year, int month, int day)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool		leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && leap);
}

/* Number that a run of digits stands for. */
static int
number(const char *digits, int length)
{
	int			result = 0;

	for (int i = 0; i < length; i++)
		result = 10 * result + (digits[i] - '0');
	return result;
}

bool
gb11643_is_valid(const char *text, size_t length)
{
	static const int weight[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int			sum = 0;
	char		check;

	if (length != GB11643_LENGTH)
		return false;
	for (int i = 0; i < GB11643_LENGTH - 1; i++)
	{
		if (text[i] < '0' || text[i] > '9')
			return false;
		sum += weight[i] * (text[i] - '0');
	}
	check = text[GB11643_LENGTH - 1];
	if (check == 'x')
		check = 'X';
	return check == "10X98765432"[sum % 11] &&
		is_plausible_date(number(text + 6, 4), number(text + 10, 2),
						  number(text + 12, 2));
}
