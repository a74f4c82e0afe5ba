/*
 * Put before a program with LD_PRELOAD: while the file that FAULT_FILE names says "fsync 5" or "write 28", each such call on
 * a file whose path contains FAULT_PATH fails with that errno. "sync" is any of the calls that wait for the disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fault(int fd, const char *call) {
  const char *file = getenv("FAULT_FILE"), *part = getenv("FAULT_PATH");
  char text[64], link[64], path[4096];
  if (file == NULL || part == NULL) return 0;
  int said = open(file, O_RDONLY | O_CLOEXEC);
  if (said < 0) return 0;
  ssize_t size = read(said, text, sizeof text - 1);
  close(said);
  if (size <= 0) return 0;
  text[size] = 0;
  if (strncmp(text, call, strlen(call)) != 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return 0;
  path[size] = 0;
  if (strstr(path, part) == NULL) return 0;
  errno = atoi(text + strlen(call));
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int fd) { return fault(fd, "fsync ") ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fault(fd, "fsync ") ? -1 : REAL(fdatasync)(fd); }
ssize_t write(int fd, const void *bytes, size_t count) {
  return fault(fd, "write ") ? -1 : REAL(write)(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return fault(fd, "write ") ? -1 : REAL(pwrite)(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  return fault(fd, "write ") ? -1 : REAL(pwrite64)(fd, bytes, count, at);
}
