using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>The <see href="https://docs.python.org/3.13/library/string.html#format-specification-mini-language">format specification</see> of decimals.</summary>
internal static partial class DecimalFormat
{
    [GeneratedRegex(@"\A(?:(?<fill>[\uD800-\uDBFF][\uDC00-\uDFFF]|.)?(?<align>[<>=^]))?(?<sign>[-+ ]?)(?<z>z?)(?<zero>0)?(?<width>[1-9][0-9]*)?(?<comma>,?)(?:\.(?<precision>[0-9]+))?(?<type>[eEfFgGn%]?)\z", RegexOptions.Singleline)]
    private static partial Regex Spec();

    /// <exception cref="ValueError">The specification is not one of decimals.</exception>
    public static string Format(PyDecimal value, string text, DecimalContext context)
    {
        var spec = Spec().Match(text);
        if (!spec.Success || (spec.Groups["align"].Success && spec.Groups["zero"].Success) || (spec.Groups["type"].Value == "n" && spec.Groups["comma"].Length > 0))
            throw new ValueError("invalid format string");
        var type = spec.Groups["type"].Value switch { "" => context.Capitals ? 'G' : 'g', "n" => 'g', var t => t[0] };
        var percent = type == '%';
        if (value.IsSpecial)
        {
            var word = DecimalText.Format(value.WithSign(false), false, true) + (percent ? "%" : "");
            return Aligned(spec, Sign(spec, value.Negative), word, zeros: false);
        }
        if (percent)
            value = new PyDecimal(value.Negative, value.Coefficient, value.Exponent + 2);
        var precision = spec.Groups["precision"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : -1;
        value = Rounded(value, type, precision, context);
        var negative = value.Negative && !(value.IsZero && spec.Groups["z"].Length > 0);
        var digits = value.Coefficient.ToString(CultureInfo.InvariantCulture);
        var left = value.Exponent + digits.Length;
        var point = type switch
        {
            'e' or 'E' => value.IsZero && precision >= 0 ? 1 - precision : 1,
            'f' or 'F' or '%' => left,
            _ => value.Exponent <= 0 && left > -6 ? left : 1,
        };
        var (whole, fraction) = DecimalText.Split(digits, point);
        var tail = fraction.Length > 0 ? "." + fraction : "";
        if (left != point || type is 'e' or 'E')
            tail += $"{(char.IsUpper(type) ? 'E' : 'e')}{left - point:+0;-0;+0}";
        if (percent)
            tail += "%";
        var sign = Sign(spec, negative);
        var zeros = spec.Groups["zero"].Success;
        var minimum = zeros ? Width(spec) - sign.Length - tail.Length : 0;
        if (spec.Groups["comma"].Length > 0)
            whole = FormatSpec.Group(whole, 3, ',', minimum);
        else if (zeros)
            whole = whole.PadLeft(Math.Max(0, minimum), '0');
        return Aligned(spec, sign, whole + tail, zeros);
    }

    private static PyDecimal Rounded(PyDecimal value, char type, int precision, DecimalContext context)
    {
        var status = DecimalStatus.None;
        if (type is 'f' or 'F' or '%')
        {
            if (precision >= 0)
                return DecimalMath.Rescaled(value, -precision, context.Rounding, ref status);
            return value.Exponent > 0 ? DecimalMath.Rescaled(value, 0, context.Rounding, ref status) : value;
        }
        if (precision < 0 || value.IsZero)
            return value;
        var places = type is 'e' or 'E' ? precision + 1 : Math.Max(1, precision);
        if (type is 'g' or 'G' && value.Digits <= places)
            return value;
        var rounded = DecimalMath.Rescaled(value, value.Adjusted + 1 - places, context.Rounding, ref status);
        return rounded.Digits > places ? DecimalMath.Rescaled(rounded, rounded.Adjusted + 1 - places, context.Rounding, ref status) : rounded;
    }

    private static string Sign(Match spec, bool negative) => negative ? "-" : spec.Groups["sign"].Value is "-" ? "" : spec.Groups["sign"].Value;

    private static int Width(Match spec) => spec.Groups["width"] is { Length: > 0 } width ? int.Parse(width.Value, CultureInfo.InvariantCulture) : 0;

    private static string Aligned(Match spec, string sign, string body, bool zeros)
    {
        if (zeros)
            return sign + body;
        var fill = spec.Groups["fill"] is { Length: > 0 } given ? given.Value : " ";
        var align = spec.Groups["align"] is { Length: > 0 } wanted ? wanted.Value[0] : '>';
        return align == '='
            ? sign + FormatSpec.Pad(body, fill, '>', Width(spec) - sign.Length)
            : FormatSpec.Pad(sign + body, fill, align, Width(spec));
    }
}
