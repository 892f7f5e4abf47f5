/*
 * What a text is that is no unified social credit code: the older identifiers
 * and the fillings that stand in the same columns.
 */
#ifndef REPAIR_KIND_H
#define REPAIR_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

typedef enum RepairKind
{
	REPAIR_KIND_UNKNOWN,
	REPAIR_KIND_CITIZEN_ID,		/* GB 11643, 18 characters or 15 digits */
	REPAIR_KIND_REGISTRATION_NUMBER,	/* GS 15-2006: 15 digits, check right */
	REPAIR_KIND_OLD_REGISTRATION_NUMBER,	/* 13 digits, before 2007; no
											 * check, so the first six are a
											 * known division */
	REPAIR_KIND_COOPERATIVE_NUMBER, /* nnnnnnNAnnnnnnX, before 2015 */
	REPAIR_KIND_TAX_NUMBER,		/* a known division and an organization code */
	REPAIR_KIND_ORGCODE,		/* GB 11714 */
	REPAIR_KIND_FUJIAN_PILOT,	/* Fujian before October 2015: MOD 37-2 check */
	REPAIR_KIND_COMPLEMENT_FORGOTTEN,	/* the check character before the last
										 * step of its computation */
	REPAIR_KIND_MASKED,			/* a part is hidden */
	REPAIR_KIND_PLACEHOLDER,	/* stands for "none" or "unknown" */
	REPAIR_KIND_EMPTY,
	REPAIR_KIND_TRUNCATED,		/* begins like a code of an assigned category
								 * and a known province, 4 to 17 characters */
	REPAIR_KIND_CONTAINS_CODE	/* a longer text; repair_find_kind does not
								 * look for it */
} RepairKind;

/*
 * What is a text without blanks, separators and invisible marks, in upper case,
 * where a question mark stands for each character that is not of ASCII?
 */
extern RepairKind repair_find_kind(const char *text, size_t length);

/*
 * Is a text, without blanks and invisible marks, a placeholder: a sign or a word of
 * emptiness, one character again and again, digits counting up, or nothing but
 * separators?
 */
extern bool repair_is_placeholder(const RepairText *text);

/* The word for a kind; NULL for REPAIR_KIND_UNKNOWN. */
extern const char *repair_kind_word(RepairKind kind);

#endif							/* REPAIR_KIND_H */
