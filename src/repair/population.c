/*
 * How the issued unified social credit codes are distributed.
 */
#include "population.h"

#include <string.h>

#include "standards/ascii.h"
#include "standards/gb11714.h"
#include "standards/gb2260.h"
#include "standards/uscc_code.h"

/* Codes measured with each department and category; all others count as one. */
#define MEASURED 2994326

static const struct
{
	char		pair[3];
	int32_t		codes;
}			measured_pairs[] =

{
	{"11", 9},
	{"12", 132},
	{"19", 1},
	{"34", 1},
	{"51", 87},
	{"52", 12},
	{"81", 471},
	{"89", 4},
	{"91", 2763431},
	{"92", 71339},
	{"93", 158824},
	{"99", 15},
};

/*
 * Business registries hold hardly a code of the other departments, but other
 * tables do: for the likelihood, each pair counts as if it had so many more.
 */
#define OTHER_REGISTRIES 3000

/*
 * Thousands of codes measured in each province.  The share of 10, the national
 * authorities, was not measured and is a guess.
 */
static const struct
{
	int			province;
	int			thousands;
}			measured_provinces[] =

{
	{10, 1},
	{11, 56}, {12, 70}, {13, 133}, {14, 95}, {15, 73},
	{21, 110}, {22, 70}, {23, 98},
	{31, 97}, {32, 140}, {33, 190}, {34, 124}, {35, 98}, {36, 122}, {37, 107},
	{41, 148}, {42, 138}, {43, 117}, {44, 116}, {45, 93}, {46, 83},
	{50, 68}, {51, 108}, {52, 69}, {53, 112}, {54, 34},
	{61, 84}, {62, 70}, {63, 44}, {64, 56}, {65, 74},
};

#define PROVINCES (sizeof(measured_provinces) / sizeof(measured_provinces[0]))

/* Share of the codes whose region no edition of GB/T 2260 knows; and, by the
 * five that were measured, of those without such a province. */
#define UNKNOWN_REGIONS 0.023
#define UNKNOWN_PROVINCES (5.0 / MEASURED)

/*
 * Forms of bodies: the characters that each place may have, and the share of
 * all bodies.  MA is what business registries issue since October 2015, MB, MD
 * and MJ are its like elsewhere, and M0 was that of Fujian before; the shares of
 * the last three are guesses.
 */
#define DIGITS "0123456789"

static const struct
{
	const char *first;
	const char *second;
	const char *others;
	double		share;
}			body_forms[] =

{
	{DIGITS, DIGITS, DIGITS, 0.808},
	{"M", "A", gb32100_alphabet, 0.184},
	{"ABCDEFGHKLXY", DIGITS, DIGITS, 0.008},
	{"M", "BDJ", gb32100_alphabet, 0.001},
	{"M", "0", gb32100_alphabet, 0.001},
	{"LNWY", "AG", DIGITS, 0.0001},
};

#define BODY_FORMS (sizeof(body_forms) / sizeof(body_forms[0]))

/* Share of all bodies of no such form. */
#define OTHER_BODIES 0.00001

/* Codes measured with a pair of department and category; 0 if it is not assigned. */
static int32_t
pair_codes(char department, char category)
{
	for (size_t i = 0; i < sizeof(measured_pairs) / sizeof(measured_pairs[0]); i++)
		if (measured_pairs[i].pair[0] == department && measured_pairs[i].pair[1] == category)
			return measured_pairs[i].codes;
	return gb32100_category(department, category) != NULL;
}

/* Thousands of codes measured in a province, 0 to 99. */
static int
province_thousands(int province)
{
	for (size_t i = 0; i < PROVINCES; i++)
		if (measured_provinces[i].province == province)
			return measured_provinces[i].thousands;
	return 0;
}

static double
region_share(int32_t region)
{
	int32_t		province = gb2260_province(region);
	int32_t		first = gb2260_likely_before(province);
	int32_t		likely = gb2260_likely_before(region + 1) - gb2260_likely_before(region);
	int32_t		likely_province = gb2260_likely_before(gb2260_last(province) + 1) - first;
	double		share;

	if (likely_province == 0)
		return UNKNOWN_PROVINCES / GB2260_COUNT;
	/* provinces without a measured code have a share as well */
	share = (province_thousands(province / 10000) + 1) / (MEASURED / 1000.0);
	if (likely == 0)
		return share * UNKNOWN_REGIONS / 10000;
	return share * (1 - UNKNOWN_REGIONS) * likely / likely_province;
}

/* Characters that a place of a body of some form may have. */
static const char *
body_characters(size_t form, int place)
{
	return place == 0 ? body_forms[form].first :
		place == 1 ? body_forms[form].second : body_forms[form].others;
}

/* Share of the bodies of a form that begin with count characters. */
static double
form_share(size_t form, const char *body, int count)
{
	double		share = body_forms[form].share;

	for (int i = 0; i < count; i++)
	{
		const char *characters = body_characters(form, i);

		if (memchr(characters, body[i], strlen(characters)) == NULL)
			return 0;
		share /= (double) strlen(characters);
	}
	return share;
}

static double
body_share(const char *body)
{
	double		share = OTHER_BODIES;

	for (size_t form = 0; form < BODY_FORMS; form++)
	{
		double		found = form_share(form, body, GB11714_BODY_LENGTH);

		if (found > 0)
			return found;
	}
	for (int i = 0; i < GB11714_BODY_LENGTH; i++)
		share /= GB32100_ALPHABET_SIZE;
	return share;
}

double
repair_population_share(const char code[GB32100_LENGTH])
{
	int32_t		region = 0;
	int32_t		codes = pair_codes(code[0], code[1]);

	for (int i = USCC_REGION; i < USCC_SUBJECT; i++)
		region = 10 * region + code[i] - '0';
	return (codes > 0 ? codes + OTHER_REGISTRIES : 1) / (double) MEASURED *
		region_share(region) * body_share(code + USCC_SUBJECT);
}

/* A whole number from 0 to below bound. */
static uint64_t
draw_below(RepairRandom random, uint64_t bound)
{
	uint64_t	drawn = (uint64_t) (random() * (double) bound);

	return drawn < bound ? drawn : bound - 1;
}

/* Draws positions 1 and 2, of which count are given. */
static void
draw_pair(char *code, size_t count, RepairRandom random)
{
	uint64_t	total = 0;
	uint64_t	drawn;

	for (int i = 0; i < gb32100_category_count; i++)
		if (count == 0 || gb32100_categories[i].department == code[0])
			total += (uint64_t) pair_codes(gb32100_categories[i].department,
										   gb32100_categories[i].category);
	if (total == 0)
	{
		code[1] = (char) ('1' + draw_below(random, 9));
		return;
	}
	drawn = draw_below(random, total);
	for (int i = 0;; i++)
	{
		const Gb32100Category *category = &gb32100_categories[i];
		uint64_t	codes = (uint64_t) pair_codes(category->department, category->category);

		if (count > 0 && category->department != code[0])
			continue;
		if (drawn < codes)
		{
			code[0] = category->department;
			code[1] = category->category;
			return;
		}
		drawn -= codes;
	}
}

/* Draws a region from first to last. */
static int32_t
draw_region(int32_t first, int32_t last, RepairRandom random)
{
	int32_t		likely_before;
	int32_t		likely;
	int			thousands = 0;

	/* first the province, if there is a choice */
	for (int32_t province = gb2260_province(first); province <= last; province += 10000)
		thousands += province_thousands(province / 10000);
	if (gb2260_province(first) != gb2260_province(last) && thousands > 0)
	{
		int			drawn = (int) draw_below(random, (uint64_t) thousands);

		first = gb2260_province(first);
		while (drawn >= province_thousands(first / 10000))
		{
			drawn -= province_thousands(first / 10000);
			first += 10000;
		}
		last = gb2260_last(first);
	}
	likely_before = gb2260_likely_before(first);
	likely = gb2260_likely_before(last + 1) - likely_before;
	if (likely == 0)
		return first + (int32_t) draw_below(random, (uint64_t) last + 1 - (uint64_t) first);
	return gb2260_likely_code(likely_before + (int32_t) draw_below(random, (uint64_t) likely));
}

/* Draws positions 3 to 8, of which count are given. */
static void
complete_region(char *code, size_t count, RepairRandom random)
{
	int32_t		first = 0;
	int32_t		last = 0;

	for (size_t i = 0; i < GB2260_LENGTH; i++)
	{
		bool		given = i < count;

		first = 10 * first + (given ? code[USCC_REGION + i] - '0' : 0);
		last = 10 * last + (given ? code[USCC_REGION + i] - '0' : 9);
	}
	gb2260_format(draw_region(first, last, random), code + USCC_REGION);
}

/* Draws the rest of a body of which count characters are given; false if no
 * form fits them. */
static bool
complete_body(char *body, int count, RepairRandom random)
{
	double		total = 0;
	double		drawn;
	size_t		form = 0;

	for (size_t i = 0; i < BODY_FORMS; i++)
		total += form_share(i, body, count);
	if (total == 0)
		return false;
	drawn = random() * total;
	for (size_t i = 0; i < BODY_FORMS; i++)
	{
		double		share = form_share(i, body, count);

		if (share == 0)
			continue;
		form = i;
		if (drawn < share)
			break;
		drawn -= share;
	}
	for (int i = count; i < GB11714_BODY_LENGTH; i++)
	{
		const char *characters = body_characters(form, i);

		body[i] = characters[draw_below(random, strlen(characters))];
	}
	return true;
}

bool
repair_population_draw(const char *prefix, size_t length, RepairRandom random, uint64_t *rank)
{
	char		code[GB32100_LENGTH];
	uint64_t	first,
				last;
	Fault		ignored;

	if (!uscc_prefix_range(prefix, length, &first, &last))
		return false;
	for (size_t i = 0; i < length; i++)
		code[i] = ascii_upper(prefix[i]);
	if (length < USCC_REGION)
		draw_pair(code, length, random);
	if (length < USCC_SUBJECT)
		complete_region(code, length < USCC_REGION ? 0 : length - USCC_REGION, random);
	if (length >= USCC_SUBJECT_CHECK ||
		complete_body(code + USCC_SUBJECT,
					  length < USCC_SUBJECT ? 0 : (int) length - USCC_SUBJECT, random))
	{
		if (length < GB32100_LENGTH)
			uscc_complete(code, length > USCC_SUBJECT_CHECK);
		if (uscc_parse(code, GB32100_LENGTH, rank, &ignored))
			return true;
	}
	/* no usual subject goes with the prefix, or with the head that was drawn */
	if (length < USCC_SUBJECT && !uscc_prefix_range(code, USCC_SUBJECT, &first, &last))
		return false;
	uscc_format(first + draw_below(random, last - first + 1), code);
	uscc_complete(code, length > USCC_SUBJECT_CHECK);
	return uscc_parse(code, GB32100_LENGTH, rank, &ignored);
}
