/*
 * The door of the names of divisions, a module of its own: a form that only validates
 * does not load them.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "standards/gb2260.h"
#include "standards/gb2260_names.h"

#include "output.h"

/* In Chinese and in English, in a year; nothing if the code is not known. */
EXPORT(name)
size_t
get_name(int32_t code, int32_t year)
{
	Gb2260Division division;

	answered = 0;
	if (!gb2260_find(code, year, &division))
		return 0;
	put(division.name);
	put(division.name_en);
	return answered;
}

/* The names of the divisions that a code lies in and its own. */
EXPORT(path)
size_t
get_path(int32_t code, int32_t year)
{
	const char *names[3];
	int			count = gb2260_path(code, year, names);

	answered = 0;
	for (int i = 0; i < count; i++)
		put(names[i]);
	return answered;
}

/* The divisions of today that a code lives on in. */
EXPORT(successors)
size_t
get_successors(int32_t code)
{
	int32_t		successor;

	answered = 0;
	for (int i = 0; gb2260_successor(code, i, &successor); i++)
		put_number(successor);
	return answered;
}
