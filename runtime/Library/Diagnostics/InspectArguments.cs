using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What a frame or code says of its arguments, and the variables of suspended generators.
/// See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.getargvalues">getargvalues</see>.
/// </summary>
internal static class InspectArguments
{
    private static readonly Any s_arguments = NamedTuples.Make("inspect.Arguments", ["args", "varargs", "varkw"]);
    private static readonly Any s_info = NamedTuples.Make("inspect.ArgInfo", ["args", "varargs", "keywords", "locals"]);

    public static void Declare(PyModule module) => module
        .Value("Arguments", s_arguments).Value("ArgInfo", s_info).Value("FullArgSpec", SignatureFinder.FullSpecType)
        .Function("getargs", "co", static a => s_arguments.Call(Parts(a[0])))
        .Function("getargvalues", "frame", static a =>
        {
            var parts = Parts(a[0].Get("f_code"));
            parts.Add(a[0].Get("f_locals"));
            return s_info.Call(parts);
        })
        .Function("formatargvalues", "args, varargs, varkw, locals, formatarg=None, formatvarargs=None, formatvarkw=None, formatvalue=None", static a => Formatted(a))
        .Function("getlineno", "frame", static a => a[0].Get("f_lineno"))
        .Function("getgeneratorlocals", "generator", static a => Variables(a[0], "isgenerator", "gi_frame", "Python generator"))
        .Function("getcoroutinelocals", "coroutine", static a => Variables(a[0], null, "cr_frame", ""))
        .Function("getasyncgenlocals", "agen", static a => Variables(a[0], "isasyncgen", "ag_frame", "Python async generator"));

    private static Arguments Parts(Any code)
    {
        if (code.Ref is not PyCode { Parameters: var signature })
            throw new TypeError($"{Operators.Repr(code)} is not a code object");
        var all = signature?.Parameters ?? [];
        Any Named(ParameterKind kind) => Array.Find(all, p => p.Kind == kind) is { } found ? found.Name : Any.None;
        return new Arguments
        {
            Lib.List(all.Where(static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.PositionalOrKeyword).Concat(all.Where(static p => p.Kind == ParameterKind.KeywordOnly)).Select(static p => p.Name)),
            Named(ParameterKind.VarPositional),
            Named(ParameterKind.VarKeyword),
        };
    }

    private static Any Formatted(Any[] a)
    {
        string Value(Any name) => a[7].IsNone ? "=" + Operators.Repr(((Any)a[3])[name]) : Operators.Str(a[7].Call(((Any)a[3])[name]));
        string Name(Any format, string mark, Any name) => format.IsNone ? mark + Operators.Str(name) : Operators.Str(format.Call(name));
        var parts = Operators.ToList(a[0]).Select(n => Name(a[4], "", n) + Value(n)).ToList();
        if (a[1].Truth)
            parts.Add(Name(a[5], "*", a[1]) + Value(a[1]));
        if (a[2].Truth)
            parts.Add(Name(a[6], "**", a[2]) + Value(a[2]));
        return $"({string.Join(", ", parts)})";
    }

    private static Any Variables(Any o, string? predicate, string frame, string kind)
    {
        if (predicate is not null && !Modules.Import("inspect").Get(predicate).Call(o).Truth)
            throw new TypeError($"{Operators.Repr(o)} is not a {kind}");
        var found = Operators.GetAttr(o, frame, Any.None);
        return found.IsNone ? new PyDict<Any, Any>() : found.Get("f_locals");
    }
}
