/*
 * A second implementation of the rules of the codes, to compare src/standards with: from the
 * standards and from what its headers promise, slowly and without a line or a table
 * of it.  The check characters are written as the standards write them, the rank
 * of a code as its definition says: the number of codes before it, counted.
 */
#ifndef ORACLE_H
#define ORACLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fault.h"
#include "repair/text.h"

/* Bytes as a text in UTF-8; a byte that is not UTF-8 stands for itself. */
extern RepairText oracle_text(const uint8_t *data, size_t size);

/*
 * Copies a text without the blanks around it, in upper case, to folded, which has
 * room for size; *start is the place of its first byte.  Returns its length.
 */
extern size_t oracle_fold(const char *text, size_t size, char *folded, size_t *start);

/* Is a character one of a set?  Not the end of the set. */
extern bool oracle_in(const char *set, char c);

/* Is this the fault of a text of a wrong length: the first byte not of ASCII, if any? */
extern bool oracle_is_length_fault(const Fault *fault, const char *text, size_t length);

/* Are all characters of a text of a set? */
extern bool oracle_all_in(const char *set, const char *text, size_t length);

/* The alphabet of GB 32100; digits. */
extern const char oracle_alphabet[];
extern const char oracle_digits[];

/*
 * The check characters of 17 characters (GB 32100), 8 (GB 11714), 17 digits
 * (GB 11643); NUL if one of them has no value.
 */
extern char oracle_check_uscc(const char *text);
extern char oracle_check_orgcode(const char *text);
extern char oracle_check_citizen(const char *text);

/* The same for the check digit of 14 digits (GS 15). */
extern char oracle_check_registration(const char *text);

/*
 * How many codes of format 1 (USCC_COUNT in all) begin with 0 to 18 characters,
 * and how many are before these.
 */
extern uint64_t oracle_count(const char *prefix, size_t length);
extern uint64_t oracle_before(const char *prefix, size_t length);

static inline bool
oracle_is_code(const char text[18])
{
	return oracle_count(text, 18) == 1;
}

/* Is this one of the assigned pairs of department and category? */
extern bool oracle_is_category(const char *pair);

/* Is the organization code of a code right? */
static inline bool
oracle_has_right_subject(const char code[18])
{
	return code[16] == oracle_check_orgcode(code + 8);
}

/*
 * Sets *first and *last to the first and last day from 1800 to 2199, YYYYMMDD, that
 * begins with 0 to 8 characters; false if there is none.
 */
extern bool oracle_days(const char *prefix, size_t length, const char **first, const char **last);

/* Is this a number of GB 11643, of 18 characters? */
extern bool oracle_is_citizen(const char text[18]);

/* A row of data/divisions.tsv. */
typedef struct OracleDivision
{
	const struct OracleDivision *before;	/* earlier row of the code */
	char	   *name;
	char	   *name_en;		/* empty if there is none */
	int			first_year;
	int			last_year;
	bool		heading;
	const char *successors;		/* codes, with a blank between them */
} OracleDivision;

/* The last row of a code, or NULL if it is not known; any number. */
extern const OracleDivision *oracle_division(int32_t code);

/* The number of a run of digits. */
extern int64_t oracle_number(const char *digits, size_t length);

#endif							/* ORACLE_H */
