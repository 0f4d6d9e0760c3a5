using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Where the names of a scope are used.</summary>
public sealed partial class DeclarationPlacement
{
    private void Collect(Scope scope, ImmutableArray<Py.Statement> body, ImmutableArray<(object, int, Py.Node)> path, bool inLoop, object? blockOf = null)
    {
        if (body.IsDefaultOrEmpty)
            return;
        var block = blockOf ?? new object();
        for (var i = 0; i < body.Length; i++)
        {
            var statement = body[i];
            var here = path.Add((block, i, statement));
            var loops = inLoop || statement is Py.While or Py.ForStatement;
            foreach (var child in Py.Tree.Children(statement))
            {
                if (child is Py.Statement)
                    continue;
                if (child is Py.ExceptHandler handler)
                {
                    if (handler.Type is not null)
                        Header(scope, handler.Type, here, inLoop);
                    // The handler binds its name at the head of its own block.
                    var handlerBlock = new object();
                    if (handler.Name is { } name)
                        Add(scope, name, handler, here.Add((handlerBlock, -1, handler)), inLoop);
                    Collect(scope, handler.Body, here, inLoop, handlerBlock);
                }
                else if (child is Py.MatchCase @case)
                {
                    var caseBlock = new object();
                    Pattern(scope, @case, here, caseBlock, inLoop);
                    if (@case.Guard is not null)
                        Header(scope, @case.Guard, here, inLoop);
                    Collect(scope, @case.Body, here, inLoop, caseBlock);
                }
                else
                {
                    Header(scope, child, here, loops);
                }
            }
            switch (statement)
            {
                case Py.FunctionDefinition or Py.ClassDef:
                    Add(scope, Named(statement), statement, here, inLoop);
                    Header(scope, statement, here, inLoop);
                    break;
                case Py.Import import:
                    foreach (var alias in import.Names)
                        Add(scope, alias.Asname ?? alias.Name.Split('.')[0], alias, here, inLoop);
                    break;
                case Py.ImportFrom import:
                    foreach (var alias in import.Names)
                        Add(scope, alias.Asname ?? alias.Name, alias, here, inLoop);
                    foreach (var name in _model.StarNames.GetValueOrDefault(import, []))
                        Add(scope, name, import, here, inLoop);
                    break;
                default:
                    foreach (var inner in Blocks(statement))
                        Collect(scope, inner, here, loops);
                    break;
            }
        }
    }

    internal static IEnumerable<ImmutableArray<Py.Statement>> Blocks(Py.Statement statement) => statement switch
    {
        Py.If s => [s.Body, s.Orelse],
        Py.While s => [s.Body, s.Orelse],
        Py.ForStatement s => [s.Body, s.Orelse],
        Py.WithStatement s => [s.Body],
        Py.TryStatement s => [s.Body, s.Orelse, s.Finalbody],
        _ => [],
    };

    private void Header(Scope scope, Py.Node node, ImmutableArray<(object, int, Py.Node)> path, bool inLoop)
    {
        foreach (var inner in Py.Tree.DescendantsAndSelf(node))
        {
            switch (inner)
            {
                case Py.Name name when _model.Names.GetValueOrDefault(name) is { } symbol:
                    Add(symbol, name, path, inLoop);
                    break;
                case Py.Call call when SemanticModel.IsLocalsCall(call):
                    foreach (var symbol in scope.Symbols.Values.Where(s => !s.IsParameter))
                        Add(symbol, call, path, inLoop);
                    break;
                case Py.Pattern pattern when Types.Patterns.Captured(pattern) is { } capture:
                    Add(scope, capture, inner, path, inLoop);
                    break;
            }
        }
    }

    /// <summary>A pattern, whose captures are bound at the head of the case's block where that is the same.</summary>
    private void Pattern(Scope scope, Py.MatchCase @case, ImmutableArray<(object, int, Py.Node)> path, object block, bool inLoop)
    {
        if (!Types.Patterns.BindAtHead(@case))
        {
            Header(scope, @case.Pattern, path, inLoop);
            return;
        }
        foreach (var inner in Py.Tree.DescendantsAndSelf(@case.Pattern))
            if (Types.Patterns.Captured(inner) is { } capture)
                Add(scope, capture, inner, path.Add((block, -1, inner)), inLoop);
            else if (inner is Py.Expression)
                Header(scope, inner, path, inLoop);
    }

    private void Add(Scope scope, string name, Py.Node node, ImmutableArray<(object, int, Py.Node)> path, bool inLoop)
    {
        if (SemanticModel.Resolve(scope, name) is { } symbol)
            Add(symbol, node, path, inLoop);
    }

    private void Add(Symbol symbol, Py.Node node, ImmutableArray<(object, int, Py.Node)> path, bool inLoop)
    {
        if (!_references.TryGetValue(symbol, out var list))
            _references[symbol] = list = [];
        list.Add(new Reference(path, node, false, inLoop));
    }
}
