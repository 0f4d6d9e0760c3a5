using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>os: programs that take this one's place, or that it starts and waits for; file systems.</summary>
internal static class OsPrograms
{
    private static readonly StructSequence s_fileSystem = new("os.statvfs_result",
        ["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"], ["f_fsid"]);

    private const int Interrupted = 4;

    public static void Add(PyModule module)
    {
        if (OperatingSystem.IsWindows())
            return;
        module.Function("execv", "path, argv, /", static (path, argv) => Replace("execv", path, argv, null))
            .Function("execve", "path, argv, env", static a => Replace("execve", a[0], a[1], a[2]))
            .Function("execvp", "file, args", static (file, args) => Search(file, program => Replace("execv", program, args, null), Any.None))
            .Function("execvpe", "file, args, env", static a => Search(a[0], program => Replace("execve", program, a[1], a[2]), a[2]))
            .Function("execl", "file, *args", static (file, args) => Replace("execv", file, args, null))
            .Function("execle", "file, *args", static (file, args) => Replace("execve", file, WithoutLast(args), args[-1]))
            .Function("execlp", "file, *args", static (file, args) => Search(file, program => Replace("execv", program, args, null), Any.None))
            .Function("execlpe", "file, *args", static (file, args) => Search(file, program => Replace("execve", program, WithoutLast(args), args[-1]), args[-1]))
            .Function("spawnv", "mode, file, args", static a => Spawn("spawnv", a[0], a[1], a[2], null, search: false))
            .Function("spawnve", "mode, file, args, env", static a => Spawn("spawnve", a[0], a[1], a[2], a[3], search: false))
            .Function("spawnvp", "mode, file, args", static a => Spawn("spawnvp", a[0], a[1], a[2], null, search: true))
            .Function("spawnvpe", "mode, file, args, env", static a => Spawn("spawnvpe", a[0], a[1], a[2], a[3], search: true))
            .Function("spawnl", "mode, file, *args", static a => Spawn("spawnl", a[0], a[1], a[2], null, search: false))
            .Function("spawnle", "mode, file, *args", static a => Spawn("spawnle", a[0], a[1], WithoutLast(a[2]), a[2][-1], search: false))
            .Function("spawnlp", "mode, file, *args", static a => Spawn("spawnlp", a[0], a[1], a[2], null, search: true))
            .Function("spawnlpe", "mode, file, *args", static a => Spawn("spawnlpe", a[0], a[1], WithoutLast(a[2]), a[2][-1], search: true))
            .Function("waitpid", "pid, options, /", static (pid, options) => Wait((int)Lib.Int(pid), (int)Lib.Int(options)))
            .Function("wait", "", static _ => Wait(-1, 0));
        foreach (var (name, test) in ((string, Func<long, bool>)[])[("WIFEXITED", static s => (s & 0x7f) == 0), ("WIFSIGNALED", static s => (s & 0x7f) is not (0 or 0x7f)), ("WIFSTOPPED", static s => (s & 0xff) == 0x7f)])
            module.Function(name, "status", a => test(Lib.Int(a[0])));
        module.Function("WEXITSTATUS", "status", static a => (Lib.Int(a[0]) >> 8) & 0xff).Function("WTERMSIG", "status", static a => Lib.Int(a[0]) & 0x7f).Function("WSTOPSIG", "status", static a => (Lib.Int(a[0]) >> 8) & 0xff);
        if (OperatingSystem.IsLinux() && Environment.Is64BitProcess)
            module.Value("statvfs_result", s_fileSystem.Type)
                .Function("statvfs", "path", static (Any[] a) => Operators.IsIntLike(a[0]) ? FileSystem(FileSystemOf((int)Lib.Int(a[0]), out var byNumber), byNumber, null) : FileSystem(FileSystemOf(Posix.C(OsModule.P(a[0], "statvfs")), out var byName), byName, PathText.Shown(a[0])))
                .Function("fstatvfs", "fd, /", static (Any[] a) => FileSystem(FileSystemOf((int)Lib.Int(a[0]), out var result), result, null));
    }

    private static Any WithoutLast(Any args) => args[new PySlice(Any.None, -1, Any.None)];

    /// <exception cref="OSError">The program does not start.</exception>
    private static Any Replace(string function, Any path, Any argv, Any? environment)
    {
        var words = Words(function, argv, "arg 2");
        var variables = Variables(function, environment);
        var program = Posix.C(OsModule.P(path, function));
        var error = With(words, variables, (argv, environs) => ReplaceProcess(program, argv, environs) < 0 ? Marshal.GetLastPInvokeError() : 0);
        throw function == "execve" ? OSError.Create(error, ErrnoModule.Text(error), PathText.Shown(path)) : OSError.Create(error, ErrnoModule.Text(error));
    }

    /// <summary>Tries the folders of PATH in turn.</summary>
    private static Any Search(Any file, Func<Any, Any> start, Any environment)
    {
        var name = PathText.Of(file);
        if (name.Text.Contains('/', StringComparison.Ordinal))
            return start(file);
        OSError? kept = null, last = null;
        foreach (var folder in Operators.ToList(Modules.Import("os").Invoke("get_exec_path", environment)))
        {
            try
            {
                return start(PosixPaths.Join(Lib.Text(folder), name.Text));
            }
            catch (OSError error)
            {
                last = error;
                if (error is not (FileNotFoundError or NotADirectoryError))
                    kept ??= error;
            }
        }
        throw kept ?? last ?? (BaseException)new FileNotFoundError();
    }

    private static Any Spawn(string function, Any mode, Any file, Any args, Any? environment, bool search)
    {
        if (args.Ref is not (PyTuple or PyList))
            throw new TypeError("argv must be a tuple or a list");
        if (!args.Truth || !args[0].Truth)
            throw new ValueError("argv first element cannot be empty");
        var words = Words(function, args, "arg 3");
        var variables = Variables(function, environment);
        var program = Posix.C(OsModule.P(file, function));
        var child = 0;
        var failed = With(words, variables, (argv, environs) => search ? StartSearched(out child, program, 0, 0, argv, environs) : Start(out child, program, 0, 0, argv, environs));
        if (Lib.Int(mode) != 0)
            return failed == 0 ? child : throw OSError.Create(failed, ErrnoModule.Text(failed));
        // A program that does not start ends as shells have it.
        return failed != 0 ? 127 : Modules.Import("os").Invoke("waitstatus_to_exitcode", Wait(child, 0)[1]);
    }

    private static Any Wait(int pid, int options)
    {
        while (true)
        {
            var status = 0;
            var (ended, error) = Async.Gil.Without(() => (WaitFor(pid, ref status, options), Marshal.GetLastPInvokeError()));
            if (ended >= 0)
                return PyTuple.Of(ended, status);
            if (error != Interrupted)
                throw OSError.Create(error, ErrnoModule.Text(error));
        }
    }

    private static List<string> Words(string function, Any argv, string which)
    {
        if (argv.Ref is not (PyTuple or PyList))
            throw new TypeError($"{function}() {which} must be a tuple or list");
        if (!argv.Truth)
            throw new ValueError($"{function}() {which} must not be empty");
        var words = Operators.ToList(argv).Select(static w => PathText.Of(w).Text).ToList();
        return words[0].Length > 0 ? words : throw new ValueError($"{function}() {which} first element cannot be empty");
    }

    private static List<string> Variables(string function, Any? environment)
    {
        if (environment is { } given && Operators.GetAttr(given, "keys", Any.Unbound).IsUnbound)
            throw new TypeError($"{function}: environment must be a mapping object");
        return [.. Operators.MappingItems(environment ?? OsEnviron.Text).Select(static p => (Name: PathText.Of(p.Key).Text, Value: PathText.Of(p.Value).Text))
            .Select(static p => p.Name.Length == 0 || p.Name.Contains('=', StringComparison.Ordinal) ? throw new ValueError("illegal environment variable name") : $"{p.Name}={p.Value}")];
    }

    /// <summary>Calls C with two arrays of texts, each with a null behind.</summary>
    private static int With(List<string> words, List<string> variables, Func<nint[], nint[], int> call)
    {
        var (argv, environs) = (Copied(words), Copied(variables));
        try
        {
            return call(argv, environs);
        }
        finally
        {
            foreach (var text in (nint[])[.. argv, .. environs])
                Marshal.FreeHGlobal(text);
        }
    }

    private static nint[] Copied(List<string> texts) => [.. texts.Select(static text =>
    {
        var bytes = Posix.C(text);
        var copy = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, copy, bytes.Length);
        return copy;
    }), 0];

    private static Any FileSystem(int result, FileSystemState f, Any? path)
    {
        Posix.Check(result, path);
        var made = s_fileSystem.Make([f.BlockSize, f.FragmentSize, f.Blocks, f.Free, f.Available, f.Files, f.FreeFiles, f.AvailableFiles, f.Flags, f.LongestName]);
        made.InstanceDict(create: true)!["f_fsid"] = (System.Numerics.BigInteger)f.Id;
        return made;
    }

    /// <summary>What Linux's C library tells of a file system on machines of 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 112)]
    private struct FileSystemState
    {
        public long BlockSize, FragmentSize, Blocks, Free, Available, Files, FreeFiles, AvailableFiles;

        public ulong Id;

        public long Flags, LongestName;
    }

    [DllImport("libc", EntryPoint = "statvfs", SetLastError = true)]
    private static extern int FileSystemOf(byte[] path, out FileSystemState state);

    [DllImport("libc", EntryPoint = "fstatvfs", SetLastError = true)]
    private static extern int FileSystemOf(int descriptor, out FileSystemState state);

    [DllImport("libc", EntryPoint = "execve", SetLastError = true)]
    private static extern int ReplaceProcess(byte[] path, nint[] argv, nint[] environment);

    [DllImport("libc", EntryPoint = "posix_spawn")]
    private static extern int Start(out int pid, byte[] path, nint actions, nint attributes, nint[] argv, nint[] environment);

    [DllImport("libc", EntryPoint = "posix_spawnp")]
    private static extern int StartSearched(out int pid, byte[] path, nint actions, nint attributes, nint[] argv, nint[] environment);

    [DllImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static extern int WaitFor(int pid, ref int status, int options);
}
