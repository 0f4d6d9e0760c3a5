using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>The class <c>int</c>.</summary>
public static class IntType
{
    public static readonly PyType Type = Create();

    internal static PyInt I(Any o) => Operators.IsIntLike(o) ? Operators.ToInt(o)
        : PyValueInstance.Unwrap(o) is var u && Operators.IsIntLike(u) ? Operators.ToInt(u)
        : throw new TypeError($"expected int, got {PyType.Of(o).Name}");

    private static PyType Create()
    {
        var type = PyType.Builtin("int");
        type.New("cls, x=0, /, base=", static a => Wrap((PyType)a[0].Ref!, Convert(a[1], a[2])), Any.Unbound);
        type.Allocator = static (cls, arguments) => new PyValueInstance(cls, arguments.Count > 0 ? Convert(arguments[0], arguments.Count > 1 ? arguments[1] : Any.Unbound) : 0);
        type.Property("real", static o => I(o))
            .Property("imag", static _ => 0)
            .Property("numerator", static o => I(o))
            .Property("denominator", static _ => 1)
            .Method("bit_length", static o => I(o).BitLength)
            .Method("bit_count", static o => PyInt.Abs(I(o)).ToText(2).Count(c => c == '1'))
            .Method("conjugate", static o => I(o))
            .Method("is_integer", static _ => true)
            .Method("as_integer_ratio", static o => PyTuple.Of(I(o), 1))
            .Method("to_bytes", "self, /, length=1, byteorder='big', *, signed=False", static a => IntBytes.To(I(a[0]), (int)Operators.Index(a[1]), StrType.S(a[2]), a[3].Truth))
            .ClassMethod("from_bytes", "cls, /, bytes, byteorder='big', *, signed=False", static a => IntBytes.From(PyBytes.Of(a[1]), StrType.S(a[2]), a[3].Truth))
            .Method("__int__", static o => I(o))
            .Method("__index__", static o => I(o))
            .Method("__float__", static o => PyInt.ToDouble(I(o)))
            .Method("__bool__", static o => I(o) != 0)
            .Method("__hash__", static o => I(o).PyHash())
            .Method("__repr__", static o => I(o).ToString())
            .Method("__format__", "self, spec, /", static (o, spec) => FormatSpec.Format(I(o), StrType.S(spec)))
            .Method("__round__", "self, ndigits=None, /", static (o, digits) => Builtins.Round(I(o), digits))
            .Method("__trunc__", static o => I(o))
            .Method("__floor__", static o => I(o))
            .Method("__ceil__", static o => I(o));
        NumberMethods.Declare(type);
        return type;
    }

    internal static Any Wrap(PyType cls, PyInt value) => cls.IsBuiltin ? value : new PyValueInstance(cls, value);

    private static PyInt Convert(Any x, Any radix)
    {
        var plain = PyValueInstance.Unwrap(x);
        if (!radix.IsUnbound)
        {
            if (plain.Ref is not (string or PyBytes))
                throw new TypeError("int() can't convert non-string with explicit base");
            var number = (int)Operators.Index(radix);
            if (number != 0 && number is < 2 or > 36)
                throw new ValueError("int() base must be >= 2 and <= 36, or 0");
            return PyInt.Parse(plain.Ref as string ?? Codecs.Decode(((PyBytes)plain.Ref).AsSpan(), "latin-1", "strict"), number);
        }
        switch (plain.Ref)
        {
            case string text:
                return PyInt.Parse(text);
            case PyBytes bytes:
                return PyInt.TryParse(Codecs.Decode(bytes.AsSpan(), "latin-1", "strict"), 10, out var parsed) ? parsed : throw new ValueError($"invalid literal for int() with base 10: {Operators.Repr(plain)}");
        }
        if (Operators.IsIntLike(plain))
            return Operators.ToInt(plain);
        if (plain.IsFloat)
            return PyFloat.Truncate(plain.FloatValue);
        if (x.Ref is IPyObject)
        {
            foreach (var name in (string[])["__int__", "__index__", "__trunc__"])
            {
                var method = PyType.Of(x).Lookup(name);
                if (method.IsUnbound)
                    continue;
                var result = method.Call(x);
                return Operators.IsIntLike(result) ? Operators.ToInt(result) : throw new TypeError($"{name} returned non-int (type {PyType.Of(result).Name})");
            }
        }
        throw new TypeError($"int() argument must be a string, a bytes-like object or a real number, not '{PyType.Of(x).Name}'");
    }
}

/// <summary>Ints as bytes.</summary>
internal static class IntBytes
{
    public static Any To(PyInt value, int length, string order, bool signed)
    {
        if (order is not ("big" or "little"))
            throw new ValueError("byteorder must be either 'little' or 'big'");
        if (value < 0 && !signed)
            throw new OverflowError("can't convert negative int to unsigned");
        var number = (BigInteger)value;
        var limit = BigInteger.One << ((length * 8) - (signed ? 1 : 0));
        if (number >= limit || (signed && number < -limit))
            throw new OverflowError("int too big to convert");
        var bytes = new byte[length];
        var raw = number.ToByteArray();
        for (var i = 0; i < length; i++)
            bytes[i] = i < raw.Length ? raw[i] : (byte)(number.Sign < 0 ? 0xff : 0);
        if (order == "big")
            Array.Reverse(bytes);
        return new PyBytes(bytes);
    }

    public static Any From(ReadOnlySpan<byte> bytes, string order, bool signed)
    {
        if (order is not ("big" or "little"))
            throw new ValueError("byteorder must be either 'little' or 'big'");
        return new BigInteger(bytes, isUnsigned: !signed, isBigEndian: order == "big");
    }
}

/// <summary>Arithmetic methods of numbers, for code that asks for them by name.</summary>
internal static class NumberMethods
{
    public static void Declare(PyType type)
    {
        foreach (var op in Enum.GetValues<BinaryOperator>())
        {
            if (op == BinaryOperator.MatMult)
                continue;
            type.Method(OperatorNames.Method[(int)op], "self, other, /", (self, other) => Numeric.Binary(op, PyValueInstance.Unwrap(self), PyValueInstance.Unwrap(other)));
            type.Method(OperatorNames.Reflected[(int)op], "self, other, /", (self, other) => Numeric.Binary(op, PyValueInstance.Unwrap(other), PyValueInstance.Unwrap(self)));
        }
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) =>
            {
                var (a, b) = (PyValueInstance.Unwrap(self), PyValueInstance.Unwrap(other));
                return Operators.IsIntLike(b) || b.IsFloat || b.Ref is Complex ? Operators.Compare(op, a, b) : Any.NotImplemented;
            });
        type.Method("__neg__", static o => Operators.Negative(PyValueInstance.Unwrap(o)))
            .Method("__pos__", static o => Operators.Positive(PyValueInstance.Unwrap(o)))
            .Method("__abs__", static o => Operators.Abs(PyValueInstance.Unwrap(o)));
        if (type.Name == "int")
            type.Method("__invert__", static o => Operators.Invert(PyValueInstance.Unwrap(o)));
    }
}

/// <summary>The class <c>bool</c>.</summary>
public static class BoolType
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var type = PyType.Builtin("bool", IntType.Type);
        type.IsFinal = true;
        type.New("cls, x=False, /", static a => a[1].Truth);
        return type.Method("__repr__", static o => o.Truth ? "True" : "False").Method("__str__", static o => o.Truth ? "True" : "False");
    }
}

/// <summary>The class <c>float</c>.</summary>
public static class FloatType
{
    public static readonly PyType Type = Create();

    private static double D(Any o) => PyValueInstance.Unwrap(o).FloatValue;

    private static PyType Create()
    {
        var type = PyType.Builtin("float");
        type.New("cls, x=0, /", static a => a[0].Ref is PyType { IsBuiltin: true } ? Convert(a[1]) : new PyValueInstance((PyType)a[0].Ref!, Convert(a[1])));
        type.Allocator = static (cls, arguments) => new PyValueInstance(cls, arguments.Count > 0 ? Convert(arguments[0]) : 0.0);
        type.Property("real", static o => D(o))
            .Property("imag", static _ => 0.0)
            .Method("is_integer", static o => double.IsFinite(D(o)) && Math.Floor(D(o)) == D(o))
            .Method("as_integer_ratio", static o => PyFloat.Ratio(D(o)) is var (n, d) ? PyTuple.Of(n, d) : Any.None)
            .Method("hex", static o => PyFloat.Hex(D(o)))
            .Method("conjugate", static o => D(o))
            .Method("__float__", static o => D(o))
            .Method("__int__", static o => PyFloat.Truncate(D(o)))
            .Method("__trunc__", static o => PyFloat.Truncate(D(o)))
            .Method("__floor__", static o => PyFloat.Truncate(Math.Floor(D(o))))
            .Method("__ceil__", static o => PyFloat.Truncate(Math.Ceiling(D(o))))
            .Method("__bool__", static o => D(o) != 0)
            .Method("__hash__", static o => PyFloat.Hash(D(o)))
            .Method("__repr__", static o => PyFloat.Repr(D(o)))
            .Method("__format__", "self, spec, /", static (o, spec) => FormatSpec.Format(D(o), StrType.S(spec)))
            .Method("__round__", "self, ndigits=None, /", static (o, digits) => Builtins.Round(D(o), digits));
        NumberMethods.Declare(type);
        return type;
    }

    internal static double Convert(Any x)
    {
        var plain = PyValueInstance.Unwrap(x);
        if (Numeric.TryFloat(plain, out var value))
            return value;
        if (plain.Ref is string text)
            return PyFloat.Parse(text);
        if (plain.Ref is PyBytes bytes)
            return PyFloat.Parse(Codecs.Decode(bytes.AsSpan(), "latin-1", "strict"));
        if (x.Ref is IPyObject)
        {
            var method = PyType.Of(x).Lookup("__float__");
            if (!method.IsUnbound && method.Call(x) is { IsFloat: true } result)
                return result.FloatValue;
            if (Operators.IsIndex(x))
                return PyInt.ToDouble(Operators.Index(x));
        }
        throw new TypeError($"float() argument must be a string or a real number, not '{PyType.Of(x).Name}'");
    }
}

/// <summary>The class <c>complex</c>.</summary>
public static class ComplexType
{
    public static readonly PyType Type = Create();

    private static Complex C(Any o) => (Complex)PyValueInstance.Unwrap(o).Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("complex");
        type.New("cls, /, real=0, imag=", static a => Make(a[1], a[2]), Any.Unbound);
        type.Property("real", static o => C(o).Real)
            .Property("imag", static o => C(o).Imaginary)
            .Method("conjugate", static o => Complex.Conjugate(C(o)))
            .Method("__bool__", static o => C(o) != Complex.Zero)
            .Method("__hash__", static o => PyComplex.Hash(C(o)))
            .Method("__repr__", static o => PyComplex.Repr(C(o)))
            .Method("__format__", "self, spec, /", static (o, spec) => FormatSpec.Format(C(o), StrType.S(spec)));
        NumberMethods.Declare(type);
        return type;
    }

    private static Any Make(Any real, Any imaginary)
    {
        if (real.Ref is string text)
            return imaginary.IsUnbound ? PyComplex.Parse(text) : throw new TypeError("complex() can't take second arg if first is a string");
        if (imaginary.Ref is string)
            throw new TypeError("complex() second arg can't be a string");
        var r = Part(real, "real");
        if (imaginary.IsUnbound)
            return r;
        var i = Part(imaginary, "imag");
        return new Complex(r.Real - i.Imaginary, r.Imaginary + i.Real);
    }

    private static Complex Part(Any value, string name)
    {
        if (value.Ref is Complex c)
            return c;
        var method = value.Ref is IPyObject ? PyType.Of(value).Lookup("__complex__") : Any.Unbound;
        if (!method.IsUnbound)
            return (Complex)method.Call(value).Ref!;
        return Numeric.TryFloat(PyValueInstance.Unwrap(value), out var number) ? new Complex(number, 0)
            : value.Ref is IPyObject && !PyType.Of(value).Lookup("__float__").IsUnbound ? new Complex(FloatType.Convert(value), 0)
            : throw new TypeError(name == "real" ? $"complex() first argument must be a string or a number, not '{PyType.Of(value).Name}'" : $"complex() second argument must be a number, not '{PyType.Of(value).Name}'");
    }
}
