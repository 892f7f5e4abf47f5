/*
 * Reads any bytes as a unified social credit code: it accepts what the oracle
 * accepts, it comes back as it was without blanks and in upper case, its rank is the
 * number of codes before it; it refuses what the oracle refuses, for the first reason of
 * FaultReason that holds, at the place where it holds.
 */
#include <string.h>

#include "fuzz.h"
#include "gb32100.h"
#include "oracle.h"
#include "uscc_code.h"

/* Is it the right reason, in the order of FaultReason? */
static void
check_fault(const char *text, size_t length, const Fault *fault)
{
	size_t		place = 0;

	if (length != 18)
	{
		HOLDS(fault->reason == FAULT_LENGTH);
		return;
	}
	HOLDS(fault->position >= 0 && fault->position < 18);
	while (place < 18 && oracle_in(oracle_alphabet, text[place]))
		place++;
	if (place < 18)
		HOLDS(fault->reason == FAULT_CHARACTER && fault->position == (int) place);
	else if (text[0] == '0')
		HOLDS(fault->reason == FAULT_DEPARTMENT && fault->position == 0);
	else if (!oracle_in("123456789", text[1]))
		HOLDS(fault->reason == FAULT_CATEGORY && fault->position == 1);
	else if (!oracle_all_in(oracle_digits, text + 2, 6))
		HOLDS(fault->reason == FAULT_REGION && fault->position >= 2 && fault->position < 8 &&
			  oracle_all_in(oracle_digits, text + 2, (size_t) fault->position - 2) &&
			  !oracle_in(oracle_digits, text[fault->position]));
	else if (text[17] != oracle_check_uscc(text))
		HOLDS(fault->reason == FAULT_CHECK_CHARACTER && fault->position == 17 &&
			  fault->expected == oracle_check_uscc(text));
	else if (oracle_count(text, 16) == 0)
		/* no code begins so, but one does without the character that is named */
		HOLDS(fault->reason == FAULT_SUBJECT_FORM && oracle_count(text, (size_t) fault->position) > 0 &&
			  oracle_count(text, (size_t) fault->position + 1) == 0);
	else
		HOLDS(fault->reason == FAULT_SUBJECT_CHECK_CHARACTER && fault->position == 16 &&
			  fault->expected == oracle_check_orgcode(text + 8));
}

/* 18 characters of the alphabet: the check characters that others make. */
static void
check_completion(const char *text)
{
	char		completed[18];
	uint8_t		value[18];

	for (int i = 0; i < 18; i++)
		value[i] = gb32100_value[(unsigned char) text[i]];
	HOLDS(gb32100_alphabet[gb32100_check_value(value)] == oracle_check_uscc(text));
	for (int place = 0; place < 18; place++)
	{
		int			meant;

		memcpy(completed, text, 18);
		meant = gb32100_solve(value, place);
		HOLDS(meant >= 0 && meant < 31);
		completed[place] = gb32100_alphabet[meant];
		HOLDS(completed[17] == oracle_check_uscc(completed));
	}
	memcpy(completed, text, 18);
	uscc_complete(completed, true);
	HOLDS(memcmp(completed, text, 17) == 0 && completed[17] == oracle_check_uscc(text));
	uscc_complete(completed, false);
	HOLDS(memcmp(completed, text, 16) == 0 && oracle_has_right_subject(completed) &&
		  completed[17] == oracle_check_uscc(completed));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);
	char		formatted[18];
	size_t		start;
	size_t		length = oracle_fold((const char *) data, size, text, &start);
	uint64_t	rank;
	Fault		fault;

	if (uscc_parse((const char *) data, size, &rank, &fault))
	{
		HOLDS(length == 18 && oracle_is_code(text));
		HOLDS(rank < USCC_COUNT && rank == oracle_before(text, 18));
		uscc_format(rank, formatted);
		HOLDS(memcmp(formatted, text, 18) == 0);
	}
	else
	{
		HOLDS(length != 18 || !oracle_is_code(text));
		check_fault(text, length, &fault);
	}
	if (length == 18 && oracle_all_in(oracle_alphabet, text, 18))
		check_completion(text);
	free(text);
	return 0;
}
