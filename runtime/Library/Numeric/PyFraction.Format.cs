using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Formatting: as a quotient, or with exact decimal digits in the presentation types of floats.</summary>
public sealed partial class PyFraction
{
    [GeneratedRegex(@"\A(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ]?)(?<alt>#?)(?<width>0|[1-9][0-9]*)?(?<sep>[,_]?)\z", RegexOptions.Singleline)]
    private static partial Regex QuotientSpec();

    [GeneratedRegex(@"\A(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ]?)(?<z>z?)(?<alt>#?)(?<zero>0(?=[0-9]))?(?<width>0|[1-9][0-9]*)?(?<sep>[,_]?)(?:\.(?<precision>0|[1-9][0-9]*))?(?<type>[eEfFgG%])\z", RegexOptions.Singleline)]
    private static partial Regex DecimalSpec();

    private string Format(string spec)
    {
        var match = QuotientSpec().Match(spec);
        if (match.Success)
        {
            var separator = match.Groups["sep"].Value;
            var body = Grouped(((PyInt)BigInteger.Abs(Numerator)).ToString(), separator);
            if (!Denominator.IsOne || match.Groups["alt"].Length > 0)
                body += "/" + Grouped(((PyInt)Denominator).ToString(), separator);
            return Aligned(match, Sign(match, Numerator.Sign < 0), body, zeros: false);
        }
        match = DecimalSpec().Match(spec);
        return match.Success && !(match.Groups["align"].Success && match.Groups["zero"].Success)
            ? Decimal(match)
            : throw new ValueError($"Invalid format specifier {Operators.Repr(spec)} for object of type {Operators.Repr(Class.Name)}");
    }

    private static string Sign(Match spec, bool negative) => negative ? "-" : spec.Groups["sign"].Value is "-" ? "" : spec.Groups["sign"].Value;

    private static string Grouped(string digits, string separator) => separator.Length == 0 ? digits : FormatSpec.Group(digits, 3, separator[0], 0);

    private static int Width(Match spec) => spec.Groups["width"] is { Length: > 0 } width ? int.Parse(width.Value, CultureInfo.InvariantCulture) : 0;

    private static string Aligned(Match spec, string sign, string body, bool zeros)
    {
        var fill = spec.Groups["fill"] is { Length: > 0 } given ? given.Value : zeros ? "0" : " ";
        var align = spec.Groups["align"] is { Length: > 0 } wanted ? wanted.Value[0] : zeros ? '=' : '>';
        return align == '='
            ? sign + FormatSpec.Pad(body, fill, '>', Width(spec) - sign.Length)
            : FormatSpec.Pad(sign + body, fill, align, Width(spec));
    }

    private string Decimal(Match spec)
    {
        var alternate = spec.Groups["alt"].Length > 0;
        var precision = spec.Groups["precision"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : 6;
        var type = spec.Groups["type"].Value[0];
        var fixedPoint = type is 'f' or 'F' or '%';
        BigInteger digits;
        int point;
        var suffix = type == '%' ? "%" : "";
        if (fixedPoint)
        {
            digits = Scaled(BigInteger.Abs(Numerator), Denominator, -(type == '%' ? precision + 2 : precision));
            point = precision;
        }
        else
        {
            var figures = type is 'g' or 'G' ? Math.Max(precision, 1) : precision + 1;
            (digits, var exponent) = Figures(figures);
            var scientific = type is 'e' or 'E' || exponent > 0 || exponent + figures <= -4;
            point = scientific ? figures - 1 : -exponent;
            if (scientific)
                suffix = $"{(type is 'E' or 'G' ? 'E' : 'e')}{(exponent + point < 0 ? '-' : '+')}{Math.Abs(exponent + point):00}";
        }
        var sign = Sign(spec, Numerator.Sign < 0 && !(digits.IsZero && spec.Groups["z"].Length > 0));
        var text = ((PyInt)digits).ToString().PadLeft(point + 1, '0');
        var fraction = text[^point..];
        if (point == 0)
            fraction = "";
        var whole = text[..^point];
        if (type is 'g' or 'G' && !alternate)
            fraction = fraction.TrimEnd('0');
        var tail = (fraction.Length == 0 && !alternate ? "" : ".") + fraction + suffix;
        var separator = spec.Groups["sep"].Value;
        if (spec.Groups["zero"].Success)
        {
            var room = Width(spec) - sign.Length - tail.Length;
            whole = whole.PadLeft(Math.Max(0, separator.Length > 0 ? (3 * room / 4) + 1 : room), '0');
        }
        return Aligned(spec, sign, Grouped(whole, separator) + tail, zeros: false);
    }

    /// <summary>A quotient in units of a power of ten, rounded half to even.</summary>
    private static BigInteger Scaled(BigInteger n, BigInteger d, int exponent)
        => exponent >= 0 ? RoundTo(n, d * BigInteger.Pow(10, exponent)) : RoundTo(n * BigInteger.Pow(10, -exponent), d);

    private (BigInteger Digits, int Exponent) Figures(int figures)
    {
        if (Numerator.IsZero)
            return (0, 1 - figures);
        var n = BigInteger.Abs(Numerator);
        var (top, bottom) = (((PyInt)n).ToString(), ((PyInt)Denominator).ToString());
        var exponent = top.Length - bottom.Length + (string.CompareOrdinal(bottom, top) <= 0 ? 1 : 0) - figures;
        var digits = Scaled(n, Denominator, exponent);
        return digits == BigInteger.Pow(10, figures) ? (digits / 10, exponent + 1) : (digits, exponent);
    }
}
