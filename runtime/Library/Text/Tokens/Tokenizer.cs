using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>
/// Cuts source text into tokens, comments and line ends included. See <see href="https://docs.python.org/3.13/library/tokenize.html#tokenize.generate_tokens">generate_tokens</see>
/// and <see href="https://docs.python.org/3.13/reference/lexical_analysis.html">lexical analysis</see>.
/// </summary>
internal sealed partial class Tokenizer(Func<string?> read, Func<int, string, (int, int), (int, int), string, Any> make)
{
    private const int TabSize = 8;
    private const int MaxIndents = 100;
    private const string UnexpectedEnd = "unexpected EOF in multi-line statement";

    private readonly TokenLines _lines = new(read);
    private readonly List<(int Column, int Narrow)> _indents = [(0, 0)];
    private readonly Stack<FStringState> _strings = new();
    private int _level;

    /// <summary>The tokens up to the end marker.</summary>
    public IEnumerable<Any> Tokens()
    {
        while (_lines.Next())
            foreach (var token in Line())
                yield return token;
        if (_level > 0 || _strings.Count > 0)
            throw EndOfText();
        var end = (_lines.Number + 1, 0);
        for (var i = 1; i < _indents.Count; i++)
            yield return make(TokenKind.Dedent, "", end, end, "");
        yield return make(TokenKind.EndMarker, "", end, end, "");
    }

    private string Text => _lines.Line;

    private Any Token(int kind, int start, int end) => Token(kind, Text[start..end], start, end);

    private Any Token(int kind, string text, int start, int end) => make(kind, text, (_lines.Number, _lines.Column(start)), (_lines.Number, _lines.Column(end)), Text);

    /// <summary>The tokens of a statement's line, with the lines that go on with it.</summary>
    private IEnumerable<Any> Line()
    {
        if (Indentation() is not { } indent)
        {
            // Nothing but a comment: the indentation does not count.
            if (_lines.Peek() == '#')
                yield return Comment();
            yield return LineEnd(TokenKind.Nl);
            yield break;
        }
        foreach (var token in Indent(indent))
            yield return token;
        while (true)
        {
            if (_strings.TryPeek(out var open) && open.IsText)
            {
                yield return StringText(open);
                continue;
            }
            SkipSpace();
            if (_lines.Peek() == '#')
                yield return Comment();
            if (_lines.IsAtLineEnd)
            {
                yield return LineEnd(_level > 0 ? TokenKind.Nl : TokenKind.NewLine);
                if (_level == 0)
                    yield break;
                if (!_lines.Next())
                    throw EndOfText();
                continue;
            }
            if (_lines.Peek() == '\\')
            {
                Continuation();
                continue;
            }
            yield return Next();
        }
    }

    private void SkipSpace()
    {
        while (_lines.Peek() is ' ' or '\t' or '\f')
            _lines.Position++;
    }

    private Any Comment()
    {
        var start = _lines.Position;
        while (!_lines.IsAtLineEnd)
            _lines.Position++;
        return Token(TokenKind.Comment, start, _lines.Position);
    }

    private Any LineEnd(int kind)
    {
        var start = _lines.Position;
        _lines.Position = Text.Length;
        return _lines.LacksEnd ? Token(kind, "", start, start + 1) : Token(kind, start, Text.Length);
    }

    /// <summary>A backslash joins the next line to this one.</summary>
    private void Continuation()
    {
        _lines.Position++;
        if (_lines.Position < Text.Length && !_lines.IsAtLineEnd)
            throw Failed("unexpected character after line continuation character", _lines.Number, (int)(long)Str.Length(Text.TrimEnd('\n', '\r')) + 1);
        var column = _lines.LacksEnd ? 0 : _lines.Column(Text.Length);
        if (!_lines.Next())
            throw Failed(UnexpectedEnd, _lines.Number, column);
    }

    /// <summary>How far the line is indented, once with tabs of eight and once with tabs of one; nothing where it holds no statement.</summary>
    private (int Column, int Narrow)? Indentation()
    {
        var (column, narrow) = (0, 0);
        for (; ; _lines.Position++)
        {
            switch (_lines.Peek())
            {
                case ' ':
                    column++;
                    narrow++;
                    continue;
                case '\t':
                    column = (column / TabSize + 1) * TabSize;
                    narrow++;
                    continue;
                case '\f':
                    (column, narrow) = (0, 0);
                    continue;
            }
            return _lines.Peek() == '#' || _lines.IsAtLineEnd ? null : (column, narrow);
        }
    }

    private IEnumerable<Any> Indent((int Column, int Narrow) indent)
    {
        var (column, narrow) = _indents[^1];
        if (indent.Column == column && indent.Narrow != narrow)
            throw Wrong(TabError.Type);
        if (indent.Column > column)
        {
            if (_indents.Count >= MaxIndents)
                throw Wrong(IndentationError.Type, "too many levels of indentation");
            if (indent.Narrow <= narrow)
                throw Wrong(TabError.Type);
            _indents.Add(indent);
            yield return Token(TokenKind.Indent, 0, _lines.Position);
        }
        var dedents = 0;
        for (; indent.Column < _indents[^1].Column; dedents++)
            _indents.RemoveAt(_indents.Count - 1);
        if (indent.Column != _indents[^1].Column)
            throw Wrong(IndentationError.Type, "unindent does not match any outer indentation level");
        if (indent.Narrow != _indents[^1].Narrow)
            throw Wrong(TabError.Type);
        for (var i = 0; i < dedents; i++)
            yield return Token(TokenKind.Dedent, "", _lines.Position, _lines.Position);
    }

    /// <summary>An error of the indentation.</summary>
    private BaseException Wrong(PyType type, string message = "inconsistent use of tabs and spaces in indentation")
    {
        var line = Text.TrimEnd('\n', '\r');
        return (BaseException)((Any)type).Call(message, PyTuple.Of(["<string>", _lines.Number, (int)(long)Str.Length(line) + 1, line, Any.None, Any.None])).Ref!;
    }

    private static BaseException Failed(string message, int line, int column) => TokenizeModule.Error(message, line, column);

    /// <summary>The error of what stands before the place where the tokenizer is.</summary>
    private BaseException Failed(string message) => Failed(message, _lines.Number, _lines.Column(_lines.Position));

    private BaseException EndOfText()
    {
        return _strings.TryPeek(out _) ? Failed(UnexpectedEnd, _lines.Number, _lines.Column(Text.Length) + (_lines.LacksEnd ? 1 : 0)) : Failed(UnexpectedEnd, _lines.Number, 0);
    }

    /// <summary>The next token of a line, which is neither space nor a comment.</summary>
    private Any Next()
    {
        var c = _lines.Peek();
        if (c == '_' || char.IsAsciiLetter(c) || c >= 128)
            return Word();
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(_lines.Peek(1))))
            return NumberToken();
        return c is '\'' or '"' ? StringToken(_lines.Position) : Operator();
    }

    /// <summary>A name, or the letters before the quotes of a string.</summary>
    private Any Word()
    {
        var start = _lines.Position;
        var prefix = PrefixLength();
        if (prefix > 0)
        {
            _lines.Position += prefix;
            return StringToken(start);
        }
        while (_lines.Peek() is var c && (c == '_' || char.IsAsciiLetterOrDigit(c) || c >= 128))
            _lines.Position++;
        return Token(TokenKind.Name, start, _lines.Position);
    }

    private Any Operator()
    {
        var start = _lines.Position;
        var c = _lines.Peek();
        var open = _strings.TryPeek(out var state) ? state : null;
        if (c == ':' && open is not null && open.Depth - 1 == open.Start)
        {
            _lines.Position++;
            (open.IsText, open.IsFormat) = (true, true);
            return Token(TokenKind.Op, start, start + 1);
        }
        if (c is '(' or '[' or '{')
        {
            _level++;
            if (open is not null)
                open.Depth++;
        }
        else if (c is ')' or ']' or '}')
            Close(open, c);
        var length = 1;
        for (var size = 3; size > 1; size--)
            if (start + size <= Text.Length && Text.Substring(start, size) is var text && (TokenModule.Operators.ContainsKey(text) || text == "<>"))
            {
                length = size;
                break;
            }
        _lines.Position += length;
        return Token(TokenKind.Op, start, start + length);
    }

    private void Close(FStringState? open, char bracket)
    {
        if (open is { Depth: 0 } && bracket == '}')
        {
            _lines.Position++;
            throw Failed("f-string: single '}' is not allowed");
        }
        if (_level > 0)
            _level--;
        if (open is null)
            return;
        if (--open.Depth < 0)
        {
            _lines.Position++;
            throw Failed($"f-string: unmatched '{bracket}'");
        }
        if (bracket == '}' && open.Depth == open.Start)
        {
            open.Start--;
            (open.IsText, open.IsFormat) = (true, false);
            // The format around a nested expression goes on.
            open.IsFormat = open.Start >= 0;
        }
    }
}
