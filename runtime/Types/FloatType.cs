using System.Numerics;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The class <c>float</c>. See <see href="https://docs.python.org/3.13/library/functions.html#float">float</see>.</summary>
public static class FloatType
{
    public static readonly PyType Type = Create();

    internal static double Self(Any o) => PyValueInstance.Unwrap(o) is { IsFloat: true } value ? value.FloatValue : throw new InvalidCastException();

    private static bool IsReal(Any o) => PyValueInstance.Unwrap(o) is { IsFloat: true } or { IsInt: true } or { IsBool: true };

    private static PyType Create()
    {
        var type = PyType.Builtin("float");
        type.New("cls, x=, /", static a => Make((PyType)a[0].Ref!, a[1]), Any.Unbound);
        type.New(static (cls, arguments) => Make(cls, arguments.Count > 0 ? arguments[0] : Any.Unbound));
        type.OfOne(x => Make(type, x));
        NumberMethods.Declare(type, IsReal, static o => Self(o));
        type.Method("__float__", static self => Self(self))
            .Method("__int__", static self => PyFloat.Truncate(Self(self)))
            .Method("__trunc__", static self => PyFloat.Truncate(Self(self)))
            .Method("__floor__", static self => PyFloat.Truncate(Math.Floor(Self(self))))
            .Method("__ceil__", static self => PyFloat.Truncate(Math.Ceiling(Self(self))))
            .Method("__round__", "self, ndigits=None, /", static (self, digits) => digits.IsNone ? PyFloat.RoundToInt(Self(self)) : PyFloat.Round(Self(self), Operators.Index(digits)))
            .Method("__bool__", static self => Self(self) != 0)
            .Method("__repr__", static self => PyFloat.Repr(Self(self)))
            .Method("__hash__", static self => double.IsNaN(Self(self)) && self.Ref is PyObject o ? (Any)Identity.Of(o) : PyFloat.Hash(Self(self)))
            .Method("__format__", "self, format_spec, /", static (self, spec) => FormatSpec.Of(spec) is { Length: > 0 } given ? FormatSpec.Format(Self(self), given) : Operators.Str(self))
            .Method("__getnewargs__", static self => PyTuple.Of(Self(self)))
            .Method("conjugate", static self => Self(self))
            .Method("is_integer", static self => double.IsFinite(Self(self)) && Math.Floor(Self(self)) == Self(self))
            .Method("as_integer_ratio", static self =>
            {
                var (n, d) = PyFloat.Ratio(Self(self));
                return PyTuple.Of(n, d);
            })
            .Method("hex", static self => PyFloat.Hex(Self(self)))
            .Property("real", static self => Self(self))
            .Property("imag", static _ => 0.0);
        type.ClassMethod("fromhex", "cls, string, /", static a =>
        {
            var value = PyFloat.FromHex(a[1].Ref as string ?? throw new TypeError("fromhex() argument must be str"));
            return ReferenceEquals(a[0].Ref, Type) ? value : a[0].Call(value);
        });
        return type.ClassMethod("__getformat__", "cls, typestr, /", static _ => "IEEE, little-endian");
    }

    private static Any Make(PyType cls, Any value)
    {
        var number = value.IsUnbound ? 0.0 : FromObject(value);
        return ReferenceEquals(cls, Type) ? number : new PyValueInstance(cls, number);
    }

    /// <summary>Python's <c>float(value)</c>.</summary>
    /// <exception cref="TypeError">The value is no number.</exception>
    public static double FromObject(Any value)
    {
        if (PyValueInstance.Unwrap(value).Ref is string text)
            return PyFloat.Parse(text);
        if (value.Ref is PyBytesBase bytes)
            return PyFloat.TryParse(Buffers.ToLatin1(bytes.Span), out var parsed) ? parsed : throw new ValueError($"could not convert string to float: {Operators.Repr(value)}");
        if (Buffers.TryOf(value, out var data))
            return PyFloat.TryParse(Buffers.ToLatin1(data), out var read) ? read : throw new ValueError($"could not convert string to float: {Operators.Repr(value)}");
        return TryConvert(value, out var number) ? number : throw new TypeError($"float() argument must be a string or a real number, not '{PyType.Of(value).ErrorName}'");
    }

    /// <summary>A real number as a float; false for anything else.</summary>
    internal static bool TryConvert(Any value, out double number)
    {
        if (Numeric.TryFloat(value, out number))
            return true;
        if (value.Ref is not IPyObject)
            return false;
        var method = PyType.Of(value).Special("__float__");
        if (!method.IsUnbound)
        {
            var given = method.Call(value);
            var result = PyValueInstance.Unwrap(given);
            if (result.IsFloat && given.Ref is PyValueInstance)
                Warnings.Issue(DeprecationWarning.Type, $"{PyType.Of(value).ErrorName}.__float__ returned non-float (type {PyType.Of(given).ErrorName}).  The ability to return an instance of a strict subclass of float is deprecated, and may not be supported in a future version of Python.");
            number = result.IsFloat ? result.FloatValue : throw new TypeError($"{PyType.Of(value).ErrorName}.__float__ returned non-float (type {PyType.Of(result).ErrorName})");
            return true;
        }
        if (PyType.Of(value).Special("__index__").IsUnbound)
            return false;
        number = PyInt.ToDouble(Operators.Index(value));
        return true;
    }

    /// <summary>A real number as a float.</summary>
    /// <exception cref="TypeError">The value is none.</exception>
    internal static double Real(Any value) => TryConvert(value, out var number) ? number : throw new TypeError($"must be real number, not {PyType.Of(value).ErrorName}");
}

/// <summary>The class <c>complex</c>. See <see href="https://docs.python.org/3.13/library/functions.html#complex">complex</see>.</summary>
public static class ComplexType
{
    public static readonly PyType Type = Create();

    private static Complex Self(Any o) => (Complex)PyValueInstance.Unwrap(o).Ref!;

    private static bool IsNumber(Any o) => PyValueInstance.Unwrap(o) is { IsFloat: true } or { IsInt: true } or { IsBool: true } or { Ref: Complex };

    private static PyType Create()
    {
        var type = PyType.Builtin("complex");
        type.New("cls, real=, imag=", static a =>
        {
            var number = Make(a[1], a[2]);
            return ReferenceEquals(a[0].Ref, Type) ? number : new PyValueInstance((PyType)a[0].Ref!, number);
        }, Any.Unbound, Any.Unbound);
        NumberMethods.Declare(type, IsNumber, static o => Self(o));
        return type.Method("__complex__", static self => Self(self))
            .Method("__bool__", static self => Self(self) != Complex.Zero)
            .Method("__repr__", static self => PyComplex.Repr(Self(self)))
            .Method("__hash__", static self => PyComplex.Hash(Self(self)))
            .Method("__format__", "self, format_spec, /", static (self, spec) => FormatSpec.Of(spec) is { Length: > 0 } given ? FormatSpec.Format(Self(self), given) : Operators.Str(self))
            .Method("__getnewargs__", static self => PyTuple.Of(Self(self).Real, Self(self).Imaginary))
            .Method("conjugate", static self => new Complex(Self(self).Real, -Self(self).Imaginary))
            .Property("real", static self => Self(self).Real)
            .Property("imag", static self => Self(self).Imaginary);
    }

    private static Complex Make(Any real, Any imaginary)
    {
        if (PyValueInstance.Unwrap(real).Ref is string text)
            return imaginary.IsUnbound ? PyComplex.Parse(text) : throw new TypeError("complex() can't take second arg if first is a string");
        if (PyValueInstance.Unwrap(imaginary).Ref is string)
            throw new TypeError("complex() second arg can't be a string");
        var a = real.IsUnbound ? Complex.Zero : Part(real, "first");
        if (imaginary.IsUnbound)
            return a;
        var b = Part(imaginary, "second");
        // A zero that is added would take the sign of another.
        var isComplex = PyValueInstance.Unwrap(real).Ref is Complex || (real.Ref is IPyObject && !PyType.Of(real).Special("__complex__").IsUnbound);
        return new Complex(PyValueInstance.Unwrap(imaginary).Ref is Complex ? a.Real - b.Imaginary : a.Real, isComplex ? a.Imaginary + b.Real : b.Real);
    }

    private static Complex Part(Any value, string which)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (plain.Ref is Complex c)
            return c;
        if (which == "first" && value.Ref is IPyObject && PyType.Of(value).Special("__complex__") is { IsUnbound: false } hook)
            return hook.Call(value) is var given && given.Ref is Complex made ? made : throw new TypeError($"__complex__ returned non-complex (type {PyType.Of(given).ErrorName})");
        if (FloatType.TryConvert(value, out var real))
            return new Complex(real, 0);
        throw new TypeError(which == "first"
            ? $"complex() first argument must be a string or a number, not '{PyType.Of(value).ErrorName}'"
            : $"complex() second argument must be a number, not '{PyType.Of(value).ErrorName}'");
    }
}
