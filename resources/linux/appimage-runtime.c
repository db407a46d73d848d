/* What an AppImage begins with: mounts the file system that stands behind it in the same file and starts AppRun from there
 * (https://docs.appimage.org, type 2). Where nothing can be mounted it unpacks into a temporary folder instead, as it does
 * with --appimage-extract-and-run; --appimage-extract unpacks into squashfs-root and starts nothing. */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <ll.h>

static char self[4096];
static pid_t program;

static void fail(const char *sentence) {
  fprintf(stderr, "leeslamp: %s\n", sentence);
  exit(1);
}

/* The file system begins where this program ends: behind the table of sections, which is its last part. */
static size_t end_of_program(void) {
  Elf64_Ehdr head;
  int file = open(self, O_RDONLY | O_CLOEXEC);
  if (file < 0 || read(file, &head, sizeof head) != sizeof head) fail("the AppImage cannot be read.");
  close(file);
  return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("the disk is full, or cannot be written; what was unpacked is not complete.");
    bytes += written;
    count -= (size_t)written;
  }
}

static int extract_file(sqfs *fs, sqfs_inode *inode, const char *path) {
  static char buffer[1 << 20];
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
  if (file < 0) return -1;
  for (sqfs_off_t at = 0; at < (sqfs_off_t)inode->xtra.reg.file_size;) {
    sqfs_off_t count = sizeof buffer;
    if (sqfs_read_range(fs, inode, at, &count, buffer) != SQFS_OK || count <= 0) return -1;
    write_all(file, buffer, (size_t)count);
    at += count;
  }
  return close(file);
}

static int extract_entry(sqfs *fs, sqfs_inode *inode, const char *path) {
  if (S_ISDIR(inode->base.mode)) return mkdir(path, 0755);
  if (S_ISREG(inode->base.mode)) return extract_file(fs, inode, path);
  if (!S_ISLNK(inode->base.mode)) return -1;
  char target[4096];
  size_t size = sizeof target;
  return sqfs_readlink(fs, inode, target, &size) == SQFS_OK ? symlink(target, path) : -1;
}

static void extract(size_t offset, const char *folder) {
  sqfs fs;
  sqfs_traverse walk;
  sqfs_err error = SQFS_OK;
  if (sqfs_open_image(&fs, self, offset) != SQFS_OK) fail("the AppImage is damaged; fetch it again.");
  if (sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK) fail("the AppImage is damaged; fetch it again.");
  while (sqfs_traverse_next(&walk, &error)) {
    char path[8192];
    sqfs_inode inode;
    if (walk.dir_end) continue;
    snprintf(path, sizeof path, "%s/%s", folder, walk.path);
    if (sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)) != SQFS_OK || extract_entry(&fs, &inode, path) != 0)
      fail("the AppImage could not be unpacked; make room for it, or fetch it again.");
  }
  if (error != SQFS_OK) fail("the AppImage is damaged; fetch it again.");
}

static void hand_on(int number) {
  if (program > 0) kill(program, number);
}

/* Starts AppRun and waits for it; the answer is its exit code. */
static int run(const char *folder, char **arguments) {
  char path[8192];
  int status;
  snprintf(path, sizeof path, "%s/AppRun", folder);
  setenv("APPDIR", folder, 1);
  setenv("APPIMAGE", self, 1);
  program = fork();
  if (program == 0) {
    arguments[0] = path;
    execv(path, arguments);
    fprintf(stderr, "leeslamp: programs cannot be started from %s (%s); name another folder with TMPDIR.\n", folder, strerror(errno));
    _exit(127);
  }
  signal(SIGINT, hand_on);
  signal(SIGTERM, hand_on);
  signal(SIGHUP, hand_on);
  while (waitpid(program, &status, 0) < 0)
    if (errno != EINTR) return 1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int remove_entry(const char *path, const struct stat *s, int kind, struct FTW *f) {
  (void)s, (void)kind, (void)f;
  return remove(path);
}

static int extract_and_run(size_t offset, const char *folder, char **arguments) {
  extract(offset, folder);
  int code = run(folder, arguments);
  nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  return code;
}

/* Serves the file system until it is told to stop; one byte through the pipe says that it is mounted. */
static void serve(size_t offset, const char *folder, int ready) {
  struct fuse_lowlevel_ops operations = {
      .getattr = sqfs_ll_op_getattr,       .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
      .readdir = sqfs_ll_op_readdir,       .lookup = sqfs_ll_op_lookup,   .open = sqfs_ll_op_open,
      .create = sqfs_ll_op_create,         .release = sqfs_ll_op_release, .read = sqfs_ll_op_read,
      .readlink = sqfs_ll_op_readlink,     .forget = sqfs_ll_op_forget,   .statfs = stfs_ll_op_statfs,
      .listxattr = sqfs_ll_op_listxattr,   .getxattr = sqfs_ll_op_getxattr,
  };
  char *options[] = {"leeslamp", "-o", "ro,nosuid,nodev,fsname=leeslamp"};
  struct fuse_args args = FUSE_ARGS_INIT(3, options);
  sqfs_ll_chan channel;
  /* What FUSE says where it is missing is no news to the reader: the AppImage is unpacked instead. */
  int silence = open("/dev/null", O_WRONLY), loud = dup(2);
  dup2(silence, 2);
  sqfs_ll *image = sqfs_ll_open(self, offset);
  if (image == NULL || sqfs_ll_mount(&channel, folder, &args, &operations, sizeof operations, image) != SQFS_OK) _exit(1);
  dup2(loud, 2);
  setpgid(0, 0); /* Ctrl-C is for the program, which still needs its files to close. */
  if (fuse_set_signal_handlers(channel.session) != 0) _exit(1);
  if (write(ready, "", 1) != 1) _exit(1);
  close(ready);
  fuse_session_loop(channel.session);
  sqfs_ll_unmount(&channel, folder);
  _exit(0);
}

int main(int count, char **arguments) {
  ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
  if (length < 0) fail("the AppImage does not find itself; is /proc mounted?");
  size_t offset = end_of_program();
  const char *asked = count > 1 ? arguments[1] : "";
  if (strcmp(asked, "--appimage-offset") == 0) return printf("%zu\n", offset) < 0;
  if (strcmp(asked, "--appimage-extract") == 0) {
    if (mkdir("squashfs-root", 0755) != 0) fail("squashfs-root cannot be made here; remove an older one first.");
    extract(offset, "squashfs-root");
    return 0;
  }
  const char *temporary = getenv("TMPDIR");
  char folder[4096];
  snprintf(folder, sizeof folder, "%s/leeslamp-XXXXXX", temporary && *temporary ? temporary : "/tmp");
  if (mkdtemp(folder) == NULL) fail("no temporary folder can be made; name one with TMPDIR.");
  if (strcmp(asked, "--appimage-extract-and-run") == 0) {
    arguments[1] = arguments[0];
    return extract_and_run(offset, folder, arguments + 1);
  }
  int ends[2];
  char byte;
  if (pipe2(ends, O_CLOEXEC) != 0) fail("no pipe can be made.");
  pid_t server = fork();
  if (server == 0) {
    close(ends[0]);
    serve(offset, folder, ends[1]);
  }
  close(ends[1]);
  int is_mounted = read(ends[0], &byte, 1) == 1;
  close(ends[0]);
  if (!is_mounted) {
    waitpid(server, NULL, 0);
    return extract_and_run(offset, folder, arguments);
  }
  int code = run(folder, arguments);
  kill(server, SIGTERM);
  waitpid(server, NULL, 0);
  rmdir(folder);
  return code;
}
