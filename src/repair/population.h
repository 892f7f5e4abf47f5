/*
 * How the issued unified social credit codes are distributed: how likely one
 * is met, and codes drawn so that many of them look like a registry.
 *
 * The shares are those of 2,994,326 codes of business registries, issued up to
 * 2019 (data/README.md).
 */
#ifndef REPAIR_POPULATION_H
#define REPAIR_POPULATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "standards/gb32100.h"

/*
 * Share, 0 to 1, that one code has of all issued codes; an estimate from the
 * shares of its department and category, its region, and the form of its
 * subject.  The code is of the set of uscc_code.h and its subject's check
 * character right.
 */
extern double repair_population_share(const char code[GB32100_LENGTH]);

/* A source of random numbers, 0 <= x < 1. */
typedef double (*RepairRandom) (void);

/*
 * Draws the rank of a code that begins with the prefix, 0 to 18 characters,
 * lower case taken as upper case: an assigned category and a known division as
 * far as the prefix leaves the choice, with right check characters.  Returns
 * false if no code begins so.
 */
extern bool repair_population_draw(const char *prefix, size_t length, RepairRandom random,
								   uint64_t *rank);

#endif							/* REPAIR_POPULATION_H */
