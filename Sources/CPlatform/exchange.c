#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <stdio.h>
#if defined(__linux__)
#include <fcntl.h>
#endif

int dossier_exchange(int folder, const char *left, const char *right) {
#if defined(__linux__) && defined(RENAME_EXCHANGE)
  return renameat2(folder, left, folder, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
#elif defined(__APPLE__)
  return renameatx_np(folder, left, folder, right, RENAME_SWAP) == 0 ? 0 : errno;
#else
  (void)folder;
  (void)left;
  (void)right;
  return ENOSYS;
#endif
}
