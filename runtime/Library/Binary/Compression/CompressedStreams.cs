using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>The module <c>_compression</c>: what the files of gzip, bz2 and lzma have in common.</summary>
internal static class CompressedStreams
{
    public static PyModule Build()
    {
        var io = Modules.Import("io");
        var stream = new ClassMaker("BaseStream", "_compression")
            .Method("_check_not_closed", static self => Require(self, "closed", isRefused: true, static () => new ValueError("I/O operation on closed file")))
            .Method("_check_can_read", static self => Require(self, "readable", isRefused: false, static () => Unsupported("File not open for reading")))
            .Method("_check_can_write", static self => Require(self, "writable", isRefused: false, static () => Unsupported("File not open for writing")))
            .Method("_check_can_seek", static self =>
            {
                Require(self, "readable", isRefused: false, static () => Unsupported("Seeking is only supported on files open for reading"));
                return Require(self, "seekable", isRefused: false, static () => Unsupported("The underlying file object does not support seeking"));
            })
            .Make((PyType)io.Get("BufferedIOBase").Ref!);
        return new PyModule("_compression").Value("BUFFER_SIZE", io.Get("DEFAULT_BUFFER_SIZE")).Type(stream);
    }

    private static Any Require(Any self, string name, bool isRefused, Func<BaseException> error)
    {
        var value = self.Get(name);
        if (!isRefused)
            value = value.Call();
        return value.Truth == isRefused ? throw error() : Any.None;
    }

    private static BaseException Unsupported(string text) => (BaseException)Modules.Import("io").Get("UnsupportedOperation").Call(text).Ref!;
}
