using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary><c>str.format</c>: <see href="https://docs.python.org/3.13/library/string.html#format-string-syntax">format string syntax</see>.</summary>
internal sealed class StrFormat(PyTuple args, Any keywords)
{
    private int _auto;

    public static string Format(string format, PyTuple args, Any keywords) => new StrFormat(args, keywords).Expand(format, 2);

    private string Expand(string format, int depth)
    {
        if (depth < 0)
            throw new ValueError("Max string recursion exceeded");
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
                continue;
            }
            if (i + 1 < format.Length && format[i + 1] == c)
            {
                text.Append(c);
                i++;
                continue;
            }
            if (c == '}')
                throw new ValueError("Single '}' encountered in format string");
            if (i + 1 >= format.Length)
                throw new ValueError("Single '{' encountered in format string");
            text.Append(Field(format, ref i, depth));
        }
        return text.ToString();
    }

    private string Field(string format, ref int i, int depth)
    {
        var start = ++i;
        var brackets = 0;
        while (i < format.Length && (brackets > 0 || format[i] is not ('!' or ':' or '}')))
        {
            if (format[i] == '{')
                throw new ValueError("unexpected '{' in field name");
            brackets += format[i] == '[' ? 1 : format[i] == ']' ? -1 : 0;
            i++;
        }
        if (i >= format.Length)
            throw new ValueError("expected '}' before end of string");
        var name = format[start..i];
        var conversion = '\0';
        if (format[i] == '!')
        {
            if (i + 2 >= format.Length)
                throw new ValueError("unmatched '{' in format spec");
            conversion = format[i + 1];
            i += 2;
            if (format[i] is not (':' or '}'))
                throw new ValueError("expected ':' after conversion specifier");
        }
        var spec = "";
        if (format[i] == ':')
        {
            var from = ++i;
            for (var open = 1; i < format.Length; i++)
            {
                open += format[i] == '{' ? 1 : format[i] == '}' ? -1 : 0;
                if (open == 0)
                    break;
            }
            if (i >= format.Length)
                throw new ValueError("expected '}' before end of string");
            spec = format[from..i];
        }
        var value = Get(name);
        if (spec.Contains('{', StringComparison.Ordinal))
            spec = Expand(spec, depth - 1);
        return conversion switch
        {
            '\0' => Operators.Format(value, spec),
            'r' => Operators.Format(Operators.Repr(value), spec),
            's' => Operators.Format(Operators.Str(value), spec),
            'a' => Operators.Format(Operators.Ascii(value), spec),
            _ => throw new ValueError($"Unknown conversion specifier {conversion}"),
        };
    }

    private Any Get(string name)
    {
        var end = name.AsSpan().IndexOfAny('.', '[');
        var first = end < 0 ? name : name[..end];
        Any value;
        if (first.Length == 0 || first.All(char.IsAsciiDigit))
        {
            if (first.Length == 0 ? _auto < 0 : _auto > 0)
                throw new ValueError(first.Length == 0 ? "cannot switch from manual field specification to automatic field numbering" : "cannot switch from automatic field numbering to manual field specification");
            int index;
            if (first.Length == 0)
            {
                index = _auto++;
            }
            else
            {
                _auto = -1;
                index = int.Parse(first, CultureInfo.InvariantCulture);
            }
            value = index < args.Count ? args[index] : throw new IndexError($"Replacement index {index} out of range for positional args tuple");
        }
        else
        {
            value = Operators.GetItem(keywords, first);
        }
        for (var i = end < 0 ? name.Length : end; i < name.Length;)
        {
            if (name[i] == '.')
            {
                var stop = name.AsSpan(i + 1).IndexOfAny('.', '[');
                var attribute = stop < 0 ? name[(i + 1)..] : name.Substring(i + 1, stop);
                if (attribute.Length == 0)
                    throw new ValueError("Empty attribute in format string");
                value = Operators.GetAttr(value, attribute);
                i = stop < 0 ? name.Length : i + 1 + stop;
            }
            else if (name[i] == '[')
            {
                var close = name.IndexOf(']', i);
                if (close < 0)
                    throw new ValueError("Missing ']' in format string");
                var key = name[(i + 1)..close];
                if (key.Length == 0)
                    throw new ValueError("Empty attribute in format string");
                value = Operators.GetItem(value, key.All(char.IsAsciiDigit) ? PyInt.Parse(key) : (Any)key);
                i = close + 1;
            }
            else
            {
                throw new ValueError("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }
}
