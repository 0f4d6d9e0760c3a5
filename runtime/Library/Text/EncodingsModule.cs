using System.Text;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The package <c>encodings</c>, in which CPython has the codecs of the library and their other names.</summary>
internal static class EncodingsModule
{
    private static readonly (string Name, string Others)[] s_aliases =
    [
        ("ascii", "646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii"),
        ("latin_1", "8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1"),
        ("utf_8", "u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001"), ("utf_7", "u7 utf7 unicode_1_1_utf_7"),
        ("utf_16", "u16 utf16"), ("utf_16_be", "unicodebigunmarked utf_16be"), ("utf_16_le", "unicodelittleunmarked utf_16le"),
        ("utf_32", "u32 utf32"), ("utf_32_be", "utf_32be"), ("utf_32_le", "utf_32le"),
        ("cp1252", "1252 windows_1252"), ("cp1251", "1251 windows_1251"), ("cp1250", "1250 windows_1250"), ("cp437", "437 cspc8codepage437 ibm437"), ("cp850", "850 cspc850multilingual ibm850"),
        ("iso8859_2", "csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2"), ("iso8859_15", "iso_8859_15 latin9 l9"), ("koi8_r", "cskoi8r"),
        ("hex_codec", "hex"), ("base64_codec", "base64 base_64"), ("zlib_codec", "zip zlib"), ("bz2_codec", "bz2"), ("quopri_codec", "quopri quoted_printable quotedprintable"), ("uu_codec", "uu"), ("rot_13", "rot13"),
    ];

    public static PyModule Build() => new PyModule("encodings").Package()
        .Type(PyType.Emitted("CodecRegistryError", "encodings", LookupError.Type))
        .Python("normalize_encoding", "encoding", static a => Normal(a[0]))
        .Python("search_function", "encoding", static a => Codecs.Exists(Lib.Text(a[0])) ? Modules.Import("codecs").Invoke("lookup", a[0]) : Any.None)
        .OnImport(static () => Modules.Import("encodings.aliases"));

    public static PyModule Aliases()
    {
        var names = new PyDict<Any, Any>();
        foreach (var (name, others) in s_aliases)
            foreach (var other in others.Split(' '))
                names[other] = name;
        return new PyModule("encodings.aliases").Value("aliases", names);
    }

    /// <summary>A name in which runs of what is neither letter nor digit nor dot are underscores.</summary>
    private static string Normal(Any encoding)
    {
        var text = PyValueInstance.Unwrap(encoding).Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span, "ascii", "strict") : Lib.Text(encoding);
        var result = new StringBuilder();
        var between = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '.')
            {
                if (between && result.Length > 0)
                    result.Append('_');
                if (char.IsAscii(c))
                    result.Append(c);
                between = false;
            }
            else
            {
                between = true;
            }
        }
        return result.ToString();
    }
}
