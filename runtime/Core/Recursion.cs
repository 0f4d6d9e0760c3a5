using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Raises <see href="https://docs.python.org/3.13/library/exceptions.html#RecursionError">RecursionError</see> before the stack is
/// used up. How deep a program gets is counted in bytes: a frame of C# is smaller than one of Python, so that what CPython lets
/// run runs here too.
/// </summary>
public static class Recursion
{
    private const long BytesPerFrame = 16 << 10;
    private const long MostBytes = 480L << 20;
    private const long ThreadBytes = 1 << 20;

    [ThreadStatic]
    private static long t_end;

    private static long s_allowed = 1000 * BytesPerFrame;

    /// <summary>Begins the main thread, which has a stack of its own size.</summary>
    internal static void BeginMain() => t_end = Here() - s_allowed;

    /// <summary><c>sys.setrecursionlimit(n)</c>.</summary>
    internal static void Allow(long frames)
    {
        var allowed = Math.Min(MostBytes, Math.Max(1000, frames) * BytesPerFrame);
        t_end += s_allowed - allowed;
        s_allowed = allowed;
    }

    /// <exception cref="RecursionError">The program has called itself too deep.</exception>
    public static void Check()
    {
        if (Here() < t_end)
            throw new RecursionError("maximum recursion depth exceeded");
        if (t_end == 0)
            t_end = Here() - ThreadBytes;
    }

    /// <inheritdoc cref="Check()"/>
    internal static void Check(string doing)
    {
        if (Here() < t_end)
            throw new RecursionError("maximum recursion depth exceeded " + doing);
        if (t_end == 0)
            t_end = Here() - ThreadBytes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe long Here()
    {
        byte mark;
        return (long)&mark;
    }
}
