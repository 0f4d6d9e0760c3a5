namespace Pytocs.Runtime.Core;

/// <summary>Writing: a text is encoded at once, and waits until there are enough bytes.</summary>
public sealed partial class TextFile
{
    /// <summary>Those in which a text waits.</summary>
    private static readonly HashSet<TextFile> s_waiting = [];

    private readonly MemoryStream _pending = new();

    /// <summary>An encoder of the program; unbound where the encoding is the runtime's own.</summary>
    private Any _encoder = Any.Unbound;

    /// <summary>What the runtime's own encoder remembers between two texts.</summary>
    private long _encoderState;

    /// <summary>Encodings with a byte order mark write it once, at the start.</summary>
    private bool _atStart;

    private void PrepareEncoder()
    {
        _encoder = Any.Unbound;
        _encoderState = 0;
        _atStart = true;
        if (!Binary.IsWritable)
            return;
        if (RegisteredCodecs.Find(_encoding) is { IsUnbound: false } info && Operators.GetAttr(info, "incrementalencoder", Any.None) is { IsNone: false } encoder)
            _encoder = encoder.Call(_errors);
        if (Binary.IsSeekable && Binary.Tell() != 0)
            StartEncoder(false);
    }

    private void StartEncoder(bool atStart)
    {
        _atStart = atStart;
        if (_encoder.IsUnbound)
            return;
        if (atStart)
            _encoder.Invoke("reset");
        else
            _encoder.Invoke("setstate", 0);
    }

    private byte[] Encode(string text)
    {
        if (!_encoder.IsUnbound)
        {
            var data = _encoder.Invoke("encode", text);
            return data.Ref is PyBytes bytes ? bytes.ToArray() : throw new TypeError($"encoder should return a bytes object, not '{PyType.Of(data).ErrorName}'");
        }
        var name = Codecs.Canonical(_encoding);
        if (!_atStart && name is "utf-16" or "utf-32" or "utf-8-sig")
            name = name == "utf-8-sig" ? "utf-8" : name + "-le";
        var encoded = Codecs.EncodePart(name, text, _errors, final: false, ref _encoderState);
        _atStart = false;
        return encoded;
    }

    /// <inheritdoc/>
    public override void WriteText(string text)
    {
        CheckOpen();
        if (!Binary.IsWritable)
            throw new UnsupportedOperation("not writable");
        var flush = LineBuffering && text.AsSpan().ContainsAny('\n', '\r');
        if (_newline is "\r" or "\r\n")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        var data = Encode(text);
        if (_pending.Length > 0 && _pending.Length + data.Length > ChunkSize)
            WriteOut();
        if (_pending.Length == 0)
        {
            lock (s_waiting)
                s_waiting.Add(this);
        }
        _pending.Write(data);
        if (_pending.Length >= ChunkSize || flush || WriteThrough)
            WriteOut();
        if (flush)
            Binary.Flush();
        if (_hasRead)
        {
            Forget();
            _decoder?.Reset();
        }
    }

    /// <summary>Gives what waits to the stream underneath.</summary>
    private void WriteOut()
    {
        if (_pending.Length == 0)
            return;
        lock (s_waiting)
            s_waiting.Remove(this);
        var data = _pending.ToArray();
        _pending.SetLength(0);
        Binary.Write(data);
    }

    /// <summary>Gives what waits anywhere to the streams underneath; see <see cref="DiskFile.FlushPending"/>.</summary>
    internal static void WriteOutAll()
    {
        TextFile[] waiting;
        lock (s_waiting)
            waiting = [.. s_waiting];
        foreach (var file in waiting)
            file.WriteOut();
    }
}
