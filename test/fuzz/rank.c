/*
 * Two ranks, eight bytes each: every one below USCC_COUNT is a code with just so many
 * before it, comes back from its text, and has the fields of its text; two are
 * in the order of their texts.
 *
 * A rank at or above USCC_COUNT is nowhere a legal argument: of such a number the
 * remainder is taken.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"
#include "uscc_code.h"
#include "repair/population.h"

static void
check_rank(uint64_t rank, char code[18])
{
	uint64_t	back;
	Fault		fault;
	double		share;

	uscc_format(rank, code);
	HOLDS(oracle_is_code(code) && oracle_before(code, 18) == rank);
	HOLDS(uscc_parse(code, 18, &back, &fault) && back == rank);

	HOLDS(uscc_rank_department(rank) == code[0] && uscc_rank_category(rank) == code[1]);
	HOLDS(uscc_rank_region(rank) == oracle_number(code + 2, 6));
	HOLDS(uscc_rank_is_standard(rank) ==
		  (oracle_is_category(code) && oracle_has_right_subject(code) &&
		   oracle_division((int32_t) oracle_number(code + 2, 2) * 10000) != NULL));

	share = repair_population_share(code);
	HOLDS(share > 0 && share < 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint64_t	rank[2];
	char		code[2][18];
	int			order;

	if (size < sizeof(rank))
		return -1;
	memcpy(rank, data, sizeof(rank));
	for (int i = 0; i < 2; i++)
	{
		rank[i] %= USCC_COUNT;
		check_rank(rank[i], code[i]);
	}
	order = memcmp(code[0], code[1], 18);
	HOLDS((order < 0) == (rank[0] < rank[1]) && (order == 0) == (rank[0] == rank[1]));
	return 0;
}
