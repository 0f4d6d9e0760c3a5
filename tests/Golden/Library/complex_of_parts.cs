using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ComplexOfParts;

using static Module;

public class C : PyObject
{
    public Any Complex()
    {
        return (Any)1 - new System.Numerics.Complex(0.0, 0.0);
    }

    public static readonly PyType Type = PyType.Emitted("C", "__main__")
        .Constructor("", _ => new C())
        .Method("__complex__", self => self.As<C>().Complex());
    public override PyType Class => Type;
}

/// <summary>What complex makes of two arguments, complex ones among them: the signs of zeros.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("complex_of_parts.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyList<Any> vals = (PyList<Any>)[0, -0.0, 1, -2147482875, new System.Numerics.Complex(0.0, 1.0), -(Any)new System.Numerics.Complex(0.0, 1.0), Builtins.Get("complex").Call(-0.0, -1), Builtins.Get("complex").Call(-0.0, -0.0), Builtins.Get("complex").Call(0.0, -0.0), new C(), true];
        foreach (var a in vals)
        {
            foreach (var b in vals.Slice(0, 9) + (PyList<Any>)[true])
            {
                Print([Repr(Builtins.Get("complex").Call(a, b))], end: " ");
            }
            Print(Builtins.Get("complex").Call(a));
        }
    }
}
