/*
 * Proves of the other standards in src/standards that a hint or a type rests
 * on: published specimens are recognized, and every single wrong character of
 * theirs is not.
 */
#include <string.h>

#include "gb11643.h"
#include "gb11714.h"
#include "gb2260.h"
#include "gs15.h"
#include "tap.h"

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

/* The joined names of a path. */
static const char *
path(int32_t code)
{
	static char joined[200];
	const char *names[3];
	int			count = gb2260_path(code, names);

	joined[0] = '\0';
	for (int i = 0; i < count; i++)
		strcat(joined, names[i]);
	return joined;
}

static void
check_divisions(void)
{
	bool		good = gb2260_division_count > 7000;
	int32_t		likely = 0;
	Gb2260Division division;

	for (int i = 0; i < gb2260_division_count; i++)
	{
		Gb2260Division found;

		division = gb2260_division(i);
		good &= i == 0 || gb2260_division(i - 1).code < division.code;
		good &= gb2260_find(division.code, &found) && found.name == division.name;
		good &= gb2260_likely_before(division.code) == likely && division.name[0] != '\0';
		likely += division.last_year == 0 ? 15 : 1;
		good &= gb2260_likely_before(division.code + 1) == likely;
		good &= gb2260_find(gb2260_province(division.code), &found) && found.name_en != NULL;
		good &= division.last_year == 0 || division.first_year <= division.last_year;
	}
	ok(good, "divisions are in order, found, named, and in a province with an English name");
	ok(!gb2260_find(0, &division) && !gb2260_find(999999, &division) &&
	   !gb2260_find(350001, &division) && gb2260_likely_before(1000000) == likely,
	   "what is no known division is not found");

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
		for (int32_t other = i % 7; good && other < GB2260_COUNT; other += 7)
		{
			gb2260_format(other, b);
			good = (memcmp(a, b, significant) == 0) ==
				(other >= code && other <= gb2260_last(code));
		}
	}
	ok(good, "a division is the codes with its digits");

	ok(strcmp(path(350102), "福建省福州市鼓楼区") == 0 &&
	   strcmp(path(350100), "福建省福州市") == 0 &&
	   strcmp(path(350198), "福建省福州市") == 0 &&
	   strcmp(path(110105), "北京市朝阳区") == 0 &&
	   strcmp(path(110100), "北京市市辖区") == 0 &&
	   strcmp(path(500229), "重庆市城口县") == 0 &&
	   strcmp(path(659001), "新疆维吾尔自治区石河子市") == 0 &&
	   strcmp(path(132426), "河北省保定地区顺平县") == 0 &&
	   strcmp(path(990100), "新疆生产建设兵团") == 0 && strcmp(path(50000), "") == 0,
	   "paths, without headings, of known and half-known divisions");
}

int
main(void)
{
	static const char *const citizens[] = {
		"11010519491231002X", "440524188001010014", "34052419800101001X",
		"810000199408230021", "830000199201300022", "932682198501010017"
	};
	static const char *const registrations[] = {
		"110108000000016", "310115600985533", "310230001716146"
	};
	bool		good = true;
	int32_t		code;
	size_t		position = 0;
	char		text[6];

	for (size_t i = 0; i < sizeof(citizens) / sizeof(citizens[0]); i++)
		good &= only_valid(gb11643_is_valid, citizens[i], "0123456789X-");
	good &= gb11643_is_valid("11010519491231002x", 18);
	ok(good, "published specimens of citizen identity numbers (GB 11643)");

	/* right check characters, but no such day */
	ok(!gb11643_is_valid("110105194902290029", 18) &&
	   !gb11643_is_valid("110105194913310021", 18) &&
	   !gb11643_is_valid("110105174912310021", 18),
	   "citizen identity numbers need a day of the calendar from 1800 to 2199");

	good = true;
	for (size_t i = 0; i < sizeof(registrations) / sizeof(registrations[0]); i++)
		good &= only_valid(gs15_is_valid, registrations[i], "0123456789X-");
	ok(good, "business registration numbers (GS 15)");

	/* X counts 33, so MOD 11 takes it for 0 */
	good = only_valid(gb11714_is_valid, "400000624", "0123456789-") &&
		only_valid(gb11714_is_valid, "40000062-4", "0123456789") &&
		gb11714_is_valid("4X0000624", 9) &&
		gb11714_is_valid("d2143569x", 9) && gb11714_is_valid("D2143569-X", 10) &&
		!gb11714_is_valid("D2143569_X", 10) && !gb11714_is_valid("D21435?9X", 9);
	ok(good, "organization codes (GB 11714), plain and as printed");

	good = gb2260_parse("35", 2, &code, &position) == GB2260_VALID && code == 350000 &&
		gb2260_parse(" 3501\n", 6, &code, &position) == GB2260_VALID && code == 350100 &&
		gb2260_parse("000001", 6, &code, &position) == GB2260_VALID && code == 1;
	ok(good, "administrative divisions of 2, 4 and 6 digits");
	good = gb2260_parse(" 35x", 4, &code, &position) == GB2260_CHARACTER && position == 3 &&
		gb2260_parse("", 0, &code, &position) == GB2260_NUMBER_OF_DIGITS &&
		gb2260_parse("35010", 5, &code, &position) == GB2260_NUMBER_OF_DIGITS &&
		gb2260_parse("99999999999999999999", 20, &code, &position) == GB2260_NUMBER_OF_DIGITS;
	ok(good, "what is no administrative division, and where");
	good = true;
	for (int32_t i = 0; i < GB2260_COUNT; i++)
	{
		gb2260_format(i, text);
		good &= gb2260_parse(text, 6, &code, &position) == GB2260_VALID && code == i;
	}
	ok(good, "every six digits come back");
	check_divisions();
	return done_testing();
}
