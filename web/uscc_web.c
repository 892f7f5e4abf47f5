/*
 * The door of src/standards and src/repair for JavaScript: what src/types and src/tools
 * are for SQL, and with the same answers.
 *
 * JavaScript writes a text, in UTF-8, behind the module's own data and calls a function
 * with its length in bytes.  Nothing is allocated.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "repair/citizen.h"
#include "repair/clean.h"
#include "repair/diagnose.h"
#include "repair/explain.h"
#include "repair/scan.h"
#include "repair/suggest.h"
#include "standards/ascii.h"
#include "standards/gb11643.h"
#include "standards/gb11714.h"
#include "standards/gb2260.h"
#include "standards/gb32100.h"
#include "standards/uscc_code.h"

#include "output.h"

#define gettext_noop(sentence) sentence
#include "types/sentences.h"
#include "sentences_zh.h"

/* The types; the first three are RepairStandard. */
enum
{
	USCC = REPAIR_USCC,
	ORGCODE = REPAIR_ORGCODE,
	CITIZEN_ID = REPAIR_CITIZEN_ID,
	ADCODE
};

/* The linker puts it after all data. */
extern char __heap_base[];

#define input __heap_base

EXPORT(input)
char *
get_input(void)
{
	return input;
}

static uint32_t
next_character(const RepairText *text, size_t *place)
{
	const unsigned char *byte = (const unsigned char *) text->storage + *place;
	int			more = *byte < 0x80 ? 0 : *byte < 0xE0 ? 1 : *byte < 0xF0 ? 2 : 3;
	uint32_t	c = more == 0 ? *byte : *byte & (0x3Fu >> more);

	for (int i = 1; i <= more; i++)
		c = c << 6 | (byte[i] & 0x3F);
	*place += 1 + (size_t) more;
	return c;
}

static RepairText
open_text(const char *text, size_t length)
{
	RepairText	reader = {.next = next_character,.storage = text,.length = length};

	return reader;
}

/* The input, ASCII blanks around it cut off. */
static RepairText
open_trimmed_input(size_t length)
{
	const char *text = input;

	ascii_trim(&text, &length);
	memmove(input, text, length);
	return open_text(input, length);
}

/* A value, as its text. */
typedef struct Value
{
	char		text[GB32100_LENGTH];
	size_t		length;
	uint64_t	rank;			/* of a uscc */
	int64_t		number;			/* of the others */
} Value;

static void
format(int type, Value *value)
{
	switch (type)
	{
		case USCC:
			uscc_format(value->rank, value->text);
			value->length = GB32100_LENGTH;
			break;
		case ORGCODE:
			gb11714_format(value->number, value->text);
			value->length = GB11714_LENGTH;
			break;
		case CITIZEN_ID:
			gb11643_format(value->number, value->text);
			value->length = GB11643_LENGTH;
			break;
		default:
			gb2260_format((int32_t) value->number, value->text);
			value->length = GB2260_LENGTH;
	}
}

static bool
parse(int type, const char *text, size_t length, Value *value, Fault *fault)
{
	int32_t		code;

	switch (type)
	{
		case USCC:
			return uscc_parse(text, length, &value->rank, fault);
		case ORGCODE:
			return gb11714_parse(text, length, &value->number, fault);
		case CITIZEN_ID:
			return gb11643_parse(text, length, &value->number, fault);
		default:
			if (!gb2260_parse(text, length, &code, fault))
				return false;
			value->number = code;
			return true;
	}
}

static void
put_value(int type, Value *value)
{
	format(type, value);
	put_bytes(value->text, value->length);
}

static void
put_rank(uint64_t rank)
{
	Value		value = {.rank = rank};

	put_value(USCC, &value);
}

/* Is it one: 0 or 1. */
EXPORT(isValid)
int
is_valid(int type, size_t length)
{
	Value		value;
	Fault		fault;

	return parse(type, input, length, &value, &fault);
}

/* Is it a uscc, and a standard one: 0 or 1. */
EXPORT(isStandard)
int
is_standard(size_t length)
{
	uint64_t	rank;
	Fault		fault;

	return uscc_parse(input, length, &rank, &fault) && uscc_rank_is_standard(rank);
}

/* The value, or nothing. */
EXPORT(clean)
size_t
clean(int type, size_t length)
{
	RepairText	whole = open_text(input, length);
	char		cleaned[GB32100_LENGTH];
	Value		value;
	Fault		fault;

	answered = 0;
	if (!parse(type, input, length, &value, &fault))
	{
		int			count = repair_clean(&whole, cleaned, sizeof(cleaned));

		if (count < 0 || !parse(type, cleaned, (size_t) count, &value, &fault))
			return 0;
	}
	put_value(type, &value);
	return answered;
}

/* The template of a sentence in English, or in Chinese. */
EXPORT(sentence)
const char *
get_sentence(int number, int chinese)
{
	return chinese ? sentences_zh[number] : sentences[number];
}

/* How many there are. */
EXPORT(sentences)
int
count_sentences(void)
{
	return REPAIR_SENTENCES;
}

/* Its places count in the input. */
static void
put_explanation(const RepairExplanation *explanation)
{
	put_number(explanation->sentence);
	put_number((int32_t) explanation->start);
	put_number((int32_t) explanation->end);
	for (int i = 0; i < REPAIR_ARGUMENTS; i++)
		put(explanation->argument[i]);
}

static const RepairExplanation nothing;

/*
 * Cleaned value, problem, position, kind, suggestion, each empty if there is none; why,
 * and what to do.
 */
EXPORT(diagnose)
size_t
diagnose(int type, size_t length)
{
	RepairText	text = open_trimmed_input(length);
	RepairDiagnosis diagnosis;
	RepairExplanation why = nothing;
	RepairExplanation advice = nothing;
	Value		value;
	Fault		fault;

	answered = 0;
	repair_diagnose(&text, (RepairStandard) type, &diagnosis);
	value.rank = diagnosis.rank;
	value.number = diagnosis.number;
	if (diagnosis.has_value)
		put_value(type, &value);
	else
		put("");
	put(diagnosis.problem);
	if (diagnosis.problem && diagnosis.fault.reason != FAULT_LENGTH)
		put_number(diagnosis.position + 1);
	else
		put("");
	put(repair_kind_word(diagnosis.kind));
	if (diagnosis.has_suggestion)
		put_rank(diagnosis.suggestion.rank);
	else
		put("");
	if (diagnosis.problem)
		repair_explain(&text, (RepairStandard) type, &diagnosis, &why);
	if (type == USCC && !uscc_parse(input, text.length, &value.rank, &fault))
		repair_advise(&text, &diagnosis, &fault, &advice);
	put_explanation(&why);
	put_explanation(&advice);
	return answered;
}

static RepairSuggestions suggestions;

/* Finds suggestions; returns how many. */
EXPORT(suggest)
int
suggest(size_t length, int max)
{
	RepairText	text = open_trimmed_input(length);

	repair_find_suggestions(&text, max < REPAIR_SUGGESTIONS ? max : REPAIR_SUGGESTIONS, &suggestions);
	return suggestions.count;
}

/*
 * One of them: code and change; and, of a text that is not a code without a guess,
 * position, what is meant, and where what is given begins and ends in the input.
 */
EXPORT(suggestion)
size_t
get_suggestion(int index)
{
	const RepairSuggestion *suggestion = &suggestions.best[index];
	int			first = suggestion->position;
	char		code[GB32100_LENGTH];

	answered = 0;
	uscc_format(suggestion->rank, code);
	put_bytes(code, sizeof(code));
	if (suggestions.only_change)
	{
		put(suggestions.only_change);
		return answered;
	}
	put(repair_change_word(suggestion->change));
	put_number(suggestions.position[first] + 1);
	put_bytes(code + first, (size_t) suggestion->meant);
	put_number((int32_t) suggestions.start[first]);
	put_number((int32_t) (suggestion->given == 0 ? suggestions.start[first] :
						  suggestions.end[first + suggestion->given - 1]));
	return answered;
}

EXPORT(score)
double
get_score(int index)
{
	return suggestions.best[index].score;
}

/*
 * Puts asterisks in the place of the birth dates of citizen numbers, in the input;
 * returns its new length.
 */
EXPORT(mask)
size_t
mask(size_t length)
{
	RepairText	text = open_text(input, length);
	size_t		hidden[REPAIR_CITIZEN_LONGEST];
	int			count = repair_find_birth_dates(&text, hidden);
	size_t		read = 0;
	size_t		written = 0;

	for (int i = 0; i <= count; i++)
	{
		size_t		end = i < count ? hidden[i] : length;

		memmove(input + written, input + read, end - read);
		written += end - read;
		if (i == count)
			break;
		read = end;
		text.next(&text, &read);
		input[written++] = '*';
	}
	return written;
}

static RepairScan scan;

EXPORT(scanStart)
void
scan_start(void)
{
	scan = (RepairScan) REPAIR_SCAN_START;
}

/* The next code, where it begins and ends in bytes, and whether it is standard; or nothing. */
EXPORT(scanNext)
size_t
scan_next(size_t length)
{
	RepairText	text = open_text(input, length);
	uint64_t	rank;

	answered = 0;
	if (!repair_scan(&scan, &text, &rank))
		return 0;
	put_rank(rank);
	put_number((int32_t) scan.start);
	put_number((int32_t) scan.end);
	put(uscc_rank_is_standard(rank) ? "t" : "");
	return answered;
}

static void
put_code(int32_t code)
{
	char		text[GB2260_LENGTH];

	gb2260_format(code, text);
	put_bytes(text, GB2260_LENGTH);
}

static void
put_uscc_fields(const Value *value)
{
	char		department = uscc_rank_department(value->rank);
	char		category = uscc_rank_category(value->rank);
	const Gb32100Department *department_names = gb32100_department(department);
	const Gb32100Category *category_names = gb32100_category(department, category);
	int64_t		number;
	Fault		ignored;

	put_bytes(&department, 1);
	put_bytes(&category, 1);
	put_code(uscc_rank_region(value->rank));
	put_bytes(value->text + USCC_SUBJECT, GB11714_LENGTH);
	put_bytes(value->text + USCC_CHECK, 1);
	put_bytes(value->text + USCC_SUBJECT,
			  gb11714_parse(value->text + USCC_SUBJECT, GB11714_LENGTH, &number, &ignored) ? GB11714_LENGTH : 0);
	put(uscc_rank_is_standard(value->rank) ? "t" : "");
	put(department_names ? department_names->name_zh : NULL);
	put(department_names ? department_names->name_en : NULL);
	put(category_names ? category_names->name_zh : NULL);
	put(category_names ? category_names->name_en : NULL);
}

static void
put_adcode_fields(int32_t code)
{
	int32_t		parent = gb2260_parent(code);

	put(gb2260_level_word(gb2260_level(code)));
	put_code(gb2260_province(code));
	if (parent >= 0)
	{
		put_code(parent);
		put_code(gb2260_prefecture(code));
	}
}

/* A value and its fields, as src/types has them; or nothing. */
EXPORT(fields)
size_t
get_fields(int type, size_t length)
{
	Value		value;
	Fault		fault;

	answered = 0;
	if (!parse(type, input, length, &value, &fault))
		return 0;
	put_value(type, &value);
	switch (type)
	{
		case USCC:
			put_uscc_fields(&value);
			break;
		case ORGCODE:
			put_bytes(value.text, GB11714_BODY_LENGTH);
			put_bytes(value.text + GB11714_BODY_LENGTH, 1);
			put(gb11714_is_private(value.number) ? "t" : "");
			break;
		case ADCODE:
			put_adcode_fields((int32_t) value.number);
			break;
		default:
			break;
	}
	return answered;
}
