using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <see href="https://docs.python.org/3.13/library/pathlib.html#concrete-paths">concrete paths</see> ask the system.</summary>
internal static class PathMethods
{
    private static PurePath Self(Any o) => PurePath.Self(o);

    private static Any Os(string function, params Any[] args) => Operators.GetAttr(Modules.Import("os"), function).Call(new Arguments(args));

    private static FileStatus? Status(Any self, bool follow = true)
    {
        try
        {
            return FileStatus.Read(Self(self).Text, follow);
        }
        catch (ValueError)
        {
            return null;
        }
    }

    private static bool IsKind(Any self, uint kind, bool follow = true) => Status(self, follow) is { } status && (status.Mode & 0xf000) == kind;

    public static PyType Add(PyType type)
    {
        AddQuestions(type);
        AddContents(type);
        AddChanges(type);
        return PathSearch.Add(type)
            .ClassMethod("cwd", "cls", static a => a[0].Call(Directory.GetCurrentDirectory()))
            .ClassMethod("home", "cls", static a => a[0].Call("~").Invoke("expanduser"))
            .ClassMethod("from_uri", "cls, uri", static a => FromUri(a[0], Lib.Text(a[1])))
            .Method("absolute", static self => Self(self).IsAbsolute ? self : Self(self).Segments(Directory.GetCurrentDirectory(), self))
            .Method("resolve", "self, strict=False", static (self, strict) => Self(self).Segments(PosixPaths.Real(Self(self).Text, strict.Truth)))
            .Method("expanduser", static self => ExpandUser(self))
            .Method("readlink", static self => Self(self).Segments(OsFiles.ReadLink(Self(self).Text, Self(self).Text)))
            .Method("owner", "self, *, follow_symlinks=True", static (self, follow) => Named("/etc/passwd", FileStatus.Of(self, follow.Truth).User))
            .Method("group", "self, *, follow_symlinks=True", static (self, follow) => Named("/etc/group", FileStatus.Of(self, follow.Truth).Group));
    }

    private static Any FromUri(Any cls, string uri)
    {
        if (!uri.StartsWith("file:", StringComparison.Ordinal))
            throw new ValueError($"URI does not start with 'file:': {Operators.Repr(uri)}");
        var path = uri[5..];
        if (path.StartsWith("///", StringComparison.Ordinal))
            path = path[2..];
        else if (path.StartsWith("//localhost/", StringComparison.Ordinal))
            path = path[11..];
        var made = cls.Call(Uri.UnescapeDataString(path));
        return Self(made).IsAbsolute ? made : throw new ValueError($"URI is not absolute: {Operators.Repr(uri)}");
    }

    private static Any ExpandUser(Any self)
    {
        var path = Self(self);
        if (path.Anchor.Length > 0 || path.Tail is not [['~', ..], ..])
            return self;
        var home = PosixPaths.ExpandUser(path.Tail[0]);
        return home.StartsWith('~') ? throw new RuntimeError("Could not determine home directory.") : Self(Self(self).Segments(home)).Segments([home, .. path.Tail.Skip(1).Select(static t => (Any)t)]);
    }

    private static string Named(string file, uint number) => File.ReadLines(file).Select(static l => l.Split(':')).FirstOrDefault(f => f.Length > 2 && f[2] == $"{number}")?[0]
        ?? throw new KeyError($"{(file.EndsWith("group", StringComparison.Ordinal) ? "getgrgid" : "getpwuid")}(): {(file.EndsWith("group", StringComparison.Ordinal) ? "gid" : "uid")} not found: {number}");

    private static void AddQuestions(PyType type) => type
        .Method("stat", "self, *, follow_symlinks=True", static (self, follow) => FileStatus.Of(self, follow.Truth).ToAny())
        .Method("lstat", static self => FileStatus.Of(self, follow: false).ToAny())
        .Method("exists", "self, *, follow_symlinks=True", static (self, follow) => Status(self, follow.Truth) is not null)
        .Method("is_dir", "self, *, follow_symlinks=True", static (self, follow) => IsKind(self, 0x4000, follow.Truth))
        .Method("is_file", "self, *, follow_symlinks=True", static (self, follow) => IsKind(self, 0x8000, follow.Truth))
        .Method("is_symlink", static self => IsKind(self, 0xa000, follow: false))
        .Method("is_fifo", static self => IsKind(self, 0x1000))
        .Method("is_socket", static self => IsKind(self, 0xc000))
        .Method("is_block_device", static self => IsKind(self, 0x6000))
        .Method("is_char_device", static self => IsKind(self, 0x2000))
        .Method("is_junction", static _ => false)
        .Method("is_mount", static self => Operators.GetAttr(Modules.Import("posixpath"), "ismount").Call(self))
        .Method("samefile", "self, other_path", static (self, other) => FileStatus.Of(self) is var a && FileStatus.Of(other) is var b && a.Inode == b.Inode && a.Device == b.Device);

    private static void AddContents(PyType type) => type
        .Method("open", "self, mode='r', buffering=-1, encoding=None, errors=None, newline=None", static a => Open(a[0], a[1], a[2], a[3], a[4], a[5]))
        .Method("read_bytes", static self => Use(Open(self, "rb"), static f => f.Invoke("read")))
        .Method("read_text", "self, encoding=None, errors=None, newline=None", static a => Use(Open(a[0], "r", -1, a[1], a[2], a[3]), static f => f.Invoke("read")))
        .Method("write_bytes", "self, data", static (self, data) =>
        {
            var bytes = new PyBytes(Buffers.Of(data));
            return Use(Open(self, "wb"), f => f.Invoke("write", bytes));
        })
        .Method("write_text", "self, data, encoding=None, errors=None, newline=None", static a => PyValueInstance.Unwrap(a[1]).Ref is string
            ? Use(Open(a[0], "w", -1, a[2], a[3], a[4]), f => f.Invoke("write", a[1]))
            : throw new TypeError($"data must be str, not {PyType.Of(a[1]).Name}"));

    private static Any Open(Any self, Any mode) => Open(self, mode, -1, Any.None, Any.None, Any.None);

    private static Any Open(Any self, Any mode, Any buffering, Any encoding, Any errors, Any newline)
        => OpenFunction.Open([self, mode, buffering, encoding, errors, newline, true, Any.None]);

    private static Any Use(Any file, Func<Any, Any> action)
    {
        try
        {
            return action(file);
        }
        finally
        {
            file.Invoke("close");
        }
    }

    private static void AddChanges(PyType type) => type
        .Method("touch", "self, mode=438, exist_ok=True", static a => Touch(a[0], a[1], a[2].Truth))
        .Method("mkdir", "self, mode=511, parents=False, exist_ok=False", static a => Lib.Do(() => MakeFolder(a[0], (uint)Lib.Int(a[1]), a[2].Truth, a[3].Truth)))
        .Method("chmod", "self, mode, *, follow_symlinks=True", static a => Os("chmod", a[0], a[1]))
        .Method("lchmod", "self, mode", static a => Os("chmod", a[0], a[1]))
        .Method("unlink", "self, missing_ok=False", static (self, missing) =>
        {
            try
            {
                return OsFiles.Remove(Self(self).Text, "unlink", folder: false);
            }
            catch (FileNotFoundError) when (missing.Truth)
            {
                return Any.None;
            }
        })
        .Method("rmdir", static self => OsFiles.Remove(Self(self).Text, "rmdir", folder: true))
        .Method("rename", "self, target", static (self, target) => Moved(self, target, "rename"))
        .Method("replace", "self, target", static (self, target) => Moved(self, target, "replace"))
        .Method("symlink_to", "self, target, target_is_directory=False", static a => Os("symlink", a[1], a[0]))
        .Method("hardlink_to", "self, target", static a => Os("link", a[1], a[0]));

    private static Any Moved(Any self, Any target, string function)
    {
        OsFiles.Rename(self, target, function);
        return Self(self).Segments(target);
    }

    private static Any Touch(Any self, Any mode, bool existing)
    {
        if (existing && FileStatus.Read(Self(self).Text) is not null)
            return Os("utime", self);
        return Os("close", Os("open", self, 0x41 | (existing ? 0 : 0x80), mode));
    }

    private static void MakeFolder(Any self, uint mode, bool parents, bool existing)
    {
        try
        {
            OsFiles.MakeDirectory(Self(self).Text, mode);
        }
        catch (FileNotFoundError)
        {
            var parent = Self(self).Parent;
            if (!parents || Self(parent).Text == Self(self).Text)
                throw;
            MakeFolder(parent, 511, parents: true, existing: true);
            MakeFolder(self, mode, parents: false, existing);
        }
        catch (OSError)
        {
            if (!existing || FileStatus.Read(Self(self).Text) is not { IsDirectory: true })
                throw;
        }
    }
}
