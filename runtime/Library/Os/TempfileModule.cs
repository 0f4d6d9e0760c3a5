using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/tempfile.html">tempfile</see>.</summary>
internal static class TempfileModule
{
    private const string OpenSignature = "buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None";

    private static Any Os => Modules.Import("os");

    public static PyModule Build() => TemporaryNames.AddTo(new PyModule("tempfile").Type(TemporaryDirectory.Type).Type(SpooledFile.Type))
        .Value("_TemporaryFileWrapper", TemporaryFileWrapper.Type)
        .Python("mkdtemp", "suffix=None, prefix=None, dir=None", static a => MakeFolder(a[0], a[1], a[2]))
        .Python("mktemp", "suffix='', prefix=None, dir=None", static a => FreePath(a[0], a[1], a[2]))
        .Python("mkstemp", "suffix=None, prefix=None, dir=None, text=False", static a => MakeFile(a[0], a[1], a[2]) is var (descriptor, path) ? PyTuple.Of(descriptor, path) : Any.None)
        .Python("TemporaryFile", $"mode='w+b', {OpenSignature}, *, errors=None", static a =>
        {
            // POSIX lets an open file lose its name, and so it goes with its last user.
            var (descriptor, path) = MakeFile(a[4], a[5], a[6]);
            Os.Invoke("unlink", path);
            return Open(descriptor, a, a[7], null);
        })
        .Python("NamedTemporaryFile", $"mode='w+b', {OpenSignature}, delete=True, *, errors=None, delete_on_close=True", static a =>
        {
            var (descriptor, path) = MakeFile(a[4], a[5], a[6]);
            return new TemporaryFileWrapper(Open(descriptor, a, a[8], () => Os.Invoke("unlink", path)), path, a[7].Truth, a[9].Truth);
        });

    /// <summary>A file object over a descriptor, which is closed where there can be none.</summary>
    private static Any Open(int descriptor, Any[] a, Any errors, Action? failed)
    {
        try
        {
            return Modules.Import("io").Get("open").Call(new Arguments { descriptor, a[0], a[1], a[2], errors, a[3] });
        }
        catch
        {
            failed?.Invoke();
            try
            {
                Os.Invoke("close", descriptor);
            }
            catch (OSError)
            {
                // What failed may have closed it.
            }
            throw;
        }
    }

    /// <summary>A path that no file has now.</summary>
    private static Any FreePath(Any suffix, Any prefix, Any folder)
    {
        foreach (var path in TemporaryNames.Paths(suffix, prefix, folder))
            if (FileStatus.Read(FileErrors.PathOf(path), follow: false) is null)
                return path.Ref is PyBytes ? path : PosixPaths.Absolute(FileErrors.PathOf(path));
        throw OSError.Create(17, "No usable temporary filename found");
    }

    private static (int Descriptor, Any Path) MakeFile(Any suffix, Any prefix, Any folder) => TemporaryNames.FirstFree(suffix, prefix, folder, static path =>
    {
        var place = Absolute(path);
        return ((int)Lib.Int(Os.Invoke("open", place, TemporaryNames.OpenFlags, 0x180)), place);
    });

    internal static Any MakeFolder(Any suffix, Any prefix, Any folder) => TemporaryNames.FirstFree(suffix, prefix, folder, static path =>
    {
        var place = Absolute(path);
        Os.Invoke("mkdir", place, 0x1c0);
        return place;
    });

    private static Any Absolute(Any path) => PathText.Of(path) is var p ? p.Back(PosixPaths.Absolute(p.Text)) : path;

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
            return type.Subscripted()
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
