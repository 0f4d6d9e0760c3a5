using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>The module <see href="https://docs.python.org/3.13/library/tarfile.html">tarfile</see>.</summary>
internal static class TarfileModule
{
    public static readonly PyType Error = PyType.Emitted("TarError", "tarfile", PyException.Type);
    private static readonly PyType s_read = PyType.Emitted("ReadError", "tarfile", Error);
    private static readonly PyType s_compression = PyType.Emitted("CompressionError", "tarfile", Error);

    public static PyModule Build()
    {
        var module = new PyModule("tarfile").Type(Error).Type(s_read).Type(s_compression).Type(TarEntry.Type).Type(TarArchive.Type)
            .Value("open", ((Any)TarArchive.Type).Get("open"))
            .Function("is_tarfile", "name", static (Any[] a) => IsTar(a[0]))
            .Value("USTAR_FORMAT", 0).Value("GNU_FORMAT", 1).Value("PAX_FORMAT", 2).Value("DEFAULT_FORMAT", 2).Value("ENCODING", "utf-8").Value("BLOCKSIZE", 512).Value("RECORDSIZE", 10240)
            .Value("LENGTH_NAME", 100).Value("LENGTH_LINK", 100).Value("LENGTH_PREFIX", 155).Value("NUL", PyBytes.FromLatin1("\0")).Value("GNU_MAGIC", PyBytes.FromLatin1("ustar  \0")).Value("POSIX_MAGIC", PyBytes.FromLatin1("ustar\0" + "00"));
        foreach (var name in (string[])["ExtractError", "StreamError", "HeaderError"])
            module.Type(PyType.Emitted(name, "tarfile", Error));
        foreach (var (name, kind) in ((string, char)[])[
            ("REGTYPE", '0'), ("AREGTYPE", '\0'), ("LNKTYPE", '1'), ("SYMTYPE", '2'), ("CHRTYPE", '3'), ("BLKTYPE", '4'), ("DIRTYPE", '5'), ("FIFOTYPE", '6'), ("CONTTYPE", '7'),
            ("GNUTYPE_LONGNAME", 'L'), ("GNUTYPE_LONGLINK", 'K'), ("GNUTYPE_SPARSE", 'S'), ("XHDTYPE", 'x'), ("XGLTYPE", 'g')])
            module.Value(name, PyBytes.FromLatin1(kind.ToString()));
        TarFilters.Add(module);
        return module;
    }

    public static BaseException ReadError(string message) => (BaseException)s_read.Call(message).Ref!;

    public static BaseException CompressionError(string message) => (BaseException)s_compression.Call(message).Ref!;

    private static bool IsTar(Any name)
    {
        try
        {
            var archive = Operators.GetAttr(name, "read", Any.Unbound).IsUnbound ? ((Any)TarArchive.Type).Invoke("open", name) : ((Any)TarArchive.Type).Invoke("open", new Arguments { { "fileobj", name } });
            archive.Invoke("close");
            return true;
        }
        catch (PyException error) when (error.Class.IsSubclassOf(Error))
        {
            return false;
        }
    }
}
