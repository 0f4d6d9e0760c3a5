using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>Percent-encoding and queries. See <see href="https://docs.python.org/3.13/library/urllib.parse.html#url-quoting">URL quoting</see>.</summary>
internal static class UrlQuoting
{
    private static bool IsSafe(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'.' or (byte)'-' or (byte)'~';

    public static Any Quote(Any text, Any safe, Any encoding, Any errors)
    {
        if (PyValueInstance.Unwrap(text).Ref is string s)
            return s.Length == 0 ? text : QuoteBytes(Codecs.Encode(s, encoding.IsNone ? "utf-8" : Operators.Str(encoding), errors.IsNone ? "strict" : Operators.Str(errors)), safe);
        if (!encoding.IsNone)
            throw new TypeError("quote() doesn't support 'encoding' for bytes");
        return errors.IsNone ? QuoteFromBytes(text, safe) : throw new TypeError("quote() doesn't support 'errors' for bytes");
    }

    public static string QuoteFromBytes(Any data, Any safe)
        => data.Ref is PyBytesBase bytes ? QuoteBytes(bytes.Span, safe) : throw new TypeError("quote_from_bytes() expected bytes");

    private static string QuoteBytes(ReadOnlySpan<byte> data, Any safe)
    {
        var allowed = safe.Ref is string text ? text : Buffers.ToLatin1(Buffers.Of(safe));
        var result = new StringBuilder();
        foreach (var b in data)
        {
            if (IsSafe(b) || (b < 128 && allowed.Contains((char)b)))
                result.Append((char)b);
            else
                result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    public static Any QuotePlus(Any text, Any safe, Any encoding, Any errors)
    {
        var hasSpace = PyValueInstance.Unwrap(text).Ref is string s ? s.Contains(' ') : text.Ref is PyBytesBase bytes && bytes.Span.Contains((byte)' ');
        if (!hasSpace)
            return Quote(text, safe, encoding, errors);
        Any more = safe.Ref is string allowed ? allowed + " " : PyBytes.Wrap([.. Buffers.Of(safe), (byte)' ']);
        return Operators.Str(Quote(text, more, encoding, errors)).Replace(' ', '+');
    }

    public static byte[] Unquote(ReadOnlySpan<byte> data)
    {
        var result = new List<byte>();
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] == '%' && i + 2 < data.Length && char.IsAsciiHexDigit((char)data[i + 1]) && char.IsAsciiHexDigit((char)data[i + 2]))
            {
                result.Add(Convert.FromHexString([(char)data[i + 1], (char)data[i + 2]])[0]);
                i += 2;
            }
            else
            {
                result.Add(data[i]);
            }
        }
        return [.. result];
    }

    public static Any UnquoteToBytes(Any text)
        => PyValueInstance.Unwrap(text).Ref is string s ? PyBytes.Wrap(Unquote(Codecs.Encode(s, "utf-8", "strict"))) : PyBytes.Wrap(Unquote(Buffers.Of(text)));

    public static string Unquote(Any text, Any encoding, Any errors)
    {
        var (codec, handler) = (encoding.IsNone ? "utf-8" : Operators.Str(encoding), errors.IsNone ? "replace" : Operators.Str(errors));
        if (text.Ref is PyBytesBase bytes)
            return Codecs.Decode(Unquote(bytes.Span), codec, handler);
        if (PyValueInstance.Unwrap(text).Ref is not string s)
            throw new TypeError($"argument of type '{PyType.Of(text).ErrorName}' is not iterable");
        if (!s.Contains('%'))
            return s;
        var result = new StringBuilder();
        for (var i = 0; i < s.Length;)
        {
            var end = i;
            while (end < s.Length && char.IsAscii(s[end]) == char.IsAscii(s[i]))
                end++;
            result.Append(char.IsAscii(s[i]) ? Codecs.Decode(Unquote(Encoding.ASCII.GetBytes(s[i..end])), codec, handler) : s[i..end]);
            i = end;
        }
        return result.ToString();
    }

    /// <exception cref="ValueError">The query breaks a rule.</exception>
    public static PyList<Any> Parse(Any query, bool keepBlank, bool strict, Any encoding, Any errors, Any most, Any separator)
    {
        if (!separator.Truth || (separator.Ref is not string && separator.Ref is not PyBytesBase))
            throw new ValueError("Separator must be of type string or bytes.");
        var areBytes = query.Truth && query.Ref is PyBytesBase;
        string[] texts = areBytes ? [Buffers.ToLatin1(Buffers.Of(query))] : UrlText.Of(query.IsNone ? "" : query).Texts;
        var divider = separator.Ref as string ?? Buffers.ToLatin1(Buffers.Of(separator));
        var pairs = new PyList<Any>();
        if (texts[0].Length == 0)
            return pairs;
        var fields = texts[0].Split(divider);
        if (!most.IsNone && most < fields.Length)
            throw new ValueError("Max number of fields exceeded");
        foreach (var field in fields)
        {
            if (field.Length == 0 && !strict)
                continue;
            var (name, equals, value) = UrlText.Partition(field, '=');
            if (equals.Length == 0)
            {
                if (strict)
                    throw new ValueError($"bad query field: {Operators.Repr(areBytes ? PyBytes.FromLatin1(field) : field)}");
                if (!keepBlank)
                    continue;
            }
            if (value.Length == 0 && !keepBlank)
                continue;
            Any Read(string part)
                => areBytes ? PyBytes.Wrap(Unquote(Buffers.FromLatin1(part.Replace('+', ' ')))) : Unquote(part.Replace('+', ' '), encoding, errors);
            pairs.Append(PyTuple.Of(Read(name), Read(value)));
        }
        return pairs;
    }

    /// <summary>A query of pairs.</summary>
    /// <exception cref="TypeError">The argument is neither a mapping nor a sequence of pairs.</exception>
    public static string Encode(Any query, bool sequences, Any safe, Any encoding, Any errors, Any quote)
    {
        List<Any> pairs;
        if (!Operators.GetAttr(query, "items", Any.Unbound).IsUnbound)
        {
            pairs = Operators.ToList(query.Invoke("items"));
        }
        else
        {
            if (PyType.Of(query).Lookup("__len__").IsUnbound || (Operators.Len(query) > 0 && (PyType.Of(query).Lookup("__getitem__").IsUnbound || query[0].Ref is not PyTuple)))
                throw new TypeError("not a valid non-string sequence or mapping object");
            pairs = Operators.ToList(query);
        }
        string Text(Any value)
            => Operators.Str(value.Ref is PyBytes ? quote.Call(value, safe) : quote.Call(new Arguments { Operators.Str(value), safe, encoding, errors }));
        var result = new List<string>();
        foreach (var pair in pairs)
        {
            var parts = Operators.Unpack(pair, 2);
            var single = !sequences || parts[1].Ref is PyBytesBase || PyValueInstance.Unwrap(parts[1]).Ref is string || PyType.Of(parts[1]).Lookup("__len__").IsUnbound;
            foreach (var value in single ? [parts[1]] : Operators.ToList(parts[1]))
                result.Add($"{Text(parts[0])}={Text(value)}");
        }
        return string.Join('&', result);
    }
}
