using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds every scope, what it binds, and what each name stands for. First all scopes are filled,
/// then names are resolved, since a name may be bound after its use.
/// </summary>
public sealed partial class Binder
{
    private readonly SemanticModel _model;
    private Scope _scope;

    private Binder(SemanticModel model)
    {
        _model = model;
        _scope = model.ModuleScope;
    }

    /// <summary>Binds the modules of a program, each by itself and then to one another.</summary>
    public static void Bind(ProgramModel program)
    {
        var binders = program.Modules.Values.Select(m => new Binder(m)).ToList();
        foreach (var binder in binders)
            binder.Declare();
        ImportLinker.Run(program);
        foreach (var binder in binders)
            binder.ResolveNames();
        ImportCycles.Run(program);
        Exposure.Run(program);
        ManagerFunctions.Run(program);
        CachedFunctions.Run(program);
    }

    private void Declare()
    {
        foreach (var name in FirstNames.Of(_model.Module))
            _scope.Declare(name).Bindings = 2;
        Block(_model.Module.Body);
        JoinLater();
        foreach (var definition in _model.Module.Body.OfType<Py.FunctionDefinition>())
            _model.Functions[definition].IsTopLevel = true;
    }

    private void Block(ImmutableArray<Py.Statement> body)
    {
        foreach (var statement in body)
            Visit(statement);
    }

    private void Visit(Py.Node? node)
    {
        switch (node)
        {
            case null:
                return;
            case Py.Name name:
                Name(name);
                return;
            case Py.FunctionDefinition definition:
                Function(definition);
                return;
            case Py.Lambda lambda:
                Lambda(lambda);
                return;
            case Py.ClassDef definition:
                Class(definition);
                return;
            case Py.ListComp c:
                Comprehension(c, c.Generators, c.Elt);
                return;
            case Py.SetComp c:
                Comprehension(c, c.Generators, c.Elt);
                return;
            case Py.GeneratorExp c:
                Comprehension(c, c.Generators, c.Elt);
                return;
            case Py.DictComp c:
                Comprehension(c, c.Generators, c.Key, c.Value);
                return;
            case Py.Assign assign when IsConstant(assign.Value):
                foreach (var target in assign.Targets.OfType<Py.Name>())
                    Bind(target.Id).ConstantBindings++;
                break;
            case Py.AugAssign { Target: Py.Name target }:
                Bind(target.Id).IsUsed = true;
                break;
            case Py.NamedExpr walrus:
                Walrus(walrus);
                return;
            case Py.Global global:
                foreach (var name in global.Names)
                {
                    if (ExamplesAround(name) is { } examples)
                    {
                        if (examples != _scope)
                        {
                            _scope.Nonlocals.Add(name);
                            // Only the function may bind it, and the examples read it then.
                            var shared = examples.Declare(name);
                            shared.Bindings++;
                            shared.MayBeUnbound = true;
                        }
                        continue;
                    }
                    _scope.Globals.Add(name);
                    _scope.Module.Declare(name).Bindings += 2;
                }
                return;
            case Py.Nonlocal nonlocal:
                foreach (var name in nonlocal.Names)
                    _scope.Nonlocals.Add(name);
                return;
            case Py.If @if when _scope.Kind == ScopeKind.Module && IsForScripts(@if.Test):
                Visit(@if.Test);
                ForScripts(@if.Body);
                Block(@if.Orelse);
                return;
            case Py.Import import:
                Import(import);
                return;
            case Py.ImportFrom import:
                ImportFrom(import);
                return;
            case Py.AnnAssign assign:
                AnnotatedAssignment(assign);
                return;
            case Py.ExceptHandler handler:
                Visit(handler.Type);
                if (handler.Name is { } caught)
                {
                    var symbol = Bind(caught);
                    symbol.Bindings++;
                    _caught.Add(symbol);
                }
                Block(handler.Body);
                return;
            case Py.MatchAs { Name: { } capture } pattern:
                Bind(capture).Bindings++;
                Visit(pattern.Pattern);
                return;
            case Py.MatchStar { Name: { } capture }:
                Bind(capture).Bindings++;
                return;
            case Py.MatchMapping mapping:
                if (mapping.Rest is { } rest)
                    Bind(rest).Bindings++;
                break;
            case Py.TypeAlias alias:
                Alias(alias);
                return;
            case Py.Yield or Py.YieldFrom:
                if (_scope.Owner.Function is { } generator)
                    generator.IsGenerator = true;
                break;
            case Py.Await or Py.AsyncFor or Py.AsyncWith:
                if (_scope.Owner.Function is { } coroutine)
                    coroutine.HasAwait = true;
                break;
        }
        foreach (var child in Py.Tree.Children(node))
            Visit(child);
    }

    private void Walrus(Py.NamedExpr walrus)
    {
        // A walrus in a comprehension binds in the scope around it.
        var target = (Py.Name)walrus.Target;
        var inner = _scope;
        while (_scope.Kind == ScopeKind.Comprehension)
            _scope = _scope.Parent!;
        Bind(target.Id).Bindings += 1;
        _model.NamesUsed.Add((target, _scope));
        _scope = inner;
        Visit(walrus.Value);
    }

    /// <summary>Whether C# warns of a local that only gets such a value: a constant, or any tuple.</summary>
    public static bool IsConstant(Py.Expression value) => value switch
    {
        Py.Constant => true,
        Py.UnaryOp unary => unary.Operand is Py.Constant,
        Py.Tuple => true,
        _ => false,
    };

    private void AnnotatedAssignment(Py.AnnAssign assign)
    {
        Visit(assign.Value);
        if (assign.Target is not Py.Name name)
        {
            Visit(assign.Target);
            return;
        }
        _model.NamesUsed.Add((name, _scope));
        var symbol = Bind(name.Id);
        if (assign.Value is not null)
            symbol.Bindings++;
        if (assign.Value is not null && IsConstant(assign.Value))
            symbol.ConstantBindings++;
        if (_scope.Kind is ScopeKind.Class)
            Visit(assign.Annotation);
    }

    private void Import(Py.Import import)
    {
        foreach (var alias in import.Names)
        {
            var first = alias.Name.Split('.')[0];
            var symbol = Bind(alias.Asname ?? first);
            var name = alias.Asname is null ? first : alias.Name;
            var target = new ModuleType(name) { Program = _model.Program.Find(name) };
            // Importing a.b and a.c both bind a: one module object.
            if (symbol.Import is ModuleType same && same == target && symbol.Bindings == 1)
                continue;
            symbol.Bindings++;
            symbol.Import = target;
        }
    }

    private void ImportFrom(Py.ImportFrom import)
    {
        if (import.Module == "__future__")
            return;
        foreach (var alias in import.Names)
            if (alias.Name != "*")
                ImportLinker.Link(_model, import, alias.Name, Bind(alias.Asname ?? alias.Name));
    }

    private void ResolveNames()
    {
        var increased = Py.Tree.All<Py.AugAssign>(_model.Module).Select(static a => a.Target).ToHashSet();
        foreach (var (name, scope) in _model.NamesUsed)
        {
            var symbol = SemanticModel.Resolve(scope, name.Id);
            _model.Names[name] = symbol;
            if (name.Id is "locals" or "vars" or "dir" or "globals" or "eval" or "exec")
                foreach (var seen in scope.Owner.Symbols.Values)
                    seen.IsUsed = true;
            if (symbol is null)
                continue;
            symbol.IsUsed |= name.Ctx != Py.ExprContext.Store;
            var user = scope.Owner;
            if (user != symbol.Scope.Owner)
                symbol.IsCaptured = true;
            if (_readLater.Contains(name))
                symbol.IsCaptured = symbol.IsRead = true;
            // A class body reads the module's variable until it has bound its own.
            if ((name.Ctx == Py.ExprContext.Load || increased.Contains(name)) && SemanticModel.GlobalOf(symbol) is { } global)
                global.IsUsed = global.IsCaptured = true;
        }
        foreach (var symbol in _caught)
            symbol.MayBeUnbound |= symbol.IsCaptured && symbol.Scope.Kind is ScopeKind.Function;
        foreach (var node in Py.Tree.DescendantsAndSelf(_model.Module))
        {
            var (target, value) = node switch
            {
                Py.Assign { Targets: [Py.Name name] } assign => (name, assign.Value),
                Py.AnnAssign { Target: Py.Name name, Value: { } assigned } => (name, assigned),
                Py.For { Target: Py.Name name } loop => (name, loop.Iter),
                Py.Comprehension { Target: Py.Name name, IsAsync: false } loop => (name, loop.Iter),
                _ => ((Py.Name?)null, (Py.Expression?)null),
            };
            if (target is not null && _model.Names.GetValueOrDefault(target) is { Bindings: 1 } symbol)
                _model.SingleValues[symbol] = value!;
        }
    }
}
