using System.Collections;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>What bytes and bytearray share.</summary>
public abstract class PyBytesBase : PyContainer, IPyIterable, IReadOnlyList<byte>
{
    /// <summary>The content; of a bytearray valid until it changes its size.</summary>
    public abstract ReadOnlySpan<byte> Span { get; }

    /// <summary>The number of bytes.</summary>
    public int Count => Span.Length;

    byte IReadOnlyList<byte>.this[int index] => Span[index];

    /// <summary>A byte at a position that is in range.</summary>
    internal byte At(int index) => Span[index];

    /// <summary>A copy of the content.</summary>
    public byte[] ToArray() => Span.ToArray();

    /// <summary>An object of the same built-in class.</summary>
    internal abstract PyBytesBase Make(byte[] data);

    /// <inheritdoc/>
    public PyIterator GetPyIterator() => new BytesIterator(this);

    public IEnumerator<byte> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return Span[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The literal of the bytes: <c>b'...'</c>.</summary>
    public static string Literal(ReadOnlySpan<byte> data, bool escapesQuote = false)
    {
        var quote = data.IndexOf((byte)'\'') >= 0 && data.IndexOf((byte)'"') < 0 ? '"' : '\'';
        var text = new StringBuilder(data.Length + 3).Append('b').Append(quote);
        foreach (var b in data)
        {
            switch ((char)b)
            {
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case var c when c == quote || (escapesQuote && c == '\''):
                    text.Append('\\').Append(c);
                    break;
                case >= ' ' and < '\x7f' and var c:
                    text.Append(c);
                    break;
                default:
                    text.Append("\\x").Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
                    break;
            }
        }
        return text.Append(quote).ToString();
    }

    /// <summary><c>data.decode(encoding, errors)</c>.</summary>
    public string Decode(string encoding = "utf-8", string errors = "strict") => Codecs.Decode(Span, encoding, errors);

    /// <summary><c>data.startswith(prefix)</c>.</summary>
    public bool StartsWith(PyBytes prefix) => Span.StartsWith(prefix.Span);

    /// <summary><c>data.endswith(suffix)</c>.</summary>
    public bool EndsWith(PyBytes suffix) => Span.EndsWith(suffix.Span);

    /// <summary><c>data.hex()</c>.</summary>
    public string Hex() => Convert.ToHexStringLower(Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PyBytesBase other && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => SipHash.OfBytes(Span).GetHashCode();
}

/// <summary>Python's <c>bytes</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#bytes">bytes</see>.</summary>
public sealed class PyBytes : PyBytesBase, IEquatable<PyBytes>
{
    private readonly byte[] _data;

    public PyBytes(ReadOnlySpan<byte> data) => _data = data.ToArray();

    private PyBytes(byte[] data) => _data = data;

    public static PyBytes Empty { get; } = new([]);

    /// <summary>Bytes that own the array.</summary>
    public static PyBytes Wrap(byte[] data) => new(data);

    /// <summary>Bytes of the codes of a text's characters: a bytes literal.</summary>
    public static PyBytes FromLatin1(string text) => new(Buffers.FromLatin1(text));

    protected override PyType BuiltinClass => BytesType.Type;

    public override ReadOnlySpan<byte> Span => _data;

    internal override PyBytesBase Make(byte[] data) => new PyBytes(data);

    /// <summary><c>b[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public long this[long index]
    {
        get
        {
            if (index < 0)
                index += _data.Length;
            return (ulong)index < (ulong)_data.Length ? _data[index] : throw new IndexError("index out of range");
        }
    }

    /// <summary><c>b[start:stop:step]</c>; bounds are ints or None.</summary>
    public PyBytes Slice(Any start, Any stop, Any step) => new(ByteStrings.Slice(_data, new PySlice(start, stop, step)));

    public static PyBytes operator +(PyBytes a, PyBytes b) => new([.. a._data, .. b._data]);

    public bool Equals(PyBytes? other) => other is not null && _data.AsSpan().SequenceEqual(other._data);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>Iterates bytes as ints.</summary>
internal sealed class BytesIterator(PyBytesBase data) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    private static readonly PyType s_bytes = DeclareType("bytes_iterator").Placed().Hinted();
    private static readonly PyType s_array = DeclareType("bytearray_iterator").Placed().Hinted();
    private int _next;

    public override PyType Class => data is PyBytes ? s_bytes : s_array;

    public Any Left => _next < 0 ? 0 : Math.Max(0, data.Count - _next);

    public PyTuple Reduce() => _next < 0 ? IteratorState.ByIter(PyTuple.Empty) : IteratorState.ByIter(data, _next);

    public void MoveTo(long place)
    {
        if (_next >= 0)
            _next = (int)Math.Clamp(place, 0, data.Count);
    }

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_next < 0 || _next >= data.Count)
        {
            _next = -1;
            return false;
        }
        value = (long)data.At(_next++);
        return true;
    }
}
