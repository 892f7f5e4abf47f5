/*
 * What a text is that is not a unified social credit code.
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
has_digit(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (is_digit(text[i]))
			return true;
	return false;
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

/* Does a text begin with the two digits of a known province? */
static bool
begins_with_province(const char *text, size_t length)
{
	int32_t		province;
	Fault		ignored;

	return length >= 2 && gb2260_parse(text, 2, &province, &ignored) &&
		gb2260_is_known(province);
}

/* Does a text begin with an assigned category and a known province? */
static bool
begins_like_code(const char *text, size_t length)
{
	return length >= 4 && gb32100_category(text[0], text[1]) != NULL &&
		begins_with_province(text + USCC_REGION, length - USCC_REGION);
}

/* Digits of a day from 1900 to 2099, YYYYMMDD. */
static bool
is_recent_date(const char *text)
{
	char		number[GB11643_LENGTH];
	int64_t		ignored;
	Fault		fault;

	/* gb11643_parse knows the calendar: any number of that day */
	memcpy(number, "110000", 6);
	memcpy(number + 6, text, 8);
	memcpy(number + 14, "0010", 4);
	if (!are_digits(text, 8) || (memcmp(text, "19", 2) != 0 && memcmp(text, "20", 2) != 0))
		return false;
	return gb11643_parse(number, GB11643_LENGTH, &ignored, &fault) ||
		fault.reason == FAULT_CHECK_CHARACTER;
}

bool
repair_has_citizen_form(const char *clean, size_t length)
{
	return length == GB11643_LENGTH && begins_with_division(clean, length) &&
		is_recent_date(clean + 6) && are_digits(clean + 14, 3) &&
		(is_digit(clean[17]) || clean[17] == 'X');
}

/*
 * The beginning of a code, which other numbers do not have by chance: 4 characters of
 * market regulation, whose heads are neither a year nor a division; otherwise a known region.
 */
static bool
is_truncated(const char *text, size_t length)
{
	uint64_t	first,
				last;

	if (length >= GB32100_LENGTH || !begins_like_code(text, length) ||
		!uscc_prefix_range(text, length, &first, &last) || begins_with_division(text, length))
		return false;
	/* mobile phones, bank cards, dates */
	if (are_digits(text, length) &&
		((length == 11 && text[0] == '1' && text[1] >= '3') || (length >= 16 && text[0] == '6') ||
		 (length == 8 && is_recent_date(text))))
		return false;
	return (text[0] == '9' && text[1] <= '3') ||
		(length >= USCC_SUBJECT && begins_with_division(text + USCC_REGION, length - USCC_REGION));
}

static bool
is_cooperative_number(const char *text, size_t length)
{
	return length == COOPERATIVE_LENGTH && are_digits(text, 6) &&
		memcmp(text + 6, "NA", 2) == 0 && are_digits(text + 8, 6) &&
		text[COOPERATIVE_LENGTH - 1] == 'X';
}

static bool
is_orgcode(const char *text)
{
	int64_t		ignored;
	Fault		fault;

	return gb11714_parse(text, GB11714_LENGTH, &ignored, &fault);
}

static bool
is_citizen_id(const char *text, size_t length)
{
	int64_t		ignored;
	Fault		fault;

	return gb11643_parse(text, length, &ignored, &fault) &&
		(length == GB11643_LENGTH || begins_with_division(text, length));
}

static bool
is_uscc(const char *text)
{
	uint64_t	rank;
	Fault		fault;

	return uscc_parse(text, GB32100_LENGTH, &rank, &fault);
}

/* 15 digits that may be the citizen number of someone born before 1900. */
static bool
is_of_unknown_century(const char *text)
{
	int64_t		ignored;
	Fault		fault;

	return !gb11643_parse(text, TAX_NUMBER_LENGTH, &ignored, &fault) &&
		fault.reason == FAULT_CENTURY;
}

/* 15, 17, 20 characters, and L with 18. */
static bool
is_tax_number(const char *text, size_t length)
{
	switch (length)
	{
		case TAX_NUMBER_LENGTH:
		case TAX_NUMBER_LENGTH + 2:
			return (length == TAX_NUMBER_LENGTH || are_digits(text + TAX_NUMBER_LENGTH, 2)) &&
				((begins_with_division(text, length) && is_orgcode(text + GB2260_LENGTH) &&
				  !is_of_unknown_century(text)) ||
				 (length > TAX_NUMBER_LENGTH && is_citizen_id(text, TAX_NUMBER_LENGTH)));
		case GB32100_LENGTH + 1:
			return text[0] == 'L' &&
				(is_uscc(text + 1) || is_citizen_id(text + 1, GB11643_LENGTH));
		case GB11643_LENGTH + 2:
			return are_digits(text + GB11643_LENGTH, 2) && is_citizen_id(text, GB11643_LENGTH);
		default:
			return false;
	}
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
		check == 0 || !begins_like_code(text, USCC_SUBJECT) ||
		!are_digits(text + USCC_REGION, GB2260_LENGTH))
		return false;
	uscc_complete(right, false);
	return right[USCC_SUBJECT_CHECK] == text[USCC_SUBJECT_CHECK] ||
		(subject[0] == 'M' && !is_digit(subject[1]));
}

RepairKind
repair_find_kind(const char *clean, size_t length)
{
	if (is_citizen_id(clean, length) && length == GB11643_LENGTH)
		return REPAIR_KIND_CITIZEN_ID;
	if (length == GB32100_LENGTH && is_fujian_pilot(clean))
		return REPAIR_KIND_FUJIAN_PILOT;
	if (length == GB32100_LENGTH && is_complement_forgotten(clean))
		return REPAIR_KIND_COMPLEMENT_FORGOTTEN;
	/* no division begins like a code of market regulation */
	if (gs15_is_valid(clean, length) && begins_with_province(clean, length))
		return REPAIR_KIND_REGISTRATION_NUMBER;
	if (is_cooperative_number(clean, length))
		return REPAIR_KIND_COOPERATIVE_NUMBER;
	if (is_tax_number(clean, length))
		return REPAIR_KIND_TAX_NUMBER;
	if (is_citizen_id(clean, length))
		return REPAIR_KIND_CITIZEN_ID;
	if (length == OLD_REGISTRATION_LENGTH && are_digits(clean, length) &&
		begins_with_division(clean, length))
		return REPAIR_KIND_OLD_REGISTRATION_NUMBER;
	/* the check character is right by chance in one of eleven words */
	if (length == GB11714_LENGTH && is_orgcode(clean) && has_digit(clean, length) &&
		!repair_is_keyboard_run(clean + 1, length - 1))
		return REPAIR_KIND_ORGCODE;
	if (is_truncated(clean, length))
		return REPAIR_KIND_TRUNCATED;
	return REPAIR_KIND_UNKNOWN;
}

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

/* Is this a letter or digit of any script? */
static bool
has_meaning(uint32_t c)
{
	return c < 0x80 ? is_alphanumeric((char) c) : !unicode_is_meaningless(c);
}

/* A word or sign for "none" or "unknown", whatever punctuation is around it. */
static bool
is_placeholder_word(const RepairReading *reading)
{
	static const char *const signs[] = {
		"无", "暂无", "没有", "未知", "不详", "不明", "空", "空白", "空值", "暂缺", "缺失", "缺",
		"无代码", "无编码", "无信用代码", "无统一社会信用代码", "暂无代码", "暂无信用代码",
		"暂无统一社会信用代码", "未办理", "未取得", "待定", "待补", "待补充", "待办", "测试", "其他", "其它",
		"保密", "同上", "否", "無",
		"NA", "N", "NO", "NONE", "NULL", "NIL", "NAN", "NAT", "UNKNOWN", "UNDEFINED", "BLANK",
		"EMPTY", "TBD", "TBA", "TBC", "TEST"
	};

	/* what a spreadsheet shows for a value that it cannot compute */
	static const char *const errors[] = {
		"REF", "VALUE", "NAME", "DIV0", "NUM", "SPILL", "CALC", "GETTINGDATA", "FIELD", "BLOCKED",
		"CONNECT", "BUSY", "ERROR"
	};
	uint32_t	word[REPAIR_LONGEST];
	int			length = 0;

	if (reading->count == 0 || reading->seen > REPAIR_LONGEST)
		return false;
	for (int i = 0; i < reading->seen; i++)
		if (has_meaning(reading->character[i]))
			word[length++] = reading->character[i];
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (is_same(word, length, signs[i]))
			return true;
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]) && reading->character[0] == '#'; i++)
		if (is_same(word, length, errors[i]))
			return true;
	return false;
}

bool
repair_is_keyboard_run(const char *clean, size_t length)
{
	int			step;

	/* the last may be a check character */
	if (length == GB32100_LENGTH)
		length--;
	if (length == 0 || !is_alphanumeric(clean[0]))
		return false;
	if (length < 3)
		return clean[0] == '0' && clean[length - 1] == '0';
	step = (clean[1] - clean[0] + 10) % 10;
	if (step != 0 && step != 1 && step != 9)
		return false;
	for (size_t i = 1; i < length; i++)
		if (step == 0 ? clean[i] != clean[0] :
			!is_digit(clean[i]) || !is_digit(clean[i - 1]) ||
			(clean[i] - clean[i - 1] + 10) % 10 != step)
			return false;
	/* from 1 up; other runs must be longer to exclude chance */
	return step == 0 || (step == 1 && clean[0] <= '1') || length >= 6;
}

/* Signs that are repeated to hide a part of a value. */
static bool
is_hiding_sign(uint32_t c)
{
	return c == '*' || c == 0x2022 || c == 0x2026 || c == 0x22EF || c == 0x00B7 || c == 0x2217 ||
		c == 0x204E || c == 0x2731 || c == 0x203B || c == 0x25A0 || c == 0x25A1 || c == 0x25CF ||
		c == 0x25CB || c == 0x25EF || c == 0x2588 || c == 0x2587 || c == 0x25FC || c == 0x2B1B ||
		c == 0x30FB || c == '#' || c == '.';
}

/* How many of a sign in a row hide something. */
static int
hiding_run(uint32_t c)
{
	return c == 0x2026 || c == 0x22EF ? 1 : c == 'X' ? 4 : c == '.' || c == 0x00B7 ? 3 : 2;
}

/* Is a part hidden, and the rest letters and digits of ASCII, except for a label around them? */
static bool
is_masked(const RepairReading *reading)
{
	const uint32_t *c = reading->character;
	int			hidden = 0;		/* characters of the runs of signs */
	int			shown = 0;
	int			digits = 0;
	int			first = -1;
	int			last = -1;
	uint32_t	sign = 0;

	if (reading->seen > REPAIR_LONGEST)
		return false;
	for (int i = 0, run; i < reading->seen; i += run)
	{
		for (run = 1; i + run < reading->seen && c[i + run] == c[i]; run++)
			;
		if ((is_hiding_sign(c[i]) || c[i] == 'X') &&
			(run >= hiding_run(c[i]) || (c[i] == '*' && reading->count == GB32100_LENGTH - run) ||
			 (c[i] == 'X' && run > 1 && i >= USCC_REGION && i + run <= USCC_SUBJECT &&
			  reading->count == GB32100_LENGTH)) &&
			(sign == 0 || sign == c[i]))
		{
			sign = c[i];
			hidden += run;
		}
		else if (c[i] < 0x80 && is_alphanumeric((char) c[i]))
		{
			shown += run;
			digits += is_digit((char) c[i]) ? run : 0;
		}
		else
			continue;
		first = first < 0 ? i : first;
		last = i + run - 1;
	}
	if (hidden == 0 || hidden + shown > GB32100_LENGTH + 6)
		return false;

	/*
	 * nothing else: a whole code is hidden, or few signs are a sign of
	 * emptiness
	 */
	if (shown == 0)
		return hidden >= 6 && sign != '#' && sign != 'X' && sign != '.' && reading->count == 0;
	for (int i = first; i <= last; i++)
		if (c[i] >= 0x80 && c[i] != sign && has_meaning(c[i]))
			return false;
	return digits > 0 && shown >= (sign == '*' ? 2 : 4);
}

RepairKind
repair_find_filling(const RepairReading *reading)
{
	if (reading->seen == 0)
		return REPAIR_KIND_EMPTY;
	if (is_masked(reading))
		return REPAIR_KIND_MASKED;
	if (reading->count == 0)
		return reading->has & REPAIR_HAS_SYMBOL ? REPAIR_KIND_UNKNOWN : REPAIR_KIND_PLACEHOLDER;
	if (is_placeholder_word(reading) ||
		(reading->count <= REPAIR_LONGEST &&
		 (reading->seen == reading->count ||
		  (reading->seen == reading->count + 1 && reading->clean[0] == reading->clean[reading->count - 1])) &&
		 repair_is_keyboard_run(reading->clean, (size_t) reading->count)))
		return REPAIR_KIND_PLACEHOLDER;
	if (reading->has & REPAIR_HAS_LETTER &&
		!(reading->has & (REPAIR_HAS_DIGIT | REPAIR_HAS_NUMERAL | REPAIR_HAS_LONG_WORD)))
		return REPAIR_KIND_WORDS;
	return REPAIR_KIND_UNKNOWN;
}

const char *
repair_kind_word(RepairKind kind)
{
	static const char *const words[] = {
		[REPAIR_KIND_UNKNOWN] = NULL,
		[REPAIR_KIND_USCC] = "uscc",
		[REPAIR_KIND_CITIZEN_ID] = "citizen_id",
		[REPAIR_KIND_REGISTRATION_NUMBER] = "registration_number",
		[REPAIR_KIND_OLD_REGISTRATION_NUMBER] = "old_registration_number",
		[REPAIR_KIND_COOPERATIVE_NUMBER] = "cooperative_number",
		[REPAIR_KIND_TAX_NUMBER] = "tax_number",
		[REPAIR_KIND_ORGCODE] = "orgcode",
		[REPAIR_KIND_FUJIAN_PILOT] = "fujian_pilot",
		[REPAIR_KIND_COMPLEMENT_FORGOTTEN] = "complement_forgotten",
		[REPAIR_KIND_TRUNCATED] = "truncated",
		[REPAIR_KIND_ROUNDED] = "rounded",
		[REPAIR_KIND_MASKED] = "masked",
		[REPAIR_KIND_PLACEHOLDER] = "placeholder",
		[REPAIR_KIND_WORDS] = "words",
		[REPAIR_KIND_EMPTY] = "empty",
		[REPAIR_KIND_CONTAINS_CODE] = "contains_code",
		[REPAIR_KIND_SEVERAL_CODES] = "several_codes"
	};

	return words[kind];
}
