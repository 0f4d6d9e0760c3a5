using System.Numerics;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The class <c>int</c>. See <see href="https://docs.python.org/3.13/library/functions.html#int">int</see>.</summary>
public static class IntType
{
    public static readonly PyType Type = Create();

    /// <summary>The number of an int, a bool or an instance of a subclass.</summary>
    internal static PyInt Self(Any o) => Operators.ToInt(PyValueInstance.Unwrap(o));

    private static PyType Create()
    {
        var type = PyType.Builtin("int");
        type.SharesLayout = true;
        type.New("cls, x=, /, base=", static a => Make((PyType)a[0].Ref!, a[1], a[2]), Any.Unbound, Any.Unbound).CountsFirst();
        type.New(static (cls, arguments) => Make(cls, arguments.Count > 0 ? arguments[0] : Any.Unbound, arguments.Count > 1 ? arguments[1] : Any.Unbound));
        type.OfOne(x => Make(type, x, Any.Unbound));
        NumberMethods.Declare(type, static o => Operators.IsIntLike(PyValueInstance.Unwrap(o)), static o => Self(o));
        Conversions(type);
        Properties(type);
        Bytes(type);
        return type;
    }

    private static Any Make(PyType cls, Any value, Any radix)
    {
        if (ReferenceEquals(cls, BoolType.Type))
            throw new TypeError("int.__new__(bool) is not safe, use bool.__new__()");
        var number = Convert(value, radix);
        return ReferenceEquals(cls, Type) ? number : new PyValueInstance(cls, number);
    }

    private static PyInt Convert(Any value, Any radix)
    {
        if (value.IsUnbound)
            return radix.IsUnbound ? 0 : throw new TypeError("int() missing string argument");
        var plain = PyValueInstance.Unwrap(value);
        if (radix.IsUnbound)
            return FromObject(value);
        var b = PyInt.CheckBase(Operators.Index(radix));
        return plain.Ref switch
        {
            string text => PyInt.Parse(text, b),
            PyBytesBase bytes => ParseBytes(bytes, b),
            _ => throw new TypeError("int() can't convert non-string with explicit base"),
        };
    }

    private static PyInt ParseBytes(PyBytesBase bytes, int radix)
        => PyInt.TryParse(Buffers.ToLatin1(bytes.Span), radix, out var number) ? number
            : throw new ValueError($"invalid literal for int() with base {radix}: {Operators.Repr(new PyBytes(bytes.Span))}");

    /// <summary>Python's <c>int(value)</c>.</summary>
    /// <exception cref="TypeError">The value is no number.</exception>
    public static PyInt FromObject(Any value)
    {
        if (Operators.IsIntLike(value))
            return Operators.ToInt(value);
        if (value.IsFloat)
            return PyFloat.Truncate(value.FloatValue);
        if (value.Ref is string text)
            return PyInt.Parse(text);
        if (value.Ref is PyBytesBase bytes)
            return ParseBytes(bytes, 10);
        if (Buffers.TryOf(value, out var data))
            return ParseBytes(new PyBytes(data), 10);
        if (value.Ref is IPyObject)
        {
            foreach (var name in (string[])["__int__", "__index__", "__trunc__"])
            {
                var method = PyType.Of(value).Lookup(name);
                if (method.IsUnbound)
                    continue;
                var given = method.Call(value);
                var result = PyValueInstance.Unwrap(given);
                if (name != "__trunc__" && Operators.IsIntLike(result) && (given.IsBool || given.Ref is PyValueInstance))
                    Subclass(name, given);
                return Operators.IsIntLike(result) ? Operators.ToInt(result) : throw new TypeError($"{name} returned non-int (type {PyType.Of(result).ErrorName})");
            }
            if (PyValueInstance.Unwrap(value).Ref is string inner)
                return PyInt.Parse(inner);
        }
        throw new TypeError($"int() argument must be a string, a bytes-like object or a real number, not '{PyType.Of(value).ErrorName}'");
    }

    private static void Subclass(string method, Any given)
        => Warnings.Issue(DeprecationWarning.Type, $"{method} returned non-int (type {PyType.Of(given).ErrorName}).  The ability to return an instance of a strict subclass of int is deprecated, and may not be supported in a future version of Python.");

    /// <summary>A real number truncated to an int; false for anything else.</summary>
    internal static bool TryConvert(Any value, out PyInt number)
    {
        number = 0;
        var plain = PyValueInstance.Unwrap(value);
        if (Operators.IsIntLike(plain))
            number = Operators.ToInt(plain);
        else if (plain.IsFloat)
            number = PyFloat.Truncate(plain.FloatValue);
        else if (value.Ref is IPyObject and not PyBytesBase && (!PyType.Of(value).Special("__int__").IsUnbound || !PyType.Of(value).Special("__index__").IsUnbound))
            number = FromObject(value);
        else
            return false;
        return true;
    }

    private static void Conversions(PyType type)
    {
        foreach (var name in (string[])["__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "conjugate"])
            type.Method(name, static self => Self(self));
        type.Method("__float__", static self => PyInt.ToDouble(Self(self)))
            .Method("__bool__", static self => Self(self) != 0)
            .Method("__repr__", static self => Self(self).ToString())
            .Method("__hash__", static self => Self(self).PyHash())
            .Method("__format__", "self, format_spec, /", static (self, spec) => FormatSpec.Of(spec) is { Length: > 0 } given ? FormatSpec.Format(Self(self), given) : Operators.Str(self))
            .Method("__round__", "self, ndigits=None, /", static (self, digits) => digits.IsNone ? Self(self) : PyInt.Round(Self(self), Operators.Index(digits)))
            .Method("__getnewargs__", static self => PyTuple.Of(Self(self)))
            .Method("__sizeof__", static self => 24 + (4 * Math.Max(1, (Self(self).BitLength + 29) / 30)))
            .Method("__pow__", "self, value, mod=None, /", static (self, power, mod) =>
            {
                var (a, b, c) = (PyValueInstance.Unwrap(self), PyValueInstance.Unwrap(power), PyValueInstance.Unwrap(mod));
                if (!Operators.IsIntLike(b))
                    return Any.NotImplemented;
                return c.IsNone ? Numeric.Binary(BinaryOperator.Pow, a, b) : Operators.IsIntLike(c) ? PyInt.PowMod(Self(a), Self(b), Self(c)) : Any.NotImplemented;
            })
            .Method("bit_length", static self => Self(self).BitLength)
            .Method("bit_count", static self => OneBits(Self(self)))
            .Method("as_integer_ratio", static self => PyTuple.Of(Self(self), 1))
            .Method("is_integer", static _ => true);
    }

    private static void Properties(PyType type) => type
        .Property("real", static self => Self(self))
        .Property("imag", static _ => 0)
        .Property("numerator", static self => Self(self))
        .Property("denominator", static _ => 1);

    private static long OneBits(PyInt number)
    {
        var count = 0L;
        foreach (var part in BigInteger.Abs(number).ToByteArray())
            count += BitOperations.PopCount(part);
        return count;
    }

    private static bool IsBig(Any order, string method) => PyValueInstance.Unwrap(order).Ref switch
    {
        "big" => true,
        "little" => false,
        string => throw new ValueError("byteorder must be either 'little' or 'big'"),
        _ => throw new TypeError($"{method}() argument 'byteorder' must be str, not {Lib.Given(order)}"),
    };

    private static void Bytes(PyType type)
    {
        type.Method("to_bytes", "self, length=1, byteorder='big', *, signed=False", static a =>
        {
            var (value, length, big, signed) = ((BigInteger)Self(a[0]), Operators.Index(a[1]), IsBig(a[2], "to_bytes"), a[3].Truth);
            if (length < 0)
                throw new ValueError("length argument must be non-negative");
            if (value.Sign < 0 && !signed)
                throw new OverflowError("can't convert negative int to unsigned");
            var data = value.ToByteArray(isUnsigned: !signed);
            var size = (int)length;
            // CPython lets -1 pass in no bytes, since none of its bits differs from the sign.
            if (data.Length > size && !(size == 0 && (value.IsZero || value == BigInteger.MinusOne)))
                throw new OverflowError("int too big to convert");
            var result = new byte[size];
            result.AsSpan().Fill(value.Sign < 0 ? (byte)0xFF : (byte)0);
            data.AsSpan(0, Math.Min(size, data.Length)).CopyTo(result);
            if (big)
                result.AsSpan().Reverse();
            return PyBytes.Wrap(result);
        });
        type.ClassMethod("from_bytes", "cls, bytes, byteorder='big', *, signed=False", static a =>
        {
            var big = IsBig(a[2], "from_bytes");
            if (a[1].Ref is string || (!Buffers.IsBuffer(a[1]) && !Operators.IsIterable(a[1]) && PyType.Of(a[1]).Special("__bytes__").IsUnbound))
                throw new TypeError($"cannot convert '{PyType.Of(a[1]).ErrorName}' object to bytes");
            var data = Buffers.From("bytes", a[1], Any.Unbound, Any.Unbound);
            PyInt number = new BigInteger(data, isUnsigned: !a[3].Truth, isBigEndian: big);
            var cls = (PyType)a[0].Ref!;
            return ReferenceEquals(cls, Type) ? number : cls.Call(number);
        });
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
        type.New("cls, *args", static a =>
        {
            var given = (PyTuple)a[1].Ref!;
            return given.Count switch
            {
                0 => false,
                1 => given[0].Truth,
                _ => throw new TypeError($"bool expected at most 1 argument, got {given.Count}"),
            };
        });
        return type
            .Method("__repr__", static self => self.Truth ? "True" : "False")
            .Method("__and__", "self, value, /", static (self, other) => Numeric.Bitwise(BinaryOperator.BitAnd, self, other))
            .Method("__or__", "self, value, /", static (self, other) => Numeric.Bitwise(BinaryOperator.BitOr, self, other))
            .Method("__xor__", "self, value, /", static (self, other) => Numeric.Bitwise(BinaryOperator.BitXor, self, other))
            .Method("__format__", "self, format_spec, /", static (self, spec) => FormatSpec.Of(spec) is { Length: > 0 } given ? FormatSpec.Format(self.Truth, given) : Operators.Str(self));
    }
}
