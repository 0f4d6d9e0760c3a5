using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.OsModule;

namespace Pytocs.Runtime.Library;

/// <summary>os: <see href="https://docs.python.org/3.13/library/os.html#files-and-directories">files and directories</see> by their paths.</summary>
internal static class OsFiles
{
    private static Any Call(int result, Any path, Any? second = null)
    {
        Posix.Check(result, PathText.Shown(path), second is { } other ? PathText.Shown(other) : (Any?)null);
        return Any.None;
    }

    public static void Add(PyModule module) => module
        .FileFunction("stat", "path, *, dir_fd=None, follow_symlinks=True", static a => FileStatus.Of(Checked(a[0], "stat"), a[2].Truth).ToAny())
        .FileFunction("lstat", "path, *, dir_fd=None", static a => FileStatus.Of(Checked(a[0], "lstat"), follow: false).ToAny())
        .Function("fstat", "fd", static a => FileStatus.Of(Lib.Int(a[0])).ToAny())
        .FileFunction("access", "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", static a => OperatingSystem.IsWindows()
            ? File.Exists(P(a[0], "access")) || Directory.Exists(P(a[0]))
            : Posix.Access(Posix.C(P(a[0], "access")), (int)Lib.Int(a[1])) == 0)
        .FileFunction("mkdir", "path, mode=511, *, dir_fd=None", static a => MakeDirectory(a[0], (uint)Lib.Int(a[1])))
        .FileFunction("rmdir", "path, *, dir_fd=None", static a => Remove(a[0], "rmdir", folder: true))
        .FileFunction("remove", "path, *, dir_fd=None", static a => Remove(a[0], "remove", folder: false))
        .FileFunction("unlink", "path, *, dir_fd=None", static a => Remove(a[0], "unlink", folder: false))
        .FileFunction("rename", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", static a => Rename(a[0], a[1], "rename"))
        .FileFunction("replace", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", static a => Rename(a[0], a[1], "replace"))
        .FileFunction("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", static a => Call(Posix.SymbolicLink(Posix.C(P(a[0], "symlink")), Posix.C(P(a[1], "symlink"))), a[0], a[1]))
        .FileFunction("link", "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", static a => Call(Posix.HardLink(Posix.C(P(a[0], "link")), Posix.C(P(a[1], "link"))), a[0], a[1]))
        .FileFunction("readlink", "path, *, dir_fd=None", static a => PathText.Of(a[0], "readlink") is var p ? p.Back(ReadLink(p.Text, a[0])) : Any.None)
        .FileFunction("chmod", "path, mode, *, dir_fd=None, follow_symlinks=True", static a => Operators.IsIntLike(a[0])
            ? Call(Posix.ChangeMode((int)Lib.Int(a[0]), (uint)Lib.Int(a[1])), a[0])
            : Call(Posix.ChangeMode(Posix.C(P(a[0], "chmod")), (uint)Lib.Int(a[1])), a[0]))
        .FileFunction("chown", "path, uid, gid, *, dir_fd=None, follow_symlinks=True", static a => Call(Posix.ChangeOwner(Posix.C(P(a[0], "chown")), (int)Lib.Int(a[1]), (int)Lib.Int(a[2])), a[0]))
        .Function("truncate", "path, length", static a => Operators.IsIntLike(a[0])
            ? Call(Posix.Truncate((int)Lib.Int(a[0]), Lib.Int(a[1])), a[0])
            : Call(Posix.Truncate(Posix.C(P(a[0], "truncate")), Lib.Int(a[1])), a[0]))
        .FileFunction("utime", "path, times=None, *, ns=, dir_fd=None, follow_symlinks=True", static a => SetTimes(a[0], a[1], a[2], a[4].Truth), Any.Unbound)
        .FileFunction("mkfifo", "path, mode=438, *, dir_fd=None", static a => Call(Posix.MakePipe(Posix.C(P(a[0], "mkfifo")), (uint)Lib.Int(a[1])), a[0]))
        .Function("makedirs", "name, mode=511, exist_ok=False", static a => Lib.Do(() => MakeFolders(PathText.Of(a[0]), a[1], a[2].Truth)))
        .Function("removedirs", "name", static a => RemoveFolders(a[0]))
        .Function("renames", "old, new", static a => Renames(a[0], a[1]));

    private static Any Checked(Any path, string function)
    {
        if (!Operators.IsIntLike(path))
            _ = FileErrors.PathOf(PathText.Shown(path), function);
        return path;
    }

    internal static Any MakeDirectory(Any path, uint mode)
    {
        var name = P(path, "mkdir");
        if (!OperatingSystem.IsWindows())
            return Call(Posix.MakeDirectory(Posix.C(name), mode), path);
        return Directory.Exists(name) || File.Exists(name)
            ? throw FileErrors.Of(17, path)
            : FileErrors.Guard<Any>(path, () => Directory.CreateDirectory(name).FullName).IsNone ? Any.None : Any.None;
    }

    internal static Any Remove(Any path, string function, bool folder)
    {
        var name = P(path, function);
        if (!OperatingSystem.IsWindows())
            return Call(folder ? Posix.RemoveDirectory(Posix.C(name)) : Posix.Unlink(Posix.C(name)), path);
        if (folder ? !Directory.Exists(name) : !File.Exists(name))
            throw FileErrors.Of(2, path);
        return FileErrors.Guard(path, () => Lib.Do(() =>
        {
            if (folder)
                Directory.Delete(name);
            else
                File.Delete(name);
        }));
    }

    internal static Any Rename(Any from, Any to, string function)
    {
        var (old, name) = (P(from, function), P(to, function));
        if (!OperatingSystem.IsWindows())
            return Call(Posix.Rename(Posix.C(old), Posix.C(name)), from, to);
        return FileErrors.Guard(from, () => Lib.Do(() =>
        {
            if (Directory.Exists(old))
                Directory.Move(old, name);
            else
                File.Move(old, name, overwrite: true);
        }));
    }

    internal static string ReadLink(string path, Any shown)
    {
        var buffer = new byte[4096];
        var length = Posix.ReadLink(Posix.C(path), buffer, buffer.Length);
        return length < 0 ? throw Posix.Failure(PathText.Shown(shown)) : Posix.Text(buffer.AsSpan(0, (int)length));
    }

    /// <summary>Times in nanoseconds, from seconds or from <c>ns=</c>.</summary>
    private static Any SetTimes(Any path, Any times, Any ns, bool follow)
    {
        const long now = (1L << 30) - 1;
        if (!ns.IsUnbound && !times.IsNone)
            throw new ValueError("utime: you may specify either 'times' or 'ns' but not both");
        long[] stamps = [0, now, 0, now];
        var given = ns.IsUnbound ? times : ns;
        if (!given.IsNone)
        {
            if (given.Ref is not PyTuple { Count: 2 } pair)
                throw new TypeError(ns.IsUnbound ? "utime: 'times' must be either a tuple of two ints or None" : "utime: 'ns' must be a tuple of two ints");
            for (var i = 0; i < 2; i++)
            {
                var nanoseconds = ns.IsUnbound
                    ? Operators.IsIntLike(pair[i]) ? Lib.Int(pair[i]) * 1_000_000_000 : (long)Math.Floor(Lib.Real(pair[i]) % 1 * 1e9) + ((long)Math.Truncate(Lib.Real(pair[i])) * 1_000_000_000)
                    : Lib.Int(pair[i]);
                (stamps[2 * i], stamps[(2 * i) + 1]) = ((long)Math.Floor(nanoseconds / 1e9), ((nanoseconds % 1_000_000_000) + 1_000_000_000) % 1_000_000_000);
            }
        }
        return Operators.IsIntLike(path)
            ? Call(Posix.SetTimes((int)Lib.Int(path), stamps), path)
            : Call(Posix.SetTimes(-100, Posix.C(P(path, "utime")), stamps, follow ? 0 : 0x100), path);
    }

    private static void MakeFolders(PathText path, Any mode, bool existing)
    {
        var (head, tail) = PosixPaths.Split(path.Text);
        if (tail.Length == 0)
            (head, tail) = PosixPaths.Split(head);
        if (head.Length > 0 && tail.Length > 0 && FileStatus.Read(head) is null)
        {
            try
            {
                MakeFolders(new PathText(head, path.IsBytes), 511, existing);
            }
            catch (FileExistsError)
            {
                // Another process made it meanwhile.
            }
            if (tail == ".")
                return;
        }
        try
        {
            MakeDirectory(path.Back(path.Text), (uint)Lib.Int(mode));
        }
        catch (OSError)
        {
            if (!existing || FileStatus.Read(path.Text) is not { IsDirectory: true })
                throw;
        }
    }

    private static Any RemoveFolders(Any path)
    {
        Remove(path, "rmdir", folder: true);
        var (head, tail) = PosixPaths.Split(P(path));
        if (tail.Length == 0)
            (head, tail) = PosixPaths.Split(head);
        while (head.Length > 0 && tail.Length > 0 && Posix.RemoveDirectory(Posix.C(head)) == 0)
            (head, tail) = PosixPaths.Split(head);
        return Any.None;
    }

    private static Any Renames(Any old, Any name)
    {
        var (head, tail) = PosixPaths.Split(P(name));
        if (head.Length > 0 && tail.Length > 0 && FileStatus.Read(head) is null)
            MakeFolders(new PathText(head, false), 511, existing: false);
        Rename(old, name, "rename");
        (head, tail) = PosixPaths.Split(P(old));
        if (head.Length > 0 && tail.Length > 0 && Posix.RemoveDirectory(Posix.C(head)) == 0)
            while ((head = PosixPaths.Split(head).Head).Length > 0 && Posix.RemoveDirectory(Posix.C(head)) == 0)
            {
            }
        return Any.None;
    }
}
