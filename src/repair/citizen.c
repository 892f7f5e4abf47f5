/*
 * Citizen identity numbers in a text.
 *
 * A message may be read by many, and shows of a number what citizen_id_mask shows:
 * the division and the end, but not the birth date.
 */
#include "citizen.h"

#include <stdbool.h>

#include "clean.h"
#include "standards/gb11643.h"
#include "standards/gb2260.h"

/* The number of before 1999, and what a tax number adds to it. */
#define OLD_LENGTH 15
#define OLD_DATE_LENGTH 6
#define TAX_DIGITS 2

/* 0-based place of the birth date, and its length today. */
#define DATE 6
#define DATE_LENGTH 8

typedef struct Characters
{
	int			count;
	char		character[REPAIR_CITIZEN_LONGEST];
	size_t		place[REPAIR_CITIZEN_LONGEST];
	bool		adjacent[REPAIR_CITIZEN_LONGEST];	/* nothing between it and
													 * the one before */
	bool		hidden[REPAIR_CITIZEN_LONGEST];
} Characters;

static void
read_characters(const RepairText *text, Characters *characters)
{
	bool		adjacent = false;
	size_t		next = 0;

	characters->count = 0;
	while (next < text->length && characters->count < REPAIR_CITIZEN_LONGEST)
	{
		size_t		place = next;
		char		c = repair_clean_character(text->next(text, &next));
		int			i = characters->count;

		if (c != 0)
		{
			characters->character[i] = c;
			characters->place[i] = place;
			characters->adjacent[i] = adjacent;
			characters->hidden[i] = false;
			characters->count++;
		}
		adjacent = c != 0;
	}
}

static void
hide(Characters *characters, int start, int length)
{
	for (int i = start; i < start + length; i++)
		characters->hidden[i] = true;
}

static bool
is_old_number(const char *digits)
{
	int64_t		number;
	int32_t		division;
	Fault		fault;

	return gb2260_parse(digits, GB2260_LENGTH, &division, &fault) && gb2260_is_known(division) &&
		(gb11643_parse(digits, OLD_LENGTH, &number, &fault) || fault.reason == FAULT_CENTURY);
}

/* Hides in runs of digits that are numbers; does what carries no meaning end a run? */
static void
hide_old_numbers(Characters *characters, bool adjacent)
{
	int			start = 0;

	for (int i = 0; i <= characters->count; i++)
	{
		bool		digit = i < characters->count && characters->character[i] >= '0' &&
			characters->character[i] <= '9';
		int			length = i - start;

		if (digit && (length == 0 || !adjacent || characters->adjacent[i]))
			continue;
		if ((length == OLD_LENGTH || length == OLD_LENGTH + TAX_DIGITS) &&
			is_old_number(characters->character + start))
			hide(characters, start + DATE, OLD_DATE_LENGTH);
		start = digit ? i : i + 1;
	}
}

int
repair_find_birth_dates(const RepairText *text, size_t hidden[REPAIR_CITIZEN_LONGEST])
{
	Characters	characters;
	int			count = 0;

	read_characters(text, &characters);
	for (int i = 0; i + GB11643_LENGTH <= characters.count; i++)
	{
		int64_t		number;
		Fault		fault;

		if (gb11643_parse(characters.character + i, GB11643_LENGTH, &number, &fault))
			hide(&characters, i + DATE, DATE_LENGTH);
	}
	hide_old_numbers(&characters, false);
	hide_old_numbers(&characters, true);
	for (int i = 0; i < characters.count; i++)
		if (characters.hidden[i])
			hidden[count++] = characters.place[i];
	return count;
}
