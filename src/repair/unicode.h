/*
 * What code points of Unicode mean in and around a code.
 */
#ifndef REPAIR_UNICODE_H
#define REPAIR_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/* The full-width forms of the ASCII characters from '!' to '~', in their order. */
#define UNICODE_FULL_WIDTH_FIRST 0xFF01
#define UNICODE_FULL_WIDTH_LAST 0xFF5E

static inline bool
unicode_is_full_width(uint32_t c)
{
	return c >= UNICODE_FULL_WIDTH_FIRST && c <= UNICODE_FULL_WIDTH_LAST;
}

/* The ASCII character of a full-width form; any other as it is. */
static inline uint32_t
unicode_fold_width(uint32_t c)
{
	return unicode_is_full_width(c) ? c - UNICODE_FULL_WIDTH_FIRST + '!' : c;
}

/*
 * The ASCII character of a code point: itself, its full-width form, a letter
 * or digit of mathematics, or a capital of Greek, Cyrillic or a Roman numeral that looks
 * exactly like a Latin one.  Letters that are not of ASCII come back as capitals.  0 if
 * there is none.
 */
extern char unicode_fold(uint32_t c);

/* The sign of multiplication and its like, which are written for X. */
static inline bool
unicode_is_times(uint32_t c)
{
	return c == 0x00D7 || c == 0x2715 || c == 0x2A2F;
}

/*
 * Is this, from U+0080 on, neither a letter nor a digit nor a part of one, so that it
 * carries no meaning in a code: punctuation, a symbol, a blank, a control or format
 * character?
 */
extern bool unicode_is_meaningless(uint32_t c);

/* Marks that take no room: zero width, byte order, direction, soft hyphen, variation. */
static inline bool
unicode_is_invisible(uint32_t c)
{
	return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
		(c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0001 && c <= 0xE01EF);
}

static inline bool
unicode_is_blank(uint32_t c)
{
	return c <= ' ' || c == 0x007F || c == 0x0085 || c == 0x00A0 ||
		(c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
		c == 0x205F || c == 0x3000;
}

/*
 * Letters, digits and combining marks that must not be adjacent to a code,
 * of the scripts that are written with blanks between words.
 */
static inline bool
unicode_is_alphanumeric(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return c == 0xAA || c == 0xB5 || c == 0xBA ||
		(c >= 0xC0 && c <= 0x052F && c != 0xD7 && c != 0xF7) ||
		(c >= 0x1E00 && c <= 0x1FFF) ||
		(c >= 0x2070 && c <= 0x209C) || /* superscripts and subscripts */
		(c >= 0x20D0 && c <= 0x20F0) || /* marks that go with a character */
		(c >= 0x2460 && c <= 0x24FF) || /* in circles */
		(c >= 0x1D400 && c <= 0x1D7FF); /* of mathematics */
}

#endif							/* REPAIR_UNICODE_H */
