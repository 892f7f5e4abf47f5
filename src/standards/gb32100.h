/*
 * GB 32100-2015 with Amendment 1 (XG1-2016): the unified social credit code.
 *
 *  position  field
 *  1         registering department
 *  2         category within the department, 1 to 9
 *  3-8       administrative division of the registering authority, 6 digits
 *  9-17      subject identifier: the organization code (GB 11714)
 *  18        check character
 *
 * Here are the alphabet, the check character and the names.  What codes exist
 * and how they are stored is in uscc_code.h.
 */
#ifndef GB32100_H
#define GB32100_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GB32100_LENGTH 18
#define GB32100_ALPHABET_SIZE 31

/* Not a value of any character. */
#define GB32100_FOREIGN 0x80

/* Characters by value: digits and capital letters without I, O, S, V, Z. */
extern const char gb32100_alphabet[];

/* Value of a byte, 0 to 30; GB32100_FOREIGN if it is not in the alphabet.
 * Lower case counts as upper case. */
extern const uint8_t gb32100_value[256];

/* Value of the check character, 0 to 30, of the values of positions 1-17. */
extern int	gb32100_check_value(const uint8_t value[GB32100_LENGTH - 1]);

/*
 * The value, 0 to 30, that the character at a 0-based position must have so that
 * the check character is right, given those of the 17 others.  As 31 is a prime
 * there is exactly one.
 */
extern int	gb32100_solve(const uint8_t value[GB32100_LENGTH], int position);

/* A registering department; names in UTF-8. */
typedef struct Gb32100Department
{
	char		department;
	const char *name_zh;
	const char *name_en;
} Gb32100Department;

/* A category of a department; names in UTF-8. */
typedef struct Gb32100Category
{
	char		department;
	char		category;
	const char *name_zh;
	const char *name_en;
} Gb32100Category;

/* Assigned categories, in the order of their codes. */
extern const Gb32100Category gb32100_categories[];
extern const int gb32100_category_count;

/* The department, or NULL if it is not assigned. */
extern const Gb32100Department *gb32100_department(char department);

/* The category, or NULL if it is not assigned. */
extern const Gb32100Category *gb32100_category(char department, char category);

#endif							/* GB32100_H */
