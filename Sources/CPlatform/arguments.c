#include "CPlatform.h"
// Names the C library that it belongs to, as well.
#include <stdlib.h>

static int count = 0;
static char *const *words = NULL;

#if defined(__GLIBC__) || defined(__APPLE__)
// These C libraries hand their constructors what main is handed.
__attribute__((constructor)) static void keep(int argc, char *const *argv) {
  count = argc;
  words = argv;
}
#endif

char *const *dossier_arguments(int *number) {
  *number = count;
  return words;
}
