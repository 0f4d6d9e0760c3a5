using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Names of library modules, as the program writes them.</summary>
internal static class LibraryNames
{
    /// <summary>Whether an expression is <c>name</c>, imported from a module, or <c>module.name</c>.</summary>
    public static bool Is(Py.Expression expression, string module, string name, Scope scope) => expression switch
    {
        Py.Name plain => SemanticModel.Resolve(scope, plain.Id)?.Denotes is LibraryType type && type.Module == module && type.Name == name,
        Py.Attribute { Value: Py.Name owner } attribute => attribute.Attr == name && SemanticModel.Resolve(scope, owner.Id)?.Denotes is ModuleType { Program: null } home && home.Name == module,
        _ => false,
    };
}
