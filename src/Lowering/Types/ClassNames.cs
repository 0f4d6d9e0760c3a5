using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>The name of an object's class, as programs ask for it: <c>type(x).__name__</c>, <c>x.__class__.__name__</c>.</summary>
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
            Py.Call { Func: Py.Name { Id: "type" } function, Args: [not Py.Starred and var value], Keywords.Length: 0 } when typeOf(function) is LibraryType { FullName: "builtins.type" } && !model.PatchedLibrary.Contains("builtins.type") => value,
            Py.Attribute { Attr: "__class__", Value: Py.Name value } when typeOf(value) is InstanceType { Class: { IsNative: true } cls } && cls.FindMethod("__class__") is null => value,
            _ => null,
        };
    }
}
