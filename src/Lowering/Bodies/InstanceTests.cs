using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Which object it is, and of which class: <c>a is b</c> and <c>isinstance(a, Point)</c> in C#'s words.</summary>
internal sealed partial class BodyLowerer
{
    private LowExpression Identity(Typed left, Typed right)
    {
        if (left.Type.IsNone && left.Code is LowName { Name: "Any.None" })
            (left, right) = (right, left);
        if (right.Code is LowName { Name: "Any.None" })
            return left.Type switch
            {
                OptionalType => new LowIs(left.Code, null),
                _ => new LowMember(Dynamic(left), "IsNone"),
            };
        return AreObjects(left.Type, right.Type)
            ? new LowBinary("==", left.Code, right.Code)
            : new LowInvoke(new LowName("Operators.Is"), Convert(left, StaticType.Any), Convert(right, StaticType.Any));
    }

    /// <summary>Whether C# compares the references of two values: both are objects of C# classes of one line.</summary>
    private static bool AreObjects(StaticType left, StaticType right)
        => PlainInstance(left) is { } a && PlainInstance(right) is { } b && (a.IsSubclassOf(b) || b.IsSubclassOf(a));

    private static Binding.ClassSymbol? PlainInstance(StaticType type)
        => (type is OptionalType optional ? optional.Inner : type) is InstanceType { Class: { IsNative: true, IsException: false } cls } ? cls : null;

    /// <summary>Whether <c>==</c> of two values asks for nothing but whether they are one object: no class of theirs says otherwise.</summary>
    private bool AreEqualAsObjects(StaticType left, StaticType right)
        => AreObjects(left, right) && !PlainInstance(left)!.IsInterface && !PlainInstance(right)!.IsInterface && !Model.Program.DefinesNotEqual && !Model.DynamicStores.Contains("__eq__")
            && PlainInstance(left)!.Line().All(static c => !c.Methods.ContainsKey("__eq__") && !c.Aliases.ContainsKey("__eq__") && !c.Decorated.ContainsKey("__eq__") && !c.ClassAttributes.ContainsKey("__eq__"));

    /// <summary><c>isinstance(value, Point)</c> where Point is a C# class.</summary>
    private LowExpression? InstanceTest(Py.Call call)
        => !Model.Program.FakesClasses && call is { Args: [not Py.Starred and var value, var type], Keywords.Length: 0 } && TypeOf(call.Func) is LibraryType { FullName: "builtins.isinstance" } && !Model.PatchedLibrary.Contains("builtins.isinstance")
            && TypeOf(type) is ClassType { Class: { IsNative: true, IsException: false } cls } && (!cls.IsInterface || cls.IsMixin) ? IsOfClass(Lower(value), cls) : null;

    /// <summary>Whether a value is an object of a C# class; null where C# has no better words for it than the library's.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cls">The class.</param>
    /// <param name="name">The C# variable that gets the object, where it is needed.</param>
    private LowExpression? IsOfClass(Typed value, Binding.ClassSymbol cls, string? name = null)
    {
        var type = LowType.Named(cls.CsName);
        if (CsTypes.IsAny(value.Type))
            return new LowInvoke(new LowMember(Dynamic(value), "Is") { TypeArguments = [type] }, name is null ? [] : [new LowArgument(new LowOutVariable(LowType.Var, name), RefKind: "out")]);
        return PlainInstance(value.Type) is { } known && (cls.IsMixin || cls.IsSubclassOf(known)) && (cls != known || value.Type is OptionalType) ? new LowIs(value.Code, type, name) : null;
    }
}
