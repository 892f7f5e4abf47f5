/*
 * GB/T 2260: codes of administrative divisions, six digits.  Their names are in
 * gb2260_names.h.
 *
 * xx0000 is a province, xxyy00 a prefecture, anything else a county.  Codes
 * outside the tables of the standard are in use, so none is refused here.
 */
#ifndef GB2260_H
#define GB2260_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fault.h"

#define GB2260_LENGTH 6
#define GB2260_COUNT 1000000

/*
 * Reads 2, 4 or 6 digits, blanks around them ignored; 2 and 4 digits stand for the
 * province and the prefecture.  Returns true and sets *code, 0 to 999999, or returns
 * false and sets *fault.  Length in bytes.
 */
extern bool gb2260_parse(const char *text, size_t length, int32_t *code, Fault *fault);

/* Writes the 6 ASCII digits of a code, 0 to 999999, not terminated. */
extern void gb2260_format(int32_t code, char text[GB2260_LENGTH]);

/*
 * Level of a code, 0 to 999999, by its form.  100000 is the national level:
 * registering authorities use it, and no province is below it.
 */
typedef enum Gb2260Level
{
	GB2260_NATIONAL,
	GB2260_PROVINCE,
	GB2260_PREFECTURE,
	GB2260_COUNTY
} Gb2260Level;

extern Gb2260Level gb2260_level(int32_t code);

/* The word for a level: "national", "province", "prefecture", "county". */
extern const char *gb2260_level_word(Gb2260Level level);

/*
 * A division and all below it are the codes from its own to this one: 350000
 * to 359999, 350100 to 350199, a county to itself.
 */
extern int32_t gb2260_last(int32_t code);

/*
 * Sets *first and *last to the first and last code that begin with the digits
 * of a prefix, 0 to 6.  Returns false if there are none.
 */
extern bool gb2260_prefix_range(const char *prefix, size_t length,
								int32_t *first, int32_t *last);

/* The province and the prefecture that a code lies in, or is. */
extern int32_t gb2260_province(int32_t code);
extern int32_t gb2260_prefecture(int32_t code);

/* The division directly above; -1 above a province and the national level. */
extern int32_t gb2260_parent(int32_t code);

/* Has the code ever stood for a division, or is it a heading of the standard? */
extern bool gb2260_is_known(int32_t code);

/*
 * How likely real codes carry a division before this one (any number): the sum
 * of the weights, 15 for a division of today, 1 for an abolished one and 0 for a
 * heading of the standard, of the known codes before it.
 */
extern int32_t gb2260_likely_before(int32_t code);

/*
 * The way back: the division that a number, 0 to below
 * gb2260_likely_before(GB2260_COUNT), falls to.
 */
extern int32_t gb2260_likely_code(int32_t number);

#endif							/* GB2260_H */
