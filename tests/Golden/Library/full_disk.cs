using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FullDisk;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("full_disk.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        try
        {
            {
                Any f = TextFile.Open("/dev/full", "w");
                var manager = Context.Of(f);
                manager.Enter();
                try
                {
                    f.Invoke("write", Str.Repeat("x", 100));
                    f.Invoke("flush");
                }
                catch (BaseException error)
                {
                    if (!manager.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager.Exit();
                }
            }
        }
        catch (OSError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        try
        {
            var manager2 = Context.Of(Builtins.Get("open").Call(new Arguments { "/dev/full", "wb", { "buffering", 0 } }));
            Any entered = manager2.Enter();
            try
            {
                Any f = entered;
                f.Invoke("write", (Any)PyBytes.FromLatin1("x") * 100);
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
        }
        catch (OSError e)
        {
            Print(PyType.Of(e).Name, e);
        }
        try
        {
            Any f = TextFile.Open("/dev/full", "w");
            f.Invoke("write", "abc");
            f.Invoke("close");
        }
        catch (OSError e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }
}
