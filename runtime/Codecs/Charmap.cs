using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The 8-bit code pages.</summary>
internal sealed class Charmap
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Charmap?> s_known = new();

    private readonly char[] _characters = new char[256];
    private readonly Dictionary<int, byte> _codes = [];

    private Charmap(Encoding encoding, bool undefinedControls)
    {
        for (var i = 0; i < 256; i++)
        {
            var text = encoding.GetString([(byte)i]);
            // .NET passes undefined codes through as C1 controls; in Python they are errors.
            var undefined = text.Length != 1 || text[0] is '\ufffd' || (undefinedControls && i is >= 0x80 and < 0xA0 && text[0] == i);
            _characters[i] = undefined ? '\ufffe' : text[0];
            if (!undefined)
                _codes.TryAdd(text[0], (byte)i);
        }
    }

    public static Charmap? Find(string name) => s_known.GetOrAdd(name, static n => Create(n));

    private static Charmap? Create(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var plain = name;
        if (plain.StartsWith("iso8859-", StringComparison.Ordinal))
            plain = "iso-8859-" + plain[8..];
        if (plain.StartsWith("windows-", StringComparison.Ordinal))
            plain = "cp" + plain[8..];
        var latin = plain switch { "latin2" => "iso-8859-2", "latin3" => "iso-8859-3", "latin5" => "iso-8859-9", "latin9" or "latin-9" => "iso-8859-15", "koi8-r" => "koi8-r", "koi8-u" => "koi8-u", "mac-roman" => "macintosh", _ => plain };
        Encoding encoding;
        try
        {
            encoding = latin.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(latin[2..], out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(latin);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
        return encoding.IsSingleByte ? new Charmap(encoding, plain.StartsWith("cp125", StringComparison.Ordinal)) : null;
    }

    public byte[] Encode(string text, string errors)
        => ErrorHandlers.EncodeEach(text, "charmap", errors, "character maps to <undefined>", c => _codes.ContainsKey(c), (c, output) => output.WriteByte(_codes[c]));

    public string Decode(ReadOnlySpan<byte> data, string errors)
    {
        var text = new StringBuilder(data.Length);
        for (var i = 0; i < data.Length;)
        {
            if (_characters[data[i]] != '\ufffe')
                text.Append(_characters[data[i++]]);
            else
                text.Append(ErrorHandlers.Decode(errors, "charmap", data, i, i + 1, "character maps to <undefined>", out i));
        }
        return text.ToString();
    }
}
