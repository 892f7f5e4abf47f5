/*
 * What src/standards and src/repair use of the C library; a module of WebAssembly has
 * none.
 */
#ifndef STRING_H
#define STRING_H

#include <stddef.h>

extern void *memcpy(void *to, const void *from, size_t size);
extern void *memmove(void *to, const void *from, size_t size);
extern void *memset(void *to, int byte, size_t size);
extern int	memcmp(const void *a, const void *b, size_t size);
extern void *memchr(const void *bytes, int byte, size_t size);
extern size_t strlen(const char *string);
extern char *strchr(const char *string, int character);

#endif							/* STRING_H */
