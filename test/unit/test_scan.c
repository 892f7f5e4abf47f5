/*
 * How often something that is not a code is taken for one: by cleaning, of random junk
 * with punctuation; and by repair_scan, of random numbers and hexadecimal digits.  Prints
 * the rates, and fails if they are above what two check characters and the form of a code
 * leave to chance.  Given files, it searches those instead and prints what it finds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "tap.h"
#include "uscc_code.h"
#include "repair/clean.h"
#include "repair/scan.h"

#define TEXTS 1000000

static int
below(int bound)
{
	return (int) (random_number() % (uint64_t) bound);
}

static uint32_t
next_byte(const RepairText *text, size_t *place)
{
	unsigned char c = ((const unsigned char *) text->storage)[(*place)++];

	/* letters of another script, to the scan */
	return c < 0x80 ? c : 0x4E00;
}

/* Counts the codes in a text, and the standard ones among them. */
static void
count_codes(const char *characters, size_t length, long *found, long *standard)
{
	RepairText	text = {next_byte, characters, length};
	RepairScan	scan = REPAIR_SCAN_START;
	uint64_t	rank;

	while (repair_scan(&scan, &text, &rank))
	{
		++*found;
		*standard += uscc_rank_is_standard(rank);
	}
}

/* 18 characters of a set, with signs at random places. */
static size_t
make_junk(char *text, const char *set)
{
	static const char signs[] = " -./,:;'\"()_#";
	size_t		length = 0;

	for (int i = 0; i < 18; i++)
	{
		if (below(3) == 0)
			text[length++] = signs[below((int) sizeof(signs) - 1)];
		text[length++] = set[below((int) strlen(set))];
	}
	return length;
}

static void
check_cleaning(const char *what, const char *set, double most, double most_standard)
{
	long		codes = 0;
	long		standard = 0;
	char		name[200];

	for (int n = 0; n < TEXTS; n++)
	{
		char		junk[36];
		char		clean[18];
		RepairText	text = {next_byte, junk, make_junk(junk, set)};
		uint64_t	rank;
		Fault		ignored;

		if (repair_clean(&text, clean, 18) == 18 && uscc_parse(clean, 18, &rank, &ignored))
		{
			codes++;
			standard += uscc_rank_is_standard(rank);
		}
	}
	snprintf(name, sizeof(name), "cleaning makes a code of %.3f %% of %s with signs, a standard one of %.4f %%",
			 100.0 * (double) codes / TEXTS, what, 100.0 * (double) standard / TEXTS);
	ok(100.0 * (double) codes / TEXTS <= most && 100.0 * (double) standard / TEXTS <= most_standard, name);
}

/* Texts of a form: d is a digit, h a hexadecimal digit, all else itself. */
static void
check_scan(const char *what, const char *form, double most, double most_standard)
{
	long		found = 0;
	long		standard = 0;
	char		name[200];

	for (int n = 0; n < TEXTS; n++)
	{
		char		text[64];
		size_t		length = strlen(form);

		for (size_t i = 0; i < length; i++)
			text[i] = form[i] == 'd' ? (char) ('0' + below(10)) :
				form[i] == 'h' ? "0123456789abcdef"[below(16)] : form[i];
		count_codes(text, length, &found, &standard);
	}
	snprintf(name, sizeof(name), "a code is found in %.4f %% of %s, a standard one in %.4f %%",
			 100.0 * (double) found / TEXTS, what, 100.0 * (double) standard / TEXTS);
	ok(100.0 * (double) found / TEXTS <= most && 100.0 * (double) standard / TEXTS <= most_standard, name);
}

static void
search_file(const char *path, long *bytes, long *found, long *standard)
{
	FILE	   *file = fopen(path, "rb");
	char	   *text;
	long		size;

	if (file == NULL)
		return;
	fseek(file, 0, SEEK_END);
	size = ftell(file);
	rewind(file);
	text = malloc((size_t) size + 1);
	if (fread(text, 1, (size_t) size, file) == (size_t) size)
	{
		count_codes(text, (size_t) size, found, standard);
		*bytes += size;
	}
	free(text);
	fclose(file);
}

int
main(int argc, char **argv)
{
	long		bytes = 0;
	long		found = 0;
	long		standard = 0;

	for (int i = 1; i < argc; i++)
		search_file(argv[i], &bytes, &found, &standard);
	if (argc > 1)
	{
		printf("%d files, %.1f MB: %ld found, %ld standard\n", argc - 1, (double) bytes / 1e6, found, standard);
		return 0;
	}
	check_cleaning("18 digits", "0123456789", 3.3, 0.06);
	check_cleaning("18 characters of the alphabet", gb32100_alphabet, 0.01, 0.001);
	check_cleaning("18 letters and digits", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0.01, 0.001);
	check_scan("numbers of 18 digits", " dddddddddddddddddd ", 3.3, 0.06);
	check_scan("numbers of 18 digits after a label", "NOdddddddddddddddddd", 0.06, 0.06);
	check_scan("numbers of 18 digits in groups of 4", "dddd dddd dddd dddd dd", 0.01, 0.01);
	check_scan("numbers of 18 digits in groups of 3", "ddd ddd ddd ddd ddd ddd", 0.01, 0.01);
	check_scan("numbers of 20 digits", "dddddddddddddddddddd", 0, 0);
	check_scan("18 hexadecimal digits", "hhhhhhhhhhhhhhhhhh", 0.2, 0.002);
	check_scan("UUIDs", "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh", 0.001, 0.001);
	return done_testing();
}
