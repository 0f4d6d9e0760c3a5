using System.Globalization;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    private const int MaxFStrings = 150;

    private bool StartFString(int start, bool isRaw, bool isTemplate)
    {
        var quote = Current;
        var size = Peek(1) == quote && Peek(2) == quote ? 3 : 1;
        _position += size;
        if (_modes.Count + 1 >= MaxFStrings) return Fail("too many nested f-strings", start, start);
        _modes.Add(new FStringMode(start, quote, size, isRaw, isTemplate));
        Emit(isTemplate ? TokenKind.TStringStart : TokenKind.FStringStart, start, _position, isRaw ? Lexeme.Raw : null);
        return true;
    }

    /// <summary>Reads literal text of an f-string, its end, or the start of a replacement field.</summary>
    private bool ReadFStringText(FStringMode mode)
    {
        var start = _position;
        if (Current == '{' && Peek(1) != '{') return StartField(mode);
        if (AtQuotes(mode))
        {
            _position += mode.QuoteSize;
            _modes.RemoveAt(_modes.Count - 1);
            Emit(mode.IsTemplate ? TokenKind.TStringEnd : TokenKind.FStringEnd, start, _position);
            return true;
        }
        return ReadFStringMiddle(mode, start);
    }

    private bool AtQuotes(FStringMode mode) =>
        Current == mode.Quote && (mode.QuoteSize == 1 || Peek(1) == mode.Quote && Peek(2) == mode.Quote);

    private bool StartField(FStringMode mode)
    {
        mode.ExpressionDepth++;
        if (mode.ExpressionDepth >= FStringMode.MaxExpressionNesting)
        {
            CloseFString();
            Fail($"{Kind(mode)}: expressions nested too deeply", _position - 1, _position - 1);
            _position = _source.LineEnd(_source.LineOf(_position));
            return true;
        }
        mode.InText = false;
        mode.InFormatSpec = false;
        mode.ExpressionStart = _position + 1;
        mode.ExpressionEnd = -1;
        return ReadNormal();
    }

    private bool ReadFStringMiddle(FStringMode mode, int start)
    {
        var named = false;
        while (true)
        {
            var c = Current;
            var inSpec = mode.InFormatSpec && mode.InExpression;
            if (AtEnd || mode.QuoteSize == 1 && IsLineEnd(c))
            {
                if (!inSpec || AtEnd) return FailFString(mode);
                mode.InText = false;
                mode.InFormatSpec = false;
                return EmitMiddle(mode, start, _position);
            }
            if (AtQuotes(mode)) return EmitMiddle(mode, start, _position);
            if (c == '{')
            {
                if (named && _text[_position - 1] == 'N')
                {
                    _position++;
                    continue;
                }
                if (Peek(1) != '{') return EmitMiddle(mode, start, _position);
                if (inSpec)
                {
                    if (_position > start) EmitMiddle(mode, start, _position);
                    return StartField(mode);
                }
                _position += 2;
                return EmitMiddle(mode, start, _position - 1);
            }
            if (c == '}')
            {
                if (named)
                {
                    _position++;
                    return EmitMiddle(mode, start, _position);
                }
                if (Peek(1) == '}' && !inSpec && mode.CurlyDepth == 0)
                {
                    _position += 2;
                    return EmitMiddle(mode, start, _position - 1);
                }
                mode.InText = false;
                mode.InFormatSpec = false;
                return EmitMiddle(mode, start, _position);
            }
            _position++;
            if (c != '\\') continue;
            var escaped = Current;
            if (escaped is '{' or '}')
            {
                if (!mode.IsRaw) StringDecoder.WarnEscape(escaped, _position - 1, start, _warnings);
                continue;
            }
            if (AtEnd) continue;
            if (escaped == '\r' && Peek(1) == '\n') _position++;
            _position++;
            if (!mode.IsRaw && escaped == 'N' && Current == '{') named = true;
        }
    }

    /// <summary>CPython speaks of the line where a literal begins, or where a part of an f-string ends, whichever line its warnings are about.</summary>
    private void ShowAt(int position, int firstWarning)
    {
        for (var i = firstWarning; i < _warnings.Count; i++)
            _warnings[i] = _warnings[i] with { ShownAt = position };
    }

    private bool EmitMiddle(FStringMode mode, int start, int end)
    {
        var kind = mode.IsTemplate ? TokenKind.TStringMiddle : TokenKind.FStringMiddle;
        var content = _text.AsSpan(start, end - start);
        var simple = !content.ContainsAny('\\', '\r');
        var found = _warnings.Count;
        var literal = StringDecoder.Decode(content, false, mode.IsRaw, simple, false, start, end, start, _warnings);
        ShowAt(end, found);
        Emit(kind, start, Math.Max(end, _position), Checked(literal, content, start));
        return true;
    }

    private bool FailFString(FStringMode mode)
    {
        var line = DetectedLine(_position);
        var name = Kind(mode);
        CloseFString();
        var what = mode.QuoteSize == 3 ? $"unterminated triple-quoted {name} literal" : $"unterminated {name} literal";
        return Fail(string.Create(CultureInfo.InvariantCulture, $"{what} (detected at line {line})"), mode.Start, mode.Start, isAtEnd: AtEnd);
    }
}
