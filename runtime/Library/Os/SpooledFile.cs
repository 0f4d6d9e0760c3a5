using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/tempfile.html#tempfile.SpooledTemporaryFile">SpooledTemporaryFile</see>: a file in memory, until it is
/// large or its descriptor is asked for.
/// </summary>
internal static class SpooledFile
{
    public static readonly PyType Type = Declare();

    private static Any File(Any self) => self.Get("_file");

    private static PyType Declare()
    {
        var type = PyType.Emitted("SpooledTemporaryFile", "tempfile", IOTypes.IOBase)
            .Attribute("_rolled", false)
            .Method("__init__", "self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None", static a => Lib.Do(() => Initialise(a)));
        foreach (var name in (string[])["read", "read1", "readinto", "readinto1", "readline", "readlines", "seek", "tell", "flush", "isatty", "readable", "writable", "seekable", "close", "detach"])
            type.Method(name, "self, *args", (self, args) => File(self).Get(name).Call(new Arguments(Lib.Tuple(args).AsSpan())));
        foreach (var name in (string[])["write", "writelines"])
            type.Method(name, "self, data", (self, data) =>
            {
                var file = File(self);
                var result = file.Invoke(name, data);
                if (self.Get("_max_size") is { Truth: true } most && file.Invoke("tell") > most)
                    self.Invoke("rollover");
                return result;
            });
        foreach (var name in (string[])["closed", "encoding", "errors", "newlines"])
            type.Property(name, self => File(self).Get(name));
        return type
            .Property("mode", static self => Operators.GetAttr(File(self), "mode", Any.Unbound) is { IsUnbound: false } mode ? mode : self.Get("_TemporaryFileArgs")["mode"])
            .Property("name", static self => Operators.GetAttr(File(self), "name", Any.None))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Method("rollover", static self => Lib.Do(() => Roll(self)))
            .Method("fileno", static self =>
            {
                self.Invoke("rollover");
                return File(self).Invoke("fileno");
            })
            .Method("truncate", "self, size=None", static (self, size) =>
            {
                if (size.IsNone)
                    return File(self).Invoke("truncate");
                if (size > self.Get("_max_size"))
                    self.Invoke("rollover");
                return File(self).Invoke("truncate", size);
            })
            .Method("__enter__", static self => File(self).Get("closed").Truth ? throw new ValueError("Cannot enter context with closed file") : self)
            .Method("__exit__", "self, exc, value, tb", static a => Lib.Do(() => File(a[0]).Invoke("close")))
            .Method("__iter__", static self => File(self).Invoke("__iter__"));
    }

    private static void Initialise(Any[] a)
    {
        var (self, io) = (a[0], Modules.Import("io"));
        var memory = io.Get("BytesIO").Call();
        var encoding = a[4];
        if (!Operators.Str(a[2]).Contains('b', StringComparison.Ordinal))
        {
            encoding = encoding.IsNone ? "locale" : encoding;
            memory = io.Get("TextIOWrapper").Call(new Arguments { memory, { "encoding", encoding }, { "errors", a[9] }, { "newline", a[5] } });
        }
        self.Set("_file", memory);
        self.Set("_max_size", a[1]);
        self.Set("_rolled", false);
        self.Set("_TemporaryFileArgs", new PyDict<Any, Any>
        {
            ["mode"] = a[2], ["buffering"] = a[3], ["suffix"] = a[6], ["prefix"] = a[7], ["encoding"] = encoding, ["newline"] = a[5], ["dir"] = a[8], ["errors"] = a[9],
        });
    }

    private static void Roll(Any self)
    {
        if (self.Get("_rolled").Truth)
            return;
        var old = File(self);
        var made = Lib.Call(Modules.Import("tempfile").Get("TemporaryFile"), PyTuple.Empty, (PyDict)self.Get("_TemporaryFileArgs").Ref!);
        self.Set("_file", made);
        var at = old.Invoke("tell");
        if (Operators.HasAttr(made, "buffer"))
            made.Get("buffer").Invoke("write", old.Invoke("detach").Invoke("getvalue"));
        else
            made.Invoke("write", old.Invoke("getvalue"));
        made.Invoke("seek", at, 0);
        Operators.DelAttr(self, "_TemporaryFileArgs");
        self.Set("_rolled", true);
    }
}
