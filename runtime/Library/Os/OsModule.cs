using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/os.html">os</see>: constants, the environment, the process.</summary>
internal static class OsModule
{
    private static readonly StructSequence s_uname = new("posix.uname_result", ["sysname", "nodename", "release", "version", "machine"]);

    private static readonly StructSequence s_terminalSize = new("os.terminal_size", ["columns", "lines"]);

    private static readonly StructSequence s_times = new("posix.times_result", ["user", "system", "children_user", "children_system", "elapsed"]);

    private static readonly (string Name, int Value)[] s_constants =
    [
        ("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2), ("F_OK", 0), ("R_OK", 4), ("W_OK", 2), ("X_OK", 1),
        ("O_RDONLY", 0), ("O_WRONLY", 1), ("O_RDWR", 2), ("O_CREAT", 0x40), ("O_EXCL", 0x80), ("O_NOCTTY", 0x100), ("O_TRUNC", 0x200), ("O_APPEND", 0x400),
        ("O_NONBLOCK", 0x800), ("O_NDELAY", 0x800), ("O_DSYNC", 0x1000), ("O_SYNC", 0x101000), ("O_CLOEXEC", 0x80000),
        ("O_DIRECTORY", OsDescriptors.DirectoryFlag), ("O_NOFOLLOW", OsDescriptors.DirectoryFlag * 2),
        ("EX_OK", 0), ("EX_USAGE", 64), ("EX_DATAERR", 65), ("EX_NOINPUT", 66), ("EX_NOUSER", 67), ("EX_NOHOST", 68), ("EX_UNAVAILABLE", 69), ("EX_SOFTWARE", 70),
        ("EX_OSERR", 71), ("EX_OSFILE", 72), ("EX_CANTCREAT", 73), ("EX_IOERR", 74), ("EX_TEMPFAIL", 75), ("EX_PROTOCOL", 76), ("EX_NOPERM", 77), ("EX_CONFIG", 78),
        ("WNOHANG", 1), ("WUNTRACED", 2), ("P_NOWAIT", 1), ("P_WAIT", 0), ("NGROUPS_MAX", 65536), ("TMP_MAX", 238328),
    ];

    /// <summary>A path argument of a function that is written in C.</summary>
    /// <exception cref="TypeError">It is no path.</exception>
    internal static string P(Any path, string function = "") => PathText.Of(path, function).Text;

    /// <summary>The size of the terminal that standard output is, 80 by 24 where it is none.</summary>
    internal static PyTuple TerminalSize(int columns, int lines) => s_terminalSize.Make(columns, lines);

    public static PyModule Build()
    {
        var module = new PyModule("os")
            .Value("name", OperatingSystem.IsWindows() ? "nt" : "posix").Value("sep", "/").Value("linesep", "\n").Value("pathsep", ":").Value("defpath", "/bin:/usr/bin")
            .Value("curdir", ".").Value("pardir", "..").Value("extsep", ".").Value("devnull", "/dev/null").Value("altsep", Any.None)
            .Value("environ", OsEnviron.Text).Value("environb", OsEnviron.Bytes).Value("supports_bytes_environ", true).Value("error", OSError.Type)
            .Value("path", Modules.Import("posixpath")).Value("PathLike", AbstractContexts.PathLike)
            .Value("stat_result", FileStatus.Type).Value("terminal_size", s_terminalSize.Type).Value("uname_result", s_uname.Type).Value("times_result", s_times.Type);
        foreach (var (name, value) in s_constants)
            module.Value(name, value);
        OsFiles.Add(module);
        OsDescriptors.Add(module);
        OsFolders.Add(module);
        if (OperatingSystem.IsLinux())
            OsFolders.AddDescriptors(module);
        // Which functions take descriptors, descriptors of folders, and links that they do not follow.
        foreach (var (name, functions) in ((string, string[])[])[("supports_follow_symlinks", ["stat", "utime"]), ("supports_fd", OperatingSystem.IsLinux() ? ["chmod", "listdir", "scandir", "stat", "truncate"] : ["stat", "chmod"]), ("supports_dir_fd", OperatingSystem.IsLinux() ? FolderDescriptors.Supported : []), ("supports_effective_ids", [])])
            module.Value(name, new PySet<Any>(functions.Select(module.Load)));
        OsPrograms.Add(module);
        return AddProcess(AddEnvironment(module));
    }

    private static PyModule AddEnvironment(PyModule module) => module
        .Function("getenv", "key, default=None", static (key, fallback) => OsEnviron.Current.Invoke("get", key, fallback))
        .Function("getenvb", "key, default=None", static (key, fallback) => Operators.Contains(OsEnviron.Bytes, key) ? Operators.GetItem(OsEnviron.Bytes, key) : fallback)
        .Function("putenv", "name, value, /", static (name, value) => Lib.Do(() => Environment.SetEnvironmentVariable(P(name), P(value))))
        .Function("unsetenv", "name, /", static a => Lib.Do(() => Environment.SetEnvironmentVariable(P(a[0]), null)))
        .Function("fspath", "path", static a => PyValueInstance.Unwrap(a[0]).Ref is string or PyBytes ? a[0] : Fspath(a[0]))
        .Function("fsencode", "filename", static a => PyBytes.Wrap(Codecs.Encode(P(a[0]), "utf-8", "surrogateescape")))
        .Function("fsdecode", "filename", static a => P(a[0]))
        .Function("get_exec_path", "env=None", static a => Lib.List((a[0].IsNone ? Environment.GetEnvironmentVariable("PATH") ?? "/bin:/usr/bin" : Operators.Str(a[0].Invoke("get", "PATH", "/bin:/usr/bin"))).Split(':')))
        .Function("strerror", "code, /", static a => ErrnoModule.Text((int)Lib.Int(a[0])))
        .Function("urandom", "size, /", static a => Lib.Int(a[0]) < 0 ? throw new ValueError("negative argument not allowed") : PyBytes.Wrap(System.Security.Cryptography.RandomNumberGenerator.GetBytes((int)Lib.Int(a[0]))))
        .Function("getrandom", "size, flags=0", static a => PyBytes.Wrap(System.Security.Cryptography.RandomNumberGenerator.GetBytes((int)Lib.Int(a[0]))))
        .Function("cpu_count", "", static _ => Environment.ProcessorCount)
        .Function("process_cpu_count", "", static _ => Environment.ProcessorCount)
        .Function("sched_getaffinity", "pid, /", static _ => new PySet<Any>(Enumerable.Range(0, Environment.ProcessorCount).Select(static i => (Any)i)))
        .Function("getloadavg", "", static _ =>
        {
            var averages = new double[3];
            Posix.Check(Posix.Load(averages, 3));
            return PyTuple.Of(averages[0], averages[1], averages[2]);
        })
        .Function("uname", "", static _ => s_uname.Make([.. Uname().Select(static t => (Any)t)]));

    private static Any Fspath(Any path)
    {
        var hook = path.Ref is IPyObject ? PyType.Of(path).Special("__fspath__") : Any.Unbound;
        if (hook.IsUnbound)
            throw new TypeError($"expected str, bytes or os.PathLike object, not {PyType.Of(path).ErrorName}");
        var result = hook.Call(path);
        return PyValueInstance.Unwrap(result).Ref is string or PyBytes
            ? result
            : throw new TypeError($"expected {PyType.Of(path).ErrorName}.__fspath__() to return str or bytes, not {PyType.Of(result).ErrorName}");
    }

    /// <summary>The system's name, the host's, the release, the version, the machine.</summary>
    internal static string[] Uname()
    {
        if (!OperatingSystem.IsLinux())
            return [Environment.OSVersion.Platform.ToString(), Environment.MachineName, Environment.OSVersion.Version.ToString(), Environment.OSVersion.VersionString, RuntimeInformation.OSArchitecture.ToString()];
        var data = new byte[65 * 6];
        Posix.Check(Posix.SystemName(data));
        return [.. Enumerable.Range(0, 5).Select(i => Posix.Text(data.AsSpan(i * 65, 65)[..data.AsSpan(i * 65, 65).IndexOf((byte)0)]))];
    }

    private static PyModule AddProcess(PyModule module) => module
        .Function("getpid", "", static _ => Environment.ProcessId)
        .Function("getppid", "", static _ => Posix.Parent())
        .Function("getuid", "", static _ => Posix.User())
        .Function("geteuid", "", static _ => Posix.EffectiveUser())
        .Function("getgid", "", static _ => Posix.Group())
        .Function("getegid", "", static _ => Posix.EffectiveGroup())
        .Function("getpgrp", "", static _ => Posix.ProcessGroup())
        .Function("getpgid", "pid", static a => Posix.ProcessGroup())
        .Function("getsid", "pid, /", static a => Posix.Check(Posix.Session((int)Lib.Int(a[0]))))
        .Function("getlogin", "", static _ => Environment.UserName)
        .Function("umask", "mask, /", static a => Posix.Mask((uint)Lib.Int(a[0])))
        .Function("kill", "pid, signal, /", static (pid, signal) => SignalModule.Send((int)Lib.Int(pid), (int)Lib.Int(signal)))
        .Function("abort", "", static _ => Lib.Do(Posix.Abort))
        .Function("_exit", "status", static a =>
        {
            Posix.ExitNow((int)Lib.Int(a[0]));
            return Any.None;
        })
        .Function("system", "command", static a =>
        {
            StdIO.FlushAll();
            using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", P(a[0])]);
            shell.WaitForExit();
            return shell.ExitCode << 8;
        })
        .Function("popen", "cmd, mode='r', buffering=-1", static a => Popen(a[0], Lib.Text(a[1])))
        .Function("waitstatus_to_exitcode", "status", static a => Lib.Int(a[0]) is var status && (status & 0x7f) == 0 ? (status >> 8) & 0xff : -(status & 0x7f))
        .Function("WIFEXITED", "status", static a => (Lib.Int(a[0]) & 0x7f) == 0)
        .Function("WEXITSTATUS", "status", static a => (Lib.Int(a[0]) >> 8) & 0xff)
        .Function("WIFSIGNALED", "status", static a => (Lib.Int(a[0]) & 0x7f) is not (0 or 0x7f))
        .Function("WTERMSIG", "status", static a => Lib.Int(a[0]) & 0x7f)
        .Function("times", "", static _ =>
        {
            var used = System.Diagnostics.Process.GetCurrentProcess();
            return s_times.Make(used.UserProcessorTime.TotalSeconds, used.PrivilegedProcessorTime.TotalSeconds, 0.0, 0.0, Environment.TickCount64 / 1000.0);
        })
        .Function("get_terminal_size", "fd=1, /", static a => Posix.IsTerminal((int)Lib.Int(a[0])) == 1 ? TerminalSize(Console.WindowWidth, Console.WindowHeight) : throw OSError.Create(25, ErrnoModule.Text(25)))
        .Function("register_at_fork", "*, before=None, after_in_child=None, after_in_parent=None", static _ => Any.None);

    private static Any Popen(Any command, string mode)
    {
        if (PyValueInstance.Unwrap(command).Ref is not string)
            throw new TypeError($"invalid cmd type ({Operators.Repr(PyType.Of(command))}, expected string)");
        if (mode is not ("r" or "w"))
            throw new ValueError($"invalid mode {Operators.Repr(mode)}");
        var subprocess = Modules.Import("subprocess");
        var pipe = Operators.GetAttr(subprocess, "PIPE");
        var process = Operators.GetAttr(subprocess, "Popen").Call(new Arguments { command, { "shell", true }, { "text", true }, { mode == "r" ? "stdout" : "stdin", pipe } });
        return new ShellPipe(process, Operators.GetAttr(process, mode == "r" ? "stdout" : "stdin"));
    }

    /// <summary>What <c>os.popen</c> gives: the pipe, whose closing waits for the process and gives its status.</summary>
    private sealed class ShellPipe(Any process, Any stream) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_wrap_close", module: "os")
            .Method("close", static o => Self(o).Close())
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, *args", static (o, _) => Self(o).Close())
            .Method("__iter__", static o => Builtins.Iter(Self(o).Stream))
            .Method("__getattr__", "self, name", static (o, name) => Operators.GetAttr(Self(o).Stream, Operators.Str(name)));

        public override PyType Class => s_type;

        private Any Stream => stream;

        private static ShellPipe Self(Any o) => (ShellPipe)o.Ref!;

        private Any Close()
        {
            stream.Invoke("close");
            var code = Lib.Int(process.Invoke("wait"));
            return code == 0 ? Any.None : code < 0 ? -code : code << 8;
        }
    }
}
