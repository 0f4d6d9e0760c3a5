using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/sys.html">sys</see>.</summary>
internal static class SysModule
{
    public static PyModule Build()
    {
        var version = Named("version_info", ("major", 3), ("minor", 13), ("micro", 0), ("releaselevel", "final"), ("serial", 0));
        return SysHooks.Add(new PyModule("sys"))
            .Value("argv", new PyList<Any>(Script.Arguments.Select(a => (Any)a)))
            .Value("path", new PyList<Any>([Script.Folder]))
            .Value("modules", Modules.Loaded)
            .Value("version", "3.13.0 (pytocs)")
            .Value("version_info", version)
            .Value("hexversion", 0x030d00f0)
            .Value("implementation", Implementation(version))
            .Value("platform", OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
            .Value("byteorder", BitConverter.IsLittleEndian ? "little" : "big")
            .Value("maxsize", long.MaxValue)
            .Value("maxunicode", 0x10ffff)
            .Value("executable", Environment.ProcessPath ?? "")
            .Value("prefix", AppContext.BaseDirectory)
            .Value("flags", Named("flags", ("debug", 0), ("inspect", 0), ("interactive", 0), ("optimize", 0), ("dont_write_bytecode", 0), ("no_user_site", 0), ("no_site", 0), ("ignore_environment", 0), ("verbose", 0), ("bytes_warning", 0), ("quiet", 0), ("hash_randomization", 1), ("isolated", 0), ("dev_mode", false), ("utf8_mode", 0), ("warn_default_encoding", 0), ("safe_path", false), ("int_max_str_digits", 4300)))
            .Value("float_repr_style", "short")
            .Value("float_info", Named("float_info", ("max", double.MaxValue), ("max_exp", 1024), ("max_10_exp", 308), ("min", 2.2250738585072014e-308), ("min_exp", -1021), ("min_10_exp", -307), ("dig", 15), ("mant_dig", 53), ("epsilon", double.BitIncrement(1.0) - 1.0), ("radix", 2), ("rounds", 1)))
            .Value("int_info", Named("int_info", ("bits_per_digit", 30), ("sizeof_digit", 4), ("default_max_str_digits", 4300), ("str_digits_check_threshold", 640)))
            .Value("hash_info", Named("hash_info", ("width", 64), ("modulus", (1L << 61) - 1), ("inf", 314159), ("nan", 0), ("imag", 1000003), ("algorithm", "siphash13"), ("hash_bits", 64), ("seed_bits", 128), ("cutoff", 0)))
            .Value("__stdout__", StdIO.Out).Value("__stderr__", StdIO.Error).Value("__stdin__", StdIO.In)
            .Variable("stdout", static () => StdIO.CurrentOut, static v => StdIO.CurrentOut = v)
            .Variable("stderr", static () => StdIO.CurrentError, static v => StdIO.CurrentError = v)
            .Variable("stdin", static () => StdIO.CurrentIn, static v => StdIO.CurrentIn = v)
            .Variable("unraisablehook", static () => Unraisable.Hook, static v => Unraisable.Hook = v)
            .Value("__unraisablehook__", Unraisable.Default)
            .Function("exit", "status=None, /", static a => throw (a[0].IsNone ? new SystemExit() : a[0].Ref is PyTuple codes ? new SystemExit(codes.AsSpan()) : new SystemExit(a[0])))
            .Function("getrecursionlimit", "", static _ => Recursion.Limit)
            .Function("setrecursionlimit", "limit, /", static a =>
            {
                Recursion.Limit = Lib.Int(a[0]) > 0 ? (int)Math.Min(Lib.Int(a[0]), int.MaxValue) : throw new ValueError("recursion limit must be greater or equal than 1");
                return Any.None;
            })
            .Function("getrefcount", "object, /", static a => 2)
            .Function("getdefaultencoding", "", static _ => "utf-8")
            .Function("getfilesystemencoding", "", static _ => "utf-8")
            .Function("exc_info", "", static _ => Handling.Current is { } error ? PyTuple.Of(error.Class, error, error.Traceback) : PyTuple.Of(Any.None, Any.None, Any.None))
            .Function("exception", "", static _ => Handling.Current)
            .Function("get_int_max_str_digits", "", static _ => PyInt.MaxDigits)
            .Function("set_int_max_str_digits", "maxdigits", static a => Lib.Do(() => PyInt.SetMaxDigits(Operators.Index(a[0]))))
            .Function("set_asyncgen_hooks", "firstiter=, finalizer=", static a => Lib.Do(() => Async.AsyncGeneratorHooks.Set(a[0], a[1])), Any.Unbound, Any.Unbound)
            .Function("get_asyncgen_hooks", "", static _ => Async.AsyncGeneratorHooks.Get())
            .Function("is_finalizing", "", static _ => false);
    }

    private static Any Implementation(Any version) => Modules.Import("types").Get("SimpleNamespace").Call(new Arguments
    {
        { "name", "cpython" }, { "cache_tag", "cpython-313" }, { "version", version }, { "hexversion", 0x030d00f0 }, { "_multiarch", OperatingSystem.IsLinux() ? "x86_64-linux-gnu" : "" },
    });

    private static Any Named(string name, params (string Name, Any Value)[] fields)
        => new StructSequence("sys." + name, [.. fields.Select(static f => f.Name)], callable: false).Make([.. fields.Select(static f => f.Value)]);
}
