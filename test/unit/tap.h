/* Reports checks as lines of the Test Anything Protocol. */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stdio.h>

static int	tap_checks,
			tap_failures;

/* One check; returns what it was given. */
static inline bool
ok(bool passed, const char *name)
{
	printf("%sok %d - %s\n", passed ? "" : "not ", ++tap_checks, name);
	fflush(stdout);
	tap_failures += !passed;
	return passed;
}

/* Ends the run; the exit status of main. */
static inline int
done_testing(void)
{
	printf("1..%d\n", tap_checks);
	return tap_failures > 0;
}

#endif							/* TAP_H */
