using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// The names around a place as a dictionary: <c>globals()</c>, and <c>locals()</c>, <c>vars()</c> and <c>dir()</c> without arguments.
/// See <see href="https://docs.python.org/3.13/library/functions.html#locals">locals</see>.
/// </summary>
internal sealed partial class BodyLowerer
{
    private Typed? NamespaceCall(Py.Call call)
    {
        if (call is not { Func: Py.Name { Id: "globals" or "locals" or "vars" or "dir" } name, Args.Length: 0, Keywords.Length: 0 } || Model.Names.GetValueOrDefault(name) is not null)
            return null;
        var names = name.Id == "globals" || _scope.Owner.Kind == ScopeKind.Module && Namespace is null
            ? new LowMember(new LowName(ModuleMember(Model, ModuleObject.Name)), "Namespace")
            : Namespace is not null ? new LowMember(new LowName(Namespace), "Mapping") : Locals();
        return name.Id == "dir"
            ? new(new LowInvoke(new LowName("Sequences.Sorted"), new LowInvoke(new LowName("Sequences.Of"), names)), new ListType(Cell.Declared(StaticType.Any)))
            : new(new LowCast(LowType.Any, names), StaticType.Any);
    }

    /// <summary>A new dictionary of the function's names, and of those it uses of functions around it, that have a value now.</summary>
    private LowExpression Locals()
    {
        var owner = _scope.Owner;
        var free = Model.NamesUsed.Where(u => u.Scope.Owner == owner).Select(u => Model.Names.GetValueOrDefault(u.Name))
            .OfType<Symbol>().Where(s => s.Scope.Owner != owner && s.Scope.Kind is ScopeKind.Function or ScopeKind.Lambda);
        var entries = owner.Symbols.Values.Where(s => s.Bindings > 0 && !s.IsDiscard).Concat(free).Distinct()
            .Select(s => new LowArgument(new LowTuple([new LowLiteral(s.Name), Convert(IsSelf(s) ? new Typed(new LowThis(), s.Final) : Unchecked(s), StaticType.Any)])));
        return new LowInvoke(new LowName("Names.Locals"), [.. entries]);
    }

    private Typed Unchecked(Symbol symbol)
        => symbol.IsDefinition || symbol.IsAlias ? LoadSymbol(symbol, false) : new Typed(new LowName(symbol.CsName), symbol.Final);

    /// <summary>Whether this is the body of a class that is built as the program runs, with its names in a dictionary.</summary>
    public bool IsClassBody => Namespace is not null && _scope.Kind == ScopeKind.Class;

    /// <summary>Whether an expression of a class body reads names that only the class body's namespace has.</summary>
    public bool ReadsClassNames(Py.Expression expression)
        => !Model.HasStringAnnotations && Py.Tree.DescendantsAndSelf(expression).OfType<Py.Name>().Any(n =>
            Model.Names.GetValueOrDefault(n) is { } symbol ? symbol.Scope.Kind == ScopeKind.Class : !Library.Builtin.Exists(n.Id));
}
