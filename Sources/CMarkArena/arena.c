#include "CMarkArena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// What every stretch is aligned to, and the room before it for its size.
enum { UNIT = 16 };
/// The block that a thread keeps; larger ones are given back when the arena is closed.
static const size_t kept_size = 256 * 1024;

typedef struct block {
  struct block *before;
  size_t size;
  size_t used;
  _Alignas(UNIT) unsigned char bytes[];
} block;

static _Thread_local block *newest;
static _Thread_local int openings;

/// As libcmark's own allocator, it does not come back where there is no memory.
static block *add_block(size_t wanted) {
  size_t size = wanted > kept_size ? wanted : kept_size;
  if (size > SIZE_MAX - sizeof(block)) abort();
  block *added = malloc(sizeof(block) + size);
  if (!added) abort();
  added->before = newest;
  added->size = size;
  added->used = 0;
  newest = added;
  return added;
}

static size_t *size_of(void *stretch) {
  return (size_t *)((unsigned char *)stretch - UNIT);
}

static size_t rounded(size_t size) {
  if (size > SIZE_MAX - 2 * UNIT) abort();
  return (size + UNIT - 1) / UNIT * UNIT;
}

static void *take(size_t size) {
  size_t whole = rounded(size) + UNIT;
  block *from = newest;
  if (!from || from->size - from->used < whole) from = add_block(whole);
  void *stretch = from->bytes + from->used + UNIT;
  from->used += whole;
  *size_of(stretch) = size;
  return stretch;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *stretch = take(count * size);
  memset(stretch, 0, count * size);
  return stretch;
}

/// The last stretch grows where it is, as a buffer that is being written does.
static int grow(void *stretch, size_t size) {
  size_t room = rounded(*size_of(stretch));
  block *from = newest;
  int is_last = (unsigned char *)stretch + room == from->bytes + from->used;
  if (!is_last || from->size - from->used < rounded(size) - room) return 0;
  from->used += rounded(size) - room;
  return 1;
}

static void *arena_realloc(void *stretch, size_t size) {
  if (!stretch) return take(size);
  size_t before = *size_of(stretch);
  if (size > rounded(before) && !grow(stretch, size)) {
    return memcpy(take(size), stretch, before);
  }
  *size_of(stretch) = size;
  return stretch;
}

static void arena_free(void *stretch) { (void)stretch; }

cmark_mem *dossier_arena(void) {
  static cmark_mem allocator = {arena_calloc, arena_realloc, arena_free};
  return &allocator;
}

void dossier_arena_open(void) { openings += 1; }

void dossier_arena_close(void) {
  openings -= 1;
  if (openings > 0) return;
  while (newest && (newest->before || newest->size > kept_size)) {
    block *before = newest->before;
    free(newest);
    newest = before;
  }
  if (newest) newest->used = 0;
}
