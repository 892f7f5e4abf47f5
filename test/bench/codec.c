/*
 * Times src/standards/uscc_code.c without a server: nanoseconds per operation
 * and three yardsticks on values of the same length.
 *
 * The codes are like real ones (their subjects: 80.8 % digits, 18.4 % MA and
 * six characters, 0.8 % a letter and digits) in random order, so that branches
 * are as hard to predict as in a COPY.  They are taken in batches that fit the
 * second-level cache and are read once before the clock starts, so that memory
 * is not what is measured.
 *
 * Usage: codec [rounds [codes]]
 */
#define _POSIX_C_SOURCE 200112L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/random.h"
#include "uscc_code.h"

/* of 18 + 8 + 19 bytes: 180 kB */
#define BATCH 4096
#define DIGITS 18

typedef struct Batch
{
	char		text[BATCH][GB32100_LENGTH];
	uint64_t	rank[BATCH];
	char		digits[BATCH][DIGITS + 1];	/* terminated, for strtoull */
} Batch;

static uint32_t crc_table[256];

/* Takes every result, so that no work can be left out. */
volatile uint64_t sink;

/* Each processes a batch and returns a value that depends on all results. */

static uint64_t
run_sum(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
	{
		unsigned	sum = 0;

		for (int j = 0; j < GB32100_LENGTH; j++)
			sum += (unsigned char) batch->text[i][j];
		result ^= sum;
	}
	return result;
}

static uint64_t
run_strtoull(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
		result ^= strtoull(batch->digits[i], NULL, 10);
	return result;
}

static uint64_t
run_crc32(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
	{
		uint32_t	crc = UINT32_MAX;

		for (int j = 0; j < GB32100_LENGTH; j++)
			crc = crc_table[(crc ^ (unsigned char) batch->text[i][j]) & 0xff] ^ crc >> 8;
		result ^= crc;
	}
	return result;
}

static uint64_t
run_parse(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
	{
		uint64_t	rank;
		Fault		fault;

		if (uscc_parse(batch->text[i], GB32100_LENGTH, &rank, &fault))
			result ^= rank;
	}
	return result;
}

static uint64_t
run_format(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
	{
		char		text[GB32100_LENGTH];

		uscc_format(batch->rank[i], text);
		result ^= (unsigned char) text[GB32100_LENGTH - 1];
	}
	return result;
}

static uint64_t
run_department(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
		result ^= (unsigned char) uscc_rank_department(batch->rank[i]);
	return result;
}

static uint64_t
run_category(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
		result ^= (unsigned char) uscc_rank_category(batch->rank[i]);
	return result;
}

static uint64_t
run_region(const Batch *batch)
{
	uint64_t	result = 0;

	for (int i = 0; i < BATCH; i++)
		result ^= (uint64_t) uscc_rank_region(batch->rank[i]);
	return result;
}

static const struct
{
	const char *name;
	uint64_t	(*run) (const Batch *batch);
}			work[] = {
	{"sum of 18 bytes", run_sum},
	{"strtoull of 18 digits", run_strtoull},
	{"CRC-32 of 18 bytes", run_crc32},
	{"text to rank", run_parse},
	{"rank to text", run_format},
	{"department of a rank", run_department},
	{"category of a rank", run_category},
	{"region of a rank", run_region},
};

#define YARDSTICKS 3
#define WORKS (sizeof(work) / sizeof(work[0]))

/* Reflected polynomial of IEEE 802.3. */
static void
make_crc_table(void)
{
	for (uint32_t i = 0; i < 256; i++)
	{
		crc_table[i] = i;
		for (int bit = 0; bit < 8; bit++)
			crc_table[i] = crc_table[i] >> 1 ^ (crc_table[i] & 1 ? UINT32_C(0xedb88320) : 0);
	}
}

static void
make_code(char text[GB32100_LENGTH])
{
	static const char provinces[] = "11121314152122233132333435363741424344454650515253546162636465";
	int			pair = (int) (random_number() % 1000);
	int			body = (int) (random_number() % 1000);
	size_t		province = random_number() % (sizeof(provinces) / 2);
	int			letters = 0;

	for (int i = 0; i < GB32100_LENGTH; i++)
		text[i] = (char) ('0' + random_number() % 10);
	memcpy(text, pair < 923 ? "91" : pair < 976 ? "93" : "92", 2);
	memcpy(text + USCC_REGION, provinces + 2 * province, 2);
	if (body < 184)
	{
		memcpy(text + USCC_SUBJECT, "MA", 2);
		letters = 6;
	}
	else if (body < 192)
		text[USCC_SUBJECT] = "XLAGKFECHBDY"[random_number() % 12];
	for (int i = 0; i < letters; i++)
		text[USCC_SUBJECT + 2 + i] = gb32100_alphabet[random_number() % GB32100_ALPHABET_SIZE];
	uscc_complete(text, false);
}

static void
make_batch(Batch *batch)
{
	for (int i = 0; i < BATCH; i++)
	{
		Fault		fault;

		make_code(batch->text[i]);
		if (!uscc_parse(batch->text[i], GB32100_LENGTH, &batch->rank[i], &fault))
			abort();
		for (int j = 0; j < DIGITS; j++)
			batch->digits[i][j] = (char) ('0' + random_number() % 10);
		batch->digits[i][DIGITS] = '\0';
	}
}

/* Of this process: what it waits for others does not count. */
static double
nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return 1e9 * (double) now.tv_sec + (double) now.tv_nsec;
}

static int
compare(const void *a, const void *b)
{
	double		x = *(const double *) a,
				y = *(const double *) b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	size_t		rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 15;
	size_t		batches = ((argc > 2 ? strtoul(argv[2], NULL, 10) : 1000000) + BATCH - 1) / BATCH;
	Batch	   *batch = malloc(batches * sizeof(Batch));
	double	   *spent[WORKS];

	if (rounds == 0 || batches == 0 || batch == NULL)
		return 1;
	make_crc_table();
	for (size_t i = 0; i < batches; i++)
		make_batch(&batch[i]);
	for (size_t w = 0; w < WORKS; w++)
		if ((spent[w] = calloc(rounds, sizeof(double))) == NULL)
			return 1;

	for (size_t round = 0; round < rounds; round++)
		for (size_t i = 0; i < batches; i++)
		{
			for (size_t j = 0; j < sizeof(Batch); j += 64)
				sink += ((const unsigned char *) &batch[i])[j];
			for (size_t k = 0; k < WORKS; k++)
			{
				/* forth and back, so that none always follows the same one */
				size_t		w = round % 2 ? WORKS - 1 - k : k;
				double		start = nanoseconds();

				sink += work[w].run(&batch[i]);
				spent[w][round] += nanoseconds() - start;
			}
		}

	for (size_t w = 0; w < WORKS; w++)
	{
		for (size_t round = 0; round < rounds; round++)
			spent[w][round] /= (double) (batches * BATCH);
		qsort(spent[w], rounds, sizeof(double), compare);
	}
	printf("%zu codes in batches of %d (%zu kB), ns per operation, %zu rounds\n",
		   batches * BATCH, BATCH, sizeof(Batch) / 1024, rounds);
	printf("%-22s %7s %7s %7s   %s\n", "", "median", "min", "max",
		   "ratio to sum, strtoull, CRC-32");
	for (size_t w = 0; w < WORKS; w++)
	{
		printf("%-22s %7.2f %7.2f %7.2f  ", work[w].name, spent[w][rounds / 2],
			   spent[w][0], spent[w][rounds - 1]);
		for (size_t y = 0; y < YARDSTICKS; y++)
			printf(" %6.2f", spent[w][rounds / 2] / spent[y][rounds / 2]);
		putchar('\n');
	}
	return 0;
}
