using Pytocs.Parser.Ast;
using SyntaxTree = Pytocs.Parser.Ast.Tree;

namespace Pytocs.Lowering.Positions;

/// <summary>The names that a function's or module's own code binds, for suggestions when a name is not found.</summary>
internal sealed class LocalNames
{
    private readonly List<(string Name, int From)> _names = [];
    private readonly HashSet<string> _global = new(StringComparer.Ordinal);

    /// <summary>The end of the simple statement around the code at hand: nothing that it binds is bound before.</summary>
    private int? _end;

    /// <summary>The names, each with the place in the source up to which it is surely unbound; zero for a parameter.</summary>
    public static List<(string Name, int From)> Of(Node function)
    {
        var names = new LocalNames();
        foreach (var child in SyntaxTree.Children(function))
            names.Add(child);
        return [.. names._names.DistinctBy(static n => n.Name).Where(n => !names._global.Contains(n.Name))];
    }

    private void Add(Node node)
    {
        switch (node)
        {
            case FunctionDefinition definition:
                _names.Add((definition.Name, node.Span.End));
                return;
            case ClassDef definition:
                _names.Add((definition.Name, node.Span.End));
                return;
            case Lambda or GeneratorExp:
                return;
            case Global statement:
                _global.UnionWith(statement.Names);
                return;
            case Name { Ctx: ExprContext.Store } name:
                Bind(name.Id, node);
                return;
            case Argument argument:
                _names.Add((argument.Arg, 0));
                return;
            case Alias alias:
                Bind(alias.Asname ?? alias.Name.Split('.')[0], node);
                return;
            case ExceptHandler { Name: { } caught }:
                _names.Add((caught, node.Span.Start));
                break;
        }
        var outer = _end;
        if (node is Assign or AugAssign or AnnAssign or ExprStatement or Return or Import or ImportFrom)
            _end = node.Span.End;
        foreach (var child in SyntaxTree.Children(node))
            Add(child);
        _end = outer;
    }

    private void Bind(string name, Node node) => _names.Add((name, _end ?? node.Span.End));
}
