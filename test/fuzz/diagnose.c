/*
 * Any bytes as a text in UTF-8 that is diagnosed.  Cleaning: the characters are as many as
 * are found with any limit, and signs that are put in between make no difference.  The
 * diagnosis: it has a value exactly if the oracle has one; its fault is the first that the
 * oracle finds; positions and places go together; what it suggests is a code; a kind is
 * said only of a text that shows what the kind is about; and a sentence gets the arguments
 * that it takes.
 */
#include <string.h>

#include "fuzz.h"
#include "gb11714.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/diagnose.h"
#include "repair/explain.h"

#define gettext_noop(sentence) sentence
#include "types/sentences.h"

/* More characters than an input has. */
#define MOST 4096

static const char capitals[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* Is a character alone in its text cleaned as it should be? */
static void
check_character(uint32_t c)
{
	char		left = repair_clean_character(c);

	HOLDS(left == 0 || left == '?' || oracle_in(capitals, left));
	if (c > 0 && c < 0x80)
		HOLDS(left == (oracle_in(capitals, (char) c) ? (char) c :
					   c >= 'a' && c <= 'z' ? (char) (c - 32) : 0));
	else if (c >= 0xFF01 && c <= 0xFF5E)
		HOLDS(left == repair_clean_character(c - 0xFEE0));
	/* letters of Chinese have a meaning; no blank and no punctuation has */
	if (c >= 0x4E00 && c <= 0x9FFF)
		HOLDS(left == '?');
	if ((c >= 0x2000 && c <= 0x206F) || (c >= 0x3001 && c <= 0x3003) || c == 0xFEFF || c == 0x3000)
		HOLDS(left == 0);
}

static int
code_length(const RepairReading *reading)
{
	return reading->count < REPAIR_LONGEST ? reading->count : REPAIR_LONGEST;
}

static void
check_cleaning(const RepairText *text, const uint8_t *data, size_t size)
{
	static const char signs[] = "\xE2\x80\x8B" ",,,--- **'''###";
	char	   *clean = malloc(MOST);
	char	   *again = malloc(MOST);
	uint8_t    *spaced = malloc(4 * size + 4);
	size_t		spaced_size = 0;
	size_t		next = 0;
	int			count = repair_clean(text, clean, MOST);
	RepairText	reader;

	HOLDS(count >= 0 && (size_t) count <= size);
	HOLDS(repair_clean(text, again, count) == count);
	HOLDS(count == 0 || repair_clean(text, again, count - 1) == -1);
	for (int i = 0; i < count; i++)
		HOLDS((clean[i] & 0x80) == 0 && !(clean[i] >= 'a' && clean[i] <= 'z'));

	/* once more: nothing is left to do */
	reader = oracle_text((const uint8_t *) clean, (size_t) count);
	HOLDS(repair_clean(&reader, again, MOST) <= count);

	while (next < size)
	{
		size_t		place = next;

		text->next(text, &next);
		memcpy(spaced + spaced_size, data + place, next - place);
		spaced_size += next - place;
		/* a blank that cannot be seen, commas, hyphens ... */
		memcpy(spaced + spaced_size, signs + place % 6 * 3, 3);
		spaced_size += 3;
	}
	reader = oracle_text(spaced, spaced_size);
	HOLDS(repair_clean(&reader, again, MOST) == count && memcmp(clean, again, (size_t) count) == 0);
	free(clean);
	free(again);
	free(spaced);
}

/* The reading, read once more. */
static void
check_reading(const RepairText *text, const RepairReading *reading)
{
	char		clean[REPAIR_LONGEST];
	int			characters = 0;
	int			count = 0;

	for (size_t next = 0; next < text->length; characters++)
	{
		size_t		place = next;
		char		left = repair_clean_character(text->next(text, &next));

		if (left == 0)
			continue;
		if (count < REPAIR_LONGEST)
			HOLDS(reading->clean[count] == left && reading->place[count] == place &&
				  reading->position[count] == characters);
		count++;
	}
	HOLDS(reading->count == count && reading->total == characters && reading->seen <= characters);
	HOLDS(repair_clean(text, clean, REPAIR_LONGEST) == (count > REPAIR_LONGEST ? -1 : count));
	HOLDS(count > REPAIR_LONGEST || memcmp(clean, reading->clean, (size_t) count) == 0);
}

/* A fault of characters that carry meaning, which are not a code. */
static void
check_fault(const char *clean, size_t length, const Fault *fault)
{
	size_t		place = 0;

	if (length != 18)
	{
		HOLDS(fault->reason == FAULT_LENGTH);
		return;
	}
	while (place < 18 && oracle_in(oracle_alphabet, clean[place]))
		place++;
	if (place < 18)
		HOLDS(fault->reason == FAULT_CHARACTER && fault->position == (int) place);
	else
		HOLDS(fault->reason > FAULT_CHARACTER && fault->position >= 0 && fault->position < 18);
	if (fault->reason == FAULT_CHECK_CHARACTER)
		HOLDS(fault->expected == oracle_check_uscc(clean) && fault->expected != clean[17]);
}

static bool
has(const RepairReading *reading, const char *set)
{
	for (int i = 0; i < code_length(reading); i++)
		if (oracle_in(set, reading->clean[i]))
			return true;
	return false;
}

static void
check_kind(const RepairDiagnosis *diagnosis)
{
	const RepairReading *reading = &diagnosis->reading;

	switch (diagnosis->kind)
	{
		case REPAIR_KIND_EMPTY:
			HOLDS(reading->count == 0 && reading->seen == 0);
			break;
		case REPAIR_KIND_WORDS:
			HOLDS(reading->count > 0 && !has(reading, oracle_digits));
			break;
		case REPAIR_KIND_MASKED:
			HOLDS(reading->seen <= REPAIR_LONGEST &&
				  (reading->seen > reading->count || memchr(reading->clean, 'X', REPAIR_LONGEST)));
			break;
		case REPAIR_KIND_ROUNDED:
			HOLDS(has(reading, oracle_digits));
			HOLDS(!diagnosis->has_suggestion);
			break;
		case REPAIR_KIND_SEVERAL_CODES:
			HOLDS(reading->count >= 36 && !diagnosis->has_suggestion);
			break;
		case REPAIR_KIND_CONTAINS_CODE:
			HOLDS(reading->count > 18);
			break;
		case REPAIR_KIND_PLACEHOLDER:
			HOLDS(!diagnosis->has_suggestion);
			break;
		default:
			break;
	}
}

static int
count_before(const RepairText *text, size_t place)
{
	int			count = 0;

	for (size_t next = 0; next < place; count++)
		text->next(text, &next);
	return count;
}

/* A sentence, with as many arguments as it takes. */
static void
check_explanation(const RepairText *text, const RepairExplanation *explanation)
{
	int			given = 0;
	int			taken = 0;

	HOLDS(explanation->sentence > REPAIR_SAY_NOTHING && explanation->sentence < REPAIR_SENTENCES);
	HOLDS(explanation->start <= explanation->end && explanation->end <= text->length);
	for (int i = 0; i < REPAIR_ARGUMENTS; i++)
	{
		HOLDS(memchr(explanation->argument[i], '\0', REPAIR_ARGUMENT_SIZE));
		given += explanation->argument[i][0] || (i == 0 && explanation->end > explanation->start);
	}
	for (const char *c = sentences[explanation->sentence]; (c = strstr(c, "%s")) != NULL; c++)
		taken++;
	HOLDS(given == taken);
	if (explanation->end > explanation->start)
		HOLDS(count_before(text, explanation->end) == count_before(text, explanation->start) + 1);
}

static void
check_suggestions(const RepairText *text, const RepairDiagnosis *diagnosis)
{
	RepairSuggestions suggestions;
	char		code[18];

	repair_find_suggestions(text, 5, &suggestions);
	HOLDS(suggestions.count >= 0 && suggestions.count <= 5);
	HOLDS((suggestions.only_change != NULL) == diagnosis->has_value);
	if (suggestions.only_change)
	{
		HOLDS(strcmp(suggestions.only_change, diagnosis->problem ? "formatting" : "none") == 0);
		HOLDS(suggestions.count == 1 && suggestions.best[0].rank == diagnosis->rank);
		return;
	}
	for (int i = 0; i < suggestions.count; i++)
	{
		const RepairSuggestion *suggestion = &suggestions.best[i];
		int			first = suggestion->position;
		int			last = first + suggestion->given - 1;

		uscc_format(suggestion->rank, code);
		HOLDS(oracle_is_code(code) && suggestion->meant <= 18 - first);
		HOLDS(suggestions.start[first] <= text->length);
		if (suggestion->given == 0)
			continue;
		HOLDS(suggestions.start[first] < suggestions.end[last] && suggestions.end[last] <= text->length);
		HOLDS(suggestions.position[first] == count_before(text, suggestions.start[first]));
	}
}

static void
check_diagnosis(const RepairText *text, RepairStandard standard)
{
	RepairDiagnosis diagnosis;
	const RepairReading *reading = &diagnosis.reading;
	RepairExplanation explanation;
	Fault		fault;
	char		code[18];
	bool		valid;
	uint64_t	rank;

	repair_diagnose(text, standard, &diagnosis);
	check_reading(text, reading);
	valid = standard == REPAIR_USCC ? reading->count == 18 && oracle_is_code(reading->clean) :
		standard == REPAIR_ORGCODE ? reading->count == 9 && reading->clean[8] == oracle_check_orgcode(reading->clean) :
		reading->count == 18 ? oracle_is_citizen(reading->clean) : diagnosis.has_value;
	HOLDS(diagnosis.has_value == valid);
	HOLDS((repair_kind_word(diagnosis.kind) == NULL) == (diagnosis.kind == REPAIR_KIND_UNKNOWN));
	if (reading->count > REPAIR_LONGEST)
		HOLDS(diagnosis.fault.reason == FAULT_LENGTH);
	else if (standard == REPAIR_USCC && !valid)
		check_fault(reading->clean, (size_t) reading->count, &diagnosis.fault);
	HOLDS(valid || diagnosis.problem != NULL);
	if (diagnosis.problem && diagnosis.fault.reason != FAULT_LENGTH)
		HOLDS(count_before(text, diagnosis.place) == diagnosis.position && diagnosis.place < text->length);
	if (diagnosis.problem)
	{
		repair_explain(text, standard, &diagnosis, &explanation);
		check_explanation(text, &explanation);
	}
	if (standard == REPAIR_USCC)
		check_suggestions(text, &diagnosis);
	if (standard == REPAIR_USCC && !uscc_parse(text->storage, text->length, &rank, &fault))
	{
		repair_advise(text, &diagnosis, &fault, &explanation);
		if (explanation.sentence != REPAIR_SAY_NOTHING)
			check_explanation(text, &explanation);
	}
	if (standard == REPAIR_USCC && diagnosis.has_value)
	{
		uscc_format(diagnosis.rank, code);
		HOLDS(memcmp(code, reading->clean, 18) == 0);
	}
	HOLDS(!diagnosis.has_suggestion || standard == REPAIR_USCC);
	if (diagnosis.has_suggestion)
	{
		HOLDS(!diagnosis.has_value);
		uscc_format(diagnosis.suggestion.rank, code);
		HOLDS(oracle_is_code(code) && oracle_has_right_subject(code));
		HOLDS(diagnosis.suggestion.score >= 0 && diagnosis.suggestion.score <= 1);
	}
	if (standard == REPAIR_USCC && repair_propose(&diagnosis, &rank))
		HOLDS(valid ? rank == diagnosis.rank :
			  diagnosis.has_suggestion && diagnosis.suggestion.score > 0.9);
	/* of a valid value only if it is probably something else */
	HOLDS(!diagnosis.has_value || diagnosis.kind == REPAIR_KIND_UNKNOWN ||
		  diagnosis.kind == REPAIR_KIND_CITIZEN_ID || diagnosis.kind == REPAIR_KIND_PLACEHOLDER ||
		  diagnosis.kind == REPAIR_KIND_ROUNDED);
	if (!diagnosis.has_value)
		check_kind(&diagnosis);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool characters_checked = false;
	RepairText	text = oracle_text(data, size);

	for (uint32_t c = 0; c < 0x110000 && !characters_checked; c++)
		check_character(c);
	characters_checked = true;
	check_cleaning(&text, data, size);
	/* a diagnosis wants a text without ASCII blanks around it */
	while (size > 0 && oracle_in(" \t\n\v\f\r", (char) data[size - 1]))
		size--;
	while (size > 0 && oracle_in(" \t\n\v\f\r", (char) *data))
	{
		data++;
		size--;
	}
	text = oracle_text(data, size);
	check_diagnosis(&text, REPAIR_USCC);
	check_diagnosis(&text, REPAIR_ORGCODE);
	check_diagnosis(&text, REPAIR_CITIZEN_ID);
	return 0;
}
