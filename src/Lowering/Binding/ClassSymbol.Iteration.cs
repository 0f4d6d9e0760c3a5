namespace Pytocs.Lowering.Binding;

/// <summary>What loops over objects of a class run through.</summary>
public sealed partial class ClassSymbol
{
    /// <summary>The class of its line that first has a method of a name; null where none has.</summary>
    private ClassSymbol? FirstWith(string name)
    {
        ClassSymbol? first = null;
        for (var c = this; c is not null; c = c.Base)
            first = c.Methods.ContainsKey(name) ? c : first;
        return first;
    }

    /// <summary>The class of its line that first has <c>__iter__</c>; null where none has.</summary>
    public ClassSymbol? FirstIterable => FirstWith("__iter__");

    /// <summary>The class of its line that first has <c>__aiter__</c>; null where none has.</summary>
    public ClassSymbol? FirstAsyncIterable => FirstWith("__aiter__");

    /// <summary>Whether a method is one that a C# call of the object alone does: no decorators, no parameters beside the object.</summary>
    private static bool IsPlain(FunctionSymbol method) => method is { IsShared: false, IsProperty: false, Decorators.Count: 0, Parameters.Count: 1, Class.IsNative: true };

    /// <summary>
    /// What gives the items that a loop over an object runs through, where that is plain to see: <c>__iter__</c> itself where it is a
    /// generator, else <c>__next__</c> of the object that it returns.
    /// </summary>
    public FunctionSymbol? Items => ItemsOf(FirstIterable, "__iter__", "__next__", isAsync: false);

    /// <summary>The same of an <c>async for</c>: <c>__aiter__</c>, or <c>__anext__</c> of what it returns.</summary>
    public FunctionSymbol? AsyncItems => ItemsOf(FirstAsyncIterable, "__aiter__", "__anext__", isAsync: true);

    private static FunctionSymbol? ItemsOf(ClassSymbol? first, string iter, string next, bool isAsync)
    {
        if (first is not { IsNative: true } || first.Methods[iter] is not { } start || !IsPlain(start) || start.IsAsync != (start.IsGenerator && isAsync) || first.StartsOtherwise(iter, start))
            return null;
        if (start.IsGenerator)
            return start;
        return start.Returns.Final is Types.InstanceType { Class: { IsNative: true } iterator } && iterator.FindMethod(next) is { IsGenerator: false } step && step.IsAsync == isAsync && IsPlain(step) ? step : null;
    }

    private bool StartsOtherwise(string iter, FunctionSymbol start)
        => Subclasses.Any(s => (s.Methods.TryGetValue(iter, out var own) && (own.IsGenerator != start.IsGenerator || own.IsAsync != start.IsAsync || !IsPlain(own))) || s.StartsOtherwise(iter, start));
}
