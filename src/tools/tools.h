/*
 * What the tools share.
 */
#ifndef USCC_TOOLS_H
#define USCC_TOOLS_H

/*
 * Reads the code that a text is, but for what carries no meaning in it.  Length
 * in bytes of the server's encoding.  Returns false if it is none.
 */
extern bool tools_try_uscc(const char *text, size_t length, uint64 *rank);

#endif							/* USCC_TOOLS_H */
