using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Attributes that a program deletes. What is left of one is the class's attribute, or AttributeError, which a C# property cannot say.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-del-statement">the del statement</see>.
/// </summary>
internal static class DeletedAttributes
{
    /// <summary>The names of attributes that <c>del</c> or <c>delattr</c> deletes anywhere in the program.</summary>
    public static HashSet<string> Names(ProgramModel program)
        => [.. program.Modules.Values.SelectMany(static m => m.Module.Mentions("delattr") ? Py.Tree.Nodes(m.Module) : Py.Tree.All<Py.Attribute>(m.Module)).Select(static node => node switch
        {
            Py.Attribute { Ctx: Py.ExprContext.Del, Attr: var name } => name,
            Py.Call { Func: Py.Name { Id: "delattr" }, Args: [_, Py.Constant { Value: string name }] } => name,
            _ => null,
        }).OfType<string>()];

    /// <summary>Why a class is built at run time: one of its objects' attributes is deleted, by something else than its property.</summary>
    public static string? Reason(ClassSymbol cls, HashSet<string> deleted)
        => cls.Fields.Keys.FirstOrDefault(name => deleted.Contains(name) && cls.FindDeleter(name) is null) is { } field ? $"its attribute {field} is deleted" : null;
}
