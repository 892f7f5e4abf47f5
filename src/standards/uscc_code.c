/*
 * The set of unified social credit codes and the rank of each in it (format 1).
 *
 * A rank counts from the left: the codes under earlier heads (positions 1-8),
 * then the subjects (positions 9-17) before this one.  All heads of a kind
 * have equally many subjects, so a head and its fields are found without a
 * look at the subject.  (Cover, "Enumerative source encoding", 1973.)
 */
#include "uscc_code.h"

#include <string.h>

#include "ascii.h"
#include "gb11714.h"
#include "gb2260.h"
#include "uscc_rank_tables.h"

/* Values of characters that the rules name. */
#define LETTER_A 10
#define LETTER_M 21
#define LETTER_Q 24
#define LETTER_X 29
#define LETTER_Y 30

/* Powers: of the six characters after the two leading ones of a subject. */
#define SIX_CHARACTERS UINT32_C(887503681)	/* 31^6 */
#define SIX_DIGITS UINT32_C(1000000)
#define CHECKS 11

/* Subjects that begin with two characters after which six digits go with any
 * check character (lenient), or with M and a letter (strict). */
#define LENIENT_LEAD (SIX_CHARACTERS + SIX_DIGITS * (CHECKS - 1))
#define STRICT_LEAD SIX_CHARACTERS
#define FIRST_STRICT_LEAD (LETTER_M * GB32100_ALPHABET_SIZE + LETTER_A)
#define STRICT_LEADS (GB32100_ALPHABET_SIZE - LETTER_A)

/* Subjects under an other head: a character and seven digits; all of M and a
 * letter, which come right after M and seven digits. */
#define SEVEN_DIGITS UINT32_C(110000000)	/* 10^7 * CHECKS */
#define OTHER_M_START (UINT64_C(22) * SEVEN_DIGITS)
#define OTHER_M_LETTERS (UINT64_C(15) * SIX_CHARACTERS)

/* Where a rank's head lies. */
typedef struct Head
{
	int			pair;			/* 9 * (department - 1) + category - 1 */
	int32_t		region;
	bool		standard;
	uint64_t	subject;		/* rank among the subjects under this head */
} Head;

static inline bool
is_standard_pair(int pair)
{
	return pair_start[pair + 1] - pair_start[pair] == STANDARD_PAIR_CODES;
}

static inline bool
is_standard_province(int province)
{
	return province_start[province + 1] - province_start[province] ==
		10000 * STANDARD_SUBJECTS;
}

static inline int
pair_of_rank(uint64_t rank)
{
	int			pair = pair_in_bucket[rank >> PAIR_SHIFT];

	return pair + (rank >= pair_start[pair + 1]);
}

/* Splits what is left of a rank under one province or pair into head and subject. */
static inline void
split_divisions(uint64_t rest, int32_t first_region, bool standard, Head *head)
{
	uint64_t	division = standard ? rest / STANDARD_SUBJECTS : rest / OTHER_SUBJECTS;

	head->region = first_region + (int32_t) division;
	head->standard = standard;
	head->subject = rest - division * (standard ? STANDARD_SUBJECTS : OTHER_SUBJECTS);
}

static inline Head
head_of_rank(uint64_t rank)
{
	Head		head;
	int			province;
	uint64_t	rest;

	head.pair = pair_of_rank(rank);
	rest = rank - pair_start[head.pair];
	if (!is_standard_pair(head.pair))
	{
		split_divisions(rest, 0, false, &head);
		return head;
	}
	province = province_in_bucket[rest >> PROVINCE_SHIFT];
	province += rest >= province_start[province + 1];
	split_divisions(rest - province_start[province], 10000 * province,
					is_standard_province(province), &head);
	return head;
}

/* Value, 0 to 10, of the right check character of a subject. */
static int
subject_check_value(const uint8_t subject[GB11714_BODY_LENGTH])
{
	/* GB 11714 counts the letters that GB 32100 leaves out */
	static const uint8_t gb11714_value[GB32100_ALPHABET_SIZE] = {
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
		16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 29, 30, 32, 33, 34
	};
	uint8_t		body[GB11714_BODY_LENGTH];

	for (int i = 0; i < GB11714_BODY_LENGTH; i++)
		body[i] = gb11714_value[subject[i]];
	return gb11714_check_value(body);
}

/* Value in the alphabet of a check character of a subject, and back (-1: none). */
static inline uint8_t
subject_check_letter(int check)
{
	return (uint8_t) (check == 10 ? LETTER_X : check);
}

static inline int
subject_check_index(uint8_t value)
{
	return value < 10 ? value : value == LETTER_X ? 10 : -1;
}

static inline bool
all_digits(const uint8_t *value, int count)
{
	bool		digits = true;

	for (int i = 0; i < count; i++)
		digits &= value[i] < 10;
	return digits;
}

/* Number that values stand for as digits of a base. */
static inline uint32_t
number(const uint8_t *value, int count, uint32_t base)
{
	uint32_t	result = 0;

	for (int i = 0; i < count; i++)
		result = result * base + value[i];
	return result;
}

static inline bool
is_strict_lead(const uint8_t *subject)
{
	return subject[0] == LETTER_M && subject[1] >= LETTER_A;
}

/* May the subject have any check character? */
static inline bool
any_check(const uint8_t *subject, bool standard)
{
	if (standard)
		return !is_strict_lead(subject) && all_digits(subject + 2, 6);
	return all_digits(subject + 1, 7);
}

/* How many runs of six digits sort before six characters? */
static inline uint32_t
digits_before(const uint8_t *tail)
{
	static const uint32_t power[6] = {100000, 10000, 1000, 100, 10, 1};
	uint32_t	before = 0;

	for (int i = 0; i < 6; i++)
	{
		/* all digits come before a letter */
		if (tail[i] >= 10)
			return before + 10 * power[i];
		before += tail[i] * power[i];
	}
	return before;
}

/* Rank, check character apart, of a subject under a standard head. */
static inline uint64_t
standard_subject_rank(const uint8_t *subject)
{
	int			lead = subject[0] * GB32100_ALPHABET_SIZE + subject[1];
	int			strict_before = lead - FIRST_STRICT_LEAD;
	uint64_t	rank;

	if (strict_before < 0)
		strict_before = 0;
	else if (strict_before > STRICT_LEADS)
		strict_before = STRICT_LEADS;
	rank = (uint64_t) lead * LENIENT_LEAD -
		(uint64_t) strict_before * (LENIENT_LEAD - STRICT_LEAD) +
		number(subject + 2, 6, GB32100_ALPHABET_SIZE);
	if (!is_strict_lead(subject))
		rank += (CHECKS - 1) * (uint64_t) digits_before(subject + 2);
	return rank;
}

/*
 * Rank, check character apart, of a subject under an other head.  Returns the
 * 0-based place in the subject of what no such subject has, or -1.
 */
static inline int
other_subject_rank(const uint8_t *subject, uint64_t *rank)
{
	if (is_strict_lead(subject))
	{
		if (subject[1] > LETTER_Q)
			return 1;
		*rank = OTHER_M_START +
			(uint64_t) (subject[1] - LETTER_A) * SIX_CHARACTERS +
			number(subject + 2, 6, GB32100_ALPHABET_SIZE);
		return -1;
	}
	for (int i = 1; i < GB11714_BODY_LENGTH; i++)
		if (subject[i] >= 10)
			return i;
	*rank = (uint64_t) subject[0] * SEVEN_DIGITS +
		(subject[0] > LETTER_M ? OTHER_M_LETTERS : 0) +
		(uint64_t) number(subject + 1, 7, 10) * CHECKS;
	return -1;
}

static inline bool
fail(UsccFault *fault, UsccReason reason, int position, char expected)
{
	fault->reason = reason;
	fault->position = position;
	fault->expected = expected;
	return false;
}

/* Rank of a code given as the 18 values of its characters. */
static inline bool
rank_of_values(const uint8_t value[GB32100_LENGTH], uint64_t *rank, UsccFault *fault)
{
	const uint8_t *subject = value + USCC_SUBJECT;
	int			pair,
				province,
				division,
				check;
	bool		standard;
	uint64_t	subject_rank;

	if (value[0] == 0)
		return fail(fault, USCC_DEPARTMENT, 0, 0);
	if (value[1] == 0 || value[1] > 9)
		return fail(fault, USCC_CATEGORY, 1, 0);
	if (!all_digits(value + USCC_REGION, 6))
	{
		int			position = USCC_REGION;

		while (value[position] < 10)
			position++;
		return fail(fault, USCC_DIVISION, position, 0);
	}
	check = gb32100_check_value(value);
	if (value[USCC_CHECK] != check)
		return fail(fault, USCC_CHECK_CHARACTER, USCC_CHECK, gb32100_alphabet[check]);

	pair = (value[0] - 1) * 9 + value[1] - 1;
	province = value[2] * 10 + value[3];
	division = (int) number(value + 4, 4, 10);
	standard = is_standard_pair(pair) && is_standard_province(province);
	*rank = pair_start[pair];
	if (is_standard_pair(pair))
		*rank += province_start[province];
	else
		*rank += (uint64_t) province * 10000 * OTHER_SUBJECTS;
	*rank += (uint64_t) division * (standard ? STANDARD_SUBJECTS : OTHER_SUBJECTS);

	if (standard)
		subject_rank = standard_subject_rank(subject);
	else
	{
		int			place = other_subject_rank(subject, &subject_rank);

		if (place >= 0)
			return fail(fault, USCC_FORM, USCC_SUBJECT + place, 0);
	}
	*rank += subject_rank;

	check = subject_check_index(value[USCC_SUBJECT_CHECK]);
	if (check >= 0 && any_check(subject, standard))
		*rank += (uint64_t) check;
	else if (check != subject_check_value(subject))
		return fail(fault, USCC_SUBJECT_CHECK_CHARACTER, USCC_SUBJECT_CHECK,
					gb11714_check_characters[subject_check_value(subject)]);
	return true;
}

bool
uscc_parse(const char *text, size_t length, uint64_t *rank, UsccFault *fault)
{
	uint8_t		value[GB32100_LENGTH];
	unsigned	foreign = 0;

	if (length != GB32100_LENGTH)
		ascii_trim(&text, &length);
	if (length != GB32100_LENGTH)
		return fail(fault, USCC_LENGTH, 0, 0);
	for (int i = 0; i < GB32100_LENGTH; i++)
	{
		value[i] = gb32100_value[(unsigned char) text[i]];
		foreign |= value[i];
	}
	if (foreign & GB32100_FOREIGN)
	{
		int			position = 0;

		/* 18 bytes of which some are blanks around are too short a code */
		ascii_trim(&text, &length);
		if (length != GB32100_LENGTH)
			return fail(fault, USCC_LENGTH, 0, 0);
		while (value[position] != GB32100_FOREIGN)
			position++;
		return fail(fault, USCC_CHARACTER, position, 0);
	}
	return rank_of_values(value, rank, fault);
}

/* Writes six characters of the alphabet. */
static inline void
write_characters(uint32_t rank, uint8_t *tail)
{
	for (int i = 5; i >= 0; i--)
	{
		tail[i] = (uint8_t) (rank % GB32100_ALPHABET_SIZE);
		rank /= GB32100_ALPHABET_SIZE;
	}
}

/*
 * One of the six characters after a lenient lead, while all before it are
 * digits.  plain is 31^k and digits 10^k, where k characters follow.  A digit
 * has plain + 10 * digits subjects under it, because digits go with any check.
 * Returns false on a letter; what is left is then a plain number of k places.
 */
static inline bool
read_digit(uint32_t *rest, uint8_t *value, uint32_t plain, uint32_t digits)
{
	uint32_t	under = plain + (CHECKS - 1) * digits;

	if (*rest < 10 * under)
	{
		*value = (uint8_t) (*rest / under);
		*rest %= under;
		return true;
	}
	*rest -= 10 * (CHECKS - 1) * digits;
	*value = (uint8_t) (*rest / plain);
	*rest %= plain;
	return false;
}

/* Writes six characters after a lenient lead.  Returns the check, or -1 for the
 * right one. */
static inline int
write_lenient(uint32_t rest, uint8_t *tail)
{
	int			place = 0;

	if (read_digit(&rest, &tail[0], 28629151, 100000) &&
		(place = 1, read_digit(&rest, &tail[1], 923521, 10000)) &&
		(place = 2, read_digit(&rest, &tail[2], 29791, 1000)) &&
		(place = 3, read_digit(&rest, &tail[3], 961, 100)) &&
		(place = 4, read_digit(&rest, &tail[4], 31, 10)) &&
		(place = 5, read_digit(&rest, &tail[5], 1, 1)))
		return (int) rest;
	for (int i = 5; i > place; i--)
	{
		tail[i] = (uint8_t) (rest % GB32100_ALPHABET_SIZE);
		rest /= GB32100_ALPHABET_SIZE;
	}
	return -1;
}

/* Both write 8 values and return the check, or -1 for the right one. */
static inline int
write_standard_subject(uint64_t rank, uint8_t *subject)
{
	const uint64_t strict_start = (uint64_t) FIRST_STRICT_LEAD * LENIENT_LEAD;
	const uint64_t strict_end = strict_start + (uint64_t) STRICT_LEADS * STRICT_LEAD;
	uint32_t	lead;

	if (rank >= strict_start && rank < strict_end)
	{
		rank -= strict_start;
		subject[0] = LETTER_M;
		subject[1] = (uint8_t) (LETTER_A + rank / STRICT_LEAD);
		write_characters((uint32_t) (rank % STRICT_LEAD), subject + 2);
		return -1;
	}
	if (rank >= strict_end)
		rank += (uint64_t) STRICT_LEADS * (LENIENT_LEAD - STRICT_LEAD);
	lead = (uint32_t) (rank / LENIENT_LEAD);
	subject[0] = (uint8_t) (lead / GB32100_ALPHABET_SIZE);
	subject[1] = (uint8_t) (lead % GB32100_ALPHABET_SIZE);
	return write_lenient((uint32_t) (rank % LENIENT_LEAD), subject + 2);
}

static inline int
write_other_subject(uint64_t rank, uint8_t *subject)
{
	uint32_t	rest;
	int			check;

	if (rank >= OTHER_M_START && rank < OTHER_M_START + OTHER_M_LETTERS)
	{
		rank -= OTHER_M_START;
		subject[0] = LETTER_M;
		subject[1] = (uint8_t) (LETTER_A + rank / SIX_CHARACTERS);
		write_characters((uint32_t) (rank % SIX_CHARACTERS), subject + 2);
		return -1;
	}
	if (rank >= OTHER_M_START)
		rank -= OTHER_M_LETTERS;
	subject[0] = (uint8_t) (rank / SEVEN_DIGITS);
	rest = (uint32_t) (rank % SEVEN_DIGITS);
	check = (int) (rest % CHECKS);
	rest /= CHECKS;
	for (int i = GB11714_BODY_LENGTH - 1; i > 0; i--)
	{
		subject[i] = (uint8_t) (rest % 10);
		rest /= 10;
	}
	return check;
}

void
uscc_format(uint64_t rank, char text[GB32100_LENGTH])
{
	Head		head = head_of_rank(rank);
	uint8_t		value[GB32100_LENGTH];
	uint8_t    *subject = value + USCC_SUBJECT;
	uint32_t	region = (uint32_t) head.region;
	int			check;

	value[0] = (uint8_t) (1 + head.pair / 9);
	value[1] = (uint8_t) (1 + head.pair % 9);
	for (int i = USCC_SUBJECT - 1; i >= USCC_REGION; i--)
	{
		value[i] = (uint8_t) (region % 10);
		region /= 10;
	}
	if (head.standard)
		check = write_standard_subject(head.subject, subject);
	else
		check = write_other_subject(head.subject, subject);
	if (check < 0)
		check = subject_check_value(subject);
	value[USCC_SUBJECT_CHECK] = subject_check_letter(check);
	value[USCC_CHECK] = (uint8_t) gb32100_check_value(value);
	for (int i = 0; i < GB32100_LENGTH; i++)
		text[i] = gb32100_alphabet[value[i]];
}

char
uscc_rank_department(uint64_t rank)
{
	return gb32100_alphabet[1 + pair_of_rank(rank) / 9];
}

char
uscc_rank_category(uint64_t rank)
{
	return (char) ('1' + pair_of_rank(rank) % 9);
}

int32_t
uscc_rank_region(uint64_t rank)
{
	return head_of_rank(rank).region;
}

double
uscc_rank_subject_share(uint64_t rank)
{
	Head		head = head_of_rank(rank);

	return (double) head.subject /
		(double) (head.standard ? STANDARD_SUBJECTS : OTHER_SUBJECTS);
}

/* The 18 values of characters that are all of the alphabet. */
static void
values_of_text(const char text[GB32100_LENGTH], uint8_t value[GB32100_LENGTH])
{
	for (int i = 0; i < GB32100_LENGTH; i++)
		value[i] = gb32100_value[(unsigned char) text[i]];
}

bool
uscc_rank_is_standard(uint64_t rank)
{
	char		text[GB32100_LENGTH];
	uint8_t		value[GB32100_LENGTH];
	Gb2260Division province;

	uscc_format(rank, text);
	values_of_text(text, value);
	return gb32100_category(text[0], text[1]) != NULL &&
		gb2260_find(gb2260_province(uscc_rank_region(rank)), &province) &&
		subject_check_index(value[USCC_SUBJECT_CHECK]) ==
		subject_check_value(value + USCC_SUBJECT);
}

void
uscc_complete(char text[GB32100_LENGTH], bool with_subject_check)
{
	uint8_t		value[GB32100_LENGTH];

	if (!with_subject_check)
		text[USCC_SUBJECT_CHECK] = '0';
	text[USCC_CHECK] = '0';
	values_of_text(text, value);
	if (!with_subject_check)
	{
		value[USCC_SUBJECT_CHECK] = subject_check_letter(subject_check_value(value + USCC_SUBJECT));
		text[USCC_SUBJECT_CHECK] = gb32100_alphabet[value[USCC_SUBJECT_CHECK]];
	}
	text[USCC_CHECK] = gb32100_alphabet[gb32100_check_value(value)];
}

/*
 * The first (or last) code that begins with count values.  If no code does,
 * neither does what this makes.
 */
static bool
extreme_rank(const uint8_t *prefix, int count, bool last, uint64_t *rank)
{
	uint8_t		value[GB32100_LENGTH];
	const uint8_t *subject = value + USCC_SUBJECT;
	const uint8_t top_digit = last ? 9 : 0;
	const uint8_t top_letter = last ? LETTER_Y : 0;
	bool		standard;
	UsccFault	fault;

	memcpy(value, prefix, (size_t) count);
	for (int i = count; i < USCC_SUBJECT; i++)
		value[i] = top_digit;
	if (count < 1)
		value[0] = last ? LETTER_Y : 1;
	if (count < 2)
		value[1] = last ? 9 : 1;
	if (value[0] == 0 || value[1] == 0 || !all_digits(value + 1, USCC_SUBJECT - 1))
		return false;
	standard = is_standard_pair((value[0] - 1) * 9 + value[1] - 1) &&
		is_standard_province(value[2] * 10 + value[3]);

	for (int i = count < USCC_SUBJECT ? USCC_SUBJECT : count; i < USCC_SUBJECT_CHECK; i++)
	{
		if (standard || i == USCC_SUBJECT)
			value[i] = top_letter;
		else if (subject[0] == LETTER_M && i == USCC_SUBJECT + 1)
			value[i] = last ? LETTER_Q : 0;
		else if (is_strict_lead(subject))
			value[i] = top_letter;
		else
			value[i] = top_digit;
	}
	if (count <= USCC_SUBJECT_CHECK)
	{
		int			check = subject_check_value(subject);

		if (any_check(subject, standard))
			check = last ? 10 : 0;
		value[USCC_SUBJECT_CHECK] = subject_check_letter(check);
	}
	if (count <= USCC_CHECK)
		value[USCC_CHECK] = (uint8_t) gb32100_check_value(value);
	return rank_of_values(value, rank, &fault);
}

bool
uscc_prefix_range(const char *prefix, size_t length, uint64_t *first, uint64_t *last)
{
	uint8_t		value[GB32100_LENGTH];

	if (length > GB32100_LENGTH)
		return false;
	for (size_t i = 0; i < length; i++)
	{
		value[i] = gb32100_value[(unsigned char) prefix[i]];
		if (value[i] == GB32100_FOREIGN)
			return false;
	}
	return extreme_rank(value, (int) length, false, first) &&
		extreme_rank(value, (int) length, true, last);
}
