using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Whether a program changes objects through their <c>__dict__</c> or <c>vars()</c>: C# properties cannot follow that.
/// Only uses that plainly look into the dictionary are harmless.
/// </summary>
internal static class InstanceDictionaries
{
    private static readonly HashSet<string> s_readingMethods = ["items", "keys", "values", "get", "copy", "__contains__", "__len__", "__iter__"];

    private static readonly HashSet<string> s_readers =
        ["list", "sorted", "dict", "len", "str", "repr", "print", "bool", "tuple", "set", "any", "all", "max", "min", "sum", "enumerate", "zip", "format", "dumps", "pprint", "iter", "filter", "map"];

    public static bool AreChanged(SemanticModel model)
    {
        if (!model.Module.Mentions("__dict__", "vars"))
            return false;
        var all = 0;
        var harmless = 0;
        foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
        {
            all += Is(node) ? 1 : 0;
            harmless += node switch
            {
                Py.Subscript { Ctx: Py.ExprContext.Load, Value: var value } => Count(value),
                Py.Call { Func: Py.Attribute { Value: var value, Attr: var method } } call when s_readingMethods.Contains(method) => Count(value) + Arguments(call),
                Py.Call call => Arguments(call),
                Py.Compare compare => Count(compare.Left) + compare.Comparators.Sum(Count),
                Py.ForStatement { Iter: var value } => Count(value),
                Py.Comprehension { Iter: var value } => Count(value),
                Py.FormattedValue { Value: var value } => Count(value),
                Py.Keyword { Arg: null, Value: var value } => Count(value),
                Py.Dict dict => dict.Keys.Zip(dict.Values).Where(e => e.First is null).Sum(e => Count(e.Second)),
                Py.If { Test: var value } => Count(value),
                Py.BinOp { Op: Py.Operator.BitOr } union => Count(union.Left) + Count(union.Right),
                Py.ExprStatement { Value: var value } => Count(value),
                _ => 0,
            };
        }
        return all > harmless;
    }

    /// <summary>Whether a module looks into such dictionaries at all.</summary>
    public static bool AreObserved(SemanticModel model)
        => model.Module.Mentions("__dict__", "vars") && Py.Tree.DescendantsAndSelf(model.Module).Any(static n => Is(n) || n is Py.Constant { Value: "__dict__" });

    private static int Arguments(Py.Call call)
        => (call.Func is Py.Name { Id: var name } ? s_readers.Contains(name) : call.Func is Py.Attribute { Attr: var method } && (method == "format" || s_readers.Contains(method)))
            ? call.Args.Sum(Count) : 0;

    private static int Count(Py.Expression? expression) => expression is not null && Is(expression) ? 1 : 0;

    private static bool Is(Py.Node node) => node is Py.Attribute { Attr: "__dict__" } or Py.Call { Func: Py.Name { Id: "vars" }, Args.Length: 1 };
}
