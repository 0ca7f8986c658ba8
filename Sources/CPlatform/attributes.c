#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/xattr.h>

#if defined(__APPLE__)
#define LIST(file, names, size) flistxattr(file, names, size, 0)
#define GET(file, name, value, size) fgetxattr(file, name, value, size, 0, 0)
#define SET(file, name, value, size) fsetxattr(file, name, value, size, 0, 0)
#define REMOVE(file, name) fremovexattr(file, name, 0)
#else
#define LIST(file, names, size) flistxattr(file, names, size)
#define GET(file, name, value, size) fgetxattr(file, name, value, size)
#define SET(file, name, value, size) fsetxattr(file, name, value, size, 0)
#define REMOVE(file, name) fremovexattr(file, name)
#endif

/* The names of a file's attributes, each ended by a NUL, to be freed; *length is -1 on failure. */
static char *names_of(int file, ssize_t *length) {
  *length = LIST(file, NULL, 0);
  if (*length < 0 && (errno == ENOTSUP || errno == EOPNOTSUPP || errno == ENOSYS)) *length = 0;
  if (*length <= 0) return NULL;
  char *names = malloc((size_t)*length);
  if (names == NULL) {
    *length = -1;
    errno = ENOMEM;
    return NULL;
  }
  *length = LIST(file, names, (size_t)*length);
  return names;
}

static int holds(const char *names, ssize_t length, const char *name) {
  for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
    if (strcmp(names + at, name) == 0) return 1;
  }
  return 0;
}

/* Whether both files have the same value under a name; errno is the reader's business no more. */
static int copy_one(int from, int to, const char *name) {
  ssize_t length = GET(from, name, NULL, 0);
  if (length < 0) return errno;
  char *value = malloc((size_t)length * 2 + 2);
  if (value == NULL) return ENOMEM;
  char *present = value + length + 1;
  int error = 0;
  length = GET(from, name, value, (size_t)length);
  if (length < 0) {
    error = errno;
  } else if (GET(to, name, present, (size_t)length) != length ||
             memcmp(value, present, (size_t)length) != 0) {
    /* What is equal already is not set, since one may not set all that one may read. */
    if (SET(to, name, value, (size_t)length) != 0) error = errno;
  }
  free(value);
  return error;
}

int dossier_copy_attributes(int from, int to) {
  ssize_t wanted_length, present_length;
  char *wanted = names_of(from, &wanted_length);
  if (wanted_length < 0) {
    int error = errno;
    free(wanted);
    return error;
  }
  char *present = names_of(to, &present_length);
  int error = present_length < 0 ? errno : 0;
  for (ssize_t at = 0; error == 0 && at < present_length;
       at += (ssize_t)strlen(present + at) + 1) {
    if (!holds(wanted, wanted_length, present + at) && REMOVE(to, present + at) != 0) error = errno;
  }
  for (ssize_t at = 0; error == 0 && at < wanted_length; at += (ssize_t)strlen(wanted + at) + 1) {
    error = copy_one(from, to, wanted + at);
  }
  free(wanted);
  free(present);
  return error;
}
