/*
 * What a text is that is not a unified social credit code: the older identifiers and the
 * fillings that stand in the same columns.
 */
#ifndef REPAIR_KIND_H
#define REPAIR_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "clean.h"
#include "text.h"

typedef enum RepairKind
{
	REPAIR_KIND_UNKNOWN,
	REPAIR_KIND_USCC,			/* for the other standards: GB 32100, and
								 * standard */
	REPAIR_KIND_CITIZEN_ID,		/* GB 11643, 18 characters or 15 digits */
	REPAIR_KIND_REGISTRATION_NUMBER,	/* GS 15-2006: 15 digits, check right,
										 * of a known province */
	REPAIR_KIND_OLD_REGISTRATION_NUMBER,	/* 13 digits, before 2007; no
											 * check, so the first six are a
											 * known division */
	REPAIR_KIND_COOPERATIVE_NUMBER, /* nnnnnnNAnnnnnnX, before 2015 */
	REPAIR_KIND_TAX_NUMBER,		/* a known division and an organization code,
								 * with two digits or not; a citizen number
								 * and two digits; L and a code or a citizen
								 * number */
	REPAIR_KIND_ORGCODE,		/* GB 11714 */
	REPAIR_KIND_FUJIAN_PILOT,	/* Fujian before October 2015: MOD 37-2 check */
	REPAIR_KIND_COMPLEMENT_FORGOTTEN,	/* the check character before the last
										 * step of its computation */
	REPAIR_KIND_TRUNCATED,		/* begins like a code, 4 to 17 characters */
	REPAIR_KIND_ROUNDED,		/* went through a spreadsheet or a double */
	REPAIR_KIND_MASKED,			/* a part is hidden */
	REPAIR_KIND_PLACEHOLDER,	/* stands for "none" or "unknown" */
	REPAIR_KIND_WORDS,			/* no digit, and nothing like a code */
	REPAIR_KIND_EMPTY,
	REPAIR_KIND_CONTAINS_CODE,	/* a longer text with one code */
	REPAIR_KIND_SEVERAL_CODES
} RepairKind;

/*
 * Which identifier is a text as repair_clean makes it?  Finds only those of another
 * standard, from REPAIR_KIND_CITIZEN_ID to REPAIR_KIND_TRUNCATED.
 */
extern RepairKind repair_find_kind(const char *clean, size_t length);

/*
 * What kind of filling is a text?  Finds REPAIR_KIND_EMPTY, REPAIR_KIND_PLACEHOLDER,
 * REPAIR_KIND_WORDS and REPAIR_KIND_MASKED.
 */
extern RepairKind repair_find_filling(const RepairReading *reading);

/* Is it a run of one digit or letter, or of digits counting up or down, as are typed for a test? */
extern bool repair_is_keyboard_run(const char *clean, size_t length);

/* Has a text of 18 characters the form of a citizen number: a known division, a date from
 * 1900 on, three digits and a digit or X?  The check character may be wrong. */
extern bool repair_has_citizen_form(const char *clean, size_t length);

/* The word for a kind; NULL for REPAIR_KIND_UNKNOWN. */
extern const char *repair_kind_word(RepairKind kind);

#endif							/* REPAIR_KIND_H */
