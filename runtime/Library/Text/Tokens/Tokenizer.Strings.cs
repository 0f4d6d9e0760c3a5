using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>Strings, and the texts between the expressions of f-strings. See <see href="https://docs.python.org/3.13/reference/lexical_analysis.html#strings">string literals</see>.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>How many letters stand before a quote; zero where a name begins.</summary>
    private int PrefixLength()
    {
        bool b = false, u = false, r = false, f = false;
        for (var length = 0; ; length++)
        {
            var c = _lines.Peek(length);
            if (c is '\'' or '"')
                return length;
            if (!(b || u || f) && c is 'b' or 'B')
                b = true;
            else if (!(u || b || r || f) && c is 'u' or 'U')
                u = true;
            else if (!(r || u) && c is 'r' or 'R')
                r = true;
            else if (!(f || b || u) && c is 'f' or 'F')
                f = true;
            else
                return 0;
        }
    }

    private bool IsAt(char quote, int size)
    {
        for (var i = 0; i < size; i++)
            if (_lines.Peek(i) != quote)
                return false;
        return true;
    }

    /// <summary>A string, or the start of one with expressions; the tokenizer is at its first quote.</summary>
    private Any StringToken(int start)
    {
        var quote = _lines.Peek();
        var size = IsAt(quote, 3) ? 3 : 1;
        var prefix = Text[start.._lines.Position];
        var isFormatted = prefix.Contains('f', StringComparison.OrdinalIgnoreCase);
        if (_strings.TryPeek(out var around) && around.Quote == quote && around.Size == size)
        {
            _lines.Position += size;
            throw Failed("f-string: expecting '}'");
        }
        _lines.Position += size;
        if (!isFormatted)
            return Literal(start, quote, size);
        _strings.Push(new FStringState(quote, size, prefix.Contains('r', StringComparison.OrdinalIgnoreCase), _lines.Number, _lines.Column(start)));
        return Token(TokenKind.FStringStart, start, _lines.Position);
    }

    /// <summary>A string to its last quote, over lines where it has three or a backslash joins them.</summary>
    private Any Literal(int start, char quote, int size)
    {
        var (line, column) = (_lines.Number, _lines.Column(start));
        var (text, whole) = (new StringBuilder(), new StringBuilder(Text));
        while (!IsAt(quote, size))
        {
            var isEscape = _lines.Peek() == '\\';
            if (isEscape)
                _lines.Position++;
            if (!_lines.IsAtLineEnd)
            {
                _lines.Position++;
                continue;
            }
            if (size == 1 && !isEscape)
                throw Failed($"unterminated string literal (detected at line {_lines.Number})", line, column + 1);
            text.Append(Text[start..]);
            start = 0;
            if (!_lines.Next())
                throw Failed(size == 3 ? "EOF in multi-line string" : $"unterminated string literal (detected at line {_lines.Number})", line, column + 1);
            whole.Append(Text);
        }
        _lines.Position += size;
        text.Append(Text[start.._lines.Position]);
        return make(TokenKind.String, text.ToString(), (line, column), (_lines.Number, _lines.Column(_lines.Position)), whole.ToString());
    }

    /// <summary>The next token of an f-string's text: its end, or what stands before an expression; the brace of one goes to the operators.</summary>
    private Any StringText(FStringState open)
    {
        var start = _lines.Position;
        if (_lines.Peek() == '{' && _lines.Peek(1) != '{')
        {
            open.Start++;
            open.IsText = false;
            return Operator();
        }
        if (IsAt(open.Quote, open.Size))
        {
            _lines.Position += open.Size;
            _strings.Pop();
            return Token(TokenKind.FStringEnd, start, _lines.Position);
        }
        var (line, column) = (_lines.Number, _lines.Column(start));
        var (text, whole) = (new StringBuilder(), new StringBuilder(Text));
        var isNamed = false;
        Any Middle(int end, int next)
        {
            text.Append(Text[start..end]);
            _lines.Position = next;
            return make(TokenKind.FStringMiddle, text.ToString(), (line, column), (_lines.Number, _lines.Column(end)), whole.ToString());
        }
        while (!IsAt(open.Quote, open.Size))
        {
            if (_lines.IsAtLineEnd)
            {
                if (open.Size == 1)
                {
                    if (!open.IsFormat)
                        throw Failed($"unterminated f-string literal (detected at line {_lines.Number})", open.Line, open.Column + 1);
                    (open.IsText, open.IsFormat) = (false, false);
                    return Middle(_lines.Position, _lines.Position);
                }
                text.Append(Text[start..]);
                start = 0;
                if (!_lines.Next())
                    throw Failed($"unterminated triple-quoted f-string literal (detected at line {_lines.Number})", open.Line, open.Column + 1);
                whole.Append(Text);
                continue;
            }
            var at = _lines.Position++;
            switch (Text[at])
            {
                case '{':
                    if (_lines.Peek() == '{' && !open.IsFormat)
                        return Middle(at + 1, at + 2);
                    if (isNamed)
                        continue;
                    open.Start++;
                    open.IsText = false;
                    return Middle(at, at);
                case '}':
                    if (isNamed)
                    {
                        isNamed = false;
                        return Middle(at + 1, at + 1);
                    }
                    if (_lines.Peek() == '}' && !open.IsFormat && open.Depth == 0)
                        return Middle(at + 1, at + 2);
                    open.IsText = false;
                    return Middle(at, at);
                case '\\':
                    if (_lines.Peek() is '{' or '}')
                        continue;
                    if (!open.IsRaw && _lines.Peek() == 'N' && _lines.Peek(1) == '{')
                    {
                        _lines.Position += 2;
                        isNamed = true;
                    }
                    else if (_lines.IsAtLineEnd && open.Size == 1)
                    {
                        text.Append(Text[start..]);
                        start = 0;
                        if (!_lines.Next())
                            throw Failed($"unterminated f-string literal (detected at line {_lines.Number})", open.Line, open.Column + 1);
                        whole.Append(Text);
                    }
                    else if (!_lines.IsAtLineEnd)
                        _lines.Position++;
                    continue;
            }
        }
        return Middle(_lines.Position, _lines.Position);
    }
}
