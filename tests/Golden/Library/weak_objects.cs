using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WeakObjects;

using static Module;

public class Thing : PyObject
{
    public Thing(string name)
    {
        this.Name = name;
    }

    public string Name { get; set; }

    public string Represent()
    {
        return F($"Thing({Repr(this.Name)})");
    }

    public string Add(Any other)
    {
        return this.Name + ToStr(other);
    }

    public PyInt Index()
    {
        return 7;
    }

    public string Method()
    {
        return this.Name;
    }

    public static readonly PyType Type = PyType.Emitted("Thing", "__main__")
        .Constructor("name", a => new Thing(a[0].As<string>()))
        .Field("name", self => self.As<Thing>().Name, (self, value) => self.As<Thing>().Name = value.As<string>())
        .Method("__repr__", self => self.As<Thing>().Represent())
        .Method("__add__", "self, other", (self, other) => self.As<Thing>().Add(other))
        .Method("__index__", self => self.As<Thing>().Index())
        .Method("method", self => self.As<Thing>().Method());
    public override PyType Class => Type;
}

public class Called : Thing
{
    public Called(string name) : base(name)
    {
    }

    public string Invoke()
    {
        return "called " + this.Name;
    }

    public static new readonly PyType Type = PyType.Emitted("Called", "__main__", Thing.Type)
        .Constructor("name", a => new Called(a[0].As<string>()))
        .Method("__call__", self => self.As<Called>().Invoke());
    public override PyType Class => Type;
}

public class Slots : PyObject
{
    public static readonly PyType Type = PyType.Emitted("Slots", "__main__")
        .Slots()
        .Constructor("", _ => new Slots());
    public override PyType Class => Type;
}

/// <summary>Weak references that are used again, proxies, methods and dictionaries.</summary>
public static class Module
{
    internal static Called Two = default!;
    internal static Any Keys = Any.Unbound;
    internal static Any Values = Any.Unbound;
    internal static Any Some = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("weak_objects.py", args, Run);

    public static void FreeCore()
    {
    }

    public static Any Shown(Any things)
    {
        return !IsInstance(things, Builtins.Get("bool")) ? (Any)Sequences.Sorted(Sequences.Of(things), key: t => t.Get("name")) : things;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;

        Any abc = Modules.Import("abc");
        Any collections = Modules.ImportRoot("collections.abc");
        Any weakref = Modules.Import("weakref");

        Thing item = new Thing("one");
        Called item2 = new Called("two");
        var one = item;
        Two = item2;
        Any r = weakref.Get("ref").Call(one);
        Any p = weakref.Get("proxy").Call(one);
        Print(Operators.Is(r, weakref.Get("ref").Call(one)), Operators.Is(weakref.Get("proxy").Call(one), p), weakref.Get("getweakrefcount").Call(one), Operators.Compare(Comparison.Eq, weakref.Get("getweakrefs").Call(one), (PyList<Any>)[r, p]));
        Print(p.Get("name"), p + 1, (value = (Any)((PyList<Any>)[0] * 8)).Truth ? ((Any)new PyList<PyInt>(Sequences.Range(10)))[p] : value, ToStr(p), Operators.Is(Builtins.Get("type").Call(p), weakref.Get("ProxyType")), PyType.Of(weakref.Get("proxy").Call(Two)).Name, weakref.Get("proxy").Call(Two).Call());
        p.Set("name", "changed");
        Print(one, Operators.Is(((Any)one).Get("__weakref__"), r));
        Any w = weakref.Get("WeakMethod").Call(((Any)one).Get("method"));
        Print(w.Call().Call(), Operators.Compare(Comparison.Eq, w, weakref.Get("WeakMethod").Call(((Any)one).Get("method"))), IsInstance(w, weakref.Get("ref")));
        foreach (var bad in new Any[] { 1, "x", PyTuple.Of(), (PyList<Any>)[], new PyDict<Any, Any>(), Builtins.Get("object").Call() })
        {
            try
            {
                weakref.Get("ref").Call(bad);
            }
            catch (TypeError error)
            {
                Print(error);
            }
        }

        try
        {
            weakref.Get("ref").Call(new Slots());
        }
        catch (TypeError error)
        {
            Print(error);
        }

        Keys = weakref.Get("WeakKeyDictionary").Call(new PyDict<Any, Any> { [one] = 1, [Two] = 2 });
        Values = weakref.Get("WeakValueDictionary").Call(new Arguments { { "a", one }, { "b", Two } });
        Print(Len(Keys), Sequences.Sorted(Sequences.Of(Keys.Invoke("values"))), Sequences.Sorted(Sequences.Of(Values)), Operators.Compare(Comparison.Eq, Values, new PyDict<string, Thing> { ["a"] = one, ["b"] = Two }), Len(Keys.Invoke("keyrefs")), Len(Values.Invoke("valuerefs")));
        Print(Sequences.Sorted(Sequences.Of((Values | new PyDict<Any, Any> { ["c"] = one }).Invoke("keys"))), Values.Invoke("popitem"), Builtins.Get("dict").Call(Values), Keys.Invoke("pop", Two), Keys.Invoke("pop", Two, "gone"));
        foreach (var missing in new Any[] { new PyFunction("<lambda>", "", () => Keys[Two]), new PyFunction("<lambda>", "", () => Values["z"]), new PyFunction("<lambda>", "", () => Values.Invoke("pop", "z")) })
        {
            try
            {
                missing.Call();
            }
            catch (KeyError)
            {
                Print("KeyError");
            }
        }

        Any shape = ClassBuilder.Build("Shape", "Shape", "__main__", new Arguments { abc.Get("ABC") }, ns =>
        {
            void Size(Any self)
            {
            }
            ns["size"] = abc.Get("abstractproperty").Call(new PyFunction("Shape.size", "self", (Any self) => Size(self)));

            void Make(Any cls)
            {
            }
            ns["make"] = abc.Get("abstractclassmethod").Call(new PyFunction("Shape.make", "cls", (Any cls) => Make(cls)));
        });

        Print(Sequences.Sorted(Sequences.Of(shape.Get("__abstractmethods__"))));

        Any free = abc.Get("abstractmethod").Call(FreeCoreFunction);

        Print(free.Get("__isabstractmethod__"), shape.Get("make").Get("__isabstractmethod__"));

        var a = new Thing("a");
        var b = new Thing("b");
        var c = new Thing("c");
        Any item3 = weakref.Get("WeakSet").Call((PyList<Any>)[a, b]);
        Any item4 = weakref.Get("WeakSet").Call((PyList<Any>)[b, c]);
        Some = item3;
        Any others = item4;
        foreach (var made in new Any[] { Some | others, Some & others, Some - others, Some ^ others, Some.Invoke("union", (PyList<Any>)[c]), Some.Invoke("difference", (PyList<Any>)[a]), Some.Invoke("symmetric_difference", others), Some.Invoke("intersection", (PyList<Any>)[a]), Some.Invoke("copy") })
        {
            Print(PyType.Of(made).Name, Shown(made));
        }
        Print(Operators.Compare(Comparison.LtE, Some, others), Operators.Compare(Comparison.Lt, Some, weakref.Get("WeakSet").Call((PyList<Any>)[a, b, c])), Some.Invoke("issubset", (PyList<Any>)[a, b, c]), Operators.Compare(Comparison.GtE, Some, (PySet<Thing>)[a]), Operators.Compare(Comparison.Eq, Some, weakref.Get("WeakSet").Call((PyList<Any>)[b, a])), Operators.Compare(Comparison.NotEq, Some, others), Operators.Compare(Comparison.Eq, Some, (PySet<Thing>)[a, b]), Some.Invoke("isdisjoint", (PyList<Any>)[c]));
        Some = Any.BitOrInPlace(Some, others);
        Print(Shown(Some), Len(Some), Some.Contains(3), IsInstance(Some, collections.Get("abc").Get("MutableSet")));
        Some = Any.SubInPlace(Some, (PyList<Any>)[a]);
        Some = Any.BitAndInPlace(Some, (PyList<Any>)[b]);
        Some = Any.BitXorInPlace(Some, (PyList<Any>)[a]);
        Print(Shown(Some));
        Some = Any.SubInPlace(Some, Some);
        foreach (var failing in new Any[] { new PyFunction("<lambda>", "", () => (Any)Hash(Some)), new PyFunction("<lambda>", "", () => Some.Invoke("pop")) })
        {
            try
            {
                failing.Call();
            }
            catch (BaseException error) when (error is TypeError || error is KeyError)
            {
                Print(error);
            }
        }
        Any view = Builtins.Get("memoryview").Call(PyBytes.FromLatin1("abc"));
        PyInt known = Hash(view);
        view.Invoke("release");
        Print(Hash(view) == known, Operators.Compare(Comparison.Eq, view, view), Operators.Compare(Comparison.Eq, view, PyBytes.FromLatin1("abc")));
        try
        {
            Operators.Compare(Comparison.Lt, MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("abc"))), PyBytes.FromLatin1("abd"));
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static readonly Any FreeCoreFunction = new PyFunction("free", "", () => FreeCore());
}
