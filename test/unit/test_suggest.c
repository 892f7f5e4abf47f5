/*
 * How often repair_suggest finds the code that was meant: of 10,000 codes, each
 * with one random mistake of a kind, the share whose code comes first, and that
 * is among the first five.  Prints the table, for codes of repair_population_draw
 * and for those of real organizations (data/organizations.csv), most of which
 * are of kinds that business registries hold few of.
 *
 * Then of the HINT "Did you mean", which is given only if it is right more than nine
 * times in ten: of 10,000 codes with one digit mistyped, one confusable character, two
 * neighbours swapped, how often it is right, wrong and not given.
 *
 * Then a table of score against truth: of the first suggestions with a score from a tenth
 * to the next, the share that is right; of all kinds of mistakes in equal number, and of
 * one text in ten with two mistakes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "tap.h"
#include "uscc_code.h"
#include "repair/diagnose.h"
#include "repair/population.h"

#define CODES 10000

/* Characters that look alike; not the table of repair_confusable. */
static const char *const alike[] = {"0ODQ", "1ILT", "2Z7", "5S", "8B", "6GC", "UVY"};

static int
below(int bound)
{
	return (int) (random_number() % (uint64_t) bound);
}

static double
random_share(void)
{
	return (double) (random_number() >> 11) / 9007199254740992.0;
}

static bool
swap(char *text)
{
	int			i = below(17);
	char		c = text[i];

	text[i] = text[i + 1];
	text[i + 1] = c;
	return true;
}

static bool
confuse(char *text)
{
	int			i = below(18);
	const char *class = NULL;
	char		c;

	for (size_t k = 0; k < sizeof(alike) / sizeof(alike[0]); k++)
		if (strchr(alike[k], text[i]))
			class = alike[k];
	if (class == NULL)
		return false;
	do
		c = class[below((int) strlen(class))];
	while (c == text[i]);
	text[i] = c;
	return true;
}

static bool
substitute(char *text)
{
	int			i = below(18);
	char		c;

	do
		c = gb32100_alphabet[below(31)];
	while (c == text[i]);
	text[i] = c;
	return true;
}

/* Another digit in the place of one. */
static bool
mistype_digit(char *text)
{
	int			i = below(18);

	if (strchr("0123456789", text[i]) == NULL)
		return false;
	text[i] = (char) ('0' + (text[i] - '0' + 1 + below(9)) % 10);
	return true;
}

/* Two digits of the region read as letters, of the alphabet or not. */
static bool
read_letters(char *text)
{
	static const char letters[] = "OLZ?ASGTBQ";
	int			i = 2 + below(6);
	int			j = 2 + below(6);

	if (i == j || text[i] == '3' || text[j] == '3' || text[i] > '9' || text[j] > '9')
		return false;
	text[i] = letters[text[i] - '0'];
	text[j] = letters[text[j] - '0'];
	return true;
}

static bool
lose(char *text)
{
	int			i = below(18);

	memmove(text + i, text + i + 1, strlen(text + i));
	return true;
}

static bool
insert(char *text)
{
	int			i = below(19);

	memmove(text + i + 1, text + i, strlen(text + i) + 1);
	text[i] = gb32100_alphabet[below(31)];
	return true;
}

static bool
double_one(char *text)
{
	int			i = below(18);

	memmove(text + i + 1, text + i, strlen(text + i) + 1);
	return true;
}

/* The kinds, and the least shares, in per cent. */
static const struct
{
	const char *name;
	bool		(*make) (char *text);
	double		first;
	double		first_five;
}			kinds[] =

{
	{"two neighbours swapped", swap, 94, 97},
	{"a confusable character", confuse, 97, 98.5},
	{"a digit for a digit", mistype_digit, 80, 96.5},
	{"any other character", substitute, 85, 98},
	{"two digits of the region read as letters", read_letters, 97, 99},
	{"a character lost", lose, 80, 98},
	{"a character inserted", insert, 95, 99.5},
	{"a character doubled", double_one, 99, 99.5},
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static char organizations[1000][18];
static int	organization_count;

static void
read_organizations(void)
{
	FILE	   *file = fopen("data/organizations.csv", "r");
	char		line[1000];
	uint64_t	rank;
	Fault		fault;

	while (file && fgets(line, sizeof(line), file))
		if (strlen(line) > 18 && uscc_parse(line, 18, &rank, &fault) &&
			uscc_rank_is_standard(rank))
			memcpy(organizations[organization_count++], line, 18);
	ok(organization_count == 148, "148 real organizations with codes to the letter of the standards");
}

static void
draw_code(char *code)
{
	uint64_t	rank;

	if (!repair_population_draw("", 0, random_share, &rank))
		abort();
	uscc_format(rank, code);
}

static void
draw_organization(char *code)
{
	memcpy(code, organizations[below(organization_count)], 18);
}

/* Draws a code and makes a mistake in it. */
static void
draw_mistake(void (*draw) (char *code), bool (*make) (char *text), char code[19], char text[20])
{
	memset(code, 0, 19);
	draw(code);
	do
		strcpy(text, code);
	while (!make(text) || strcmp(text, code) == 0);
}

static void
measure(size_t kind, void (*draw) (char *code), const char *source)
{
	int			first = 0;
	int			first_five = 0;
	char		name[200];

	for (int n = 0; n < CODES; n++)
	{
		uint64_t	rank;
		Fault		fault;
		char		code[19];
		char		text[20];
		RepairSuggestion best[5];
		int			count;

		draw_mistake(draw, kinds[kind].make, code, text);
		uscc_parse(code, 18, &rank, &fault);
		count = repair_suggest(text, strlen(text), best, 5);
		for (int i = 0; i < count; i++)
			if (best[i].rank == rank)
			{
				first += i == 0;
				first_five++;
			}
	}
	snprintf(name, sizeof(name), "%s, %s: %.2f %% first, %.2f %% in the first five",
			 source, kinds[kind].name, 100.0 * first / CODES, 100.0 * first_five / CODES);
	ok(100.0 * first / CODES >= kinds[kind].first &&
	   100.0 * first_five / CODES >= kinds[kind].first_five, name);
}

static uint32_t
next_character(const RepairText *text, size_t *place)
{
	return ((const unsigned char *) text->storage)[(*place)++];
}

static void
measure_hint(const char *mistake, bool (*make) (char *text), void (*draw) (char *code),
			 const char *source)
{
	int			right = 0;
	int			wrong = 0;
	char		name[200];

	for (int n = 0; n < CODES; n++)
	{
		char		code[19];
		char		text[20];
		RepairText	reader = {next_character, text, 18};
		RepairDiagnosis diagnosis;
		uint64_t	rank;
		char		proposed[18];

		draw_mistake(draw, make, code, text);
		repair_diagnose(&reader, REPAIR_USCC, &diagnosis);
		if (!repair_propose(&diagnosis, &rank))
			continue;
		uscc_format(rank, proposed);
		if (memcmp(proposed, code, 18) == 0)
			right++;
		else
			wrong++;
	}
	snprintf(name, sizeof(name), "%s, %s, HINT: %.2f %% right, %.2f %% wrong, %.2f %% absent",
			 source, mistake, 100.0 * right / CODES, 100.0 * wrong / CODES,
			 100.0 * (CODES - right - wrong) / CODES);
	ok(right > 0 && wrong * 10 <= right + wrong, name);
}

/* Scores by tenths, and how many of them are right. */
static void
calibrate(void)
{
	int			given[10] = {0};
	int			right[10] = {0};
	int			texts = 0;
	bool		true_scores = true;

	for (int n = 0; n < 20 * CODES; n++)
	{
		size_t		kind = (size_t) n % KINDS;
		uint64_t	rank;
		Fault		fault;
		char		code[19] = "";
		char		text[21];
		RepairSuggestion best;
		int			tenth;

		draw_code(code);
		do
		{
			strcpy(text, code);
			if (n % 10 == 9 && !kinds[below((int) KINDS)].make(text))
				continue;
		}
		while (!kinds[kind].make(text) || strcmp(text, code) == 0);
		texts++;
		/* a mistake that gives another code is not seen */
		if (uscc_parse(text, strlen(text), &rank, &fault))
			continue;
		uscc_parse(code, 18, &rank, &fault);
		/* their scores are about registries, not about mistakes in writing */
		if (repair_find_kind(text, strlen(text)) == REPAIR_KIND_COMPLEMENT_FORGOTTEN ||
			repair_find_kind(text, strlen(text)) == REPAIR_KIND_FUJIAN_PILOT ||
			repair_suggest(text, strlen(text), &best, 1) == 0)
			continue;
		tenth = best.score < 1 ? (int) (best.score * 10) : 9;
		given[tenth]++;
		right[tenth] += best.rank == rank;
	}
	printf("# score        share of texts   right\n");
	for (int i = 0; i < 10; i++)
	{
		double		share = given[i] > 0 ? (double) right[i] / given[i] : 0;

		printf("# %.1f to %.1f   %12.1f %%   %4.1f %%\n", i / 10.0, (i + 1) / 10.0,
			   100.0 * given[i] / texts, 100 * share);
		/* of a tenth with enough of them */
		if (given[i] >= 1000 && (share < i / 10.0 - 0.05 || share > (i + 1) / 10.0 + 0.05))
			true_scores = false;
	}
	ok(true_scores, "scores are the share that is right, to a twentieth");
}

int
main(void)
{
	static const struct
	{
		const char *name;
		bool		(*make) (char *text);
	}			hints[] = {
		{"a digit mistyped", mistype_digit},
		{"a confusable character", confuse},
		{"two neighbours swapped", swap},
	};

	read_organizations();
	for (size_t kind = 0; kind < KINDS; kind++)
		measure(kind, draw_code, "drawn codes");
	for (size_t kind = 0; kind < KINDS; kind++)
		measure(kind, draw_organization, "organizations");
	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
	{
		measure_hint(hints[i].name, hints[i].make, draw_code, "drawn codes");
		measure_hint(hints[i].name, hints[i].make, draw_organization, "organizations");
	}
	calibrate();
	return done_testing();
}
