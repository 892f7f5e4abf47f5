/*
 * GB/T 2260: codes of administrative divisions, six digits.
 *
 * xx0000 is a province, xxyy00 a prefecture, anything else a county.  Codes
 * outside the tables of the standard are in use, so none is refused here.
 */
#ifndef GB2260_H
#define GB2260_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GB2260_LENGTH 6
#define GB2260_COUNT 1000000

typedef enum Gb2260Reason
{
	GB2260_VALID,
	GB2260_CHARACTER,			/* something else than a digit */
	GB2260_NUMBER_OF_DIGITS		/* digits, but not 2, 4 or 6 of them */
} Gb2260Reason;

/*
 * Reads 2, 4 or 6 digits, blanks around them ignored; 2 and 4 digits stand
 * for the province and the prefecture.  Sets *code, 0 to 999999, and on
 * GB2260_CHARACTER instead *position, the 0-based byte in text of the first
 * that is no digit.  Length in bytes.
 */
extern Gb2260Reason gb2260_parse(const char *text, size_t length,
								 int32_t *code, size_t *position);

/* Writes the 6 ASCII digits of a code, 0 to 999999, not terminated. */
extern void gb2260_format(int32_t code, char text[GB2260_LENGTH]);

/*
 * Are the first two digits, 0 to 99, those of a province of GB/T 2260, of the
 * national level (10) or of the Xinjiang Production and Construction Corps
 * (99), which registering authorities use like a province?
 */
extern bool gb2260_is_province(int province);

#endif							/* GB2260_H */
