/*
 * The unified social credit codes that exist for this project, and the number
 * each is stored as.
 *
 * GB 32100-2015 says how a code is written; registries have issued codes that
 * bend its rules.  The set of codes here, format 1, is what both allow:
 *
 * - Position 1 is any character but 0, position 2 is 1-9, positions 3-8 are
 *   digits, position 18 is the right check character (GB 32100).
 * - Positions 1-4 are a standard head if they are one of 49 pairs of
 *   department and category and one of 33 provinces (data/make_rank_tables.py
 *   lists both).  Under a standard head the subject is any 8 characters with
 *   their right check character (GB 11714), or two characters and six digits
 *   with any check character 0-9 or X - but M and a letter need the right one.
 * - Under any other head, an irregular one, the subject is one character and
 *   seven digits with any check character 0-9 or X, or M, a letter from A to Q
 *   without I and O, and six characters with the right one.
 *
 * The rank of a code is the number of codes of the set before it in the order
 * of their text (C collation).  Ranks are stored: 0 to USCC_COUNT - 1,
 * every one a code.  The set is frozen for ever.  To name more departments or
 * provinces does not change it.
 */
#ifndef USCC_CODE_H
#define USCC_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fault.h"
#include "gb32100.h"

/* Number of codes in format 1. */
#define USCC_COUNT UINT64_C(18187932265644420000)

/* 0-based places of the fields. */
#define USCC_REGION 2
#define USCC_SUBJECT 8
#define USCC_SUBJECT_CHECK 16
#define USCC_CHECK 17

/*
 * Reads a code: 18 characters, blanks around them ignored, lower case taken as
 * upper case.  Returns true and sets *rank, or returns false and sets *fault.
 * Length in bytes.
 */
extern bool uscc_parse(const char *text, size_t length, uint64_t *rank, Fault *fault);

/* Writes the 18 ASCII characters, not terminated, of a rank below USCC_COUNT. */
extern void uscc_format(uint64_t rank, char text[GB32100_LENGTH]);

/* Fields of a rank below USCC_COUNT, without decoding the rest. */
extern char uscc_rank_department(uint64_t rank);
extern char uscc_rank_category(uint64_t rank);
extern int32_t uscc_rank_region(uint64_t rank); /* 0 to 999999 */

/*
 * Does the code of a rank below USCC_COUNT follow the standards to the letter:
 * department and category assigned, a known province (or 10, 99), the right check
 * character of the subject?
 */
extern bool uscc_rank_is_standard(uint64_t rank);

/*
 * Sets *first and *last to the ranks of the first and last code that begin
 * with the prefix, 0 to 18 characters, lower case taken as upper case.  They
 * have all codes between them in common.  Returns false if there are none.
 */
extern bool uscc_prefix_range(const char *prefix, size_t length,
							  uint64_t *first, uint64_t *last);

/*
 * Writes the check characters after positions 1-16 or, if with_subject_check
 * holds, 1-17, which are all of the alphabet.
 */
extern void uscc_complete(char text[GB32100_LENGTH], bool with_subject_check);

#endif							/* USCC_CODE_H */
