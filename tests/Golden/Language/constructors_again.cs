using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ConstructorsAgain;

using static Module;

public class Empty : PyObject
{
    public static readonly PyType Type = PyType.Emitted("Empty", "__main__")
        .Constructor("", _ => new Empty());
    public override PyType Class => Type;
}

/// <summary>Objects whose constructor runs again.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("constructors_again.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any counter = ClassBuilder.Build("Counter", "Counter", "__main__", new Arguments(), ns =>
        {
            void Init(Any self, Any start)
            {
                self.Set("count", start);
                self.Set("items", (PyList<Any>)[]);
            }
            ns["__init__"] = new PyFunction("Counter.__init__", "self, start=1", (Any self, Any start) => Init(self, start));

            void Reset(Any self)
            {
                self.Invoke("__init__", 5);
            }
            ns["reset"] = new PyFunction("Counter.reset", "self", (Any self) => Reset(self));
        });

        Any counter_ = counter.Call();
        counter_.Get("items").Invoke("append", 1);
        counter_.Invoke("reset");
        Print(counter_.Get("count"), counter_.Get("items"));

        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self, Any x, Any k)
            {
                self.Set("x", x);
                self.Set("k", k);
            }
            ns2["__init__"] = new PyFunction("Base.__init__", "self, x=3, *, k=None", (Any[] a) => Init(a[0], a[1], a[2]));
        });

        Any derivedClass = Any.Unbound;
        derivedClass = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { @base }, ns3 =>
        {
            void Init(Any self, Any z)
            {
                ((Any)new Super(derivedClass.As<PyType>(), self)).Invoke("__init__", z + 1);
                self.Set("z", z);
            }
            ns3["__init__"] = new PyFunction("Derived.__init__", "self, z", (Any self, Any z) => Init(self, z));

            Any Again(Any self)
            {
                ((Any)new Super(derivedClass.As<PyType>(), self)).Invoke("__init__", 7);
                return self;
            }
            ns3["again"] = new PyFunction("Derived.again", "self", (Any self) => Again(self));
            ns3.ClassCell(made3 => derivedClass = made3);
        });
        Any derived = derivedClass;

        Any plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments(), ns4 =>
        {
            void Init(Any self)
            {
                self.Set("kept", 1);
            }
            ns4["__init__"] = new PyFunction("Plain.__init__", "self", (Any self) => Init(self));

            string Kind(Any self)
            {
                return "plain";
            }
            ns4["kind"] = new PyFunction("Plain.kind", "self", (Any self) => Kind(self));
        });

        Any base_ = @base.Call(1);
        Any derived_ = derived.Call(3);
        base_.Invoke("__init__", new Arguments { 5, { "k", 2 } });
        derived_.Invoke("__init__", 8);
        Print(base_.Get("x"), base_.Get("k"), derived_.Get("x"), derived_.Get("z"), derived_.Invoke("again").Get("x"));
        Print(@base.Get("__init__").Get("__qualname__"), derived.Get("__init__").Get("__name__"), @base.Get("__init__").Get("__defaults__"), @base.Get("__init__").Get("__kwdefaults__"));
        Print(Builtins.Get("type").Call(plain.Get("__init__")), Builtins.Get("type").Call(((Any)Empty.Type).Get("__init__")), Builtins.Get("type").Call(plain.Call().Get("__init__")), Builtins.Get("vars").Call(plain).Contains("__init__"), Builtins.Get("vars").Call(Empty.Type).Contains("__init__"));
        Any again = plain.Get("__init__");
        Any plain_ = plain.Call();
        plain_.Set("kept", 9);
        again.Call(plain_);
        Print(plain_.Get("kept"), plain_.Invoke("kind"));
        try
        {
            base_.Invoke("__init__", 1, 2);
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }
}
