using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/operator.html">operator</see>.</summary>
internal static class OperatorModule
{
    public static PyModule Build()
    {
        var module = new PyModule("operator");
        Arithmetic(module);
        Comparisons(module);
        Items(module);
        module.Type(Getters.ItemGetter).Type(Getters.AttrGetter).Type(Getters.MethodCaller);
        return module.Value("__all__", new PyList<Any>(module.Namespace.Keys.Select(static n => n.Ref as string ?? "").Where(static n => !n.StartsWith('_')).Order(StringComparer.Ordinal).Select(static n => (Any)n)));
    }

    private static void Both(PyModule module, string name, Func<Any, Any, Any> function)
    {
        module.Function(name, "a, b, /", function);
        module.Value($"__{name.TrimEnd('_')}__", module.Namespace[name]);
    }

    private static void Single(PyModule module, string name, Func<Any, Any> function)
    {
        module.Function(name, "a, /", (Any[] a) => function(a[0]));
        module.Value($"__{name.TrimEnd('_')}__", module.Namespace[name]);
    }

    private static void Arithmetic(PyModule module)
    {
        (string Name, BinaryOperator Op)[] operators =
        [
            ("add", BinaryOperator.Add), ("sub", BinaryOperator.Sub), ("mul", BinaryOperator.Mult), ("matmul", BinaryOperator.MatMult),
            ("truediv", BinaryOperator.Div), ("floordiv", BinaryOperator.FloorDiv), ("mod", BinaryOperator.Mod), ("pow", BinaryOperator.Pow),
            ("lshift", BinaryOperator.LShift), ("rshift", BinaryOperator.RShift), ("and_", BinaryOperator.BitAnd), ("or_", BinaryOperator.BitOr), ("xor", BinaryOperator.BitXor),
        ];
        foreach (var (name, op) in operators)
        {
            Both(module, name, (a, b) => Operators.Binary(op, a, b));
            Both(module, "i" + name.TrimEnd('_'), (a, b) => Operators.InPlace(op, a, b));
        }
        Single(module, "neg", static a => -a);
        Single(module, "pos", static a => +a);
        Single(module, "invert", static a => ~a);
        Single(module, "inv", static a => ~a);
        Single(module, "abs", static a => Operators.Abs(a));
        Single(module, "index", static a => Operators.Index(a));
        Single(module, "not_", static a => !a.Truth);
        module.Function("truth", "a, /", (Any[] a) => a[0].Truth);
        module.Function("is_", "a, b, /", static (a, b) => Operators.Is(a, b));
        module.Function("is_not", "a, b, /", static (a, b) => !Operators.Is(a, b));
        module.Function("call", "obj, /, *args, **kwargs", static a => Lib.Call(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])));
    }

    private static void Comparisons(PyModule module)
    {
        (string Name, Comparison Op)[] operators =
            [("lt", Comparison.Lt), ("le", Comparison.LtE), ("eq", Comparison.Eq), ("ne", Comparison.NotEq), ("gt", Comparison.Gt), ("ge", Comparison.GtE)];
        foreach (var (name, op) in operators)
            Both(module, name, (a, b) => Operators.Compare(op, a, b));
    }

    private static void Items(PyModule module)
    {
        Both(module, "contains", static (a, b) => Operators.Contains(a, b));
        Both(module, "getitem", static (a, b) => Operators.GetItem(a, b));
        Both(module, "delitem", static (a, b) => Lib.Do(() => Operators.DelItem(a, b)));
        module.Function("setitem", "a, b, c, /", static (Any[] a) => Lib.Do(() => Operators.SetItem(a[0], a[1], a[2])));
        module.Value("__setitem__", module.Namespace["setitem"]);
        Both(module, "concat", static (a, b) => (PyType.Of(a).Special("__getitem__").IsUnbound || a.Ref is PyDict or PyRange) && a.Ref is not string
            ? throw new TypeError($"'{PyType.Of(a).ErrorName}' object can't be concatenated")
            : a + b);
        Both(module, "iconcat", static (a, b) => (PyType.Of(a).Special("__getitem__").IsUnbound || a.Ref is PyDict or PyRange) && a.Ref is not string
            ? throw new TypeError($"'{PyType.Of(a).ErrorName}' object can't be concatenated")
            : Operators.InPlace(BinaryOperator.Add, a, b));
        module.Function("countOf", "a, b, /", static (a, b) => Operators.ToList(a).Count(i => Operators.Same(i, b)));
        module.Function("indexOf", "a, b, /", static (a, b) =>
        {
            // What comes behind stays in the iterator.
            var items = Operators.Iter(a);
            for (var at = 0; items.TryNext(out var item); at++)
                if (Operators.Same(item, b))
                    return at;
            throw new ValueError("sequence.index(x): x not in sequence");
        });
        module.Function("length_hint", "obj, default=0, /", static (o, fallback) => LengthHint(o, fallback));
    }

    /// <summary>The length, else <c>__length_hint__</c>, else the default.</summary>
    internal static Any LengthHint(Any o, Any fallback)
    {
        if (!Operators.IsIntLike(fallback))
            throw new TypeError($"'{PyType.Of(fallback).ErrorName}' object cannot be interpreted as an integer");
        try
        {
            if (o.Ref is string || !PyType.Of(o).Special("__len__").IsUnbound)
                return Operators.Len(o);
        }
        catch (TypeError)
        {
            // A length that cannot be told leaves the hint.
        }
        var hook = PyType.Of(o).Special("__length_hint__");
        if (hook.IsUnbound)
            return fallback;
        Any hint;
        try
        {
            hint = hook.Call(o);
        }
        catch (TypeError)
        {
            return fallback;
        }
        if (hint.IsNotImplemented)
            return fallback;
        if (!Operators.IsIntLike(hint))
            throw new TypeError($"__length_hint__ must be an integer, not {PyType.Of(hint).ErrorName}");
        return Operators.Index(hint) >= 0 ? hint : throw new ValueError("__length_hint__() should return >= 0");
    }
}

/// <summary>The callables <c>itemgetter</c>, <c>attrgetter</c> and <c>methodcaller</c>.</summary>
internal static class Getters
{
    public static readonly PyType ItemGetter = Declare("itemgetter", "cls, item, /, *items", static a => Item([a[1], .. Lib.Tuple(a[2]).ToArray()]));

    public static readonly PyType AttrGetter = Declare("attrgetter", "cls, attr, /, *attrs", static a => Attribute([a[1], .. Lib.Tuple(a[2]).ToArray()]));

    public static readonly PyType MethodCaller = Declare("methodcaller", "cls, name, /, *args, **kwargs", static a => Method(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3])));

    private static PyType Declare(string name, string signature, Func<Any[], Any> make)
        => Lib.Class(name, "operator").New(signature, make)
            .Method("__call__", "self, obj, /", static (self, o) => ((Getter)self.Ref!).Get(o))
            .Method("__reduce__", static self => ((Getter)self.Ref!).Reduced)
            .Method("__repr__", static self => ((Getter)self.Ref!).Text);

    /// <param name="type">The class.</param>
    /// <param name="text">The repr.</param>
    /// <param name="get">What a call gives.</param>
    /// <param name="reduced">What pickling remakes it from.</param>
    internal sealed class Getter(Func<PyType> type, string text, Func<Any, Any> get, Func<PyTuple> reduced) : PyObject
    {
        public override PyType Class => type();

        public string Text => text;

        public PyTuple Reduced => reduced();

        public Any Get(Any o) => get(o);

        public override Any Call(Any a) => get(a);
    }

    private static Getter Item(Any[] keys) => new(
        static () => ItemGetter,
        $"operator.itemgetter({string.Join(", ", keys.Select(Operators.Repr))})",
        keys.Length == 1 ? o => Operators.GetItem(o, keys[0]) : o => new PyTuple([.. keys.Select(k => Operators.GetItem(o, k))]),
        () => PyTuple.Of(ItemGetter, new PyTuple(keys)));

    private static Getter Attribute(Any[] names)
    {
        var paths = new string[names.Length][];
        for (var i = 0; i < names.Length; i++)
            paths[i] = (names[i].Ref as string ?? throw new TypeError("attribute name must be a string")).Split('.');
        return new Getter(
            static () => AttrGetter,
            $"operator.attrgetter({string.Join(", ", names.Select(Operators.Repr))})",
            paths.Length == 1 ? o => Walk(o, paths[0]) : o => new PyTuple([.. paths.Select(p => Walk(o, p))]),
            () => PyTuple.Of(AttrGetter, new PyTuple(names)));

        static Any Walk(Any o, string[] path) => path.Aggregate(o, static (value, name) => Operators.GetAttr(value, name));
    }

    private static Getter Method(Any name, PyTuple args, PyDict kwargs)
    {
        if (name.Ref is not string method)
            throw new TypeError("method name must be a string");
        var shown = new[] { Operators.Repr(name) }.Concat(args.Select(Operators.Repr)).Concat(kwargs.Entries().Select(static e => $"{Operators.Str(e.Key)}={Operators.Repr(e.Value)}"));
        return new Getter(static () => MethodCaller, $"operator.methodcaller({string.Join(", ", shown)})", o => Lib.Call(Operators.GetAttr(o, method), args, kwargs),
            () => kwargs.Count == 0
                ? PyTuple.Of(MethodCaller, PyTuple.Of([name, .. args.ToArray()]))
                : PyTuple.Of(Lib.Call(Partial.Type, PyTuple.Of(MethodCaller, name), kwargs), args));
    }
}
