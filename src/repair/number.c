/*
 * Numbers that a program made of a code.
 */
#include "number.h"

#include <stdint.h>
#include <string.h>

#include "kind.h"
#include "standards/gb32100.h"

/* Significant digits that a spreadsheet keeps. */
#define SPREADSHEET_DIGITS 15

/* Bits of the mantissa of a double. */
#define DOUBLE_BITS 53

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || c >= 0x2E80;
}

static bool
is_decimal_mark(uint32_t c)
{
	return c == '.' || c == ',' || c == 0x3002 || c == 0xFF0E || c == 0xFF0C;
}

/*
 * Reads the exponent that begins at *i: E+17, E17, X10^17 or *10^17.  Returns it, or -1
 * if there is none, or something after it.
 */
static int
read_exponent(const RepairReading *reading, int *i, bool *has_sign)
{
	const uint32_t *c = reading->character;
	int			n = reading->seen;
	int			exponent = 0;
	int			digits = 0;

	*has_sign = false;
	if (*i + 1 < n && c[*i] == 'E')
		*i += 1;
	else if (*i + 3 < n && (c[*i] == 'X' || c[*i] == '*') && c[*i + 1] == '1' && c[*i + 2] == '0' &&
			 c[*i + 3] == '^')
	{
		*i += 4;
		*has_sign = true;
	}
	else
		return -1;
	if (*i < n && c[*i] == '+')
	{
		*i += 1;
		*has_sign = true;
	}
	while (*i < n && is_digit(c[*i]) && digits < 4)
	{
		exponent = 10 * exponent + (int) (c[*i] - '0');
		*i += 1;
		digits++;
	}
	return digits > 0 && digits < 4 ? exponent : -1;
}

bool
repair_read_number(const RepairReading *reading, RepairNumber *number)
{
	const uint32_t *c = reading->character;
	char		digit[REPAIR_LONGEST];
	int			n = reading->seen;
	int			count = 0;
	int			mark = 0;		/* digits before the last separator */
	int			separators = 0;
	bool		other = false;	/* is the last separator another than those
								 * before? */
	uint32_t	last = 0;
	int			exponent = -1;
	int			whole;
	bool		has_sign = false;
	int			i = 0;

	if (n > REPAIR_LONGEST)
		return false;
	while (i < n && !is_digit(c[i]) && !is_letter(c[i]) && c[i] != '-')
		i++;
	for (; i < n; i++)
	{
		if (is_digit(c[i]))
			digit[count++] = (char) c[i];
		else if (c[i] == 'E' || c[i] == 'X' || c[i] == '*')
		{
			exponent = read_exponent(reading, &i, &has_sign);
			if (exponent < 0)
				return false;
			break;
		}
		else if (i + 1 < n && is_digit(c[i + 1]) && count > 0 && !is_letter(c[i]))
		{
			other = separators > 0 && c[i] != last;
			last = c[i];
			mark = count;
			separators++;
		}
		else
			break;
	}
	for (; i < n; i++)
		if (is_digit(c[i]) || is_letter(c[i]))
			return false;

	if (count == 0)
		return false;
	number->formatted = false;
	whole = count;
	if (exponent >= 0)
	{
		if ((separators == 0 && !has_sign) || separators > 1 || (separators > 0 && !is_decimal_mark(last)))
			return false;
		whole = exponent + (separators > 0 ? mark : count);
		number->formatted = true;
	}
	else if (separators > 0 && is_decimal_mark(last) && (separators == 1 || other) &&
			 count != GB32100_LENGTH)
	{
		for (int k = mark; k < count; k++)
			if (digit[k] != '0')
				return false;
		count = whole = mark;
		number->formatted = true;
	}
	if (whole < 1 || whole > REPAIR_NUMBER_DIGITS || count > whole)
		return false;
	memset(number->digit, '0', sizeof(number->digit));
	memcpy(number->digit, digit, (size_t) count);
	number->digits = whole;
	number->known = count;
	return true;
}

/* Is a number of 18 digits one that a program prints for a double? */
static bool
is_printed_double(const char *digit, bool doubtful)
{
	uint64_t	value = 0;
	uint64_t	step = 1;
	uint64_t	rest;

	for (int i = 0; i < GB32100_LENGTH; i++)
		value = 10 * value + (uint64_t) (digit[i] - '0');
	while (value / step >> DOUBLE_BITS)
		step *= 2;
	/* where doubles are dense, one of 16 citizen numbers is so by chance */
	if (step < 16 || (step < 64 && doubtful))
		return false;
	rest = value % step;

	/*
	 * all digits of the double; or, as JavaScript has it, as few as tell it
	 * from others
	 */
	return rest == 0 || (value % 100 == 0 && (rest <= 50 || step - rest <= 50));
}

bool
repair_is_rounded(const RepairNumber *number)
{
	int			zeros = 0;

	if (number->known < number->digits)
		return number->digits >= 9;
	if (number->digits < GB32100_LENGTH)
		return false;
	while (number->digit[number->digits - 1 - zeros] == '0' && zeros < number->digits - 1)
		zeros++;
	if (zeros >= number->digits - SPREADSHEET_DIGITS)
		return true;
	return number->digits == GB32100_LENGTH &&
		is_printed_double(number->digit, repair_has_citizen_form(number->digit, GB32100_LENGTH));
}
