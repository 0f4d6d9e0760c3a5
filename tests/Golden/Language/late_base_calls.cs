using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LateBaseCalls;

/// <summary>An __init__ that sets attributes of its own before it calls its base's.</summary>
public static class Module
{
    internal static Any Animal = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("late_base_calls.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any shapeErrorClass = Any.Unbound;
        shapeErrorClass = ClassBuilder.Build("ShapeError", "ShapeError", "__main__", new Arguments { PyException.Type }, ns =>
        {
            ns["__doc__"] = "Tells what is wrong.";

            void Init(Any self, Any code, Any message)
            {
                self.Set("code", code);
                self.Set("message", message);
                ((Any)new Super(shapeErrorClass.As<PyType>(), self)).Invoke("__init__", self.Get("message"));
            }
            ns["__init__"] = new PyFunction("ShapeError.__init__", "self, code, message=", (Any self, Any code, Any message) => Functions.None(() => Init(self, code, message)), "bad shape");

            string ToText(Any self)
            {
                return F($"[{self.Get("code")}] {self.Get("message")}");
            }
            ns["__str__"] = new PyFunction("ShapeError.__str__", "self", (Any self) => ToText(self));
            ns.ClassCell(made => shapeErrorClass = made);
        });
        Any shapeError = shapeErrorClass;

        Animal = ClassBuilder.Build("Animal", "Animal", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self, Any name, Any legs)
            {
                self.Set("name", name);
                self.Set("legs", legs);
            }
            ns2["__init__"] = new PyFunction("Animal.__init__", "self, name, legs", (Any self, Any name, Any legs) => Functions.None(() => Init(self, name, legs)));

            string Describe(Any self)
            {
                return F($"{self.Get("name")} with {self.Get("legs")} legs");
            }
            ns2["describe"] = new PyFunction("Animal.describe", "self", (Any self) => Describe(self));
        });

        Any dogClass = Any.Unbound;
        dogClass = ClassBuilder.Build("Dog", "Dog", "__main__", new Arguments { Animal }, ns3 =>
        {
            void Init(Any self, Any name, Any tricks)
            {
                self.Set("tricks", tricks);
                self.Set("count", 0);
                ((Any)new Super(dogClass.As<PyType>(), self)).Invoke("__init__", new Arguments { name, { "legs", 4 } });
                self.Set("loud", true);
            }
            ns3["__init__"] = new PyFunction("Dog.__init__", "self, name, tricks", (Any self, Any name, Any tricks) => Functions.None(() => Init(self, name, tricks)));

            Any Describe(Any self)
            {
                return ((Any)new Super(dogClass.As<PyType>(), self)).Invoke("describe") + F($" and {Len(self.Get("tricks"))} tricks");
            }
            ns3["describe"] = new PyFunction("Dog.describe", "self", (Any self) => Describe(self));
            ns3.ClassCell(made3 => dogClass = made3);
        });
        Any dog = dogClass;

        Any watcher = ClassBuilder.Build("Watcher", "Watcher", "__main__", new Arguments { Animal }, ns4 =>
        {
            void Init(Any self, Any name)
            {
                self.Set("log", (PyList<Any>)[]);
                Animal.Invoke("__init__", self, name, 0);
            }
            ns4["__init__"] = new PyFunction("Watcher.__init__", "self, name", (Any self, Any name) => Functions.None(() => Init(self, name)));
        });

        Any eager = ClassBuilder.Build("Eager", "Eager", "__main__", new Arguments(), ns5 =>
        {
            void Init(Any self)
            {
                self.Invoke("setup");
            }
            ns5["__init__"] = new PyFunction("Eager.__init__", "self", (Any self) => Functions.None(() => Init(self)));

            void Setup(Any self)
            {
                self.Set("size", 1);
            }
            ns5["setup"] = new PyFunction("Eager.setup", "self", (Any self) => Functions.None(() => Setup(self)));
        });

        Any laterClass = Any.Unbound;
        laterClass = ClassBuilder.Build("Later", "Later", "__main__", new Arguments { eager }, ns6 =>
        {
            void Init(Any self, Any size)
            {
                self.Set("wanted", size);
                ((Any)new Super(laterClass.As<PyType>(), self)).Invoke("__init__");
            }
            ns6["__init__"] = new PyFunction("Later.__init__", "self, size", (Any self, Any size) => Functions.None(() => Init(self, size)));

            void Setup(Any self)
            {
                self.Set("size", self.Get("wanted"));
            }
            ns6["setup"] = new PyFunction("Later.setup", "self", (Any self) => Functions.None(() => Setup(self)));
            ns6.ClassCell(made6 => laterClass = made6);
        });
        Any later = laterClass;

        try
        {
            throw Raise.Of(shapeError.Call(3));
        }
        catch (BaseException e) when (Except.Matches(e, shapeError))
        {
            using var handling = Handling.Of(e);
            Print(e, ((Any)e).Get("args"), ((Any)e).Get("code"), Repr(e));
        }
        Any d = dog.Call("Rex", (PyList<Any>)["sit"]);
        Print(d.Invoke("describe"), d.Get("loud"), d.Get("count"), watcher.Call("w").Invoke("describe"), watcher.Call("w").Get("log"));
        Print(later.Call(5).Get("size"));

        Any configClass = Any.Unbound;
        configClass = ClassBuilder.Build("Config", "Config", "__main__", new Arguments { Builtins.Get("dict") }, ns7 =>
        {
            void Init(Any self, Any path, PyDict<Any, Any> values)
            {
                self.Set("path", path);
                ((Any)new Super(configClass.As<PyType>(), self)).Invoke("__init__", values);
            }
            ns7["__init__"] = new PyFunction("Config.__init__", "self, path, **values", (Any[] a) => Functions.None(() => Init(a[0], a[1], a[2].As<PyDict<Any, Any>>())));
            ns7.ClassCell(made7 => configClass = made7);
        });
        Any config = configClass;

        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns8 =>
        {
            void Init(Any self, Any a, Any b)
            {
                self.Set("a", a);
                self.Set("b", b);
            }
            ns8["__init__"] = new PyFunction("Base.__init__", "self, a, b=2", (Any self, Any a, Any b) => Functions.None(() => Init(self, a, b)));
        });

        Any overwrittenClass = Any.Unbound;
        overwrittenClass = ClassBuilder.Build("Overwritten", "Overwritten", "__main__", new Arguments { @base }, ns9 =>
        {
            void Init(Any self, Any a)
            {
                self.Set("a", "mine");
                ((Any)new Super(overwrittenClass.As<PyType>(), self)).Invoke("__init__", a);
            }
            ns9["__init__"] = new PyFunction("Overwritten.__init__", "self, a", (Any self, Any a) => Functions.None(() => Init(self, a)));
            ns9.ClassCell(made9 => overwrittenClass = made9);
        });
        Any overwritten = overwrittenClass;

        Any defaultedClass = Any.Unbound;
        defaultedClass = ClassBuilder.Build("Defaulted", "Defaulted", "__main__", new Arguments { @base }, ns10 =>
        {
            void Init(Any self, Any items, Any label)
            {
                self.Set("items", items);
                self.Set("label", label);
                self.Set("seen", new PyDict<Any, Any>());
                ((Any)new Super(defaultedClass.As<PyType>(), self)).Invoke("__init__", Len(items));
                self.Set("b", Any.AddInPlace(self.Get("b"), 1));
            }
            ns10["__init__"] = new PyFunction("Defaulted.__init__", "self, items, label=", (Any self, Any items, Any label) => Functions.None(() => Init(self, items, label)), "x");
            ns10.ClassCell(made10 => defaultedClass = made10);
        });
        Any defaulted = defaultedClass;

        Print(config.Call(new Arguments { "p", { "x", 1 } }), config.Call("p").Get("path"));
        Print(overwritten.Call(1).Get("a"), defaulted.Call((PyList<Any>)[1, 2]).Get("a"), defaulted.Call((PyList<Any>)[]).Get("b"), defaulted.Call(new Arguments { (PyList<Any>)[], { "label", "y" } }).Get("label"), defaulted.Call((PyList<Any>)[1]).Get("seen"));
    }
}
