// A function that becomes a part of each that calls it: of those compiled for several processors, and of hot loops that
// compilers leave it out of.
#ifndef BASE_INLINE_H
#define BASE_INLINE_H

#define INLINE static inline __attribute__((always_inline))
// One that stays out of each that calls it, for it is rarely called: what is common is quicker without it.
#define APART static __attribute__((noinline))

#endif
