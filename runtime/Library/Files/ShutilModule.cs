using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/shutil.html">shutil</see>.</summary>
internal static class ShutilModule
{
    public static readonly PyType Error = PyType.Emitted("Error", "shutil", OSError.Type);
    private static readonly PyType s_sameFile = PyType.Emitted("SameFileError", "shutil", Error);
    private static readonly PyType s_specialFile = PyType.Emitted("SpecialFileError", "shutil", OSError.Type);
    private static readonly PyType s_exec = PyType.Emitted("ExecError", "shutil", OSError.Type);
    public static readonly PyType ReadError = PyType.Emitted("ReadError", "shutil", OSError.Type);
    public static readonly PyType RegistryError = PyType.Emitted("RegistryError", "shutil", PyException.Type);
    private static readonly PyType s_usage = NamedTuples.Make("shutil.usage", ["total", "used", "free"]);

    public static PyModule Build()
    {
        var module = new PyModule("shutil").Type(Error).Type(s_sameFile).Type(s_specialFile).Type(s_exec).Type(ReadError).Type(RegistryError)
            .Python("copyfileobj", "fsrc, fdst, length=0", static a => CopyStream(a[0], a[1], Lib.Int(a[2]) is > 0 and var n ? n : 65536))
            .Python("copyfile", "src, dst, *, follow_symlinks=True", static a => CopyFile(a[0], a[1], a[2].Truth))
            .Python("copymode", "src, dst, *, follow_symlinks=True", static a => Lib.Do(() => Posix.Check(Posix.ChangeMode(Posix.C(P(a[1])), FileStatus.Of(a[0]).Mode & 0xfff), a[1])))
            .Python("copystat", "src, dst, *, follow_symlinks=True", static a => Lib.Do(() => CopyStatus(a[0], a[1], a[2].Truth)))
            .Python("copy", "src, dst, *, follow_symlinks=True", static a => Copy(a[0], a[1], a[2].Truth, withTimes: false))
            .Python("copy2", "src, dst, *, follow_symlinks=True", static a => Copy(a[0], a[1], a[2].Truth, withTimes: true))
            .Python("move", "src, dst, copy_function=", static a => FileTrees.Move(a[0], a[1], a[2]), Any.Unbound)
            .Python("rmtree", "path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None", static a => Lib.Do(() => FileTrees.Remove(a[0], a[1].Truth, a[2], a[3])))
            .Python("copytree", "src, dst, symlinks=False, ignore=None, copy_function=, ignore_dangling_symlinks=False, dirs_exist_ok=False", static a => FileTrees.Copy(a[0], a[1], a[2].Truth, a[3], a[4], a[5].Truth, a[6].Truth), Any.Unbound)
            .Python("ignore_patterns", "*patterns", static a => FileTrees.Ignoring([.. Lib.Tuple(a[0]).Select(Operators.Str)]))
            .Python("disk_usage", "path", static a =>
            {
                var drive = new DriveInfo(PosixPaths.Absolute(P(a[0])));
                return s_usage.Call(drive.TotalSize, drive.TotalSize - drive.TotalFreeSpace, drive.AvailableFreeSpace);
            })
            .Python("which", "cmd, mode=1, path=None", static a => Which(a[0], (int)Lib.Int(a[1]), a[2]))
            .Python("get_terminal_size", "fallback=", static a => Terminal.Size((int)Lib.Int(a[0][0]), (int)Lib.Int(a[0][1])) is var (columns, lines) ? OsModule.TerminalSize(columns, lines) : Any.None, PyTuple.Of(80, 24))
            .Python("chown", "path, user=None, group=None, *, dir_fd=None, follow_symlinks=True", static a => a[1].IsNone && a[2].IsNone
                ? throw new ValueError("user and/or group must be set")
                : Lib.Do(() => Posix.Check(Posix.ChangeOwner(Posix.C(P(a[0])), a[1].IsNone ? -1 : (int)Lib.Int(a[1]), a[2].IsNone ? -1 : (int)Lib.Int(a[2])), a[0])));
        module.Python("_destinsrc", "src, dst", static a => FileTrees.IsWithin(a[1], a[0]));
        Archives.Add(module);
        module.Type(PyType.Emitted("_GiveupOnFastCopy", "shutil", PyException.Type)).Value("_USE_CP_SENDFILE", false).Value("_use_fd_functions", false).Value("COPY_BUFSIZE", 65536);
        module.Load("rmtree").Set("avoids_symlink_attacks", false);
        return module;
    }

    internal static string P(Any path) => FileErrors.PathOf(path);

    internal static BaseException Failure(PyType type, Any message) => (BaseException)type.Call(message).Ref!;

    private static Any CopyStream(Any from, Any to, long length)
    {
        while (from.Invoke("read", length) is { Truth: true } part)
            to.Invoke("write", part);
        return Any.None;
    }

    internal static Any CopyFile(Any from, Any to, bool follow)
    {
        var (source, target) = (P(from), P(to));
        if (FileStatus.Read(source) is { } own && FileStatus.Read(target) is { } other && own.Inode == other.Inode && own.Device == other.Device)
            throw Failure(s_sameFile, $"{Operators.Repr(PathText.Shown(from))} and {Operators.Repr(PathText.Shown(to))} are the same file");
        foreach (var path in (string[])[source, target])
            if (FileStatus.Read(path) is { } status && (status.Mode & 0xf000) == 0x1000)
                throw Failure(s_specialFile, $"`{path}` is a named pipe");
        if (!follow && FileStatus.Read(source, follow: false) is { IsLink: true })
        {
            Posix.Check(Posix.SymbolicLink(Posix.C(OsFiles.ReadLink(source, from)), Posix.C(target)), from, to);
            return to;
        }
        if (target.EndsWith('/') && FileStatus.Read(target) is null && FileStatus.Read(source) is not null)
            throw new FileNotFoundError($"Directory does not exist: {target}");
        var (reader, writer) = (OpenFunction.Binary(from, "r", raw: false), (BinaryStream?)null);
        try
        {
            writer = OpenFunction.Binary(to, "w", raw: false);
            var buffer = new byte[1 << 16];
            for (var count = reader.Read(buffer); count > 0; count = reader.Read(buffer))
                writer.Write(buffer.AsSpan(0, count));
        }
        finally
        {
            reader.Close();
            writer?.Close();
        }
        return to;
    }

    internal static void CopyStatus(Any from, Any to, bool follow)
    {
        var status = FileStatus.Of(from, follow);
        if (status.IsLink)
            return;
        static long[] Stamp(long time) => [(long)Math.Floor(time / 1e9), time % 1_000_000_000];
        Posix.Check(Posix.SetTimes(-100, Posix.C(P(to)), [.. Stamp(status.AccessTime), .. Stamp(status.ModifyTime)], 0), to);
        Posix.Check(Posix.ChangeMode(Posix.C(P(to)), status.Mode & 0xfff), to);
    }

    private static Any Copy(Any from, Any to, bool follow, bool withTimes)
    {
        if (FileStatus.Read(P(to)) is { IsDirectory: true })
            to = PathText.Of(to) is var folder ? folder.Back(PosixPaths.Join(folder.Text, PosixPaths.Split(P(from)).Tail)) : to;
        CopyFile(from, to, follow);
        if (withTimes)
            CopyStatus(from, to, follow);
        else if (FileStatus.Read(P(from), follow) is { IsLink: false } status)
            Posix.Check(Posix.ChangeMode(Posix.C(P(to)), status.Mode & 0xfff), to);
        return to;
    }

    private static Any Which(Any command, int mode, Any path)
    {
        var name = PathText.Of(command);
        bool Runs(string file) => FileStatus.Read(file) is { IsDirectory: false } && Posix.Access(Posix.C(file), mode) == 0;
        if (name.Text.Contains('/', StringComparison.Ordinal))
            return Runs(name.Text) ? command : Any.None;
        var searched = path.IsNone ? OsEnviron.Get("PATH") ?? "/bin:/usr/bin" : P(path);
        if (searched.Length == 0)
            return Any.None;
        var folders = searched.Split(':').Distinct();
        var found = folders.Select(f => PosixPaths.Join(f, name.Text)).FirstOrDefault(Runs);
        return found is null ? Any.None : name.Back(found);
    }
}
