namespace Pytocs.Runtime.Library.Mail;

/// <summary>What kind of picture or sound data are, by how they begin.</summary>
internal static class MimeSignatures
{
    private static bool Has(byte[] data, int at, ReadOnlySpan<byte> mark) => data.Length >= at + mark.Length && data.AsSpan(at, mark.Length).SequenceEqual(mark);

    public static string? Image(byte[] data)
        => Has(data, 6, "JFIF"u8) || Has(data, 6, "Exif"u8) || Has(data, 0, [0xFF, 0xD8, 0xFF, 0xDB]) ? "jpeg"
            : Has(data, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? "png"
            : Has(data, 0, "GIF87a"u8) || Has(data, 0, "GIF89a"u8) ? "gif"
            : Has(data, 0, "MM"u8) || Has(data, 0, "II"u8) ? "tiff"
            : Has(data, 0, [1, 0xDA]) ? "rgb"
            : Portable(data) ?? (Has(data, 0, [0x59, 0xA6, 0x6A, 0x95]) ? "rast" : Has(data, 0, "#define "u8) ? "xbm" : Has(data, 0, "BM"u8) ? "bmp"
            : Has(data, 0, "RIFF"u8) && Has(data, 8, "WEBP"u8) ? "webp" : Has(data, 0, [0x76, 0x2F, 0x31, 1]) ? "exr" : null);

    private static string? Portable(byte[] data)
        => data.Length < 3 || data[0] != 'P' || data[2] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') ? null
            : data[1] switch { (byte)'1' or (byte)'4' => "pbm", (byte)'2' or (byte)'5' => "pgm", (byte)'3' or (byte)'6' => "ppm", _ => null };

    public static string? Audio(byte[] data)
        => Has(data, 0, "FORM"u8) && (Has(data, 8, "AIFC"u8) || Has(data, 8, "AIFF"u8)) ? "x-aiff" : Has(data, 0, ".snd"u8) ? "basic" : Has(data, 0, "RIFF"u8) && Has(data, 8, "WAVE"u8) && Has(data, 12, "fmt "u8) ? "x-wav" : null;
}
