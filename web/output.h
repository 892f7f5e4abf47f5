/*
 * How the modules answer: strings in a buffer, each terminated, which uscc.mjs reads.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A function that JavaScript calls; what it returns unless said otherwise is the number
 * of bytes of the answer. */
#define EXPORT(name) __attribute__((export_name(#name)))

static char answer[8192];
static size_t answered;

EXPORT(answer)
const char *
get_answer(void)
{
	return answer;
}

static void
put_bytes(const char *bytes, size_t length)
{
	memcpy(answer + answered, bytes, length);
	answered += length;
	answer[answered++] = '\0';
}

/* Puts a string; an empty one for NULL. */
static void
put(const char *string)
{
	put_bytes(string ? string : "", string ? strlen(string) : 0);
}

static void
put_number(int32_t number)
{
	char		digits[12];
	int			place = sizeof(digits);
	uint32_t	rest = number < 0 ? 0 - (uint32_t) number : (uint32_t) number;

	do
	{
		digits[--place] = (char) ('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		digits[--place] = '-';
	put_bytes(digits + place, sizeof(digits) - (size_t) place);
}

#endif							/* OUTPUT_H */
