using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ObservedAnnotations;

using static Module;

public class Account : PyObject
{
    public Account(Any owner, Any balance)
    {
        Owner = owner;
        Balance = balance;
    }

    public Any Owner { get; set; }
    public Any Balance { get; set; }

    public Account Deposit(Any amount, PyTuple notes)
    {
        Balance = Any.AddInPlace(Balance, amount);
        return this;
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Constructor("owner, balance=", a => new Account(a[0], a[1]), 0.0)
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value)
        .Field("balance", self => self.As<Account>().Balance, (self, value) => self.As<Account>().Balance = value)
        .Method("deposit", "self, amount, *notes", a => a[0].As<Account>().Deposit(a[1], a[2].As<PyTuple>()))
        .Annotated("__init__", () => new PyDict<Any, Any> { ["owner"] = Builtins.Get("str"), ["balance"] = Builtins.Get("float"), ["return"] = Any.None })
        .Annotated("deposit", () => new PyDict<Any, Any> { ["amount"] = Builtins.Get("float"), ["notes"] = Builtins.Get("str"), ["return"] = "Account" });
    public override PyType Class => Type;
}

public class Controller : PyObject
{
    public Controller()
    {
        this.Model = Module.Model.Call();
    }

    public Any Model { get; set; }

    public void Use(Any model)
    {
        this.Model = model;
    }

    public static readonly PyType Type = PyType.Emitted("Controller", "__main__")
        .Constructor("", a => new Controller())
        .Field("model", self => self.As<Controller>().Model, (self, value) => self.As<Controller>().Model = value)
        .Method("use", "self, model", (self, model) => self.As<Controller>().Use(model))
        .Annotated("__init__", () => new PyDict<Any, Any> { ["return"] = Any.None })
        .Annotated("use", () => new PyDict<Any, Any> { ["model"] = Module.Model, ["return"] = Any.None });
    public override PyType Class => Type;
}

/// <summary>Annotations that the program looks at, and calls that go too deep.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("observed_annotations.py");
    internal static Any Doc = "Annotations that the program looks at, and calls that go too deep.";
    internal static Any Inspect = Any.Unbound;
    internal static Any Singledispatch = Any.Unbound;
    internal static Any Wraps = Any.Unbound;
    internal static Any GetTypeHints = Any.Unbound;
    internal static Any Describe = Any.Unbound;
    internal static Any Underscore = Any.Unbound;
    internal static Any Repeat = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static PyList<Any> Ring = default!;
    internal static Any Model = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "observed_annotations.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("singledispatch", () => Singledispatch, value => Singledispatch = value)
        .Variable("wraps", () => Wraps, value => Wraps = value)
        .Variable("get_type_hints", () => GetTypeHints, value => GetTypeHints = value)
        .Member("Account", () => Account.Type)
        .Member("transfer", () => TransferFunction)
        .Variable("describe", () => Describe, value => Describe = value)
        .Variable("_", () => Underscore, value => Underscore = value)
        .Member("checked", () => CheckedFunction)
        .Variable("repeat", () => Repeat, value => Repeat = value)
        .Member("bottomless", () => BottomlessFunction)
        .Variable("e", () => E, value => E = value)
        .Variable("ring", () => Ring, value => Ring = value.As<PyList<Any>>())
        .Variable("Model", () => Model, value => Model = value)
        .Member("Controller", () => Controller.Type);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("observed_annotations.py", args, Definition);

    public static PyList<Any> Transfer(Any source, Any target, Any amount, Any dry)
    {
        if (!dry.Truth)
        {
            source.Invoke("deposit", -amount);
            target.Invoke("deposit", amount);
        }
        return (PyList<Any>)[source, target];
    }

    public static string DescribeCore(Any value)
    {
        return F($"something: {Repr(value)}");
    }

    public static Any Checked(Any function)
    {
        Any hints = GetTypeHints.Call(function);

        Any Wrapper(PyTuple args, PyDict<Any, Any> kwargs)
        {
            Any bound = Inspect.Get("signature").Call(function).Invoke("bind", new Arguments { new Star(args), new StarStar(kwargs) });
            foreach (var item in Sequences.Of(bound.Get("arguments").Invoke("items")))
            {
                var items = Operators.Unpack(item, 2);
                Any name = items[0];
                Any value = items[1];
                if (hints.Contains(name) && !IsInstance(value, hints[name]))
                {
                    throw new TypeError(F($"{name} is no {hints[name].Get("__name__")}"));
                }
            }
            return function.Call(new Arguments { new Star(args), new StarStar(kwargs) });
        }
        Any wrapper = Wraps.Call(function).Call(new PyFunction("checked.<locals>.wrapper", "*args, **kwargs", (Any[] a) => Wrapper(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>())));

        return wrapper;
    }

    public static Any RepeatCore(Any text, Any times)
    {
        return text * times;
    }

    public static PyInt Bottomless(Any n)
    {
        Recursion.Check();
        return Bottomless(n + 1) + 1;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Inspect = Modules.Import("inspect");
        Singledispatch = Modules.ImportFrom("functools", "singledispatch");
        Wraps = Modules.ImportFrom("functools", "wraps");
        GetTypeHints = Modules.ImportFrom("typing", "get_type_hints");

        Describe = Singledispatch.Call(DescribeCoreFunction);

        string UnderscoreCore(Any value)
        {
            return F($"number {value}");
        }
        Underscore = Describe.Get("register").Call(new PyFunction("_", "value", (Any value) => UnderscoreCore(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Builtins.Get("int"), ["return"] = Builtins.Get("str") } });

        string UnderscoreCore_(Any value)
        {
            return Str.JoinAny(" and ", Generator.Of("<genexpr>", "_.<locals>.<genexpr>", Sequences.Of(value).Select(v => Describe.Call(v))));
        }
        Underscore = Describe.Get("register").Call(new PyFunction("_", "value", (Any value) => UnderscoreCore_(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["value"] = Builtins.Get("list") | Builtins.Get("tuple"), ["return"] = Builtins.Get("str") } });

        Repeat = CheckedFunction.Call(RepeatCoreFunction);

        Print(TransferFunction.Get("__annotations__"));
        Print([Inspect.Get("signature").Call(TransferFunction), Inspect.Get("signature").Call(Account.Type)], sep: "\n");
        Print(((Any)Account.Type).Get("deposit").Get("__annotations__"), Operators.Is(GetTypeHints.Call(((Any)Account.Type).Get("deposit"))["return"], Account.Type));
        Print(Describe.Call((PyList<Any>)[1, "two", PyTuple.Of(3, 4.5)]));
        Print(Repeat.Call("ab"), Repeat.Get("__annotations__"));
        try
        {
            Repeat.Call("ab", "3");
        }
        catch (TypeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Bottomless(0);
        }
        catch (RecursionError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        Ring = (PyList<Any>)[];
        Ring.Append(Ring);
        try
        {
            _ = (Any)Ring == (PyList<PyList<Any>>)[Ring];
        }
        catch (RecursionError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }

        Model = Builtins.Get("type").Call("Model", PyTuple.Of(), new PyDict<Any, Any>());

        Print(Operators.Compare(Comparison.Eq, ((Any)Controller.Type).Get("use").Get("__annotations__"), new PyDict<string, Any> { ["model"] = Model, ["return"] = Any.None }));
    }

    public static readonly Any TransferFunction = new PyFunction("transfer", "source, target, amount, *, dry=False", (Any[] a) => Transfer(a[0], a[1], a[2], a[3])) { AnnotationSource = () => new PyDict<Any, Any> { ["source"] = Account.Type, ["target"] = Account.Type, ["amount"] = Builtins.Get("float"), ["dry"] = Builtins.Get("bool"), ["return"] = Builtins.Get("list")[Account.Type] } };
    public static readonly Any DescribeCoreFunction = new PyFunction("describe", "value", (Any value) => DescribeCore(value)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Builtins.Get("str") } };
    public static readonly Any CheckedFunction = new PyFunction("checked", "function", (Any function) => Checked(function));
    public static readonly Any RepeatCoreFunction = new PyFunction("repeat", "text, times=2", (Any text, Any times) => RepeatCore(text, times)) { AnnotationSource = () => new PyDict<Any, Any> { ["text"] = Builtins.Get("str"), ["times"] = Builtins.Get("int"), ["return"] = Builtins.Get("str") } };
    public static readonly Any BottomlessFunction = new PyFunction("bottomless", "n", (Any n) => Bottomless(n)) { AnnotationSource = () => new PyDict<Any, Any> { ["n"] = Builtins.Get("int"), ["return"] = Builtins.Get("int") } };
}
