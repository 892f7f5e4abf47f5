/*
 * What the parsers of src/standards share about ASCII text.
 */
#ifndef ASCII_H
#define ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* The blanks that PostgreSQL's own input functions ignore around a value. */
static inline bool
ascii_is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char
ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

/* Narrows text and length, in bytes, to what is left without blanks around. */
static inline void
ascii_trim(const char **text, size_t *length)
{
	while (*length > 0 && ascii_is_blank((*text)[*length - 1]))
		(*length)--;
	while (*length > 0 && ascii_is_blank(**text))
	{
		(*text)++;
		(*length)--;
	}
}

#endif							/* ASCII_H */
