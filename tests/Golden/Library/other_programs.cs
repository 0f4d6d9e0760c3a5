using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OtherPrograms;

public static class Module
{
    internal static Any Os = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("other_programs.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any result = default;
        Any middle = default;
        Os = Modules.Import("os");
        // Programs that a program starts by their names, waits for, or gives its place to.
        Print(Os.Get("spawnv").Call(Os.Get("P_WAIT"), "/nope", (PyList<Any>)["a"]), Os.Get("spawnl").Call(new Arguments { Os.Get("P_WAIT"), "/bin/sh", "sh", "-c", "exit 3" }), Os.Get("spawnlp").Call(new Arguments { Os.Get("P_WAIT"), "sh", "sh", "-c", "kill -9 $$" }));
        Print(Os.Get("spawnle").Call(new Arguments { Os.Get("P_WAIT"), "/bin/sh", "sh", "-c", "exit $CODE", new PyDict<Any, Any> { ["CODE"] = "7" } }), Os.Get("spawnvpe").Call(new Arguments { Os.Get("P_WAIT"), "sh", (PyList<Any>)["sh", "-c", "exit $CODE"], new PyDict<Any, Any> { ["CODE"] = "8" } }));
        Any pid = Os.Get("spawnv").Call(Os.Get("P_NOWAIT"), "/bin/sh", PyTuple.Of("sh", "-c", "exit 4"));
        var items = Operators.Unpack(Os.Get("waitpid").Call(pid, 0), 2);
        Any found = items[0];
        Any status = items[1];
        Print(Operators.Compare(Comparison.Eq, found, pid), status, Os.Get("WIFEXITED").Call(status), Os.Get("WEXITSTATUS").Call(status), Os.Get("waitstatus_to_exitcode").Call(status), Os.Get("WIFSIGNALED").Call(9), Os.Get("WTERMSIG").Call(9));
        Os.Get("environ").SetItem("SEEN", "yes");
        Print(Os.Get("spawnlp").Call(new Arguments { Os.Get("P_WAIT"), "sh", "sh", "-c", "test \"$SEEN\" = yes" }));
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => Os.Get("execv").Call("/nope", (PyList<Any>)["a"])), new PyFunction("<lambda>", "", () => Os.Get("execv").Call("/nope", (PyList<Any>)[])), new PyFunction("<lambda>", "", () => Os.Get("execv").Call("/nope", (PyList<Any>)[""])), new PyFunction("<lambda>", "", () => Os.Get("execvp").Call("nope-x", (PyList<Any>)["a"])), new PyFunction("<lambda>", "", () => Os.Get("execve").Call("/nope", (PyList<Any>)["a"], new PyDict<Any, Any> { ["a=b"] = "c" })), new PyFunction("<lambda>", "", () => Os.Get("execve").Call("/nope", (PyList<Any>)["a"], new PyDict<Any, Any>())), new PyFunction("<lambda>", "", () => Os.Get("execv").Call("/nope", "a")), new PyFunction("<lambda>", "", () => Os.Get("execve").Call("/nope", (PyList<Any>)["a"], 3)), new PyFunction("<lambda>", "", () => Os.Get("statvfs").Call("/nope")), new PyFunction("<lambda>", "", () => Os.Get("spawnv").Call(0, "/bin/true", (PyList<Any>)[])), new PyFunction("<lambda>", "", () => Os.Get("spawnv").Call(0, "/bin/true", "a")), new PyFunction("<lambda>", "", () => Os.Get("waitpid").Call(-1, 0)) })
        {
            try
            {
                Print(f.Call());
            }
            catch (BaseException e) when (e is OSError || e is ValueError || e is TypeError)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Any state = Os.Get("statvfs").Call("/");
        Print(Operators.Compare(Comparison.Gt, state.Get("f_blocks"), 0), Operators.Compare(Comparison.Eq, state.Get("f_bsize"), state[0]), (result = Operators.Compare(Comparison.LtE, 0, middle = state.Get("f_bavail"))).Truth && (result = Operators.Compare(Comparison.LtE, middle, state.Get("f_blocks"))).Truth ? result : result, Len(state), Operators.Compare(Comparison.Gt, state.Get("f_namemax"), 100), IsInstance(state.Get("f_fsid"), Builtins.Get("int")));
        Print(["last"], flush: true);
        Os.Get("execlp").Call(new Arguments { "sh", "sh", "-c", "echo in its place $SEEN" });
    }
}
