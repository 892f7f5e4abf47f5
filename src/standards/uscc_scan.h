/*
 * Unified social credit codes in a longer text.
 */
#ifndef USCC_SCAN_H
#define USCC_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "gb32100.h"

/* The run of letters and digits that the text is in. */
typedef struct UsccScan
{
	int			length;			/* 0 outside of a run; counts no further than
								 * one more than a code has */
	char		run[GB32100_LENGTH];
} UsccScan;

#define USCC_SCAN_START {0, ""}

/*
 * Takes the next character of a text, as a code point of Unicode, 0 at its end.
 * Full-width forms count as ASCII, lower case as upper case; invisible marks
 * count as nothing and leave the scan as it is.  Returns true if the run that
 * ends before this character is a code, and sets *rank.
 */
extern bool uscc_scan(UsccScan *scan, uint32_t character, uint64_t *rank);

#endif							/* USCC_SCAN_H */
