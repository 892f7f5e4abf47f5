/*
 * Which sentence tells a person what is wrong, and what it names.
 */
#include "explain.h"

#include <string.h>

#include "citizen.h"
#include "standards/ascii.h"
#include "unicode.h"

static void
begin(RepairExplanation *explanation, RepairSentence sentence)
{
	memset(explanation, 0, sizeof(*explanation));
	explanation->sentence = sentence;
}

/* Writes a number with at least so many digits. */
static void
set_digits(RepairExplanation *explanation, int argument, uint32_t number, uint32_t base, int least)
{
	char		reversed[REPAIR_ARGUMENT_SIZE];
	int			count = 0;

	do
	{
		reversed[count++] = "0123456789ABCDEF"[number % base];
		number /= base;
	} while (number > 0 || count < least);
	for (int i = 0; i < count; i++)
		explanation->argument[argument][i] = reversed[count - 1 - i];
}

static void
set_number(RepairExplanation *explanation, int argument, int number)
{
	set_digits(explanation, argument, (uint32_t) number, 10, 1);
}

static void
set_character(RepairExplanation *explanation, int argument, char character)
{
	explanation->argument[argument][0] = character;
}

/* A text of so many characters, of which so many are letters or digits. */
static void
explain_length(const RepairReading *reading, RepairSentence sentence, RepairSentence meaningful,
			   RepairExplanation *explanation)
{
	begin(explanation, reading->total == reading->count ? sentence : meaningful);
	set_number(explanation, 0, reading->total);
	if (reading->total != reading->count)
		set_number(explanation, 1, reading->count);
}

/* A character that no value has; its code point. */
static uint32_t
explain_character(const RepairText *text, const RepairDiagnosis *diagnosis, RepairSentence sentence,
				  RepairExplanation *explanation)
{
	uint32_t	c;

	begin(explanation, sentence);
	explanation->start = diagnosis->place;
	explanation->end = diagnosis->place;
	c = text->next(text, &explanation->end);
	set_number(explanation, 1, diagnosis->position + 1);
	return c;
}

static void
explain_uscc_character(const RepairText *text, const RepairDiagnosis *diagnosis,
					   RepairExplanation *explanation)
{
	uint32_t	c = explain_character(text, diagnosis, REPAIR_SAY_USCC_CHARACTER, explanation);

	/* one that Unicode does not have is 0 */
	if (c == 0 || (c >= 0x20 && c < 0x7F))
		return;
	if (unicode_is_full_width(c))
	{
		explanation->sentence = REPAIR_SAY_USCC_FULL_WIDTH;
		set_character(explanation, 2, (char) unicode_fold_width(c));
		return;
	}
	explanation->sentence = REPAIR_SAY_USCC_CODE_POINT;
	memset(explanation->argument[1], 0, REPAIR_ARGUMENT_SIZE);
	set_digits(explanation, 1, c, 16, 4);
	set_number(explanation, 2, diagnosis->position + 1);
}

/* 18 letters and digits that are not a code. */
static void
explain_uscc(const RepairDiagnosis *diagnosis, RepairExplanation *explanation)
{
	const Fault *fault = &diagnosis->fault;
	const char *code = diagnosis->reading.clean;
	const int  *position = diagnosis->reading.position;
	int			place = position[fault->position] + 1;
	char		character = code[fault->position];

	switch (fault->reason)
	{
		case FAULT_DEPARTMENT:
			begin(explanation, REPAIR_SAY_DEPARTMENT);
			set_number(explanation, 0, place);
			break;
		case FAULT_CATEGORY:
			begin(explanation, REPAIR_SAY_CATEGORY);
			set_number(explanation, 0, place);
			set_character(explanation, 1, character);
			break;
		case FAULT_REGION:
			begin(explanation, REPAIR_SAY_REGION);
			set_number(explanation, 0, position[USCC_REGION] + 1);
			set_number(explanation, 1, position[USCC_SUBJECT - 1] + 1);
			set_number(explanation, 2, place);
			set_character(explanation, 3, character);
			break;
		case FAULT_CHECK_CHARACTER:
			begin(explanation, position[USCC_CHECK] == USCC_CHECK ? REPAIR_SAY_USCC_CHECK :
				  REPAIR_SAY_USCC_CHECK_MEANINGFUL);
			set_number(explanation, 0, place);
			set_character(explanation, 1, character);
			set_character(explanation, 2, fault->expected);
			break;
		case FAULT_SUBJECT_CHECK_CHARACTER:
			begin(explanation, REPAIR_SAY_SUBJECT_CHECK);
			set_number(explanation, 0, place);
			set_character(explanation, 1, character);
			set_number(explanation, 2, position[USCC_SUBJECT] + 1);
			set_number(explanation, 3, position[USCC_SUBJECT_CHECK - 1] + 1);
			set_character(explanation, 4, fault->expected);
			break;
		case FAULT_SUBJECT_FORM:
			begin(explanation, REPAIR_SAY_SUBJECT_FORM);
			memcpy(explanation->argument[0], code, 4);
			set_character(explanation, 1, character);
			set_number(explanation, 2, place);
			break;
		default:
			begin(explanation, REPAIR_SAY_NOTHING);
	}
}

/* A citizen number of the right length. */
static void
explain_citizen_id(const RepairDiagnosis *diagnosis, RepairExplanation *explanation)
{
	const Fault *fault = &diagnosis->fault;

	switch (fault->reason)
	{
		case FAULT_BIRTH_DATE:
			begin(explanation, REPAIR_SAY_BIRTH_DATE);
			break;
		case FAULT_SEQUENCE:
			begin(explanation, REPAIR_SAY_SEQUENCE);
			break;
		case FAULT_CENTURY:
			begin(explanation, REPAIR_SAY_CENTURY);
			return;
		case FAULT_CHECK_CHARACTER:
			begin(explanation, REPAIR_SAY_CITIZEN_ID_CHECK);
			set_character(explanation, 1, diagnosis->reading.clean[fault->position]);
			set_character(explanation, 2, fault->expected);
			break;
		default:
			begin(explanation, REPAIR_SAY_NOTHING);
			return;
	}
	set_number(explanation, 0, diagnosis->position + 1);
}

void
repair_explain(const RepairText *text, RepairStandard standard, const RepairDiagnosis *diagnosis,
			   RepairExplanation *explanation)
{
	/* length, length of which some is meaningful, character */
	static const RepairSentence of_standard[][3] = {
		[REPAIR_USCC] = {REPAIR_SAY_USCC_LENGTH, REPAIR_SAY_USCC_LENGTH_MEANINGFUL, REPAIR_SAY_USCC_CHARACTER},
		[REPAIR_ORGCODE] = {REPAIR_SAY_ORGCODE_LENGTH, REPAIR_SAY_ORGCODE_LENGTH_MEANINGFUL, REPAIR_SAY_ORGCODE_CHARACTER},
		[REPAIR_CITIZEN_ID] = {REPAIR_SAY_CITIZEN_ID_LENGTH, REPAIR_SAY_CITIZEN_ID_LENGTH_MEANINGFUL, REPAIR_SAY_CITIZEN_ID_CHARACTER},
	};
	const Fault *fault = &diagnosis->fault;

	if (fault->reason == FAULT_LENGTH)
		explain_length(&diagnosis->reading, of_standard[standard][0], of_standard[standard][1], explanation);
	else if (fault->reason == FAULT_CHARACTER && standard == REPAIR_USCC)
		explain_uscc_character(text, diagnosis, explanation);
	else if (fault->reason == FAULT_CHARACTER)
		(void) explain_character(text, diagnosis, of_standard[standard][2], explanation);
	else if (standard == REPAIR_USCC)
		explain_uscc(diagnosis, explanation);
	else if (standard == REPAIR_CITIZEN_ID)
		explain_citizen_id(diagnosis, explanation);
	else
	{
		begin(explanation, REPAIR_SAY_ORGCODE_CHECK);
		set_character(explanation, 0, diagnosis->reading.clean[fault->position]);
		set_character(explanation, 1, fault->expected);
	}
}

/* What a kind of text says of itself. */
static RepairSentence
find_advice(const RepairDiagnosis *diagnosis)
{
	switch (diagnosis->kind)
	{
		case REPAIR_KIND_CITIZEN_ID:
			return REPAIR_SAY_IS_CITIZEN_ID;
		case REPAIR_KIND_REGISTRATION_NUMBER:
			return REPAIR_SAY_IS_REGISTRATION_NUMBER;
		case REPAIR_KIND_OLD_REGISTRATION_NUMBER:
			return REPAIR_SAY_IS_OLD_REGISTRATION_NUMBER;
		case REPAIR_KIND_COOPERATIVE_NUMBER:
			return REPAIR_SAY_IS_COOPERATIVE_NUMBER;
		case REPAIR_KIND_TAX_NUMBER:
			/* that of a withholding agent is a code, after its L */
			return diagnosis->has_suggestion ? REPAIR_SAY_NOTHING : REPAIR_SAY_IS_TAX_NUMBER;
		case REPAIR_KIND_ORGCODE:
			return REPAIR_SAY_IS_ORGCODE;
		case REPAIR_KIND_FUJIAN_PILOT:
			return REPAIR_SAY_IS_FUJIAN_PILOT;
		default:
			return REPAIR_SAY_NOTHING;
	}
}

/* A letter that the code does not use: what it probably is. */
static void
explain_confusable(const RepairText *text, const Fault *fault, RepairExplanation *explanation)
{
	size_t		place = (size_t) fault->position;
	uint32_t	c = text->next(text, &place);
	char		given = c < 0x80 ? ascii_upper((char) c) : '\0';
	const char *likely = repair_confusable(given);

	if (!*likely)
		return;
	begin(explanation, REPAIR_SAY_CONFUSABLE);
	set_character(explanation, 0, given);
	set_character(explanation, 1, *likely);
}

void
repair_advise(const RepairText *text, const RepairDiagnosis *diagnosis, const Fault *fault,
			  RepairExplanation *explanation)
{
	size_t		hidden[REPAIR_CITIZEN_LONGEST];
	uint64_t	rank;

	begin(explanation, find_advice(diagnosis));
	if (explanation->sentence != REPAIR_SAY_NOTHING)
		return;
	/* a proposal would show a number that is part of the text */
	if (repair_find_birth_dates(text, hidden) == 0 && repair_propose(diagnosis, &rank))
	{
		explanation->sentence = REPAIR_SAY_DID_YOU_MEAN;
		uscc_format(rank, explanation->argument[0]);
	}
	else if (fault->reason == FAULT_CHARACTER)
		explain_confusable(text, fault, explanation);
}
