using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>Reading a format spec.</summary>
public static partial class FormatSpec
{
    private record struct Spec
    {
        public string Fill;
        public char Align;
        public char Sign;
        public bool NoNegativeZero;
        public bool Alternate;
        public bool ZeroPadded;
        public int Width;
        public char Grouping;
        public int Precision;
        public char Type;

        /// <summary>A part of a complex number: no ".0" is added.</summary>
        public bool BareComplex;
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '=' or '^';

    private static Spec Parse(string spec, string type, char defaultAlign)
    {
        var f = new Spec { Fill = " ", Align = defaultAlign, Precision = -1 };
        var i = 0;
        var aligned = false;
        var filled = false;
        var first = spec.Length > 1 && char.IsHighSurrogate(spec[0]) && char.IsLowSurrogate(spec[1]) ? 2 : 1;
        if (spec.Length > first && IsAlign(spec[first]))
        {
            f.Fill = spec[..first];
            f.Align = spec[first];
            i = first + 1;
            aligned = filled = true;
        }
        else if (spec.Length > 0 && IsAlign(spec[0]))
        {
            f.Align = spec[0];
            i = 1;
            aligned = true;
        }
        if (i < spec.Length && spec[i] is '+' or '-' or ' ')
            f.Sign = spec[i++];
        if (i < spec.Length && spec[i] == 'z')
        {
            f.NoNegativeZero = true;
            i++;
        }
        if (i < spec.Length && spec[i] == '#')
        {
            f.Alternate = true;
            i++;
        }
        if (!filled && i < spec.Length && spec[i] == '0')
        {
            f.Fill = "0";
            f.ZeroPadded = true;
            if (!aligned && defaultAlign == '>')
                f.Align = '=';
            i++;
        }
        f.Width = Math.Max(0, Digits(spec, ref i));
        ReadGrouping(spec, ref i, ref f);
        if (i < spec.Length && spec[i] == '.')
        {
            i++;
            f.Precision = Digits(spec, ref i);
            if (f.Precision < 0)
                throw new ValueError("Format specifier missing precision");
        }
        if (spec.Length - i == 2 && char.IsSurrogatePair(spec, i))
            throw Unknown(char.ConvertToUtf32(spec, i), type);
        if (spec.Length - i > 1)
            throw new ValueError($"Invalid format specifier '{spec}' for object of type '{type}'");
        if (i < spec.Length)
            f.Type = spec[i];
        CheckGrouping(f);
        if (i < spec.Length && f.Type == '\0')
            throw Unknown(0, type);
        return f;
    }

    private static void ReadGrouping(string spec, ref int i, ref Spec f)
    {
        if (i < spec.Length && spec[i] == ',')
            f.Grouping = spec[i++];
        if (i < spec.Length && spec[i] == '_')
        {
            if (f.Grouping != '\0')
                throw new ValueError("Cannot specify both ',' and '_'.");
            f.Grouping = spec[i++];
        }
        if (i < spec.Length && f.Grouping == '_' && spec[i] == ',')
            throw new ValueError("Cannot specify both ',' and '_'.");
    }

    private static void CheckGrouping(Spec f)
    {
        if (f.Grouping == '\0')
            return;
        var fits = f.Type is 'd' or 'e' or 'f' or 'g' or 'E' or 'G' or '%' or 'F' or '\0' || (f.Grouping == '_' && f.Type is 'b' or 'o' or 'x' or 'X' && f.Grouping == '_');
        if (!fits)
            throw new ValueError(f.Type is > ' ' and < '\x80' ? $"Cannot specify '{f.Grouping}' with '{f.Type}'." : $"Cannot specify '{f.Grouping}' with '\\x{(int)f.Type:x}'.");
    }

    /// <summary>A run of digits as a number, the largest int where it is larger; -1 where there is none.</summary>
    private static int Digits(string spec, ref int i)
    {
        var start = i;
        long value = 0;
        // Decimal digits of any script count, as in CPython.
        while (i < spec.Length && CharUnicodeInfo.GetDecimalDigitValue(spec, i) is >= 0 and var digit)
        {
            i += char.IsSurrogate(spec[i]) ? 2 : 1;
            if (value > (long.MaxValue - digit) / 10)
                throw new ValueError("Too many decimal digits in format string");
            value = (value * 10) + digit;
        }
        return i == start ? -1 : (int)Math.Min(value, int.MaxValue);
    }
}
