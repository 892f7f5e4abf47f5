/*
 * Unified social credit codes in a longer text.
 */
#include "scan.h"

#include "standards/uscc_code.h"
#include "unicode.h"

/* Takes a character of the run; false if the run ends before it. */
static bool
take(RepairScan *scan, uint32_t character, size_t start, size_t end)
{
	character = unicode_fold_width(character);
	if (!unicode_is_alphanumeric(character))
		return false;
	if (scan->length == 0)
		scan->start = start;
	if (scan->length < GB32100_LENGTH)
		scan->run[scan->length] = character < 0x80 ? (char) character : '?';
	if (scan->length <= GB32100_LENGTH)
	{
		scan->end = end;
		scan->length++;
	}
	return true;
}

bool
repair_scan(RepairScan *scan, const RepairText *text, uint64_t *rank)
{
	while (!scan->ended)
	{
		size_t		start = scan->place;
		uint32_t	character = 0;
		int			length;
		Fault		ignored;

		scan->ended = start >= text->length;
		if (!scan->ended)
			character = text->next(text, &scan->place);
		if (unicode_is_invisible(character) || take(scan, character, start, scan->place))
			continue;
		length = scan->length;
		scan->length = 0;
		if (length == GB32100_LENGTH && uscc_parse(scan->run, GB32100_LENGTH, rank, &ignored))
			return true;
	}
	return false;
}

bool
repair_scan_only(const RepairText *text, uint64_t *rank)
{
	RepairScan	scan = REPAIR_SCAN_START;
	uint64_t	other;

	if (!repair_scan(&scan, text, rank))
		return false;
	while (repair_scan(&scan, text, &other))
		if (other != *rank)
			return false;
	return true;
}
