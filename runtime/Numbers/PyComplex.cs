using System.Globalization;
using System.Numerics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Python's operations on <c>complex</c>.</summary>
public static class PyComplex
{
    public static long Hash(Complex value)
    {
        var hash = unchecked(PyFloat.Hash(value.Real) + (1000003 * PyFloat.Hash(value.Imaginary)));
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Python's <c>repr(value)</c>.</summary>
    public static string Repr(Complex value)
    {
        var imaginary = Part(value.Imaginary) + "j";
        if (value.Real == 0 && !double.IsNegative(value.Real))
            return imaginary;
        var sign = imaginary[0] == '-' ? "" : "+";
        return $"({Part(value.Real)}{sign}{imaginary})";
    }

    private static string Part(double value)
    {
        var text = PyFloat.Repr(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    public static Complex Multiply(Complex a, Complex b)
        => new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));

    /// <exception cref="ZeroDivisionError"/>
    public static Complex Divide(Complex a, Complex b)
    {
        if (b == Complex.Zero)
            throw new ZeroDivisionError("complex division by zero");
        if (Math.Abs(b.Real) >= Math.Abs(b.Imaginary))
        {
            var ratio = b.Imaginary / b.Real;
            var divisor = b.Real + (b.Imaginary * ratio);
            return new((a.Real + (a.Imaginary * ratio)) / divisor, (a.Imaginary - (a.Real * ratio)) / divisor);
        }
        else
        {
            var ratio = b.Real / b.Imaginary;
            var divisor = (b.Real * ratio) + b.Imaginary;
            return new(((a.Real * ratio) + a.Imaginary) / divisor, ((a.Imaginary * ratio) - a.Real) / divisor);
        }
    }

    /// <exception cref="ZeroDivisionError">Zero to a negative or complex power.</exception>
    public static Complex Pow(Complex a, Complex b)
    {
        var result = PowOf(a, b);
        return double.IsInfinity(result.Real) || double.IsInfinity(result.Imaginary) ? throw new OverflowError("complex exponentiation") : result;
    }

    private static Complex PowOf(Complex a, Complex b)
    {
        if (b == Complex.Zero)
            return Complex.One;
        if (a == Complex.Zero)
            return b.Imaginary != 0 || b.Real < 0 ? throw new ZeroDivisionError("0.0 to a negative or complex power") : Complex.Zero;
        if (b.Imaginary == 0 && b.Real == Math.Floor(b.Real) && Math.Abs(b.Real) <= 100)
        {
            var n = (int)b.Real;
            var result = Complex.One;
            var factor = a;
            for (var k = Math.Abs(n); k > 0; k >>= 1)
            {
                if ((k & 1) != 0)
                    result = Multiply(result, factor);
                factor = Multiply(factor, factor);
            }
            return n < 0 ? Divide(Complex.One, result) : result;
        }
        var length = Math.Pow(Abs(a), b.Real);
        var angle = Math.Atan2(a.Imaginary, a.Real);
        var phase = angle * b.Real;
        if (b.Imaginary != 0)
        {
            length /= Math.Exp(angle * b.Imaginary);
            phase += b.Imaginary * Math.Log(Abs(a));
        }
        // No angle has a cosine there, and CPython has one message for every such error.
        if (double.IsInfinity(phase))
            throw new ZeroDivisionError("0.0 to a negative or complex power");
        return new(length * Math.Cos(phase), length * Math.Sin(phase));
    }

    /// <summary><c>abs(z)</c>, to the last digit; what is no number has no sign.</summary>
    public static double Abs(Complex z) => Library.ComplexFunctions.Hypot(z.Real, z.Imaginary) is var length && double.IsNaN(length) ? Math.CopySign(length, 1) : length;

    /// <exception cref="ValueError">An underscore stands anywhere but between digits.</exception>
    private static void CheckUnderscores(string text)
    {
        // CPython reads up to a NUL, and up to what is no part of a number in a text that is not ASCII.
        var whole = text;
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
            text = text[..nul].Contains('_', StringComparison.Ordinal) ? throw NotConverted() : text[..nul];
        for (var i = Ascii.IsValid(text) ? text.Length : 0; i < text.Length; i++)
            if (text[i] >= '\x7F' && !Str.IsWhiteSpace(text[i]) && CharUnicodeInfo.GetDecimalDigitValue(text, i) < 0)
                text = text[..i];
        for (var i = text.IndexOf('_', StringComparison.Ordinal); i >= 0; i = text.IndexOf('_', i + 1))
            if (i == 0 || i + 1 == text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]))
                throw NotConverted();

        ValueError NotConverted() => new($"could not convert string to complex: {Str.Repr(whole)}");
    }

    /// <summary>Python's <c>complex(text)</c>.</summary>
    /// <exception cref="ValueError"/>
    public static Complex Parse(string text)
    {
        CheckUnderscores(text);
        var s = text.Trim(Str.WhiteSpace);
        if (s.StartsWith('(') && s.EndsWith(')'))
            s = s[1..^1].Trim(Str.WhiteSpace);
        if (!s.EndsWith('j') && !s.EndsWith('J'))
            return PyFloat.TryParse(s, out var real) ? new(real, 0) : throw Malformed();
        s = s[..^1];
        var split = s.Length;
        while (--split > 0 && !(s[split] is '+' or '-' && s[split - 1] is not ('e' or 'E')))
        {
        }
        var (first, second) = split <= 0 ? ("0", s) : (s[..split], s[split..]);
        if (second is "" or "+" or "-")
            second += "1";
        // Nothing stands between the parts.
        return !s.Any(Str.IsWhiteSpace) && PyFloat.TryParse(first, out var re) && PyFloat.TryParse(second, out var im) ? new(re, im) : throw Malformed();

        static ValueError Malformed() => new("complex() arg is a malformed string");
    }
}
