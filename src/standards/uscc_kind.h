/*
 * What a text is that is no unified social credit code: the older identifiers
 * and the fillings that stand in the same columns.
 */
#ifndef USCC_KIND_H
#define USCC_KIND_H

#include <stdbool.h>
#include <stddef.h>

typedef enum UsccKind
{
	USCC_KIND_UNKNOWN,
	USCC_KIND_CITIZEN_ID,		/* GB 11643, 18 characters or 15 digits */
	USCC_KIND_REGISTRATION_NUMBER,	/* GS 15-2006: 15 digits, check right */
	USCC_KIND_OLD_REGISTRATION_NUMBER,	/* 13 digits, before 2007; no check,
										 * so the first six are a known
										 * division */
	USCC_KIND_COOPERATIVE_NUMBER,	/* nnnnnnNAnnnnnnX, before 2015 */
	USCC_KIND_TAX_NUMBER,		/* a known division and an organization code */
	USCC_KIND_ORGCODE,			/* GB 11714 */
	USCC_KIND_FUJIAN_PILOT,		/* Fujian before October 2015: MOD 37-2 check */
	USCC_KIND_COMPLEMENT_FORGOTTEN, /* the check character before the last
									 * step of its computation */
	USCC_KIND_MASKED,			/* a part is hidden */
	USCC_KIND_PLACEHOLDER,		/* stands for "none" or "unknown" */
	USCC_KIND_EMPTY,
	USCC_KIND_TRUNCATED,		/* begins like a code of an assigned category
								 * and a known province, 4 to 17 characters */
	USCC_KIND_CONTAINS_CODE		/* a longer text; uscc_kind does not look for
								 * it */
} UsccKind;

/*
 * What is a text without blanks, separators and invisible marks, in upper case,
 * where a question mark stands for each character that is not of ASCII?
 */
extern UsccKind uscc_kind(const char *text, size_t length);

/* Is a text, in UTF-8 and of upper case, a placeholder? */
extern bool uscc_is_placeholder(const char *text, size_t length);

/* The word for a kind; NULL for USCC_KIND_UNKNOWN. */
extern const char *uscc_kind_word(UsccKind kind);

#endif							/* USCC_KIND_H */
