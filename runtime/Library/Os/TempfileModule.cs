using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/tempfile.html">tempfile</see>.</summary>
internal static class TempfileModule
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789_";

    private const string OpenSignature = "buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None";

    private static readonly PyModule s_module = new("tempfile");

    public static PyModule Build() => s_module.Type(TemporaryDirectory.Type).Type(SpooledFile.Type)
        .Value("tempdir", Any.None).Value("TMP_MAX", 10000).Value("template", "tmp").Value("_TemporaryFileWrapper", TemporaryFileWrapper.Type)
        .Function("gettempdir", "", static _ => Folder())
        .Function("gettempdirb", "", static _ => PyBytes.Wrap(Codecs.Encode(Operators.Str(Folder()), "utf-8", "surrogateescape")))
        .Function("gettempprefix", "", static _ => "tmp")
        .Function("gettempprefixb", "", static _ => new PyBytes("tmp"u8))
        .Function("mkdtemp", "suffix=None, prefix=None, dir=None", static a => MakeFolder(a[0], a[1], a[2]))
        .Function("mktemp", "suffix='', prefix='tmp', dir=None", static a => Name(a[0], a[1], a[2]))
        .Function("mkstemp", "suffix=None, prefix=None, dir=None, text=False", static a => MakeFile(a[0], a[1], a[2]) is var (descriptor, path) ? PyTuple.Of(descriptor, path) : Any.None)
        .Function("TemporaryFile", $"mode='w+b', {OpenSignature}, *, errors=None", static a =>
        {
            // POSIX lets an open file lose its name, and so it goes with its last user.
            var (descriptor, path) = MakeFile(a[4], a[5], a[6]);
            OsFiles.Remove(path, "unlink", folder: false);
            return OpenFunction.Open([descriptor, a[0], a[1], a[2], a[7], a[3], true, Any.None]);
        })
        .Function("NamedTemporaryFile", $"mode='w+b', {OpenSignature}, delete=True, *, errors=None, delete_on_close=True", static a =>
        {
            var (descriptor, path) = MakeFile(a[4], a[5], a[6]);
            return new TemporaryFileWrapper(OpenFunction.Open([descriptor, a[0], a[1], a[2], a[8], a[3], true, Any.None]), path, a[7].Truth, a[9].Truth);
        });

    private static Any Folder()
    {
        if (s_module.Namespace.TryGetValue("tempdir", out var set) && !set.IsNone)
            return set;
        Any found = ((string?[])[OsEnviron.Get("TMPDIR"), OsEnviron.Get("TEMP"), OsEnviron.Get("TMP"), Path.GetTempPath(), "/tmp"]).First(static d => d is { Length: > 0 } && Directory.Exists(d)) is var folder && folder!.Length > 1 ? folder.TrimEnd('/') : folder;
        s_module.Namespace["tempdir"] = found;
        return found;
    }

    /// <summary>A path that is free.</summary>
    private static Any Name(Any suffix, Any prefix, Any folder)
    {
        var kinds = ((Any[])[suffix, prefix, folder]).Where(static a => !a.IsNone).Select(static a => PathText.Of(a).IsBytes).Distinct().ToArray();
        if (kinds.Length > 1)
            throw new TypeError("Can't mix bytes and non-bytes in path components.");
        var form = new PathText("", kinds is [true]);
        var home = PosixPaths.Absolute(folder.IsNone ? Operators.Str(Folder()) : PathText.Of(folder).Text);
        var random = new string(System.Security.Cryptography.RandomNumberGenerator.GetItems<char>(Letters, 8));
        return form.Back(PosixPaths.Join(home, (prefix.IsNone ? "tmp" : PathText.Of(prefix).Text) + random + (suffix.IsNone ? "" : PathText.Of(suffix).Text)));
    }

    private static (int Descriptor, Any Path) MakeFile(Any suffix, Any prefix, Any folder)
    {
        var path = Name(suffix, prefix, folder);
        return (Posix.Check(Posix.Open(Posix.C(FileErrors.PathOf(path)), 0x800c2, 0x180), path), path);
    }

    internal static Any MakeFolder(Any suffix, Any prefix, Any folder)
    {
        var path = Name(suffix, prefix, folder);
        OsFiles.MakeDirectory(path, 0x1c0);
        return path;
    }

    private sealed class TemporaryDirectory(Any path, bool ignoresErrors, bool deletes) : PyObject
    {
        public static readonly PyType Type = CreateType();

        public override PyType Class => Type;

        private Any Folder => path;

        private static TemporaryDirectory Self(Any o) => (TemporaryDirectory)o.Ref!;

        private static PyType CreateType()
        {
            var type = PyType.Builtin("TemporaryDirectory", module: "tempfile");
            type.New("cls, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True", static a =>
            {
                var made = new TemporaryDirectory(MakeFolder(a[1], a[2], a[3]), a[4].Truth, a[5].Truth);
                if (a[5].Truth)
                    Script.AtExit.Add(() => made.Cleanup());
                return made;
            });
            return type
                .Property("name", static o => Self(o).Folder)
                .Method("__repr__", static o => $"<TemporaryDirectory {Operators.Repr(Self(o).Folder)}>")
                .Method("__enter__", static o => Self(o).Folder)
                .Method("__exit__", "self, exc, value, tb", static a => Self(a[0]).IsKept ? Any.None : Self(a[0]).Cleanup())
                .Method("cleanup", static o => Self(o).Cleanup());
        }

        private bool IsKept => !deletes;

        private Any Cleanup()
        {
            if (FileStatus.Read(FileErrors.PathOf(path), follow: false) is not null)
                Operators.GetAttr(Modules.Import("shutil"), "rmtree").Call(new Arguments { path, { "ignore_errors", ignoresErrors } });
            return Any.None;
        }
    }
}
