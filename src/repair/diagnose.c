/*
 * What is wrong with a text that should be a unified social credit code.
 */
#include "diagnose.h"

#include <string.h>

#include "clean.h"
#include "scan.h"

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
	[FAULT_CHECK_CHARACTER] = "check_character",
	[FAULT_SUBJECT_CHECK_CHARACTER] = "subject_check_character",
	[FAULT_SUBJECT_FORM] = "subject_form"
};

static int
count_characters(const RepairText *text)
{
	int			count = 0;

	for (size_t place = 0; place < text->length; count++)
		text->next(text, &place);
	return count;
}

/*
 * Looks for the first character that is not of a code, in a text that is one after
 * repair_clean; there is none if it is one as it stands.
 */
static void
find_formatting(const RepairText *text, RepairDiagnosis *diagnosis)
{
	size_t		next = 0;

	for (int position = 0; next < text->length; position++)
	{
		size_t		place = next;
		uint32_t	c = text->next(text, &next);

		if (c < 0x80 && gb32100_value[c] != GB32100_FOREIGN)
			continue;
		diagnosis->problem = "formatting";
		diagnosis->fault.reason = FAULT_CHARACTER;
		diagnosis->fault.position = position;
		diagnosis->place = place;
		diagnosis->character = c;
		return;
	}
}

/* What was meant, if the text is not something else. */
static void
find_meant(const RepairText *text, RepairDiagnosis *diagnosis)
{
	switch (diagnosis->kind)
	{
		case REPAIR_KIND_UNKNOWN:
		case REPAIR_KIND_MASKED:
		case REPAIR_KIND_TRUNCATED:
		case REPAIR_KIND_COMPLEMENT_FORGOTTEN:
			break;
		default:
			return;
	}
	if (diagnosis->count <= REPAIR_LONGEST &&
		repair_suggest(diagnosis->clean, (size_t) diagnosis->count, &diagnosis->suggestion, 1) == 1 &&
		diagnosis->suggestion.score > LIKELY)
		diagnosis->has_suggestion = true;
	else if (text->length > GB32100_LENGTH && repair_scan_only(text, &diagnosis->suggestion.rank))
	{
		diagnosis->has_suggestion = true;
		diagnosis->kind = REPAIR_KIND_CONTAINS_CODE;
	}
}

void
repair_diagnose(const RepairText *text, RepairDiagnosis *diagnosis)
{
	size_t		place[REPAIR_LONGEST];
	Fault	   *fault = &diagnosis->fault;

	memset(diagnosis, 0, sizeof(*diagnosis));
	diagnosis->count = repair_clean(text, diagnosis->clean, place, REPAIR_LONGEST);
	if (diagnosis->count < 0)
	{
		/* longer than anything that is known */
		diagnosis->count = count_characters(text);
		fault->reason = FAULT_LENGTH;
	}
	else if (uscc_parse(diagnosis->clean, (size_t) diagnosis->count, &diagnosis->code, fault))
	{
		diagnosis->has_code = true;
		fault->reason = FAULT_NONE;
		find_formatting(text, diagnosis);
		return;
	}
	else
		diagnosis->kind = repair_is_placeholder(text) ? REPAIR_KIND_PLACEHOLDER :
			repair_find_kind(diagnosis->clean, (size_t) diagnosis->count);

	diagnosis->problem = diagnosis->kind == REPAIR_KIND_EMPTY ? "empty" : problem_words[fault->reason];
	if (fault->reason != FAULT_LENGTH)
	{
		size_t		next = place[fault->position];

		diagnosis->place = next;
		diagnosis->character = text->next(text, &next);
	}
	find_meant(text, diagnosis);
}

bool
repair_propose(const RepairDiagnosis *diagnosis, uint64_t *rank)
{
	*rank = diagnosis->has_code ? diagnosis->code : diagnosis->suggestion.rank;
	return diagnosis->has_code ||
		(diagnosis->has_suggestion && diagnosis->suggestion.score > SURE);
}
