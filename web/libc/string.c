#include <string.h>

void *
memcpy(void *to, const void *from, size_t size)
{
	return memmove(to, from, size);
}

void *
memmove(void *to, const void *from, size_t size)
{
	char	   *target = to;
	const char *source = from;

	if (target < source)
		for (size_t i = 0; i < size; i++)
			target[i] = source[i];
	else
		for (size_t i = size; i > 0; i--)
			target[i - 1] = source[i - 1];
	return to;
}

void *
memset(void *to, int byte, size_t size)
{
	for (size_t i = 0; i < size; i++)
		((unsigned char *) to)[i] = (unsigned char) byte;
	return to;
}

int
memcmp(const void *a, const void *b, size_t size)
{
	for (size_t i = 0; i < size; i++)
	{
		int			difference = ((const unsigned char *) a)[i] - ((const unsigned char *) b)[i];

		if (difference != 0)
			return difference;
	}
	return 0;
}

void *
memchr(const void *bytes, int byte, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (((const unsigned char *) bytes)[i] == (unsigned char) byte)
			return (unsigned char *) bytes + i;
	return NULL;
}

size_t
strlen(const char *string)
{
	size_t		length = 0;

	while (string[length])
		length++;
	return length;
}

char *
strchr(const char *string, int character)
{
	return memchr(string, character, strlen(string) + 1);
}
