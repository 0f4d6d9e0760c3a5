using Pytocs.Lowering.Library;

namespace Pytocs.Lowering.Naming;

/// <summary>Names that emitted code says itself, and so names that nothing emitted may hide.</summary>
public static class ReservedNames
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        // Types of the runtime and of .NET.
        "Any", "Arguments", "AssertionError", "AsyncContext", "AsyncGenerator", "AsyncGeneratorBody", "AsyncIO", "AsyncIteration", "AsyncYielder",
        "BaseException", "BinaryOperator", "Builtins", "CancellationToken", "CancelledError", "ClassBuilder", "ClassMethod", "Clocks", "Comparison",
        "Context", "Evaluation", "Definition", "Coro", "Coroutine", "Displays", "Except", "ExceptStar", "Exception", "Functions", "Generator",
        "GeneratorBody", "Generic", "IAsyncDisposable", "IAsyncEnumerable", "IAsyncEnumerator", "IDisposable", "IEnumerable", "InvalidStateError",
        "Matching", "Math", "Module", "Modules", "Names", "Numbers", "Operators", "PyBytes", "PyDict",
        "PyException", "PyFloat", "PyFunction", "PyInt", "PyList", "PyObject", "PySet", "PySlice", "PyTuple", "PyType", "QueueEmpty", "QueueFull",
        "Raise", "RandomNumbers", "Recursion", "Script", "Sequences", "Star", "StarStar", "StaticMethod", "Str", "StringBuilder", "Handling",
        "MemoryViews", "ModuleOrigin", "Construction", "Late", "PyCell", "PyMath", "PyModule", "RecursiveRepr",
        "Super", "System", "TextFormat", "Type", "TypeParameters", "UnreachableException", "ValueTask", "Yielder",
        // Built-ins, which emitted code calls without their class, and the module's own methods.
        "AllOf", "AnyOf", "Ascii", "Bin", "Callable", "Chr", "DelAttr", "F", "Format", "GetAttr", "HasAttr", "Hash", "Hex", "Id", "IsInstance", "IsSubclass",
        "Iter", "Len", "Main", "Next", "Oct", "Ord", "Print", "Repr", "Run", "SetAttr", "Sum", "ToStr",
    };

    public static IReadOnlyCollection<string> All => s_names;

    /// <summary>Whether a Python name must not have this name in C#.</summary>
    /// <param name="csName">The name in C#'s style.</param>
    /// <param name="name">The Python name: a class named as a built-in exception hides it in Python too.</param>
    public static bool Contains(string csName, string name)
        => s_names.Contains(csName) || (csName != name && ExceptionTypes.Find(csName) is not null);
}
