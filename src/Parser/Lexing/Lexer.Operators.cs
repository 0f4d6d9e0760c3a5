using System.Globalization;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    private bool ReadOperator(char c)
    {
        var start = _position;
        var mode = _modes.Count > 0 ? _modes[^1] : null;
        object? value = null;
        if (mode is { InExpression: true } && c is ':' or '}' or '!' or '{' && mode is not null)
        {
            var cursor = mode.CurlyDepth - (c != '{' ? 1 : 0);
            if (cursor == 0 || cursor == 1 && (mode.HasEqual || mode.InFormatSpec)) value = NoteExpression(mode, c, start);
            if (c == ':' && cursor == mode.ExpressionDepth)
            {
                mode.InText = true;
                mode.InFormatSpec = true;
                _position++;
                Emit(TokenKind.Colon, start, _position, value);
                return true;
            }
        }
        var (kind, length) = MatchOperator(c, Peek(1), Peek(2));
        if (length > 1)
        {
            _position += length;
            Emit(kind, start, _position, value);
            return true;
        }
        if (c is '(' or '[' or '{' && !OpenBracket(c, mode)) return true;
        if (c is ')' or ']' or '}' && !CloseBracket(c, mode)) return true;
        if (c < ' ' || c == 127)
        {
            _position++;
            return Fail($"invalid non-printable character U+{(int)c:X4}", start, start);
        }
        if (c == '=' && mode is { InExpression: true }) mode.HasEqual = true;
        _position++;
        Emit(kind, start, _position, value);
        return true;
    }

    /// <summary>Remembers where the source of a replacement field starts, or gives it where it ends.</summary>
    private string? NoteExpression(FStringMode mode, char c, int start)
    {
        if (c == '{')
        {
            mode.ExpressionStart = start + 1;
            mode.ExpressionEnd = -1;
            return null;
        }
        if (mode.ExpressionEnd < 0) mode.ExpressionEnd = start;
        if (!mode.HasEqual && !mode.IsTemplate) return null;
        var length = Math.Max(0, mode.ExpressionEnd - mode.ExpressionStart);
        return StringDecoder.WithoutComments(_text.AsSpan(mode.ExpressionStart, length));
    }

    private bool OpenBracket(char c, FStringMode? mode)
    {
        if (_brackets.Count >= MaxBrackets)
        {
            Fail("too many nested parentheses", _position, _position);
            _position++;
            return false;
        }
        _brackets.Add((c, _position));
        if (mode is not null) mode.CurlyDepth++;
        return true;
    }

    private bool CloseBracket(char c, FStringMode? mode)
    {
        var start = _position;
        if (mode is { CurlyDepth: 0 } && c == '}') return FailBracket($"{Kind(mode)}: single '}}' is not allowed");
        if (_brackets.Count == 0) return FailBracket($"unmatched '{c}'");
        var (opening, position) = _brackets[^1];
        _brackets.RemoveAt(_brackets.Count - 1);
        if (!(opening == '(' && c == ')' || opening == '[' && c == ']' || opening == '{' && c == '}'))
        {
            if (mode is not null && opening == '{' && mode.CurlyDepth - 1 == mode.ExpressionDepth)
                return FailBracket($"{Kind(mode)}: unmatched '{c}'");
            var line = _source.LineOf(position);
            var where = line == _source.LineOf(start) ? "" : string.Create(CultureInfo.InvariantCulture, $" on line {line}");
            return FailBracket($"closing parenthesis '{c}' does not match opening parenthesis '{opening}'{where}");
        }
        if (mode is null) return true;
        mode.CurlyDepth--;
        if (mode.CurlyDepth < 0) return FailBracket($"{Kind(mode)}: unmatched '{c}'");
        if (c == '}' && mode.CurlyDepth == mode.ExpressionDepth)
        {
            mode.ExpressionDepth--;
            mode.InText = true;
            mode.InFormatSpec = false;
            mode.HasEqual = false;
        }
        return true;
    }

    private static string Kind(FStringMode mode) => mode.IsTemplate ? "t-string" : "f-string";

    private bool FailBracket(string message)
    {
        Fail(message, _position, _position);
        _position++;
        return false;
    }

    private static (TokenKind Kind, int Length) MatchOperator(char c, char next, char third) => c switch
    {
        '(' => (TokenKind.LeftParen, 1),
        ')' => (TokenKind.RightParen, 1),
        '[' => (TokenKind.LeftBracket, 1),
        ']' => (TokenKind.RightBracket, 1),
        '{' => (TokenKind.LeftBrace, 1),
        '}' => (TokenKind.RightBrace, 1),
        ',' => (TokenKind.Comma, 1),
        ';' => (TokenKind.Semicolon, 1),
        '~' => (TokenKind.Tilde, 1),
        ':' => next == '=' ? (TokenKind.ColonEqual, 2) : (TokenKind.Colon, 1),
        '.' => next == '.' && third == '.' ? (TokenKind.Ellipsis, 3) : (TokenKind.Dot, 1),
        '=' => next == '=' ? (TokenKind.DoubleEqual, 2) : (TokenKind.Equal, 1),
        '!' => next == '=' ? (TokenKind.NotEqual, 2) : (TokenKind.Exclamation, 1),
        '+' => next == '=' ? (TokenKind.PlusEqual, 2) : (TokenKind.Plus, 1),
        '-' => next switch { '=' => (TokenKind.MinusEqual, 2), '>' => (TokenKind.Arrow, 2), _ => (TokenKind.Minus, 1) },
        '*' when next == '*' => third == '=' ? (TokenKind.DoubleStarEqual, 3) : (TokenKind.DoubleStar, 2),
        '*' => next == '=' ? (TokenKind.StarEqual, 2) : (TokenKind.Star, 1),
        '/' when next == '/' => third == '=' ? (TokenKind.DoubleSlashEqual, 3) : (TokenKind.DoubleSlash, 2),
        '/' => next == '=' ? (TokenKind.SlashEqual, 2) : (TokenKind.Slash, 1),
        '%' => next == '=' ? (TokenKind.PercentEqual, 2) : (TokenKind.Percent, 1),
        '@' => next == '=' ? (TokenKind.AtEqual, 2) : (TokenKind.At, 1),
        '&' => next == '=' ? (TokenKind.AmpersandEqual, 2) : (TokenKind.Ampersand, 1),
        '|' => next == '=' ? (TokenKind.BarEqual, 2) : (TokenKind.Bar, 1),
        '^' => next == '=' ? (TokenKind.CaretEqual, 2) : (TokenKind.Caret, 1),
        '<' when next == '<' => third == '=' ? (TokenKind.LeftShiftEqual, 3) : (TokenKind.LeftShift, 2),
        '<' => next switch { '=' => (TokenKind.LessEqual, 2), '>' => (TokenKind.LessGreater, 2), _ => (TokenKind.Less, 1) },
        '>' when next == '>' => third == '=' ? (TokenKind.RightShiftEqual, 3) : (TokenKind.RightShift, 2),
        '>' => next == '=' ? (TokenKind.GreaterEqual, 2) : (TokenKind.Greater, 1),
        _ => (TokenKind.Unknown, 1),
    };
}
