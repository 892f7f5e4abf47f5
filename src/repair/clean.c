/*
 * A text without what carries no meaning in a code.
 */
#include "clean.h"

#include "standards/ascii.h"
#include "unicode.h"

char
repair_clean_character(uint32_t c)
{
	c = unicode_fold_width(c);
	if (unicode_is_blank(c) || unicode_is_separator(c) || unicode_is_invisible(c))
		return 0;
	return c == 0 || c >= 0x80 ? '?' : ascii_upper((char) c);
}

int
repair_clean(const RepairText *text, char *clean, size_t *place, int limit)
{
	int			count = 0;
	size_t		next = 0;

	while (next < text->length)
	{
		size_t		here = next;
		char		c = repair_clean_character(text->next(text, &next));

		if (c == 0)
			continue;
		if (count == limit)
			return -1;
		if (place)
			place[count] = here;
		clean[count++] = c;
	}
	return count;
}
