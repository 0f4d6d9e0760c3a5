using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RenamedManagers;

using static Module;

public class Server : PyObject
{
    public Server(Any address)
    {
        Address = address;
    }

    public Any Address { get; set; }

    public static readonly PyType Type = PyType.Emitted("Server", "__main__")
        .Constructor("address", a => new Server(a[0]))
        .Field("address", self => self.As<Server>().Address, (self, value) => self.As<Server>().Address = value);
    public override PyType Class => Type;
}

/// <summary>A context manager of a function in a program that gives functions other names.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("renamed_managers.py", args, Run);

    public static IEnumerable<Server> Running(Any address)
    {
        yield return new Server(address);
    }

    public static Any Renamed(Any function, string name)
    {
        function.Set("__name__", name);
        return function;
    }

    public static Any Check(Server server)
    {
        return server.Address.Invoke("upper");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var manager = Context.Of(RunningManager("here"));
        var server = manager.Enter();
        try
        {
            Print(server.Address, Check(server));
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
        Any again = Renamed(RunningFunction, "again");
        Print(again.Get("__name__"));
        var manager2 = Context.Of(again.Call("there"));
        Any entered = manager2.Enter();
        try
        {
            Any other = entered;
            Print(other.Get("address"));
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

    public static GeneratorContext<Server> RunningManager(Any address) => GeneratorContext.Of("running", "running", () => Running(address));
    public static readonly Any RunningFunction = ManagerFunction.Of(new PyFunction("running", "address", (Any address) => Generator.Of("running", Running(address))) { Flavour = "generator" });
}
