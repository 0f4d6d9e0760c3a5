using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>An archive: <see href="https://docs.python.org/3.13/library/zipfile.html#zipfile-objects">zipfile.ZipFile</see>.</summary>
internal sealed partial class ZipArchiveFile : PyContainer
{
    public static readonly PyType Type = CreateType();

    private readonly List<ZipEntry> _entries = [];
    private readonly Dictionary<string, ZipEntry> _names = new(StringComparer.Ordinal);
    private string _mode = "r";
    private Any _name = Any.None;
    private Any _comment = new PyBytes([]);
    private Any _password = Any.None;
    private bool _owns;
    private bool _changed;
    private bool _writing;
    private long _start;

    public Any File { get; private set; } = Any.None;

    public int Method { get; private set; }

    public Any Level { get; private set; } = Any.None;

    protected override PyType BuiltinClass => Type;

    private static ZipArchiveFile Self(Any o) => (ZipArchiveFile)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("ZipFile", module: "zipfile");
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new ZipArchiveFile();
            made.SetClass(cls);
            return made;
        });
        type.Method("__init__", "self, file, mode='r', compression=0, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None", static a => Lib.Do(() => Self(a[0]).Initialise(a[1], Lib.Text(a[2]), (int)Lib.Int(a[3]), a[5])))
            .Property("fp", static o => Self(o).File).Property("filename", static o => Self(o)._name, static (o, v) => Self(o)._name = v).Property("mode", static o => Self(o)._mode, static (o, v) => Self(o)._mode = Lib.Text(v))
            .Property("filelist", static o => Lib.List(Self(o)._entries.Select(static e => (Any)e)))
            .Property("NameToInfo", static o => new PyDict<Any, Any>(Self(o)._names.Select(static p => KeyValuePair.Create((Any)p.Key, (Any)p.Value))))
            .Property("compression", static o => Self(o).Method, static (o, v) => Self(o).Method = (int)Lib.Int(v))
            .Property("compresslevel", static o => Self(o).Level, static (o, v) => Self(o).Level = v)
            .Property("pwd", static o => Self(o)._password)
            .Property("start_dir", static o => Self(o)._start)
            .Property("comment", static o => Self(o)._comment, static (o, v) => Self(o).SetComment(v))
            .Attribute("debug", 0)
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, type, value, traceback", static a => Lib.Do(() => a[0].Invoke("close")))
            .Method("close", static o => Lib.Do(() => Self(o).Close()))
            .Method("__repr__", static o => Self(o).Shown());
        Reading(type);
        Writing(type);
        return type;
    }

    private void Initialise(Any file, string mode, int method, Any level)
    {
        if (mode is not ("r" or "w" or "x" or "a"))
            throw new ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'");
        ZipfileModule.CheckMethod(method);
        (_mode, Method, Level) = (mode, method, level);
        if (PyValueInstance.Unwrap(file).Ref is string or PyBytes || !PyType.Of(file).Lookup("__fspath__").IsUnbound)
        {
            _name = PathText.Shown(file);
            _owns = true;
            File = Opened(_name);
        }
        else
        {
            File = file;
            _name = Operators.GetAttr(file, "name", Any.None);
        }
        try
        {
            Begin();
        }
        catch
        {
            var opened = File;
            File = Any.None;
            if (_owns)
                opened.Invoke("close");
            throw;
        }
    }

    private Any Opened(Any path)
    {
        var open = Builtins.Get("open");
        if (_mode != "a")
            return open.Call(path, _mode switch { "r" => "rb", "w" => "w+b", _ => "x+b" });
        try
        {
            return open.Call(path, "r+b");
        }
        catch (FileNotFoundError)
        {
            return open.Call(path, "w+b");
        }
    }

    private void Begin()
    {
        if (_mode is "w" or "x")
        {
            _changed = true;
            _start = CanSeek ? Lib.Int(File.Invoke("tell")) : 0;
            return;
        }
        try
        {
            var entries = ZipDirectory.Entries(File, out var end);
            _comment = new PyBytes(end.Comment);
            _start = end.Offset + end.Before;
            foreach (var entry in entries)
                Add(entry);
            if (_mode == "a")
                File.Invoke("seek", _start);
        }
        catch (PyException error) when (_mode == "a" && error.Class.Name == "BadZipFile")
        {
            // What is no archive gets one behind it.
            _changed = true;
            _start = Lib.Int(File.Invoke("seek", 0, 2));
        }
    }

    private bool CanSeek => Operators.GetAttr(File, "seekable", Any.None) is { IsNone: false } asks && asks.Call().Truth;

    private void Add(ZipEntry entry)
    {
        _entries.Add(entry);
        _names[entry.Name] = entry;
    }

    /// <exception cref="ValueError">The archive is closed.</exception>
    private void CheckOpen(string message = "Attempt to use ZIP archive that was already closed")
    {
        if (File.IsNone)
            throw new ValueError(message);
    }

    private void SetComment(Any comment)
    {
        if (comment.Ref is not PyBytesBase bytes)
            throw new TypeError($"comment: expected bytes, got <class '{PyType.Of(comment).Name}'>");
        _comment = new PyBytes(bytes.Span);
        _changed = true;
    }

    private void Close()
    {
        if (File.IsNone)
            return;
        if (_writing)
            throw new ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.");
        var file = File;
        try
        {
            if (_mode is "w" or "x" or "a" && _changed)
            {
                if (CanSeek)
                    file.Invoke("seek", _start);
                file.Invoke("write", PyBytes.Wrap(ZipDirectory.Written(_entries, _start, Buffers.Of(_comment).ToArray())));
                if (_mode == "a")
                    file.Invoke("truncate");
                file.Invoke("flush");
            }
        }
        finally
        {
            File = Any.None;
            if (_owns)
                file.Invoke("close");
        }
    }

    private string Shown()
    {
        var name = PyType.Of(this) is var type ? $"{type.Module}.{type.QualName}" : "";
        if (File.IsNone)
            return $"<{name} [closed]>";
        var text = _owns ? $" filename={Operators.Repr(_name)}" : $" file={Operators.Repr(File)}" + (_name.IsNone ? "" : $" filename={Operators.Repr(_name)}");
        return $"<{name}{text} mode={Str.Repr(_mode)}>";
    }
}
