/*
 * What the targets of test/fuzz share.
 *
 * A target is a file with LLVMFuzzerTestOneInput.  What a declaration in
 * src/standards demands of its arguments (a rank below USCC_COUNT, a text without
 * blanks) a target keeps, and says so; all else may be any bytes.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An invariant; test/targets/fuzz.sh tells it from a crash by these words. */
#define HOLDS(condition) \
	do { \
		if (!(condition)) \
		{ \
			fprintf(stderr, "INVARIANT BROKEN at %s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

#endif							/* FUZZ_H */
