using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What kind of thing an object is, and how its states are called. See <see href="https://docs.python.org/3.13/library/inspect.html">inspect</see>.</summary>
internal static class InspectRules
{
    private const string Mark = "_is_coroutine_mark";

    /// <summary>What marked functions carry; a mock has something under every name, but not this.</summary>
    public static readonly PyObject CoroutineMark = new PyInstance(PyType.Object);

    public static bool IsMarked(Any o) => ReferenceEquals(Operators.GetAttr(o, Mark, Any.None).Ref, CoroutineMark);

    /// <summary>The function behind methods, class methods and partial objects.</summary>
    private static PyFunction? FunctionOf(Any o) => o.Ref switch
    {
        PyFunction function => function,
        BoundMethod method => FunctionOf(method.Function),
        StaticMethod method => FunctionOf(method.Function),
        _ when o.Ref is PyObject and not PyType && PyType.Of(o) is { Name: "partial", Module: "functools" } => FunctionOf(o.Get("func")),
        _ => null,
    };

    public static bool HasFlavour(Any o, string flavour) => FunctionOf(o)?.Flavour == flavour;

    public static bool IsCoroutineFunction(Any o) => HasFlavour(o, "coroutine") || IsMarked(o);

    public static Any MarkCoroutineFunction(Any function)
    {
        var target = function.Ref is BoundMethod method ? method.Function : function;
        target.Set(Mark, CoroutineMark);
        return function;
    }

    public static bool IsAwaitable(Any o)
        => o.Ref is Coroutine || (o.Ref is IPyObject && (!PyType.Of(o).Lookup("__await__").IsUnbound || GeneratorProtocol.IsIterableCoroutine(o)));

    /// <summary>The state of a generator-like object by its two flags.</summary>
    public static string State(Any o, string prefix, string running, string suspended, string frame)
        => o.Get(running).Truth ? prefix + "_RUNNING" : o.Get(suspended).Truth ? prefix + "_SUSPENDED" : o.Get(frame).IsNone ? prefix + "_CLOSED" : prefix + "_CREATED";

    /// <summary>The docstring with its indentation taken away: <c>cleandoc</c>.</summary>
    public static string CleanDoc(string text)
    {
        var lines = text.Replace("\t", "        ", StringComparison.Ordinal).Split('\n').ToList();
        var margin = lines.Skip(1).Where(static l => l.TrimStart().Length > 0).Select(static l => l.Length - l.TrimStart().Length).DefaultIfEmpty(int.MaxValue).Min();
        lines[0] = lines[0].TrimStart();
        if (margin < int.MaxValue)
            for (var i = 1; i < lines.Count; i++)
                lines[i] = lines[i].Length > margin ? lines[i][margin..] : "";
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 0 && lines[0].Length == 0)
            lines.RemoveAt(0);
        return string.Join('\n', lines);
    }
}
