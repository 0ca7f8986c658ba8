#if defined(__linux__)
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>

/// Stands for `open` where the program is linked with --wrap=open, as scripts/dist does.
///
/// Once a second Dispatch reads files of /proc to know which of its threads run, and ends the program
/// where there are none. An empty file tells it nothing, and it goes on.
int __wrap_open(const char *path, int flags, ...);

int __wrap_open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) {
    va_list list;
    va_start(list, flags);
    mode = va_arg(list, mode_t);
    va_end(list);
  }
  int file = openat(AT_FDCWD, path, flags, mode);
  size_t length = strlen(path);
  if (file < 0 && errno == ENOENT && strncmp(path, "/proc/", 6) == 0 && length > 11 &&
      strcmp(path + length - 5, "/stat") == 0)
    file = openat(AT_FDCWD, "/dev/null", O_RDONLY | O_CLOEXEC);
  return file;
}
#endif
