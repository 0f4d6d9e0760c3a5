using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary><see href="https://docs.python.org/3.13/library/lzma.html#lzma.LZMAFile">lzma.LZMAFile</see>: what it reads is unpacked as a whole.</summary>
internal static class LzmaFile
{
    public static readonly PyType Type = Make();

    private static PyType Make()
    {
        var stream = (PyType)Modules.ImportFrom("io", "BufferedIOBase").Ref!;
        var maker = new ClassMaker("LZMAFile", "lzma")
            .Method("__init__", "self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None", static a => Lib.Do(() => Initialise(a)))
            .Method("readable", static self => Opened(self).Get("_encoder").IsNone)
            .Method("writable", static self => !Opened(self).Get("_encoder").IsNone)
            .Method("seekable", static self => Opened(self).Get("_encoder").IsNone)
            .Method("fileno", static self => Opened(self).Get("_fp").Invoke("fileno"))
            .Property("closed", static self => self.Get("_fp").IsNone)
            .Property("name", static self => Opened(self).Get("_fp").Get("name")).Property("mode", static self => self.Get("_encoder").IsNone ? "rb" : "wb")
            .Method("peek", "size=-1", static (self, _) => Content(self).Invoke("getbuffer")[new PySlice(Content(self).Invoke("tell"), Any.None, Any.None)].Invoke("tobytes"), -1)
            .Method("__iter__", static self => self)
            .Method("__next__", static self => Content(self).Invoke("readline") is { Truth: true } line ? line : throw new StopIteration())
            .Method("tell", static self => Opened(self).Get("_encoder").IsNone ? Content(self).Invoke("tell") : self.Get("_written"))
            .Method("write", "data", static (self, data) =>
            {
                if (Opened(self).Get("_encoder").IsNone)
                    throw new UnsupportedOperation("File not open for writing");
                self.Get("_fp").Invoke("write", self.Get("_encoder").Invoke("compress", data));
                var count = Buffers.Of(data).Length;
                self.Set("_written", self.Get("_written") + count);
                return count;
            })
            .Method("close", static self => Lib.Do(() =>
            {
                var file = self.Get("_fp");
                if (file.IsNone)
                    return;
                try
                {
                    if (!self.Get("_encoder").IsNone)
                        file.Invoke("write", self.Get("_encoder").Invoke("flush"));
                }
                finally
                {
                    self.Set("_fp", Any.None);
                    if (self.Get("_owns").Truth)
                        file.Invoke("close");
                }
            }));
        foreach (var method in (string[])["read", "read1", "readline", "readlines", "readinto", "seek"])
            maker.Method(method, "self, *args", a => Lib.Call(Content(a[0]).Get(method), Lib.Tuple(a[1]), new PyDict<Any, Any>()));
        return maker.Make(stream);
    }

    private static Any Opened(Any self) => self.Get("_fp").IsNone ? throw new ValueError("I/O operation on closed file") : self;

    private static void Initialise(Any[] a)
    {
        var mode = Lib.Text(a[2]).Replace("b", "", StringComparison.Ordinal);
        a[0].Set("_fp", Any.None);
        if (mode is not ("" or "r" or "w" or "x" or "a"))
            throw new ValueError($"Invalid mode: {Str.Repr(Lib.Text(a[2]))}");
        var writes = mode is "w" or "x" or "a";
        var format = a[3].IsNone ? writes ? LzmaCoder.Xz : LzmaCoder.Auto : (int)Lib.Int(a[3]);
        if (!writes && !a[5].IsNone)
            throw new ValueError("Cannot specify a preset compression level when opening a file for reading");
        var isPath = a[1].IsString || a[1].Ref is PyBytes || Operators.HasAttr(a[1], "__fspath__");
        if (!isPath && !Operators.HasAttr(a[1], "read") && !Operators.HasAttr(a[1], "write"))
            throw new TypeError("filename must be a str, bytes, file or PathLike object");
        a[0].Set("_encoder", writes ? ((Any)LzmaCompressor.Type).Call(new Arguments { format, a[4], a[5], a[6] }) : Any.None);
        a[0].Set("_format", format);
        a[0].Set("_filters", a[6]);
        a[0].Set("_owns", isPath);
        a[0].Set("_content", Any.None);
        a[0].Set("_written", 0);
        a[0].Set("_fp", isPath ? Builtins.Get("open").Call(a[1], (mode.Length == 0 ? "r" : mode) + "b") : a[1]);
    }

    private static Any Content(Any self)
    {
        if (!Opened(self).Get("_encoder").IsNone)
            throw new UnsupportedOperation("File not open for reading");
        if (self.Get("_content").IsNone)
        {
            var data = Buffers.Of(self.Get("_fp").Invoke("read")).ToArray();
            self.Set("_content", Modules.Import("io").Invoke("BytesIO", PyBytes.Wrap(data.Length == 0 ? [] : LzmaModule.Decompress(data, (int)Lib.Int(self.Get("_format")), Any.None, self.Get("_filters"),
                static _ => new EOFError("Compressed file ended before the end-of-stream marker was reached")))));
        }
        return self.Get("_content");
    }
}
