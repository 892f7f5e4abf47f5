/*
 * What was meant by a text that is not a valid unified social credit code.
 *
 * A place and 17 other characters leave one character that makes the check
 * character right, so one mistake has some sixty explanations.  They are
 * weighed by how often such a mistake is made and how likely the code is met.
 */
#include "suggest.h"

#include <string.h>

#include "standards/ascii.h"
#include "standards/uscc_code.h"
#include "kind.h"
#include "number.h"
#include "population.h"

/*
 * Characters that a character is taken for when it is read or typed.  The first
 * five are those that GB 32100 leaves out because they are confusable.  Of the
 * others, what optical character recognition reads at least once in a hundred
 * for another character (measured: data/README.md), and pairs of one shape.
 */
static const struct
{
	char		character;
	const char *meant;
}			confusable[] =

{
	{'I', "1JTL"},
	{'O', "0DQ96"},
	{'S', "5893"},
	{'V', "UY"},
	{'Z', "273"},
	{'0', "DQ"},
	{'1', "7LT"},
	{'2', "7"},
	{'3', "8"},
	{'4', "A"},
	{'5', "6"},
	{'6', "5BG"},
	{'7', "12T"},
	{'8', "3B"},
	{'A', "4"},
	{'B', "86"},
	{'C', "G"},
	{'D', "0Q"},
	{'E', "6F"},
	{'F', "E"},
	{'G', "6C"},
	{'K', "XR"},
	{'L', "1"},
	{'M', "N"},
	{'N', "MX"},
	{'P', "R"},
	{'Q', "09D"},
	{'R', "KP"},
	{'T', "71"},
	{'U', "Y"},
	{'X', "K"},
	{'Y', "U"},
};

const char *
repair_confusable(char c)
{
	for (size_t i = 0; i < sizeof(confusable) / sizeof(confusable[0]); i++)
		if (confusable[i].character == c)
			return confusable[i].meant;
	return "";
}

/* How often a mistake is made, at a place, against a swap of two neighbours. */
static const double weight_of_change[] = {
	[REPAIR_CONFUSABLE] = 1,
	[REPAIR_SWAP] = 1,
	[REPAIR_SUBSTITUTION] = 0.1,
	[REPAIR_LOST] = 1,
	[REPAIR_INSERTED] = 1,
	[REPAIR_DOUBLED] = 5
};

/*
 * The weight, in the sum of all explanations, of those that are not searched,
 * mainly two mistakes at once.  With this value, of 20,000 drawn codes
 * with one mistake 94 % get a score above 0.5, and 99 of 100 of those are
 * right; with two mistakes, 7 % get a wrong code with such a score.
 */
#define UNEXPLAINED 6e-17

/* Where a foreign character shows the place of the mistake, it hardly is another. */
#define UNEXPLAINED_FOREIGN (UNEXPLAINED / 100)

/*
 * That the check character of a code of another rule only has to be computed anew: the
 * other rule of Fujian's pilot fits by chance one of 37 times, that of the complement
 * one of 30.
 */
#define PILOT_SCORE 0.95
#define COMPLEMENT_SCORE 0.75

/* Tries with several foreign characters. */
#define MOST_TRIES 4096

typedef struct Search
{
	char		text[GB32100_LENGTH + 1];	/* of upper case */
	int			length;
	bool		foreign;		/* does the text have a foreign character? */
	double		total;			/* of all scores */
	int			count;
	RepairSuggestion found[REPAIR_SUGGESTIONS];
} Search;

static bool
is_foreign(char c)
{
	return gb32100_value[(unsigned char) c] == GB32100_FOREIGN;
}

/* Is the check character of the subject right? */
static bool
subject_is_right(const char code[GB32100_LENGTH])
{
	char		completed[GB32100_LENGTH];

	memcpy(completed, code, GB32100_LENGTH);
	uscc_complete(completed, false);
	return completed[USCC_SUBJECT_CHECK] == code[USCC_SUBJECT_CHECK];
}

/* Takes 18 characters if they are a code; more ways to one code make it likelier. */
static void
consider(Search *search, const char candidate[GB32100_LENGTH], RepairChange change)
{
	uint64_t	rank;
	Fault		ignored;
	RepairSuggestion *suggestion;
	double		score;

	if (!uscc_parse(candidate, GB32100_LENGTH, &rank, &ignored) || !subject_is_right(candidate))
		return;
	score = weight_of_change[change] * repair_population_share(candidate);
	search->total += score;
	for (int i = 0; i < search->count; i++)
		if (search->found[i].rank == rank)
		{
			search->found[i].score += score;
			if (weight_of_change[change] > weight_of_change[search->found[i].change])
				search->found[i].change = change;
			return;
		}
	if (search->count == REPAIR_SUGGESTIONS)
		return;
	suggestion = &search->found[search->count++];
	suggestion->rank = rank;
	suggestion->change = change;
	suggestion->score = score;
}

/* The character at a place is another: the one that goes with all others. */
static void
try_substitution(Search *search, int place)
{
	char		candidate[GB32100_LENGTH];
	uint8_t		value[GB32100_LENGTH];
	char		meant;

	memcpy(candidate, search->text, GB32100_LENGTH);
	for (int i = 0; i < GB32100_LENGTH; i++)
		value[i] = i == place ? 0 : gb32100_value[(unsigned char) candidate[i]];
	meant = gb32100_alphabet[gb32100_solve(value, place)];
	/* the character is correct already: there is no such mistake */
	if (meant == candidate[place])
		return;
	candidate[place] = meant;
	if (strchr(repair_confusable(search->text[place]), meant) != NULL)
		consider(search, candidate, REPAIR_CONFUSABLE);
	else
		consider(search, candidate, REPAIR_SUBSTITUTION);
}

/* Can a code have this character, of the alphabet, at a place? */
static bool
fits(char c, int place)
{
	if (place == 0 || place == 1)
		return c != '0' && (place == 0 || c <= '9');
	if (place < USCC_SUBJECT)
		return c <= '9';
	return place != USCC_SUBJECT_CHECK || c <= '9' || c == 'X';
}

/* Several characters do not fit: each is one that it is taken for. */
static void
try_misfits(Search *search, const bool misfit[GB32100_LENGTH])
{
	char		meant[GB32100_LENGTH][GB32100_ALPHABET_SIZE];
	int			choices[GB32100_LENGTH] = {0};
	int			tries = 1;
	char		candidate[GB32100_LENGTH];

	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		const char *alike = repair_confusable(search->text[i]);

		if (!misfit[i])
			continue;
		if (!*alike && is_foreign(search->text[i]))
			alike = gb32100_alphabet;
		for (; *alike; alike++)
			if (fits(*alike, i))
				meant[i][choices[i]++] = *alike;
		if (choices[i] == 0)
			return;
		if (tries <= MOST_TRIES)
			tries *= choices[i];
	}
	/* if there are too many, only the likeliest of each */
	if (tries > MOST_TRIES)
		tries = 1;
	for (int try = 0; try < tries; try++)
	{
		int			rest = try;

		for (int i = 0; i < GB32100_LENGTH; i++)
		{
			candidate[i] = misfit[i] ? meant[i][rest % choices[i]] : search->text[i];
			if (misfit[i])
				rest /= choices[i];
		}
		consider(search, candidate, REPAIR_CONFUSABLE);
	}
}

/* 18 characters. */
static void
try_same_length(Search *search)
{
	bool		misfit[GB32100_LENGTH];
	int			misfits = 0;
	int			foreign = 0;
	int			place = 0;

	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		misfit[i] = is_foreign(search->text[i]) || !fits(search->text[i], i);
		misfits += misfit[i];
		if (is_foreign(search->text[i]))
		{
			foreign++;
			place = i;
		}
	}
	search->foreign = foreign > 0;
	if (misfits == 1 && foreign == 1)
		try_substitution(search, place);
	else if (misfits > 1)
		try_misfits(search, misfit);
	if (foreign > 0)
		return;

	for (int i = 0; i < GB32100_LENGTH; i++)
		try_substitution(search, i);
	for (int i = 0; i + 1 < GB32100_LENGTH; i++)
	{
		char		candidate[GB32100_LENGTH];

		if (search->text[i] == search->text[i + 1])
			continue;
		memcpy(candidate, search->text, GB32100_LENGTH);
		candidate[i] = search->text[i + 1];
		candidate[i + 1] = search->text[i];
		consider(search, candidate, REPAIR_SWAP);
	}
}

/* 17 characters: one is lost before each of them, or at the end. */
static void
try_lost(Search *search)
{
	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		char		candidate[GB32100_LENGTH];
		uint8_t		value[GB32100_LENGTH] = {0};

		for (int j = 0; j < GB32100_LENGTH; j++)
			if (j != i)
			{
				candidate[j] = search->text[j < i ? j : j - 1];
				if (is_foreign(candidate[j]))
					return;
				value[j] = gb32100_value[(unsigned char) candidate[j]];
			}
		candidate[i] = gb32100_alphabet[gb32100_solve(value, i)];
		consider(search, candidate, REPAIR_LOST);
	}
}

/* 19 characters: each is one too many. */
static void
try_inserted(Search *search)
{
	for (int i = 0; i <= GB32100_LENGTH; i++)
	{
		char		candidate[GB32100_LENGTH];
		bool		doubled = i > 0 && search->text[i] == search->text[i - 1];

		memcpy(candidate, search->text, (size_t) i);
		memcpy(candidate + i, search->text + i + 1, (size_t) (GB32100_LENGTH - i));
		consider(search, candidate, doubled ? REPAIR_DOUBLED : REPAIR_INSERTED);
	}
}

static void
search_codes(Search *search, const char *text, size_t length)
{
	search->foreign = false;
	search->total = 0;
	search->count = 0;
	if (length + 1 < GB32100_LENGTH || length > GB32100_LENGTH + 1)
		return;
	search->length = (int) length;
	for (size_t i = 0; i < length; i++)
		search->text[i] = ascii_upper(text[i]);
	if (length == GB32100_LENGTH)
		try_same_length(search);
	else if (length < GB32100_LENGTH)
		try_lost(search);
	else
		try_inserted(search);
}

/* Says in what a code differs from the text. */
static void
set_difference(const Search *search, RepairSuggestion *suggestion)
{
	char		code[GB32100_LENGTH];
	int			start = 0;
	int			text_end = search->length;
	int			code_end = GB32100_LENGTH;

	uscc_format(suggestion->rank, code);
	while (start < text_end && start < code_end && search->text[start] == code[start])
		start++;
	while (text_end > start && code_end > start &&
		   search->text[text_end - 1] == code[code_end - 1])
	{
		text_end--;
		code_end--;
	}
	suggestion->position = start;
	suggestion->given = text_end - start;
	suggestion->meant = code_end - start;
}

/*
 * Writes the code with the check character computed anew, of a text of a kind in which
 * registries computed it otherwise; false if there is no such code.
 */
static bool
recompute(const Search *search, double score, RepairSuggestion *suggestion)
{
	char		code[GB32100_LENGTH];
	Fault		ignored;

	for (int i = 0; i < USCC_CHECK; i++)
		if (is_foreign(search->text[i]))
			return false;
	memcpy(code, search->text, GB32100_LENGTH);
	uscc_complete(code, true);
	if (memcmp(code, search->text, GB32100_LENGTH) == 0 ||
		!uscc_parse(code, GB32100_LENGTH, &suggestion->rank, &ignored) || !subject_is_right(code))
		return false;
	suggestion->change = REPAIR_SUBSTITUTION;
	suggestion->score = score;
	set_difference(search, suggestion);
	return true;
}

/* Is a text of 18 characters a number that is something else, or lost digits? */
static bool
is_other_number(const char text[GB32100_LENGTH])
{
	RepairNumber number = {.digits = GB32100_LENGTH,.known = GB32100_LENGTH};

	for (int i = 0; i < USCC_CHECK; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	memcpy(number.digit, text, GB32100_LENGTH);
	return repair_has_citizen_form(text, GB32100_LENGTH) ||
		repair_find_kind(text, GB32100_LENGTH) == REPAIR_KIND_CITIZEN_ID ||
		repair_is_keyboard_run(text, GB32100_LENGTH) ||
		(text[USCC_CHECK] <= '9' && repair_is_rounded(&number));
}

int
repair_suggest(const char *text, size_t length, RepairSuggestion *best, int max)
{
	Search		search;
	int			count = 0;

	search_codes(&search, text, length);
	if (length == GB32100_LENGTH && max > 0)
	{
		RepairKind	kind = repair_find_kind(search.text, GB32100_LENGTH);

		if (kind == REPAIR_KIND_FUJIAN_PILOT)
			return recompute(&search, PILOT_SCORE, best);
		if (kind == REPAIR_KIND_COMPLEMENT_FORGOTTEN)
			return recompute(&search, COMPLEMENT_SCORE, best);
		if (is_other_number(search.text))
			return 0;
	}
	for (int i = 0; i < search.count; i++)
	{
		int			place = count < max ? count++ : max;

		/* insert it among the best so far */
		while (place > 0 && best[place - 1].score < search.found[i].score)
		{
			if (place < max)
				best[place] = best[place - 1];
			place--;
		}
		if (place < max)
			best[place] = search.found[i];
	}
	for (int i = 0; i < count; i++)
	{
		best[i].score /= search.total + (search.foreign ? UNEXPLAINED_FOREIGN : UNEXPLAINED);
		set_difference(&search, &best[i]);
	}
	return count;
}

const char *
repair_change_word(RepairChange change)
{
	static const char *const words[] = {
		[REPAIR_CONFUSABLE] = "confusable",
		[REPAIR_SWAP] = "swap",
		[REPAIR_SUBSTITUTION] = "substitution",
		[REPAIR_LOST] = "lost",
		[REPAIR_INSERTED] = "inserted",
		[REPAIR_DOUBLED] = "doubled"
	};

	return words[change];
}
