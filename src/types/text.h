/*
 * Texts in the server's encoding: read as Unicode, counted, shown in messages.
 */
#ifndef USCC_TEXT_H
#define USCC_TEXT_H

#include "repair/text.h"

/*
 * A text for src/repair to read; its places are bytes.  The query can be cancelled
 * at every character.  A server of encoding SQL_ASCII is taken to hold UTF-8.
 */
extern RepairText text_open(const char *text, size_t length);

/* Number of characters in length bytes of the server's encoding, and of bytes
 * in the first characters of them. */
extern int	text_count_characters(const char *text, size_t length);
extern size_t text_count_bytes(const char *text, size_t length, int count);

/*
 * A value for an error message, in the server's encoding: without the birth dates of
 * citizen identity numbers in it, and cut to its first characters if it is long.
 * palloc'd.
 */
extern char *text_quote(const char *text, size_t length);

/* The character that begins at a byte of a text.  palloc'd. */
extern char *text_copy_character(const char *text, size_t length, size_t byte);

#endif							/* USCC_TEXT_H */
