using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OverridingAndBaseCalls;

using static Module;

public class Base : PyObject
{
    private Any GreetOfBase()
    {
        return "base";
    }

    public virtual Any Greet() => GreetOfBase();

    public Any Both()
    {
        return ((Any)Base.Type).Invoke("greet", this);
    }

    public static string Make()
    {
        return "static of base";
    }

    public Any Made()
    {
        return ((Any)this).Invoke("make");
    }

    private PyTuple SaveOfBase(PyTuple args, PyDict<Any, Any> options)
    {
        return ((Any)Generic.ToAny(("base", args, options))).As<PyTuple>();
    }

    public virtual PyTuple Save(PyTuple args, PyDict<Any, Any> options) => SaveOfBase(args, options);

    public virtual Any Area => 1;

    private async Coro<string> LoadOfBase()
    {
        return "loaded by base";
    }

    public virtual Coro<string> Load() => LoadOfBase();

    private Generator<Any> EachOfBase()
    {
        return Generator<Any>.Create("each", "Base.each", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.Yield("one");
            return Any.None;
        }
    }

    public virtual Generator<Any> Each() => EachOfBase();
    public Coroutine<string> LoadCoroutine() => Coroutine.Of("load", "Base.load", () => Load());

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("", _ => new Base())
        .Method("greet", self => self.As<Base>().GreetOfBase())
        .Method("both", self => self.As<Base>().Both())
        .StaticMethod("make", "", a => Base.Make())
        .Method("made", self => self.As<Base>().Made())
        .Method("save", "self, *args, **options", a => a[0].As<Base>().SaveOfBase(a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()))
        .Property("area", self => self.As<Base>().Area)
        .Method("load", self => Coroutine.Of("load", "Base.load", () => self.As<Base>().LoadOfBase()))
        .Method("each", self => self.As<Base>().EachOfBase());
    public override PyType Class => Type;
}

public class Derived : Base
{
    private Any GreetOfDerived()
    {
        return "derived " + base.Greet();
    }

    public override Any Greet() => GreetOfDerived();

    public static new string Make()
    {
        return "static of derived";
    }

    public override PyTuple Save(PyTuple args, PyDict<Any, Any> options)
    {
        return ((Any)Generic.ToAny(("derived", ((Any)new Super(Derived.Type, this)).Invoke("save", new Arguments { new Star(args), new StarStar(options) })))).As<PyTuple>();
    }

    public override Any Area => base.Area + 1;

    public override async Coro<string> Load()
    {
        Coroutine<string> later = ((Any)new Super(Derived.Type, this)).Invoke("load").As<Coroutine<string>>();
        return "derived: " + await base.Load() + ", " + await later;
    }

    public override Generator<Any> Each()
    {
        return Generator<Any>.Create("each", "Derived.each", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.YieldFrom(base.Each());
            await y.Yield("two");
            return Any.None;
        }
    }

    public new Coroutine<string> LoadCoroutine() => Coroutine.Of("load", "Derived.load", () => Load());

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Constructor("", _ => new Derived())
        .Method("greet", self => self.As<Derived>().GreetOfDerived())
        .StaticMethod("make", "", a => Derived.Make())
        .Method("save", "self, *args, **options", a => a[0].As<Derived>().Save(a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()))
        .Property("area", self => self.As<Derived>().Area)
        .Method("load", self => self.As<Derived>().LoadCoroutine())
        .Method("each", self => self.As<Derived>().Each());
    public override PyType Class => Type;
}

public class Third : Derived
{
    public override Any Greet()
    {
        Recursion.Check();
        return "third " + ((Any)Base.Type).Invoke("greet", this) + " and " + base.Greet();
    }

    public override Any Area => new PyList<Any>(Sequences.Range(2).Select(_ => base.Area));

    public static new readonly PyType Type = PyType.Emitted("Third", "__main__", Derived.Type)
        .Constructor("", _ => new Third())
        .Method("greet", self => self.As<Third>().Greet())
        .Property("area", self => self.As<Third>().Area);
    public override PyType Class => Type;
}

/// <summary>Calls of the very method of a base: through super(), through the base's name, with starred arguments.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("overriding_and_base_calls.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var derived = new Derived();
        Print(((Any)Base.Type).Invoke("greet", derived), derived.Both(), derived.Greet(), derived.Made(), new Base().Made());
        Any function = ((Any)Base.Type).Get("greet");
        Print(function.Call(derived), new Third().Greet(), new Third().Area, ((Any)Derived.Type).Invoke("greet", new Third()));
        Print(derived.Save(PyTuple.Of(1), new PyDict<Any, Any> { ["two"] = 2 }));
        Print(derived.Area, AsyncIO.Run(derived.LoadCoroutine()), new PyList<Any>(derived.Each().Items), new PyList<Any>(Sequences.Of(((Any)Base.Type).Invoke("each", derived))));
    }
}
