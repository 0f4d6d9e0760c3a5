using System.Runtime.InteropServices;

namespace Pytocs.Benchmarks.Convert;

/// <summary>Processor time of processes that ended, which <see cref="System.Diagnostics.Process"/> no longer tells on Linux.</summary>
/// <remarks>See <see href="https://man7.org/linux/man-pages/man2/getrusage.2.html">getrusage</see>.</remarks>
internal static partial class ChildTime
{
    private const int Children = -1;

    /// <summary>User and system seconds of all children that ended so far.</summary>
    public static double Seconds()
    {
        // struct rusage: two timevals of two longs, then fourteen longs.
        var usage = new long[18];
        if (GetUsage(Children, usage) != 0)
            throw new InvalidOperationException("getrusage failed");
        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
