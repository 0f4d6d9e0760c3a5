using System.Collections.Immutable;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Calls of regular expressions, as inference decided: <c>re.match(p, text)</c> is <c>PyPattern.Compile(p).Match(text)</c>.</summary>
internal sealed partial class BodyLowerer
{
    private Typed? RegexCall(Py.Call call)
    {
        if (!Model.RegexCalls.TryGetValue(call, out var regex) || regex.CsName == "FindIter")
            return null;
        var type = TypeOf(call);
        var code = RegexCode(call, regex);
        // The list or dict may be one that takes more than the method puts into it.
        if (regex.Made is { } item && type is ListType { Element.Type: var wider } && CsTypes.Of(item) != CsTypes.Of(wider))
            return new(new LowNew(CsTypes.Of(type), [new(Retype(code, item, wider))]), type);
        if (regex.Made is TupleShape { Items: [var key, var value] } && type is DictType dict && (CsTypes.Of(key) != CsTypes.Of(dict.Key.Type) || CsTypes.Of(value) != CsTypes.Of(dict.Value.Type)))
            return new(new LowNew(CsTypes.Of(type), [new(PairsOf(code, new DictType(Cell.Declared(key), Cell.Declared(value)), dict))]), type);
        return new(code, type);
    }

    private LowExpression RegexCode(Py.Call call, RegexCall regex)
    {
        LowExpression receiver;
        if (regex.Receiver is { } known)
        {
            receiver = NotNone(Lower(known).Code, TypeOf(known), ((Py.Attribute)call.Func).Attr);
        }
        else
        {
            var flags = regex.Flags.Select(static f => (LowExpression)new LowName("RegexFlags." + f)).ToArray();
            receiver = new LowInvoke(new LowName("PyPattern.Compile"), [new(As(regex.Pattern!, StaticType.Str)), .. flags.Length > 0 ? [new LowArgument(flags.Aggregate(static (a, b) => new LowBinary("|", a, b)))] : ImmutableArray<LowArgument>.Empty]);
        }
        if (regex.CsName is null)
            return receiver;
        var method = new LowMember(receiver, regex.CsName) { TypeArguments = regex.TypeArgument is { } shape ? [CsTypes.Of(shape)] : [] };
        return new LowInvoke(method, [.. regex.Arguments.Select(a => new LowArgument(AsAny(a.Value), a.Name))]);
    }

    /// <summary>The matches that a loop over <c>finditer</c> runs through.</summary>
    private LowExpression? FoundMatches(Py.Call call) => Model.RegexCalls.TryGetValue(call, out var regex) && regex.CsName == "FindIter" ? RegexCode(call, regex) : null;

    /// <summary><c>match[key]</c>.</summary>
    private Typed? GroupOf(Py.Subscript subscript)
    {
        if (OperatorRules.Present(TypeOf(subscript.Value)) is not LibraryInstance { Class: var cls, Groups: var groups } || !ReferenceEquals(cls, RegexLibrary.Match) || subscript.Slice is Py.Slice)
            return null;
        var type = RegexLibrary.GroupType(groups, subscript.Slice);
        return new(new LowInvoke(new LowMember(Present(subscript.Value, "NotNoneToIndex"), type is OptionalType ? "GroupOrNone" : "Group"), AsAny(subscript.Slice)), type);
    }
}
