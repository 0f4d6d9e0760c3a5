using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Encodings of one byte a character, by tables that <c>Library/Text/Tables/encodings.py</c> makes.</summary>
internal sealed class Charmap : TextCodec
{
    private const string Undefined = "character maps to <undefined>";

    private static readonly Lazy<Dictionary<string, string>> s_tables = new(static () =>
    {
        using var stream = new ZLibStream(typeof(Charmap).Assembly.GetManifestResourceStream("charmaps.z")!, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(static line => line.Split(' ', 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);
    });

    private readonly char[] _characters = new char[256];
    private readonly Dictionary<int, byte> _codes = [];

    private Charmap(string table)
    {
        var parts = table.Split(' ');
        for (var i = 0; i < 256; i++)
        {
            _characters[i] = (char)Number(parts[0].AsSpan(i * 4, 4));
            if (_characters[i] != '\ufffe')
                _codes.TryAdd(_characters[i], (byte)i);
        }
        foreach (var beside in parts[1..])
        {
            var colon = beside.IndexOf(':', StringComparison.Ordinal);
            _codes[Number(beside.AsSpan(0, colon))] = (byte)Number(beside.AsSpan(colon + 1));
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The codec of a module of <c>encodings</c>; null if it has no such table.</summary>
    public static Charmap? Create(string module) => s_tables.Value.TryGetValue(module, out var table) ? new Charmap(table) : null;

    /// <summary>The 256 characters of the bytes: <c>decoding_table</c> of CPython's modules.</summary>
    public string Characters => new(_characters);

    public override byte[] Encode(string text, string errors, bool final, ref long state)
        => ErrorHandlers.EncodeEach(text, "charmap", errors, Undefined, c => _codes.ContainsKey(c), (c, output) => output.WriteByte(_codes[c]));

    public override string Decode(ReadOnlySpan<byte> data, string errors, bool final, ref long state, out int used)
    {
        var text = new StringBuilder(data.Length);
        for (var i = 0; i < data.Length;)
        {
            if (_characters[data[i]] != '\ufffe')
                text.Append(_characters[data[i++]]);
            else
                text.Append(ErrorHandlers.Decode(errors, "charmap", data, i, i + 1, Undefined, out i));
        }
        used = data.Length;
        return text.ToString();
    }
}
