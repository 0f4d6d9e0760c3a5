using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>io.StringIO</c>.</summary>
public sealed class PyStringIO : TextStream
{
    private readonly StringBuilder _text = new();
    private string _newline = "\n";
    private int _position;

    internal void Initialise(string initial, Any newline)
    {
        _newline = newline.IsNone ? "None" : (string)newline.Ref!;
        _text.Clear().Append(_newline == "None" ? initial.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : initial);
        _position = 0;
    }

    protected override PyType BuiltinClass => IOTypes.StringIO;

    /// <inheritdoc/>
    public override bool IsReadable => true;

    /// <inheritdoc/>
    public override bool IsWritable => true;

    /// <inheritdoc/>
    public override bool IsSeekable => true;

    /// <summary><c>f.getvalue()</c>.</summary>
    public string GetValue()
    {
        CheckOpen();
        return _text.ToString();
    }

    /// <inheritdoc/>
    public override void WriteText(string text)
    {
        CheckOpen();
        if (_newline is "\r" or "\r\n")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        else if (_newline == "None")
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (_position > _text.Length)
            _text.Append('\0', _position - _text.Length);
        if (_position < _text.Length)
            _text.Remove(_position, Math.Min(text.Length, _text.Length - _position));
        _text.Insert(_position, text);
        _position += text.Length;
    }

    /// <inheritdoc/>
    public override string ReadText(long size)
    {
        CheckOpen();
        if (_position >= _text.Length)
            return "";
        var length = (int)Math.Min(size < 0 ? long.MaxValue : size, _text.Length - _position);
        var part = _text.ToString(_position, length);
        _position += length;
        return part;
    }

    /// <inheritdoc/>
    public override string ReadLine(long limit)
    {
        CheckOpen();
        var end = _position;
        while (end < _text.Length && (limit < 0 || end - _position < limit))
        {
            var c = _text[end++];
            if (c == '\n' && _newline != "\r")
                break;
            if (c == '\r' && _newline is "\r" or "" && c == '\r' && !(_newline == "" && end < _text.Length && _text[end] == '\n'))
                break;
        }
        return end > _position ? ReadText(end - _position) : "";
    }

    /// <inheritdoc/>
    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (whence is < 0 or > 2)
            throw new ValueError($"Invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && offset < 0)
            throw new ValueError($"Negative seek position {offset}");
        if (whence != 0 && offset != 0)
            throw new OSError("Can't do nonzero cur-relative seeks");
        _position = whence switch { 0 => (int)offset, 1 => _position, _ => _text.Length };
        return _position;
    }

    /// <inheritdoc/>
    public override long Truncate(long? size)
    {
        CheckOpen();
        var length = size ?? _position;
        if (length < 0)
            throw new ValueError($"Negative size value {length}");
        if (length < _text.Length)
            _text.Length = (int)length;
        return length;
    }
}
