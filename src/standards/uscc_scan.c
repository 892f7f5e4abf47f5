/*
 * Unified social credit codes in a longer text.
 */
#include "uscc_scan.h"

#include "unicode.h"
#include "uscc_code.h"

bool
uscc_scan(UsccScan *scan, uint32_t character, uint64_t *rank)
{
	UsccFault	ignored;
	int			length = scan->length;

	if (unicode_is_invisible(character))
		return false;
	character = unicode_fold_width(character);
	if (!unicode_is_alphanumeric(character))
	{
		scan->length = 0;
		return length == GB32100_LENGTH &&
			uscc_parse(scan->run, GB32100_LENGTH, rank, &ignored);
	}
	if (length < GB32100_LENGTH)
		scan->run[length] = character < 0x80 ? (char) character : '?';
	if (length <= GB32100_LENGTH)
		scan->length++;
	return false;
}
