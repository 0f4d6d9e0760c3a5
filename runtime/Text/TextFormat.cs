using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/stdtypes.html#printf-style-string-formatting">printf-style formatting</see>: <c>format % args</c>.</summary>
public static class TextFormat
{
    private sealed class Source(Any args)
    {
        private readonly PyTuple? _tuple = args.Ref as PyTuple;
        private int _next;

        public Any Next()
        {
            if (_tuple is not null)
                return _next < _tuple.Count ? _tuple[_next++] : throw new TypeError("not enough arguments for format string");
            return _next++ == 0 ? args : throw new TypeError("not enough arguments for format string");
        }

        public Any Named(string key) => args.Ref is PyDict || (args.Ref is IPyObject and not PyTuple && !PyType.Of(args).Lookup("__getitem__").IsUnbound)
            ? Operators.GetItem(args, key)
            : throw new TypeError("format requires a mapping");

        public void CheckUsed(bool usedNames)
        {
            if (usedNames)
                return;
            var isMapping = args.Ref is PyDict || (args.Ref is IPyObject and not (PyTuple or PyValueInstance) && !PyType.Of(args).Lookup("__getitem__").IsUnbound);
            if (_tuple is not null ? _next < _tuple.Count : _next == 0 && !isMapping)
                throw new TypeError("not all arguments converted during string formatting");
        }
    }

    /// <exception cref="TypeError">The arguments do not fit the format.</exception>
    /// <exception cref="ValueError">The format is malformed.</exception>
    public static string Percent(string format, Any args)
    {
        var text = new StringBuilder();
        var source = new Source(args);
        var usedNames = false;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }
            if (++i >= format.Length)
                throw new ValueError("incomplete format");
            if (format[i] == '%')
            {
                text.Append('%');
                continue;
            }
            Any? named = null;
            if (format[i] == '(')
            {
                var depth = 1;
                var start = ++i;
                for (; i < format.Length && depth > 0; i++)
                    depth += format[i] == '(' ? 1 : format[i] == ')' ? -1 : 0;
                if (depth > 0)
                    throw new ValueError("incomplete format key");
                named = source.Named(format[start..(i - 1)]);
                usedNames = true;
            }
            var flags = "";
            while (i < format.Length && format[i] is '-' or '+' or ' ' or '#' or '0')
                flags += format[i++];
            var width = Number(format, ref i, source, out var hasWidth);
            if (hasWidth && width < 0)
            {
                flags += "-";
                width = -width;
            }
            var precision = -1;
            if (i < format.Length && format[i] == '.')
            {
                i++;
                precision = Math.Max(0, Number(format, ref i, source, out _));
            }
            while (i < format.Length && format[i] is 'h' or 'l' or 'L')
                i++;
            if (i >= format.Length)
                throw new ValueError("incomplete format");
            var value = named ?? source.Next();
            text.Append(Convert(format[i], flags, width, precision, value, i));
        }
        source.CheckUsed(usedNames);
        return text.ToString();
    }

    private static int Number(string format, ref int i, Source source, out bool given)
    {
        given = true;
        if (i < format.Length && format[i] == '*')
        {
            i++;
            var value = source.Next();
            return Operators.IsIntLike(value) ? (int)Operators.ToInt(value) : throw new TypeError("* wants int");
        }
        var start = i;
        while (i < format.Length && char.IsAsciiDigit(format[i]))
            i++;
        given = i > start;
        return given ? int.Parse(format.AsSpan(start, i - start), CultureInfo.InvariantCulture) : 0;
    }

    private static string Convert(char type, string flags, int width, int precision, Any value, int position)
    {
        switch (type)
        {
            case 's' or 'r' or 'a':
                var text = type == 's' ? Operators.Str(value) : type == 'r' ? Operators.Repr(value) : Operators.Ascii(value);
                if (precision >= 0 && Str.Length(text) > precision)
                    text = text[..Str.Offset(text, precision)];
                return flags.Contains('-', StringComparison.Ordinal) ? Str.LJust(text, width) : Str.RJust(text, width);
            case 'c':
                var character = value.Ref is string s && Str.Length(s) == 1 ? s
                    : Operators.IsIndex(value) ? Builtins.Chr(value)
                    : throw new TypeError(value.Ref is string t ? $"%c requires an int or a unicode character, not a string of length {Str.Length(t)}" : $"%c requires an int or a unicode character, not {PyType.Of(value).Name}");
                return flags.Contains('-', StringComparison.Ordinal) ? Str.LJust(character, width) : Str.RJust(character, width);
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o':
                return Integer(type, flags, width, precision, value);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                if (!Numeric.TryFloat(PyValueInstance.Unwrap(value), out var number))
                {
                    var method = value.Ref is IPyObject ? PyType.Of(value).Lookup("__float__") : Any.Unbound;
                    number = method.IsUnbound ? throw new TypeError($"must be real number, not {PyType.Of(value).Name}") : method.Call(value).FloatValue;
                }
                var spec = Spec(flags, width) + "." + (precision < 0 ? 6 : precision).ToString(CultureInfo.InvariantCulture) + type;
                return FormatSpec.Format(number, spec);
            default:
                throw new ValueError($"unsupported format character '{type}' (0x{(int)type:x}) at index {position}");
        }
    }

    private static string Spec(string flags, int width)
    {
        var sign = flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : "";
        var alternate = flags.Contains('#', StringComparison.Ordinal) ? "#" : "";
        var left = flags.Contains('-', StringComparison.Ordinal);
        var zero = !left && flags.Contains('0', StringComparison.Ordinal) ? "0" : "";
        return (left ? "<" : zero.Length > 0 ? "" : ">") + sign + alternate + zero + (width > 0 ? width.ToString(CultureInfo.InvariantCulture) : "");
    }

    private static string Integer(char type, string flags, int width, int precision, Any value)
    {
        PyInt number;
        value = PyValueInstance.Unwrap(value);
        if (Operators.IsIntLike(value))
            number = Operators.ToInt(value);
        else if (type is 'd' or 'i' or 'u' && value.IsFloat)
            number = PyFloat.Truncate(value.FloatValue);
        else if (Operators.IsIndex(value))
            number = Operators.Index(value);
        else
            throw new TypeError(type is 'd' or 'i' or 'u' ? $"%{type} format: a real number is required, not {PyType.Of(value).Name}" : $"%{type} format: an integer is required, not {PyType.Of(value).Name}");
        var radix = type is 'x' or 'X' ? 16 : type == 'o' ? 8 : 10;
        var digits = PyInt.Abs(number).ToText(radix);
        if (digits.Length < precision)
            digits = new string('0', precision - digits.Length) + digits;
        var prefix = flags.Contains('#', StringComparison.Ordinal) && radix != 10 ? radix == 16 ? "0x" : "0o" : "";
        if (type == 'X')
            (digits, prefix) = (digits.ToUpperInvariant(), prefix.ToUpperInvariant());
        prefix = (number < 0 ? "-" : flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : "") + prefix;
        var left = flags.Contains('-', StringComparison.Ordinal);
        var room = width - prefix.Length - digits.Length;
        if (room <= 0)
            return prefix + digits;
        if (left)
            return prefix + digits + new string(' ', room);
        return flags.Contains('0', StringComparison.Ordinal) ? prefix + new string('0', room) + digits : new string(' ', room) + prefix + digits;
    }
}
