using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SystemAccounts;

public static class Module
{
    internal static Any Grp = Any.Unbound;
    internal static Any Pwd = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("system_accounts.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Users, groups, locks and limits of the system.
        Any fcntl = Modules.Import("fcntl");
        Grp = Modules.Import("grp");
        Any os = Modules.Import("os");
        Pwd = Modules.Import("pwd");
        Any resource = Modules.Import("resource");
        Any tempfile = Modules.Import("tempfile");

        Any me = Pwd.Get("getpwuid").Call(os.Get("getuid").Call());
        Print(Operators.Compare(Comparison.Eq, me.Get("pw_name"), Pwd.Get("getpwnam").Call(me.Get("pw_name")).Get("pw_name")), Operators.Compare(Comparison.Eq, me.Get("pw_uid"), os.Get("getuid").Call()), Operators.Compare(Comparison.Eq, me[0], me.Get("pw_name")), Len(me), Pwd.Get("getpwuid").Call(0).Get("pw_name"), Pwd.Get("getpwuid").Call(0).Get("pw_dir"));
        Print(Sequences.AnyOf(Sequences.Of(Pwd.Get("getpwall").Call()).Select(user => Operators.Compare(Comparison.Eq, user.Get("pw_uid"), 0))), Grp.Get("getgrgid").Call(0).Get("gr_name"), Grp.Get("getgrnam").Call("root").Get("gr_gid"), Builtins.Get("type").Call(Grp.Get("getgrall").Call()[0].Get("gr_mem")));
        foreach (var wrong in new Any[] { new PyFunction("<lambda>", "", () => Pwd.Get("getpwnam").Call("no such user")), new PyFunction("<lambda>", "", () => Pwd.Get("getpwuid").Call(PyInt.Pow((PyInt)2, 30))), new PyFunction("<lambda>", "", () => Grp.Get("getgrnam").Call("no such group")) })
        {
            try
            {
                wrong.Call();
            }
            catch (KeyError error)
            {
                Print(error);
            }
        }
        Any path = tempfile.Get("mktemp").Call();
        using (var first = TextFile.Open(path, "w"))
        {
            using (var second = TextFile.Open(path, "w"))
            {
                fcntl.Get("flock").Call(first, fcntl.Get("LOCK_EX") | fcntl.Get("LOCK_NB"));
                try
                {
                    fcntl.Get("flock").Call(second, fcntl.Get("LOCK_EX") | fcntl.Get("LOCK_NB"));
                }
                catch (BlockingIOError error)
                {
                    Print(PyType.Of(error).Name, ((Any)error).Get("strerror"));
                }
                fcntl.Get("flock").Call(((Any)first).Invoke("fileno"), fcntl.Get("LOCK_UN"));
                fcntl.Get("flock").Call(second, fcntl.Get("LOCK_SH"));
                fcntl.Get("lockf").Call(first, fcntl.Get("LOCK_EX"));
                fcntl.Get("lockf").Call(first, fcntl.Get("LOCK_UN"));
                Print(fcntl.Get("fcntl").Call(first, fcntl.Get("F_GETFD")) & fcntl.Get("FD_CLOEXEC"), (fcntl.Get("fcntl").Call(first, fcntl.Get("F_GETFL")) & os.Get("O_WRONLY")).Truth);
            }
        }
        Any usage = resource.Get("getrusage").Call(resource.Get("RUSAGE_SELF"));
        Print(Operators.Compare(Comparison.GtE, usage.Get("ru_utime"), 0), Operators.Compare(Comparison.Gt, usage.Get("ru_maxrss"), 0), Len(usage), resource.Get("getpagesize").Call() % 1024);
        var items = Operators.Unpack(resource.Get("getrlimit").Call(resource.Get("RLIMIT_NOFILE")), 2);
        Any soft = items[0];
        Any hard = items[1];
        resource.Get("setrlimit").Call(resource.Get("RLIMIT_NOFILE"), PyTuple.Of(soft, hard));
        Print(Operators.Compare(Comparison.Eq, resource.Get("getrlimit").Call(resource.Get("RLIMIT_NOFILE")), Generic.ToAny((soft, hard))), resource.Get("RLIM_INFINITY"));
    }
}
