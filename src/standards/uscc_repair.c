/*
 * What was meant by 18 characters that are no unified social credit code.
 *
 * A repair carries no proof, so only the commonest slips are considered, and
 * only a repair that has no rival is proposed.
 */
#include "uscc_repair.h"

#include <string.h>

#include "ascii.h"
#include "uscc_code.h"

/* Characters that a character of the key is taken for when it is read or typed. */
static const struct
{
	char		character;
	const char *mistaken_for;
}			confusable[] =
{
	/* the five that GB 32100 leaves out because they are confusable */
	{'I', "1LTJ"},
	{'O', "0DQ"},
	{'S', "58"},
	{'V', "UY"},
	{'Z', "27"},
	/* the alphabet */
	{'0', "DQ"},
	{'1', "7LT"},
	{'2', "7"},
	{'3', "8"},
	{'5', "6"},
	{'6', "5BG"},
	{'7', "12T"},
	{'8', "3B"},
	{'B', "68"},
	{'C', "G"},
	{'D', "0Q"},
	{'E', "F"},
	{'F', "E"},
	{'G', "6C"},
	{'K', "X"},
	{'L', "1"},
	{'M', "N"},
	{'N', "M"},
	{'P', "R"},
	{'Q', "0D"},
	{'R', "P"},
	{'T', "17"},
	{'U', "Y"},
	{'X', "K"},
	{'Y', "U"},
};

const char *
uscc_confusable(char c)
{
	for (size_t i = 0; i < sizeof(confusable) / sizeof(confusable[0]); i++)
		if (confusable[i].character == c)
			return confusable[i].mistaken_for;
	return "";
}

/* Takes candidate if it is a code that may be proposed; false on a second one. */
static bool
consider(const char candidate[GB32100_LENGTH], bool standard_only,
		 char repaired[GB32100_LENGTH], bool *found)
{
	uint64_t	rank;
	UsccFault	fault;
	char		code[GB32100_LENGTH];

	if (!uscc_parse(candidate, GB32100_LENGTH, &rank, &fault) ||
		(standard_only && !uscc_rank_is_standard(rank)))
		return true;
	uscc_format(rank, code);
	if (*found && memcmp(code, repaired, GB32100_LENGTH) != 0)
		return false;
	memcpy(repaired, code, GB32100_LENGTH);
	*found = true;
	return true;
}

bool
uscc_repair(const char text[GB32100_LENGTH], char repaired[GB32100_LENGTH])
{
	char		candidate[GB32100_LENGTH];
	int			foreign = -1;
	bool		found = false;

	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		char		c = text[i];

		candidate[i] = ascii_upper(c);
		if (gb32100_value[(unsigned char) c] != GB32100_FOREIGN)
			continue;
		if (foreign >= 0)
			return false;
		foreign = i;
	}
	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		char		c = candidate[i];

		if (foreign >= 0 && i != foreign)
			continue;
		for (const char *other = uscc_confusable(c); *other; other++)
		{
			candidate[i] = *other;
			if (!consider(candidate, foreign < 0, repaired, &found))
				return false;
		}
		candidate[i] = c;
	}
	for (int i = 0; foreign < 0 && i + 1 < GB32100_LENGTH; i++)
	{
		char		c = candidate[i];

		candidate[i] = candidate[i + 1];
		candidate[i + 1] = c;
		if (!consider(candidate, true, repaired, &found))
			return false;
		candidate[i + 1] = candidate[i];
		candidate[i] = c;
	}
	return found;
}
