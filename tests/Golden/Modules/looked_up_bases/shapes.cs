using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Shapes;

/// <summary>Classes that another module derives from.</summary>
public static class Module
{
    internal static Any Named = Any.Unbound;
    internal static Any Counted = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("shapes", "shapes.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Named = ClassBuilder.Build("Named", "Named", "shapes", new Arguments(), ns =>
        {
            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns["__init__"] = new PyFunction("Named.__init__", "self, name=", (Any self, Any name) => Init(self, name), "shape") { Module = "shapes" };

            string Describe(Any self)
            {
                return F($"{self.Get("name")} of {PyType.Of(self).Name}");
            }
            ns["describe"] = new PyFunction("Named.describe", "self", (Any self) => Describe(self)) { Module = "shapes" };
        });

        Counted = ClassBuilder.Build("Counted", "Counted", "shapes", new Arguments(), ns2 =>
        {
            ns2["count"] = 0;

            Any Counted(Any self)
            {
                Any target = Builtins.Get("type").Call(self);
                target.Set("count", Any.AddInPlace(target.Get("count"), 1));
                return self.Get("count");
            }
            ns2["counted"] = new PyFunction("Counted.counted", "self", (Any self) => Counted(self)) { Module = "shapes" };
        });
    }
}
