using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/resource.html">resource</see>: what the process uses, and may use.</summary>
internal static class ResourceModule
{
    private static readonly string[] s_usage =
    [
        "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
    ];

    private static readonly string[] s_limits = ["CPU", "FSIZE", "DATA", "STACK", "CORE", "RSS", "NPROC", "NOFILE", "MEMLOCK", "AS"];

    private static readonly StructSequence s_type = new("resource.struct_rusage", s_usage);

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static extern int Usage(int who, long[] usage);

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    private static extern int Limit(int resource, long[] limits);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimit(int resource, long[] limits);

    public static PyModule Build()
    {
        var module = new PyModule("resource").Value("struct_rusage", s_type.Type).Value("error", OSError.Type).Value("RLIM_INFINITY", -1).Value("RUSAGE_SELF", 0).Value("RUSAGE_CHILDREN", -1).Value("RUSAGE_THREAD", 1);
        for (var i = 0; i < s_limits.Length; i++)
            module.Value("RLIMIT_" + s_limits[i], i);
        return module
            .Python("getrusage", "who, /", static a =>
            {
                // Two times of two numbers each come before the rest.
                var numbers = new long[36];
                Posix.Check(Usage((int)Lib.Int(a[0]), numbers));
                var values = new List<Any> { numbers[0] + (numbers[1] / 1e6), numbers[2] + (numbers[3] / 1e6) };
                values.AddRange(numbers[4..18].Select(static n => (Any)n));
                return s_type.Type.Call(new PyTuple([.. values]));
            })
            .Python("getrlimit", "resource, /", static a =>
            {
                var limits = new long[2];
                Posix.Check(Limit(Known(a[0]), limits));
                return PyTuple.Of(limits[0], limits[1]);
            })
            .Python("setrlimit", "resource, limits, /", static a => Lib.Do(() => Posix.Check(SetLimit(Known(a[0]), [Lib.Int(a[1][0]), Lib.Int(a[1][1])]))))
            .Python("getpagesize", "", static _ => Environment.SystemPageSize);
    }

    private static int Known(Any resource) => Lib.Int(resource) is >= 0 and < 16 and var n ? (int)n : throw new ValueError("invalid resource specified");
}
