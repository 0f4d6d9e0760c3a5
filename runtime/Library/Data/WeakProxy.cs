using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/weakref.html#weakref.proxy">weakref.proxy</see>: an object that stands for another as long as that lives.</summary>
internal sealed class WeakProxy : WeakRef
{
    public static new readonly PyType Type = Create("ProxyType");

    /// <summary>The class of proxies of objects that can be called.</summary>
    public static readonly PyType CallableType = Create("CallableProxyType");

    private WeakProxy(PyType type, Any target, Any callback) : base(type, target, callback)
    {
    }

    /// <summary>A proxy; the one that there is already, where it has no callback.</summary>
    public static WeakProxy Of(Any target, Any callback)
    {
        var type = Builtins.Callable(target) ? CallableType : Type;
        return callback.IsNone && WeakReferences.Known(target, type) is WeakProxy known ? known : new WeakProxy(type, target, callback);
    }

    public override Any Call(Arguments arguments)
        => ReferenceEquals(Class, CallableType) ? Referent(this).Call(arguments) : throw new TypeError("'weakref.ProxyType' object is not callable");

    private static Any Referent(Any o)
    {
        var target = ((WeakProxy)o.Ref!).Target;
        return target.IsNone ? throw new ReferenceError("weakly-referenced object no longer exists") : target;
    }

    /// <summary>The value that an operand stands for.</summary>
    private static Any Value(Any o) => o.Ref is WeakProxy ? Referent(o) : o;

    private static PyType Create(string name)
    {
        var type = PyType.Builtin(name, module: "weakref");
        type.IsFinal = true;
        type.IsProxy = true;
        type.Method("__getattribute__", "self, name, /", static (o, attribute) => Referent(o).Get((string)attribute.Ref!))
            .Method("__setattr__", "self, name, value, /", static (o, attribute, value) => Lib.Do(() => Referent(o).Set((string)attribute.Ref!, value)))
            .Method("__delattr__", "self, name, /", static (o, attribute) => Lib.Do(() => Referent(o).Delete((string)attribute.Ref!)))
            .Method("__str__", static o => Operators.Str(Referent(o)))
            .Method("__bytes__", static o => Referent(o).Invoke("__bytes__"))
            .Method("__repr__", static o => ((WeakProxy)o.Ref!).Target is { IsNone: false } target
                ? $"<weakproxy at {Operators.Address(o.Ref!)}; to '{PyType.Of(target).FullName}' at {Operators.Address(target.Ref!)}>"
                : $"<weakproxy at {Operators.Address(o.Ref!)}; dead>")
            .Method("__bool__", static o => Referent(o).Truth)
            .Method("__len__", static o => Operators.Len(Referent(o)))
            .Method("__iter__", static o => Builtins.Iter(Referent(o)))
            .Method("__next__", static o => PyType.Of(Referent(o)).Special("__next__").IsUnbound ? throw new TypeError("Weakref proxy referenced a non-iterator") : Operators.Next(Referent(o)))
            .Method("__reversed__", static o => Referent(o).Invoke("__reversed__"))
            .Method("__getitem__", "self, key, /", static (o, key) => Referent(o)[key])
            .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() => Referent(o).SetItem(key, value)))
            .Method("__delitem__", "self, key, /", static (o, key) => Lib.Do(() => Referent(o).DeleteItem(key)))
            .Method("__contains__", "self, item, /", static (o, item) => Referent(o).Contains(item))
            .Method("__index__", static o => Operators.Index(Referent(o)))
            .Method("__int__", static o => Builtins.Get("int").Call(Referent(o)))
            .Method("__float__", static o => Builtins.Get("float").Call(Referent(o)))
            .Method("__neg__", static o => -Referent(o))
            .Method("__pos__", static o => +Referent(o))
            .Method("__invert__", static o => ~Referent(o))
            .Method("__abs__", static o => Operators.Abs(Referent(o)));
        foreach (var op in Enum.GetValues<BinaryOperator>())
        {
            if (op == BinaryOperator.DivMod)
                continue;
            type.Method(OperatorNames.Method[(int)op], "self, other, /", (a, b) => Operators.Binary(op, Value(a), Value(b)))
                .Method(OperatorNames.Reflected[(int)op], "self, other, /", (a, b) => Operators.Binary(op, Value(b), Value(a)))
                .Method(OperatorNames.InPlace[(int)op], "self, other, /", (a, b) => Operators.InPlace(op, Value(a), Value(b)));
        }
        type.Method("__divmod__", "self, other, /", static (a, b) => Operators.DivMod(Value(a), Value(b)))
            .Method("__rdivmod__", "self, other, /", static (a, b) => Operators.DivMod(Value(b), Value(a)));
        foreach (var op in Enum.GetValues<Comparison>().Where(static op => (int)op < OperatorNames.Compare.Length))
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => Operators.Compare(op, Value(a), Value(b)));
        type.Define("__hash__", Any.None);
        return type;
    }
}
