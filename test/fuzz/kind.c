/*
 * Which identifier a text is that is not a code.  As repair_find_kind declares, it gets texts
 * as repair_clean makes them.
 * Whatever kind it says, the text has what standards and README demand of that kind;
 * and it says "unknown" of nothing that has it.
 */
#include <string.h>

#include "fuzz.h"
#include "gs15.h"
#include "oracle.h"
#include "repair/kind.h"

static const char capitals[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* Does the text begin with a division of data/divisions.tsv? */
static bool
has_division(const char *text, size_t length)
{
	return length >= 6 && oracle_all_in(oracle_digits, text, 6) &&
		oracle_division((int32_t) oracle_number(text, 6)) != NULL;
}

static bool
is_orgcode(const char *text, size_t length)
{
	return length == 9 && text[8] != '\0' && text[8] == oracle_check_orgcode(text);
}

static bool
is_citizen(const char *text, size_t length)
{
	char		whole[18];

	if (length == 18)
		return oracle_is_citizen(text);
	if (length != 15 || !has_division(text, length))
		return false;
	memcpy(whole, text, 6);
	memcpy(whole + 6, "19", 2);
	memcpy(whole + 8, text + 6, 9);
	whole[17] = oracle_check_citizen(whole);
	return oracle_is_citizen(whole) && memcmp(text + 12, "996", 3) < 0;
}

static bool
is_registration(const char *text, size_t length)
{
	return length == 15 && text[14] != '\0' && text[14] == oracle_check_registration(text);
}

static bool
is_cooperative(const char *text, size_t length)
{
	return length == 15 && oracle_all_in(oracle_digits, text, 6) && text[6] == 'N' &&
		text[7] == 'A' && oracle_all_in(oracle_digits, text + 8, 6) && text[14] == 'X';
}

/* 15 digits with a day of the twentieth century and a sequence from 996 on. */
static bool
is_of_unknown_century(const char *text)
{
	char		date[8] = "19";
	const char *first,
			   *last;

	memcpy(date + 2, text + 6, 6);
	return oracle_all_in(oracle_digits, text, 15) && memcmp(text + 12, "996", 3) >= 0 &&
		oracle_days(date, 8, &first, &last);
}

/* With two digits or not; of a citizen number; L and a code or a citizen number. */
static bool
is_tax_number(const char *text, size_t length)
{
	bool		digits = length > 2 && oracle_all_in(oracle_digits, text + length - 2, 2);
	bool		organization = length >= 15 && has_division(text, length) && is_orgcode(text + 6, 9) &&
		!is_of_unknown_century(text);

	return (length == 15 && organization) ||
		(length == 17 && digits && (organization || is_citizen(text, 15))) ||
		(length == 20 && digits && is_citizen(text, 18)) ||
		(length == 19 && text[0] == 'L' && (is_citizen(text + 1, 18) || oracle_is_code(text + 1)));
}

static bool
is_old_registration(const char *text, size_t length)
{
	return length == 13 && oracle_all_in(oracle_digits, text, 13) && has_division(text, length);
}

/* 18 characters of Fujian whose weighted sum is a multiple of 37. */
static bool
is_pilot(const char *text, size_t length)
{
	int			sum = 0;

	if (length != 18 || !oracle_all_in(capitals, text, 18) || memcmp(text + 2, "35", 2) != 0 ||
		memcmp(text + 8, "M000", 4) != 0)
		return false;
	for (int i = 0; i < 17; i++)
		sum += (int) (strchr(capitals, text[i]) - capitals) * (1 << i) % 37;
	return (sum + (int) (strchr(capitals, text[17]) - capitals)) % 37 == 0;
}

static bool
has_province(const char *text)
{
	return oracle_division((int32_t) oracle_number(text, 2) * 10000) != NULL;
}

static bool
begins_like_code(const char *text, size_t length)
{
	return length >= 4 && length < 18 && oracle_all_in(oracle_alphabet, text, length) &&
		oracle_count(text, length) > 0 && oracle_is_category(text) &&
		oracle_division((int32_t) oracle_number(text + 2, 2) * 10000) != NULL;
}

/* The check character is the sum itself, and the rest is in order. */
static bool
has_complement_forgotten(const char *text, size_t length)
{
	int			check;

	if (length != 18 || !oracle_all_in(oracle_alphabet, text, 18) || !begins_like_code(text, 8) ||
		!oracle_all_in(oracle_digits, text + 2, 6))
		return false;
	check = (int) (strchr(oracle_alphabet, oracle_check_uscc(text)) - oracle_alphabet);
	return check != 0 && text[17] == oracle_alphabet[31 - check] &&
		(oracle_has_right_subject(text) || (text[8] == 'M' && !oracle_in(oracle_digits, text[9])));
}

static bool
fits(RepairKind kind, const char *text, size_t length)
{
	switch (kind)
	{
		case REPAIR_KIND_CITIZEN_ID:
			return is_citizen(text, length);
		case REPAIR_KIND_REGISTRATION_NUMBER:
			return is_registration(text, length) && has_province(text);
		case REPAIR_KIND_OLD_REGISTRATION_NUMBER:
			return is_old_registration(text, length);
		case REPAIR_KIND_COOPERATIVE_NUMBER:
			return is_cooperative(text, length);
		case REPAIR_KIND_TAX_NUMBER:
			return is_tax_number(text, length);
		case REPAIR_KIND_ORGCODE:
			return is_orgcode(text, length) && !oracle_all_in(capitals + 10, text, length);
		case REPAIR_KIND_FUJIAN_PILOT:
			return is_pilot(text, length);
		case REPAIR_KIND_COMPLEMENT_FORGOTTEN:
			return has_complement_forgotten(text, length);
		case REPAIR_KIND_TRUNCATED:
			return begins_like_code(text, length);
		default:
			/* repair_find_kind does not look for these */
			return false;
	}
}

static void
check_kind(const char *text, size_t length)
{
	RepairKind	kind = repair_find_kind(text, length);

	HOLDS((repair_kind_word(kind) == NULL) == (kind == REPAIR_KIND_UNKNOWN));
	HOLDS(kind == REPAIR_KIND_UNKNOWN || fits(kind, text, length));

	/*
	 * except that what begins like a code may be another number, and digits
	 * be typed in a row
	 */
	for (RepairKind other = REPAIR_KIND_UNKNOWN; other < REPAIR_KIND_TRUNCATED; other++)
		HOLDS(kind != REPAIR_KIND_UNKNOWN || !fits(other, text, length) ||
			  repair_is_keyboard_run(text + 1, length - 1));
	/* these two are told by their check characters, before all others */
	HOLDS(length != 18 || !is_citizen(text, length) || kind == REPAIR_KIND_CITIZEN_ID);
	HOLDS(!is_pilot(text, length) || is_citizen(text, length) || kind == REPAIR_KIND_FUJIAN_PILOT);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const RepairText whole = oracle_text(data, size);
	char	   *block = malloc(size + 1);
	char	   *clean = malloc(size);
	char	   *exact;
	int			count = repair_clean(&whole, clean, (int) size);

	/* up to the end of a block, so that no byte after it is read unseen */
	HOLDS(count >= 0 && (size_t) count <= size);
	exact = block + size + 1 - count;
	memcpy(exact, clean, (size_t) count);
	check_kind(exact, (size_t) count);
	HOLDS(gs15_is_valid((const char *) data, size) == is_registration((const char *) data, size));
	free(block);
	free(clean);
	return 0;
}
