using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary><c>charmap_encode</c>, <c>charmap_decode</c> and <c>charmap_build</c>: encodings by a table of the program.</summary>
internal static class CharmapFunctions
{
    private const string Undefined = "character maps to <undefined>";

    public static PyModule Add(PyModule module) => module
        .Function("charmap_build", "map, /", static a => Built(Lib.Text(a[0])))
        .Function("charmap_encode", "str, errors=None, mapping=None, /", static a => PyTuple.Of(PyBytes.Wrap(a[2].IsNone ? Codecs.Encode(Lib.Text(a[0]), "latin-1", Errors(a[1])) : Encode(Lib.Text(a[0]), Errors(a[1]), a[2])), Operators.Len(a[0])))
        .Function("charmap_decode", "data, errors=None, mapping=None, /", static a => PyTuple.Of(a[2].IsNone ? Codecs.Decode(Buffers.Of(a[0]), "latin-1") : Decode(Buffers.Of(a[0]), Errors(a[1]), a[2]), Operators.Len(a[0])));

    public static string Errors(Any errors) => Lib.Optional(errors) ?? "strict";

    private static PyDict<Any, Any> Built(string table)
    {
        var map = new PyDict<Any, Any>();
        var i = 0;
        foreach (var c in Str.CodePoints(table))
        {
            if (c != 0xFFFE && !map.ContainsKey(c))
                map[c] = i;
            i++;
        }
        return map;
    }

    private static Any Found(Any mapping, Any key)
    {
        try
        {
            return mapping[key];
        }
        catch (LookupError)
        {
            return Any.None;
        }
    }

    private static byte[]? Code(Any mapping, int c)
    {
        var found = Found(mapping, c);
        if (found.IsNone)
            return null;
        if (found.Ref is PyBytesBase bytes)
            return bytes.ToArray();
        if (!found.IsInt)
            throw new TypeError($"character mapping must return integer, bytes or None, not {PyType.Of(found).ErrorName}");
        return Lib.Int(found) is >= 0 and < 256 and var code ? [(byte)code] : throw new TypeError("character mapping must be in range(256)");
    }

    private static byte[] Encode(string text, string errors, Any mapping)
        => ErrorHandlers.EncodeEach(text, "charmap", errors, Undefined, c => Code(mapping, c) is not null, (c, output) => output.Write(Code(mapping, c)));

    private static string Decode(ReadOnlySpan<byte> data, string errors, Any mapping)
    {
        var text = new StringBuilder(data.Length);
        var table = mapping.Ref as string is { } given ? Str.CodePoints(given) : null;
        for (var i = 0; i < data.Length;)
        {
            var meaning = table is null ? Meaning(mapping, data[i]) : data[i] < table.Count && table[data[i]] != 0xFFFE ? Str.FromCodePoint(table[data[i]]) : null;
            if (meaning is null)
                text.Append(ErrorHandlers.Decode(errors, "charmap", data, i, i + 1, Undefined, out i));
            else
            {
                text.Append(meaning);
                i++;
            }
        }
        return text.ToString();
    }

    private static string? Meaning(Any mapping, byte b)
    {
        var found = Found(mapping, (int)b);
        if (found.IsNone || found.Ref is "\ufffe" || (found.IsInt && Operators.Equal(found, 0xFFFE)))
            return null;
        if (found.Ref is string text)
            return text;
        if (!found.IsInt)
            throw new TypeError("character mapping must return integer, None or str");
        return Operators.Index(found) is var code && code >= 0 && code <= 0x10FFFF ? Str.FromCodePoint((int)code) : throw new TypeError("character mapping must be in range(0x110000)");
    }
}
