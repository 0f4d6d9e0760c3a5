import os
# Programs that a program starts by their names, waits for, or gives its place to.
print(os.spawnv(os.P_WAIT, "/nope", ["a"]), os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 3"), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "kill -9 $$"))
print(os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $CODE", {"CODE": "7"}), os.spawnvpe(os.P_WAIT, "sh", ["sh", "-c", "exit $CODE"], {"CODE": "8"}))
pid = os.spawnv(os.P_NOWAIT, "/bin/sh", ("sh", "-c", "exit 4"))
found, status = os.waitpid(pid, 0)
print(found == pid, status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status), os.WIFSIGNALED(9), os.WTERMSIG(9))
os.environ["SEEN"] = "yes"
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", 'test "$SEEN" = yes'))
for f in (lambda: os.execv("/nope", ["a"]), lambda: os.execv("/nope", []), lambda: os.execv("/nope", [""]), lambda: os.execvp("nope-x", ["a"]), lambda: os.execve("/nope", ["a"], {"a=b": "c"}),
          lambda: os.execve("/nope", ["a"], {}), lambda: os.execv("/nope", "a"), lambda: os.execve("/nope", ["a"], 3), lambda: os.statvfs("/nope"), lambda: os.spawnv(0, "/bin/true", []), lambda: os.spawnv(0, "/bin/true", "a"), lambda: os.waitpid(-1, 0)):
    try: print(f())
    except (OSError, ValueError, TypeError) as e: print(type(e).__name__, e)
state = os.statvfs("/")
print(state.f_blocks > 0, state.f_bsize == state[0], 0 <= state.f_bavail <= state.f_blocks, len(state), state.f_namemax > 100, isinstance(state.f_fsid, int))
print("last", flush=True)
os.execlp("sh", "sh", "-c", "echo in its place $SEEN")
