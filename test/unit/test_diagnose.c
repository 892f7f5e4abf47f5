/*
 * Proves of src/repair/diagnose.c, without a server, that a diagnosis is complete as
 * data: problem, place in the text and position, right character, kind, suggestion; and
 * of src/repair/citizen.c, what a message hides.  What each of many cells gets is in
 * sql/dirty.sql.
 */
#include <stdio.h>
#include <string.h>

#include "tap.h"
#include "uscc_code.h"
#include "repair/citizen.h"
#include "repair/diagnose.h"

/* The next code point of valid UTF-8. */
static uint32_t
next_utf8(const RepairText *text, size_t *place)
{
	const unsigned char *c = (const unsigned char *) text->storage + *place;
	int			length = c[0] < 0x80 ? 1 : c[0] < 0xE0 ? 2 : c[0] < 0xF0 ? 3 : 4;
	uint32_t	code_point = length == 1 ? c[0] : c[0] & (0xFFu >> (length + 1));

	for (int i = 1; i < length; i++)
		code_point = code_point << 6 | (c[i] & 0x3F);
	*place += (size_t) length;
	return code_point;
}

static RepairText
open_utf8(const char *string)
{
	RepairText	text = {next_utf8, string, strlen(string)};

	return text;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
check_diagnoses(void)
{
	static const struct
	{
		RepairStandard standard;
		int			position;	/* 0-based; -1 where there is none */
		const char *text;
		const char *problem;
		size_t		place;		/* in bytes */
		const char *kind;
		const char *suggestion;
		char		expected;
	}			cells[] = {
		{REPAIR_USCC, -1, "91350100M000100Y43", NULL, 0, NULL, NULL, 0},
		{REPAIR_USCC, 4, "9135 0100 M000 100Y 43", "formatting", 4, NULL, NULL, 0},
		{REPAIR_USCC, 0, "\xEF\xBC\x99" "1350100M000100Y43", "formatting", 0, NULL, NULL, 0},
		{REPAIR_USCC, 21, "9135 0100 M000 100Y 44", "check_character", 21, NULL, NULL, '3'},
		{REPAIR_USCC, -1, "91350100731861218", "length", 0, "truncated", "91350100731861218W", 0},
		{REPAIR_USCC, 4, "9135O100731861218W", "character", 4, NULL, "91350100731861218W", 0},
		{REPAIR_USCC, 5, "\xE2\x80\x8B" "9135O100731861218W", "character", 7, NULL, "91350100731861218W", 0},
		{REPAIR_USCC, 0, "01350100M000100Y43", "department", 0, NULL, NULL, 0},
		{REPAIR_USCC, 16, "91350100MA0000001P", "subject_check_character", 16, NULL, NULL, '7'},
		{REPAIR_USCC, 17, "11010519491231002X", "check_character", 17, "citizen_id", NULL, 'B'},
		{REPAIR_USCC, -1, "", "empty", 0, "empty", NULL, 0},
		{REPAIR_USCC, -1, "\xE6\x97\xA0", "length", 0, "placeholder", NULL, 0},
		{REPAIR_ORGCODE, -1, "40000062-4", NULL, 0, NULL, NULL, 0},
		{REPAIR_ORGCODE, 10, "4000 0062-5", "check_character", 10, NULL, NULL, '4'},
		{REPAIR_CITIZEN_ID, 19, "110105-19491231-0020", "check_character", 19, NULL, NULL, 'X'},
		{REPAIR_CITIZEN_ID, 6, "11010519491331002X", "birth_date", 6, NULL, NULL, 0},
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
	{
		RepairText	text = open_utf8(cells[i].text);
		RepairDiagnosis diagnosis;
		bool		placed;
		char		code[19] = "";
		bool		right;

		memset(&diagnosis, 0x55, sizeof(diagnosis));
		repair_diagnose(&text, cells[i].standard, &diagnosis);
		placed = diagnosis.problem != NULL && diagnosis.fault.reason != FAULT_LENGTH;
		if (diagnosis.has_suggestion)
			uscc_format(diagnosis.suggestion.rank, code);
		right = same(diagnosis.problem, cells[i].problem) && placed == (cells[i].position >= 0) &&
			(!placed || (diagnosis.position == cells[i].position && diagnosis.place == cells[i].place)) &&
			(cells[i].expected == 0 || diagnosis.fault.expected == cells[i].expected) &&
			same(repair_kind_word(diagnosis.kind), cells[i].kind) &&
			same(diagnosis.has_suggestion ? code : NULL, cells[i].suggestion);
		if (!right)
			printf("# \"%s\": %s at %d (%zu), %s, %s\n", cells[i].text,
				   diagnosis.problem ? diagnosis.problem : "valid", diagnosis.position, diagnosis.place,
				   repair_kind_word(diagnosis.kind) ? repair_kind_word(diagnosis.kind) : "-", code);
		good &= right;
	}
	ok(good, "problem, place, position, right character, kind and suggestion");
}

/* The text with stars in the place of what is hidden. */
static const char *
mask(const char *string)
{
	static char masked[200];
	RepairText	text = open_utf8(string);
	size_t		hidden[REPAIR_CITIZEN_LONGEST];
	int			count = repair_find_birth_dates(&text, hidden);
	size_t		next = 0;
	size_t		length = 0;
	int			i = 0;

	while (next < text.length)
	{
		size_t		place = next;

		text.next(&text, &next);
		if (i < count && hidden[i] == place)
		{
			masked[length++] = '*';
			i++;
			continue;
		}
		memcpy(masked + length, string + place, next - place);
		length += next - place;
	}
	masked[length] = '\0';
	return masked;
}

static void
check_masks(void)
{
	static const struct
	{
		const char *text;
		const char *masked;
	}			texts[] = {
		{"11010519491231002X", "110105********002X"},
		{"110105 1949-1231 002x", "110105 ****-**** 002x"},
		{"x110105491231002,110105491231002", "x110105******002,110105******002"},
		{"11010549123100201", "110105******00201"},
		{"11010549123199701", "110105******99701"}, /* a century not known */
		{"1101054912310020100", "1101054912310020100"},
		{"110105194912310020", "110105194912310020"},	/* a wrong check
														 * character */
		{"990105491231002", "990105491231002"}, /* no such division */
		{"91350100M000100Y43", "91350100M000100Y43"},
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(mask(texts[i].text), texts[i].masked) != 0)
		{
			printf("# \"%s\": \"%s\"\n", texts[i].text, mask(texts[i].text));
			good = false;
		}
	ok(good, "birth dates are hidden, and nothing else");
}

int
main(void)
{
	check_diagnoses();
	check_masks();
	return done_testing();
}
