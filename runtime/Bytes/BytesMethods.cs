namespace Pytocs.Runtime.Core;

/// <summary>The methods that bytes and bytearray share. See <see href="https://docs.python.org/3.13/library/stdtypes.html#bytes-and-bytearray-operations">operations</see>.</summary>
internal static class BytesMethods
{
    private static PyBytesBase Self(Any o) => (PyBytesBase)o.Ref!;

    private static Any Make(Any self, byte[] data) => Self(self).Make(data);

    /// <summary>What a method gives that may find nothing to change: of bytes then the very object.</summary>
    private static Any Kept(Any self, byte[] data)
        => ReferenceEquals(PyType.Of(self), BytesType.Type) && Self(self).Span.SequenceEqual(data) ? self : Make(self, data);

    private static Any List(Any self, IEnumerable<byte[]> parts) => new PyList<Any>(parts.Select(p => Make(self, p)));

    public static void Declare(PyType type)
    {
        Sequence(type);
        Search(type);
        Cutting(type);
        Layout(type);
        Classify(type);
        type.Method("decode", "self, encoding='utf-8', errors='strict'", static (self, encoding, errors) => Codecs.Decode(Self(self).Span, Operators.Str(encoding), Operators.Str(errors)))
            .Method("hex", "self, sep=, bytes_per_sep=1", static a => ByteStrings.Hex(Self(a[0]).Span, a[1], SequenceRules.Times(a[2])), Any.Unbound);
        type.ClassMethod("fromhex", "cls, string, /", static a =>
        {
            if (a[1].Ref is not string text)
                throw new TypeError($"fromhex() argument must be str, not {Library.Lib.Given(a[1])}");
            return ((PyType)a[0].Ref!).Call(PyBytes.Wrap(ByteStrings.FromHex(text)));
        });
        type.StaticMethod("maketrans", "frm, to, /", static a =>
        {
            var from = Buffers.Of(a[0]);
            var to = Buffers.Of(a[1]);
            if (from.Length != to.Length)
                throw new ValueError("maketrans arguments must have same length");
            var table = new byte[256];
            for (var i = 0; i < 256; i++)
                table[i] = (byte)i;
            for (var i = 0; i < from.Length; i++)
                table[from[i]] = to[i];
            return PyBytes.Wrap(table);
        });
    }

    private static void Sequence(PyType type)
    {
        var name = type.Name;
        type.Method("__len__", static self => Self(self).Count)
            .Method("__iter__", static self => new BytesIterator(Self(self)))
            .Method("__contains__", "self, key, /", static (self, key) => Operators.IsIndex(key)
                ? Self(self).Span.Contains(Buffers.Octet(key))
                : PatternSearch.IndexOf(Self(self).Span, Buffers.Of(key)) >= 0)
            .Method("__add__", "self, other, /", (self, other) => (other.Ref is PyBytesBase || !ReferenceEquals(type, BytesType.Type)) && Buffers.TryOf(other, out var data)
                ? Make(self, [.. Self(self).Span, .. data])
                : throw new TypeError($"can't concat {PyType.Of(other).ErrorName} to {name}"))
            .Method("__mul__", "self, value, /", static (self, times) => Repeat(self, times))
            .Method("__rmul__", "self, value, /", static (self, times) => Repeat(self, times))
            .Method("__rmod__", "self, value, /", static (self, format) => format.Ref is PyBytesBase text ? Make(format, TextFormat.Percent(text.Span, self)) : Any.NotImplemented)
            .Method("__mod__", "self, args, /", static (self, args) => Make(self, TextFormat.Percent(Self(self).Span, args)));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => (other.Ref is PyBytesBase || !ReferenceEquals(type, BytesType.Type)) && Buffers.TryOf(other, out var data)
                ? SequenceRules.Holds(op, Self(self).Span.SequenceCompareTo(data))
                : Any.NotImplemented);
    }

    private static Any Repeat(Any self, Any times)
    {
        var data = Self(self).Span;
        var count = SequenceRules.Times(times);
        if (self.Ref is PyBytes && data.Length > 0 && count > long.MaxValue / data.Length)
            throw new OverflowError("repeated bytes are too long");
        var result = new byte[SequenceRules.RepeatedLength(data.Length, count)];
        for (var i = 0; i < result.Length; i += data.Length)
            data.CopyTo(result.AsSpan(i));
        return Make(self, result);
    }

    private static ReadOnlySpan<byte> Needle(Any part)
    {
        if (Operators.IsIndex(part))
            return (byte[])[Buffers.Octet(part)];
        return Buffers.TryOf(part, out var data) ? data : throw new TypeError($"argument should be integer or bytes-like object, not '{PyType.Of(part).ErrorName}'");
    }

    private static int Find(Any[] a, bool last)
    {
        var data = Self(a[0]).Span;
        var part = Needle(a[1]);
        var start = SequenceRules.Bound(a[2]) ?? 0;
        start = start < 0 ? Math.Max(0, start + data.Length) : start;
        var stop = SequenceRules.Clamp(SequenceRules.Bound(a[3]) ?? long.MaxValue, data.Length);
        if (start > stop)
            return -1;
        var window = data[(int)start..stop];
        var at = last ? PatternSearch.LastIndexOf(window, part) : PatternSearch.IndexOf(window, part);
        if (last && part.Length == 0)
            at = window.Length;
        return at < 0 ? -1 : at + (int)start;
    }

    private static Any Found(int at) => at >= 0 ? at : throw new ValueError("subsection not found");

    private static int Count(Any[] a)
    {
        var data = Self(a[0]).Span;
        var part = Needle(a[1]);
        var start = SequenceRules.Bound(a[2]) ?? 0;
        start = start < 0 ? Math.Max(0, start + data.Length) : start;
        var stop = SequenceRules.Clamp(SequenceRules.Bound(a[3]) ?? long.MaxValue, data.Length);
        if (start > stop)
            return 0;
        var window = data[(int)start..stop];
        if (part.Length == 0)
            return window.Length + 1;
        var count = 0;
        for (; PatternSearch.IndexOf(window, part) is >= 0 and var at; window = window[(at + part.Length)..])
            count++;
        return count;
    }

    private static bool Fits(Any[] a, string method, bool end)
    {
        var data = Self(a[0]).Span;
        var start = SequenceRules.Bound(a[2]) ?? 0;
        start = start < 0 ? Math.Max(0, start + data.Length) : start;
        var stop = SequenceRules.Clamp(SequenceRules.Bound(a[3]) ?? long.MaxValue, data.Length);
        var options = a[1].Ref is PyTuple tuple ? tuple.ToArray() : [a[1]];
        foreach (var option in options)
        {
            if (!Buffers.TryOf(option, out var part))
                throw new TypeError(a[1].Ref is PyTuple ? $"a bytes-like object is required, not '{PyType.Of(option).ErrorName}'"
                    : $"{method} first arg must be bytes or a tuple of bytes, not {PyType.Of(option).ErrorName}");
            if (start <= stop && (end ? data[(int)start..stop].EndsWith(part) : data[(int)start..stop].StartsWith(part)))
                return true;
        }
        return false;
    }

    private static void Search(PyType type) => type
        .Method("find", "self, sub, start=None, end=None, /", static a => Find(a, false))
        .Method("rfind", "self, sub, start=None, end=None, /", static a => Find(a, true))
        .Method("index", "self, sub, start=None, end=None, /", static a => Found(Find(a, false)))
        .Method("rindex", "self, sub, start=None, end=None, /", static a => Found(Find(a, true)))
        .Method("count", "self, sub, start=None, end=None, /", static a => Count(a))
        .Method("startswith", "self, prefix, start=None, end=None, /", static a => Fits(a, "startswith", false))
        .Method("endswith", "self, suffix, start=None, end=None, /", static a => Fits(a, "endswith", true))
        .Method("removeprefix", "self, prefix, /", static (self, prefix) => Kept(self, Self(self).Span.StartsWith(Buffers.Of(prefix)) ? Self(self).Span[Buffers.Of(prefix).Length..].ToArray() : Self(self).ToArray()))
        .Method("removesuffix", "self, suffix, /", static (self, suffix) => Kept(self, Self(self).Span.EndsWith(Buffers.Of(suffix)) ? Self(self).Span[..^Buffers.Of(suffix).Length].ToArray() : Self(self).ToArray()))
        .Method("replace", "self, old, new, count=-1, /", static a => Kept(a[0], ByteStrings.Replace(Self(a[0]).Span, Buffers.Of(a[1]), Buffers.Of(a[2]), SequenceRules.IndexOf(a[3]))));

    private static void Cutting(PyType type) => type
        .Method("split", "self, sep=None, maxsplit=-1", static (self, sep, limit) => List(self, ByteStrings.Split(Self(self).Span, sep, SequenceRules.SizeOf(limit))))
        .Method("rsplit", "self, sep=None, maxsplit=-1", static (self, sep, limit) => List(self, ByteStrings.RSplit(Self(self).Span, sep, SequenceRules.SizeOf(limit))))
        .Method("splitlines", "self, keepends=False", static (self, keep) => List(self, ByteStrings.SplitLines(Self(self).Span, keep.Truth)))
        .Method("partition", "self, sep, /", static (self, sep) => new PyTuple([.. ByteStrings.Partition(Self(self).Span, sep, false).Select(p => Make(self, p))]))
        .Method("rpartition", "self, sep, /", static (self, sep) => new PyTuple([.. ByteStrings.Partition(Self(self).Span, sep, true).Select(p => Make(self, p))]))
        .Method("strip", "self, bytes=None, /", static (self, set) => Kept(self, ByteStrings.Strip(Self(self).Span, set, true, true)))
        .Method("lstrip", "self, bytes=None, /", static (self, set) => Kept(self, ByteStrings.Strip(Self(self).Span, set, true, false)))
        .Method("rstrip", "self, bytes=None, /", static (self, set) => Kept(self, ByteStrings.Strip(Self(self).Span, set, false, true)))
        .Method("join", "self, iterable, /", static (self, items) => Join(self, items))
        .Method("translate", "self, table, /, delete=", static a => Translate(a), PyBytes.Empty);

    private static Any Join(Any self, Any items)
    {
        // The items are looked for while the separator is held.
        var held = (self.Ref as PyByteArray)?.Export() ?? new BufferExport();
        List<Any> parts;
        held.Views++;
        try
        {
            parts = Operators.ToList(items);
        }
        finally
        {
            held.Views--;
        }
        var output = new List<byte>();
        var index = 0;
        foreach (var item in parts)
        {
            if (!Buffers.TryOf(item, out var part))
                throw new TypeError($"sequence item {index}: expected a bytes-like object, {PyType.Of(item).ErrorName} found");
            if (index++ > 0)
                output.AddRange(Self(self).Span);
            output.AddRange(part);
        }
        return Make(self, [.. output]);
    }

    private static Any Translate(Any[] a)
    {
        var table = a[1].IsNone ? default : Buffers.Of(a[1]);
        if (!a[1].IsNone && table.Length != 256)
            throw new ValueError("translation table must be 256 characters long");
        var drop = Buffers.Of(a[2]);
        var output = new List<byte>();
        foreach (var b in Self(a[0]).Span)
            if (!drop.Contains(b))
                output.Add(a[1].IsNone ? b : table[b]);
        return Make(a[0], [.. output]);
    }

    private static byte Fill(Any fill, string method) => fill.Ref is PyBytesBase { Count: 1 } one ? one.At(0)
        : throw new TypeError($"{method}() argument 2 must be a byte string of length 1, not {PyType.Of(fill).ErrorName}");

    private static Any Pad(Any[] a, string method, Func<int, int, int> left)
    {
        var data = Self(a[0]).Span;
        var width = (int)SequenceRules.IndexOf(a[1]);
        var fill = Fill(a[2], method);
        if (width <= data.Length)
            return Make(a[0], data.ToArray());
        var result = new byte[width];
        result.AsSpan().Fill(fill);
        data.CopyTo(result.AsSpan(left(width - data.Length, width)));
        return Make(a[0], result);
    }

    private static void Layout(PyType type)
    {
        Any space = PyBytes.FromLatin1(" ");
        type.Method("center", "self, width, fillchar=, /", static a => Pad(a, "center", static (room, width) => (room / 2) + (room & width & 1)), space)
            .Method("ljust", "self, width, fillchar=, /", static a => Pad(a, "ljust", static (_, _) => 0), space)
            .Method("rjust", "self, width, fillchar=, /", static a => Pad(a, "rjust", static (room, _) => room), space)
            .Method("zfill", "self, width, /", static (self, width) => Kept(self, Buffers.FromLatin1(Str.ZFill(Buffers.ToLatin1(Self(self).Span), SequenceRules.IndexOf(width)))))
            .Method("expandtabs", "self, tabsize=8", static (self, size) => Make(self, Buffers.FromLatin1(Str.ExpandTabs(Buffers.ToLatin1(Self(self).Span), SequenceRules.IndexOf(size)))))
            .Method("upper", static self => Make(self, ByteStrings.Map(Self(self).Span, char.ToUpperInvariant)))
            .Method("lower", static self => Make(self, ByteStrings.Map(Self(self).Span, char.ToLowerInvariant)))
            .Method("swapcase", static self => Make(self, ByteStrings.Map(Self(self).Span, static c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))))
            .Method("title", static self => Make(self, ByteStrings.Title(Self(self).Span)))
            .Method("capitalize", static self =>
            {
                var data = ByteStrings.Map(Self(self).Span, char.ToLowerInvariant);
                if (data.Length > 0 && data[0] < 0x80)
                    data[0] = (byte)char.ToUpperInvariant((char)data[0]);
                return Make(self, data);
            });
    }

    private static bool All(Any self, Func<char, bool> test) => Self(self).Count > 0 && Self(self).All(b => test((char)b));

    private static void Classify(PyType type) => type
        .Method("isalpha", static self => All(self, char.IsAsciiLetter))
        .Method("isalnum", static self => All(self, char.IsAsciiLetterOrDigit))
        .Method("isdigit", static self => All(self, char.IsAsciiDigit))
        .Method("isspace", static self => All(self, static c => ByteStrings.IsSpace((byte)c)))
        .Method("isascii", static self => Self(self).All(static b => b < 0x80))
        .Method("isupper", static self => Self(self).Any(static b => char.IsAsciiLetterUpper((char)b)) && !Self(self).Any(static b => char.IsAsciiLetterLower((char)b)))
        .Method("islower", static self => Self(self).Any(static b => char.IsAsciiLetterLower((char)b)) && !Self(self).Any(static b => char.IsAsciiLetterUpper((char)b)))
        .Method("istitle", static self => Str.IsTitle(new string([.. Self(self).Select(static b => b < 0x80 ? (char)b : ' ')])));
}
