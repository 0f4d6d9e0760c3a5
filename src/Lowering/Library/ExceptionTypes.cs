namespace Pytocs.Lowering.Library;

/// <summary>A built-in exception class and its C# counterpart.</summary>
public sealed record ExceptionClass(string Name, string CsName, bool CanDerive);

/// <summary>The exceptions of <see href="https://docs.python.org/3.13/library/exceptions.html">the built-in hierarchy</see>.</summary>
public static class ExceptionTypes
{
    private static readonly Dictionary<string, ExceptionClass> s_byName = Create();

    /// <summary>The Python names of all of them.</summary>
    public static IEnumerable<string> Names => s_byName.Keys;

    public static ExceptionClass? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The exception that a library name means, in <c>builtins</c> or another module.</summary>
    public static ExceptionClass? FindIn(Types.LibraryType library) => library.FullName switch
    {
        "asyncio.CancelledError" or "asyncio.exceptions.CancelledError" => new("CancelledError", "CancelledError", false),
        "asyncio.TimeoutError" => Find("TimeoutError"),
        "asyncio.InvalidStateError" => new("InvalidStateError", "InvalidStateError", false),
        "asyncio.QueueEmpty" => new("QueueEmpty", "QueueEmpty", false),
        "asyncio.QueueFull" => new("QueueFull", "QueueFull", false),
        "asyncio.QueueShutDown" => new("QueueShutDown", "QueueShutDown", false),
        "asyncio.BrokenBarrierError" => new("BrokenBarrierError", "BrokenBarrierError", false),
        "asyncio.IncompleteReadError" => new("IncompleteReadError", "IncompleteReadError", false),
        "asyncio.LimitOverrunError" => new("LimitOverrunError", "LimitOverrunError", false),
        _ => library.Module == "builtins" ? Find(library.Name) : null,
    };

    /// <summary>Classes that have others below them, but Exception.</summary>
    private static readonly (string Name, string[] Below)[] s_families =
    [
        ("ArithmeticError", ["FloatingPointError", "OverflowError", "ZeroDivisionError"]), ("ImportError", ["ModuleNotFoundError"]),
        ("LookupError", ["IndexError", "KeyError"]), ("NameError", ["UnboundLocalError"]), ("ValueError", ["UnicodeError"]),
        ("ConnectionError", ["BrokenPipeError", "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError"]),
        ("OSError", ["BlockingIOError", "ChildProcessError", "ConnectionError", "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError"]),
        ("RuntimeError", ["NotImplementedError", "RecursionError"]), ("Warning", ["UserWarning", "DeprecationWarning", "RuntimeWarning"]),
    ];

    /// <summary>A built-in exception class and those that it derives from, but Exception.</summary>
    internal static IEnumerable<string> Ancestors(string name)
        => Find(name) is not { Name: not ("Exception" or "BaseException") } known ? [] : [known.Name, .. s_families.Where(f => f.Below.Contains(known.Name)).SelectMany(f => Ancestors(f.Name))];

    private static Dictionary<string, ExceptionClass> Create()
    {
        string[] names =
        [
            "BaseException", "SystemExit", "KeyboardInterrupt", "GeneratorExit", "ArithmeticError", "FloatingPointError", "OverflowError",
            "ZeroDivisionError", "AssertionError", "AttributeError", "BufferError", "EOFError", "ImportError", "ModuleNotFoundError", "LookupError",
            "IndexError", "KeyError", "MemoryError", "NameError", "UnboundLocalError", "OSError", "BlockingIOError", "ChildProcessError",
            "ConnectionError", "BrokenPipeError", "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError", "FileExistsError",
            "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError",
            "TimeoutError", "ReferenceError", "RuntimeError", "NotImplementedError", "RecursionError", "StopAsyncIteration", "StopIteration",
            "SyntaxError", "SystemError", "TypeError", "ValueError", "UnicodeError", "Warning", "UserWarning", "DeprecationWarning", "RuntimeWarning",
        ];
        string[] derivable =
        [
            "BaseException", "ArithmeticError", "LookupError", "IndexError", "KeyError", "RuntimeError", "TypeError", "ValueError", "NotImplementedError",
            "AssertionError", "ZeroDivisionError", "OverflowError", "EOFError", "ReferenceError", "Warning", "UserWarning",
        ];
        var result = names.ToDictionary(n => n, n => new ExceptionClass(n, n, derivable.Contains(n)), StringComparer.Ordinal);
        // System.Exception is the root of C# exceptions, so Python's Exception has a name of its own.
        result["Exception"] = new("Exception", "PyException", true);
        result["EnvironmentError"] = result["IOError"] = result["OSError"];
        return result;
    }
}
