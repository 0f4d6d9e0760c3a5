using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>The module <see href="https://docs.python.org/3.13/library/zipfile.html">zipfile</see>.</summary>
internal static class ZipfileModule
{
    public const int Stored = 0;
    public const int Deflated = 8;
    public const int Bzip2 = 12;
    public const int Lzma = 14;

    private static readonly PyType s_badFile = PyType.Emitted("BadZipFile", "zipfile", PyException.Type);
    private static readonly PyType s_largeFile = PyType.Emitted("LargeZipFile", "zipfile", PyException.Type);

    public static PyModule Build() => new PyModule("zipfile")
        .Type(s_badFile).Value("BadZipfile", s_badFile).Value("error", s_badFile).Type(s_largeFile)
        .Value("ZIP_STORED", Stored).Value("ZIP_DEFLATED", Deflated).Value("ZIP_BZIP2", Bzip2).Value("ZIP_LZMA", Lzma)
        .Value("ZIP64_LIMIT", int.MaxValue).Value("ZIP_FILECOUNT_LIMIT", 65535).Value("ZIP_MAX_COMMENT", 65535)
        .Type(ZipEntry.Type).Type(ZipArchiveFile.Type).Type(ZipEntryReader.Type).Type(ZipPath.Type)
        .Function("is_zipfile", "filename", static (Any[] a) => IsZip(a[0]));

    public static BaseException Bad(string message) => (BaseException)s_badFile.Call(message).Ref!;

    private static bool IsZip(Any file)
    {
        try
        {
            if (!Operators.GetAttr(file, "read", Any.Unbound).IsUnbound)
                return ZipDirectory.Find(file) is not null;
            var opened = Builtins.Get("open").Call(file, "rb");
            try
            {
                return ZipDirectory.Find(opened) is not null;
            }
            finally
            {
                opened.Invoke("close");
            }
        }
        catch (OSError)
        {
            return false;
        }
    }

    /// <exception cref="PyException">The method is none of those that the runtime packs and unpacks.</exception>
    public static void CheckMethod(int method)
    {
        if (method is not (Stored or Deflated or Bzip2))
            throw new NotImplementedError("That compression method is not supported");
    }
}
