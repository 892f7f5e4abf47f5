/*
 * Any bytes as a text in UTF-8 that is searched for codes.  What is found stands there,
 * never overlaps, and is standard unless it is a run of 18 letters and digits.  The oracle
 * cuts the text into runs: each of 18 that is a code must be found, and each standard
 * code after a label of Latin letters.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/clean.h"
#include "repair/scan.h"

/* First and last of each block, without invisible marks. */
static const uint32_t invisible[][2] = {
	{0xAD, 0xAD},				/* soft hyphen */
	{0x200B, 0x200F},			/* zero width, direction */
	{0x202A, 0x202E},			/* embedding */
	{0x2060, 0x2064},			/* word joiner, operators */
	{0x2066, 0x2069},			/* isolates */
	{0xFEFF, 0xFEFF},			/* byte order */
	{0x34F, 0x34F}, {0x61C, 0x61C}, {0x180E, 0x180E},
	{0xFE00, 0xFE0F},			/* variation selectors */
	{0xE0001, 0xE01EF},			/* tags, more of them */
};

/* Characters that must not be adjacent to a code. */
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
	{0xFF10, 0xFF19}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A},	/* full width */
	{0x1D400, 0x1D7FF},			/* mathematics, and those of its letters
								 * outside */
	{0x2102, 0x2102}, {0x210A, 0x210E}, {0x2110, 0x2112}, {0x2115, 0x2115}, {0x2119, 0x211D},
	{0x2124, 0x2124}, {0x2128, 0x2128}, {0x212A, 0x212A}, {0x212C, 0x212D}, {0x212F, 0x2131},
	{0x2133, 0x2134},
	{0x2160, 0x2160}, {0x2164, 0x2164}, {0x2169, 0x2169}, {0x216C, 0x2170}, /* Roman */
	{0x2174, 0x2174}, {0x2179, 0x2179}, {0x217C, 0x217F},
	{0x1FBF0, 0x1FBF9},			/* seven segments */
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
			  (IN(invisible, c) || !IN(alphanumeric, c) || repair_clean_character(c) == 0));
	}
}

/* A code that was found, and where. */
typedef struct Found
{
	size_t		start;
	size_t		end;
	char		code[18];
} Found;

static bool
is_standard(const char *code)
{
	return oracle_is_code(code) && oracle_is_category(code) && oracle_has_right_subject(code) &&
		oracle_division((int32_t) oracle_number(code + 2, 2) * 10000) != NULL;
}

/* Was a code found at these places? */
static bool
was_found(const Found *found, int count, const char *code, size_t start, size_t end)
{
	for (int i = 0; i < count; i++)
		if (found[i].start == start && found[i].end == end && memcmp(found[i].code, code, 18) == 0)
			return true;
	return false;
}

/* A run of letters and digits that has ended: what must be found in it? */
static void
check_run(const char *run, const size_t *place, size_t length, size_t end, const Found *found, int count)
{
	size_t		label = 0;

	if (length == 18 && oracle_is_code(run))
		HOLDS(was_found(found, count, run, place[0], end));
	while (label < length && oracle_in("ABCDEFGHIJKLMNOPQRSTUVWXYZ", run[label]))
		label++;
	if (length == label + 18 && label > 0 && length <= REPAIR_SCAN_RUN && is_standard(run + label))
		HOLDS(was_found(found, count, run + label, place[label], end));
}

/* What was found stands there, and is standard if there is anything else around or in it. */
static void
check_found(const RepairText *text, const Found *found)
{
	char		code[18];
	int			length = 0;
	bool		plain = true;

	for (size_t next = found->start; next < found->end;)
	{
		uint32_t	c = text->next(text, &next);
		char		left = repair_clean_character(c);

		if (left == 0)
		{
			plain &= IN(invisible, c);
			continue;
		}
		HOLDS(length < 18);
		code[length++] = left;
	}
	HOLDS(length == 18 && memcmp(code, found->code, 18) == 0 && oracle_is_code(code));
	HOLDS(plain || is_standard(code));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool characters_checked = false;
	const RepairText text = oracle_text(data, size);
	RepairScan	scan = REPAIR_SCAN_START;
	Found	   *found = malloc((size / 18 + 1) * sizeof(Found));
	char	   *run = malloc(size + 1);
	size_t	   *place_of = malloc((size + 1) * sizeof(size_t));
	int			count = 0;
	size_t		length = 0;
	size_t		end = 0;
	size_t		next = 0;
	uint64_t	rank;

	if (!characters_checked)
		check_characters();
	characters_checked = true;
	while (repair_scan(&scan, &text, &rank))
	{
		HOLDS((size_t) count < size / 18);
		found[count].start = scan.start;
		found[count].end = scan.end;
		uscc_format(rank, found[count].code);
		check_found(&text, &found[count]);
		HOLDS(count == 0 || found[count - 1].end <= scan.start);
		count++;
	}
	HOLDS(!repair_scan(&scan, &text, &rank));
	while (next < size)
	{
		size_t		place = next;
		uint32_t	c = text.next(&text, &next);
		char		left = repair_clean_character(c);

		if (IN(invisible, c))
			continue;
		if (c == 0xD7 || c == 0x2715 || c == 0x2A2F || left == 0 || (left == '?' && !IN(alphanumeric, c)))
		{
			check_run(run, place_of, length, end, found, count);
			length = 0;
			continue;
		}
		place_of[length] = place;
		run[length++] = left;
		end = next;
	}
	check_run(run, place_of, length, end, found, count);
	free(found);
	free(run);
	free(place_of);
	return 0;
}
