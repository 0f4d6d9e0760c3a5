namespace Pytocs.Runtime.Core;

/// <summary>The classes <c>bytes</c> and <c>bytearray</c>.</summary>
public static partial class BytesType
{
    public static readonly PyType Type = Create("bytes", false);

    public static readonly PyType Array = Create("bytearray", true);

    private static PyBytes Self(Any o) => (PyBytes)o.Ref!;

    internal static byte Byte(Any value, string error = "bytes must be in range(0, 256)")
    {
        var number = Operators.Index(value);
        return number >= 0 && number <= 255 ? (byte)(int)number : throw new ValueError(error);
    }

    private static PyType Create(string name, bool mutable)
    {
        var type = PyType.Builtin(name);
        if (mutable)
        {
            type.New(static (cls, _) =>
            {
                var made = new PyByteArray([]);
                made.SetClass(cls);
                return made;
            });
            type.Method("__init__", "self, /, source=b, encoding=, errors='strict'", static a =>
            {
                Self(a[0]).Splice(0, Self(a[0]).Count, Read(a[1], a[2], a[3], "bytearray"));
                return Any.None;
            }, PyBytes.Empty, Any.Unbound);
            Mutation(type);
            type.Attribute("__hash__", Any.None);
        }
        else
        {
            type.New("cls, /, source=b, encoding=, errors='strict'", static a =>
            {
                var made = new PyBytes(Read(a[1], a[2], a[3], "bytes"));
                made.SetClass((PyType)a[0].Ref!);
                return made;
            }, PyBytes.Empty, Any.Unbound);
            type.Allocator = static (cls, arguments) =>
            {
                var made = new PyBytes(arguments.Count > 0 ? Read(arguments[0], Any.Unbound, "strict", "bytes") : []);
                made.SetClass(cls);
                return made;
            };
            type.Method("__hash__", static o => SipHash.OfBytes(Self(o).AsSpan()));
        }
        Items(type);
        Operations(type);
        Methods(type);
        return type;
    }

    private static byte[] Read(Any source, Any encoding, Any errors, string name)
    {
        if (source.Ref is string text)
            return encoding.IsUnbound ? throw new TypeError("string argument without an encoding") : Codecs.Encode(text, StrType.S(encoding), StrType.S(errors));
        if (!encoding.IsUnbound)
            throw new TypeError("encoding without a string argument");
        if (PyBytes.IsBytesLike(source))
            return PyBytes.Of(source).ToArray();
        var hook = source.Ref is IPyObject ? PyType.Of(source).Lookup("__bytes__") : Any.Unbound;
        if (!hook.IsUnbound)
            return PyBytes.Of(hook.Call(source)).ToArray();
        if (Operators.IsIndex(source))
        {
            var count = Operators.Index(source);
            return count >= 0 ? new byte[(int)count] : throw new ValueError("negative count");
        }
        if (!Operators.IsIterable(source))
            throw new TypeError($"cannot convert '{PyType.Of(source).Name}' object to {name}");
        var result = new List<byte>();
        foreach (var item in source)
            result.Add(Operators.IsIndex(item) ? Byte(item, name == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)") : throw new TypeError($"'{PyType.Of(item).Name}' object cannot be interpreted as an integer"));
        return [.. result];
    }

    private static void Items(PyType type) => type
        .Method("__len__", static o => Self(o).Count)
        .Method("__iter__", static o => Self(o).GetPyIterator())
        .Method("__contains__", "self, item, /", static (o, item) => PyBytes.IsBytesLike(item) ? Self(o).AsSpan().IndexOf(PyBytes.Of(item)) >= 0
            : Operators.IsIndex(item) ? Self(o).AsSpan().Contains(Byte(item, "byte must be in range(0, 256)"))
            : throw new TypeError($"a bytes-like object is required, not '{PyType.Of(item).Name}'"))
        .Method("__getitem__", "self, index, /", static (o, index) =>
        {
            var self = Self(o);
            if (index.Ref is PySlice slice)
            {
                var (first, step, count) = slice.Resolve(self.Count);
                var result = new byte[count];
                for (var i = 0; i < count; i++)
                    result[i] = self[(int)(first + (i * step))];
                return self.Like(result);
            }
            if (!Operators.IsIndex(index))
                throw new TypeError($"{(self.IsMutable ? "bytearray" : "byte")} indices must be integers or slices, not {PyType.Of(index).Name}");
            var at = SequenceRules.IndexOf(index);
            if (at < 0)
                at += self.Count;
            return at >= 0 && at < self.Count ? (long)self[(int)at] : throw new IndexError(self.IsMutable ? "bytearray index out of range" : "index out of range");
        })
        .Method("__repr__", static o => Self(o).IsMutable ? $"{PyType.Of(o).Name}({Self(o).Repr()})" : Self(o).Repr())
        .Method("__bytes__", static o => new PyBytes(Self(o).ToArray()));

    private static void Operations(PyType type)
    {
        type.Method("__add__", "self, other, /", static (o, other) => PyBytes.IsBytesLike(other)
                ? Self(o).Like([.. Self(o).AsSpan(), .. PyBytes.Of(other)])
                : throw new TypeError($"can't concat {PyType.Of(other).Name} to {PyType.Of(o).Name}"))
            .Method("__mul__", "self, times, /", static (o, times) => Repeat(Self(o), times))
            .Method("__rmul__", "self, times, /", static (o, times) => Repeat(Self(o), times))
            .Method("__mod__", "self, args, /", static (o, args) => Self(o).Like(Codecs.Encode(BytesFormat.Percent(Codecs.Decode(Self(o).AsSpan(), "latin-1", "strict"), args), "latin-1", "strict")));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => PyBytes.IsBytesLike(other) ? SequenceRules.Holds(op, Self(o).AsSpan().SequenceCompareTo(PyBytes.Of(other))) : Any.NotImplemented);
    }

    private static Any Repeat(PyBytes self, Any times)
    {
        if (!Operators.IsIndex(times))
            throw new TypeError($"can't multiply sequence by non-int of type '{PyType.Of(times).Name}'");
        var result = new byte[SequenceRules.RepeatedLength(self.Count, SequenceRules.Times(times))];
        for (var i = 0; i < result.Length; i += self.Count)
            self.AsSpan().CopyTo(result.AsSpan(i));
        return self.Like(result);
    }

    private static void Mutation(PyType type) => type
        .Method("append", "self, item, /", static (o, item) => Change(o, Self(o).Count, 0, [Byte(item, "byte must be in range(0, 256)")]))
        .Method("extend", "self, items, /", static (o, items) => Change(o, Self(o).Count, 0, Read(items, Any.Unbound, "strict", "bytearray")))
        .Method("__iadd__", "self, other, /", static (o, other) =>
        {
            Change(o, Self(o).Count, 0, PyBytes.Of(other));
            return o;
        })
        .Method("insert", "self, index, item, /", static (o, index, item) => Change(o, SequenceRules.Clamp(SequenceRules.IndexOf(index), Self(o).Count), 0, [Byte(item)]))
        .Method("pop", "self, index=-1, /", static (o, index) =>
        {
            if (Self(o).Count == 0)
                throw new IndexError("pop from empty bytearray");
            var at = SequenceRules.IndexOf(index);
            at = at < 0 ? at + Self(o).Count : at;
            if (at < 0 || at >= Self(o).Count)
                throw new IndexError("pop index out of range");
            Any value = (long)Self(o)[(int)at];
            Self(o).Splice((int)at, 1, []);
            return value;
        })
        .Method("clear", static o => Change(o, 0, Self(o).Count, []))
        .Method("reverse", static o =>
        {
            Self(o).Writable.Reverse();
            return Any.None;
        })
        .Method("copy", static o => new PyByteArray(Self(o).ToArray()))
        .Method("__setitem__", "self, index, value, /", static (o, index, value) =>
        {
            if (index.Ref is PySlice slice)
            {
                var (first, step, count) = slice.Resolve(Self(o).Count);
                var data = Read(value, Any.Unbound, "strict", "bytearray");
                if (step == 1)
                    return Change(o, (int)first, count, data);
                if (data.Length != count)
                    throw new ValueError($"attempt to assign bytes of size {data.Length} to extended slice of size {count}");
                for (var i = 0; i < count; i++)
                    Self(o).Writable[(int)(first + (i * step))] = data[i];
                return Any.None;
            }
            var at = SequenceRules.IndexOf(index);
            at = at < 0 ? at + Self(o).Count : at;
            if (at < 0 || at >= Self(o).Count)
                throw new IndexError("bytearray index out of range");
            Self(o).Writable[(int)at] = Byte(value, "byte must be in range(0, 256)");
            return Any.None;
        })
        .Method("__delitem__", "self, index, /", static (o, index) =>
        {
            if (index.Ref is PySlice slice)
            {
                var (first, step, count) = slice.Resolve(Self(o).Count);
                if (step == 1)
                    return Change(o, (int)first, count, []);
                var gone = Enumerable.Range(0, count).Select(i => (int)(first + (i * step))).ToHashSet();
                var kept = Self(o).ToArray().Where((_, i) => !gone.Contains(i)).ToArray();
                return Change(o, 0, Self(o).Count, kept);
            }
            var at = SequenceRules.IndexOf(index);
            at = at < 0 ? at + Self(o).Count : at;
            if (at < 0 || at >= Self(o).Count)
                throw new IndexError("bytearray index out of range");
            return Change(o, (int)at, 1, []);
        });

    private static Any Change(Any o, int start, int length, ReadOnlySpan<byte> with)
    {
        Self(o).Splice(start, length, with.ToArray());
        return Any.None;
    }
}

/// <summary>printf-style formatting of bytes, carried out on their Latin-1 text.</summary>
internal static class BytesFormat
{
    public static string Percent(string format, Any args)
    {
        Any Convert(Any a) => PyBytes.IsBytesLike(a) ? Codecs.Decode(PyBytes.Of(a), "latin-1", "strict") : a;
        return TextFormat.Percent(format.Replace("%b", "%s", StringComparison.Ordinal), args.Ref is PyTuple t ? new PyTuple([.. t.Select(Convert)]) : Convert(args));
    }
}
