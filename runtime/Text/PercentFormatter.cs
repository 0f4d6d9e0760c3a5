using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// <c>printf</c>-style formatting of str and bytes; bytes go through as Latin-1 text.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#printf-style-string-formatting">printf-style</see>.
/// </summary>
internal sealed class PercentFormatter(string format, Any args, bool isBytes)
{
    private readonly StringBuilder _text = new();
    private readonly PyTuple? _tuple = args.Ref as PyTuple;
    private int _at;
    private int _next;
    private bool _usedMapping;

    /// <summary>One conversion: <c>%[(key)][flags][width][.precision]type</c>.</summary>
    private record struct Conversion(bool Left, bool Plus, bool Space, bool Alternate, bool Zero, long Width, int Precision, char Type);

    public string Run()
    {
        while (_at < format.Length)
        {
            var percent = format.IndexOf('%', _at);
            if (percent < 0)
                break;
            _text.Append(format, _at, percent - _at);
            _at = percent + 1;
            One();
        }
        _text.Append(format, _at, format.Length - _at);
        if (_tuple is not null ? _next < _tuple.Count : _next == 0 && !_usedMapping && !IsMapping())
            throw new TypeError($"not all arguments converted during {(isBytes ? "bytes" : "string")} formatting");
        return _text.ToString();
    }

    private bool IsMapping()
        => args.Ref is IPyObject and not PyTuple && !(isBytes && args.Ref is PyBytesBase) && PyValueInstance.Unwrap(args).Ref is not string
            && args.Ref is not PyDeque && !PyType.Of(args).Special("__getitem__").IsUnbound;

    private Any NextArgument()
    {
        if (_tuple is not null)
            return _next < _tuple.Count ? _tuple[_next++] : throw new TypeError("not enough arguments for format string");
        return _next++ == 0 && !_usedMapping ? args : throw new TypeError("not enough arguments for format string");
    }

    private void One()
    {
        if (_at < format.Length && format[_at] == '%')
        {
            _at++;
            _text.Append('%');
            return;
        }
        Any? keyed = null;
        if (_at < format.Length && format[_at] == '(')
            keyed = Keyed();
        var c = new Conversion { Width = -1, Precision = -1 };
        for (; _at < format.Length; _at++)
        {
            if (format[_at] == '-')
                c.Left = true;
            else if (format[_at] == '+')
                c.Plus = true;
            else if (format[_at] == ' ')
                c.Space = true;
            else if (format[_at] == '#')
                c.Alternate = true;
            else if (format[_at] == '0')
                c.Zero = true;
            else
                break;
        }
        c.Width = Amount("width");
        if (c.Width < -1)
        {
            c.Left = true;
            c.Width = -c.Width;
        }
        if (_at < format.Length && format[_at] == '.')
        {
            _at++;
            c.Precision = (int)Math.Max(0, Amount("precision"));
        }
        if (_at < format.Length && format[_at] is 'h' or 'l' or 'L')
            _at++;
        if (_at >= format.Length)
            throw new ValueError("incomplete format");
        c.Type = format[_at++];
        Convert(c, keyed);
    }

    private Any Keyed()
    {
        if (!IsMapping())
            throw new TypeError("format requires a mapping");
        var depth = 1;
        var start = ++_at;
        for (; _at < format.Length; _at++)
        {
            if (format[_at] == '(')
                depth++;
            else if (format[_at] == ')' && --depth == 0)
                break;
        }
        if (_at >= format.Length)
            throw new ValueError("incomplete format key");
        var key = format[start.._at++];
        _usedMapping = true;
        return Operators.GetItem(args, isBytes ? PyBytes.FromLatin1(key) : key);
    }

    private long Amount(string what)
    {
        if (_at < format.Length && format[_at] == '*')
        {
            _at++;
            var star = NextArgument();
            if (!Operators.IsIntLike(star))
                throw new TypeError("* wants int");
            var number = Operators.ToInt(star);
            if (what == "width" ? number > long.MaxValue || number < long.MinValue : number > int.MaxValue || number < int.MinValue)
                throw new OverflowError($"Python int too large to convert to C {(what == "width" ? "ssize_t" : "int")}");
            return (long)number;
        }
        long value = -1;
        while (_at < format.Length && char.IsAsciiDigit(format[_at]))
        {
            value = (Math.Max(value, 0) * 10) + (format[_at++] - '0');
            if (value > int.MaxValue)
                throw new ValueError(what == "width" ? "width too big" : "precision too big");
        }
        return value;
    }

    private void Convert(Conversion c, Any? keyed)
    {
        var value = keyed ?? NextArgument();
        if (!"diouxXeEfFgGcrsa".Contains(c.Type, StringComparison.Ordinal) && !(isBytes && c.Type == 'b'))
        {
            var shown = c.Type is >= ' ' and < '\x7f' ? c.Type.ToString() : "?";
            throw new ValueError($"unsupported format character '{(isBytes ? c.Type.ToString() : shown)}' (0x{(int)c.Type:x}) at index {_at - 1}");
        }
        switch (c.Type)
        {
            case 'r' or 'a' when isBytes:
                Append(c, "", Cut(Operators.Ascii(value), c));
                break;
            case 's' or 'b' when isBytes:
                Append(c, "", Cut(BytesText(value), c));
                break;
            case 's':
                Append(c, "", Cut(Operators.Str(value), c));
                break;
            case 'r':
                Append(c, "", Cut(Operators.Repr(value), c));
                break;
            case 'a':
                Append(c, "", Cut(Operators.Ascii(value), c));
                break;
            case 'c':
                Append(c, "", Character(value));
                break;
            case 'd' or 'i' or 'u' or 'o' or 'x' or 'X':
                Integer(c, value);
                break;
            default:
                Float(c, value);
                break;
        }
    }

    private static string Cut(string text, Conversion c) => c.Precision >= 0 && c.Precision < Str.Length(text) ? text[..Str.Offset(text, c.Precision)] : text;

    private static string BytesText(Any value)
    {
        if (value.Ref is PyBytesBase or PyMemoryView)
            return Buffers.ToLatin1(Buffers.Of(value));
        var method = PyType.Of(value).Special("__bytes__");
        if (method.IsUnbound)
            throw new TypeError($"%b requires a bytes-like object, or an object that implements __bytes__, not '{PyType.Of(value).ErrorName}'");
        return Buffers.ToLatin1(Buffers.Of(method.Call(value)));
    }

    private string Character(Any value)
    {
        if (isBytes)
        {
            if (value.Ref is PyBytesBase { Count: 1 } one)
                return ((char)one.At(0)).ToString();
            if (!Operators.IsIndex(value))
                throw new TypeError("%c requires an integer in range(256) or a single byte");
            var octet = Operators.Index(value);
            return octet < 0 || octet > 255 ? throw new OverflowError("%c arg not in range(256)") : ((char)(int)octet).ToString();
        }
        if (PyValueInstance.Unwrap(value).Ref is string s)
            return Str.Length(s) == 1 ? s : throw new TypeError("%c requires int or char");
        if (!Operators.IsIndex(value))
            throw new TypeError("%c requires int or char");
        var code = Operators.Index(value);
        return code < 0 || code > 0x10FFFF ? throw new OverflowError("%c arg not in range(0x110000)") : Str.FromCodePoint((int)code);
    }

    private void Integer(Conversion c, Any value)
    {
        var isHex = c.Type is 'o' or 'x' or 'X';
        PyInt number;
        if (Operators.IsIntLike(value))
            number = Operators.ToInt(value);
        else if (isHex)
            number = Operators.IsIndex(value) ? Operators.Index(value) : throw new TypeError($"%{c.Type} format: an integer is required, not {PyType.Of(value).ErrorName}");
        else
            number = IntType.TryConvert(value, out var converted) ? converted : throw new TypeError($"%{c.Type} format: a real number is required, not {PyType.Of(value).ErrorName}");
        var magnitude = PyInt.Abs(number);
        var digits = c.Type switch
        {
            'o' => magnitude.ToText(8),
            'x' => magnitude.ToText(16),
            'X' => magnitude.ToText(16).ToUpperInvariant(),
            _ => magnitude.ToString(),
        };
        if (c.Precision > digits.Length)
            digits = digits.PadLeft(c.Precision, '0');
        Append(c, Sign(c, number < 0) + (c.Alternate && isHex ? "0" + c.Type : ""), digits);
    }

    private static string Sign(Conversion c, bool negative) => negative ? "-" : c.Plus ? "+" : c.Space ? " " : "";

    private void Float(Conversion c, Any value)
    {
        if (!FloatType.TryConvert(value, out var number))
            throw new TypeError(isBytes ? $"float argument required, not {PyType.Of(value).ErrorName}" : $"must be real number, not {PyType.Of(value).ErrorName}");
        var precision = c.Precision < 0 ? 6 : c.Precision;
        var text = c.Type switch
        {
            'e' or 'E' => FloatText.Exponent(number, precision, c.Alternate, c.Type),
            'f' or 'F' => FloatText.Fixed(number, precision, c.Alternate),
            _ => FloatText.General(number, precision, c.Alternate, c.Type == 'G' ? 'E' : 'e', addDotZero: false),
        };
        if (c.Type is 'E' or 'F' or 'G')
            text = text.ToUpperInvariant();
        var negative = text[0] == '-';
        Append(c, Sign(c, negative), negative ? text[1..] : text);
    }

    private void Append(Conversion c, string sign, string digits)
    {
        if (c.Width > int.MaxValue)
            throw new MemoryError();
        var room = (int)c.Width - Str.Length(digits) - sign.Length;
        if (room <= 0)
            _text.Append(sign).Append(digits);
        else if (c.Left)
            _text.Append(sign).Append(digits).Append(' ', room);
        else if (c.Zero && c.Type is not ('s' or 'r' or 'a' or 'c' or 'b'))
            _text.Append(sign).Append('0', room).Append(digits);
        else
            _text.Append(' ', room).Append(sign).Append(digits);
    }
}
