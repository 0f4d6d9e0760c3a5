using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>re.error</c>, with the place in the pattern.</summary>
public sealed class PatternError : PyException
{
    public PatternError(params ReadOnlySpan<Any> args) : base(args)
    {
        Text = args.Length > 0 ? Operators.Str(args[0]) : "";
        if (args.Length > 1)
            Pattern = args[1];
        if (args.Length > 2 && args[2].IsSmallInt)
            Position = (int)(long)Operators.Index(args[2]);
        if (Position is { } position && Pattern.Ref is string or PyBytes)
        {
            var source = Pattern.Ref as string ?? Buffers.ToLatin1(((PyBytes)Pattern.Ref!).Span);
            var before = source[..Pytocs.Runtime.Core.Str.Offset(source, (int)Math.Min(position, Pytocs.Runtime.Core.Str.Length(source)))];
            Line = before.Count(static c => c == '\n') + 1;
            Column = position - Pytocs.Runtime.Core.Str.Length(before[..(before.LastIndexOf('\n') + 1)]) + 1;
            var message = $"{Text} at position {position}";
            if (source.Contains('\n', StringComparison.Ordinal))
                message += $" (line {Line}, column {Column})";
            Args = PyTuple.Of(message);
        }
        else
        {
            Args = PyTuple.Of(Text);
        }
    }

    public static new readonly PyType Type = PyType.Exception("PatternError", PyException.Type, static args => new PatternError(args), "re")
        .Method("__init__", "self, msg, pattern=None, pos=None", static a => Any.None)
        .Property("msg", static e => ((PatternError)e.Ref!).Text)
        .Property("pattern", static e => ((PatternError)e.Ref!).Pattern)
        .Property("pos", static e => ((PatternError)e.Ref!).Position)
        .Property("lineno", static e => ((PatternError)e.Ref!).Line)
        .Property("colno", static e => ((PatternError)e.Ref!).Column);

    protected override PyType NativeClass => Type;

    private string Text { get; }

    private Any Pattern { get; } = Any.None;

    private long? Position { get; }

    private long? Line { get; }

    private long? Column { get; }
}

/// <summary>Reads a pattern character by character, escapes as pairs.</summary>
internal sealed class RegexTokenizer
{
    private readonly Any _pattern;
    private readonly List<int> _codes;
    private int _index;

    public RegexTokenizer(Any pattern, bool isText)
    {
        (_pattern, IsText) = (pattern, isText);
        _codes = Str.CodePoints(isText ? (string)PyValueInstance.Unwrap(pattern).Ref! : Buffers.ToLatin1(Buffers.Of(pattern)));
        Advance();
    }

    public bool IsText { get; }

    /// <summary>The next character, or an escape of two; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>The position of <see cref="Next"/>.</summary>
    public int Position => _index - (Next is null ? 0 : Str.Length(Next));

    private void Advance()
    {
        if (_index >= _codes.Count)
        {
            Next = null;
            return;
        }
        var text = Str.FromCodePoint(_codes[_index]);
        if (text == "\\")
        {
            _index++;
            if (_index >= _codes.Count)
                throw new PatternError("bad escape (end of pattern)", _pattern, _codes.Count - 1);
            text += Str.FromCodePoint(_codes[_index]);
        }
        _index++;
        Next = text;
    }

    public bool Match(string text)
    {
        if (text != Next)
            return false;
        Advance();
        return true;
    }

    public string? Get()
    {
        var current = Next;
        Advance();
        return current;
    }

    public string GetWhile(int count, string set)
    {
        var result = new StringBuilder();
        while (count-- > 0 && Next is { } c && set.Contains(c, StringComparison.Ordinal))
        {
            result.Append(c);
            Advance();
        }
        return result.ToString();
    }

    public string GetUntil(string end, string name)
    {
        var result = "";
        while (true)
        {
            var c = Next;
            Advance();
            if (c is null)
                throw result.Length == 0 ? Error("missing " + name) : Error($"missing {end}, unterminated name", Str.Length(result));
            if (c == end)
                return result.Length > 0 ? result : throw Error("missing " + name, 1);
            result += c;
        }
    }

    public void Seek(int index)
    {
        _index = index;
        Advance();
    }

    public PatternError Error(string message, int offset = 0) => new(IsText ? message : Str.EscapeNonAscii(message), _pattern, Position - offset);

    public void CheckGroupName(string name, int offset)
    {
        if (!Str.IsIdentifier(name) || (!IsText && !Str.IsAscii(name)))
            throw Error($"bad character in group name {(IsText ? Str.Repr(name) : Str.EscapeNonAscii(Str.Repr(name)))}", Str.Length(name) + offset);
    }
}
