using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>Numbers. See <see href="https://docs.python.org/3.13/reference/lexical_analysis.html#numeric-literals">numeric literals</see>.</summary>
internal sealed partial class Tokenizer
{
    private Any NumberToken()
    {
        var start = _lines.Position;
        var radix = _lines.Peek() == '0' ? char.ToLowerInvariant(_lines.Peek(1)) : '\0';
        if (radix is 'x' or 'o' or 'b')
        {
            _lines.Position += 2;
            Radix(radix);
            return Token(TokenKind.Number, start, _lines.Position);
        }
        if (_lines.Peek() != '.')
            Digits();
        if (_lines.Peek() == '.')
        {
            _lines.Position++;
            if (char.IsAsciiDigit(_lines.Peek()))
                Digits();
        }
        var sign = _lines.Peek(1) is '+' or '-' ? 2 : 1;
        if (_lines.Peek() is 'e' or 'E' && char.IsAsciiDigit(_lines.Peek(sign)))
        {
            _lines.Position += sign;
            Digits();
        }
        if (_lines.Peek() is 'j' or 'J')
            _lines.Position++;
        return Token(TokenKind.Number, start, _lines.Position);
    }

    private void Digits()
    {
        while (true)
        {
            while (char.IsAsciiDigit(_lines.Peek()))
                _lines.Position++;
            if (_lines.Peek() != '_')
                return;
            _lines.Position++;
            if (!char.IsAsciiDigit(_lines.Peek()))
                throw Failed("invalid decimal literal");
        }
    }

    private void Radix(char radix)
    {
        var kind = radix switch { 'x' => "hexadecimal", 'o' => "octal", _ => "binary" };
        bool IsDigit(char c) => radix switch { 'x' => char.IsAsciiHexDigit(c), 'o' => c is >= '0' and <= '7', _ => c is '0' or '1' };
        do
        {
            if (_lines.Peek() == '_')
                _lines.Position++;
            if (!IsDigit(_lines.Peek()))
            {
                if (!char.IsAsciiDigit(_lines.Peek()))
                    throw Failed($"invalid {kind} literal");
                _lines.Position++;
                throw Failed($"invalid digit '{Text[_lines.Position - 1]}' in {kind} literal");
            }
            while (IsDigit(_lines.Peek()))
                _lines.Position++;
        }
        while (_lines.Peek() == '_');
        if (char.IsAsciiDigit(_lines.Peek()))
        {
            _lines.Position++;
            throw Failed($"invalid digit '{Text[_lines.Position - 1]}' in {kind} literal");
        }
    }
}
