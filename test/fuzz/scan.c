/*
 * Any bytes as a text in UTF-8 that is searched for codes.  The oracle cuts the text
 * into runs of letters and digits; each of 18 that is a code must be found, where the run
 * ends, and nothing else.  So what is found never overlaps.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/scan.h"

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

/* Characters as code points, which are their own places. */
static uint32_t
next_of_array(const RepairText *text, size_t *place)
{
	return ((const uint32_t *) text->storage)[(*place)++];
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
	uint32_t	characters[19];
	const RepairText text = {next_of_array, characters, 19};

	for (int i = 0; i < 18; i++)
		characters[i] = (uint32_t) "91350100M000100Y43"[i];
	for (uint32_t c = 0; c < 0x20000; c++)
	{
		RepairScan	scan = REPAIR_SCAN_START;
		uint64_t	rank;

		characters[18] = c;
		HOLDS(repair_scan(&scan, &text, &rank) ==
			  (IN(invisible, c) || !IN(alphanumeric, fold_width(c))));
	}
}

/* Takes the end of a run of letters and digits, which has places in the text. */
static void
check_run(const char *run, size_t length, size_t start, size_t end, RepairScan *scan,
		  const RepairText *text)
{
	uint64_t	rank;
	char		code[18];

	if (length != 18 || !oracle_is_code(run))
		return;
	HOLDS(repair_scan(scan, text, &rank));
	HOLDS(scan->start == start && scan->end == end);
	uscc_format(rank, code);
	HOLDS(memcmp(code, run, 18) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool characters_checked = false;
	const RepairText text = oracle_text(data, size);
	RepairScan	scan = REPAIR_SCAN_START;
	char		run[18];
	size_t		length = 0;
	size_t		start = 0;
	size_t		end = 0;
	size_t		next = 0;
	uint64_t	rank;

	if (!characters_checked)
		check_characters();
	characters_checked = true;
	while (next < size)
	{
		size_t		place = next;
		uint32_t	c = text.next(&text, &next);

		if (IN(invisible, c))
			continue;
		c = fold_width(c);
		if (!IN(alphanumeric, c))
		{
			check_run(run, length, start, end, &scan, &text);
			length = 0;
			continue;
		}
		if (c >= 'a' && c <= 'z')
			c -= 32;
		if (length == 0)
			start = place;
		if (length < 18)
			run[length] = c < 0x80 ? (char) c : '?';
		length++;
		end = next;
	}
	check_run(run, length, start, end, &scan, &text);
	HOLDS(!repair_scan(&scan, &text, &rank));
	return 0;
}
