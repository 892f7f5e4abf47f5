/*
 * What a text is that is no unified social credit code.
 *
 * Where a text could be two things, the one that stands more often in a column
 * of codes wins.
 */
#include "kind.h"

#include <string.h>

#include "standards/ascii.h"
#include "standards/gb11643.h"
#include "standards/gb11714.h"
#include "standards/gb2260.h"
#include "standards/gs15.h"
#include "standards/uscc_code.h"
#include "unicode.h"

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
	Fault		ignored;

	return length >= GB2260_LENGTH && are_digits(text, GB2260_LENGTH) &&
		gb2260_parse(text, GB2260_LENGTH, &code, &ignored) &&
		gb2260_is_known(code);
}

/* Does a text begin with an assigned category and a known province? */
static bool
begins_like_code(const char *text, size_t length)
{
	uint64_t	first,
				last;
	int32_t		province;
	Fault		ignored;

	return length >= 4 && length < GB32100_LENGTH &&
		uscc_prefix_range(text, length, &first, &last) &&
		gb32100_category(text[0], text[1]) != NULL &&
		gb2260_parse(text + USCC_REGION, 2, &province, &ignored) &&
		gb2260_is_known(province);
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
	Fault		fault;

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

/* Longest text, without blanks, that is compared with the placeholders. */
#define LONGEST 64

/* The next code point of a constant of valid UTF-8, at most 3 bytes each; 0 at its end. */
static uint32_t
next_utf8(const unsigned char **text)
{
	const unsigned char *c = *text;

	*text += c[0] == 0 ? 0 : c[0] < 0x80 ? 1 : c[0] < 0xE0 ? 2 : 3;
	return c[0] < 0x80 ? c[0] :
		c[0] < 0xE0 ? (c[0] & 0x1Fu) << 6 | (c[1] & 0x3Fu) :
		(c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
}

static bool
is_same(const uint32_t *text, int length, const char *utf8)
{
	const unsigned char *rest = (const unsigned char *) utf8;

	for (int i = 0; i < length; i++)
	{
		uint32_t	c = next_utf8(&rest);

		if (c == 0 || c != text[i])
			return false;
	}
	return next_utf8(&rest) == 0;
}

static bool
is_placeholder(const uint32_t *text, int length)
{
	static const char *const placeholders[] = {
		"无", "暂无", "没有", "未知", "不详", "不明", "空", "暂缺", "缺失", "缺", "无代码", "无编码",
		"无信用代码", "无统一社会信用代码", "未办理", "未取得", "待定", "待补", "待补充", "待办",
		"测试", "其他", "其它", "保密", "同上", "否",
		"N/A", "#N/A", "NA", "N", "NO", "NONE", "NULL", "(NULL)", "NIL", "NAN", "UNKNOWN",
		"UNDEFINED", "TBD", "TEST", "/", "\\", "?", "_", ",", ":", ";"
	};
	static const char counting[] = "12345678901234567890";
	bool		same = true;
	bool		counts = length >= 3 && length < (int) sizeof(counting);

	for (size_t i = 0; i < sizeof(placeholders) / sizeof(placeholders[0]); i++)
		if (is_same(text, length, placeholders[i]))
			return true;
	for (int i = 0; i < length; i++)
	{
		same &= text[i] == text[0];
		counts = counts && text[i] == (uint32_t) counting[i];
	}
	return (same && text[0] < 0x80) || counts;
}

bool
repair_is_placeholder(const RepairText *text)
{
	uint32_t	characters[LONGEST];
	int			count = 0;
	bool		separators = true;
	size_t		place = 0;

	while (place < text->length)
	{
		uint32_t	c = unicode_fold_width(text->next(text, &place));

		if (unicode_is_blank(c) || unicode_is_invisible(c))
			continue;
		separators &= unicode_is_separator(c);
		if (count < LONGEST)
			characters[count++] = c < 0x80 ? (uint32_t) ascii_upper((char) c) : c;
		else if (!separators)
			return false;
	}
	return count > 0 && (separators || is_placeholder(characters, count));
}

RepairKind
repair_find_kind(const char *text, size_t length)
{
	int64_t		number;
	Fault		no_citizen;
	Fault		no_organization;

	if (length == 0)
		return REPAIR_KIND_EMPTY;
	if (length == GB11643_LENGTH && gb11643_parse(text, length, &number, &no_citizen))
		return REPAIR_KIND_CITIZEN_ID;
	if (length == GB32100_LENGTH && is_fujian_pilot(text))
		return REPAIR_KIND_FUJIAN_PILOT;
	if (length == GB32100_LENGTH && is_complement_forgotten(text))
		return REPAIR_KIND_COMPLEMENT_FORGOTTEN;
	if (is_masked(text, length))
		return REPAIR_KIND_MASKED;
	/* no division begins like a code of a business registry */
	if (length != GB11714_LENGTH && begins_like_code(text, length) &&
		!begins_with_division(text, length))
		return REPAIR_KIND_TRUNCATED;
	if (gs15_is_valid(text, length))
		return REPAIR_KIND_REGISTRATION_NUMBER;
	if (is_cooperative_number(text, length))
		return REPAIR_KIND_COOPERATIVE_NUMBER;
	if (is_tax_number(text, length))
		return REPAIR_KIND_TAX_NUMBER;
	if (begins_with_division(text, length) && gb11643_parse(text, length, &number, &no_citizen))
		return REPAIR_KIND_CITIZEN_ID;
	if (length == OLD_REGISTRATION_LENGTH && are_digits(text, length) &&
		begins_with_division(text, length))
		return REPAIR_KIND_OLD_REGISTRATION_NUMBER;
	if (gb11714_parse(text, length, &number, &no_organization))
		return REPAIR_KIND_ORGCODE;
	if (begins_like_code(text, length))
		return REPAIR_KIND_TRUNCATED;
	return REPAIR_KIND_UNKNOWN;
}

const char *
repair_kind_word(RepairKind kind)
{
	static const char *const words[] = {
		[REPAIR_KIND_UNKNOWN] = NULL,
		[REPAIR_KIND_CITIZEN_ID] = "citizen_id",
		[REPAIR_KIND_REGISTRATION_NUMBER] = "registration_number",
		[REPAIR_KIND_OLD_REGISTRATION_NUMBER] = "old_registration_number",
		[REPAIR_KIND_COOPERATIVE_NUMBER] = "cooperative_number",
		[REPAIR_KIND_TAX_NUMBER] = "tax_number",
		[REPAIR_KIND_ORGCODE] = "orgcode",
		[REPAIR_KIND_FUJIAN_PILOT] = "fujian_pilot",
		[REPAIR_KIND_COMPLEMENT_FORGOTTEN] = "complement_forgotten",
		[REPAIR_KIND_MASKED] = "masked",
		[REPAIR_KIND_PLACEHOLDER] = "placeholder",
		[REPAIR_KIND_EMPTY] = "empty",
		[REPAIR_KIND_TRUNCATED] = "truncated",
		[REPAIR_KIND_CONTAINS_CODE] = "contains_code"
	};

	return words[kind];
}
