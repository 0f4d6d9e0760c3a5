using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OppositesAndDeletions;

using static Module;

/// <summary>A line,  and more of it.  And  more.</summary>
public class CancelJob : PyObject
{
    public static readonly PyType Type = PyType.Emitted("CancelJob", "__main__")
        .Doc("A line,\r and more of it.\u0085 And\u2028 more.")
        .Constructor("", _ => new CancelJob());
    public override PyType Class => Type;
}

/// <summary>What `not a == b` asks, packed arguments that are deleted, and names that C# might hide.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("opposites_and_deletions.py");
    internal static Any Doc = "What `not a == b` asks, packed arguments that are deleted, and names that C# might hide.";
    internal static Any Functools = Any.Unbound;
    internal static Any Chain = Any.Unbound;
    internal static Any Groupby = Any.Unbound;
    internal static Any FunctionType = Any.Unbound;
    internal static Any MethodType = Any.Unbound;
    internal static Any Loud = Any.Unbound;
    internal static Any LoudDict = Any.Unbound;
    internal static Any Kind = Any.Unbound;
    internal static Any Scheduler = Any.Unbound;
    internal static Any ByClass = Any.Unbound;
    internal static Any Described = Any.Unbound;
    internal static Any Bound = Any.Unbound;
    internal static Any Greeter = Any.Unbound;
    internal static Any Groups = Any.Unbound;
    internal static Any Marked = Any.Unbound;
    internal static Any First = Any.Unbound;
    internal static Any Second = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "opposites_and_deletions.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("functools", () => Functools, value => Functools = value)
        .Variable("chain", () => Chain, value => Chain = value)
        .Variable("groupby", () => Groupby, value => Groupby = value)
        .Variable("FunctionType", () => FunctionType, value => FunctionType = value)
        .Variable("MethodType", () => MethodType, value => MethodType = value)
        .Variable("Loud", () => Loud, value => Loud = value)
        .Variable("LoudDict", () => LoudDict, value => LoudDict = value)
        .Member("compare", () => CompareFunction)
        .Member("counted", () => CountedFunction)
        .Member("given", () => GivenFunction)
        .Member("CancelJob", () => CancelJob.Type)
        .Variable("Kind", () => Kind, value => Kind = value)
        .Variable("Scheduler", () => Scheduler, value => Scheduler = value)
        .Member("cancel_job", () => CancelJob_Function)
        .Variable("ByClass", () => ByClass, value => ByClass = value)
        .Variable("Described", () => Described, value => Described = value)
        .Variable("Bound", () => Bound, value => Bound = value)
        .Variable("Greeter", () => Greeter, value => Greeter = value)
        .Variable("Groups", () => Groups, value => Groups = value)
        .Variable("Marked", () => Marked, value => Marked = value)
        .Member("adder", () => AdderFunction)
        .Variable("first", () => First, value => First = value)
        .Variable("second", () => Second, value => Second = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("opposites_and_deletions.py", args, Definition);

    public static void Compare(Any a, Any b)
    {
        if (!Operators.Compare(Comparison.Eq, a, a).Truth)
        {
            throw new AssertionError();
        }
        Print(!(a == b), !(a != b), Operators.Compare(Comparison.NotEq, a, b));
    }

    public static (PyInt, Any) Counted(Any args, Any options)
    {
        PyInt count = Len(args) + Len(options);
        args = Any.Unbound;
        options = Any.Unbound;
        try
        {
            return (count, Names.Local(args, "args"));
        }
        catch (UnboundLocalError error)
        {
            return (count, (Any)ToStr(error));
        }
    }

    public static Generator<Any> Given(Any args)
    {
        return Generator<Any>.Create("given", "given", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.YieldFrom(args);
            args = Any.Unbound;
            await y.Yield("end");
            return Any.None;
        }
    }

    public static Any CancelJob_(Any job)
    {
        return Scheduler.Call().Invoke("cancel_job", job);
    }

    public static Any Adder(Any amount)
    {
        Any Add(Any a, Any b, Any c)
        {
            return a + b + c + amount;
        }
        Any add = new PyFunction("adder.<locals>.add", "a, b=2, *, c=3", (Any[] a) => Add(a[0], a[1], a[2])) { Closure = [new PyCell("amount", () => amount, v => amount = v)] };

        add.Set("mark", "kept");
        return add;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Functools = Modules.Import("functools");
        Chain = Modules.ImportFrom("itertools", "chain");
        Groupby = Modules.ImportFrom("itertools", "groupby");
        FunctionType = Modules.ImportFrom("types", "FunctionType");
        MethodType = Modules.ImportFrom("types", "MethodType");

        Loud = ClassBuilder.Build("Loud", "Loud", "__main__", new Arguments(), ns =>
        {
            void Init(Any self, Any value)
            {
                self.Set("value", value);
            }
            ns["__init__"] = new PyFunction("Loud.__init__", "self, value", (Any self, Any value) => Init(self, value));

            Any EqualTo(Any self, Any other)
            {
                Print("eq");
                return Operators.Compare(Comparison.Eq, self.Get("value"), other.Get("value"));
            }
            ns["__eq__"] = new PyFunction("Loud.__eq__", "self, other", (Any self, Any other) => EqualTo(self, other));

            bool NotEqualTo(Any self, Any other)
            {
                Print("ne");
                return !(self == other);
            }
            ns["__ne__"] = new PyFunction("Loud.__ne__", "self, other", (Any self, Any other) => NotEqualTo(self, other));
        });

        LoudDict = ClassBuilder.Build("LoudDict", "LoudDict", "__main__", new Arguments { Builtins.Get("dict") }, ns2 =>
        {
            Any EqualTo(Any self, Any other)
            {
                Recursion.Check();
                Print("eq of a dict");
                return Builtins.Get("dict").Invoke("__eq__", self, other);
            }
            ns2["__eq__"] = new PyFunction("LoudDict.__eq__", "self, other", (Any self, Any other) => EqualTo(self, other));

            bool NotEqualTo(Any self, Any other)
            {
                return !(self == other);
            }
            ns2["__ne__"] = new PyFunction("LoudDict.__ne__", "self, other", (Any self, Any other) => NotEqualTo(self, other));
        });

        Compare(Loud.Call(1), Loud.Call(2));
        Compare(LoudDict.Call(new Arguments { { "a", 1 } }), new PyDict<Any, Any> { ["a"] = 1 });

        Print(Generic.ToAny(Counted(PyTuple.Of(1, 2), new PyDict<Any, Any> { ["third"] = 3 })), new PyList<Any>(Given(PyTuple.Of(1, 2)).Items));

        Kind = ClassBuilder.Build("Kind", "Kind", "__main__", new Arguments { Builtins.Get("type") }, ns3 =>
        {
        });

        Scheduler = ClassBuilder.Build("Scheduler", "Scheduler", "__main__", new Arguments { { "metaclass", Kind } }, ns4 =>
        {
            bool CancelJob_(Any self, Any job)
            {
                return job.Is<CancelJob>();
            }
            ns4["cancel_job"] = new PyFunction("Scheduler.cancel_job", "self, job", (Any self, Any job) => CancelJob_(self, job)); // a comment with   a separator of lines
        });

        Print(CancelJob_(new CancelJob()), CancelJob_(1), Repr(((Any)CancelJob.Type).Get("__doc__")));

        ByClass = ClassBuilder.Build("ByClass", "ByClass", "__main__", new Arguments { Builtins.Get("property") }, ns5 =>
        {
            ns5["__doc__"] = "A property that says something of the class too.";

            void Init(Any self, Any getter, Any ofClass)
            {
                Recursion.Check();
                self.Set("of_class", ofClass);
                Builtins.Get("property").Invoke("__init__", new Arguments { self, { "fget", getter } });
            }
            ns5["__init__"] = new PyFunction("ByClass.__init__", "self, getter=None, of_class=None", (Any self, Any getter, Any ofClass) => Init(self, getter, ofClass));

            Any Get_(Any self, Any instance, Any owner)
            {
                Recursion.Check();
                return instance.IsNone ? self.Get("of_class") : Builtins.Get("property").Invoke("__get__", self, instance, owner);
            }
            ns5["__get__"] = new PyFunction("ByClass.__get__", "self, instance, owner=None", (Any self, Any instance, Any owner) => Get_(self, instance, owner));
        });

        Described = ClassBuilder.Build("Described", "Described", "__main__", new Arguments(), ns6 =>
        {
            ns6["__doc__"] = "The class";

            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns6["__init__"] = new PyFunction("Described.__init__", "self, name", (Any self, Any name) => Init(self, name));

            ns6["__doc__"] = ByClass.Call(new PyFunction("Described.<lambda>", "self", (Any self) => (Any)F($"the object {self.Get("name")}")), ns6.Load("__doc__", () => Names.Global(Doc, "__doc__")));
        });

        Print(Described.Get("__doc__"), Described.Call("x").Get("__doc__"));

        Bound = ClassBuilder.Build("Bound", "Bound", "__main__", new Arguments { Functools.Get("partial") }, ns7 =>
        {
            Any Get_(Any self, Any instance, Any owner)
            {
                return MethodType.Call(self, instance);
            }
            ns7["__get__"] = new PyFunction("Bound.__get__", "self, instance, owner", (Any self, Any instance, Any owner) => Get_(self, instance, owner));
        });

        Greeter = ClassBuilder.Build("Greeter", "Greeter", "__main__", new Arguments(), ns8 =>
        {
            Any Greet(Any self, Any end)
            {
                return "hello" + end;
            }
            ns8["greet"] = new PyFunction("Greeter.greet", "self, end=", (Any self, Any end) => Greet(self, end), ".");

            ns8["shout"] = Bound.Call(new Arguments { ns8.Load("greet"), { "end", "!" } });
        });

        Print(Greeter.Call().Invoke("shout"));

        Any groupsClass = Any.Unbound;
        groupsClass = ClassBuilder.Build("Groups", "Groups", "__main__", new Arguments { Groupby }, ns9 =>
        {
            ns9["asked"] = 0;

            Any MoveOn(Any self)
            {
                Groups.Set("asked", Any.AddInPlace(Groups.Get("asked"), 1));
                return ((Any)new Super(groupsClass.As<PyType>(), self)).Invoke("__next__");
            }
            ns9["__next__"] = new PyFunction("Groups.__next__", "self", (Any self) => MoveOn(self));
            ns9.ClassCell(made9 => groupsClass = made9);
        });
        Groups = groupsClass;

        Any markedClass = Any.Unbound;
        markedClass = ClassBuilder.Build("Marked", "Marked", "__main__", new Arguments { Chain }, ns10 =>
        {
            Any MoveOn(Any self)
            {
                return "*" + ((Any)new Super(markedClass.As<PyType>(), self)).Invoke("__next__");
            }
            ns10["__next__"] = new PyFunction("Marked.__next__", "self", (Any self) => MoveOn(self));
            ns10.ClassCell(made10 => markedClass = made10);
        });
        Marked = markedClass;

        IEnumerable<(Any, PyInt)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any key = items[0];
                Any group = items[1];
                yield return (key, Len(new PyList<Any>(Sequences.Of(group))));
            }
        }
        Print(new PyList<(Any, PyInt)>(Items(Sequences.Of(Groups.Call("aabb")))), Groups.Get("asked"), new PyList<Any>(Sequences.Of(Marked.Call("ab", "c"))));

        First = Adder(100);
        Second = FunctionType.Call(new Arguments { First.Get("__code__"), First.Get("__globals__"), "second", PyTuple.Of(7), First.Get("__closure__") });
        Second.Set("__kwdefaults__", First.Get("__kwdefaults__"));
        Print(First.Call(1), Second.Call(1), Second.Get("__name__"), HasAttr(Second, "mark"), Operators.Is(First, Second));
    }

    public static readonly Any CompareFunction = new PyFunction("compare", "a, b", (Any a, Any b) => Compare(a, b));
    public static readonly Any CountedFunction = new PyFunction("counted", "*args, **options", (Any[] a) => Generic.ToAny(Counted(a[0], a[1])));
    public static readonly Any GivenFunction = new PyFunction("given", "*args", (Any[] a) => Given(a[0])) { Flavour = "generator" };
    public static readonly Any CancelJob_Function = new PyFunction("cancel_job", "job", (Any job) => CancelJob_(job));
    public static readonly Any AdderFunction = new PyFunction("adder", "amount", (Any amount) => Adder(amount));
}
