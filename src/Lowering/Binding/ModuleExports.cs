using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// What <c>from module import *</c> takes from a module of the program: the names in <c>__all__</c>, as far as
/// it is written out, else those without a leading underscore.
/// </summary>
internal static class ModuleExports
{
    public static ImmutableArray<string> Of(SemanticModel model)
        => model.ModuleScope.Symbols.ContainsKey("__all__") && ReadAll(model) is { } all
            ? [.. all.Distinct()]
            : [.. model.ModuleScope.Symbols.Where(s => !s.Key.StartsWith('_') && s.Value.Bindings > s.Value.ScriptBindings).Select(s => s.Key)];

    /// <summary>Null where <c>__all__</c> is computed.</summary>
    private static List<string>? ReadAll(SemanticModel model)
    {
        var names = new List<string>();
        foreach (var statement in model.Module.Body.SelectMany(Py.Tree.Nodes))
        {
            IEnumerable<string>? added;
            switch (statement)
            {
                case Py.Assign { Targets: [Py.Name { Id: "__all__" }], Value: var value }:
                    names.Clear();
                    added = Read(value, model);
                    break;
                case Py.AnnAssign { Target: Py.Name { Id: "__all__" }, Value: { } value }:
                    names.Clear();
                    added = Read(value, model);
                    break;
                case Py.AugAssign { Target: Py.Name { Id: "__all__" }, Op: Py.Operator.Add, Value: var value }:
                    added = Read(value, model);
                    break;
                case Py.Call { Func: Py.Attribute { Value: Py.Name { Id: "__all__" }, Attr: "extend" }, Args: [var value] }:
                    added = Read(value, model);
                    break;
                case Py.Call { Func: Py.Attribute { Value: Py.Name { Id: "__all__" }, Attr: "append" }, Args: [Py.Constant { Value: string one }] }:
                    added = [one];
                    break;
                default:
                    continue;
            }
            if (added is null)
                return null;
            names.AddRange(added);
        }
        return names;
    }

    private static IEnumerable<string>? Read(Py.Expression value, SemanticModel model) => value switch
    {
        Py.List list => Constants(list.Elts, model),
        Py.Tuple tuple => Constants(tuple.Elts, model),
        Py.BinOp { Op: Py.Operator.Add } sum => Read(sum.Left, model) is { } left && Read(sum.Right, model) is { } right ? left.Concat(right) : null,
        Py.Call { Func: Py.Name { Id: "list" or "tuple" or "sorted" }, Args: [var inner] } => Read(inner, model),
        Py.Attribute { Attr: "__all__", Value: Py.Name name } when SemanticModel.Resolve(model.ModuleScope, name.Id) is { } symbol
            => (symbol.Import as ModuleType ?? Submodule(symbol))?.Program is { } other ? ReadAll(other) : null,
        _ => null,
    };

    private static ModuleType? Submodule(Symbol symbol)
        => symbol.Source is var (package, name) && package.Program.Find($"{package.ModuleName}.{name}") is { } found ? new ModuleType(found.ModuleName) { Program = found } : null;

    private static IEnumerable<string>? Constants(ImmutableArray<Py.Expression> items, SemanticModel model)
    {
        var names = new List<string>();
        foreach (var item in items)
        {
            if (item is Py.Constant { Value: string name })
                names.Add(name);
            else if (item is Py.Starred starred && Read(starred.Value, model) is { } more)
                names.AddRange(more);
            else
                return null;
        }
        return names;
    }
}
