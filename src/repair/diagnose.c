/*
 * What is wrong with a text that should be a value of a standard.
 */
#include "diagnose.h"

#include <string.h>

#include "number.h"
#include "scan.h"
#include "standards/ascii.h"
#include "standards/gb11643.h"
#include "standards/gb11714.h"
#include "unicode.h"

/* A suggestion is made if it is likelier than all others together. */
#define LIKELY 0.5

/* A user is asked about it if it is right more than nine times in ten. */
#define SURE 0.9

static const char *const problem_words[] = {
	[FAULT_NONE] = NULL,
	[FAULT_LENGTH] = "length",
	[FAULT_CHARACTER] = "character",
	[FAULT_DEPARTMENT] = "department",
	[FAULT_CATEGORY] = "category",
	[FAULT_REGION] = "region",
	[FAULT_BIRTH_DATE] = "birth_date",
	[FAULT_SEQUENCE] = "sequence",
	[FAULT_CENTURY] = "century",
	[FAULT_CHECK_CHARACTER] = "check_character",
	[FAULT_SUBJECT_CHECK_CHARACTER] = "subject_check_character",
	[FAULT_SUBJECT_FORM] = "subject_form"
};

/* Reads a text without what carries no meaning. */
static bool
parse(RepairStandard standard, const char *clean, size_t length, RepairDiagnosis *diagnosis)
{
	switch (standard)
	{
		case REPAIR_USCC:
			return uscc_parse(clean, length, &diagnosis->rank, &diagnosis->fault);
		case REPAIR_ORGCODE:
			return gb11714_parse(clean, length, &diagnosis->number, &diagnosis->fault);
		case REPAIR_CITIZEN_ID:
			return gb11643_parse(clean, length, &diagnosis->number, &diagnosis->fault);
	}
	return false;
}

/*
 * Looks for the first character that the type does not take as it stands, in a text that is
 * a value after repair_clean: one that is not an ASCII letter or digit.
 */
static bool
find_formatting(const RepairText *text, RepairStandard standard, int total,
				size_t *place, int *position)
{
	size_t		next = 0;

	for (*position = 0; next < text->length; (*position)++)
	{
		uint32_t	c;

		*place = next;
		c = text->next(text, &next);

		if (c < 0x80 && ((c >= '0' && c <= '9') || (ascii_upper((char) c) >= 'A' && ascii_upper((char) c) <= 'Z')))
			continue;
		/* as it is printed */
		if (standard == REPAIR_ORGCODE && c == '-' && *position == GB11714_BODY_LENGTH &&
			total == GB11714_LENGTH + 1)
			continue;
		return true;
	}
	return false;
}

RepairKind
repair_find_kind_of_code(const char code[GB32100_LENGTH], uint64_t rank)
{
	RepairKind	kind = REPAIR_KIND_UNKNOWN;
	int64_t		number;
	Fault		ignored;
	RepairNumber digits = {.digits = GB32100_LENGTH,.known = GB32100_LENGTH};

	for (int i = 0; i < USCC_CHECK; i++)
		if (code[i] > '9')
			return REPAIR_KIND_UNKNOWN;

	/*
	 * the century and the even digit are looked at first, as most codes have
	 * neither
	 */
	if ((code[6] == '1' || code[6] == '2') &&
		gb11643_parse(code, GB32100_LENGTH, &number, &ignored))
		kind = REPAIR_KIND_CITIZEN_ID;
	else if (repair_is_keyboard_run(code, GB32100_LENGTH))
		kind = REPAIR_KIND_PLACEHOLDER;
	else if (code[USCC_CHECK] <= '9' && code[USCC_CHECK] % 2 == 0)
	{
		memcpy(digits.digit, code, GB32100_LENGTH);
		if (repair_is_rounded(&digits))
			kind = REPAIR_KIND_ROUNDED;
	}
	/* last, as it takes longest: a real code may look like any of these */
	return kind != REPAIR_KIND_UNKNOWN && uscc_rank_is_standard(rank) ? REPAIR_KIND_UNKNOWN : kind;
}

/* Does a piece of a text end before this character? */
static bool
ends_piece(uint32_t c)
{
	if (c < 0x80)
		return strchr("()[]{}<>:;,=|", (char) c) != NULL;
	return !unicode_is_meaningless(c) || (c >= 0x3001 && c <= 0x301B);
}

int
repair_find_piece(const RepairReading *reading, int *start)
{
	int			length = 0;
	int			from = 0;
	int			to = 0;

	if (reading->seen > REPAIR_LONGEST)
		return 0;
	for (int i = 0; i <= reading->seen; i++)
	{
		uint32_t	c = i < reading->seen ? reading->character[i] : ':';

		if (!ends_piece(c))
		{
			if (to < reading->count && reading->clean[to] == (char) c && c < 0x80)
				to++;
			continue;
		}
		/* Latin words are its label */
		while (from < to && reading->clean[from] > '9')
			from++;
		if (to - from > 4)
		{
			if (length > 0)
				return 0;
			*start = from;
			length = to - from;
		}
		/* a letter that is not of ASCII */
		if (to < reading->count && reading->clean[to] == '?' && c >= 0x80 && !unicode_is_meaningless(c))
			to++;
		from = to;
	}
	return length;
}

/* Does a text end in a copy number without brackets, as 1-1? */
static bool
has_copy_number(const RepairReading *reading)
{
	const uint32_t *last;

	if (reading->seen <= 3 || reading->seen > REPAIR_LONGEST)
		return false;
	last = reading->character + reading->seen - 3;
	return reading->count == reading->seen - 1 && last[0] <= '9' && last[1] == '-' && last[2] <= '9';
}

/*
 * Kind of a piece of a text.  It is not the beginning of a code if other signs may be in
 * the place of characters, or make digits an amount, a time or the number of a telephone.
 */
static RepairKind
kind_of_piece(const RepairReading *reading, int start, int length)
{
	const char *piece = reading->clean + start;
	RepairKind	kind = repair_find_kind(piece, (size_t) length);
	bool		has_letter = false;

	for (int i = 0; i < length; i++)
		has_letter |= piece[i] > '9';
	if (kind == REPAIR_KIND_TRUNCATED &&
		(reading->seen == GB32100_LENGTH || reading->seen > (has_letter ? reading->count + 3 : length)))
		return REPAIR_KIND_UNKNOWN;
	return kind;
}

/* A code in a longer text. */
static void
suggest_contained(RepairDiagnosis *diagnosis, RepairStandard standard, uint64_t rank)
{
	memset(&diagnosis->suggestion, 0, sizeof(diagnosis->suggestion));
	diagnosis->suggestion.rank = rank;
	diagnosis->has_suggestion = standard == REPAIR_USCC;
}

/* What a text is that is not a value. */
static RepairKind
find_kind(const RepairText *text, RepairStandard standard, RepairDiagnosis *diagnosis)
{
	const RepairReading *reading = &diagnosis->reading;
	size_t		count = reading->count <= REPAIR_LONGEST ? (size_t) reading->count : 0;
	RepairNumber number;
	RepairKind	kind = repair_find_filling(reading);
	uint64_t	rank;
	Fault		ignored;
	int			start,
				piece;

	if (kind == REPAIR_KIND_EMPTY || kind == REPAIR_KIND_PLACEHOLDER || kind == REPAIR_KIND_WORDS)
		return kind;
	if (standard != REPAIR_USCC && count == GB32100_LENGTH &&
		uscc_parse(reading->clean, count, &rank, &ignored) && uscc_rank_is_standard(rank))
		return REPAIR_KIND_USCC;
	if (reading->count > GB32100_LENGTH)
	{
		int			codes = repair_scan_count(text, &rank);

		if (codes > 1)
			return REPAIR_KIND_SEVERAL_CODES;
		if (codes == 1)
		{
			suggest_contained(diagnosis, standard, rank);
			kind = repair_find_kind(reading->clean, count);
			return kind == REPAIR_KIND_TAX_NUMBER ? kind : REPAIR_KIND_CONTAINS_CODE;
		}
	}
	if (kind == REPAIR_KIND_MASKED)
		return kind;
	if (count > 0)
		kind = kind_of_piece(reading, 0, (int) count);
	if (kind == REPAIR_KIND_CITIZEN_ID)
		return kind;
	if (repair_read_number(reading, &number))
	{
		if (repair_is_rounded(&number))
			return REPAIR_KIND_ROUNDED;
		/* with all its digits, as 914403001922038216.0 */
		if (number.formatted && number.digits == GB32100_LENGTH &&
			uscc_parse(number.digit, GB32100_LENGTH, &rank, &ignored) && uscc_rank_is_standard(rank))
		{
			suggest_contained(diagnosis, standard, rank);
			return REPAIR_KIND_CONTAINS_CODE;
		}
	}
	if (kind == REPAIR_KIND_UNKNOWN && has_copy_number(reading))
		kind = repair_find_kind(reading->clean, count - 2);
	if (kind == REPAIR_KIND_UNKNOWN)
	{
		piece = repair_find_piece(reading, &start);
		if (piece > 0 && piece < reading->count)
			kind = kind_of_piece(reading, start, piece);
	}
	return kind;
}

/*
 * The part of a text that may be a code with a mistake: all that carries meaning if it is
 * 17 to 19 characters, or else the piece.
 */
static int
find_mistaken(const RepairReading *reading, int *start)
{
	*start = 0;
	if (reading->count >= GB32100_LENGTH - 1 && reading->count <= GB32100_LENGTH + 1)
		return reading->count;
	return repair_find_piece(reading, start);
}

/* What was meant, if the text is not something else. */
static void
find_meant(RepairDiagnosis *diagnosis)
{
	const RepairReading *reading = &diagnosis->reading;
	int			start;
	int			count = find_mistaken(reading, &start);

	switch (diagnosis->kind)
	{
		case REPAIR_KIND_UNKNOWN:
		case REPAIR_KIND_MASKED:
		case REPAIR_KIND_TRUNCATED:
		case REPAIR_KIND_COMPLEMENT_FORGOTTEN:
		case REPAIR_KIND_FUJIAN_PILOT:
			break;
		default:
			return;
	}
	if (repair_suggest(reading->clean + start, (size_t) count, &diagnosis->suggestion, 1) == 0 ||
		diagnosis->suggestion.score <= LIKELY)
		return;
	diagnosis->has_suggestion = true;
	/* a character is missing elsewhere than at the end */
	if (diagnosis->kind == REPAIR_KIND_TRUNCATED && diagnosis->suggestion.position < count)
		diagnosis->kind = REPAIR_KIND_UNKNOWN;
}

void
repair_diagnose(const RepairText *text, RepairStandard standard, RepairDiagnosis *diagnosis)
{
	RepairReading *reading = &diagnosis->reading;
	Fault	   *fault = &diagnosis->fault;

	diagnosis->problem = NULL;
	diagnosis->has_value = false;
	diagnosis->has_suggestion = false;
	diagnosis->kind = REPAIR_KIND_UNKNOWN;
	repair_read(text, reading);
	if (reading->count > REPAIR_LONGEST)
		fail(fault, FAULT_LENGTH, 0, 0);
	else if (parse(standard, reading->clean, (size_t) reading->count, diagnosis))
	{
		diagnosis->has_value = true;
		if (find_formatting(text, standard, reading->total, &diagnosis->place, &diagnosis->position))
		{
			diagnosis->problem = "formatting";
			fail(fault, FAULT_CHARACTER, diagnosis->position, 0);
		}
		if (standard == REPAIR_USCC)
			diagnosis->kind = repair_find_kind_of_code(reading->clean, diagnosis->rank);
		else if (standard == REPAIR_ORGCODE && repair_is_keyboard_run(reading->clean, GB11714_BODY_LENGTH))
			diagnosis->kind = REPAIR_KIND_PLACEHOLDER;
		return;
	}

	diagnosis->kind = find_kind(text, standard, diagnosis);
	diagnosis->problem = diagnosis->kind == REPAIR_KIND_EMPTY ? "empty" : problem_words[fault->reason];
	if (fault->reason != FAULT_LENGTH)
	{
		diagnosis->place = reading->place[fault->position];
		diagnosis->position = reading->position[fault->position];
	}
	if (standard == REPAIR_USCC && !diagnosis->has_suggestion)
		find_meant(diagnosis);
}

void
repair_find_suggestions(const RepairText *text, int max, RepairSuggestions *suggestions)
{
	RepairReading reading;
	Fault		ignored;
	size_t		place;
	int			position,
				first,
				count;

	suggestions->count = 0;
	suggestions->only_change = NULL;
	repair_read(text, &reading);
	if (reading.count > REPAIR_LONGEST || max == 0)
		return;
	if (uscc_parse(reading.clean, (size_t) reading.count, &suggestions->best[0].rank, &ignored))
	{
		suggestions->count = 1;
		suggestions->best[0].score = 1;
		suggestions->only_change =
			find_formatting(text, REPAIR_USCC, reading.total, &place, &position) ? "formatting" : "none";
		return;
	}
	count = find_mistaken(&reading, &first);
	place = text->length;
	position = 0;
	for (int i = 0; i < count; i++)
	{
		suggestions->position[i] = reading.position[first + i];
		suggestions->start[i] = reading.place[first + i];
		place = suggestions->start[i];
		position = suggestions->position[i] + 1;
		text->next(text, &place);
		suggestions->end[i] = place;
	}
	suggestions->position[count] = position;
	suggestions->start[count] = suggestions->end[count] = place;
	suggestions->count = repair_suggest(reading.clean + first, (size_t) count, suggestions->best, max);
}

bool
repair_propose(const RepairDiagnosis *diagnosis, uint64_t *rank)
{
	*rank = diagnosis->has_value ? diagnosis->rank : diagnosis->suggestion.rank;
	return diagnosis->has_value ||
		(diagnosis->has_suggestion && diagnosis->suggestion.score > SURE);
}
