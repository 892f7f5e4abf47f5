/*
 * Why a text is not a value of a standard: what the parsers of src/standards say.
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The reasons.  A parser reports the first that it finds, in this order, except
 * that reasons unknown to a standard are left out; gb2260_parse looks at the characters first.
 */
typedef enum FaultReason
{
	FAULT_NONE,
	FAULT_LENGTH,				/* not as long as a value is */
	FAULT_CHARACTER,			/* a character that no value has at this
								 * position */
	FAULT_DEPARTMENT,			/* GB 32100: position 1 is 0 */
	FAULT_CATEGORY,				/* GB 32100: position 2 is not 1-9 */
	FAULT_REGION,				/* GB 32100: a letter in positions 3-8 */
	FAULT_BIRTH_DATE,			/* GB 11643: no day of the calendar from 1800
								 * to 2199 */
	FAULT_SEQUENCE,				/* GB 11643: 000 */
	FAULT_CENTURY,				/* GB 11643: 996-999 in the form of 15 digits,
								 * which meant people born before 1900 */
	FAULT_CHECK_CHARACTER,		/* the last is wrong */
	FAULT_SUBJECT_CHECK_CHARACTER,	/* GB 32100: position 17 is wrong (GB
									 * 11714), in a subject that was only
									 * issued right */
	FAULT_SUBJECT_FORM			/* GB 32100: a subject never issued under such
								 * a head */
} FaultReason;

typedef struct Fault
{
	FaultReason reason;

	/*
	 * 0-based byte, in the text with the ASCII blanks around it cut off; as
	 * all bytes before it are ASCII, also the number of characters before it.
	 * 0 for FAULT_LENGTH.
	 */
	int			position;
	char		expected;		/* the right character, for the two checks */
} Fault;

/* Sets the fault; what a parser returns that finds it. */
static inline bool
fail(Fault *fault, FaultReason reason, int position, char expected)
{
	fault->reason = reason;
	fault->position = position;
	fault->expected = expected;
	return false;
}

/*
 * Likewise for a text of a wrong length in bytes: as that says little about
 * characters that are not ASCII, the first of those is the fault.
 */
static inline bool
fail_length(Fault *fault, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char) text[i] >= 0x80)
			return fail(fault, FAULT_CHARACTER, (int) i, 0);
	return fail(fault, FAULT_LENGTH, 0, 0);
}

#endif							/* FAULT_H */
