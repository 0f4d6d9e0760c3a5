using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>What a parameter of a typed library call takes, and what the callee does with it.</summary>
public enum Slot
{
    Int,

    /// <summary>A float, or an int that becomes one.</summary>
    Float,
    Bool,
    Str,

    /// <summary>A str, or None written as such.</summary>
    StrOrNone,
    Bytes,

    /// <summary>Anything; only its truth is asked.</summary>
    Truth,

    /// <summary>A list that the function works on as a method does on its object.</summary>
    Receiver,

    /// <summary>An element that goes into the receiver, whose element type it joins.</summary>
    Element,

    /// <summary>A key that goes into the receiver.</summary>
    Key,

    /// <summary>A value that goes into the receiver.</summary>
    Value,

    /// <summary>Something that is looked for among the receiver's elements; of another type, it is a dynamic value.</summary>
    LikeElement,

    /// <summary>Something that is looked for among the receiver's keys; of another type, it is a dynamic value.</summary>
    LikeKey,

    /// <summary>What is given where the receiver has no value; it has the type of the values.</summary>
    LikeValue,

    /// <summary>What is answered where there is nothing else; it has the type of the result.</summary>
    Fallback,

    /// <summary>An iterable whose items go into the receiver.</summary>
    Elements,

    /// <summary>A dict, or an iterable of pairs, that goes into the receiver.</summary>
    Entries,

    /// <summary>A dict of counts, of keys of the receiver's type.</summary>
    Counts,

    /// <summary>A set with the receiver's element type.</summary>
    SameSet,

    /// <summary>An iterable that the callee runs through.</summary>
    Items,

    /// <summary>An iterable of ints.</summary>
    Ints,

    /// <summary>An iterable of floats.</summary>
    Floats,

    /// <summary>An iterable of bools.</summary>
    Bools,

    /// <summary>An iterable of strs.</summary>
    Strs,

    /// <summary>A function of one item: a lambda that C# takes as its own, or any callable.</summary>
    Function,

    /// <summary>Anything; the callee reads it and keeps nothing of it.</summary>
    Read,

    /// <summary>Anything; the callee may keep or change it.</summary>
    Keep,
}

/// <summary>A parameter of a typed library call.</summary>
public sealed record TypedParameter(string Name, Slot Slot, bool IsOptional, bool IsPositionalOnly, bool IsKeywordOnly, bool IsStar)
{
    /// <summary>The name in C#.</summary>
    public string CsName => Naming.CsNames.Camel(Name);
}

/// <summary>
/// One typed form of a method or function of the library: the C# method that a call becomes if its arguments
/// have the types of the parameters. Rows of one name are tried in turn; where none fits, the call is dynamic.
/// </summary>
/// <param name="CsName">The C# method; with a dot it is static and takes the receiver first.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it gives; null where this row is not for these types.</param>
public sealed record TypedRow(string CsName, TypedParameter[] Parameters, Func<CallSite, StaticType?> Result)
{
    /// <summary>Reads a parameter list: <c>key: Key, /, default: Value=, *, reverse: Truth=</c>, <c>*args: Keep</c>.</summary>
    public static TypedRow Read(string csName, string parameters, Func<CallSite, StaticType?> result)
    {
        var list = new List<TypedParameter>();
        var isKeywordOnly = false;
        foreach (var part in parameters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "/")
            {
                for (var i = 0; i < list.Count; i++)
                    list[i] = list[i] with { IsPositionalOnly = true };
                continue;
            }
            if (part == "*")
            {
                isKeywordOnly = true;
                continue;
            }
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            list.Add(new TypedParameter(part[..colon].TrimStart('*'), Enum.Parse<Slot>(part[(colon + 1)..].Trim(' ', '=')), part.EndsWith('=') || part[0] == '*', false, isKeywordOnly, part[0] == '*'));
        }
        return new TypedRow(csName, [.. list], result);
    }

    /// <summary>The parameter of each argument in the order in which they are written; null where the call cannot mean this row.</summary>
    public List<BoundSlot>? TryBind(Py.Call call)
    {
        var bound = new List<BoundSlot>();
        var next = 0;
        foreach (var argument in call.Args)
        {
            if (argument is Py.Starred || next >= Parameters.Length || Parameters[next].IsKeywordOnly)
                return null;
            bound.Add(new(argument, Parameters[next], IsNamed: false));
            next += Parameters[next].IsStar ? 0 : 1;
        }
        foreach (var keyword in call.Keywords)
        {
            var index = Named(keyword.Arg);
            if (index < 0 || IsBound(bound, Parameters[index]))
                return null;
            var parameter = Parameters[index];
            // C# knows the names of what may be left out; what must be there is passed by its place.
            if (!parameter.IsKeywordOnly && !parameter.IsOptional && index != next)
                return null;
            bound.Add(new(keyword.Value, parameter, IsNamed: parameter.IsKeywordOnly || index != next));
            next += index == next ? 1 : 0;
        }
        foreach (var parameter in Parameters)
            if (!parameter.IsOptional && !IsBound(bound, parameter))
                return null;
        return bound;
    }

    /// <summary>Where the parameter of a keyword argument stands; below zero where there is none.</summary>
    private int Named(string? name)
    {
        for (var i = 0; i < Parameters.Length; i++)
            if (Parameters[i] is { IsPositionalOnly: false, IsStar: false } parameter && parameter.Name == name)
                return i;
        return -1;
    }

    private static bool IsBound(List<BoundSlot> bound, TypedParameter parameter)
    {
        foreach (var slot in bound)
            if (slot.Parameter == parameter)
                return true;
        return false;
    }
}

/// <summary>An argument and its parameter.</summary>
public sealed record BoundSlot(Py.Expression Value, TypedParameter Parameter, bool IsNamed);

/// <summary>A call that becomes one of a C# method of the library: what inference decided and lowering writes.</summary>
/// <param name="Row">The form.</param>
/// <param name="Arguments">The arguments as they are written.</param>
/// <param name="Receiver">The object whose method it is.</param>
/// <param name="Element">The element type of the list that the C# method gives.</param>
public sealed record TypedCall(TypedRow Row, IReadOnlyList<BoundSlot> Arguments, Py.Expression? Receiver, StaticType? Element);

/// <summary>What a row's result depends on.</summary>
public sealed class CallSite(StaticType receiver, IReadOnlyDictionary<string, StaticType> arguments, Func<StaticType, StaticType> list)
{
    public StaticType Receiver => receiver;

    public ListType AsList => (ListType)receiver;

    public SetType AsSet => (SetType)receiver;

    public DictType AsDict => (DictType)receiver;

    /// <summary>The type of an argument, of an iterable the type of its items; Never where it is left out.</summary>
    public StaticType this[string parameter] => arguments.GetValueOrDefault(parameter, StaticType.Never);

    /// <summary>The list that this call makes.</summary>
    public StaticType List(StaticType element) => list(element);
}
