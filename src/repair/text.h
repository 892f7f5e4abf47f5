/*
 * A text as the rules of src/repair read it: Unicode code points, one after the
 * other.  Who has the text knows how it is stored, and supplies the reader: a server
 * of any encoding, a page of UTF-16.
 */
#ifndef REPAIR_TEXT_H
#define REPAIR_TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct RepairText RepairText;

/*
 * A place in a text counts its units of storage (bytes, or whatever the reader
 * steps over) from 0 on; length is the place of the end.
 */
struct RepairText
{
	/*
	 * Returns the code point at *place, which is below length, and moves
	 * *place to the next one.  Returns 0 for what is not a character of
	 * Unicode.
	 */
	uint32_t	(*next) (const RepairText *text, size_t *place);
	const void *storage;
	size_t		length;
};

#endif							/* REPAIR_TEXT_H */
