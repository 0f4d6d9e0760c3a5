using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Finds the reads of local names that may come before any assignment. Python raises
/// UnboundLocalError (NameError in a module) there; everywhere else no check is needed.
/// </summary>
public sealed partial class DefiniteAssignment
{
    private readonly SemanticModel _model;
    private readonly Scope _owner;
    private ImmutableHashSet<string>? _state = [];
    private ImmutableHashSet<string>? _breaks;
    private ImmutableHashSet<string>? _continues;

    private DefiniteAssignment(SemanticModel model, Scope owner)
    {
        _model = model;
        _owner = owner;
    }

    /// <summary>Looks at the module and at every function.</summary>
    public static void Run(SemanticModel model)
    {
        var module = new DefiniteAssignment(model, model.ModuleScope) { _state = [.. FirstNames.Of(model.Module)] };
        module.Block(model.Module.Body);
        model.BoundAtEnd = module._state;
        foreach (var function in model.Functions.Values)
        {
            var flow = new DefiniteAssignment(model, function.Scope);
            foreach (var parameter in function.Parameters)
                flow.Assign(parameter.Symbol.Name);
            if (function.Definition is { } definition)
                flow.Block(definition.Body);
            else
                flow.Expression(((Py.Lambda)function.Node).Body);
        }
    }

    /// <summary>The unreachable state, null, is neutral: everything is assigned where nothing runs.</summary>
    private static ImmutableHashSet<string>? Meet(ImmutableHashSet<string>? a, ImmutableHashSet<string>? b)
        => a is null ? b : b is null ? a : ReferenceEquals(a, b) ? a : a.Intersect(b);

    private void Assign(string name) => _state = _state?.Add(name);

    private void Unassign(string name) => _state = _state?.Remove(name);

    private void Block(ImmutableArray<Py.Statement> body)
    {
        foreach (var statement in body)
            Statement(statement);
    }

    private void Statement(Py.Statement statement)
    {
        switch (statement)
        {
            case Py.If @if:
                var (whenTrue, whenFalse) = Condition(@if.Test);
                _state = whenTrue;
                Block(@if.Body);
                var afterBody = _state;
                _state = whenFalse;
                Block(@if.Orelse);
                _state = Meet(afterBody, _state);
                break;
            case Py.While @while:
                While(@while);
                break;
            case Py.ForStatement @for:
                For(@for);
                break;
            case Py.TryStatement @try:
                Try(@try);
                break;
            case Py.WithStatement with:
                With(with);
                break;
            case Py.Match match:
                Match(match);
                break;
            case Py.FunctionDefinition function:
                foreach (var decorator in function.DecoratorList)
                    Expression(decorator);
                Defaults(function.Args);
                if (!_model.HasStringAnnotations)
                    foreach (var (_, annotation) in _model.Functions[function].ObservedAnnotations)
                        Expression(annotation);
                Assign(function.Name);
                Close(function.Name, FreeReads(function.Body));
                if (function.DecoratorList.Length > 0)
                    MayCall(_closures[function.Name]);
                break;
            case Py.ClassDef cls:
                Class(cls);
                break;
            case Py.Return @return:
                Expression(@return.Value);
                _state = null;
                break;
            case Py.Raise raise:
                Expression(raise.Exc);
                Expression(raise.Cause);
                _state = null;
                break;
            case Py.Break:
                _breaks = Meet(_breaks, _state);
                _state = null;
                break;
            case Py.Continue:
                _continues = Meet(_continues, _state);
                _state = null;
                break;
            case Py.Assign { Value: Py.Lambda lambda, Targets: [Py.Name named] }:
                Defaults(lambda.Args);
                Assign(named.Id);
                Close(named.Id, FreeReads(lambda));
                break;
            case Py.Assign assign:
                Expression(assign.Value);
                foreach (var target in assign.Targets)
                    Target(target);
                break;
            case Py.AugAssign assign:
                if (assign.Target is Py.Name name)
                    Read(name);
                else
                    Target(assign.Target);
                Expression(assign.Value);
                Target(assign.Target);
                break;
            case Py.AnnAssign assign:
                Expression(assign.Value);
                if (assign.Value is not null || assign.Target is not Py.Name)
                    Target(assign.Target);
                break;
            case Py.Delete delete:
                foreach (var target in delete.Targets)
                    Delete(target);
                break;
            case Py.Assert assert:
                var (holds, fails) = Condition(assert.Test);
                _state = fails;
                Expression(assert.Msg);
                _state = holds;
                break;
            case Py.Import import:
                foreach (var alias in import.Names)
                    Assign(alias.Asname ?? alias.Name.Split('.')[0]);
                break;
            case Py.ImportFrom import:
                foreach (var alias in import.Names)
                    Assign(alias.Asname ?? alias.Name);
                foreach (var starred in _model.StarNames.GetValueOrDefault(import, []))
                    if (!_model.IsPassedOnUnbound(starred))
                        Assign(starred);
                break;
            case Py.TypeAlias alias:
                Assign(((Py.Name)alias.Name).Id);
                break;
            case Py.ExprStatement expression:
                Expression(expression.Value);
                break;
        }
    }

    private void While(Py.While @while) => Loop(@while.Body, @while.Orelse, () => Condition(@while.Test));

    private void For(Py.ForStatement @for)
    {
        Expression(@for.Iter);
        Loop(@for.Body, @for.Orelse, () =>
        {
            var before = _state;
            Target(@for.Target);
            return (_state, before);
        }, @for is Py.For && RunsOnce(@for.Iter));
    }

    /// <summary>Whether a loop over an expression runs its body at least once: over a display, or a range whose numbers are written out.</summary>
    private bool RunsOnce(Py.Expression iter) => iter switch
    {
        Py.List { Elts: var items } => items.Any(static i => i is not Py.Starred),
        Py.Tuple { Elts: var items } => items.Any(static i => i is not Py.Starred),
        Py.Constant { Value: string { Length: > 0 } } => true,
        Py.Call { Func: Py.Name { Id: "range" } range, Keywords.Length: 0 } call when _model.Names.GetValueOrDefault(range) is null => call.Args switch
        {
            [Py.Constant { Value: System.Numerics.BigInteger stop }] => stop > 0,
            [Py.Constant { Value: System.Numerics.BigInteger start }, Py.Constant { Value: System.Numerics.BigInteger stop }] => start < stop,
            _ => false,
        },
        _ => false,
    };

    /// <param name="body">The body.</param>
    /// <param name="orelse">What runs when the loop ends by itself.</param>
    /// <param name="header">The states at the begin of the body and at the end of the loop.</param>
    /// <param name="runs">Whether the body runs at least once.</param>
    private void Loop(ImmutableArray<Py.Statement> body, ImmutableArray<Py.Statement> orelse, Func<(ImmutableHashSet<string>?, ImmutableHashSet<string>?)> header, bool runs = false)
    {
        var (breaks, continues) = (_breaks, _continues);
        // del and the end of a handler take names away, so the state at the loop's start may shrink.
        var entry = _state;
        for (var round = 0; round < 2; round++)
        {
            (_breaks, _continues) = (null, null);
            _state = entry;
            var (enter, leave) = header();
            _state = enter;
            Block(body);
            var again = Meet(_state, _continues);
            entry = Meet(entry, again);
            _state = runs ? again : leave;
        }
        Block(orelse);
        _state = Meet(_state, _breaks);
        (_breaks, _continues) = (breaks, continues);
    }

    private void Try(Py.TryStatement @try)
    {
        var before = _state;
        Block(@try.Body);
        // A handler runs after any part of the body, which only del can have made poorer.
        var atHandlers = Meet(before, _state);
        Block(@try.Orelse);
        var after = _state;
        foreach (var handler in @try.Handlers)
        {
            _state = atHandlers;
            Expression(handler.Type);
            if (handler.Name is { } name)
                Assign(name);
            Block(handler.Body);
            if (handler.Name is { } bound)
                Unassign(bound);
            after = Meet(after, _state);
        }
        _state = atHandlers;
        Block(@try.Finalbody);
        var gained = _state is null ? null : atHandlers is null ? _state : _state.Except(atHandlers);
        _state = after is null || _state is null ? null : gained is null ? after : after.Union(gained);
    }

    private void With(Py.WithStatement with)
    {
        var suppresses = false;
        foreach (var item in with.Items)
        {
            Expression(item.ContextExpr);
            if (item.OptionalVars is { } target)
                Target(target);
            suppresses |= item.ContextExpr is Py.Call { Func: Py.Name { Id: "suppress" } or Py.Attribute { Attr: "suppress" or "raises" or "assertRaises" } };
        }
        var entered = _state;
        Block(with.Body);
        // What leaves the body by raising may be swallowed.
        if (suppresses || _state is null)
            _state = Meet(entered, _state ?? entered);
    }

    private void Match(Py.Match match)
    {
        Expression(match.Subject);
        ImmutableHashSet<string>? after = null;
        foreach (var @case in match.Cases)
        {
            var before = _state;
            foreach (var node in Py.Tree.DescendantsAndSelf(@case.Pattern))
            {
                if (node is Py.MatchAs { Name: { } capture })
                    Assign(capture);
                else if (node is Py.MatchStar { Name: { } star })
                    Assign(star);
                else if (node is Py.MatchMapping { Rest: { } rest })
                    Assign(rest);
                else if (node is Py.Expression value)
                    Expression(value);
            }
            if (@case.Guard is not null)
                _state = Condition(@case.Guard).Item1;
            Block(@case.Body);
            after = Meet(after, _state);
            _state = @case.Guard is null && IsIrrefutable(@case.Pattern) ? null : before;
        }
        _state = Meet(after, _state);
    }

    internal static bool IsIrrefutable(Py.Pattern pattern)
        => pattern is Py.MatchAs { Pattern: null } || (pattern is Py.MatchAs { Pattern: { } inner } && IsIrrefutable(inner))
            || (pattern is Py.MatchOr or && or.Patterns.Any(IsIrrefutable));
}
