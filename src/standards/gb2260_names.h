/*
 * What the divisions of GB/T 2260 are and were called since 1981, and where the
 * abolished ones live on.  Nothing that only reads codes needs it.
 */
#ifndef GB2260_NAMES_H
#define GB2260_NAMES_H

#include <stdbool.h>
#include <stdint.h>

/* A division under one of its names, in UTF-8, and the years of that. */
typedef struct Gb2260Division
{
	int32_t		code;
	const char *name;
	const char *name_en;		/* NULL if there is none */
	int			first_year;		/* 0 where the sources have no bound */
	int			last_year;
} Gb2260Division;

/* All of them, in the order of their codes, and of the years of one code. */
extern const int gb2260_division_count;
extern Gb2260Division gb2260_division(int index);

/* In the place of a year: the last name. */
#define GB2260_LAST_NAME INT32_MIN

/*
 * Sets *division to a code with its name of a year.  In the year of a change that is
 * the newer one.  Returns false if the code, or the name in that year, is not known.
 */
extern bool gb2260_find(int32_t code, int32_t year, Gb2260Division *division);

/*
 * Sets names to those that the divisions that a code lies in and its own had in a
 * year, as far as they are known, the largest first, without the headings of the
 * standard that are not divisions.  Returns how many, 0 to 3.
 */
extern int	gb2260_path(int32_t code, int32_t year, const char *names[3]);

/*
 * Sets *successor to a division of today that a code lives on in, the code itself
 * if it is in use.  Number counts them from 0; returns false if there are no more.
 */
extern bool gb2260_successor(int32_t code, int number, int32_t *successor);

#endif							/* GB2260_NAMES_H */
