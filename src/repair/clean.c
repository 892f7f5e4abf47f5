/*
 * A text without what carries no meaning in a code.
 */
#include "clean.h"

#include "standards/ascii.h"
#include "standards/gb32100.h"
#include "unicode.h"

/* No letter or digit. */
#define MEANINGLESS 0

/* A letter or digit that is not of ASCII. */
#define OTHER '?'

static bool
is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

char
repair_clean_character(uint32_t c)
{
	char		folded = unicode_is_times(c) ? 'X' : ascii_upper(unicode_fold(c));

	if (is_alphanumeric(folded))
		return folded;
	/* 0 stands for bytes that are not a character */
	return c == 0 || (folded == 0 && !unicode_is_meaningless(c)) ? OTHER : MEANINGLESS;
}

int
repair_clean(const RepairText *text, char *clean, int limit)
{
	int			count = 0;
	size_t		next = 0;

	while (next < text->length)
	{
		char		c = repair_clean_character(text->next(text, &next));

		if (c == MEANINGLESS)
			continue;
		if (count == limit)
			return -1;
		clean[count++] = c;
	}
	return count;
}

/* Is this a numeral of another kind than 0 to 9, or a sign that may be one? */
static bool
is_numeral(uint32_t c)
{
	return c == 0 || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) ||
		c == 0x00B2 || c == 0x00B3 || c == 0x00B9 ||	/* superscripts */
		(c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9) || /* Arabic */
		(c >= 0x0966 && c <= 0x096F) || /* Devanagari */
		(c >= 0x2070 && c <= 0x2089) ||
		(c >= 0x2150 && c <= 0x218B) || /* fractions, Roman */
		(c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) || /* in circles */
		(c >= 0x2776 && c <= 0x2793) ||
		(c >= 0x3220 && c <= 0x3229) || (c >= 0x3280 && c <= 0x3289) ||
		(c >= 0x1F100 && c <= 0x1F10C);
}

static bool
is_chinese_numeral(uint32_t c)
{
	static const uint32_t numerals[] = {
		0x3007, 0x4E00, 0x4E03, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94, 0x4F0D, 0x516B, 0x516D,
		0x53C1, 0x53C4, 0x56DB, 0x58F9, 0x634C, 0x67D2, 0x7396, 0x8086, 0x8CB3, 0x8D30,
		0x9646, 0x9678, 0x96F6
	};

	if (c < 0x3007 || c > 0x96F6)
		return false;
	for (size_t i = 0; i < sizeof(numerals) / sizeof(numerals[0]); i++)
		if (numerals[i] == c)
			return true;
	return false;
}

/* Punctuation of Chinese and English texts that is not in ASCII. */
static bool
is_punctuation(uint32_t c)
{
	return (c >= 0x00A1 && c <= 0x00BF) || (c >= 0x2000 && c <= 0x206F) ||
		(c >= 0x3000 && c <= 0x303F) || (c >= 0xFE30 && c <= 0xFE6B) ||
		(c >= 0xFF5F && c <= 0xFF65) || c == 0x30FB || c == 0x2212 ||
		(c >= 0x2500 && c <= 0x2501);
}

void
repair_read(const RepairText *text, RepairReading *reading)
{
	int			numerals = 0;	/* Chinese ones in a row */
	int			letters = 0;	/* of these, characters of the alphabet */
	size_t		next = 0;

	reading->count = 0;
	reading->seen = 0;
	reading->has = 0;
	for (reading->total = 0; next < text->length; reading->total++)
	{
		size_t		place = next;
		uint32_t	c = text->next(text, &next);
		char		clean = repair_clean_character(c);
		char		folded = ascii_upper(unicode_fold(c));

		if (clean == MEANINGLESS && (unicode_is_blank(c) || unicode_is_invisible(c)) && c != 0)
			continue;
		if (reading->seen < REPAIR_LONGEST)
			reading->character[reading->seen] = clean != MEANINGLESS && clean != OTHER ? (uint32_t) clean :
				folded != 0 ? (uint32_t) folded : c;
		reading->seen++;

		numerals = is_chinese_numeral(c) ? numerals + 1 : 0;
		letters = clean >= 'A' && gb32100_value[(unsigned char) clean] != GB32100_FOREIGN ? letters + 1 : 0;
		if (clean >= '0' && clean <= '9')
			reading->has |= REPAIR_HAS_DIGIT;
		else if (numerals >= 4 || is_numeral(c))
			reading->has |= REPAIR_HAS_NUMERAL;
		else if (clean != MEANINGLESS)
			reading->has |= REPAIR_HAS_LETTER;
		else if (folded == 0 && !is_punctuation(c))
			reading->has |= REPAIR_HAS_SYMBOL;
		if (letters >= 15)
			reading->has |= REPAIR_HAS_LONG_WORD;

		if (clean == MEANINGLESS)
			continue;
		if (reading->count < REPAIR_LONGEST)
		{
			reading->clean[reading->count] = clean;
			reading->place[reading->count] = place;
			reading->position[reading->count] = reading->total;
		}
		reading->count++;
	}
}
