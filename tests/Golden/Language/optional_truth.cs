using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OptionalTruth;

using static Module;

public class A : PyObject
{
    public A(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Constructor("n", a => new A(a[0].As<PyInt>()))
        .Field("n", self => self.As<A>().N, (self, value) => self.As<A>().N = value.As<PyInt>());
    public override PyType Class => Type;
}

public class B : A
{
    public B(PyInt n) : base(n)
    {
    }

    public bool ToBool()
    {
        return N > 0;
    }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Constructor("n", a => new B(a[0].As<PyInt>()))
        .Method("__bool__", self => self.As<B>().ToBool());
    public override PyType Class => Type;
}

/// <summary>What a test of truth tells of objects and tuples that may be None.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("optional_truth.py", args, Run);

    public static A? Pick(PyInt k)
    {
        if (k == 0)
        {
            return null;
        }
        return k == 1 ? (A?)new B(0) : (A?)new A(k);
    }

    public static Any Pair(Any k)
    {
        return k == 0 ? Any.None : (Any)PyTuple.Of(k, "x");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        for (PyInt k = 0; k < 3; k++)
        {
            A? a = Pick(k);
            if (((Any)a).Truth)
            {
                Print("true", a!.N);
            }
            else
            {
                Print("false", a is null);
            }
            Any p = Pair(k);
            if (p.Truth)
            {
                Print(p[0], p);
            }
            Any q = Pair(k);
            while (q.Truth && q[0] > 1)
            {
                q = Pair(q[0] - 1);
            }
            Print(q);
        }
    }
}
