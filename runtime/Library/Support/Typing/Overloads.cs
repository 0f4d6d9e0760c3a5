namespace Pytocs.Runtime.Core;

/// <summary>The variants of overloaded functions: <see href="https://docs.python.org/3.13/library/typing.html#typing.get_overloads">get_overloads</see>.</summary>
internal static class Overloads
{
    private static readonly Dictionary<string, List<Any>> s_all = new(StringComparer.Ordinal);

    private static readonly PyFunction s_dummy = new("_overload_dummy", "*args, **kwds", static (Any _, Any _) => throw new NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."))
    {
        Module = "typing",
    };

    private static string Key(Any function) => $"{Operators.Str(Operators.GetAttr(function, "__module__", ""))}.{Operators.Str(Operators.GetAttr(function, "__qualname__", ""))}";

    public static Any Add(Any function)
    {
        var inner = Operators.GetAttr(function, "__func__", function);
        if (!s_all.TryGetValue(Key(inner), out var known))
            s_all[Key(inner)] = known = [];
        known.Add(function);
        return s_dummy;
    }

    public static Any Of(Any function) => new PyList<Any>(s_all.GetValueOrDefault(Key(Operators.GetAttr(function, "__func__", function)), []));

    public static Any Clear()
    {
        s_all.Clear();
        return Any.None;
    }
}
