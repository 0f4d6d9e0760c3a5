using System.Collections;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>bytes</c> and <c>bytearray</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#binaryseq">binary sequence types</see>.</summary>
public class PyBytes : PyContainer, IPyIterable, IReadOnlyList<byte>, IEquatable<PyBytes>
{
    private byte[] _data;

    /// <summary>Bytes that own the array.</summary>
    public PyBytes(byte[] data)
    {
        _data = data;
        Count = data.Length;
    }

    public static PyBytes Empty { get; } = new([]);

    protected override PyType BuiltinClass => BytesType.Type;

    public int Count { get; private set; }

    public virtual bool IsMutable => false;

    public byte this[int index] => _data[index];

    /// <summary>The bytes of a text of characters below 256.</summary>
    public static PyBytes FromLatin1(string text) => new(Encoding.Latin1.GetBytes(text));

    public ReadOnlySpan<byte> AsSpan() => _data.AsSpan(0, Count);

    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>The bytes of a bytes-like object.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static ReadOnlySpan<byte> Of(Any o) => o.Ref switch
    {
        PyBytes b => b.AsSpan(),
        PyMemoryView m => m.AsSpan(),
        _ => throw new TypeError($"a bytes-like object is required, not '{PyType.Of(o).Name}'"),
    };

    internal static bool IsBytesLike(Any o) => o.Ref is PyBytes or PyMemoryView;

    internal Span<byte> Writable => _data.AsSpan(0, Count);

    /// <summary>Replaces a run of bytes; for mutable ones.</summary>
    internal void Splice(int start, int length, ReadOnlySpan<byte> with)
    {
        var count = Count - length + with.Length;
        var result = count <= _data.Length && with.Length == length ? _data : new byte[Math.Max(count, count + (count >> 3))];
        if (!ReferenceEquals(result, _data))
        {
            _data.AsSpan(0, start).CopyTo(result);
            _data.AsSpan(start + length, Count - start - length).CopyTo(result.AsSpan(start + with.Length));
        }
        with.CopyTo(result.AsSpan(start));
        (_data, Count) = (result, count);
    }

    /// <summary>A new object of the same kind.</summary>
    internal PyBytes Like(byte[] data) => IsMutable ? new PyByteArray(data) : new PyBytes(data);

    public PyIterator GetPyIterator() => new BytesIterator(this);

    public IEnumerator<byte> GetEnumerator() => ((IEnumerable<byte>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public string Repr()
    {
        var quote = AsSpan().Contains((byte)'\'') && !AsSpan().Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder("b").Append(quote);
        foreach (var b in AsSpan())
            text.Append(b switch
            {
                (byte)'\\' => "\\\\",
                (byte)'\n' => "\\n",
                (byte)'\r' => "\\r",
                (byte)'\t' => "\\t",
                _ when b == quote => "\\" + quote,
                >= 0x20 and < 0x7f => SingleCharacters.Of((char)b),
                _ => $"\\x{b:x2}",
            });
        return text.Append(quote).ToString();
    }

    public bool Equals(PyBytes? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is PyBytes other && Equals(other);

    public override int GetHashCode() => SipHash.OfBytes(AsSpan()).GetHashCode();

    private sealed class BytesIterator(PyBytes bytes) : PyIterator
    {
        private static readonly PyType s_type = DeclareType("bytes_iterator");
        private int _next;

        public override PyType Class => s_type;

        public override bool TryNext(out Any value)
        {
            var more = _next < bytes.Count;
            value = more ? bytes[_next++] : default(Any);
            return more;
        }
    }
}

/// <summary>Python's <c>bytearray</c>.</summary>
public sealed class PyByteArray(byte[] data) : PyBytes(data)
{
    protected override PyType BuiltinClass => BytesType.Array;

    public override bool IsMutable => true;
}

/// <summary>Python's <c>memoryview</c> of bytes.</summary>
public sealed class PyMemoryView(PyBytes owner, int start, int length) : PyObject, IPyIterable
{
    public static readonly PyType Type = MemoryViewType();

    public override PyType Class => Type;

    public PyBytes Owner => owner;

    public int Count => length;

    public ReadOnlySpan<byte> AsSpan() => owner.AsSpan().Slice(start, length);

    internal Span<byte> Writable => owner.IsMutable ? owner.Writable.Slice(start, length) : throw new TypeError("cannot modify read-only memory");

    public PyIterator GetPyIterator() => new PyBytes(AsSpan().ToArray()).GetPyIterator();

    private static PyMemoryView Self(Any o) => (PyMemoryView)o.Ref!;

    private static PyType MemoryViewType()
    {
        var type = PyType.Builtin("memoryview");
        type.New("cls, object", static a => a[1].Ref switch
        {
            PyBytes b => new PyMemoryView(b, 0, b.Count),
            PyMemoryView m => m,
            _ => throw new TypeError($"memoryview: a bytes-like object is required, not '{PyType.Of(a[1]).Name}'"),
        });
        return type
            .Property("obj", static o => Self(o).Owner)
            .Property("nbytes", static o => Self(o).Count)
            .Property("itemsize", static _ => 1)
            .Property("format", static _ => "B")
            .Property("readonly", static o => !Self(o).Owner.IsMutable)
            .Method("__len__", static o => Self(o).Count)
            .Method("__getitem__", "self, index, /", static (o, index) => Self(o).Item(index))
            .Method("__setitem__", "self, index, value, /", static (o, index, value) =>
            {
                Self(o).SetItem(index, value);
                return Any.None;
            })
            .Method("__eq__", "self, other, /", static (o, other) => PyBytes.IsBytesLike(other) ? Self(o).AsSpan().SequenceEqual(PyBytes.Of(other)) : Any.NotImplemented)
            .Method("__hash__", static o => SipHash.OfBytes(Self(o).AsSpan()))
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, *args", static (o, _) => Any.None)
            .Method("release", static _ => Any.None)
            .Method("tobytes", static o => new PyBytes(Self(o).AsSpan().ToArray()))
            .Method("tolist", static o => new PyList<Any>(Self(o).AsSpan().ToArray().Select(b => (Any)(long)b)))
            .Method("hex", static o => Convert.ToHexStringLower(Self(o).AsSpan()))
            .Method("__repr__", static o => $"<memory at {Operators.Address(o.Ref!)}>");
    }

    private Any Item(Any index)
    {
        if (index.Ref is PySlice slice)
        {
            var (first, step, count) = slice.Resolve(length);
            if (step == 1)
                return new PyMemoryView(owner, start + (int)first, count);
            var copy = new byte[count];
            for (var i = 0; i < count; i++)
                copy[i] = AsSpan()[(int)(first + (i * step))];
            return new PyMemoryView(new PyBytes(copy), 0, count);
        }
        var at = SequenceRules.IndexOf(index);
        if (at < 0)
            at += length;
        return at >= 0 && at < length ? (long)AsSpan()[(int)at] : throw new IndexError("index out of bounds on dimension 1");
    }

    private void SetItem(Any index, Any value)
    {
        if (index.Ref is PySlice slice)
        {
            var (first, _, count) = slice.Resolve(length);
            var data = PyBytes.Of(value);
            if (data.Length != count)
                throw new ValueError("memoryview assignment: lvalue and rvalue have different structures");
            data.CopyTo(Writable[(int)first..]);
            return;
        }
        var at = SequenceRules.IndexOf(index);
        if (at < 0)
            at += length;
        if (at < 0 || at >= length)
            throw new IndexError("index out of bounds on dimension 1");
        Writable[(int)at] = BytesType.Byte(value, "memoryview: invalid value for format 'B'");
    }
}
