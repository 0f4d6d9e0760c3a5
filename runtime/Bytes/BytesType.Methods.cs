using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Methods that bytes share with str, carried out on Latin-1 text, where one char is one byte.</summary>
public static partial class BytesType
{
    private static string T(Any o) => Encoding.Latin1.GetString(PyBytes.Of(o));

    private static Any B(Any self, string text) => Self(self).Like(Encoding.Latin1.GetBytes(text));

    private static Any List(Any self, IEnumerable<string> parts) => new PyList<Any>(parts.Select(p => B(self, p)));

    private static string? Characters(Any o) => o.IsNone ? "\t\n\v\f\r " : T(o);

    private static string Part(Any o) => Operators.IsIntLike(o) ? ((char)Byte(o, "byte must be in range(0, 256)")).ToString() : T(o);

    private static void Methods(PyType type)
    {
        type.Method("decode", "self, /, encoding='utf-8', errors='strict'", static (o, encoding, errors) => Codecs.Decode(PyBytes.Of(o), StrType.S(encoding), StrType.S(errors)))
            .Method("hex", "self, sep=None, bytes_per_sep=1", static (o, sep, group) => Hex(o, sep, (int)Operators.Index(group)))
            .ClassMethod("fromhex", "cls, string, /", static a => FromHex((PyType)a[0].Ref!, StrType.S(a[1])))
            .Method("join", "self, iterable, /", static (o, items) => Join(o, items))
            .Method("split", "self, /, sep=None, maxsplit=-1", static (o, sep, max) => List(o, sep.IsNone ? AsciiSplit(T(o), (long)Operators.Index(max)) : Str.Split(T(o), T(sep), (long)Operators.Index(max))))
            .Method("rsplit", "self, /, sep=None, maxsplit=-1", static (o, sep, max) => List(o, Str.RSplit(T(o), sep.IsNone ? null : T(sep), (long)Operators.Index(max))))
            .Method("splitlines", "self, /, keepends=False", static (o, keep) => List(o, Lines(T(o), keep.Truth)))
            .Method("partition", "self, sep, /", static (o, sep) => new PyTuple([.. Str.Partition(T(o), T(sep)).Select(p => B(o, p))]))
            .Method("rpartition", "self, sep, /", static (o, sep) => new PyTuple([.. Str.RPartition(T(o), T(sep)).Select(p => B(o, p))]))
            .Method("strip", "self, bytes=None, /", static (o, chars) => B(o, Str.Strip(T(o), Characters(chars))))
            .Method("lstrip", "self, bytes=None, /", static (o, chars) => B(o, Str.LStrip(T(o), Characters(chars))))
            .Method("rstrip", "self, bytes=None, /", static (o, chars) => B(o, Str.RStrip(T(o), Characters(chars))))
            .Method("replace", "self, old, new, count=-1, /", static a => B(a[0], Str.Replace(T(a[0]), T(a[1]), T(a[2]), (long)Operators.Index(a[3]))))
            .Method("find", "self, sub, start=None, end=None, /", static a => Str.Find(T(a[0]), Part(a[1]), a[2], a[3]))
            .Method("rfind", "self, sub, start=None, end=None, /", static a => Str.RFind(T(a[0]), Part(a[1]), a[2], a[3]))
            .Method("index", "self, sub, start=None, end=None, /", static a => Str.Find(T(a[0]), Part(a[1]), a[2], a[3]) is >= 0 and var at ? at : throw new ValueError("subsection not found"))
            .Method("count", "self, sub, start=None, end=None, /", static a => Str.Count(T(a[0]), Part(a[1]), a[2], a[3]))
            .Method("startswith", "self, prefix, start=None, end=None, /", static a => Str.StartsWith(T(a[0]), Texts(a[1]), a[2], a[3]))
            .Method("endswith", "self, suffix, start=None, end=None, /", static a => Str.EndsWith(T(a[0]), Texts(a[1]), a[2], a[3]))
            .Method("removeprefix", "self, prefix, /", static (o, p) => B(o, T(o).StartsWith(T(p), StringComparison.Ordinal) ? T(o)[T(p).Length..] : T(o)))
            .Method("removesuffix", "self, suffix, /", static (o, p) => B(o, T(p).Length > 0 && T(o).EndsWith(T(p), StringComparison.Ordinal) ? T(o)[..^T(p).Length] : T(o)))
            .Method("center", "self, width, fillbyte=' ', /", static (o, w, f) => B(o, Str.Center(T(o), (long)Operators.Index(w), f.Ref as string ?? T(f))))
            .Method("ljust", "self, width, fillbyte=' ', /", static (o, w, f) => B(o, Str.LJust(T(o), (long)Operators.Index(w), f.Ref as string ?? T(f))))
            .Method("rjust", "self, width, fillbyte=' ', /", static (o, w, f) => B(o, Str.RJust(T(o), (long)Operators.Index(w), f.Ref as string ?? T(f))))
            .Method("zfill", "self, width, /", static (o, w) => B(o, Str.ZFill(T(o), (long)Operators.Index(w))))
            .Method("upper", static o => B(o, Ascii(T(o), char.ToUpperInvariant)))
            .Method("lower", static o => B(o, Ascii(T(o), char.ToLowerInvariant)))
            .Method("isdigit", static o => Self(o).Count > 0 && T(o).All(char.IsAsciiDigit))
            .Method("isalpha", static o => Self(o).Count > 0 && T(o).All(char.IsAsciiLetter))
            .Method("isalnum", static o => Self(o).Count > 0 && T(o).All(char.IsAsciiLetterOrDigit))
            .Method("isspace", static o => Self(o).Count > 0 && T(o).All(c => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f'))
            .Method("isascii", static o => System.Text.Ascii.IsValid(PyBytes.Of(o)))
            .Method("translate", "self, table, /, delete=b", static a =>
            {
                var delete = PyBytes.Of(a[2]).ToArray();
                var kept = PyBytes.Of(a[0]).ToArray().Where(b => !delete.Contains(b));
                if (!a[1].IsNone)
                {
                    var table = PyBytes.Of(a[1]).ToArray();
                    kept = kept.Select(b => table[b]);
                }
                return Self(a[0]).Like([.. kept]);
            }, PyBytes.Empty);
    }

    private static string Ascii(string text, Func<char, char> convert) => string.Concat(text.Select(c => c < 128 ? convert(c) : c));

    private static Any Texts(Any o) => o.Ref is PyTuple many ? new PyTuple([.. many.Select(m => (Any)T(m))]) : PyBytes.IsBytesLike(o) ? T(o) : throw new TypeError($"startswith first arg must be bytes or a tuple of bytes, not {PyType.Of(o).Name}");

    private static List<string> AsciiSplit(string text, long max) => Str.Split(text, null, max);

    private static IEnumerable<string> Lines(string text, bool keep)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            var end = i;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            yield return text[start..(keep ? i + 1 : end)];
            start = i + 1;
        }
        if (start < text.Length)
            yield return text[start..];
    }

    private static Any Join(Any self, Any items)
    {
        var text = new List<byte>();
        var index = 0;
        foreach (var item in items)
        {
            if (!PyBytes.IsBytesLike(item))
                throw new TypeError($"sequence item {index}: expected a bytes-like object, {PyType.Of(item).Name} found");
            if (index++ > 0)
                text.AddRange(Self(self).AsSpan());
            text.AddRange(PyBytes.Of(item));
        }
        return Self(self).Like([.. text]);
    }

    private static string Hex(Any o, Any separator, int group)
    {
        var text = Convert.ToHexStringLower(PyBytes.Of(o));
        if (separator.IsNone || group == 0)
            return text;
        var sep = separator.Ref as string ?? T(separator);
        var count = text.Length / 2;
        var size = Math.Abs(group);
        var result = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && (group > 0 ? (count - i) % size == 0 : i % size == 0))
                result.Append(sep);
            result.Append(text, i * 2, 2);
        }
        return result.ToString();
    }

    private static Any FromHex(PyType cls, string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            if (!char.IsAsciiHexDigit(text[i]) || i + 1 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]))
                throw new ValueError($"non-hexadecimal number found in fromhex() arg at position {(char.IsAsciiHexDigit(text[i]) ? i + 1 : i)}");
            bytes.Add(Convert.ToByte(text.Substring(i++, 2), 16));
        }
        return ReferenceEquals(cls, Array) ? new PyByteArray([.. bytes]) : new PyBytes([.. bytes]);
    }
}
