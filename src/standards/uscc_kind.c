/*
 * What a text is that is no unified social credit code.
 *
 * Where a text could be two things, the one that stands more often in a column
 * of codes wins.
 */
#include "uscc_kind.h"

#include <string.h>

#include "gb11643.h"
#include "gb11714.h"
#include "gb2260.h"
#include "gs15.h"
#include "uscc_code.h"

#define COOPERATIVE_LENGTH 15
#define TAX_NUMBER_LENGTH 15
#define OLD_REGISTRATION_LENGTH 13

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
are_digits(const char *text, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!is_digit(text[i]))
			return false;
	return true;
}

static bool
is_alphanumeric(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z');
}

/* Does a text begin with a division that is known? */
static bool
begins_with_division(const char *text, size_t length)
{
	int32_t		code;
	size_t		position;
	Gb2260Division division;

	return length >= GB2260_LENGTH && are_digits(text, GB2260_LENGTH) &&
		gb2260_parse(text, GB2260_LENGTH, &code, &position) == GB2260_VALID &&
		gb2260_find(code, &division);
}

/* Does a text begin with an assigned category and a known province? */
static bool
begins_like_code(const char *text, size_t length)
{
	uint64_t	first,
				last;
	int32_t		province;
	size_t		position;
	Gb2260Division division;

	return length >= 4 && length < GB32100_LENGTH &&
		uscc_prefix_range(text, length, &first, &last) &&
		gb32100_category(text[0], text[1]) != NULL &&
		gb2260_parse(text + USCC_REGION, 2, &province, &position) == GB2260_VALID &&
		gb2260_find(province, &division);
}

static bool
is_cooperative_number(const char *text, size_t length)
{
	return length == COOPERATIVE_LENGTH && are_digits(text, 6) &&
		memcmp(text + 6, "NA", 2) == 0 && are_digits(text + 8, 6) &&
		text[COOPERATIVE_LENGTH - 1] == 'X';
}

static bool
is_tax_number(const char *text, size_t length)
{
	int64_t		number;
	Gb11714Fault fault;

	return length == TAX_NUMBER_LENGTH && begins_with_division(text, length) &&
		gb11714_parse(text + GB2260_LENGTH, GB11714_LENGTH, &number, &fault);
}

/* Fujian before October 2015: MOD 37-2 over the values of base 36. */
static bool
is_fujian_pilot(const char *text)
{
	int			sum = 0;
	int			weight = 1;
	int			check;

	if (memcmp(text + USCC_REGION, "35", 2) != 0 || memcmp(text + USCC_SUBJECT, "M000", 4) != 0)
		return false;
	for (int i = 0; i < GB32100_LENGTH; i++)
		if (!is_alphanumeric(text[i]))
			return false;
	for (int i = 0; i < USCC_CHECK; i++)
	{
		sum += (is_digit(text[i]) ? text[i] - '0' : text[i] - 'A' + 10) * weight;
		weight = weight * 2 % 37;
	}
	check = (37 - sum % 37) % 37;
	return text[USCC_CHECK] == (check < 10 ? '0' + check : 'A' + check - 10);
}

/*
 * The check character is 31 less what it should be.  One mistake in thirty looks
 * the same; it is told from that by what else is right: the category, the
 * province and the check character of the subject, unless that is a subject of
 * M and a letter, of which whole batches were issued wrong.
 */
static bool
is_complement_forgotten(const char *text)
{
	const char *subject = text + USCC_SUBJECT;
	char		right[GB32100_LENGTH];
	int			check;

	for (int i = 0; i < GB32100_LENGTH; i++)
		if (gb32100_value[(unsigned char) text[i]] == GB32100_FOREIGN)
			return false;
	memcpy(right, text, GB32100_LENGTH);
	uscc_complete(right, true);
	check = gb32100_value[(unsigned char) right[USCC_CHECK]];
	if (gb32100_value[(unsigned char) text[USCC_CHECK]] != (GB32100_ALPHABET_SIZE - check) % GB32100_ALPHABET_SIZE ||
		check == 0 || !begins_like_code(text, USCC_SUBJECT))
		return false;
	uscc_complete(right, false);
	return right[USCC_SUBJECT_CHECK] == text[USCC_SUBJECT_CHECK] ||
		(subject[0] == 'M' && !is_digit(subject[1]));
}

/* Is a part of the text hidden, by stars, or by a run of signs or of X? */
static bool
is_masked(const char *text, size_t length)
{
	bool		hidden = false;
	int			shown = 0;
	int			run = 0;

	if (length > GB32100_LENGTH + 2)
		return false;
	for (size_t i = 0; i < length; i++)
	{
		run = i > 0 && text[i] == text[i - 1] ? run + 1 : 1;
		hidden |= text[i] == '*' || (text[i] == 'X' ? run >= 4 : !is_alphanumeric(text[i]) && run >= 3);
		shown += is_alphanumeric(text[i]) && text[i] != 'X';
	}
	return hidden && shown >= 2;
}

bool
uscc_is_placeholder(const char *text, size_t length)
{
	static const char *const placeholders[] = {
		"无", "暂无", "没有", "未知", "不详", "不明", "空", "暂缺", "缺失", "缺", "无代码", "无编码",
		"无信用代码", "无统一社会信用代码", "未办理", "未取得", "待定", "待补", "待补充", "待办",
		"测试", "其他", "其它", "保密", "同上", "否",
		"N/A", "#N/A", "NA", "N", "NO", "NONE", "NULL", "(NULL)", "NIL", "NAN", "UNKNOWN",
		"UNDEFINED", "TBD", "TEST", "/", "\\", "?", "_", ",", ":", ";"
	};
	static const char counting[] = "12345678901234567890";
	bool		same = length > 0;

	for (size_t i = 0; i < sizeof(placeholders) / sizeof(placeholders[0]); i++)
		if (strlen(placeholders[i]) == length && memcmp(placeholders[i], text, length) == 0)
			return true;
	for (size_t i = 1; i < length; i++)
		same &= text[i] == text[0];
	return (same && (unsigned char) text[0] < 0x80) ||
		(length >= 3 && length < sizeof(counting) && memcmp(text, counting, length) == 0);
}

UsccKind
uscc_kind(const char *text, size_t length)
{
	int64_t		number;
	Gb11643Fault no_citizen;
	Gb11714Fault no_organization;

	if (length == 0)
		return USCC_KIND_EMPTY;
	if (length == GB11643_LENGTH && gb11643_parse(text, length, &number, &no_citizen))
		return USCC_KIND_CITIZEN_ID;
	if (length == GB32100_LENGTH && is_fujian_pilot(text))
		return USCC_KIND_FUJIAN_PILOT;
	if (length == GB32100_LENGTH && is_complement_forgotten(text))
		return USCC_KIND_COMPLEMENT_FORGOTTEN;
	if (is_masked(text, length))
		return USCC_KIND_MASKED;
	/* no division begins like a code of a business registry */
	if (length != GB11714_LENGTH && begins_like_code(text, length) &&
		!begins_with_division(text, length))
		return USCC_KIND_TRUNCATED;
	if (gs15_is_valid(text, length))
		return USCC_KIND_REGISTRATION_NUMBER;
	if (is_cooperative_number(text, length))
		return USCC_KIND_COOPERATIVE_NUMBER;
	if (is_tax_number(text, length))
		return USCC_KIND_TAX_NUMBER;
	if (begins_with_division(text, length) && gb11643_parse(text, length, &number, &no_citizen))
		return USCC_KIND_CITIZEN_ID;
	if (length == OLD_REGISTRATION_LENGTH && are_digits(text, length) &&
		begins_with_division(text, length))
		return USCC_KIND_OLD_REGISTRATION_NUMBER;
	if (gb11714_parse(text, length, &number, &no_organization))
		return USCC_KIND_ORGCODE;
	if (begins_like_code(text, length))
		return USCC_KIND_TRUNCATED;
	return USCC_KIND_UNKNOWN;
}

const char *
uscc_kind_word(UsccKind kind)
{
	static const char *const words[] = {
		[USCC_KIND_UNKNOWN] = NULL,
		[USCC_KIND_CITIZEN_ID] = "citizen_id",
		[USCC_KIND_REGISTRATION_NUMBER] = "registration_number",
		[USCC_KIND_OLD_REGISTRATION_NUMBER] = "old_registration_number",
		[USCC_KIND_COOPERATIVE_NUMBER] = "cooperative_number",
		[USCC_KIND_TAX_NUMBER] = "tax_number",
		[USCC_KIND_ORGCODE] = "orgcode",
		[USCC_KIND_FUJIAN_PILOT] = "fujian_pilot",
		[USCC_KIND_COMPLEMENT_FORGOTTEN] = "complement_forgotten",
		[USCC_KIND_MASKED] = "masked",
		[USCC_KIND_PLACEHOLDER] = "placeholder",
		[USCC_KIND_EMPTY] = "empty",
		[USCC_KIND_TRUNCATED] = "truncated",
		[USCC_KIND_CONTAINS_CODE] = "contains_code"
	};

	return words[kind];
}
