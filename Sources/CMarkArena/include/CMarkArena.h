#ifndef DOSSIER_CMARK_ARENA_H
#define DOSSIER_CMARK_ARENA_H

#include <cmark.h>

/// The allocator of the calling thread's arena, for libcmark: it hands out stretches of large blocks,
/// and takes nothing back before the arena is closed. A text's tree is thousands of small pieces that
/// all go at once, and to manage each by itself costs about as much as to parse the text.
///
/// To be used between `dossier_arena_open` and `dossier_arena_close` only, on the same thread.
cmark_mem *dossier_arena(void);

/// Opens the thread's arena; it may be opened several times.
void dossier_arena_open(void);

/// Closes it as often as it was opened; at the last time all its memory is free again.
void dossier_arena_close(void);

#endif
