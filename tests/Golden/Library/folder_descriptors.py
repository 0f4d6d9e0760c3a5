import os, tempfile
d = tempfile.mkdtemp(); os.chdir(d)
os.makedirs("a/b/c"); open("a/one", "w").write("1"); open("a/b/two", "w").write("22"); os.symlink("b", "a/link"); os.symlink("gone", "a/broken")
for top in ("a", b"a"):
    for td in (True, False):
        for path, dirs, files, fd in os.fwalk(top, topdown=td):
            print(path, sorted(dirs), sorted(files), sorted(os.listdir(fd)), sum(os.stat(n, dir_fd=fd, follow_symlinks=False).st_size for n in files if n in ("one", "two", b"one", b"two")))
print(len(list(os.fwalk("a", follow_symlinks=True))))
fd = os.open("a", os.O_RDONLY)
print([r for r, *_ in os.fwalk(".", dir_fd=fd)])
print(os.stat("one", dir_fd=fd).st_size, os.readlink("link", dir_fd=fd), os.access("b/two", os.R_OK, dir_fd=fd), os.access("two", os.R_OK, dir_fd=fd))
os.mkdir("new", dir_fd=fd); os.rename("one", "uno", src_dir_fd=fd, dst_dir_fd=fd); os.rename("uno", "top", src_dir_fd=fd)
os.symlink("x", "sx", dir_fd=fd); os.link("b/two", "hard", src_dir_fd=fd, dst_dir_fd=fd); os.chmod("b/two", 0o600, dir_fd=fd)
h = os.open("made", os.O_CREAT | os.O_WRONLY, dir_fd=fd); os.write(h, b"abc"); os.close(h)
print(sorted(os.listdir("a")), sorted(os.listdir()), sorted(os.listdir(fd)), oct(os.stat("a/hard").st_mode))
os.rmdir("new", dir_fd=fd); os.unlink("made", dir_fd=fd)
for f in (lambda: os.stat("nope", dir_fd=fd), lambda: os.unlink("nope", dir_fd=fd), lambda: os.rename("nope", "n2", src_dir_fd=fd), lambda: list(os.fwalk("nope"))):
    try: f()
    except OSError as e: print(e)
print([(e.name, e.path, e.is_dir(), e.is_symlink()) for e in sorted(os.scandir(fd), key=lambda e: e.name)])
print(os.stat in os.supports_dir_fd, os.open in os.supports_dir_fd, os.scandir in os.supports_fd, os.lstat in os.supports_dir_fd)
try: os.stat("b", dir_fd="x")
except TypeError as e: print(e)
os.close(fd)
