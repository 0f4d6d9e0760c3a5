using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SlotsAsWritten;

using static Module;

public class A : PyObject
{
    public A()
    {
        A_ = 1;
        B_ = 1;
    }

    public PyInt A_ { get; set; }
    public PyInt B_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Slots("a", "b")
        .Attribute("__slots__", (PyList<string>)["a", "b"])
        .Constructor("", a => new A())
        .Field("a", self => self.As<A>().A_, (self, value) => self.As<A>().A_ = value.As<PyInt>())
        .Field("b", self => self.As<A>().B_, (self, value) => self.As<A>().B_ = value.As<PyInt>());
    public override PyType Class => Type;
}

public class B : PyObject
{
    public B()
    {
        A_ = 1;
    }

    public PyInt A_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("B", "__main__")
        .Slots("a")
        .Attribute("__slots__", "a")
        .Constructor("", a => new B())
        .Field("a", self => self.As<B>().A_, (self, value) => self.As<B>().A_ = value.As<PyInt>());
    public override PyType Class => Type;
}

public class C : PyObject
{
    public C()
    {
        A_ = 1;
    }

    public PyInt A_ { get; set; }

    public static readonly PyType Type = PyType.Emitted("C", "__main__")
        .Slots("a")
        .Constructor("", a => new C())
        .Field("a", self => self.As<C>().A_, (self, value) => self.As<C>().A_ = value.As<PyInt>());
    public override PyType Class => Type;
}

public class E : PyObject
{
    public static readonly PyType Type = PyType.Emitted("E", "__main__")
        .Slots()
        .Attribute("__slots__", (PyList<Any>)[])
        .Constructor("", _ => new E());
    public override PyType Class => Type;
}

/// <summary>What a class assigns to __slots__ is what it has.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("slots_as_written.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any d = ClassBuilder.Build("D", "D", "__main__", new Arguments(), ns =>
        {
            ns["__slots__"] = new PyDict<Any, Any> { ["a"] = "doc of a" };
            void Init(Any self)
            {
                self.Set("a", 1);
            }
            ns["__init__"] = new PyFunction("D.__init__", "self", (Any self) => Init(self));
        });
        Print(((Any)A.Type).Get("__slots__"), ((Any)B.Type).Get("__slots__"), ((Any)C.Type).Get("__slots__"), d.Get("__slots__"), ((Any)E.Type).Get("__slots__"), ((Any)new A()).Get("__slots__"), ((Any)A.Type).Get("__dict__")["__slots__"]);
    }
}
