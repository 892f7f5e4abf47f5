/*
 * GS 15-2006: the 15-digit business registration number.
 */
#include "gs15.h"

bool
gs15_is_valid(const char *text, size_t length)
{
	int			product = 10;
	int			sum = 0;

	if (length != GS15_LENGTH)
		return false;
	for (int i = 0; i < GS15_LENGTH; i++)
	{
		if (text[i] < '0' || text[i] > '9')
			return false;
		sum = (product + (text[i] - '0')) % 10;
		product = 2 * (sum == 0 ? 10 : sum) % 11;
	}
	/* ISO 7064 MOD 11,10: the check digit brings the sum to 1 */
	return sum == 1;
}
