using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The encoding <c>uu</c>: lines of uuencoded data between one that begins and one that ends them.</summary>
internal static class UuCodec
{
    private const int LineLength = 45;

    public static Any Encode(ReadOnlySpan<byte> data)
    {
        var output = new MemoryStream();
        output.Write("begin 666 <data>\n"u8);
        var binascii = Modules.Import("binascii");
        for (var i = 0; i < data.Length; i += LineLength)
            output.Write(Buffers.Of(binascii.Invoke("b2a_uu", new PyBytes(data[i..Math.Min(i + LineLength, data.Length)]))));
        output.Write(" \nend\n"u8);
        return PyBytes.Wrap(output.ToArray());
    }

    /// <exception cref="ValueError">A line is missing.</exception>
    public static Any Decode(ReadOnlySpan<byte> data)
    {
        var lines = Buffers.ToLatin1(data).Split('\n');
        var i = Array.FindIndex(lines, static l => l.StartsWith("begin", StringComparison.Ordinal));
        if (i < 0)
            throw new ValueError("Missing \"begin\" line in input data");
        var output = new MemoryStream();
        var binascii = Modules.Import("binascii");
        for (i++; i < lines.Length - 1 || (i < lines.Length && lines[i].Length > 0); i++)
        {
            if (lines[i] == "end")
                return PyBytes.Wrap(output.ToArray());
            output.Write(Buffers.Of(binascii.Invoke("a2b_uu", new PyBytes(Buffers.FromLatin1(lines[i] + "\n")))));
        }
        throw new ValueError("Truncated input data");
    }
}
