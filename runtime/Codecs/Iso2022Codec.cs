using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The encodings of the family ISO 2022, in which escape sequences say which set of characters follows. The state is the number of the set in use; the
/// second byte of it that of the set that single shifts take from, and the bit above whether shift-out is in force.
/// </summary>
internal sealed class Iso2022Codec : TextCodec
{
    private const byte Escape = 0x1B, ShiftOut = 0x0E, ShiftIn = 0x0F;
    private const long Shifted = 1 << 16;
    private const string Illegal = "illegal multibyte sequence";

    private readonly string _name;
    private readonly Iso2022Charset[] _sets;

    /// <summary>The order in which an encoder looks for a set that has a character.</summary>
    private readonly int[] _order;

    private Iso2022Codec(string name, params Iso2022Charset[] sets)
    {
        (_name, _sets) = (name, [Iso2022Charset.Ascii, .. sets]);
        _order = [.. Enumerable.Range(0, _sets.Length).Where(i => _sets[i] != Iso2022Charset.OldJapanese && _sets[i] != Iso2022Charset.ShortChinese)];
    }

    /// <summary>The codec of a module of <c>encodings</c>; null if it is none of these.</summary>
    public static Iso2022Codec? Create(string module) => module switch
    {
        "iso2022_jp" => new(module, Iso2022Charset.Japanese, Iso2022Charset.Roman, Iso2022Charset.OldJapanese),
        "iso2022_jp_1" => new(module, Iso2022Charset.Japanese, Iso2022Charset.Supplement, Iso2022Charset.Roman, Iso2022Charset.OldJapanese),
        "iso2022_jp_2" => new(module, Iso2022Charset.Japanese, Iso2022Charset.Supplement, Iso2022Charset.Korean, Iso2022Charset.Chinese, Iso2022Charset.ShortChinese, Iso2022Charset.Roman, Iso2022Charset.OldJapanese, Iso2022Charset.Latin1, Iso2022Charset.Greek),
        "iso2022_jp_2004" => new(module, Iso2022Charset.Japanese, Iso2022Charset.Plane1, Iso2022Charset.Plane2),
        "iso2022_jp_3" => new(module, Iso2022Charset.Japanese, Iso2022Charset.OldPlane1, Iso2022Charset.Plane2),
        "iso2022_jp_ext" => new(module, Iso2022Charset.Japanese, Iso2022Charset.Supplement, Iso2022Charset.Roman, Iso2022Charset.Kana, Iso2022Charset.OldJapanese),
        "iso2022_kr" => new(module, Iso2022Charset.Korean with { Final = "$)C" }),
        _ => null,
    };

    /// <summary>Whether the one other set is designated once, and shifts choose between it and ASCII.</summary>
    private bool IsShifting => _name == "iso2022_kr";

    public override byte[] Encode(string text, string errors, bool final, ref long state)
    {
        var points = Str.CodePoints(text);
        var output = new MemoryStream(points.Count * 2);
        // The Korean set is announced before anything.
        if (IsShifting && state == 0)
        {
            output.Write([Escape, (byte)'$', (byte)')', (byte)'C']);
            state = 0x100;
        }
        for (var i = 0; i < points.Count;)
        {
            if (TryWrite(output, points[i], ref state))
            {
                i++;
                continue;
            }
            var now = state;
            i = ErrorHandlers.EncodeOne(output, errors, _name, text, points, i, replacement =>
            {
                var part = new MemoryStream();
                return Str.CodePoints(replacement).TrueForAll(c => TryWrite(part, c, ref now)) ? part.ToArray() : null;
            });
            state = now;
        }
        if (final)
            Return(output, ref state);
        return output.ToArray();
    }

    /// <summary>Goes back to ASCII.</summary>
    private void Return(MemoryStream output, ref long state)
    {
        if (IsShifting && (state & Shifted) != 0)
            output.WriteByte(ShiftIn);
        else if (!IsShifting && (state & 0xFF) != 0)
            output.Write([Escape, (byte)'(', (byte)'B']);
        state = IsShifting ? state & ~Shifted : state & ~0xFFL;
    }

    private bool TryWrite(MemoryStream output, int c, ref long state)
    {
        if (c < 0x80 && (IsShifting ? (state & Shifted) != 0 : (state & 0xFF) != 0) && !(_sets[(int)(state & 0xFF)] == Iso2022Charset.Roman && Iso2022Charset.Roman.Encode(c) != 0 && c != '\n'))
            Return(output, ref state);
        if (c < 0x80)
        {
            output.WriteByte((byte)c);
            if (c == '\n')
                state &= 0xFF | (IsShifting ? 0xFF00 : 0);
            return true;
        }
        foreach (var i in _order)
        {
            var set = _sets[i];
            if (i == 0 || set.Encode(c) is 0 or < 0 || set.Encode(c) is not (> 0 and var code))
                continue;
            if (set.Final[0] == '.')
            {
                if ((state >> 8 & 0xFF) != i)
                    output.Write([Escape, (byte)'.', (byte)set.Final[1]]);
                state = (state & ~0xFF00L) | ((long)i << 8);
                output.Write([Escape, (byte)'N', (byte)code]);
                return true;
            }
            if (IsShifting && (state & Shifted) == 0)
            {
                output.WriteByte(ShiftOut);
                state |= Shifted;
            }
            else if (!IsShifting && (state & 0xFF) != i)
            {
                output.WriteByte(Escape);
                output.Write(Buffers.FromLatin1(set.Width == 1 ? "(" + set.Final : set.Final));
                state = (state & ~0xFFL) | (uint)i;
            }
            if (set.Width == 2)
                output.WriteByte((byte)(code >> 8));
            output.WriteByte((byte)code);
            return true;
        }
        return false;
    }

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        var text = new StringBuilder(data.Length);
        var i = 0;
        while (i < data.Length)
        {
            var length = Next(data[i..], text, ref state);
            if (length > 0)
                i += length;
            else if (length == 0 && !final)
                break;
            else
                text.Append(length == 0 ? ErrorHandlers.Decode(errors, _name, data, i, data.Length, "incomplete multibyte sequence", out i)
                    : ErrorHandlers.Decode(errors, _name, data, i, i - length, Illegal, out i));
        }
        used = i;
        return text.ToString();
    }

    /// <summary>Reads a character or a sequence: how many bytes it had, 0 if they are not all here, and the number of illegal ones negated.</summary>
    private int Next(ReadOnlySpan<byte> data, StringBuilder text, ref long state)
    {
        if (data[0] == Escape)
            return Sequence(data, text, ref state);
        if (IsShifting && data[0] is ShiftOut or ShiftIn)
        {
            state = data[0] == ShiftOut ? state | Shifted : state & ~Shifted;
            return 1;
        }
        if (data[0] == '\n')
        {
            text.Append('\n');
            state &= IsShifting ? 0xFF00 : 0xFF;
            return 1;
        }
        var set = IsShifting ? _sets[(state & Shifted) != 0 && (state & 0x100) != 0 ? 1 : 0] : _sets[(int)(state & 0xFF)];
        if (data[0] < ' ')
        {
            text.Append((char)data[0]);
            return 1;
        }
        if (data[0] >= 0x80)
            return -1;
        if (set.Width > data.Length)
            return 0;
        var meaning = set.Decode(set.Width == 2 ? (data[0] << 8) | data[1] : data[0]);
        if (meaning == 0 || (set.Width == 2 && data[1] >= 0x80))
            return -set.Width;
        Str.AppendCodePoint(text, (int)meaning);
        if (meaning >> 32 is not 0 and var second)
            Str.AppendCodePoint(text, (int)second);
        return set.Width;
    }

    private int Sequence(ReadOnlySpan<byte> data, StringBuilder text, ref long state)
    {
        if (data.Length < 2)
            return 0;
        if (data[1] == 'N' && _name == "iso2022_jp_2")
        {
            if (data.Length < 3)
                return 0;
            var set = _sets[(int)(state >> 8 & 0xFF)];
            if (set.Final[0] != '.' || set.Decode(data[2]) is 0)
                return -1;
            Str.AppendCodePoint(text, (int)set.Decode(data[2]));
            return 3;
        }
        if (data[1] is not ((byte)'(' or (byte)'$' or (byte)')' or (byte)'.' or (byte)'&'))
        {
            text.Append((char)Escape);
            return 1;
        }
        // The edition of the standard, which changes nothing.
        if (data[1] == '&' && !IsShifting)
            return data.Length < 3 ? 0 : data[2] == '@' ? 3 : -3;
        for (var i = 0; i < _sets.Length; i++)
        {
            var sequence = Buffers.FromLatin1(_sets[i].Final is [_] final ? "(" + final : _sets[i].Final);
            if (data[1..].StartsWith(sequence))
            {
                state = _sets[i].Final[0] == '.' ? (state & ~0xFF00L) | ((long)i << 8) : IsShifting ? state | 0x100 : (state & ~0xFFL) | (uint)i;
                return 1 + sequence.Length;
            }
            if (sequence.AsSpan().StartsWith(data[1..]))
                return 0;
        }
        return data.Length > 3 && data[1] == '$' && data[2] is (byte)'(' or (byte)')' ? -4 : data.Length > 2 ? -3 : 0;
    }
}
