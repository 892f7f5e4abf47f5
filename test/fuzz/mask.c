/*
 * Any bytes as a text in UTF-8 that a message quotes.  What is hidden are characters of
 * the text, in order; and when they are, no citizen identity number of 18 characters is
 * left in it, whatever stands between its characters.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "repair/citizen.h"
#include "repair/clean.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	RepairText	text = oracle_text(data, size);
	size_t		hidden[REPAIR_CITIZEN_LONGEST];
	int			count = repair_find_birth_dates(&text, hidden);
	int			next_hidden = 0;
	char		clean[REPAIR_CITIZEN_LONGEST];
	int			length = 0;
	size_t		next = 0;

	HOLDS(count >= 0 && count <= REPAIR_CITIZEN_LONGEST);
	while (next < size && length < REPAIR_CITIZEN_LONGEST)
	{
		size_t		place = next;
		char		c = repair_clean_character(text.next(&text, &next));

		if (next_hidden < count && hidden[next_hidden] == place)
		{
			HOLDS(c >= '0' && c <= '9');
			c = '*';
			next_hidden++;
		}
		if (c != 0)
			clean[length++] = c;
	}
	HOLDS(next_hidden == count);
	for (int i = 0; i + 18 <= length; i++)
		HOLDS(!oracle_is_citizen(clean + i));
	return 0;
}
