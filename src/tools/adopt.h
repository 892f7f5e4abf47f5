/*
 * What the two files of uscc_adopt share.
 */
#ifndef USCC_ADOPT_H
#define USCC_ADOPT_H

/* The name of one of the four types, or NULL; namespace is that of the extension. */
extern const char *adopt_type_name(Oid type, Oid namespace);
extern Oid	adopt_text_function(const char *type, const char *suffix, Oid namespace);

#endif							/* USCC_ADOPT_H */
