using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Lzma;

namespace Pytocs.Runtime.Library.Tar;

/// <summary>An archive: <see href="https://docs.python.org/3.13/library/tarfile.html#tarfile-objects">tarfile.TarFile</see>.</summary>
internal sealed partial class TarArchive : PyContainer
{
    private const int Record = 10240;

    public static readonly PyType Type = CreateType();

    private readonly List<TarEntry> _members = [];
    private Any _name = Any.None;
    private Any _file = Any.None;
    private Any _owned = Any.None;
    private string _mode = "r";
    private byte[] _data = [];
    private long _offset;
    private int _next;
    private bool _closed;

    protected override PyType BuiltinClass => Type;

    private static TarArchive Self(Any o) => (TarArchive)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("TarFile", module: "tarfile");
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new TarArchive();
            made.SetClass(cls);
            return made;
        });
        const string options = "format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None, errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None, stream=False";
        type.Method("__init__", "self, name=None, mode='r', fileobj=None, " + options, static a => Lib.Do(() => Self(a[0]).Initialise(a[1], Lib.Text(a[2]), a[3], "", a[4..])))
            .ClassMethod("open", "cls, name=None, mode='r', fileobj=None, bufsize=10240, compresslevel=9, preset=None, " + options, static a => Open((PyType)a[0].Ref!, a[1], Lib.Text(a[2]), a[3], (int)Lib.Int(a[5]), a[7..]))
            .ClassMethod("gzopen", "cls, name, mode='r', fileobj=None, compresslevel=9, " + options, static a => Open((PyType)a[0].Ref!, a[1], Lib.Text(a[2]) + ":gz", a[3], (int)Lib.Int(a[4]), a[5..]))
            .ClassMethod("bz2open", "cls, name, mode='r', fileobj=None, compresslevel=9, " + options, static a => Open((PyType)a[0].Ref!, a[1], Lib.Text(a[2]) + ":bz2", a[3], (int)Lib.Int(a[4]), a[5..]))
            .ClassMethod("xzopen", "cls, name, mode='r', fileobj=None, preset=None, " + options, static a => Open((PyType)a[0].Ref!, a[1], Lib.Text(a[2]) + ":xz", a[3], 9, a[5..]))
            .ClassMethod("taropen", "cls, name, mode='r', fileobj=None, " + options, static a => Open((PyType)a[0].Ref!, a[1], Lib.Text(a[2]) + ":", a[3], 9, a[4..]))
            .Property("name", static o => Self(o)._name).Property("mode", static o => Self(o)._mode).Property("fileobj", static o => Self(o)._file).Property("closed", static o => Self(o)._closed)
            .Property("offset", static o => Self(o)._offset).Property("members", static o => o.Invoke("getmembers"))
            .Attribute("extraction_filter", Any.None).Attribute("format", 2).Attribute("encoding", "utf-8").Attribute("errors", "surrogateescape").Attribute("ignore_zeros", false).Attribute("dereference", false).Attribute("debug", 0).Attribute("errorlevel", 1)
            .Method("__enter__", static o =>
            {
                Self(o).CheckOpen();
                return o;
            })
            .Method("__exit__", "self, type, value, traceback", static a => Lib.Do(() => Self(a[0]).Close(finish: a[1].IsNone)))
            .Method("close", static o => Lib.Do(() => Self(o).Close(finish: true)));
        Reading(type);
        Extraction(type);
        Writing(type);
        return type;
    }

    private static Any Open(PyType cls, Any name, string mode, Any file, int level, Any[] options)
    {
        if (!name.Truth && !file.Truth)
            throw new ValueError("nothing to open");
        var parts = mode.Split(mode.Contains('|', StringComparison.Ordinal) ? '|' : ':', 2);
        var (kind, packing) = (parts[0].Length > 0 ? parts[0] : "r", parts.Length > 1 ? parts[1] : mode.StartsWith('r') ? "*" : "");
        if (kind is not ("r" or "w" or "x" or "a") || (parts.Length > 1 && kind == "a" && packing.Length > 0))
            throw new ValueError(parts.Length > 1 ? "mode must be 'r', 'w' or 'x'" : "undiscernible mode");
        if (packing is not ("" or "*" or "gz" or "bz2" or "xz" or "tar"))
            throw TarfileModule.CompressionError($"unknown compression type {Str.Repr(packing)}");
        if (packing == "xz" && !LzmaNative.Exists)
            throw TarfileModule.CompressionError("lzma module is not available");
        var made = new TarArchive { _level = level };
        made.SetClass(cls);
        made.Initialise(name, kind, file, packing, options);
        return made;
    }

    private int _level = 9;

    private void Initialise(Any name, string mode, Any file, string packing, Any[] options)
    {
        if (mode is not ("r" or "w" or "x" or "a"))
            throw new ValueError("mode must be 'r', 'a', 'w' or 'x'");
        _mode = mode;
        Configure(options);
        if (file.IsNone)
        {
            file = _owned = Builtins.Get("open").Call(name, mode switch { "r" => "rb", "a" => "r+b", "w" => "wb", _ => "xb" });
        }
        else if (name.IsNone && Operators.GetAttr(file, "name", Any.None) is { Ref: string or PyBytes } own)
        {
            name = own;
        }
        _name = name.IsNone ? Any.None : PosixPaths.Absolute(PathText.Of(name).Text);
        _file = file;
        try
        {
            if (mode is "r" or "a")
                Load(packing);
            else if (packing == "gz")
                _file = Modules.Import("gzip").Get("GzipFile").Call(new Arguments { name, mode + "b", _level, file });
            else if (packing == "bz2")
                _file = Modules.Import("bz2").Get("BZ2File").Call(new Arguments { file, mode, { "compresslevel", _level } });
            else if (packing == "xz")
                _file = Modules.Import("lzma").Get("LZMAFile").Call(new Arguments { file, mode });
            if (mode != "r" && ((Any)this).Get("pax_headers") is { Truth: true } common)
                Put(TarFormat.Global(new PyDict<Any, Any>(Operators.MappingItems(common).Select(static p => KeyValuePair.Create(p.Key, p.Value)))));
        }
        catch
        {
            if (!_owned.IsNone)
                _owned.Invoke("close");
            throw;
        }
    }

    private string Encoding => Operators.Str(((Any)this).Get("encoding"));

    private string Errors => Operators.Str(((Any)this).Get("errors"));

    /// <summary>What is given stands over what the class says.</summary>
    private void Configure(Any[] options)
    {
        Any self = this;
        foreach (var (name, place) in ((string, int)[])[("format", 0), ("dereference", 2), ("ignore_zeros", 3), ("encoding", 4), ("errors", 5), ("debug", 7), ("errorlevel", 8)])
            if (!options[place].IsNone)
                self.Set(name, options[place]);
        self.Set("pax_headers", options[6].IsNone || !Operators.Equal(self.Get("format"), TarFormat.Pax) ? new PyDict<Any, Any>() : options[6]);
    }

    /// <exception cref="OSError">The archive is closed.</exception>
    private void CheckOpen(string? modes = null)
    {
        if (_closed)
            throw new OSError($"{Class.Name} is closed");
        if (modes is not null && !modes.Contains(_mode, StringComparison.Ordinal))
            throw new OSError($"bad operation for mode {Str.Repr(_mode)}");
    }

    private void Close(bool finish)
    {
        if (_closed)
            return;
        _closed = true;
        try
        {
            if (finish && _mode is "w" or "x" or "a" && finish)
            {
                Put(new byte[2 * TarHeader.Block]);
                if (_offset % Record is not 0 and var rest)
                    Put(new byte[Record - rest]);
            }
        }
        finally
        {
            // What packs the file ends with the archive; a file that was given stays open.
            if (_file.Ref is Compression.GzipFile or Bzip2.Bz2File)
                _file.Invoke("close");
            if (!_owned.IsNone)
                _owned.Invoke("close");
        }
    }

    private void Put(byte[] data)
    {
        _file.Invoke("write", PyBytes.Wrap(data));
        _offset += data.Length;
    }
}
