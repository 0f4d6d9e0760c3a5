using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// How deep Python functions may call each other: <see href="https://docs.python.org/3.13/library/sys.html#sys.setrecursionlimit">the
/// recursion limit</see>. Functions that may call themselves check on entry, which costs one comparison: frames are counted only where
/// the stack is so deep that the limit might be reached.
/// </summary>
public static unsafe class Recursion
{
    /// <summary>No frame of .NET takes less of the stack.</summary>
    private const long SmallestFrame = 64;

    /// <summary>A limit above this one only says that recursion is deep: the stack's end is the limit.</summary>
    private const int Countable = 20_000;

    /// <summary>A function of Python hardly takes more of the stack, with what the runtime needs to call it.</summary>
    private const long LargestFrame = 4000;

    /// <summary>Nor a function of .NET, on the average.</summary>
    private const long LargestNative = 1000;

    /// <summary>How many frames of .NET may come without one of the program's before such are missing.</summary>
    private const int HiddenFrames = 200;

    /// <summary>No call of Python's takes more frames of .NET, on the average.</summary>
    private const int MostNatives = 40;

    [ThreadStatic]
    private static int t_frames;

    [ThreadStatic]
    private static int t_natives;

    /// <summary>An except clause that handles a RecursionError hardly calls more.</summary>
    private const int HandledCalls = 1000;

    /// <summary>How often the stack may look strange before it is taken as it is.</summary>
    private const int Patience = 64;

    /// <summary>What the last frames of a stack leave free.</summary>
    private const long Reserve = 4 << 20;

    [ThreadStatic]
    private static long t_end;

    /// <summary>The bytes of stack that the library may use.</summary>
    private const long LibraryDepth = 8 << 20;

    [ThreadStatic]
    private static long t_first;

    /// <summary>Where on the stack the library's share begins.</summary>
    [ThreadStatic]
    private static long t_library;

    /// <summary>How many calls are still taken for those of an except clause that handles a RecursionError.</summary>
    [ThreadStatic]
    private static int t_handled;

    [ThreadStatic]
    private static int t_strange;

    [ThreadStatic]
    private static long t_next;

    /// <summary>Below this address the Python thread's stack is looked at more closely.</summary>
    private static long s_next;

    private static int s_limit = 1000;

    /// <summary>The limit: <c>sys.getrecursionlimit()</c>.</summary>
    public static int Limit
    {
        get => s_limit;
        set
        {
            s_limit = value;
            // What was counted under the old limit says nothing now.
            s_next = long.MaxValue;
            t_next = long.MaxValue;
        }
    }

    /// <summary>A thread that runs Python starts.</summary>
    /// <param name="stackSize">The bytes of its stack.</param>
    /// <param name="isMain">Whether it is the program's first.</param>
    internal static void Enter(long stackSize, bool isMain)
    {
        var here = Here();
        t_end = here - stackSize + Reserve;
        t_first = here;
        t_library = here;
        t_next = Math.Max(t_end, here - (s_limit * SmallestFrame));
        if (isMain)
            s_next = t_next;
    }

    /// <summary>A function that may call itself is entered.</summary>
    /// <exception cref="RecursionError">Too many are running already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        byte here;
        if ((long)&here < s_next)
            CheckClosely();
    }

    /// <summary>The library calls itself for something inside something, which CPython counts apart from the program's functions.</summary>
    /// <param name="doing">What it is about: <c>in comparison</c>.</param>
    /// <exception cref="RecursionError">It is too deep inside.</exception>
    internal static void Check(string doing)
    {
        if (t_end == 0)
            EnsureSpace();
        else if (Here() < Math.Max(t_end, t_library - LibraryDepth) && IsInLibrary())
            throw new RecursionError("maximum recursion depth exceeded " + doing);
    }

    /// <summary>
    /// Whether it is the library that took the stack. The program's functions may have taken as much, those whose except clauses
    /// call them again above all: then the library's share is counted from here on.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsInLibrary()
    {
        if (Here() < t_end)
            return true;
        var frames = new StackTrace(1, false).GetFrames();
        if (Array.FindIndex(frames, static f => KindOf(f) is FrameKind.Program or FrameKind.Interpreted) is < 0 or > HiddenFrames)
            return true;
        t_library = Here();
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckClosely()
    {
        var here = Here();
        // A thread of .NET's own, or one whose stack lies below the first one's.
        if (t_end == 0)
            EnsureSpace();
        else if (here < t_next || s_next == long.MaxValue)
            Count(here);
    }

    private static void EnsureSpace()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error();
    }

    private static void Count(long here)
    {
        if (here < t_end)
            throw Error();
        if (s_limit > Countable)
        {
            t_next = t_end;
            s_next = s_next == long.MaxValue ? t_next : Math.Min(s_next, t_next);
            return;
        }
        var all = new StackTrace(2, false).GetFrames();
        var frames = CountPython(all);
        var depth = t_first - here;
        // An except clause runs on top of the frames that it is about to drop: what they take says nothing of those to come.
        if (frames * LargestFrame < depth && all.Length * LargestNative < depth && ++t_strange % Patience != 0)
        {
            if (t_handled > 0)
            {
                t_handled--;
                return;
            }
            // Nor is a stack full of the library's own frames looked at again before it is a good deal deeper.
            t_next = Math.Max(t_end, here - (depth / Patience));
            if (s_next != long.MaxValue && s_next > t_next)
                s_next = t_next;
            return;
        }
        var wasMain = s_next == t_next || s_next == long.MaxValue;
        // After an error the same functions may come back compiled anew, with smaller frames.
        // Optimised code leaves out frames of functions that end in a call: then .NET's own frames are all that grows.
        if (frames != t_frames)
            (t_frames, t_natives) = (frames, all.Length);
        var isHidden = all.Length - t_natives > HiddenFrames;
        var isOver = frames > s_limit || all.Length > s_limit * MostNatives;
        var step = Math.Max((s_limit - frames + 1) * SmallestFrame, frames <= s_limit / 2 || isHidden ? depth / 4 : 0);
        t_next = Math.Max(t_end, isOver ? t_first - (s_limit * SmallestFrame) : here - step);
        if (wasMain)
            s_next = t_next;
        if (!isOver)
            return;
        t_handled = HandledCalls;
        throw Error();
    }

    private static RecursionError Error() => new("maximum recursion depth exceeded");

    /// <summary>The frames of the program's functions, innermost first; the lambda of a function object that only calls one does not count.</summary>
    private static int CountPython(StackFrame[] frames)
    {
        var count = 0;
        var callsFunction = false;
        foreach (var frame in frames)
        {
            switch (KindOf(frame))
            {
                case FrameKind.Interpreted:
                    count++;
                    callsFunction = false;
                    break;
                case FrameKind.Program:
                    count++;
                    callsFunction = true;
                    break;
                case FrameKind.Lambda:
                    count += callsFunction ? 0 : 1;
                    callsFunction = false;
                    break;
                case FrameKind.Handing:
                    callsFunction = true;
                    break;
                default:
                    callsFunction = false;
                    break;
            }
        }
        return count;
    }

    private enum FrameKind
    {
        Native,
        Program,
        Lambda,
        Interpreted,

        /// <summary>Runs the lambda of a function object.</summary>
        Handing,
    }

    private static readonly ConcurrentDictionary<MethodBase, FrameKind> s_kinds = new();

    /// <summary>What a frame is; the same methods stand on a deep stack again and again.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The method is only a key.")]
    private static FrameKind KindOf(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method)
            return Classify(frame);
        return s_kinds.TryGetValue(method, out var known) ? known : s_kinds[method] = Classify(frame);
    }

    private static FrameKind Classify(StackFrame frame)
    {
        if (DiagnosticMethodInfo.Create(frame) is not { } method)
            return FrameKind.Native;
        if (InterpretedPlace.IsMarker(method))
            return FrameKind.Interpreted;
        if (method.DeclaringAssemblyName is { } assembly && !assembly.StartsWith("Pytocs.", StringComparison.Ordinal) && !assembly.StartsWith("System.", StringComparison.Ordinal))
            return method.Name.Contains(">b__", StringComparison.Ordinal) ? FrameKind.Lambda : FrameKind.Program;
        return method.DeclaringTypeName == "Pytocs.Runtime.Core.Functions" ? FrameKind.Handing : FrameKind.Native;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Here()
    {
        byte here;
        return (long)&here;
    }
}
