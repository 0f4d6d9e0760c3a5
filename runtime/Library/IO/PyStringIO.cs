using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>io.StringIO</c>.</summary>
public sealed class PyStringIO : TextStream
{
    private readonly StringBuilder _text = new();
    private string _newline = "\n";
    private int _position;

    private bool _isAstral;
    private readonly HashSet<string> _seen = [];

    internal void Initialise(string initial, Any newline)
    {
        if (!newline.IsNone && PyValueInstance.Unwrap(newline).Ref is not string)
            throw new TypeError($"newline must be str or None, not {PyType.Of(newline).ErrorName}");
        var given = newline.IsNone ? "None" : StrType.Self(newline);
        if (given is not ("None" or "" or "\n" or "\r" or "\r\n"))
            throw new ValueError($"illegal newline value: {Operators.Repr(newline)}");
        _newline = given;
        _text.Clear();
        _seen.Clear();
        (_position, _isAstral) = (0, false);
        WriteText(initial);
        _position = 0;
    }

    private protected override string ClosedText(string operation) => "I/O operation on closed file";

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <summary>The ends of lines that were written, where it tells them apart: <c>f.newlines</c>.</summary>
    internal Any NewLines
    {
        get
        {
            CheckOpen();
            var seen = ((string[])["\r", "\n", "\r\n"]).Where(_seen.Contains).Select(static n => (Any)n).ToArray();
            return seen.Length switch { 0 => Any.None, 1 => seen[0], _ => new PyTuple(seen) };
        }
    }

    /// <summary>What pickles hold: text, ends of lines, position, attributes.</summary>
    internal PyTuple State()
    {
        CheckOpen();
        return PyTuple.Of(_text.ToString(), _newline == "None" ? Any.None : _newline, Tell(), InstanceDict(create: false) is { Count: > 0 } own ? own.Copy() : Any.None);
    }

    internal void Restore(Any state)
    {
        if (state.Ref is not PyTuple { Count: >= 4 } parts)
            throw new TypeError($"{Class.FullName}.__setstate__ argument should be 4-tuple, got {PyType.Of(state).ErrorName}");
        // The text has its ends of lines already.
        Initialise("", parts[1]);
        var text = PyValueInstance.Unwrap(parts[0]).Ref as string ?? throw new TypeError($"initial_value must be str or None, not {PyType.Of(parts[0]).ErrorName}");
        _text.Append(text);
        _isAstral = Str.IsAstral(text);
        if (!Operators.IsIntLike(parts[2]))
            throw new TypeError($"third item of state must be an integer, got {PyType.Of(parts[2]).ErrorName}");
        var position = (long)Operators.Index(parts[2]);
        if (position < 0)
            throw new ValueError("position value cannot be negative");
        _position = Unit(position);
        if (!parts[3].IsNone)
            InstanceDict(create: true)!.UpdateAny(parts[3].Ref is PyDict own ? own : throw new TypeError($"fourth item of state should be a dict, got a {PyType.Of(parts[3]).ErrorName}"));
    }

    /// <summary>Where a character stands in the text of chars.</summary>
    private int Unit(long position) => _isAstral ? Str.Offset(_text.ToString(), (int)position) : (int)position;

    /// <summary>How many chars some characters take from a place on.</summary>
    private int Units(int from, long count)
    {
        var left = _text.Length - from;
        if (left <= 0)
            return 0;
        if (!_isAstral)
            return (int)Math.Min(count, left);
        var at = from;
        for (; count > 0 && at < _text.Length; count--)
            at += char.IsHighSurrogate(_text[at]) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]) ? 2 : 1;
        return at - from;
    }

    /// <inheritdoc/>
    public override long Tell()
    {
        CheckOpen();
        return _isAstral ? Str.Length(_text.ToString(0, Math.Min(_position, _text.Length))) + Math.Max(0, _position - _text.Length) : _position;
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
        if (text.Length == 0)
            return;
        if (_newline is "None" or "")
            Note(text);
        if (_newline is "\r" or "\r\n")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        else if (_newline == "None")
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (_position > _text.Length)
            _text.Append('\0', _position - _text.Length);
        _isAstral |= Str.IsAstral(text);
        if (_position < _text.Length)
            _text.Remove(_position, Units(_position, Str.Length(text)));
        _text.Insert(_position, text);
        _position += text.Length;
    }

    /// <summary>Which ends of lines a text has.</summary>
    private void Note(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _seen.Add(i > 0 && text[i - 1] == '\r' ? "\r\n" : "\n");
            else if (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                _seen.Add("\r");
        }
    }

    /// <inheritdoc/>
    public override string ReadText(long size)
    {
        CheckOpen();
        if (_position >= _text.Length)
            return "";
        var length = size < 0 ? _text.Length - _position : Units(_position, size);
        var part = _text.ToString(_position, length);
        _position += length;
        return part;
    }

    /// <inheritdoc/>
    public override string ReadLine(long limit)
    {
        CheckOpen();
        var most = limit < 0 ? _text.Length - _position : Units(_position, limit);
        var end = _position;
        while (end - _position < most)
        {
            var c = _text[end++];
            var next = end < _text.Length ? _text[end] : '\0';
            if (_newline switch
            {
                "\r" => c == '\r',
                "\r\n" => c == '\n' && end - 1 > _position && _text[end - 2] == '\r',
                "" => c == '\n' || (c == '\r' && next != '\n'),
                _ => c == '\n',
            })
                break;
        }
        if (end <= _position)
            return "";
        var line = _text.ToString(_position, end - _position);
        _position = end;
        return line;
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
        _position = whence switch { 0 => Unit(offset), 1 => _position, _ => _text.Length };
        return Tell();
    }

    /// <inheritdoc/>
    public override long Truncate(long? size)
    {
        CheckOpen();
        var length = size ?? Tell();
        if (length < 0)
            throw new ValueError($"Negative size value {length}");
        if (Unit(length) is var units && units < _text.Length)
            _text.Length = units;
        return length;
    }
}
