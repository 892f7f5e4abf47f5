/*
 * Any bytes as a text in UTF-8 that is searched for codes.  The oracle cuts the text
 * into runs of letters and digits; each of 18 that is a code must be found, where the run
 * ends, and nothing else.  So what is found never overlaps.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "uscc_scan.h"

/* First and last of each block, without the marks that no one sees. */
static const uint32_t invisible[][2] = {
	{0xAD, 0xAD},				/* soft hyphen */
	{0x200B, 0x200F},			/* zero width, direction */
	{0x202A, 0x202E},			/* embedding */
	{0x2060, 0x2064},			/* word joiner, operators */
	{0x2066, 0x2069},			/* isolates */
	{0xFEFF, 0xFEFF},			/* byte order */
};

/* What a code may not stand right beside. */
static const uint32_t alphanumeric[][2] = {
	{'0', '9'}, {'A', 'Z'}, {'a', 'z'},
	{0xAA, 0xAA}, {0xB5, 0xB5}, {0xBA, 0xBA}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0xFF},
	{0x100, 0x2FF},				/* Latin, phonetic */
	{0x300, 0x36F},				/* combining marks */
	{0x370, 0x52F},				/* Greek, Cyrillic */
	{0x1E00, 0x1FFF},			/* more Latin and Greek */
	{0x2070, 0x209C},			/* superscripts, subscripts */
	{0x20D0, 0x20F0},			/* marks around a character */
	{0x2460, 0x24FF},			/* in circles */
	{0xFE00, 0xFE0F},			/* variation selectors */
};

#define IN(blocks, c) in_blocks(blocks, sizeof(blocks) / sizeof((blocks)[0]), c)

static bool
in_blocks(const uint32_t (*blocks)[2], size_t count, uint32_t c)
{
	for (size_t i = 0; i < count; i++)
		if (c >= blocks[i][0] && c <= blocks[i][1])
			return true;
	return false;
}

/* The code point at the start of a text; a byte that is not UTF-8 stands for itself. */
static uint32_t
code_point(const uint8_t *data, size_t size, size_t *bytes)
{
	size_t		length = data[0] >= 0xF0 ? 4 : data[0] >= 0xE0 ? 3 : data[0] >= 0xC0 ? 2 : 1;
	uint32_t	c = data[0] & (0xFFu >> (length + 1));

	*bytes = 1;
	if (length == 1 || length > size)
		return data[0];
	for (size_t i = 1; i < length; i++)
	{
		if ((data[i] & 0xC0) != 0x80)
			return data[0];
		c = c << 6 | (data[i] & 0x3F);
	}
	*bytes = length;
	return c;
}

/* Takes the end of a run of letters and digits. */
static void
check_run(const char *run, size_t length, bool found, uint64_t rank)
{
	char		code[18];

	HOLDS(found == (length == 18 && oracle_is_code(run)));
	if (found)
	{
		uscc_format(rank, code);
		HOLDS(memcmp(code, run, 18) == 0);
	}
}

static uint32_t
fold_width(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/* Each of the first 131,072 characters after a code: changes of bytes meet the ends of
 * the blocks too rarely. */
static void
check_characters(void)
{
	for (uint32_t c = 0; c < 0x20000; c++)
	{
		UsccScan	scan = USCC_SCAN_START;
		uint64_t	rank;

		for (const char *code = "91350100M000100Y43"; *code; code++)
			HOLDS(!uscc_scan(&scan, (uint32_t) *code, &rank));
		HOLDS(uscc_scan(&scan, c, &rank) ==
			  !(IN(invisible, c) || IN(alphanumeric, fold_width(c))));
		HOLDS(!IN(invisible, c) || uscc_scan(&scan, 0, &rank));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool characters_checked = false;
	UsccScan	scan = USCC_SCAN_START;
	char		run[18];
	size_t		length = 0;
	size_t		bytes = 1;

	if (!characters_checked)
		check_characters();
	characters_checked = true;
	for (size_t i = 0; i <= size; i += bytes)
	{
		uint32_t	c = i < size ? code_point(data + i, size - i, &bytes) : 0;
		uint64_t	rank = 0;
		bool		found = uscc_scan(&scan, c, &rank);

		if (IN(invisible, c))
		{
			HOLDS(!found);
			continue;
		}
		c = fold_width(c);
		if (IN(alphanumeric, c))
		{
			HOLDS(!found);
			if (c >= 'a' && c <= 'z')
				c -= 32;
			if (length < 18)
				run[length] = c < 0x80 ? (char) c : '?';
			length++;
			continue;
		}
		check_run(run, length, found, rank);
		length = 0;
	}
	return 0;
}
