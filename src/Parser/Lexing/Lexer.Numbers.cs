using System.Globalization;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    private bool ReadNumber()
    {
        var start = _position;
        if (Current == '0')
        {
            switch ((char)(Peek(1) | 0x20))
            {
                case 'x': return ReadRadix(start, 16, "hexadecimal");
                case 'o': return ReadRadix(start, 8, "octal");
                case 'b': return ReadRadix(start, 2, "binary");
            }
        }
        var isFloat = false;
        if (Current != '.')
        {
            if (!ReadDigits()) return true;
            if (!CheckLeadingZeros(start, out var failed)) return failed;
        }
        if (Current == '.')
        {
            isFloat = true;
            _position++;
            if (char.IsAsciiDigit(Current) && !ReadDigits()) return true;
        }
        if ((Current | 0x20) == 'e')
        {
            var signed = Peek(1) is '+' or '-';
            if (char.IsAsciiDigit(signed ? Peek(2) : Peek(1)))
            {
                isFloat = true;
                _position += signed ? 2 : 1;
                if (!ReadDigits()) return true;
            }
            else if (signed)
            {
                _position += 2;
                return FailNumber("invalid decimal literal");
            }
        }
        var isImaginary = (Current | 0x20) == 'j';
        var end = _position;
        if (isImaginary) _position++;
        if (!CheckNumberEnd(start, isImaginary ? "imaginary" : "decimal")) return true;
        if (!isFloat && !isImaginary && _position - start > MaxDigits && !CheckDigits(start)) return true;
        Emit(TokenKind.Number, start, _position, isFloat || isImaginary
            ? NumberDecoder.Float(_text.AsSpan(start, end - start), isImaginary)
            : NumberDecoder.Integer(_text.AsSpan(start, end - start), 10));
        return true;
    }

    private const int MaxDigits = 4300;

    /// <summary>Refuses integers of more digits than CPython converts.</summary>
    private bool CheckDigits(int start)
    {
        var digits = _position - start - _text.AsSpan(start, _position - start).Count('_');
        if (digits <= MaxDigits) return true;
        var message = string.Create(CultureInfo.InvariantCulture,
            $"Exceeds the limit ({MaxDigits} digits) for integer string conversion: value has {digits} digits; use sys.set_int_max_str_digits() "
            + $"to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
        Fail(message, start, _position, isRaised: false);
        return false;
    }

    /// <summary>Reads digits with single underscores between them.</summary>
    private bool ReadDigits()
    {
        while (true)
        {
            while (char.IsAsciiDigit(Current)) _position++;
            if (Current != '_') return true;
            _position++;
            if (char.IsAsciiDigit(Current)) continue;
            FailNumber("invalid decimal literal");
            return false;
        }
    }

    /// <summary>Refuses integers such as 0777, where no fraction, exponent or `j` follows.</summary>
    private bool CheckLeadingZeros(int start, out bool failed)
    {
        failed = true;
        if (_text[start] != '0') return true;
        var zerosEnd = start;
        while (zerosEnd < _position && _text[zerosEnd] is '0' or '_') zerosEnd++;
        if (zerosEnd == _position || Current is '.' or 'e' or 'E' or 'j' or 'J') return true;
        const string message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        Fail(message, start, zerosEnd);
        return false;
    }

    private bool ReadRadix(int start, int radix, string kind)
    {
        _position += 2;
        do
        {
            if (Current == '_') _position++;
            if (!IsDigit(Current, radix)) return FailDigit(radix, kind);
            while (IsDigit(Current, radix)) _position++;
        }
        while (Current == '_');
        if (char.IsAsciiDigit(Current)) return FailDigit(radix, kind);
        if (!CheckNumberEnd(start, kind)) return true;
        Emit(TokenKind.Number, start, _position, NumberDecoder.Integer(_text.AsSpan(start + 2, _position - start - 2), radix));
        return true;
    }

    private bool FailDigit(int radix, string kind)
    {
        if (radix == 16 || !char.IsAsciiDigit(Current)) return FailNumber($"invalid {kind} literal");
        var digit = Current;
        _position++;
        return FailNumber($"invalid digit '{digit}' in {kind} literal");
    }

    private static bool IsDigit(char c, int radix) => radix == 16 ? char.IsAsciiHexDigit(c) : c >= '0' && c < '0' + radix;

    /// <summary>Refuses a letter directly after a number, save a keyword, which is warned about.</summary>
    private bool CheckNumberEnd(int start, string kind)
    {
        var c = Current;
        if (!char.IsAsciiLetterOrDigit(c) && c != '_') return true;
        var rest = _text.AsSpan(_position, Math.Min(5, _end - _position));
        var followed = c switch
        {
            'a' => StartsWord(rest, "and"),
            'e' => StartsWord(rest, "else"),
            'f' => StartsWord(rest, "for"),
            'i' => rest.Length > 1 && rest[1] is 'f' or 'n' or 's',
            'o' => StartsWord(rest, "or"),
            'n' => StartsWord(rest, "not"),
            _ => false,
        };
        if (followed)
        {
            _warnings.Add(new LexicalError(Catalogue.SyntaxWarning, $"invalid {kind} literal", TextSpan.FromBounds(start, _position)));
            return true;
        }
        FailNumber($"invalid {kind} literal");
        return false;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word) && (text.Length == word.Length || !(char.IsAsciiLetterOrDigit(text[word.Length]) || text[word.Length] is '_' or >= (char)128));

    /// <summary>Reports a number at its last good character and skips what is left of it.</summary>
    private bool FailNumber(string message)
    {
        var at = _position - 1;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '_') _position++;
        return Fail(message, at, at);
    }
}
