/*
 * Proves of src/standards/uscc_code.c, without a server: the set of codes is
 * that of uscc_code.h, ranks are the order of the text, both ways agree, every
 * slip that MOD 31 promises to catch is caught, prefixes are intervals.
 *
 * The oracle, is_code(), reads the rules from uscc_code.h once more, slowly
 * and with its own tables.  Where parse() accepts just what is_code() accepts,
 * and format() and parse() are inverse and keep the order over 0 to
 * USCC_COUNT - 1, no other ranks are possible.
 */
#include <stdlib.h>
#include <string.h>

#include "../lib/format1.h"
#include "gb11714.h"
#include "gb2260.h"
#include "random.h"
#include "tap.h"
#include "uscc_code.h"
#include "repair/population.h"
#include "repair/suggest.h"

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static bool
in(char c, const char *set)
{
	return c && strchr(set, c);
}

static bool
all_in(const char *text, int length, const char *set)
{
	for (int i = 0; i < length; i++)
		if (!in(text[i], set))
			return false;
	return true;
}

/* The check character of 17 characters, by the formula of GB 32100. */
static char
mod31(const char *text)
{
	int			sum = 0,
				weight = 1;

	for (int i = 0; i < 17; i++)
	{
		sum += weight * (int) (strchr(alphabet, text[i]) - alphabet);
		weight = weight * 3 % 31;
	}
	return alphabet[(31 - sum % 31) % 31];
}

/* The check character of 8 characters, by the formula of GB 11714. */
static char
mod11(const char *body)
{
	static const char base36[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const int weight[] = {3, 7, 9, 10, 5, 8, 4, 2};
	int			sum = 0,
				check;

	for (int i = 0; i < 8; i++)
		sum += weight[i] * (int) (strchr(base36, body[i]) - base36);
	check = 11 - sum % 11;
	return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
}

/* Are these 18 characters in the set of format 1? */
static bool
is_code(const char *text)
{
	const char *subject = text + 8;
	const char	digits[] = "0123456789";

	if (!all_in(text, 18, alphabet) || text[0] == '0' || !in(text[1], "123456789") ||
		!all_in(text + 2, 6, digits) || text[17] != mod31(text))
		return false;
	if (format1_lists(format1_pairs, text) && format1_lists(format1_provinces, text + 2))
	{
		if (subject[8] == mod11(subject))
			return true;
		return all_in(subject + 2, 6, digits) && in(subject[8], "0123456789X") &&
			!(subject[0] == 'M' && !in(subject[1], digits));
	}
	if (all_in(subject + 1, 7, digits) && in(subject[8], "0123456789X"))
		return true;
	return subject[0] == 'M' && in(subject[1], "ABCDEFGHJKLMNPQ") &&
		subject[8] == mod11(subject);
}

static bool
parses(const char *text)
{
	uint64_t	rank;
	Fault		fault;

	return uscc_parse(text, 18, &rank, &fault);
}

static uint64_t
random_rank(void)
{
	uint64_t	rank;

	do
		rank = random_number();
	while (rank >= USCC_COUNT);
	return rank;
}

/*
 * Does the rank come back from its text, is the text a code of the oracle, do
 * the fields agree with the text, and is the next code greater?
 */
static bool
rank_holds(uint64_t rank)
{
	char		text[18],
				next[18],
				region[7] = "";
	uint64_t	back;
	Fault		fault;

	uscc_format(rank, text);
	if (!uscc_parse(text, 18, &back, &fault) || back != rank)
		return false;
	memcpy(region, text + 2, 6);
	if (uscc_rank_department(rank) != text[0] || uscc_rank_category(rank) != text[1] ||
		uscc_rank_region(rank) != strtol(region, NULL, 10))
		return false;
	if (rank + 1 == USCC_COUNT)
		return true;
	uscc_format(rank + 1, next);
	return memcmp(text, next, 18) < 0;
}

static void
check_golden_ranks(void)
{
	static const struct
	{
		const char *text;
		uint64_t	rank;
	}			golden[] = {
		{"11000000000000000U", 0},
		{"12100000400000624D", UINT64_C(297432521161537256)},
		{"54110000MATE00010J", UINT64_C(5685152197710570362)},
		{"91053914MA0NMDRT2G", UINT64_C(9576053531800217877)},
		{"91100000MATE004750", UINT64_C(9576824799046120492)},
		{"91350100M000100Y43", UINT64_C(9691015559910710352)},
		{"914403001922038216", UINT64_C(9743426608707631838)},
		{"93410100NA000307XN", UINT64_C(10308906312977167322)},
		{"Y9999999Y9999999X5", USCC_COUNT - 1},
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(golden) / sizeof(golden[0]); i++)
	{
		uint64_t	rank;
		Fault		fault;
		char		text[18];

		good &= uscc_parse(golden[i].text, 18, &rank, &fault) && rank == golden[i].rank;
		uscc_format(golden[i].rank, text);
		good &= memcmp(text, golden[i].text, 18) == 0;
	}
	ok(good, "golden ranks of format 1, both ways");
}

static void
check_inverse(void)
{
	bool		good = true;
	uint64_t	first,
				last;

	for (int i = 0; good && i < 10000000; i++)
		good = rank_holds(random_rank());
	ok(good, "10,000,000 random ranks: inverse, ordered, fields as in the text");

	/* the ends of the intervals of every pair and province */
	good = true;
	for (int pair = 0; pair < 270; pair++)
		for (int province = 0; province < 100; province++)
		{
			char		prefix[4] = {
				alphabet[1 + pair / 9], (char) ('1' + pair % 9),
				(char) ('0' + province / 10), (char) ('0' + province % 10)
			};

			good &= uscc_prefix_range(prefix, 4, &first, &last) && first < last;
			for (uint64_t i = 0; i < 3; i++)
				good &= rank_holds(first + i) && rank_holds(last - i);
			if (first > 0)
				good &= rank_holds(first - 1);
		}
	ok(good, "the ends of the interval of every pair and province");

	/* and of every run of leading characters of a subject, both kinds of head */
	good = true;
	for (int kind = 0; kind < 2; kind++)
		for (int a = 0; a < 31; a++)
			for (int b = 0; b < 31; b++)
				for (int c = 0; c < 31; c++)
				{
					char		prefix[] = "91350100abc";
					char		text[18];

					if (kind)
						prefix[2] = '0';
					prefix[8] = alphabet[a];
					prefix[9] = alphabet[b];
					prefix[10] = alphabet[c];
					if (!uscc_prefix_range(prefix, 11, &first, &last))
					{
						good &= kind == 1;
						continue;
					}
					uscc_format(first, text);
					good &= is_code(text) && rank_holds(first) && rank_holds(first - 1);
					uscc_format(last, text);
					good &= is_code(text) && rank_holds(last) && rank_holds(last + 1);
				}
	ok(good, "the ends of the interval of every three leading characters of a subject");

	/* and at every boundary within six digits after a lenient lead */
	good = true;
	for (int i = 0; i < 200000; i++)
	{
		char		prefix[18] = "91350100";
		size_t		length = 10 + random_number() % 8;

		prefix[8] = alphabet[random_number() % 21];
		prefix[9] = alphabet[random_number() % 31];
		for (size_t j = 10; j < 16; j++)
			prefix[j] = "00123456789999ABXY"[random_number() % 18];
		prefix[16] = "0123456789X"[random_number() % 11];
		if (uscc_prefix_range(prefix, length, &first, &last))
			good &= rank_holds(first) && rank_holds(first - 1) && rank_holds(last);
		else
			good &= length == 17;
	}
	ok(good, "the ends of 200,000 intervals among digits and letters");
}

/*
 * Texts near the border of the set: a code, some characters replaced, the
 * check characters mostly made right again.
 */
static void
check_membership(void)
{
	bool		good = true;
	int			accepted = 0,
				refused = 0;

	for (int i = 0; good && i < 2000000; i++)
	{
		char		text[19] = "";
		int			changes = (int) (random_number() % 4);

		if (i % 2)
		{
			uscc_format(random_rank(), text);
			if (i % 4 == 1)
				memcpy(text, "91350100", 8);
		}
		else
		{
			memcpy(text, i % 4 ? "9135010012345678" : "9105010012345678", 16);
			for (int j = 8; j < 16; j++)
				text[j] = alphabet[random_number() % (j < 10 ? 31 : 11)];
		}
		for (int j = 0; j < changes; j++)
			text[random_number() % 16] = alphabet[random_number() % 31];
		switch (random_number() % 4)
		{
			case 0:
				text[16] = alphabet[random_number() % 31];
				break;
			case 1:
				text[16] = "0123456789X"[random_number() % 11];
				break;
			default:
				text[16] = mod11(text + 8);
		}
		text[17] = random_number() % 8 ? mod31(text) : alphabet[random_number() % 31];
		good = parses(text) == is_code(text);
		*(is_code(text) ? &accepted : &refused) += 1;
		if (!good)
			printf("# %s\n", text);
	}
	ok(good && accepted > 100000 && refused > 100000,
	   "2,000,000 texts near the border of the set: accepted as the rules say");
}

static void
check_single_errors(void)
{
	bool		substitution = true,
				swap = true;

	for (int i = 0; i < 1000; i++)
	{
		char		text[18];

		uscc_format(random_rank(), text);
		for (int position = 0; position < 18; position++)
		{
			char		c = text[position];

			for (int byte = 0; byte < 256; byte++)
				if (byte != c && !(byte >= 'a' && byte <= 'z' && byte - 'a' + 'A' == c))
				{
					text[position] = (char) byte;
					substitution &= !parses(text);
				}
			text[position] = c;
			if (position < 17 && text[position + 1] != c)
			{
				text[position] = text[position + 1];
				text[position + 1] = c;
				swap &= !parses(text);
				text[position + 1] = text[position];
				text[position] = c;
			}
		}
	}
	ok(substitution, "every single substitution in 1,000 random codes is refused");
	ok(swap, "every swap of unequal neighbours in 1,000 random codes is refused");
}

/* A prefix, against texts: its interval ends where the prefix does. */
static bool
prefix_holds(const char *prefix, size_t length)
{
	uint64_t	first,
				last;
	char		text[18];

	if (!uscc_prefix_range(prefix, length, &first, &last))
		return false;
	uscc_format(first, text);
	if (memcmp(text, prefix, length) != 0)
		return false;
	uscc_format(last, text);
	if (memcmp(text, prefix, length) != 0 || first > last)
		return false;
	if (first > 0)
	{
		uscc_format(first - 1, text);
		if (memcmp(text, prefix, length) == 0)
			return false;
	}
	if (last < USCC_COUNT - 1)
	{
		uscc_format(last + 1, text);
		if (memcmp(text, prefix, length) == 0)
			return false;
	}
	return true;
}

static void
check_prefixes(void)
{
	bool		good = true;
	uint64_t	first,
				last;
	static const char *const none[] = {
		"0", "90", "9A", "91A", "91350I", "9135010!", "91050100M0A", "91050100MR",
		"91050100A0000000Y", "91350100MA0000001", "91350100M000100Y44",
		"91350100M000100Y430"
	};

	for (int i = 0; good && i < 200000; i++)
	{
		char		text[18];

		uscc_format(random_rank(), text);
		for (size_t length = 0; length <= 18; length++)
			good &= prefix_holds(text, length);
	}
	ok(good, "every prefix of 200,000 random codes is just its interval");

	good = true;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		good &= !uscc_prefix_range(none[i], strlen(none[i]), &first, &last);
	ok(good, "prefixes that no code has");

	/*
	 * which prefixes exist at all: brute force over the four after 8
	 * characters
	 */
	good = true;
	for (int i = 0; i < 31 * 31 * 31; i++)
	{
		char		text[18] = "91050100";
		bool		exists = false;

		text[8] = alphabet[i / 961];
		text[9] = alphabet[i / 31 % 31];
		text[10] = alphabet[i % 31];
		memset(text + 11, '0', 5);
		text[16] = mod11(text + 8);
		text[17] = mod31(text);
		exists = is_code(text);
		good &= exists == uscc_prefix_range(text, 11, &first, &last);
	}
	ok(good, "prefixes of three characters of a subject under an irregular head");

	good = uscc_prefix_range("", 0, &first, &last) && first == 0 && last == USCC_COUNT - 1;
	ok(good, "the empty prefix is all codes");
	good = uscc_prefix_range("91350100m000100y43", 18, &first, &last) &&
		first == last && first == UINT64_C(9691015559910710352);
	ok(good, "a whole code, in lower case, is a prefix");
}

static void
check_reasons(void)
{
	static const struct
	{
		const char *text;
		FaultReason reason;
		int			position;
		char		expected;
	}			bad[] = {
		{"", FAULT_LENGTH, 0, 0},
		{"91350100M000100Y4", FAULT_LENGTH, 0, 0},
		{"91350100M000100Y433", FAULT_LENGTH, 0, 0},
		{" 91350100M000100Y4", FAULT_LENGTH, 0, 0},
		{"91350100M000100Y4\n", FAULT_LENGTH, 0, 0},
		{"9135O100M000100Y43", FAULT_CHARACTER, 4, 0},
		{"9135o100M000100Y43", FAULT_CHARACTER, 4, 0},
		{"9135010 M000100Y43", FAULT_CHARACTER, 7, 0},
		{"I135010OM000100Y43", FAULT_CHARACTER, 0, 0},
		{"01350100M000100Y43", FAULT_DEPARTMENT, 0, 0},
		{"90350100M000100Y43", FAULT_CATEGORY, 1, 0},
		{"9A350100M000100Y43", FAULT_CATEGORY, 1, 0},
		{"91A50100M000100Y43", FAULT_REGION, 2, 0},
		{"9135010AM000100Y43", FAULT_REGION, 7, 0},
		{"91350100M000100Y44", FAULT_CHECK_CHARACTER, 17, '3'},
		{"11010519491231002X", FAULT_CHECK_CHARACTER, 17, 0},
		/* right by MOD 31, wrong by GB 11714 */
		{"91350100MA0000001U", FAULT_SUBJECT_CHECK_CHARACTER, 16, 0},
		{"91350100A00000A0YP", FAULT_SUBJECT_CHECK_CHARACTER, 16, 0},
		/* right by MOD 31, but the head or the subject is foreign */
		{"91050100M00000A00X", FAULT_SUBJECT_FORM, 14, 0},
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
	{
		char		text[32];
		uint64_t	rank;
		Fault		fault;
		bool		same;

		strcpy(text, bad[i].text);
		if (bad[i].reason >= FAULT_SUBJECT_CHECK_CHARACTER)
			text[17] = mod31(text);
		same = !uscc_parse(text, strlen(text), &rank, &fault) &&
			fault.reason == bad[i].reason;
		if (same && fault.reason != FAULT_LENGTH)
			same = fault.position == bad[i].position;
		if (same && fault.reason == FAULT_CHECK_CHARACTER)
			same = fault.expected == mod31(text);
		if (same && fault.reason == FAULT_SUBJECT_CHECK_CHARACTER)
			same = fault.expected == mod11(text + 8);
		if (!same)
			printf("# %s: reason %d, position %d\n", text, (int) fault.reason, fault.position);
		good &= same;
	}
	ok(good, "each reason of refusal, its position and the expected character");

	good = true;
	for (int i = 0; i < 3; i++)
	{
		static const char *const same[] = {
			"91350100m000100y43", "  91350100M000100Y43\t", "\n\v\f\r 91350100m000100Y43 "
		};
		uint64_t	rank;
		Fault		fault;

		good &= uscc_parse(same[i], strlen(same[i]), &rank, &fault) &&
			rank == UINT64_C(9691015559910710352);
	}
	ok(good, "lower case and blanks around are accepted");
}

static void
check_standard(void)
{
	static const struct
	{
		const char *text;
		bool		standard;
	}			codes[] = {
		{"12100000400000624D", true},
		{"91350100M000100Y43", true},
		{"11530129750659947X", true},
		{"914401017083387219", false},	/* wrong organization check */
		{"91450122592788029K", false},
		{"93410100NA000307XN", true},
		{"91053914MA0NMDRT2G", false},	/* no such province */
		{"Y9999999Y9999999X5", false},	/* no such category */
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
	{
		uint64_t	rank;
		Fault		fault;

		good &= uscc_parse(codes[i].text, 18, &rank, &fault) &&
			uscc_rank_is_standard(rank) == codes[i].standard;
	}
	ok(good, "codes that follow the standards to the letter, and issued ones that do not");

	good = true;
	for (int i = 0; i < 100000; i++)
	{
		char		text[18],
					completed[18];

		uscc_format(random_rank(), text);
		memcpy(completed, text, 17);
		completed[17] = 'Y';
		uscc_complete(completed, true);
		good &= memcmp(completed, text, 18) == 0;
		memcpy(completed, text, 16);
		uscc_complete(completed, false);
		good &= completed[16] == mod11(text + 8) && completed[17] == mod31(completed);
	}
	ok(good, "check characters computed for 16 and for 17 characters");

	/* more may be named than format 1 has */
	good = true;
	for (const char *pair = format1_pairs; *pair; pair += 3)
		good &= gb32100_category(pair[0], pair[1]) != NULL;
	for (int i = 0; i < gb32100_category_count; i++)
	{
		const Gb32100Category *c = &gb32100_categories[i];

		good &= (i == 0 || c[-1].department < c->department ||
				 (c[-1].department == c->department && c[-1].category < c->category)) &&
			gb32100_department(c->department) != NULL &&
			gb32100_category(c->department, c->category) == c;
	}
	good &= gb32100_department('B') == NULL && gb32100_category('9', '4') == NULL;
	ok(good, "the categories of format 1 are named, all in order, each of a named department");
}

static void
check_no_suggestion(void)
{
	bool		good = true;

	for (int i = 0; i < 20000; i++)
	{
		char		text[18];
		RepairSuggestion best;

		uscc_format(random_rank(), text);
		good &= repair_suggest(text, 18, &best, 1) == 0;
	}
	ok(good, "nothing is suggested for a code");
}

/* The highest of random numbers. */
static double
almost_one(void)
{
	return 1 - 1e-9;
}

/*
 * A draw that ends with the rarest form of a subject, two letters and six
 * digits, which no code under an irregular head has.
 */
static void
check_draw(void)
{
	static const char *const prefixes[] = {"B", "B1", "95", "9535", "9135", ""};
	bool		good = true;

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
	{
		size_t		length = strlen(prefixes[i]);
		uint64_t	rank;
		char		text[18];

		good &= repair_population_draw(prefixes[i], length, almost_one, &rank);
		uscc_format(rank, text);
		good &= memcmp(text, prefixes[i], length) == 0 && text[16] == mod11(text + 8) &&
			gb2260_is_known(uscc_rank_region(rank));
	}
	ok(good, "codes are drawn in known divisions, also where the drawn subject does not fit");
}

int
main(void)
{
	check_golden_ranks();
	check_inverse();
	check_membership();
	check_single_errors();
	check_prefixes();
	check_reasons();
	check_standard();
	check_no_suggestion();
	check_draw();
	return done_testing();
}
