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

/* Subjects under an irregular head: a character and seven digits; all of M and a
 * letter, which come right after M and seven digits. */
#define SEVEN_DIGITS UINT32_C(110000000)	/* 10^7 * CHECKS */
#define IRREGULAR_M_START (UINT64_C(22) * SEVEN_DIGITS)
#define IRREGULAR_M_LETTERS (UINT64_C(15) * SIX_CHARACTERS)

/* Where a rank's head lies. */
typedef struct Head
{
	size_t		pair;			/* 9 * (department - 1) + category - 1 */
	uint32_t	region;
	bool		standard;
	uint64_t	subject;		/* rank among the subjects under this head */
} Head;

static inline bool
is_standard_pair(size_t pair)
{
	return pair_start[pair + 1] - pair_start[pair] == STANDARD_PAIR_CODES;
}

static inline bool
is_standard_province(size_t province)
{
	return province_start[province + 1] - province_start[province] ==
		10000 * STANDARD_SUBJECTS;
}

static inline size_t
pair_of_rank(uint64_t rank)
{
	size_t		pair = pair_in_bucket[rank >> PAIR_SHIFT];

	return pair + (rank >= pair_start[pair + 1]);
}

/* Splits what is left of a rank under one province or pair into head and subject. */
static inline void
split_divisions(uint64_t rest, uint32_t first_region, bool standard, Head *head)
{
	uint64_t	division = standard ? rest / STANDARD_SUBJECTS : rest / IRREGULAR_SUBJECTS;

	head->region = first_region + (uint32_t) division;
	head->standard = standard;
	head->subject = rest - division * (standard ? STANDARD_SUBJECTS : IRREGULAR_SUBJECTS);
}

static inline Head
head_of_rank(uint64_t rank)
{
	Head		head;
	size_t		province;
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
	split_divisions(rest - province_start[province], 10000 * (uint32_t) province,
					is_standard_province(province), &head);
	return head;
}

/*
 * Eight characters are handled at a time, as a word that holds the value of the
 * first in its lowest byte: a few multiplications then do for their numbers and
 * their checks what else takes one or two for each character.
 */
#define EACH_BYTE(n) (UINT64_C(0x0101010101010101) * (n))
#define HIGH_BITS EACH_BYTE(0x80)
#define EVEN_BYTES UINT64_C(0x00ff00ff00ff00ff)
#define EVEN_PAIRS UINT64_C(0x0000ffff0000ffff)
#define AFTER_ONE (~UINT64_C(0xff))
#define AFTER_TWO (~UINT64_C(0xffff))

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define FIRST_LOWEST(word) __builtin_bswap64(word)
#else
#define FIRST_LOWEST(word) (word)
#endif

static inline size_t
byte_of(uint64_t word, int place)
{
	return (uint8_t) (word >> 8 * place);
}

static inline uint64_t
read_word(const void *bytes)
{
	uint64_t	word;

	memcpy(&word, bytes, sizeof(word));
	return FIRST_LOWEST(word);
}

static inline void
write_word(uint64_t word, char *text)
{
	uint64_t	bytes = FIRST_LOWEST(word);

	memcpy(text, &bytes, sizeof(bytes));
}

/* The high bit of each byte of a word of values that is at least n. */
static inline uint64_t
at_least(uint64_t word, unsigned n)
{
	return (word + EACH_BYTE(0x80 - n)) & HIGH_BITS;
}

/* Number that eight values stand for as digits of a base, 10 or 31: first of every
 * two, then of every four, then of all. */
static inline uint64_t
number(uint64_t word, uint64_t base)
{
	word = (word & EVEN_BYTES) * base + (word >> 8 & EVEN_BYTES);
	word = (word & EVEN_PAIRS) * (base * base) + (word >> 16 & EVEN_PAIRS);
	return (word & UINT32_MAX) * (base * base * base * base) + (word >> 32);
}

/* The eight digits of a number below 10^8: the same way back.  All quotients of a
 * step are one multiplication by a reciprocal, which is exact below 10^4 and 10^2. */
static inline uint64_t
digits_of(uint32_t n)
{
	uint64_t	word = n / 10000 | (uint64_t) (n % 10000) << 32;
	uint64_t	quotients = word * 10486 >> 20 & UINT64_C(0x0000007f0000007f);

	word = quotients + ((word - 100 * quotients) << 16);
	quotients = word * 103 >> 10 & UINT64_C(0x000f000f000f000f);
	return quotients + ((word - 10 * quotients) << 8);
}

/* The eight values of a number below 31^8. */
static inline uint64_t
characters_of(uint64_t n)
{
	uint32_t	high = (uint32_t) (n / 923521);
	uint32_t	low = (uint32_t) (n % 923521);
	uint64_t	pairs = high / 961 | high % 961 << 16 |
		(uint64_t) (low / 961 | low % 961 << 16) << 32;

	/* n / 31 is (n + n / 32 + 1) / 32 as far as 31^2 */
	uint64_t	quotients = (pairs + (pairs >> 5 & EVEN_BYTES) +
							 UINT64_C(0x0001000100010001)) >> 5 & EVEN_BYTES;

	return quotients + ((pairs - 31 * quotients) << 8);
}

/*
 * Sum, which must be below 2^16, of the eight values times their weights, of the
 * even and of the odd places.  Of a product of two words of four numbers each, the
 * highest is the first times the last and the second times the last but one and so
 * on; that is why WEIGHTS turns the order round.
 */
#define WEIGHTS(a, b, c, d) \
	((uint64_t) (a) << 48 | (uint64_t) (b) << 32 | (uint64_t) (c) << 16 | (uint64_t) (d))

static inline int
weighted_sum(uint64_t word, uint64_t even, uint64_t odd)
{
	return (int) (((word & EVEN_BYTES) * even + (word >> 8 & EVEN_BYTES) * odd) >> 48);
}

/* Sum, to be divided by 31, of positions 1-17: that of gb32100_check_value. */
static inline int
check_sum(uint64_t head, uint64_t subject, int subject_check)
{
	return weighted_sum(head, WEIGHTS(1, 9, 19, 16), WEIGHTS(3, 27, 26, 17)) +
		weighted_sum(subject, WEIGHTS(20, 25, 8, 10), WEIGHTS(29, 13, 24, 30)) +
		28 * subject_check;
}

/* Values in the alphabet of GB 11714, which has the letters I, O, S, V, Z: the same
 * as far as H, which is that of most subjects. */
static inline uint64_t
gb11714_values(uint64_t word)
{
	if (at_least(word, 18) == 0)
		return word;
	return word + (at_least(word, 18) >> 7) + (at_least(word, 23) >> 7) +
		(at_least(word, 26) >> 7) + (at_least(word, 28) >> 7);
}

/* Sum, to be divided by 11, of such values: that of gb11714_check_value. */
static inline int
subject_check_sum(uint64_t gb11714_body)
{
	return weighted_sum(gb11714_body, WEIGHTS(3, 9, 5, 4), WEIGHTS(7, 10, 8, 2));
}

/* Values of the right check characters, that is, minus the sums; -1 is 30 and 10. */
static inline int
check_value(uint64_t head, uint64_t subject, int subject_check)
{
	return check_sum(head, subject, subject_check) * 30 % 31;
}

static inline int
subject_check_value(uint64_t gb11714_body)
{
	return subject_check_sum(gb11714_body) * 10 % 11;
}

/* Values in the alphabet of the check characters of a subject, and back (11: none);
 * tables, because no branch can foresee an X. */
static const uint8_t letter_of_subject_check[CHECKS] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, LETTER_X};

static const uint8_t subject_check_of_letter[GB32100_ALPHABET_SIZE] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 11, 11, 11, 11, 11,
	11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 10, 11
};

/* Value in the alphabet of the right check character of a subject. */
static inline uint8_t
right_subject_check(uint64_t subject)
{
	return letter_of_subject_check[subject_check_value(gb11714_values(subject))];
}

static inline bool
is_strict_lead(uint64_t subject)
{
	return byte_of(subject, 0) == LETTER_M && byte_of(subject, 1) >= LETTER_A;
}

/* May the subject have any check character? */
static inline bool
any_check(uint64_t subject, bool standard)
{
	return !is_strict_lead(subject) &&
		at_least(subject & (standard ? AFTER_TWO : AFTER_ONE), 10) == 0;
}

/*
 * Rank, check character apart, of a subject under a standard head.  With the
 * right check characters alone it would be the number in base 31; each subject
 * with six digits that may have any check puts ten more before the later ones.
 */
static inline uint64_t
standard_subject_rank(uint64_t subject)
{
	uint64_t	letters = at_least(subject & AFTER_TWO, 10);
	uint64_t	first_letter = (letters & -letters) >> 7;
	uint64_t	lead = byte_of(subject, 0) * GB32100_ALPHABET_SIZE + byte_of(subject, 1);
	uint64_t	lenient_before = FIRST_STRICT_LEAD * (uint64_t) SIX_DIGITS;

	if (!is_strict_lead(subject))
	{
		if (lead > FIRST_STRICT_LEAD)
			lead -= STRICT_LEADS;

		/*
		 * all digits come before a letter: it counts as ten, and what follows
		 * not
		 */
		lenient_before = lead * SIX_DIGITS +
			number((subject & AFTER_TWO & (first_letter - 1)) | 10 * first_letter, 10);
	}
	return number(subject, GB32100_ALPHABET_SIZE) + (CHECKS - 1) * lenient_before;
}

/* The same under an irregular head; returns false if there is no such subject. */
static inline bool
irregular_subject_rank(uint64_t subject, uint64_t *rank)
{
	uint64_t	first = byte_of(subject, 0);

	if (is_strict_lead(subject))
	{
		*rank = IRREGULAR_M_START + number(subject & AFTER_ONE, GB32100_ALPHABET_SIZE) -
			(uint64_t) LETTER_A * SIX_CHARACTERS;
		return byte_of(subject, 1) <= LETTER_Q;
	}
	*rank = first * SEVEN_DIGITS + (first > LETTER_M ? IRREGULAR_M_LETTERS : 0) +
		number(subject & AFTER_ONE, 10) * CHECKS;
	return at_least(subject & AFTER_ONE, 10) == 0;
}

/* Are positions 1-8 those of some code? */
static inline bool
is_head(uint64_t head)
{
	/*
	 * 1 or more in positions 1 and 2, 9 or less in 2-8, else a high bit comes
	 * out
	 */
	return ((head | (head - 0x0101) | (head + UINT64_C(0x7676767676767600))) & HIGH_BITS) == 0;
}

static inline size_t
pair_of_head(uint64_t head)
{
	return 9 * byte_of(head, 0) + byte_of(head, 1) - 10;
}

static inline size_t
province_of_head(uint64_t head)
{
	return 10 * byte_of(head, 2) + byte_of(head, 3);
}

static inline bool
is_standard_head(uint64_t head)
{
	return is_standard_pair(pair_of_head(head)) &&
		is_standard_province(province_of_head(head));
}

/* Sets the rank of a code, or returns false if the values are none. */
static inline bool
rank_of_values(uint64_t head, uint64_t subject, uint8_t subject_check,
			   uint8_t check, uint64_t *rank)
{
	int			subject_check_number;
	bool		standard;
	size_t		pair,
				province;
	uint64_t	division,
				subject_rank;

	if (!is_head(head) || ((subject | subject_check | check) & HIGH_BITS) != 0)
		return false;
	if ((check_sum(head, subject, subject_check) + check) % 31 != 0)
		return false;
	subject_check_number = subject_check_of_letter[subject_check];
	if (subject_check_number == CHECKS)
		return false;

	pair = pair_of_head(head);
	province = province_of_head(head);
	division = (uint64_t) weighted_sum(head, WEIGHTS(0, 0, 1000, 10), WEIGHTS(0, 0, 100, 1));
	standard = is_standard_head(head);
	if (standard)
	{
		subject_rank = standard_subject_rank(subject);
		*rank = pair_start[pair] + province_start[province] + division * STANDARD_SUBJECTS;
	}
	else
	{
		if (!irregular_subject_rank(subject, &subject_rank))
			return false;
		*rank = pair_start[pair] + division * IRREGULAR_SUBJECTS +
			(is_standard_pair(pair) ? province_start[province] :
			 (uint64_t) province * 10000 * IRREGULAR_SUBJECTS);
	}
	*rank += subject_rank;
	if (any_check(subject, standard))
		*rank += (uint64_t) subject_check_number;
	else if ((subject_check_sum(gb11714_values(subject)) + subject_check_number) % 11 != 0)
		return false;
	return true;
}

/* Says why 18 characters are not a code: what rank_of_values tests at once, one by one
 * in the order of FaultReason. */
static bool
explain(const char *text, Fault *fault)
{
	uint8_t		value[GB32100_LENGTH];
	uint64_t	head,
				subject;
	size_t		length = GB32100_LENGTH;
	const char *trimmed = text;
	int			position;
	int			check;

	ascii_trim(&trimmed, &length);
	if (length != GB32100_LENGTH)
		return fail(fault, FAULT_LENGTH, 0, 0);
	for (position = 0; position < GB32100_LENGTH; position++)
	{
		value[position] = gb32100_value[(unsigned char) text[position]];
		if (value[position] == GB32100_FOREIGN)
			return fail(fault, FAULT_CHARACTER, position, 0);
	}
	if (value[0] == 0)
		return fail(fault, FAULT_DEPARTMENT, 0, 0);
	if (value[1] == 0 || value[1] > 9)
		return fail(fault, FAULT_CATEGORY, 1, 0);
	for (position = USCC_REGION; position < USCC_SUBJECT; position++)
		if (value[position] > 9)
			return fail(fault, FAULT_REGION, position, 0);
	head = read_word(value);
	subject = read_word(value + USCC_SUBJECT);
	check = gb32100_check_value(value);
	if (value[USCC_CHECK] != check)
		return fail(fault, FAULT_CHECK_CHARACTER, USCC_CHECK, gb32100_alphabet[check]);
	if (!is_standard_head(head))
	{
		if (is_strict_lead(subject))
		{
			if (value[USCC_SUBJECT + 1] > LETTER_Q)
				return fail(fault, FAULT_SUBJECT_FORM, USCC_SUBJECT + 1, 0);
		}
		else
			for (position = USCC_SUBJECT + 1; position < USCC_SUBJECT_CHECK; position++)
				if (value[position] > 9)
					return fail(fault, FAULT_SUBJECT_FORM, position, 0);
	}
	return fail(fault, FAULT_SUBJECT_CHECK_CHARACTER, USCC_SUBJECT_CHECK,
				gb11714_check_characters[subject_check_value(gb11714_values(subject))]);
}

static inline uint64_t
value_of(char c)
{
	return gb32100_value[(unsigned char) c];
}

/* Not a loop, as compilers would keep one. */
static inline uint64_t
values_of(const char *text)
{
	return value_of(text[0]) | value_of(text[1]) << 8 | value_of(text[2]) << 16 |
		value_of(text[3]) << 24 | value_of(text[4]) << 32 | value_of(text[5]) << 40 |
		value_of(text[6]) << 48 | value_of(text[7]) << 56;
}

bool
uscc_parse(const char *text, size_t length, uint64_t *rank, Fault *fault)
{
	uint64_t	head;

	if (length != GB32100_LENGTH)
		ascii_trim(&text, &length);
	if (length != GB32100_LENGTH)
		return fail(fault, FAULT_LENGTH, 0, 0);

	/*
	 * positions 2-8 need no table: other characters do not have the value of
	 * a digit either
	 */
	head = ((read_word(text) ^ EACH_BYTE('0')) & AFTER_ONE) | value_of(text[0]);
	return rank_of_values(head, values_of(text + USCC_SUBJECT),
						  (uint8_t) value_of(text[USCC_SUBJECT_CHECK]),
						  (uint8_t) value_of(text[USCC_CHECK]), rank) ||
		explain(text, fault);
}

/*
 * Takes one of the characters after a lenient lead, while all before it are
 * digits.  plain is 31^k and digits 10^k, where k characters follow.  A digit
 * has plain + 10 * digits subjects under it, because digits go with any check.
 * Returns false on a letter; what is left is then a number of k + 1 characters.
 */
static inline bool
take_digit(uint64_t *rest, uint64_t *subject, int place, uint64_t plain, uint64_t digits)
{
	uint64_t	under = plain + (CHECKS - 1) * digits;

	/* exact, because *rest is below 31 * under: 31 * under^2 is below 2^56 */
	uint64_t	digit = *rest * ((UINT64_C(1) << 56) / under + 1) >> 56;

	if (digit >= 10)
	{
		*rest -= 10 * (CHECKS - 1) * digits;
		return false;
	}
	*rest -= digit * under;
	*subject |= digit << 8 * place;
	return true;
}

/* Both set the 8 values of a subject and return its check, or -1 for the right one. */
static inline int
write_standard_subject(uint64_t rank, uint64_t *subject)
{
	const uint64_t strict_start = (uint64_t) FIRST_STRICT_LEAD * LENIENT_LEAD;
	const uint64_t strict_end = strict_start + (uint64_t) STRICT_LEADS * STRICT_LEAD;
	int			lead;
	uint64_t	rest;

	if (rank >= strict_start && rank < strict_end)
	{
		*subject = characters_of(rank - (CHECKS - 1) * (uint64_t) FIRST_STRICT_LEAD * SIX_DIGITS);
		return -1;
	}
	if (rank >= strict_end)
		rank += (uint64_t) STRICT_LEADS * (LENIENT_LEAD - STRICT_LEAD);
	lead = (int) (rank / LENIENT_LEAD);
	rest = rank % LENIENT_LEAD;
	*subject = (uint64_t) (lead / GB32100_ALPHABET_SIZE | lead % GB32100_ALPHABET_SIZE << 8);
	if (take_digit(&rest, subject, 2, 28629151, 100000) &&
		take_digit(&rest, subject, 3, 923521, 10000) &&
		take_digit(&rest, subject, 4, 29791, 1000) &&
		take_digit(&rest, subject, 5, 961, 100) &&
		take_digit(&rest, subject, 6, 31, 10) &&
		take_digit(&rest, subject, 7, 1, 1))
		return (int) rest;
	*subject |= characters_of(rest);
	return -1;
}

static inline int
write_irregular_subject(uint64_t rank, uint64_t *subject)
{
	uint32_t	rest;

	if (rank >= IRREGULAR_M_START && rank < IRREGULAR_M_START + IRREGULAR_M_LETTERS)
	{
		*subject = LETTER_M |
			characters_of(rank - IRREGULAR_M_START + (uint64_t) LETTER_A * SIX_CHARACTERS);
		return -1;
	}
	if (rank >= IRREGULAR_M_START)
		rank -= IRREGULAR_M_LETTERS;
	rest = (uint32_t) (rank % SEVEN_DIGITS);
	*subject = rank / SEVEN_DIGITS | digits_of(rest / CHECKS);
	return (int) (rest % CHECKS);
}

void
uscc_format(uint64_t rank, char text[GB32100_LENGTH])
{
	Head		place = head_of_rank(rank);
	uint64_t	head = digits_of(place.region);
	uint64_t	subject;
	uint64_t	gb11714_body;
	int			check;

	if (place.standard)
		check = write_standard_subject(place.subject, &subject);
	else
		check = write_irregular_subject(place.subject, &subject);
	gb11714_body = gb11714_values(subject);
	if (check < 0)
		check = subject_check_value(gb11714_body);
	head |= (1 + place.pair / 9) | (uint64_t) (1 + place.pair % 9) << 8;
	write_word(head + EACH_BYTE('0'), text);
	text[0] = gb32100_alphabet[head & 0xff];
	write_word(gb11714_body + EACH_BYTE('0') +
			   (at_least(gb11714_body, 10) >> 7) * ('A' - '9' - 1), text + USCC_SUBJECT);
	text[USCC_SUBJECT_CHECK] = gb11714_check_characters[check];
	text[USCC_CHECK] = gb32100_alphabet[check_value(head, subject, letter_of_subject_check[check])];
}

char
uscc_rank_department(uint64_t rank)
{
	return gb32100_alphabet[1 + pair_of_rank(rank) / 9];
}

char
uscc_rank_category(uint64_t rank)
{
	return (char) ('1' + (int) (pair_of_rank(rank) % 9));
}

int32_t
uscc_rank_region(uint64_t rank)
{
	return (int32_t) head_of_rank(rank).region;
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

	uscc_format(rank, text);
	values_of_text(text, value);
	return gb32100_category(text[0], text[1]) != NULL &&
		gb2260_is_known(gb2260_province(uscc_rank_region(rank))) &&
		value[USCC_SUBJECT_CHECK] == right_subject_check(read_word(value + USCC_SUBJECT));
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
		value[USCC_SUBJECT_CHECK] = right_subject_check(read_word(value + USCC_SUBJECT));
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
	uint8_t		value[GB32100_LENGTH] = {0};
	char		text[GB32100_LENGTH];
	Fault		fault;
	uint64_t	head,
				subject;
	const uint8_t top_digit = last ? 9 : 0;
	const uint8_t top_letter = last ? LETTER_Y : 0;
	bool		standard;

	memcpy(value, prefix, (size_t) count);
	for (int i = count; i < USCC_SUBJECT; i++)
		value[i] = top_digit;
	if (count < 1)
		value[0] = last ? LETTER_Y : 1;
	if (count < 2)
		value[1] = last ? 9 : 1;
	head = read_word(value);
	if (!is_head(head))
		return false;
	standard = is_standard_head(head);

	for (int i = count < USCC_SUBJECT ? USCC_SUBJECT : count; i < USCC_SUBJECT_CHECK; i++)
	{
		if (standard || i == USCC_SUBJECT)
			value[i] = top_letter;
		else if (value[USCC_SUBJECT] == LETTER_M && i == USCC_SUBJECT + 1)
			value[i] = last ? LETTER_Q : 0;
		else if (value[USCC_SUBJECT] == LETTER_M && value[USCC_SUBJECT + 1] >= LETTER_A)
			value[i] = top_letter;
		else
			value[i] = top_digit;
	}
	subject = read_word(value + USCC_SUBJECT);
	if (count <= USCC_SUBJECT_CHECK)
	{
		if (any_check(subject, standard))
			value[USCC_SUBJECT_CHECK] = last ? LETTER_X : 0;
		else
			value[USCC_SUBJECT_CHECK] = right_subject_check(subject);
	}
	if (count <= USCC_CHECK)
		value[USCC_CHECK] = (uint8_t) gb32100_check_value(value);

	/* as text, so that the codec has one caller and is compiled into it */
	for (int i = 0; i < GB32100_LENGTH; i++)
		text[i] = gb32100_alphabet[value[i]];
	return uscc_parse(text, GB32100_LENGTH, rank, &fault);
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
