/*
 * Proves of the other standards in src/standards that a hint or a type rests
 * on: published specimens are recognized, and every single wrong character of
 * theirs is not.
 */
#include <string.h>

#include "gb11643.h"
#include "gb11714.h"
#include "gb2260.h"
#include "gb2260_names.h"
#include "gs15.h"
#include "random.h"
#include "tap.h"

static bool
is_citizen(const char *text, size_t length)
{
	int64_t		number;
	Fault		fault;

	return gb11643_parse(text, length, &number, &fault);
}

static bool
is_organization(const char *text, size_t length)
{
	int64_t		number;
	Fault		fault;

	return gb11714_parse(text, length, &number, &fault);
}

/* Is the text valid, and with none of its characters replaced by one of others? */
static bool
only_valid(bool (*is_valid) (const char *, size_t), const char *text, const char *others)
{
	char		changed[32];
	size_t		length = strlen(text);
	bool		good = is_valid(text, length) && !is_valid(text, length - 1);

	strcpy(changed, text);
	for (size_t i = 0; i < length; i++)
	{
		for (const char *c = others; *c; c++)
		{
			changed[i] = *c;
			if (*c != text[i] && is_valid(changed, length))
				good = false;
		}
		changed[i] = text[i];
	}
	return good;
}

/* Value of a character of an organization code. */
static int
base36(char c)
{
	return c <= '9' ? c - '0' : c - 'A' + 10;
}

static void
check_organization_codes(void)
{
	static const char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const int64_t ends[] = {0, 1, GB11714_COUNT - 2, GB11714_COUNT - 1};
	static const struct
	{
		const char *text;
		FaultReason reason;
		int			position;
		char		expected;
	}			bad[] = {
		{"", FAULT_LENGTH, 0, 0},
		{"40000062", FAULT_LENGTH, 0, 0},
		{"400000-624", FAULT_LENGTH, 0, 0},
		{"40000062--4", FAULT_LENGTH, 0, 0},
		{"4000*0624", FAULT_CHARACTER, 4, 0},
		{"40000062?", FAULT_CHARACTER, 8, 0},
		{"400000623", FAULT_CHECK_CHARACTER, 8, '4'},
		{"40000062-3", FAULT_CHECK_CHARACTER, 9, '4'},
		{"D2143569Y", FAULT_CHECK_CHARACTER, 8, 'X'},
	};
	bool		inverse = true,
				single = true,
				swap = true,
				good = true;
	int64_t		number,
				other;
	Fault		fault;
	char		text[GB11714_LENGTH],
				next[GB11714_LENGTH];

	for (int i = 0; i < 1000000; i++)
	{
		number = i < 4 ? ends[i] :
			(int64_t) (random_number() % GB11714_COUNT);
		gb11714_format(number, text);
		inverse &= gb11714_parse(text, 9, &other, &fault) && other == number &&
			gb11714_parse_body(text, 8, &other) && other == number;
		if (number + 1 < GB11714_COUNT)
		{
			gb11714_format(number + 1, next);
			inverse &= memcmp(text, next, 8) < 0;
		}
	}
	ok(inverse, "organization codes: 1,000,000 numbers come back, in the order of the text");

	/*
	 * MOD 11 with values up to 35 does not see a character replaced by one
	 * whose value differs by 11, 22 or 33, nor such two swapped; all else it
	 * sees.
	 */
	for (int i = 0; i < 2000; i++)
	{
		gb11714_format((int64_t) (random_number() % GB11714_COUNT), text);
		for (int place = 0; place < GB11714_LENGTH; place++)
		{
			char		c = text[place];

			for (const char *o = characters; *o; o++)
				if (*o != c)
				{
					text[place] = *o;
					single &= is_organization(text, 9) ==
						(place < 8 && (base36(*o) - base36(c)) % 11 == 0);
				}
			text[place] = c;
			if (place < 7 && text[place + 1] != c)
			{
				text[place] = text[place + 1];
				text[place + 1] = c;
				swap &= is_organization(text, 9) ==
					((base36(c) - base36(text[place])) % 11 == 0);
				text[place + 1] = text[place];
				text[place] = c;
			}
		}
	}
	ok(single, "MOD 11 refuses every single substitution but by a multiple of 11 in value");
	ok(swap, "MOD 11 refuses every swap of neighbours but by a multiple of 11 in value");

	good = only_valid(is_organization, "400000624", "0123456789-") &&
		only_valid(is_organization, "40000062-4", "0123456789") &&
		is_organization("d2143569x", 9) && is_organization(" D2143569-X\n", 12) &&
		!is_organization("D2143569_X", 10) && is_organization("MA0H7H373", 9);
	ok(good, "organization codes, plain, as printed, in lower case");
	good = true;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
	{
		bool		same = !gb11714_parse(bad[i].text, strlen(bad[i].text), &number, &fault) &&
			fault.reason == bad[i].reason && fault.position == bad[i].position &&
			fault.expected == bad[i].expected;

		if (!same)
			printf("# %s: reason %d, position %d\n", bad[i].text, (int) fault.reason, fault.position);
		good &= same;
	}
	ok(good, "each reason of refusal of an organization code");
	good = gb11714_parse_body("PDY00001", 8, &number) && gb11714_is_private(number) &&
		gb11714_parse_body("PDY99999", 8, &number) && gb11714_is_private(number) &&
		gb11714_parse_body("PDY00000", 8, &number) && !gb11714_is_private(number) &&
		gb11714_parse_body("PDY0000A", 8, &number) && !gb11714_is_private(number) &&
		gb11714_parse_body("PDX00001", 8, &number) && !gb11714_is_private(number) &&
		!gb11714_parse_body("PDY0001", 7, &number) && !gb11714_parse_body("PDY0000-", 8, &number);
	ok(good, "codes for private use are PDY00001 to PDY99999");
}

/*
 * No person's number: no division begins with 0.
 */
static int64_t
random_citizen(void)
{
	int			year = 1800 + (int) (random_number() % 400);
	int			month = 1 + (int) (random_number() % 12);
	int			day = 1 + (int) (random_number() % 28);

	return (int64_t) (random_number() % 100000) * INT64_C(100000000000) +
		(year * 10000 + month * 100 + day) * INT64_C(1000) + 1 + (int64_t) (random_number() % 999);
}

static void
check_citizen_numbers(void)
{
	static const char *const specimens[] = {
		"11010519491231002X", "440524188001010014", "34052419800101001X",
		"810000199408230021", "830000199201300022", "932682198501010017"
	};
	static const struct
	{
		const char *text;
		FaultReason reason;
		int			position;
	}			bad[] = {
		{"", FAULT_LENGTH, 0},
		{"11010519491231002", FAULT_LENGTH, 0},
		{"11010519491231002XX", FAULT_LENGTH, 0},
		{"1101O519491231002X", FAULT_CHARACTER, 4},
		{"11010519491231002Y", FAULT_CHARACTER, 17},
		{"1101051949123100X2", FAULT_CHARACTER, 16},
		{"110105491231X02", FAULT_CHARACTER, 12},
		/* no such day, though the check character is right */
		{"110105194902290029", FAULT_BIRTH_DATE, 6},
		{"110105194913310021", FAULT_BIRTH_DATE, 6},
		{"110105174912310021", FAULT_BIRTH_DATE, 6},
		{"110105220001010017", FAULT_BIRTH_DATE, 6},
		{"110105490229002", FAULT_BIRTH_DATE, 6},
		{"110105194912310003", FAULT_SEQUENCE, 14},
		{"110105491231000", FAULT_SEQUENCE, 12},
		{"110105491231996", FAULT_CENTURY, 12},
		{"110105491231999", FAULT_CENTURY, 12},
		{"110105194912310021", FAULT_CHECK_CHARACTER, 17},
	};
	bool		good = true,
				single = true,
				swap = true,
				blind = true;
	int64_t		number,
				other;
	Fault		fault;
	char		text[GB11643_LENGTH],
				next[GB11643_LENGTH];
	int			year,
				month,
				day;

	for (size_t i = 0; i < sizeof(specimens) / sizeof(specimens[0]); i++)
	{
		good &= only_valid(is_citizen, specimens[i], "0123456789X-");
		good &= gb11643_parse(specimens[i], 18, &number, &fault);
		gb11643_format(number, text);
		good &= memcmp(text, specimens[i], 18) == 0;
	}
	good &= is_citizen(" 11010519491231002x ", 20);
	ok(good, "published specimens of citizen identity numbers, each alone valid among its neighbours");

	good = gb11643_parse("110105491231002", 15, &number, &fault);
	gb11643_format(number, text);
	gb11643_birth_date(number, &year, &month, &day);
	good &= memcmp(text, "11010519491231002X", 18) == 0 && gb11643_region(number) == 110105 &&
		year == 1949 && month == 12 && day == 31 && gb11643_sequence(number) == 2;
	ok(good, "the form of 15 digits becomes that of 18; the fields");
	good = gb11643_nationality(number) == -1;
	good &= gb11643_parse("932682198501010017", 18, &number, &fault) &&
		gb11643_region(number) == 320000 && gb11643_nationality(number) == 682;
	good &= gb11643_parse("830000199201300022", 18, &number, &fault) &&
		gb11643_region(number) == 830000 && gb11643_nationality(number) == -1;
	ok(good, "the province and the nationality of a foreigner");

	good = true;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
	{
		bool		same = !gb11643_parse(bad[i].text, strlen(bad[i].text), &number, &fault) &&
			fault.reason == bad[i].reason && fault.position == bad[i].position;

		if (!same)
			printf("# %s: reason %d, position %d\n", bad[i].text, (int) fault.reason, fault.position);
		good &= same;
	}
	ok(good, "each reason of refusal of a citizen identity number");

	/* the calendar of 400 years, day by day */
	day = 0;
	for (int date = 17990101; date < 22010101; date++)
	{
		memcpy(text, "000000xxxxxxxx001", 17);
		for (int i = 13, rest = date; i >= 6; i--, rest /= 10)
			text[i] = (char) ('0' + rest % 10);
		text[17] = '0';
		if (!gb11643_parse(text, 18, &number, &fault) && fault.reason == FAULT_CHECK_CHARACTER)
			text[17] = fault.expected;
		day += is_citizen(text, 18);
	}
	ok(day == 146097, "400 years have 146,097 days");

	good = true;
	for (int i = 0; i < 1000000; i++)
	{
		number = random_citizen();
		gb11643_format(number, text);
		good &= gb11643_parse(text, 18, &other, &fault) && other == number;
		other = random_citizen();
		gb11643_format(other, next);
		good &= (memcmp(text, next, 17) < 0) == (number < other);
	}
	ok(good, "1,000,000 citizen identity numbers come back, in the order of the text");

	/*
	 * MOD 11-2 sees every single substitution and every swap of neighbours.
	 * Its weights come again after ten places, so it does not see two digits
	 * ten places apart swapped.
	 */
	for (int i = 0; i < 2000; i++)
	{
		gb11643_format(random_citizen(), text);
		for (int place = 0; place < GB11643_LENGTH; place++)
		{
			char		c = text[place];

			for (const char *o = "0123456789X"; *o; o++)
			{
				text[place] = *o;
				single &= *o == c || !is_citizen(text, 18);
			}
			text[place] = c;
			if (place < 17 && text[place + 1] != c)
			{
				text[place] = text[place + 1];
				text[place + 1] = c;
				swap &= !is_citizen(text, 18);
				text[place + 1] = text[place];
				text[place] = c;
			}
			if (place < 7)
			{
				text[place] = text[place + 10];
				text[place + 10] = c;
				blind &= gb11643_parse(text, 18, &number, &fault) ||
					fault.reason != FAULT_CHECK_CHARACTER;
				text[place + 10] = text[place];
				text[place] = c;
			}
		}
	}
	ok(single, "MOD 11-2 refuses every single substitution");
	ok(swap, "MOD 11-2 refuses every swap of neighbours");
	ok(blind, "MOD 11-2 does not see two digits ten places apart swapped");
}

static void
check_citizen_prefixes(void)
{
	static const char *const none[] = {
		"X", "11010X", "1101051799", "1101052200", "1101051949123X",
		"110105194902290", "110105194913", "11010519491200", "11010519491231000",
		"110105194912310021", "11010519491231002XX", "1101051949023",
		"11010519491231002 "
	};
	bool		good = true;
	int64_t		first,
				last,
				number;
	char		text[GB11643_LENGTH];

	/* brute force: of the numbers of some days, those with a prefix */
	for (int i = 0; i < 300000; i++)
	{
		size_t		length = random_number() % 19;
		int64_t		other = random_citizen();
		char		prefix[GB11643_LENGTH];
		bool		has;

		number = random_citizen();
		/* often nearly the same */
		if (i % 2)
			other = number / INT64_C(100000000) * INT64_C(100000000) + other % INT64_C(100000000);
		gb11643_format(number, prefix);
		gb11643_format(other, text);
		if (!is_citizen(text, 18))
			continue;
		has = memcmp(text, prefix, length) == 0;
		good &= gb11643_prefix_range(prefix, length, &first, &last) &&
			number >= first && number <= last && has == (other >= first && other <= last);
		gb11643_format(first, text);
		good &= is_citizen(text, 18) && memcmp(text, prefix, length) == 0;
		gb11643_format(last, text);
		good &= is_citizen(text, 18) && memcmp(text, prefix, length) == 0;
	}
	ok(good, "300,000 prefixes of citizen identity numbers are intervals between numbers");

	good = true;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (gb11643_prefix_range(none[i], strlen(none[i]), &first, &last))
		{
			printf("# %s\n", none[i]);
			good = false;
		}
	ok(good, "prefixes that no citizen identity number has");
	ok(gb11643_prefix_range("", 0, &first, &last) && first == INT64_C(18000101001) &&
	   last == INT64_C(99999921991231999) &&
	   gb11643_prefix_range("11010519491231002x", 18, &first, &last) && first == last,
	   "the empty prefix is all numbers, a whole number is one");
}

/* The joined names of a path. */
static const char *
path(int32_t code, int32_t year)
{
	static char joined[200];
	const char *names[3];
	int			count = gb2260_path(code, year, names);

	joined[0] = '\0';
	for (int i = 0; i < count; i++)
		strcat(joined, names[i]);
	return joined;
}

/* Has a code this name in a year?  NULL: none. */
static bool
is_named(int32_t code, int32_t year, const char *name)
{
	Gb2260Division division;

	return gb2260_find(code, year, &division) ?
		name != NULL && strcmp(division.name, name) == 0 : name == NULL;
}

/* The successors of a code, with a blank before each. */
static const char *
successors(int32_t code)
{
	static char joined[1000];
	int32_t		successor;

	joined[0] = '\0';
	for (int i = 0; gb2260_successor(code, i, &successor); i++)
		sprintf(joined + strlen(joined), " %06d", successor);
	return joined;
}

/* Is a name one of the standard's headings, which are not divisions? */
static bool
is_heading(const char *name)
{
	return strcmp(name, "市辖区") == 0 || strcmp(name, "县") == 0 || strcmp(name, "市") == 0 ||
		strcmp(name, "林区") == 0 || strstr(name, "直辖") != NULL;
}

static void
check_divisions(void)
{
	bool		good = gb2260_division_count > 7000;
	bool		ordered = true;
	bool		back = true;
	bool		today = true;
	int32_t		likely = 0;
	Gb2260Division division;
	int32_t		successor;

	for (int i = 0; i < gb2260_division_count; i++)
	{
		Gb2260Division found;
		Gb2260Division next = {0};

		division = gb2260_division(i);
		if (i + 1 < gb2260_division_count)
			next = gb2260_division(i + 1);
		good &= division.name[0] != '\0' && gb2260_is_known(division.code);
		good &= gb2260_find(gb2260_province(division.code), GB2260_LAST_NAME, &found) &&
			found.name_en != NULL;
		ordered &= division.last_year == 0 || division.first_year <= division.last_year;
		if (next.code == division.code)
		{
			ordered &= division.last_year > 0 && division.last_year <= next.first_year;
			ordered &= is_named(division.code, next.first_year, next.name);
			ordered &= division.first_year == division.last_year ||
				is_named(division.code, division.last_year - 1, division.name);
			continue;
		}
		ordered &= next.code == 0 || next.code > division.code;
		good &= is_named(division.code, GB2260_LAST_NAME, division.name);
		for (int n = 0; gb2260_successor(division.code, n, &successor); n++)
			today &= gb2260_find(successor, GB2260_LAST_NAME, &found) && found.last_year == 0 &&
				(successor == division.code) == (division.last_year == 0);
		good &= gb2260_likely_before(division.code) == likely;
		if (!is_heading(division.name))
		{
			back &= gb2260_likely_code(likely) == division.code;
			likely += division.last_year == 0 ? 15 : 1;
			back &= gb2260_likely_code(likely - 1) == division.code;
		}
		good &= gb2260_likely_before(division.code + 1) == likely;
	}
	ok(good, "divisions are found, named, and in a province with an English name");
	ok(ordered, "codes are in order, and the names of one in the order of their years");
	ok(back, "a likely number falls to its division, never to a heading");
	ok(today, "successors are divisions of today, and of those only they themselves");
	ok(is_named(0, GB2260_LAST_NAME, NULL) && is_named(999999, GB2260_LAST_NAME, NULL) &&
	   is_named(350001, GB2260_LAST_NAME, NULL) && !gb2260_is_known(350001) &&
	   gb2260_likely_before(1000000) == likely,
	   "an unknown division is not found");

	ok(is_named(320411, 1995, "郊区") && is_named(320411, 2002, "新北区") &&
	   is_named(320411, GB2260_LAST_NAME, "新北区") && is_named(320411, 1982, NULL) &&
	   is_named(110103, 2010, "崇文区") && is_named(110103, 2011, NULL) &&
	   is_named(110103, GB2260_LAST_NAME, "崇文区") && is_named(332522, 1990, "青田县") &&
	   is_named(422921, 1988, NULL) && is_named(350100, 0, "福州市"),
	   "names by year");
	ok(strcmp(successors(110103), " 110101") == 0 && strcmp(successors(110101), " 110101") == 0 &&
	   strcmp(successors(110102), " 110102") == 0 &&
	   strcmp(successors(320586), " 320506 320507") == 0 &&
	   strcmp(successors(332500), " 331100") == 0 && strcmp(successors(510200), " 500000") == 0 &&
	   strcmp(successors(110200), "") == 0 && strcmp(successors(350198), "") == 0,
	   "successors");

	ok(gb2260_level(100000) == GB2260_NATIONAL && gb2260_level(350000) == GB2260_PROVINCE &&
	   gb2260_level(350100) == GB2260_PREFECTURE && gb2260_level(350102) == GB2260_COUNTY &&
	   gb2260_level(100100) == GB2260_PREFECTURE && gb2260_level(990000) == GB2260_PROVINCE,
	   "levels");
	good = true;
	for (int32_t i = 0; good && i < 3000; i++)
	{
		/* a third each of provinces, prefectures and counties, some in a row */
		int32_t		code = i % 3 == 0 ? i % 100 * 10000 : i % 3 == 1 ? i * 331 % 10000 * 100 :
			350000 + i;
		size_t		significant = code % 10000 == 0 ? 2 : code % 100 == 0 ? 4 : 6;
		char		a[6],
					b[6];

		gb2260_format(code, a);
		for (int32_t other = i % 97; good && other < GB2260_COUNT; other += 97)
		{
			gb2260_format(other, b);
			good = (memcmp(a, b, significant) == 0) ==
				(other >= code && other <= gb2260_last(code));
		}
	}
	ok(good, "a division is the codes with its digits");

	ok(strcmp(path(350102, GB2260_LAST_NAME), "福建省福州市鼓楼区") == 0 &&
	   strcmp(path(350100, GB2260_LAST_NAME), "福建省福州市") == 0 &&
	   strcmp(path(350198, GB2260_LAST_NAME), "福建省福州市") == 0 &&
	   strcmp(path(110105, GB2260_LAST_NAME), "北京市朝阳区") == 0 &&
	   strcmp(path(110100, GB2260_LAST_NAME), "北京市市辖区") == 0 &&
	   strcmp(path(500229, GB2260_LAST_NAME), "重庆市城口县") == 0 &&
	   strcmp(path(659001, GB2260_LAST_NAME), "新疆维吾尔自治区石河子市") == 0 &&
	   strcmp(path(132426, GB2260_LAST_NAME), "河北省保定地区顺平县") == 0 &&
	   strcmp(path(990100, GB2260_LAST_NAME), "新疆生产建设兵团") == 0 && strcmp(path(50000, GB2260_LAST_NAME), "") == 0,
	   "paths, without headings, of known and half-known divisions");
	ok(strcmp(path(332522, 1990), "浙江省丽水地区青田县") == 0 &&
	   strcmp(path(332522, 2005), "浙江省") == 0 &&
	   strcmp(path(420606, 2000), "湖北省襄樊市樊城区") == 0 &&
	   strcmp(path(420606, 2020), "湖北省襄阳市樊城区") == 0,
	   "paths by year");
}

int
main(void)
{
	static const char *const registrations[] = {
		"110108000000016", "310115600985533", "310230001716146"
	};
	bool		good = true;
	int32_t		code;
	Fault		fault;
	char		text[6];

	check_organization_codes();
	check_citizen_numbers();
	check_citizen_prefixes();

	good = true;
	for (size_t i = 0; i < sizeof(registrations) / sizeof(registrations[0]); i++)
		good &= only_valid(gs15_is_valid, registrations[i], "0123456789X-");
	ok(good, "business registration numbers (GS 15)");

	good = gb2260_parse("35", 2, &code, &fault) && code == 350000 &&
		gb2260_parse(" 3501\n", 6, &code, &fault) && code == 350100 &&
		gb2260_parse("000001", 6, &code, &fault) && code == 1;
	ok(good, "administrative divisions of 2, 4 and 6 digits");
	good = !gb2260_parse(" 35x", 4, &code, &fault) && fault.reason == FAULT_CHARACTER &&
		fault.position == 2 &&
		!gb2260_parse("", 0, &code, &fault) && fault.reason == FAULT_LENGTH &&
		!gb2260_parse("35010", 5, &code, &fault) && fault.reason == FAULT_LENGTH &&
		!gb2260_parse("99999999999999999999", 20, &code, &fault) && fault.reason == FAULT_LENGTH;
	ok(good, "text that is not an administrative division, and the position");
	good = true;
	for (int32_t i = 0; i < GB2260_COUNT; i++)
	{
		gb2260_format(i, text);
		good &= gb2260_parse(text, 6, &code, &fault) && code == i;
	}
	ok(good, "every six digits come back");
	check_divisions();
	return done_testing();
}
