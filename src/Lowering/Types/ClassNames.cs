using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>An object's class and its name, as programs ask for them: <c>type(x)</c>, <c>x.__class__</c>, <c>type(x).__name__</c>.</summary>
internal static class ClassNames
{
    /// <summary>The object whose class's name an attribute is; null for all other attributes.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="model">The module that it stands in.</param>
    /// <param name="typeOf">The type of an expression.</param>
    public static Py.Expression? Owner(Py.Attribute attribute, SemanticModel model, Func<Py.Expression, StaticType> typeOf)
    {
        // A metaclass may have another idea of the name.
        if (attribute is not { Attr: "__name__", Ctx: Py.ExprContext.Load } || model.Program.Methods.Contains("__name__"))
            return null;
        return attribute.Value switch
        {
            Py.Call call when Asked(call, model, typeOf) is { } value => value,
            Py.Attribute { Attr: "__class__", Value: Py.Name value } when typeOf(value) is InstanceType { Class: { IsNative: true } cls } && cls.FindMethod("__class__") is null => value,
            _ => null,
        };
    }

    /// <summary>The object whose class <c>type(x)</c> is.</summary>
    private static Py.Expression? Asked(Py.Call call, SemanticModel model, Func<Py.Expression, StaticType> typeOf)
        => call is { Func: Py.Name { Id: "type" } function, Args: [not Py.Starred and var value], Keywords.Length: 0 } && typeOf(function) is LibraryType { FullName: "builtins.type" } && !model.PatchedLibrary.Contains("builtins.type") ? value : null;

    /// <summary>The class that an expression gives, or one that derives from it: <c>cls</c> in a class method, <c>type(self)</c>.</summary>
    public static ClassSymbol? LineOf(Py.Expression expression, SemanticModel model, Func<Py.Expression, StaticType> typeOf) => expression switch
    {
        Py.Name name when model.Names.GetValueOrDefault(name) is { IsParameter: true, Scope.Function: { IsClassMethod: true } method } symbol && method.Parameters[0].Symbol == symbol => method.Class,
        Py.Call call when Asked(call, model, typeOf) is { } value => (typeOf(value) as InstanceType)?.Class,
        Py.Attribute { Attr: "__class__", Ctx: Py.ExprContext.Load, Value: var value } => (typeOf(value) as InstanceType)?.Class,
        _ => null,
    };

    /// <summary>The class that an expression gives, where nothing derives from it: the object that is asked has no other.</summary>
    public static ClassSymbol? ClassOf(Py.Expression expression, SemanticModel model, Func<Py.Expression, StaticType> typeOf)
        => (expression switch
        {
            Py.Call call => Asked(call, model, typeOf),
            Py.Attribute { Attr: "__class__", Ctx: Py.ExprContext.Load, Value: var value } => value,
            _ => null,
        }) is Py.Name name && typeOf(name) is InstanceType { Class: { IsNative: true, Subclasses.Count: 0 } cls } && cls.FindMethod("__class__") is null ? cls : null;
}
