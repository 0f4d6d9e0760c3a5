using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AttributesByUnknownNames;

using static Module;

public class A : PyObject
{
    public virtual string Kind => "a";

    public A()
    {
        X = 1;
    }

    public Any N { get; set; } = 1;
    public Any X { get; set; }

    public void Load(Any d)
    {
        foreach (var k in Sequences.Of(d))
        {
            SetAttr(this, k, d[k]);
        }
    }

    public (Any, Any, Any) Bump()
    {
        N = Any.AddInPlace(N, 1);
        return (((Any)this).Get("kind"), N, X);
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Attribute("kind", "a")
        .Constructor("", a => new A())
        .Field("n", self => self.As<A>().N, (self, value) => self.As<A>().N = value, 1)
        .Field("x", self => self.As<A>().X, (self, value) => self.As<A>().X = value)
        .Method("load", "self, d", (self, d) => self.As<A>().Load(d))
        .Method("bump", self => Generic.ToAny(self.As<A>().Bump()));
    public override PyType Class => Type;
}

public class B : A
{
    public override string Kind => "b";

    public B() : base()
    {
    }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Attribute("kind", "b")
        .Constructor("", a => new B());
    public override PyType Class => Type;
}

public class Opt : PyObject
{
    public static bool Verbose => false;

    public void Set(PyDict<Any, Any> kw)
    {
        foreach (var (k, v) in kw.Items)
        {
            SetAttr(this, k, v);
        }
    }

    public static readonly PyType Type = PyType.Emitted("Opt", "__main__")
        .Attribute("verbose", Verbose)
        .Constructor("", _ => new Opt())
        .Method("set", "self, **kw", a => a[0].As<Opt>().Set(a[1].As<PyDict<Any, Any>>()));
    public override PyType Class => Type;
}

/// <summary>Attributes that objects get under names that only the run knows, beside those of their classes.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("attributes_by_unknown_names.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var a = new A();
        var b = new B();
        a.Load(new PyDict<Any, Any> { ["kind"] = "K", ["n"] = 5, ["x"] = "s" });
        b.Load(new PyDict<Any, Any> { ["kind"] = 7 });
        Print(Generic.ToAny(a.Bump()), Generic.ToAny(b.Bump()), ((Any)A.Type).Get("kind"), ((Any)B.Type).Get("kind"), ((Any)A.Type).Get("n"), Generic.ToAny(new A().Bump()), ((Any)b).Get("kind"), ((Any)a).Get("kind"));
        a.Load(new PyDict<Any, Any> { ["n"] = 2.5 });
        Print(Generic.ToAny(a.Bump()));
        var o = new Opt();
        o.Set(new PyDict<Any, Any> { ["verbose"] = true, ["extra"] = 3 });
        Print(((Any)o).Get("verbose"), ((Any)o).Get("extra"), Opt.Verbose, ((Any)new Opt()).Get("verbose"));
    }
}
