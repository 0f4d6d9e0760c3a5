namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/tempfile.html">tempfile</see>.</summary>
internal static class TempfileModule
{
    public static PyModule Build() => new PyModule("tempfile").Type(TemporaryDirectory.Type)
        .Function("gettempdir", "", static _ => Path.GetTempPath().TrimEnd('/'))
        .Function("mkdtemp", "suffix=None, prefix=None, dir=None", static a => MakeFolder(a[0], a[1], a[2]))
        .Function("mktemp", "suffix='', prefix='tmp', dir=None", static a => Unique(a[0], a[1], a[2]))
        .Function("mkstemp", "suffix=None, prefix=None, dir=None, text=False", static a =>
        {
            var path = Unique(a[0], a[1], a[2]);
            File.Create(path).Dispose();
            return PyTuple.Of(3, path);
        })
        .Function("TemporaryFile", "mode='w+b', **kwargs", static a => Open(a[0], delete: true))
        .Function("NamedTemporaryFile", "mode='w+b', delete=True, **kwargs", static a => Open(a[0], a[1].Truth));

    private static string Unique(Any suffix, Any prefix, Any folder)
        => Path.Combine(folder.IsNone ? Path.GetTempPath() : FileErrors.PathOf(folder), (prefix.IsNone ? "tmp" : Operators.Str(prefix)) + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)[..8] + (suffix.IsNone ? "" : Operators.Str(suffix)));

    internal static string MakeFolder(Any suffix, Any prefix, Any folder)
    {
        var path = Unique(suffix, prefix, folder);
        Directory.CreateDirectory(path);
        return path;
    }

    private static Any Open(Any mode, bool delete)
    {
        var path = Unique(Any.None, Any.None, Any.None);
        var text = (string)mode.Ref!;
        var file = OpenFunction.Binary(path, "w+", raw: false);
        // POSIX lets an open file lose its name, and so it goes with its last user.
        if (delete)
            File.Delete(path);
        return text.Contains('b', StringComparison.Ordinal) ? file : new TextFile(file, "UTF-8", "strict", null) { Name = path, Mode = text };
    }

    private sealed class TemporaryDirectory(string path) : PyObject
    {
        public static readonly PyType Type = CreateType();

        public override PyType Class => Type;

        private string Folder => path;

        private static TemporaryDirectory Self(Any o) => (TemporaryDirectory)o.Ref!;

        private static PyType CreateType()
        {
            var type = PyType.Builtin("TemporaryDirectory", module: "tempfile");
            type.New("cls, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True", static a => new TemporaryDirectory(MakeFolder(a[1], a[2], a[3])));
            return type
                .Property("name", static o => Self(o).Folder)
                .Method("__enter__", static o => Self(o).Folder)
                .Method("__exit__", "self, *args", static (o, _) => Self(o).Cleanup())
                .Method("cleanup", static o => Self(o).Cleanup());
        }

        private Any Cleanup()
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            return Any.None;
        }
    }
}
