/*
 * The heads of format 1, the stored form, for all tests in C: which pairs of
 * department and category and which provinces are standard.  Written apart from
 * data/make_rank_tables.py, which makes the tables that are tested.
 */
#ifndef FORMAT1_H
#define FORMAT1_H

#include <stdbool.h>

/* Positions 1-2 of a standard head. */
static const char format1_pairs[] =
"11 12 13 19 21 29 31 32 33 34 35 36 39 41 49 51 52 53 54 55 59 61 62 69 71 72 "
"79 81 82 89 91 92 93 99 A1 A9 G1 G9 J1 J9 N1 N2 N3 N9 Q1 Q2 Q3 Q9 Y1 ";

/* Positions 3-4. */
static const char format1_provinces[] =
"10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 "
"54 61 62 63 64 65 99 ";

/* Is a pair of characters in one of these lists? */
static inline bool
format1_lists(const char *list, const char *pair)
{
	for (; *list; list += 3)
		if (list[0] == pair[0] && list[1] == pair[1])
			return true;
	return false;
}

#endif							/* FORMAT1_H */
