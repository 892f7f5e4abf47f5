/*
 * Any text without blanks, as repair_suggest declares: each suggestion is a code, not the
 * text, explained by just the mistake that is named; none comes twice, the likeliest is
 * first, and at most as many come as were asked for.  Every code that is one mistake
 * away is among them (of a text with several foreign characters not every one is tried,
 * and of 18 digits that are something else, none).
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/kind.h"
#include "repair/suggest.h"

/* Is shorter what is left of longer without the character at a place? */
static bool
is_without(const char *shorter, const char *longer, size_t length, size_t place)
{
	return memcmp(shorter, longer, place) == 0 &&
		memcmp(shorter + place, longer + place + 1, length - 1 - place) == 0;
}

static bool
can_lose(const char *shorter, const char *longer, size_t length, bool doubled)
{
	for (size_t i = 0; i < length; i++)
		if (is_without(shorter, longer, length, i) &&
			(!doubled || (i > 0 && longer[i] == longer[i - 1])))
			return true;
	return false;
}

/* Is a code what a text of 18 characters becomes if neighbours are swapped? */
static bool
is_swap(const char *text, const char *code)
{
	size_t		i = 0;

	while (i < 17 && text[i] == code[i])
		i++;
	return i < 17 && text[i] == code[i + 1] && text[i + 1] == code[i] &&
		memcmp(text + i + 2, code + i + 2, 16 - i) == 0;
}

static int
differences(const char *a, const char *b)
{
	int			count = 0;

	for (int i = 0; i < 18; i++)
		count += a[i] != b[i];
	return count;
}

/* Is each character that differs one that the text's may be taken for? */
static bool
looks_alike(const char *text, const char *code)
{
	for (int i = 0; i < 18; i++)
		if (text[i] != code[i] && !oracle_in(repair_confusable(text[i]), code[i]) &&
			(oracle_in(oracle_alphabet, text[i]) || *repair_confusable(text[i])))
			return false;
	return true;
}

/* Characters that a code cannot have at their place. */
static int
misfits(const char *text)
{
	int			count = 0;

	for (size_t i = 0; i < 18; i++)
		count += !oracle_in(i == 0 ? oracle_alphabet + 1 : i == 1 ? "123456789" :
							i < 8 ? oracle_digits : i == 16 ? "0123456789X" : oracle_alphabet, text[i]);
	return count;
}

static int
foreign_characters(const char *text, size_t length)
{
	int			foreign = 0;

	for (size_t i = 0; i < length; i++)
		foreign += !oracle_in(oracle_alphabet, text[i]);
	return foreign;
}

/* Text in upper case; sets the code. */
static void
check_suggestion(const char *text, size_t length, const RepairSuggestion *suggestion, char code[18])
{
	int			place = suggestion->position;
	int			rest = (int) length - place - suggestion->given;

	HOLDS(suggestion->rank < USCC_COUNT);
	uscc_format(suggestion->rank, code);
	HOLDS(oracle_is_code(code) && oracle_has_right_subject(code));
	HOLDS(suggestion->score > 0 && suggestion->score <= 1);
	HOLDS(place >= 0 && suggestion->given >= 0 && suggestion->meant >= 0 && rest >= 0 &&
		  place + suggestion->meant + rest == 18);
	HOLDS(suggestion->given > 0 || suggestion->meant > 0);
	HOLDS(memcmp(text, code, (size_t) place) == 0 &&
		  memcmp(text + length - rest, code + 18 - rest, (size_t) rest) == 0);
	switch (suggestion->change)
	{
		case REPAIR_CONFUSABLE:
			HOLDS(length == 18 && looks_alike(text, code) &&
				  (differences(text, code) == 1 || misfits(text) > 1));
			break;
		case REPAIR_SWAP:
			HOLDS(length == 18 && is_swap(text, code));
			break;
		case REPAIR_SUBSTITUTION:
			HOLDS(length == 18 && differences(text, code) == 1);
			break;
		case REPAIR_LOST:
			HOLDS(length == 17 && can_lose(text, code, 18, false));
			break;
		case REPAIR_INSERTED:
			HOLDS(length == 19 && can_lose(code, text, 19, false));
			break;
		case REPAIR_DOUBLED:
			HOLDS(length == 19 && can_lose(code, text, 19, true));
			break;
		default:
			HOLDS(false);
	}
}

/* 18 characters, one mistake away from the text: if a code, it is among those found. */
static void
check_found(const char candidate[18], char (*codes)[18], int count)
{
	if (candidate[17] != oracle_check_uscc(candidate) || !oracle_is_code(candidate) ||
		!oracle_has_right_subject(candidate))
		return;
	for (int i = 0; i < count; i++)
		if (memcmp(codes[i], candidate, 18) == 0)
			return;
	HOLDS(!"a code one mistake away was suggested");
}

static void
check_all_found(const char *text, size_t length, char (*codes)[18], int count)
{
	char		candidate[19];

	for (size_t i = 0; i < 18; i++)
		for (const char *c = oracle_alphabet; *c && length < 19; c++)
		{
			memcpy(candidate, text, i);
			candidate[i] = *c;
			memcpy(candidate + i + 1, text + i + (length == 18), 17 - i);
			if (length == 17 || *c != text[i])
				check_found(candidate, codes, count);
		}
	for (size_t i = 0; i < 17 && length == 18; i++)
	{
		memcpy(candidate, text, 18);
		candidate[i] = text[i + 1];
		candidate[i + 1] = text[i];
		if (text[i] != text[i + 1])
			check_found(candidate, codes, count);
	}
	for (size_t i = 0; i < 19 && length == 19; i++)
	{
		memcpy(candidate, text, i);
		memcpy(candidate + i, text + i + 1, 18 - i);
		check_found(candidate, codes, count);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	RepairSuggestion best[REPAIR_SUGGESTIONS];
	RepairSuggestion few[REPAIR_SUGGESTIONS];
	char		codes[REPAIR_SUGGESTIONS][18];
	char		text[19];
	double		total = 0;
	int			count;

	for (size_t i = 0; i < size; i++)
		if (oracle_in(" \t\n\v\f\r", (char) data[i]))
			return -1;
	count = repair_suggest((const char *) data, size, best, REPAIR_SUGGESTIONS);
	HOLDS(count >= 0 && count <= REPAIR_SUGGESTIONS);
	if (size < 17 || size > 19)
	{
		HOLDS(count == 0);
		return 0;
	}
	for (size_t i = 0; i < size; i++)
		text[i] = data[i] >= 'a' && data[i] <= 'z' ? (char) (data[i] - 32) : (char) data[i];
	for (int i = 0; i < count; i++)
	{
		check_suggestion(text, size, &best[i], codes[i]);
		HOLDS(i == 0 || best[i - 1].score >= best[i].score);
		for (int j = 0; j < i; j++)
			HOLDS(best[j].rank != best[i].rank);
		total += best[i].score;
	}
	HOLDS(total < 1 + 1e-9);
	if (size == 18 && (repair_find_kind(text, 18) == REPAIR_KIND_FUJIAN_PILOT ||
					   repair_find_kind(text, 18) == REPAIR_KIND_COMPLEMENT_FORGOTTEN))
		/* the check character computed anew, or nothing */
		HOLDS(count == 0 || (count == 1 && memcmp(codes[0], text, 17) == 0));
	else if (foreign_characters(text, size) <= 1 &&
			 (count > 0 || size != 18 || !oracle_all_in(oracle_digits, text, 17)))
		check_all_found(text, size, codes, count);
	for (int max = 0; max < 4; max++)
	{
		HOLDS(repair_suggest((const char *) data, size, few, max) == (count < max ? count : max));
		for (int i = 0; i < max && i < count; i++)
			HOLDS(few[i].rank == best[i].rank && few[i].change == best[i].change);
	}
	return 0;
}
