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

static void
put_explanation(const char *text, const RepairExplanation *explanation)
{
	put_number(explanation->sentence);
	if (explanation->end > explanation->start)
		put_bytes(text + explanation->start, explanation->end - explanation->start);
	else
		put(explanation->argument[0]);
	for (int i = 1; i < REPAIR_ARGUMENTS; i++)
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
	const char *text = input;
	RepairDiagnosis diagnosis;
	RepairExplanation why = nothing;
	RepairExplanation advice = nothing;
	RepairText	reader;
	Value		value;
	Fault		fault;

	answered = 0;
	input[length] = '\0';
	ascii_trim(&text, &length);
	if (type == USCC && uscc_parse(text, length, &value.rank, &fault))
	{
		/* most values of a column, so without a diagnosis */
		put_value(USCC, &value);
		put("");
		put("");
		put(repair_kind_word(repair_find_kind_of_code(text, value.rank)));
		put("");
		put_explanation(text, &why);
		put_explanation(text, &advice);
		return answered;
	}
	reader = open_text(text, length);
	repair_diagnose(&reader, (RepairStandard) type, &diagnosis);
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
	if (type == USCC && diagnosis.has_suggestion)
		put_rank(diagnosis.suggestion.rank);
	else
		put("");
	if (diagnosis.problem)
		repair_explain(&reader, (RepairStandard) type, &diagnosis, &why);
	if (type == USCC)
		repair_advise(&reader, &diagnosis, &fault, text[fault.position], &advice);
	put_explanation(text, &why);
	put_explanation(text, &advice);
	return answered;
}

/* The suggestions for the text, and where its characters that count are. */
static RepairSuggestion suggestions[REPAIR_SUGGESTIONS];
static RepairReading suggested;
static int	first_suggested;
static int	suggested_count;
static size_t end_of_text;

/*
 * Returns how many; or, of a text that is a code or would be one without formatting, minus
 * the number of bytes of the answer: the code, and "none" or "formatting".
 */
EXPORT(suggest)
int
suggest(size_t length, int max)
{
	const char *text = input;
	RepairText	reader;
	Fault		ignored;

	ascii_trim(&text, &length);
	end_of_text = (size_t) (text - input) + length;
	reader = open_text(text, length);
	repair_read(&reader, &suggested);
	answered = 0;
	if (suggested.count > REPAIR_LONGEST || max <= 0)
		return 0;
	if (uscc_parse(suggested.clean, (size_t) suggested.count, &suggestions[0].rank, &ignored))
	{
		put_rank(suggestions[0].rank);
		put(uscc_parse(text, length, &suggestions[0].rank, &ignored) ? "none" : "formatting");
		return -(int) answered;
	}
	for (int i = 0; i < suggested.count; i++)
		suggested.place[i] += (size_t) (text - input);
	suggested_count = repair_find_mistaken(&suggested, &first_suggested);
	return repair_suggest(suggested.clean + first_suggested, (size_t) suggested_count, suggestions,
						  max < REPAIR_SUGGESTIONS ? max : REPAIR_SUGGESTIONS);
}

/* One of them: code, change, position, what is given and what is meant. */
EXPORT(suggestion)
size_t
get_suggestion(int index)
{
	const RepairSuggestion *suggestion = &suggestions[index];
	RepairText	reader = open_text(input, end_of_text);
	int			first = first_suggested + suggestion->position;
	char		code[GB32100_LENGTH];
	size_t		end;

	answered = 0;
	uscc_format(suggestion->rank, code);
	put_bytes(code, sizeof(code));
	put(repair_change_word(suggestion->change));
	/* what is missing at the end is after the last character */
	put_number(suggestion->position < suggested_count ? suggested.position[first] + 1 : suggested.position[first - 1] + 2);
	if (suggestion->given > 0)
	{
		end = suggested.place[first + suggestion->given - 1];
		reader.next(&reader, &end);
		put_bytes(input + suggested.place[first], end - suggested.place[first]);
	}
	else
		put("");
	put_bytes(code + suggestion->position, (size_t) suggestion->meant);
	return answered;
}

EXPORT(score)
double
get_score(int index)
{
	return suggestions[index].score;
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
	static const char *const levels[] = {"national", "province", "prefecture", "county"};
	Gb2260Level level = gb2260_level(code);

	put(levels[level]);
	if (level == GB2260_COUNTY || level == GB2260_PREFECTURE)
	{
		put_code(level == GB2260_COUNTY ? gb2260_prefecture(code) : gb2260_province(code));
		put_code(gb2260_province(code));
		put_code(gb2260_prefecture(code));
	}
	else
	{
		put("");
		put_code(gb2260_province(code));
		put("");
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
