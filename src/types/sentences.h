/*
 * The sentences of repair/explain.h, in English: data for the server, whose gettext
 * translates them by po/, and for web/.
 *
 * The file that includes this defines gettext_noop, as c.h does.  All arguments are
 * strings, so that both fill them in without knowing which sentence it is; a sentence may
 * take fewer of them than REPAIR_ARGUMENTS.
 */
#ifndef USCC_SENTENCES_H
#define USCC_SENTENCES_H

#include "repair/explain.h"

static const char *const sentences[REPAIR_SENTENCES] = {
	[REPAIR_SAY_USCC_LENGTH] = gettext_noop("A unified social credit code has 18 characters; this value has %s."),
	[REPAIR_SAY_USCC_LENGTH_MEANINGFUL] = gettext_noop("A unified social credit code has 18 characters; this value has %s, of which %s are letters or digits."),
	[REPAIR_SAY_USCC_CHARACTER] = gettext_noop("Character \"%s\" at position %s is not used in unified social credit codes."),
	[REPAIR_SAY_USCC_FULL_WIDTH] = gettext_noop("Character \"%s\" at position %s is the full-width form of \"%s\"."),
	[REPAIR_SAY_USCC_CODE_POINT] = gettext_noop("Character \"%s\" (U+%s) at position %s is not used in unified social credit codes."),
	[REPAIR_SAY_DEPARTMENT] = gettext_noop("Registering department at position %s is \"0\", which is never assigned."),
	[REPAIR_SAY_CATEGORY] = gettext_noop("Category at position %s is \"%s\", but must be a digit from 1 to 9."),
	[REPAIR_SAY_REGION] = gettext_noop("Administrative division at positions %s to %s must be six digits, but position %s is \"%s\"."),
	[REPAIR_SAY_USCC_CHECK] = gettext_noop("Check character at position %s is \"%s\", but the first 17 characters give \"%s\"."),
	[REPAIR_SAY_USCC_CHECK_MEANINGFUL] = gettext_noop("Check character at position %s is \"%s\", but the first 17 letters and digits give \"%s\"."),
	[REPAIR_SAY_SUBJECT_CHECK] = gettext_noop("Check character of the organization code at position %s is \"%s\", but positions %s to %s give \"%s\"."),
	[REPAIR_SAY_SUBJECT_FORM] = gettext_noop("\"%s\" is not a known combination of department, category and province, and no code with this beginning was issued with \"%s\" at position %s."),
	[REPAIR_SAY_ORGCODE_LENGTH] = gettext_noop("An organization code has 9 characters, or 10 with a hyphen before the last; this value has %s."),
	[REPAIR_SAY_ORGCODE_LENGTH_MEANINGFUL] = gettext_noop("An organization code has 9 characters, or 10 with a hyphen before the last; this value has %s, of which %s are letters or digits."),
	[REPAIR_SAY_ORGCODE_CHARACTER] = gettext_noop("Character \"%s\" at position %s is neither a digit nor a letter from A to Z."),
	[REPAIR_SAY_ORGCODE_CHECK] = gettext_noop("Check character is \"%s\", but the first 8 characters give \"%s\"."),
	[REPAIR_SAY_CITIZEN_ID_LENGTH] = gettext_noop("A citizen identity number has 18 characters, or 15 as they were issued before 1999; this value has %s."),
	[REPAIR_SAY_CITIZEN_ID_LENGTH_MEANINGFUL] = gettext_noop("A citizen identity number has 18 characters, or 15 as they were issued before 1999; this value has %s, of which %s are letters or digits."),
	[REPAIR_SAY_CITIZEN_ID_CHARACTER] = gettext_noop("Character \"%s\" at position %s is not a digit (nor X at position 18)."),
	[REPAIR_SAY_BIRTH_DATE] = gettext_noop("The birth date from position %s on is not a calendar day from 1800 to 2199."),
	[REPAIR_SAY_SEQUENCE] = gettext_noop("Sequence at position %s is \"000\", which is never assigned."),
	[REPAIR_SAY_CENTURY] = gettext_noop("Sequences 996 to 999 of 15 digits meant people born before 1900, so the century is not known."),
	[REPAIR_SAY_CITIZEN_ID_CHECK] = gettext_noop("Check character at position %s is \"%s\", but the first 17 digits give \"%s\"."),
	[REPAIR_SAY_IS_CITIZEN_ID] = gettext_noop("This is a citizen identity number (GB 11643); use type citizen_id."),
	[REPAIR_SAY_IS_REGISTRATION_NUMBER] = gettext_noop("This is a business registration number (GS 15); no unified social credit code can be computed from it."),
	[REPAIR_SAY_IS_OLD_REGISTRATION_NUMBER] = gettext_noop("This may be a business registration number of before 2007; no unified social credit code can be computed from it."),
	[REPAIR_SAY_IS_COOPERATIVE_NUMBER] = gettext_noop("This is an old registration number of a farmers' cooperative; no unified social credit code can be computed from it."),
	[REPAIR_SAY_IS_TAX_NUMBER] = gettext_noop("This is a tax registration number; no unified social credit code can be computed from it."),
	[REPAIR_SAY_IS_ORGCODE] = gettext_noop("This is an organization code (GB 11714); use type orgcode."),
	[REPAIR_SAY_IS_FUJIAN_PILOT] = gettext_noop("This is a code of Fujian's pilot before October 2015, whose check character followed another rule."),
	[REPAIR_SAY_DID_YOU_MEAN] = gettext_noop("Did you mean \"%s\"?"),
	[REPAIR_SAY_CONFUSABLE] = gettext_noop("The letters I, O, S, V and Z are not used because they look like others: \"%s\" probably is \"%s\"."),
};

#endif							/* USCC_SENTENCES_H */
