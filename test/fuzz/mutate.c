/*
 * How libFuzzer changes an input.  A byte changed at random passes two check
 * characters once in 341 times, so three of four times the right ones are
 * written somewhere, after a change that mostly keeps the length.
 */
#include <string.h>

#include "fuzz.h"
#include "oracle.h"

extern size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
extern size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
									  unsigned int seed);

static size_t
below(unsigned int *seed, size_t bound)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % bound;
}

/* Writes a check character if there is one. */
static void
put(char *place, char check)
{
	if (check != '\0')
		*place = check;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	char	   *text = (char *) data;
	size_t		kind = below(&seed, 8);

	if (kind < 2 || size == 0)
		return LLVMFuzzerMutate(data, size, max_size);
	if (below(&seed, 4) == 0)
		size = LLVMFuzzerMutate(data, size, max_size);
	else
	{
		size_t		place = below(&seed, size);
		size_t		choice = below(&seed, 3);

		text[place] = choice == 0 ? (char) below(&seed, 256) :
			oracle_alphabet[below(&seed, choice == 1 ? 10 : 31)];
	}
	if (size >= 18 && kind < 6)
	{
		text += below(&seed, 2) ? 0 : below(&seed, size - 17);
		if (kind == 2)
			put(text + 17, oracle_check_citizen(text));
		else
		{
			if (kind == 3)
				put(text + 16, oracle_check_orgcode(text + 8));
			put(text + 17, oracle_check_uscc(text));
		}
	}
	else if (size >= 15 && kind == 6)
		put(text + 14, oracle_check_registration(text));
	else if (size >= 9)
		put(text + size - 1, oracle_check_orgcode(text + size - 9));
	return size;
}
