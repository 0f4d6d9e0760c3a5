using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Parts.Shapes;

public static class Module
{
    internal static Any Shape = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("parts.shapes", "parts/shapes.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Shape = ClassBuilder.Build("Shape", "Shape", "parts.shapes", new Arguments(), ns =>
        {
            string Describe(Any self)
            {
                return F($"{PyType.Of(self).Name} of {self.Invoke("size")}");
            }
            ns["describe"] = new PyFunction("Shape.describe", "self", (Any self) => Describe(self)) { Module = "parts.shapes" };
        });
    }
}
