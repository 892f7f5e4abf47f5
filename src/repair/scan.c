/*
 * Unified social credit codes in a longer text.
 */
#include "scan.h"

#include <string.h>

#include "clean.h"
#include "standards/gb2260.h"
#include "standards/uscc_code.h"
#include "unicode.h"

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

/* A letter or digit of a run, capital; '?' if it is not of ASCII; 0 if none. */
static char
run_character(uint32_t c)
{
	char		left = repair_clean_character(c);

	return unicode_is_times(c) || (left == '?' && !unicode_is_alphanumeric(c)) ? 0 : left;
}

static bool
is_group_separator(uint32_t c)
{
	return c == '\t' || (unicode_is_blank(c) && c > ' ') || c == ' ' || c == '-' || c == '.' ||
		(c >= 0x2010 && c <= 0x2015) || c == 0x00B7 || c == 0x2212 || c == 0xFF0D;
}

static bool
is_standard(const char *code, uint64_t *rank)
{
	Fault		ignored;

	return uscc_parse(code, GB32100_LENGTH, rank, &ignored) && uscc_rank_is_standard(*rank);
}

/* Characters at the start of the run that belong to an escape before it. */
static int
escape_length(const RepairScan *scan)
{
	if (scan->before == '%')
		return scan->length >= 2 && is_hexadecimal(scan->run[0]) && is_hexadecimal(scan->run[1]) ? 2 : 0;
	if (scan->before != '\\' || scan->length == 0)
		return 0;
	if (scan->run[0] == 'U' && scan->length >= 5 && is_hexadecimal(scan->run[1]) &&
		is_hexadecimal(scan->run[2]) && is_hexadecimal(scan->run[3]) && is_hexadecimal(scan->run[4]))
		return 5;
	return memchr("NRTBF", scan->run[0], 5) != NULL;
}

/*
 * Characters of a run that are a label before whole codes, the first of them given; -1
 * if there is no such code.
 */
static int
label_length_after(const RepairScan *scan, int label)
{
	while (label < scan->length && is_letter(scan->run[label]))
		label++;
	/* the first letter of a code may end it */
	if (label > 0 && (scan->length - label) % GB32100_LENGTH == GB32100_LENGTH - 1)
		label--;
	return label < scan->length && (scan->length - label) % GB32100_LENGTH == 0 ? label : -1;
}

/* The same after an escape or, if what looks like one belongs to the codes, without it. */
static int
label_length(const RepairScan *scan)
{
	int			label = label_length_after(scan, escape_length(scan));

	return label < 0 ? label_length_after(scan, 0) : label;
}

/*
 * Is there a code in the run, which has ended?  Sets scan->taken to the end of it, so that
 * the next call looks for one more.
 */
static bool
find_in_run(RepairScan *scan, uint64_t *rank)
{
	int			label;
	Fault		ignored;

	if (scan->taken > 0)
	{
		if (scan->taken == scan->length)
			return false;
		(void) is_standard(scan->run + scan->taken, rank);
	}
	else if (scan->length < GB32100_LENGTH || scan->length > REPAIR_SCAN_RUN)
		return false;
	else if ((scan->length == GB32100_LENGTH ||
			  scan->length == GB32100_LENGTH + escape_length(scan)) &&
			 uscc_parse(scan->run + scan->length - GB32100_LENGTH, GB32100_LENGTH, rank, &ignored))
		scan->taken = scan->length - GB32100_LENGTH;
	else
	{
		label = label_length(scan);
		if (label < 0)
			return false;
		/* all of them, the first last, or none */
		for (int i = scan->length - GB32100_LENGTH; i >= label; i -= GB32100_LENGTH)
			if (!is_standard(scan->run + i, rank))
				return false;
		scan->taken = label;
	}
	scan->start = scan->place_of[scan->taken];
	scan->taken += GB32100_LENGTH;
	scan->end = scan->taken < scan->length ? scan->place_of[scan->taken] : scan->run_end;
	return true;
}

/* Do groups that end at the lengths given have a form in which codes are written? */
static bool
is_grouping(const int *length, int groups)
{
	bool		even = length[0] >= 3 && length[groups - 1] <= length[0];
	bool		fields = true;
	int			end = 0;

	for (int i = 0; i + 1 < groups; i++)
	{
		end += length[i];
		even &= length[i] == length[0];
		fields &= end == USCC_REGION || end == USCC_SUBJECT || end == USCC_SUBJECT_CHECK ||
			end == USCC_CHECK;
	}
	return even || fields;
}

/* Is the run the last of the groups of a code? */
static bool
find_in_groups(RepairScan *scan, uint64_t *rank)
{
	char		code[GB32100_LENGTH];
	int			length[REPAIR_SCAN_GROUPS + 1];
	int			total = scan->length;
	int			first = scan->groups;
	int			count = 0;

	if (total == 0)
		return false;
	while (total < GB32100_LENGTH && first > 0)
		total += scan->group_length[--first];
	if (total != GB32100_LENGTH || first == scan->groups)
		return false;
	total = 0;
	for (int i = first; i < scan->groups; i++)
	{
		memcpy(code + total, scan->group[i], (size_t) scan->group_length[i]);
		total += scan->group_length[i];
		length[count++] = scan->group_length[i];
	}
	memcpy(code + total, scan->run, (size_t) scan->length);
	length[count++] = scan->length;
	if (!is_grouping(length, count) || !is_standard(code, rank) ||
		!gb2260_is_known(uscc_rank_region(*rank)))
		return false;
	scan->start = scan->group_start[first];
	scan->end = scan->run_end;
	return true;
}

/* Keeps the run as a group, if the character after it may stand between groups. */
static void
keep_group(RepairScan *scan, uint32_t separator)
{
	int			escape = escape_length(scan);

	if (scan->length <= escape || scan->length >= GB32100_LENGTH || !is_group_separator(separator))
	{
		scan->groups = 0;
		return;
	}
	if (scan->groups > 0 && separator != scan->separator)
		scan->groups = 0;
	if (scan->groups == REPAIR_SCAN_GROUPS)
	{
		scan->groups--;
		memmove(scan->group, scan->group + 1, sizeof(scan->group[0]) * (size_t) scan->groups);
		memmove(scan->group_length, scan->group_length + 1, sizeof(int) * (size_t) scan->groups);
		memmove(scan->group_start, scan->group_start + 1, sizeof(size_t) * (size_t) scan->groups);
	}
	scan->separator = separator;
	memcpy(scan->group[scan->groups], scan->run + escape, (size_t) (scan->length - escape));
	scan->group_length[scan->groups] = scan->length - escape;
	scan->group_start[scan->groups] = scan->place_of[escape];
	scan->groups++;
}

/* Takes a character of the run; false if the run ends before it. */
static bool
take(RepairScan *scan, char c, size_t start, size_t end)
{
	if (c == 0)
		return false;
	if (scan->length < REPAIR_SCAN_RUN)
	{
		scan->run[scan->length] = c;
		scan->place_of[scan->length] = start;
	}
	if (scan->length <= REPAIR_SCAN_RUN)
		scan->length++;
	scan->run_end = end;
	return true;
}

bool
repair_scan(RepairScan *scan, const RepairText *text, uint64_t *rank)
{
	/* what is left of a run of several codes */
	if (scan->taken > 0 && find_in_run(scan, rank))
		return true;
	if (scan->taken > 0)
		scan->length = scan->taken = 0;
	while (!scan->ended)
	{
		size_t		start = scan->place;
		uint32_t	character = 0;
		bool		found;

		scan->ended = start >= text->length;
		if (!scan->ended)
			character = text->next(text, &scan->place);
		if (unicode_is_invisible(character) ||
			take(scan, run_character(character), start, scan->place))
			continue;

		found = find_in_run(scan, rank) || find_in_groups(scan, rank);
		if (found)
			scan->groups = 0;
		else
			keep_group(scan, character);
		scan->before = character;
		if (scan->taken == 0)
			scan->length = 0;
		if (found)
			return true;
	}
	return false;
}

int
repair_scan_count(const RepairText *text, uint64_t *rank)
{
	RepairScan	scan = REPAIR_SCAN_START;
	uint64_t	found;
	int			count = 0;

	while (count < 2 && repair_scan(&scan, text, &found))
	{
		if (!uscc_rank_is_standard(found) || (count == 1 && found == *rank))
			continue;
		if (count == 0)
			*rank = found;
		count++;
	}
	return count;
}
