# Users, groups, locks and limits of the system.
import fcntl
import grp
import os
import pwd
import resource
import tempfile

me = pwd.getpwuid(os.getuid())
print(me.pw_name == pwd.getpwnam(me.pw_name).pw_name, me.pw_uid == os.getuid(), me[0] == me.pw_name, len(me), pwd.getpwuid(0).pw_name, pwd.getpwuid(0).pw_dir)
print(any(user.pw_uid == 0 for user in pwd.getpwall()), grp.getgrgid(0).gr_name, grp.getgrnam("root").gr_gid, type(grp.getgrall()[0].gr_mem))
for wrong in (lambda: pwd.getpwnam("no such user"), lambda: pwd.getpwuid(2**30), lambda: grp.getgrnam("no such group")):
    try:
        wrong()
    except KeyError as error:
        print(error)
path = tempfile.mktemp()
with open(path, "w") as first, open(path, "w") as second:
    fcntl.flock(first, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(type(error).__name__, error.strerror)
    fcntl.flock(first.fileno(), fcntl.LOCK_UN)
    fcntl.flock(second, fcntl.LOCK_SH)
    fcntl.lockf(first, fcntl.LOCK_EX)
    fcntl.lockf(first, fcntl.LOCK_UN)
    print(fcntl.fcntl(first, fcntl.F_GETFD) & fcntl.FD_CLOEXEC, bool(fcntl.fcntl(first, fcntl.F_GETFL) & os.O_WRONLY))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime >= 0, usage.ru_maxrss > 0, len(usage), resource.getpagesize() % 1024)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard), resource.RLIM_INFINITY)
