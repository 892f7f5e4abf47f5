/*
 * Texts in the server's encoding.  This is the one place that turns its bytes into
 * Unicode.
 */
#include "postgres.h"

#include <limits.h>

#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "repair/citizen.h"
#include "text.h"

/* Longest value, in bytes, that an error message shows whole. */
#define QUOTE_LENGTH 60

/*
 * Code point of the character that begins at text, at most length bytes; sets
 * *bytes to how many it takes.  0 if it has none.
 */
static uint32
code_point(const char *text, size_t length, int *bytes)
{
	unsigned char utf8[MAX_MULTIBYTE_CHAR_LEN * MAX_CONVERSION_GROWTH + 1];
	const unsigned char *character = (const unsigned char *) text;
	int			encoding = GetDatabaseEncoding();

	*bytes = 1;
	if (!IS_HIGHBIT_SET(*text))
		return *character;
	if (encoding == PG_SQL_ASCII || encoding == PG_UTF8)
	{
		int			needed = pg_utf_mblen(character);

		if ((size_t) needed > length || !pg_utf8_islegal(character, needed))
			return 0;
		*bytes = needed;
	}
	else
	{
		/* an error about a value must not fail because of the value */
		Oid			conversion = FindDefaultConversionProc(encoding, PG_UTF8);
		char		copy[MAX_MULTIBYTE_CHAR_LEN + 1];

		*bytes = (int) Min((size_t) pg_encoding_mblen(encoding, text), length);
		if (!OidIsValid(conversion) || *bytes > MAX_MULTIBYTE_CHAR_LEN)
			return 0;
		memcpy(copy, text, *bytes);
		copy[*bytes] = '\0';
		if (pg_do_encoding_conversion_buf(conversion, encoding, PG_UTF8,
										  (unsigned char *) copy, *bytes,
										  utf8, sizeof(utf8), true) != *bytes)
			return 0;
		character = utf8;
	}
	return utf8_to_unicode(character);
}

static uint32
next_character(const RepairText *text, size_t *place)
{
	int			bytes;
	uint32		c = code_point((const char *) text->storage + *place, text->length - *place, &bytes);

	CHECK_FOR_INTERRUPTS();
	*place += bytes;
	return c;
}

RepairText
text_open(const char *text, size_t length)
{
	RepairText	reader = {.next = next_character,.storage = text,.length = length};

	return reader;
}

int
text_count_characters(const char *text, size_t length)
{
	return pg_mbstrlen_with_len(text, (int) Min(length, INT_MAX));
}

size_t
text_count_bytes(const char *text, size_t length, int count)
{
	return (size_t) pg_mbcharcliplen(text, (int) Min(length, INT_MAX), count);
}

char *
text_quote(const char *text, size_t length)
{
	RepairText	reader = text_open(text, length);
	size_t		hidden[REPAIR_CITIZEN_LONGEST];
	int			hidden_count = repair_find_birth_dates(&reader, hidden);
	bool		cut = length > QUOTE_LENGTH;
	size_t		shown = cut ? (size_t) pg_mbcliplen(text, (int) Min(length, INT_MAX), QUOTE_LENGTH) : length;
	size_t		copied = 0;
	StringInfoData quote;

	initStringInfo(&quote);
	for (int i = 0; i < hidden_count && hidden[i] < shown; i++)
	{
		appendBinaryStringInfo(&quote, text + copied, (int) (hidden[i] - copied));
		appendStringInfoChar(&quote, '*');
		copied = hidden[i];
		reader.next(&reader, &copied);
	}
	if (copied < shown)
		appendBinaryStringInfo(&quote, text + copied, (int) (shown - copied));
	if (cut)
		appendStringInfoString(&quote, "...");
	return quote.data;
}

char *
text_copy_character(const char *text, size_t length, size_t byte)
{
	int			bytes = pg_encoding_mblen(GetDatabaseEncoding(), text + byte);

	return pnstrdup(text + byte, Min((size_t) bytes, length - byte));
}
