/*
 * What the files of uscc_adopt share.
 */
#ifndef USCC_ADOPT_H
#define USCC_ADOPT_H

#include "executor/spi.h"
#include "lib/stringinfo.h"

/* What is adopted. */
typedef struct Adoption
{
	Oid			table;
	Oid			type;
	NameData	column;
	const char *namespace;		/* of the extension, quoted */
	const char *type_name;		/* of the type, without its schema */
	const char *table_name;		/* qualified and quoted */
	const char *name;			/* of the column: table.column */
} Adoption;

/* When triggers are tried. */
typedef enum AdoptStage
{
	ADOPT_PREPARE,				/* before or after the new column is added */
	ADOPT_SWAP_LATER,			/* before the swap, without a lock */
	ADOPT_SWAP					/* in the swap */
} AdoptStage;

typedef void (*AdoptAction) (void *argument);

/* The name of one of the four types, or NULL; namespace is that of the extension. */
extern const char *adopt_type_name(Oid type, Oid namespace);
extern Oid	adopt_text_function(const char *type, const char *suffix, Oid namespace);

/* Calls one of the functions in SQL; the rows are SPI_processed. */
extern SPITupleTable *adopt_call_sql(const Adoption *adoption, const char *function);

/* Executes commands, without their rows; an AdoptAction. */
extern void adopt_execute(void *commands);

/* The text of a field of a row, or NULL. */
extern char *adopt_field(SPITupleTable *table, uint64 row, const char *name);

/*
 * Carries out an action in a subtransaction and returns its error, or NULL.  What
 * it did stays only if there is no error and keep is true.
 */
extern ErrorData *adopt_try(AdoptAction action, void *argument, bool keep);

/*
 * Appends what the triggers of the tables would not survive in a stage, a line each,
 * and the tables of which that cannot be said.
 */
extern void adopt_rehearse(const Adoption *adoption, AdoptStage stage, StringInfo detail, StringInfo untried);

#endif							/* USCC_ADOPT_H */
