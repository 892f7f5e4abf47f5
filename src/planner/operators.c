/*
 * The operators that the planner is told of: ^@, LIKE and ILIKE of all types, and
 * adcode <@ adcode.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "planner.h"
#include "standards/ascii.h"
#include "standards/gb11643.h"
#include "standards/gb11714.h"
#include "standards/gb2260.h"
#include "standards/gb32100.h"

static const PlannerType adcode = {
	GB2260_LENGTH, types_find_adcode_ends, "adcode_first", "adcode_last"
};
static const PlannerType orgcode = {
	GB11714_LENGTH, types_find_orgcode_ends, "orgcode_first", "orgcode_last"
};
static const PlannerType uscc = {
	GB32100_LENGTH, types_find_uscc_ends, "uscc_first", "uscc_last"
};
static const PlannerType citizen_id = {
	GB11643_LENGTH, types_find_citizen_id_ends, "citizen_id_first", "citizen_id_last"
};

/* The right side of <@ is the first end itself. */
static const PlannerType division = {
	GB2260_LENGTH, types_find_adcode_ends, NULL, "adcode_within_last"
};

static const PlannerOperator operators[] = {
	{"adcode_within", PLANNER_WITHIN, false, &division},
	{"adcode_starts_with", PLANNER_STARTS_WITH, false, &adcode},
	{"adcode_like", PLANNER_LIKE, false, &adcode},
	{"adcode_not_like", PLANNER_LIKE, true, &adcode},
	{"adcode_ilike", PLANNER_ILIKE, false, &adcode},
	{"adcode_not_ilike", PLANNER_ILIKE, true, &adcode},
	{"orgcode_starts_with", PLANNER_STARTS_WITH, false, &orgcode},
	{"orgcode_like", PLANNER_LIKE, false, &orgcode},
	{"orgcode_not_like", PLANNER_LIKE, true, &orgcode},
	{"orgcode_ilike", PLANNER_ILIKE, false, &orgcode},
	{"orgcode_not_ilike", PLANNER_ILIKE, true, &orgcode},
	{"uscc_starts_with", PLANNER_STARTS_WITH, false, &uscc},
	{"uscc_like", PLANNER_LIKE, false, &uscc},
	{"uscc_not_like", PLANNER_LIKE, true, &uscc},
	{"uscc_ilike", PLANNER_ILIKE, false, &uscc},
	{"uscc_not_ilike", PLANNER_ILIKE, true, &uscc},
	{"citizen_id_starts_with", PLANNER_STARTS_WITH, false, &citizen_id},
	{"citizen_id_like", PLANNER_LIKE, false, &citizen_id},
	{"citizen_id_not_like", PLANNER_LIKE, true, &citizen_id},
	{"citizen_id_ilike", PLANNER_ILIKE, false, &citizen_id},
	{"citizen_id_not_ilike", PLANNER_ILIKE, true, &citizen_id},
};

const PlannerOperator *
planner_operator(Oid function)
{
	const char *name = get_func_name(function);

	for (int i = 0; name != NULL && i < (int) lengthof(operators); i++)
		if (strcmp(operators[i].function, name) == 0)
			return &operators[i];
	return NULL;
}

/* The values with a prefix. */
static void
prefix_interval(const PlannerType *type, const char *prefix, size_t length,
				PlannerInterval *interval)
{
	interval->exact = true;
	interval->share = 1;
	if (!type->find_ends(prefix, length, &interval->first, &interval->last))
		type->find_ends("", 0, &interval->last, &interval->first);	/* none */
}

/* A pattern: its fixed prefix, and what follows. */
typedef struct Pattern
{
	char		prefix[GB32100_LENGTH + 1]; /* cut when longer than any value */
	size_t		prefix_length;
	bool		possible;		/* false if no value can have the prefix */
	const char *rest;			/* empty, or begins with a wildcard */
	size_t		rest_length;
} Pattern;

/*
 * Takes a pattern apart.  Values have capital letters only.  ILIKE folds case by a
 * locale: of the letters of ASCII, I is folded in different ways, and other characters
 * may be folded to ASCII, so the prefix ends there.
 */
static Pattern
read_pattern(const PlannerOperator *operator, Datum right)
{
	text	   *pattern = DatumGetTextPP(right);
	const char *byte = VARDATA_ANY(pattern);
	const char *end = byte + VARSIZE_ANY_EXHDR(pattern);
	bool		fold = operator->kind == PLANNER_ILIKE;
	Pattern		result = {.possible = true};

	while (byte < end && *byte != '%' && *byte != '_')
	{
		const char *character = *byte == '\\' ? byte + 1 : byte;

		if (character == end ||
			(fold && (IS_HIGHBIT_SET(*character) || ascii_upper(*character) == 'I')))
			break;
		if (!fold && *character != ascii_upper(*character))
			result.possible = false;
		if (result.prefix_length < sizeof(result.prefix))
			result.prefix[result.prefix_length++] = ascii_upper(*character);
		byte = character + 1;
	}
	result.rest = byte;
	result.rest_length = (size_t) (end - byte);
	if (result.rest_length == 0 && result.prefix_length != operator->type->length)
		result.possible = false;
	return result;
}

/* Is there nothing in the rest of a pattern but the wildcard for any text? */
static bool
rest_is_any(const Pattern *pattern)
{
	for (size_t i = 0; i < pattern->rest_length; i++)
		if (pattern->rest[i] != '%')
			return false;
	return true;
}

/*
 * Share of values that the rest of a pattern lets through, as PostgreSQL guesses it
 * (like_selectivity).
 */
static double
rest_share(const Pattern *pattern)
{
	const double any_text = 5.0;
	const double any_character = 0.9;
	const double one_character = 0.2;
	double		share = 1;
	bool		leading = true;

	for (size_t i = 0; i < pattern->rest_length; i++)
	{
		char		character = pattern->rest[i];
		bool		wildcard = character == '%' || character == '_';

		leading = leading && wildcard;
		if (character == '\\')
			i++;
		if (!leading)
			share *= character == '%' ? any_text : character == '_' ? any_character : one_character;
	}
	return Min(share, 1);
}

bool
planner_interval(const PlannerOperator *operator, Datum right, PlannerInterval *interval)
{
	Pattern		pattern;
	text	   *prefix;

	switch (operator->kind)
	{
		case PLANNER_WITHIN:
			interval->exact = true;
			interval->share = 1;
			interval->first = right;
			interval->last = AdcodeGetDatum(gb2260_last(DatumGetAdcode(right)));
			break;
		case PLANNER_STARTS_WITH:
			prefix = DatumGetTextPP(right);
			prefix_interval(operator->type, VARDATA_ANY(prefix), VARSIZE_ANY_EXHDR(prefix), interval);
			break;
		case PLANNER_LIKE:
		case PLANNER_ILIKE:
			pattern = read_pattern(operator, right);
			if (pattern.possible && pattern.prefix_length == 0 && !rest_is_any(&pattern))
				return false;
			prefix_interval(operator->type, pattern.prefix,
							pattern.possible ? pattern.prefix_length : sizeof(pattern.prefix), interval);
			interval->exact = rest_is_any(&pattern);
			interval->share = rest_share(&pattern);
			break;
	}
	return true;
}

bool
planner_pattern_prefix(const PlannerOperator *operator, Datum right, Datum *prefix)
{
	Pattern		pattern = read_pattern(operator, right);

	if (!pattern.possible || !rest_is_any(&pattern))
		return false;
	*prefix = PointerGetDatum(cstring_to_text_with_len(pattern.prefix, (int) pattern.prefix_length));
	return true;
}
