using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Calls of a method through its class, <c>Stack.push(bag, 1)</c>. To Python the object may be of any class; the <c>this</c> of a C# method may
/// not, so the class is built at run time unless the object is plainly one of its own.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#instance-methods">instance methods</see>.
/// </summary>
internal sealed class ForeignCalls
{
    private readonly HashSet<ClassSymbol> _classes = [];
    private readonly Dictionary<Symbol, List<Py.Expression>> _assigned = [];
    private readonly List<(ClassSymbol Class, Py.Expression Object, SemanticModel Model)> _calls = [];

    /// <param name="program">The program, whose classes know their bases.</param>
    public ForeignCalls(ProgramModel program)
    {
        foreach (var model in program.Modules.Values)
            foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
                Visit(node, model);
        foreach (var (cls, instance, model) in _calls)
            if (!IsInstance(instance, cls, model))
                _classes.Add(cls);
    }

    /// <summary>Whether some call gives a method of the class an object that may be of another.</summary>
    public bool Contain(ClassSymbol cls) => _classes.Contains(cls);

    private void Visit(Py.Node node, SemanticModel model)
    {
        if (node is Py.Assign { Value: var value } assign)
            foreach (var target in assign.Targets.OfType<Py.Name>())
                if (model.Names.GetValueOrDefault(target) is { } symbol)
                    (_assigned.TryGetValue(symbol, out var values) ? values : _assigned[symbol] = []).Add(value);
        if (node is Py.Call { Func: Py.Attribute { Value: Py.Name owner, Attr: var name }, Args: [not Py.Starred and var first, ..] }
            && ClassOf(owner, model) is { } cls && cls.FindMethod(Mangling.Mangle(name, cls.Scope)) is { IsShared: false, Parameters.Count: > 0 })
            _calls.Add((cls, first, model));
    }

    private static ClassSymbol? ClassOf(Py.Expression name, SemanticModel model) => name is Py.Name n ? model.Names.GetValueOrDefault(n)?.Origin.Class : null;

    private bool IsInstance(Py.Expression value, ClassSymbol cls, SemanticModel model) => value switch
    {
        Py.Call { Func: Py.Name made } => ClassOf(made, model) is { } other && other.IsSubclassOf(cls),
        Py.Name name when model.Names.GetValueOrDefault(name) is { } symbol => IsInstance(symbol, cls),
        _ => false,
    };

    private bool IsInstance(Symbol symbol, ClassSymbol cls)
    {
        if (symbol is { IsParameter: true, Bindings: 1, Scope.Function: { } function })
        {
            var at = function.Parameters.FindIndex(p => p.Symbol == symbol);
            var annotated = function.Parameters[at].Annotation switch
            {
                Py.Name name => ClassOf(name, function.Home),
                Py.Constant { Value: string name } => function.Home.ModuleScope.Symbols.GetValueOrDefault(name)?.Origin.Class,
                _ => at == 0 && function is { Class: var own, IsShared: false } ? own : null,
            };
            return annotated?.IsSubclassOf(cls) == true;
        }
        return _assigned.TryGetValue(symbol, out var values) && values.Count == symbol.Bindings && values.All(v => v is Py.Call && IsInstance(v, cls, symbol.Scope.Home));
    }
}
