using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>Text forms of values.</summary>
public static partial class Operators
{
    [ThreadStatic]
    private static List<object>? t_representing;

    /// <summary><c>str(a)</c>.</summary>
    public static string Str(Any a)
    {
        switch (a.Ref)
        {
            case string s:
                return s;
            case IPyObject o:
                var method = o.Class.Special("__str__");
                var text = method.Call(a);
                return text.Ref as string ?? (text.Ref is PyValueInstance { Value.Ref: string v } ? v
                    : throw new TypeError($"__str__ returned non-string (type {PyType.Of(text).ErrorName})"));
            default:
                return Repr(a);
        }
    }

    /// <summary><c>repr(a)</c>.</summary>
    public static string Repr(Any a)
    {
        switch (a.Ref)
        {
            case null:
            case BigInteger:
                return a.IntValue.ToString();
            case string s:
                return Core.Str.Repr(s);
            case Tag:
                return a.IsFloat ? PyFloat.Repr(a.FloatValue) : a.IsBool ? a.Bits != 0 ? "True" : "False" : a.Ref.ToString()!;
            case Complex c:
                return PyComplex.Repr(c);
            case IPyObject o:
                var text = o.Class.Special("__repr__").Call(a);
                return text.Ref as string ?? (text.Ref is PyValueInstance { Value.Ref: string v } ? v
                    : throw new TypeError($"__repr__ returned non-string (type {PyType.Of(text).ErrorName})"));
            default:
                return a.Ref.ToString() ?? "";
        }
    }

    /// <summary><c>ascii(a)</c>.</summary>
    public static string Ascii(Any a) => Core.Str.EscapeNonAscii(Repr(a));

    /// <summary><c>format(a, spec)</c>.</summary>
    public static string Format(Any a, string spec = "")
    {
        if (a.Ref is not IPyObject)
        {
            if (spec.Length == 0)
                return Str(a);
            if (a.Ref is string s)
                return FormatSpec.Format(s, spec);
            if (a.IsBool)
                return FormatSpec.Format(a.Bits != 0, spec);
            if (IsIntLike(a))
                return FormatSpec.Format(ToInt(a), spec);
            if (a.IsFloat)
                return FormatSpec.Format(a.FloatValue, spec);
            if (a.Ref is Complex c)
                return FormatSpec.Format(c, spec);
            throw new TypeError($"unsupported format string passed to {PyType.Of(a).ErrorName}.__format__");
        }
        var result = PyType.Of(a).Special("__format__").Call(a, spec);
        return PyValueInstance.Unwrap(result).Ref as string ?? throw new TypeError($"__format__ must return a str, not {PyType.Of(result).ErrorName}");
    }

    /// <summary>
    /// Guards a recursive repr: false when <paramref name="o"/> is being represented already, and
    /// then its caller prints the short form. Pair with <see cref="LeaveRepr"/>.
    /// </summary>
    public static bool EnterRepr(object o)
    {
        const string Doing = "while getting the repr of an object";
        t_representing ??= [];
        // CPython counts what its C code does inside itself to about this, whatever the limit of Python's functions is.
        if (t_representing.Count >= 9_995)
            throw new RecursionError("maximum recursion depth exceeded " + Doing);
        Recursion.Check(Doing);
        foreach (var known in t_representing)
            if (ReferenceEquals(known, o))
                return false;
        t_representing.Add(o);
        return true;
    }

    public static void LeaveRepr(object o) => t_representing!.RemoveAt(t_representing.FindLastIndex(k => ReferenceEquals(k, o)));

    /// <summary>The object's address as reprs print it.</summary>
    public static string Address(object o) => $"0x{0x7f0000000000L + (Identity.Of(o) * 16):x12}";
}
