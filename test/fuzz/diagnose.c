/*
 * Any bytes as a text in UTF-8 that should be a unified social credit code.  Cleaning: the
 * characters are as many as are found with any limit, and what takes no room makes no
 * difference.  The diagnosis: it says "valid" and "formatting" of just the texts that the
 * oracle takes for codes, its fault is the first that the oracle finds, at a place in the
 * text, and what it suggests is a code.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "repair/clean.h"
#include "repair/diagnose.h"
#include "uscc_code.h"

/* More characters than an input has. */
#define MOST 4096

static void
check_cleaning(const RepairText *text, const uint8_t *data, size_t size)
{
	static const char zero_width_space[] = "\xE2\x80\x8B";
	char	   *clean = malloc(MOST);
	char	   *again = malloc(MOST);
	uint8_t    *spaced = malloc(4 * size + 4);
	size_t		spaced_size = 0;
	size_t		next = 0;
	int			count = repair_clean(text, clean, NULL, MOST);
	RepairText	reader;

	HOLDS(count >= 0 && (size_t) count <= size);
	HOLDS(repair_clean(text, again, NULL, count) == count);
	HOLDS(count == 0 || repair_clean(text, again, NULL, count - 1) == -1);
	for (int i = 0; i < count; i++)
		HOLDS((clean[i] & 0x80) == 0 && !(clean[i] >= 'a' && clean[i] <= 'z'));

	/* once more: nothing is left to do */
	reader = oracle_text((const uint8_t *) clean, (size_t) count);
	HOLDS(repair_clean(&reader, again, NULL, MOST) <= count);

	while (next < size)
	{
		size_t		place = next;

		text->next(text, &next);
		memcpy(spaced + spaced_size, data + place, next - place);
		spaced_size += next - place;
		memcpy(spaced + spaced_size, zero_width_space, 3);
		spaced_size += 3;
	}
	reader = oracle_text(spaced, spaced_size);
	HOLDS(repair_clean(&reader, again, NULL, MOST) == count && memcmp(clean, again, (size_t) count) == 0);
	free(clean);
	free(again);
	free(spaced);
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

static void
check_diagnosis(const RepairText *text, const uint8_t *data, size_t size)
{
	RepairDiagnosis diagnosis;
	char	   *clean = malloc(MOST);
	int			count = repair_clean(text, clean, NULL, MOST);
	uint64_t	rank;
	Fault		ignored;
	bool		valid = uscc_parse((const char *) data, size, &rank, &ignored);
	bool		formatting = count == 18 && oracle_is_code(clean);
	char		code[18];

	repair_diagnose(text, &diagnosis);
	HOLDS((diagnosis.problem == NULL) == valid);
	HOLDS(diagnosis.has_code == formatting);
	if (formatting)
	{
		uscc_format(diagnosis.code, code);
		HOLDS(memcmp(code, clean, 18) == 0);
		HOLDS(valid || strcmp(diagnosis.problem, "formatting") == 0);
	}
	else if (count <= REPAIR_LONGEST)
		check_fault(clean, (size_t) count, &diagnosis.fault);
	else
		HOLDS(diagnosis.fault.reason == FAULT_LENGTH);
	if (!valid && diagnosis.fault.reason != FAULT_LENGTH)
		HOLDS(diagnosis.place < size);
	HOLDS((repair_kind_word(diagnosis.kind) == NULL) == (diagnosis.kind == REPAIR_KIND_UNKNOWN));
	if (diagnosis.has_suggestion)
	{
		HOLDS(!valid && !formatting && diagnosis.suggestion.rank < USCC_COUNT);
		uscc_format(diagnosis.suggestion.rank, code);
		HOLDS(oracle_is_code(code));
		HOLDS(diagnosis.suggestion.score >= 0 && diagnosis.suggestion.score <= 1);
	}
	if (repair_propose(&diagnosis, &rank))
		HOLDS(formatting ? rank == diagnosis.code :
			  diagnosis.has_suggestion && diagnosis.suggestion.score > 0.9);
	free(clean);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *trimmed = data;
	RepairText	text;

	text = oracle_text(data, size);
	check_cleaning(&text, data, size);
	/* a diagnosis wants a text without ASCII blanks around it */
	while (size > 0 && oracle_in(" \t\n\v\f\r", (char) trimmed[size - 1]))
		size--;
	while (size > 0 && oracle_in(" \t\n\v\f\r", (char) *trimmed))
	{
		trimmed++;
		size--;
	}
	text = oracle_text(trimmed, size);
	check_diagnosis(&text, trimmed, size);
	return 0;
}
