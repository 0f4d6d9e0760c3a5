using System.Globalization;
using System.Text;
using Pytocs.Parser.Text;
using Pytocs.Parser.Unicode;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Reads a name, or a literal that starts with a prefix.</summary>
    private bool ReadNameOrPrefix()
    {
        var start = _position;
        if ((Current | 0x20) is not ('b' or 'r' or 'u' or 'f' or 't')) return ReadName(start);
        bool sawB = false, sawR = false, sawU = false, sawF = false, sawT = false;
        while (true)
        {
            var c = (char)(Current | 0x20);
            if (!char.IsAsciiLetter(Current)) break;
            if (c == 'b' && !(sawB || sawU || sawF || sawT)) sawB = true;
            else if (c == 'u' && !(sawB || sawU || sawR || sawF || sawT)) sawU = true;
            else if (c == 'r' && !(sawR || sawU)) sawR = true;
            else if (c == 'f' && !(sawF || sawB || sawU || sawT)) sawF = true;
            else if (c == 't' && _templates && !(sawF || sawB || sawU || sawT)) sawT = true;
            else break;
            _position++;
            if (Current is not ('"' or '\'')) continue;
            return sawF || sawT
                ? StartFString(start, sawR, sawT)
                : ReadString(start, Current, sawB, sawR, sawU && _text[start] == 'u');
        }
        return ReadName(start);
    }

    private bool ReadName(int start)
    {
        var rest = _text.AsSpan(start, _end - start);
        var length = 0;
        while (length < rest.Length && IsNamePart(rest[length])) length++;
        _position = start + length;
        if (length < rest.Length && rest[length] >= 128) return ReadUnicodeName(start);
        var text = _names.Intern(rest[..length], out var kind);
        Emit(kind, start, _position, TokenKinds.IsName(kind) ? text : null);
        return true;
    }

    // One bit for each of the ASCII characters from '@' on that names have.
    private const ulong NameLetters = 0x07FF_FFFE_87FF_FFFE;

    private static bool IsNamePart(char c) => (uint)(c - '@') < 64 ? (NameLetters >> (c - '@') & 1) != 0 : char.IsAsciiDigit(c);

    private bool ReadUnicodeName(int start)
    {
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or >= (char)128) _position++;
        var end = _position;
        if (_source.HasUndecodedBytes && UndecodedBytes.Problem(_text.AsSpan(start, end - start)) is { } problem) return Fail(problem, start, start);
        var position = start;
        while (position < end)
        {
            if (Rune.DecodeFromUtf16(_text.AsSpan(position, end - position), out var rune, out var length) != System.Buffers.OperationStatus.Done
                || !(position == start ? Identifiers.IsStart(rune.Value) : Identifiers.IsContinue(rune.Value)))
            {
                var code = length == 2 || !char.IsSurrogate(_text[position]) ? rune.Value : _text[position];
                var message = Identifiers.IsPrintable(code)
                    ? string.Create(CultureInfo.InvariantCulture, $"invalid character '{char.ConvertFromUtf32(code)}' (U+{code:X4})")
                    : string.Create(CultureInfo.InvariantCulture, $"invalid non-printable character U+{code:X4}");
                _position = position + length;
                return Fail(message, position, position);
            }
            position += length;
        }
        var text = Identifiers.Normalize(_text.AsSpan(start, end - start));
        text = _names.Intern(text, out var kind);
        Emit(kind, start, end, TokenKinds.IsName(kind) ? text : null);
        return true;
    }
}
