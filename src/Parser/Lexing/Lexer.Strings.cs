using System.Globalization;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Reads a string from its opening quote on.</summary>
    private bool ReadString(int start, char quote, bool isBytes, bool isRaw, bool isUnicodeMarked)
    {
        var triple = Peek(1) == quote && Peek(2) == quote;
        var contentStart = _position + (triple ? 3 : 1);
        var contentEnd = FindStringEnd(contentStart, quote, triple, out var escapedQuote, out var simple);
        if (contentEnd < 0) return FailString(start, quote, triple, escapedQuote);
        _position = contentEnd + (triple ? 3 : 1);
        var content = _text.AsSpan(contentStart, contentEnd - contentStart);
        var found = _warnings.Count;
        var literal = StringDecoder.Decode(content, isBytes, isRaw, simple, isUnicodeMarked, start, _position, contentStart, _warnings);
        ShowAt(start, found);
        Emit(TokenKind.String, start, _position, isBytes ? literal : Checked(literal, content, start));
        return true;
    }

    /// <summary>A literal, with the error that bytes in it are not UTF-8 if they are not.</summary>
    private object Checked(object literal, ReadOnlySpan<char> content, int start) =>
        _source.HasUndecodedBytes && UndecodedBytes.Problem(content) is { } problem
            ? new StringLiteral("", false, new LexicalError(Catalogue.SyntaxError, problem, TextSpan.FromBounds(start, _position)))
            : literal;

    /// <summary>The position of the closing quote, or -1 and the position where the search stopped.</summary>
    private int FindStringEnd(int position, char quote, bool triple, out bool escapedQuote, out bool simple)
    {
        escapedQuote = false;
        simple = true;
        while (position < _end)
        {
            var length = _text.AsSpan(position, _end - position).IndexOfAny(quote == '"' ? DoubleStops : SingleStops);
            if (length < 0) break;
            position += length;
            var c = _text[position];
            if (c == quote)
            {
                if (!triple) return position;
                if (position + 2 < _end && _text[position + 1] == quote && _text[position + 2] == quote) return position;
                position++;
            }
            else if (c == '\\')
            {
                simple = false;
                var escaped = position + 1 < _end ? _text[position + 1] : '\0';
                if (escaped == quote) escapedQuote = true;
                position += escaped == '\r' && position + 2 < _end && _text[position + 2] == '\n' ? 3 : 2;
            }
            else if (!triple)
            {
                _position = position;
                return -1;
            }
            else
            {
                if (c == '\r') simple = false;
                position++;
            }
        }
        _position = _end;
        return -1;
    }

    private static readonly System.Buffers.SearchValues<char> DoubleStops = System.Buffers.SearchValues.Create("\"\\\n\r");
    private static readonly System.Buffers.SearchValues<char> SingleStops = System.Buffers.SearchValues.Create("'\\\n\r");

    private bool FailString(int start, char quote, bool triple, bool escapedQuote)
    {
        var line = DetectedLine(_position);
        if (_modes.Count > 0 && _modes[^1].Quote == quote && _modes[^1].QuoteSize == (triple ? 3 : 1))
        {
            var kind = Kind(_modes[^1]);
            CloseFString();
            return Fail($"{kind}: expecting '}}'", start, start);
        }
        if (triple)
            return Fail(string.Create(CultureInfo.InvariantCulture, $"unterminated triple-quoted string literal (detected at line {line})"), start, start, isAtEnd: true);
        var hint = escapedQuote ? "; perhaps you escaped the end quote?" : "";
        return Fail(string.Create(CultureInfo.InvariantCulture, $"unterminated string literal (detected at line {line}){hint}"), start, start, isAtEnd: AtEnd);
    }

    /// <summary>The line CPython names where a literal runs to the end of the text.</summary>
    private int DetectedLine(int position)
    {
        var line = _source.LineOf(position);
        return position >= _text.Length && line > 1 && _source.LineStart(line) == position ? line - 1 : line;
    }

    /// <summary>Leaves the innermost f-string after an error in it.</summary>
    private void CloseFString()
    {
        var mode = _modes[^1];
        _modes.RemoveAt(_modes.Count - 1);
        _closesFString = true;
        while (_brackets.Count > 0 && _brackets[^1].Position >= mode.Start) _brackets.RemoveAt(_brackets.Count - 1);
    }
}
