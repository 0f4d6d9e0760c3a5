using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Base64 as mail has it: what does not fit is left out, and told of.</summary>
internal static class LenientBase64
{
    /// <summary>The bytes, and the names of the defects that were found.</summary>
    public static (byte[] Data, List<string> Defects) Decode(ReadOnlySpan<byte> given)
    {
        byte[] data = [.. given.ToArray().Where(static b => b is not ((byte)'\n' or (byte)'\r'))];
        var over = data.Length % 4;
        if (Decoded([.. data, .. "===="u8[..((4 - over) % 4)]], strict: true) is { } exact)
            return (exact, over != 0 ? ["InvalidBase64PaddingDefect"] : []);
        if (Decoded(data, strict: false) is { } lenient)
            return (lenient, ["InvalidBase64CharactersDefect"]);
        return Decoded([.. data, .. "=="u8], strict: false) is { } padded ? (padded, ["InvalidBase64CharactersDefect", "InvalidBase64PaddingDefect"]) : ([.. given], ["InvalidBase64LengthDefect"]);
    }

    private static byte[]? Decoded(byte[] data, bool strict)
    {
        try
        {
            return Buffers.Of(Modules.Import("base64").Invoke("b64decode", new Arguments { new PyBytes(data), { "validate", strict } })).ToArray();
        }
        catch (ValueError)
        {
            return null;
        }
    }
}
