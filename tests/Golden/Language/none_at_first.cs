using System;
using System.Linq;
using System.Threading.Tasks;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NoneAtFirst;

using static Module;

public class Task : PyObject
{
    public Task(PyInt n)
    {
        N = n;
        Next_ = null;
    }

    public PyInt N { get; set; }
    public Task? Next_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("Task", "__main__")
        .Constructor("n", a => new Task(a[0].As<PyInt>()))
        .Field("n", self => self.As<Task>().N, (self, value) => self.As<Task>().N = value.As<PyInt>())
        .Field("next", self => self.As<Task>().Next_, (self, value) => self.As<Task>().Next_ = value.As<Task?>());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("none_at_first.py", args, Run);

    public static PyList<Task?> Build(PyInt n)
    {
        var tab = (PyList<Task?>)[null] * n;
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            tab[i] = new Task(i);
        }
        for (PyInt i = 0, stop2 = n - 1; i < stop2; i++)
        {
            tab[i].NotNoneToSet("next").Next_ = tab[i + 1];
        }
        return tab;
    }

    public static PyList<Task?> Other()
    {
        PyList<Task?> tab = (PyList<Task?>)[null, null];
        tab[0] = new Task(3);
        return tab;
    }

    public static PyInt? Cache()
    {
        var memo = (PyList<PyInt?>)[null] * 10;
        memo[3] = 5;
        if (memo[3] is null)
        {
            return 0;
        }
        return memo[3];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var t = Build(3);
        Print(t[0].NotNone("n").N, t[0].NotNone("next").Next_.NotNone("n").N, t[2].NotNone("next").Next_);
        Task? x = t[1];
        if (x is not null)
        {
            Print(x.N);
        }
        Print(Other()[0].NotNone("n").N, Cache());
        var grid = new PyList<PyList<Task?>>(Sequences.Range(3).Select(_ => (PyList<Task?>)[null] * 3));
        Task value = new Task(1);
        grid[1][2] = value;
        Print(grid[0][0], grid[1][2].NotNone("n").N);
        try
        {
            Print(grid[0][0].NotNone("n").N);
        }
        catch (AttributeError e)
        {
            Print(e);
        }
    }
}
