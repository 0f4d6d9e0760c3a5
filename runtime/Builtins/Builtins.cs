namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's built-in functions as C# methods. See <see href="https://docs.python.org/3.13/library/functions.html">built-in functions</see>.
/// </summary>
public static partial class Builtins
{
    /// <summary>The value of a built-in name.</summary>
    /// <exception cref="NameError">There is no such name.</exception>
    public static Any Get(string name)
        => Find(name) is { IsUnbound: false } value ? value : throw new NameError($"name '{name}' is not defined{Hint(name)}") { Name = name };

    internal static Any Find(string name) => name == "__builtins__" ? BuiltinsModule.Instance : BuiltinsModule.Instance.TryGet(name);

    private static string Hint(string name) => name is "true" or "false" or "none" ? $". Did you mean: '{char.ToUpperInvariant(name[0])}{name[1..]}'?" : "";

    /// <summary><c>print(*values)</c>.</summary>
    public static void Print(params ReadOnlySpan<Any> values) => Print(values, " ", "\n", Any.None, false);

    /// <summary><c>print(*values, sep=sep, end=end, file=file, flush=flush)</c>.</summary>
    public static void Print(ReadOnlySpan<Any> values, Any? sep = null, Any? end = null, Any? file = null, Any? flush = null)
    {
        var separator = Text(sep, " ", "sep");
        var ending = Text(end, "\n", "end");
        var target = file is { IsNone: false } given ? given : StdIO.CurrentOut;
        if (target.Ref is StdStream { IsDirect: true } stream)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (i > 0)
                    stream.WriteText(separator);
                stream.WriteText(Operators.Str(values[i]));
            }
            stream.WriteText(ending);
            if (flush is { } f && f.Truth)
                stream.Flush();
            return;
        }
        if (target.IsNone)
            return;
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                target.Invoke("write", separator);
            target.Invoke("write", Operators.Str(values[i]));
        }
        target.Invoke("write", ending);
        if (flush is { } wanted && wanted.Truth)
            target.Invoke("flush");
    }

    private static string Text(Any? value, string fallback, string name) => value switch
    {
        null or { IsNone: true } => fallback,
        { Ref: string text } => text,
        _ => throw new TypeError($"{name} must be None or a string, not {PyType.Of(value.Value).ErrorName}"),
    };

    /// <summary><c>len(obj)</c>.</summary>
    public static PyInt Len(Any obj) => Operators.Len(obj);

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(string? s) => Core.Str.Length(s.NotNoneToCount());

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(PyList? items) => items.NotNoneToCount().Count;

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(PyDict? items) => items.NotNoneToCount().Count;

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(PySet? items) => items.NotNoneToCount().Count;

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(PyTuple? items) => items.NotNoneToCount().Count;

    /// <inheritdoc cref="Len(Any)"/>
    public static PyInt Len(PyBytesBase? items) => items.NotNoneToCount().Count;

    public static string Repr(Any obj) => Operators.Repr(obj);

    public static string ToStr(Any obj) => Operators.Str(obj);

    public static string Ascii(Any obj) => Operators.Ascii(obj);

    public static string Format(Any obj, string spec = "") => Operators.Format(obj, spec);

    public static PyInt Hash(Any obj) => Operators.Hash(obj);

    public static PyInt Id(Any obj) => Identity.Of(obj);

    public static bool Callable(Any obj) => obj.Ref is PyFunction or BoundMethod or PyType or GenericAlias || (obj.Ref is IPyObject o && !o.Class.Special("__call__").IsUnbound);

    /// <summary><c>isinstance(obj, type)</c>; a tuple or union means any of them.</summary>
    public static bool IsInstance(Any obj, Any type)
    {
        switch (type.Ref)
        {
            case PyType cls:
                // A metaclass of its own may deny what inheritance says, but not of objects of the class itself.
                var kind = PyType.Of(obj);
                if (ReferenceEquals(kind, cls) || ((ReferenceEquals(cls.Class, PyType.Type) || ReferenceEquals(cls.Class, Library.AbstractMeta.Meta)) && kind.IsSubclassOf(cls)))
                    return true;
                if (cls.Class is { IsBuiltin: true } && ReferenceEquals(cls.Class, PyType.Type))
                    return ClaimedClass(obj) is { Ref: PyType claimed } && claimed.IsSubclassOf(cls);
                var check = cls.Class.Special("__instancecheck__");
                return check.Call(cls, obj).Truth;
            case PyTuple many:
                foreach (var one in many)
                    if (IsInstance(obj, one))
                        return true;
                return false;
            case UnionAlias union:
                return union.Members.Any(m => IsInstance(obj, m));
            default:
                var hook = PyType.Of(type).Special("__instancecheck__");
                if (!hook.IsUnbound)
                    return hook.Call(type, obj).Truth;
                if (BasesOf(type) is null)
                    throw new TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
                return Operators.GetAttr(obj, "__class__", Any.None) is { IsNone: false } own && IsAbove(type, own);
        }
    }

    /// <summary><c>issubclass(type, bases)</c>.</summary>
    public static bool IsSubclass(Any type, Any bases)
    {
        var cls = type.Ref as PyType;
        switch (bases.Ref)
        {
            case PyType other when cls is null && ReferenceEquals(other.Class, PyType.Type):
                return BasesOf(type) is null ? throw new TypeError("issubclass() arg 1 must be a class") : IsAbove(bases, type);
            case PyType other:
                if (cls?.IsSubclassOf(other) == true)
                    return true;
                return !ReferenceEquals(other.Class, PyType.Type) && other.Class.Lookup("__subclasscheck__").Call(other, type).Truth;
            case PyTuple many:
                return many.Any(b => IsSubclass(type, b));
            case UnionAlias union:
                return union.Members.Any(b => IsSubclass(type, b));
            default:
                var hook = PyType.Of(bases).Special("__subclasscheck__");
                if (!hook.IsUnbound)
                    return hook.Call(bases, type).Truth;
                if (BasesOf(type) is null)
                    throw new TypeError("issubclass() arg 1 must be a class");
                return BasesOf(bases) is null ? throw new TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union") : IsAbove(bases, type);
        }
    }

    /// <summary>What an object that is no class has as <c>__bases__</c>.</summary>
    private static PyTuple? BasesOf(Any o) => o.Ref is IPyObject ? Operators.GetAttr(o, "__bases__", Any.None).Ref as PyTuple : null;

    /// <summary>Whether a class-like object is another or among its bases.</summary>
    private static bool IsAbove(Any above, Any type)
        => Operators.Is(above, type) || (BasesOf(type) is { } bases && bases.Any(b => IsAbove(above, b)));

    /// <summary>The class that an object says it has, where its class lets it say so.</summary>
    private static Any ClaimedClass(Any o)
        => o.Ref is PyObject { Class: { IsBuiltin: false } or { IsProxy: true } } instance and not PyType && instance.Class is var type && (type.ReadsItself || !type.Lookup("__class__").IsUnbound) ? Operators.GetAttr(o, "__class__", Any.None) : Any.None;

    internal static string AttributeName(Any name) => PyValueInstance.Unwrap(name).Ref as string ?? throw new TypeError($"attribute name must be string, not '{PyType.Of(name).ErrorName}'");

    public static bool HasAttr(Any obj, Any name)
    {
        var attribute = AttributeName(name);
        try
        {
            return !Operators.GetAttr(obj, attribute, Any.Unbound).IsUnbound;
        }
        catch (AttributeError)
        {
            return false;
        }
    }

    public static Any GetAttr(Any obj, Any name) => Operators.GetAttr(obj, AttributeName(name));

    public static Any GetAttr(Any obj, Any name, Any fallback) => Operators.GetAttr(obj, AttributeName(name), fallback);

    public static void SetAttr(Any obj, Any name, Any value) => Operators.SetAttr(obj, AttributeName(name), value);

    public static void DelAttr(Any obj, Any name) => Operators.DelAttr(obj, AttributeName(name));

    public static Any Iter(Any obj)
    {
        var iterator = Operators.Iter(obj);
        return iterator is UserIterator user ? user.Target : iterator;
    }

    public static Any Next(Any iterator) => Operators.Next(iterator);

    public static Any Next(Any iterator, Any fallback) => Operators.Next(iterator, fallback);

    /// <summary>An f-string: the handler has formatted each part as Python does.</summary>
    public static string F(PyInterpolatedStringHandler text) => text.ToStringAndClear();
}
