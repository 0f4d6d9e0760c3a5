using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Finds the reads of names and attributes that a test has shown not to be None, after <c>if x is not None</c>,
/// <c>assert node.left is not None</c>, <c>while x</c>, or to be of a class, after <c>if isinstance(x, Point)</c>. A call may
/// change any attribute, so what is known of attributes ends there; what is known of local names ends where they are bound again.
/// </summary>
public sealed partial class Narrowing
{
    /// <summary>Ends the paths that are known by their truth alone, which C# does not always see.</summary>
    private const string ByTruth = "!";

    private readonly SemanticModel _model;
    private readonly Scope _owner;

    /// <summary>Stands between a path and the class that it is known to be of.</summary>
    private const char OfClass = ':';

    /// <summary>The paths, such as <c>x</c> and <c>self.left</c>, that are not None here, and the classes of some; null where nothing runs.</summary>
    private ImmutableHashSet<string>? _known = [];

    private Narrowing(SemanticModel model, Scope owner) => (_model, _owner) = (model, owner);

    public static void Run(SemanticModel model)
    {
        new Narrowing(model, model.ModuleScope).Block(model.Module.Body);
        foreach (var function in model.Functions.Values)
            if (function.Definition is { } definition)
                new Narrowing(model, function.Scope).Block(definition.Body);
    }

    /// <summary>A chain of names whose value only this code can change between a test and a use; null for others.</summary>
    private string? Path(Py.Expression expression) => expression switch
    {
        Py.Name name when _model.Names.GetValueOrDefault(name) is { MayBeUnbound: false } symbol && symbol.Scope == _owner && IsStable(symbol) => name.Id,
        Py.Attribute attribute when Path(attribute.Value) is { } owner => $"{owner}.{attribute.Attr}",
        Py.NamedExpr walrus => Path(walrus.Target),
        _ => null,
    };

    /// <summary>Whether no other function binds the name: one that inner functions see must be bound once for all.</summary>
    private static bool IsStable(Symbol symbol) => symbol.Scope.Kind == ScopeKind.Module || symbol.IsCaptured ? symbol.Bindings == 1 && !symbol.IsSeenOutside : true;

    private static ImmutableHashSet<string>? Meet(ImmutableHashSet<string>? a, ImmutableHashSet<string>? b)
        => a is null ? b : b is null ? a : a.Intersect(b);

    private void Block(ImmutableArray<Py.Statement> body)
    {
        foreach (var statement in body)
            Statement(statement);
    }

    /// <summary>Ends what is known of a name, and of whatever is reached through it.</summary>
    private void Forget(string name)
        => _known = _known?.Except(_known.Where(p => p == name || p == name + ByTruth || p.StartsWith(name + ".", StringComparison.Ordinal) || p.StartsWith(name + OfClass, StringComparison.Ordinal)));

    /// <summary>Ends what is known of attributes: any code may have run.</summary>
    private void ForgetAttributes() => _known = _known?.Except(_known.Where(static p => p.Contains('.')));

    /// <summary>Ends what is known of all that a part of the program binds, since it may have run any number of times.</summary>
    private void ForgetBound(params ReadOnlySpan<Py.Node> nodes)
    {
        foreach (var node in nodes)
            foreach (var inner in Py.Tree.DescendantsAndSelf(node))
            {
                if (inner is Py.Name { Ctx: not Py.ExprContext.Load } name)
                    Forget(name.Id);
                else if (BoundName(inner) is { } bound)
                    Forget(bound);
            }
        ForgetAttributes();
    }

    private static string? BoundName(Py.Node node) => node switch
    {
        Py.ExceptHandler handler => handler.Name,
        Py.MatchAs capture => capture.Name,
        Py.MatchStar star => star.Name,
        Py.MatchMapping mapping => mapping.Rest,
        Py.FunctionDefinition function => function.Name,
        Py.ClassDef cls => cls.Name,
        Py.Alias alias => alias.Asname ?? alias.Name.Split('.')[0],
        _ => null,
    };

    private void Statement(Py.Statement statement)
    {
        switch (statement)
        {
            case Py.If @if:
                var (then, otherwise) = Condition(@if.Test);
                _known = then;
                Block(@if.Body);
                var afterBody = _known;
                _known = otherwise;
                Block(@if.Orelse);
                _known = Meet(afterBody, _known);
                break;
            case Py.While @while:
                ForgetBound([.. @while.Body, @while.Test]);
                var atTest = _known;
                var (enters, ends) = Condition(@while.Test);
                _known = enters;
                Block(@while.Body);
                _known = ControlFlow.HasBreak(@while.Body) ? atTest : ends;
                Block(@while.Orelse);
                break;
            case Py.ForStatement @for:
                Expression(@for.Iter);
                ForgetBound([.. @for.Body, @for.Target]);
                var before = _known;
                Block(@for.Body);
                _known = before;
                Block(@for.Orelse);
                break;
            case Py.TryStatement @try:
                Try(@try);
                break;
            case Py.WithStatement with:
                foreach (var item in with.Items)
                {
                    Expression(item.ContextExpr);
                    ForgetAttributes();
                    if (item.OptionalVars is not null)
                        ForgetBound(item.OptionalVars);
                }
                var entered = _known;
                Block(with.Body);
                _known = Meet(_known, Bound(entered, with));
                break;
            case Py.Match match:
                Expression(match.Subject);
                ForgetBound(match);
                var atCases = _known;
                foreach (var @case in match.Cases)
                {
                    _known = atCases;
                    if (@case.Guard is not null)
                        _known = Condition(@case.Guard).WhenTrue;
                    Block(@case.Body);
                }
                _known = atCases;
                break;
            case Py.Return or Py.Raise:
                Expression(statement);
                _known = null;
                break;
            case Py.Break or Py.Continue:
                _known = null;
                break;
            case Py.Assert assert:
                var (holds, fails) = Condition(assert.Test);
                _known = fails;
                if (assert.Msg is not null)
                    Expression(assert.Msg);
                _known = holds;
                break;
            case Py.FunctionDefinition function:
                foreach (var part in function.DecoratorList)
                    Expression(part);
                Forget(function.Name);
                break;
            case Py.ClassDef:
                ForgetBound(statement);
                break;
            default:
                Expression(statement);
                ForgetBoundBy(statement);
                break;
        }
    }

    private ImmutableHashSet<string>? Bound(ImmutableHashSet<string>? state, Py.Node node)
    {
        var now = _known;
        _known = state;
        ForgetBound(node);
        var result = _known;
        _known = now;
        return result;
    }

    /// <summary>What a simple statement binds is bound after its expressions are evaluated.</summary>
    private void ForgetBoundBy(Py.Statement statement)
    {
        foreach (var inner in Py.Tree.DescendantsAndSelf(statement))
        {
            if (inner is Py.Name { Ctx: not Py.ExprContext.Load } name)
                Forget(name.Id);
            else if (inner is Py.Attribute { Ctx: not Py.ExprContext.Load } or Py.Subscript { Ctx: not Py.ExprContext.Load })
                ForgetAttributes();
            else if (BoundName(inner) is { } bound)
                Forget(bound);
        }
    }

    private void Try(Py.TryStatement @try)
    {
        var atHandlers = Bound(_known, @try);
        Block(@try.Body);
        Block(@try.Orelse);
        var after = _known;
        foreach (var handler in @try.Handlers)
        {
            _known = atHandlers;
            Block(handler.Body);
            after = Meet(after, _known);
        }
        _known = atHandlers;
        Block(@try.Finalbody);
        _known = @try.Finalbody.Length == 0 ? after : _known is null ? null : Meet(after is null ? null : _known, after);
    }

    private void Expression(Py.Node node)
    {
        switch (node)
        {
            case Py.Constant or Py.Lambda or Py.GeneratorExp:
                // A lambda and a generator run later.
                break;
            case Py.Name { Ctx: Py.ExprContext.Load } name:
                Note(name);
                break;
            case Py.Attribute attribute:
                Expression(attribute.Value);
                if (attribute.Ctx == Py.ExprContext.Load)
                    Note(attribute);
                break;
            case Py.BoolOp or Py.UnaryOp { Op: Py.UnaryOperator.Not }:
                var (t, f) = Condition((Py.Expression)node);
                _known = Meet(t, f);
                break;
            case Py.IfExp conditional:
                var (whenTrue, whenFalse) = Condition(conditional.Test);
                _known = whenTrue;
                Expression(conditional.Body);
                var afterBody = _known;
                _known = whenFalse;
                Expression(conditional.Orelse);
                _known = Meet(afterBody, _known);
                break;
            case Py.NamedExpr walrus:
                Expression(walrus.Value);
                Forget(((Py.Name)walrus.Target).Id);
                break;
            case Py.ListComp or Py.SetComp or Py.DictComp:
                ForgetBound(node);
                var outside = _known;
                foreach (var child in Py.Tree.Children(node))
                    Expression(child);
                _known = outside;
                break;
            case Py.Compare { Left: Py.Name } test when IsNoneTest(test):
                break;
            case Py.Compare { Left: Py.Attribute tested } test when IsNoneTest(test):
                Expression(tested.Value);
                break;
            case Py.Call or Py.Await or Py.Yield or Py.YieldFrom or Py.Subscript or Py.BinOp or Py.Compare or Py.JoinedStr:
                foreach (var child in Py.Tree.Children(node))
                    Expression(child);
                ForgetAttributes();
                break;
            default:
                foreach (var child in Py.Tree.Children(node))
                    Expression(child);
                break;
        }
    }
}
