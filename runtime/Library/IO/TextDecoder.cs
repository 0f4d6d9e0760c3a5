using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Turns bytes that come in parts into text.</summary>
internal abstract class TextDecoder
{
    /// <summary>The decoder of an encoding, of the runtime's own or of one that the program registered.</summary>
    public static TextDecoder Of(string encoding, string errors)
    {
        if (RegisteredCodecs.Find(encoding) is { IsUnbound: false } info && Operators.GetAttr(info, "incrementaldecoder", Any.None) is { IsNone: false } decoder)
            return new ObjectDecoder(decoder.Call(errors));
        return new NativeDecoder(Codecs.Canonical(encoding), errors);
    }

    public abstract string Decode(ReadOnlySpan<byte> data, bool final);

    public abstract void Reset();

    /// <summary>The bytes that are no whole character yet, and what else the decoder remembers, as a number.</summary>
    public abstract (byte[] Pending, PyInt Flags) State { get; set; }
}

/// <summary>A decoder of an encoding of the runtime.</summary>
internal sealed class NativeDecoder(string encoding, string errors) : TextDecoder
{
    private const int Undetermined = 2;
    private byte[] _pending = [];

    /// <summary>Whether the text has begun; the order of bytes is known from there on.</summary>
    private bool _begun;

    private bool _isBig;

    /// <summary>What an encoding with states of its own remembers.</summary>
    private long _state;

    /// <summary>Whether a text without the mark that tells the order of its bytes is refused.</summary>
    public bool RequiresMark { get; set; }

    private bool HasOrder => encoding is "utf-16" or "utf-32";

    public override (byte[] Pending, PyInt Flags) State
    {
        get => (_pending, encoding == "utf-8-sig" ? (_begun ? 0 : 1) : !HasOrder ? _state : !_begun ? Undetermined : _isBig ? 1 : 0);
        set
        {
            _pending = value.Pending;
            _begun = encoding == "utf-8-sig" ? value.Flags == 0 : value.Flags != Undetermined;
            _isBig = HasOrder && value.Flags == 1;
            _state = HasOrder ? 0 : (long)value.Flags;
        }
    }

    public override void Reset() => (_pending, _begun, _isBig, _state) = ([], false, false, 0);

    public override string Decode(ReadOnlySpan<byte> data, bool final)
    {
        if (_pending.Length > 0)
            data = (byte[])[.. _pending, .. data];
        var text = Part(data, final, out var used);
        _pending = data[used..].ToArray();
        return text;
    }

    /// <summary>Decodes what is complete; <paramref name="used"/> is how many bytes that was, and nothing waits.</summary>
    public string Part(ReadOnlySpan<byte> data, bool final, out int used)
    {
        var start = _begun ? 0 : Begin(data, final);
        if (start < 0)
        {
            used = 0;
            return "";
        }
        var text = Codecs.DecodePart(HasOrder ? encoding + (_isBig ? "-be" : "-le") : encoding == "utf-8-sig" ? "utf-8" : encoding, data[start..], errors, final, ref _state, out used);
        used += start;
        return text;
    }

    private UnicodeError NoMark(ReadOnlySpan<byte> data)
    {
        if (encoding == "utf-16")
            return new UnicodeDecodeError(encoding, new PyBytes(data), 0, 2, "Stream does not start with BOM");
        WideCodecs.Decode32(data, 0, "utf-32-le", false, errors, final: false, out _);
        return new UnicodeError("UTF-32 stream does not start with BOM");
    }

    /// <summary>Where the text begins, behind its mark; -1 where too little of it is here to tell.</summary>
    private int Begin(ReadOnlySpan<byte> data, bool final)
    {
        ReadOnlySpan<byte> mark = encoding switch { "utf-8-sig" => [0xef, 0xbb, 0xbf], "utf-16" => [0xff, 0xfe], "utf-32" => [0xff, 0xfe, 0, 0], _ => [] };
        ReadOnlySpan<byte> other = encoding switch { "utf-16" => [0xfe, 0xff], "utf-32" => [0, 0, 0xfe, 0xff], _ => [] };
        if (data.Length < mark.Length && !final && (HasOrder || mark.StartsWith(data)))
            return -1;
        _begun = data.Length > 0 || mark.Length == 0;
        _isBig = other.Length > 0 && data.StartsWith(other);
        if (RequiresMark && HasOrder && _begun && !_isBig && !data.StartsWith(mark))
            throw NoMark(data);
        return _isBig || (mark.Length > 0 && data.StartsWith(mark)) ? mark.Length : 0;
    }
}

/// <summary>A decoder that is an object of the program.</summary>
internal sealed class ObjectDecoder(Any decoder) : TextDecoder
{
    public override (byte[] Pending, PyInt Flags) State
    {
        get => decoder.Invoke("getstate").Ref is PyTuple { Count: 2 } state && state[0].Ref is PyBytesBase pending ? (pending.ToArray(), Operators.Index(state[1])) : throw new TypeError("illegal decoder state");
        set => decoder.Invoke("setstate", PyTuple.Of(new PyBytes(value.Pending), value.Flags));
    }

    public override void Reset() => decoder.Invoke("reset");

    public override string Decode(ReadOnlySpan<byte> data, bool final)
    {
        var text = decoder.Invoke("decode", new PyBytes(data), final);
        return PyValueInstance.Unwrap(text).Ref as string ?? throw new TypeError($"decoder should return a string result, not '{PyType.Of(text).ErrorName}'");
    }
}
