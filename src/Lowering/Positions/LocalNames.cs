using Pytocs.Parser.Ast;
using SyntaxTree = Pytocs.Parser.Ast.Tree;

namespace Pytocs.Lowering.Positions;

/// <summary>The names that a function's or module's own code binds, for suggestions when a name is not found.</summary>
internal static class LocalNames
{
    public static List<string> Of(Node function)
    {
        var names = new List<string>();
        var global = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in SyntaxTree.Children(function))
            Add(child, names, global);
        return [.. names.Distinct().Where(n => !global.Contains(n))];
    }

    private static void Add(Node node, List<string> names, HashSet<string> global)
    {
        switch (node)
        {
            case FunctionDefinition definition:
                names.Add(definition.Name);
                return;
            case ClassDef definition:
                names.Add(definition.Name);
                return;
            case Lambda or GeneratorExp:
                return;
            case Global statement:
                global.UnionWith(statement.Names);
                return;
            case Name { Ctx: ExprContext.Store } name:
                names.Add(name.Id);
                return;
            case Argument argument:
                names.Add(argument.Arg);
                return;
            case Alias alias:
                names.Add(alias.Asname ?? alias.Name.Split('.')[0]);
                return;
            case ExceptHandler { Name: { } caught }:
                names.Add(caught);
                break;
        }
        foreach (var child in SyntaxTree.Children(node))
            Add(child, names, global);
    }
}
