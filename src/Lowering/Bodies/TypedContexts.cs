using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>with and async with over an object whose class is known: its methods are called directly.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>
    /// A C# <c>using</c> or <c>finally</c> where leaving neither looks at an exception nor stops it; else as in general, with
    /// the class's own method to leave by. Null where the methods do not fit.
    /// </summary>
    private LowStatement? TypedWith(Py.WithStatement with, int index)
    {
        var isAsync = with is Py.AsyncWith;
        var item = with.Items[index];
        if (!isAsync && TypeOf(item.ContextExpr) is LibraryInstance { Class.Context: ContextStyle.Disposes } disposed && (disposed.Class.IsForeign || item.ContextExpr is Py.Call) && Using(with, index, Lower(item.ContextExpr).Code, disposed) is { } usual)
            return usual;
        if (TypeOf(item.ContextExpr) is not InstanceType { Class: { IsNative: true } cls }
            || ContextMethod(cls, isAsync ? "__aenter__" : "__enter__", isAsync) is not { } enter || enter.CallerParameters.Any()
            || ContextMethod(cls, isAsync ? "__aexit__" : "__exit__", isAsync) is not { } exit || ExitArguments(exit, "kind", "error", "traceback") is null)
            return null;
        var isQuiet = IsQuiet(cls, exit);
        if (isQuiet && Using(with, index, cls, enter) is { } @using)
            return @using;
        var statements = new List<LowStatement>();
        var manager = Lower(item.ContextExpr).Code;
        if (manager is not LowThis && !(manager is LowName && item.ContextExpr is Py.Name name && Model.Names[name] is { Bindings: 1, IsCaptured: false } symbol && module.IsLocal(symbol)))
        {
            var kept = Fresh("manager");
            statements.Add(new LowLocal(LowType.Var, kept, manager));
            manager = new LowName(kept);
        }
        LowExpression Awaited(LowExpression call) => isAsync ? new LowAwait(call) : call;
        var entered = EnteredType(item.ContextExpr, isAsync);
        var entering = Awaited(new LowInvoke(new LowMember(manager, enter.CsName)));
        var context = isQuiet ? null : new LowName(Fresh("context"));
        if (context is not null)
            statements.Add(new LowLocal(LowType.Var, context.Name, new LowInvoke(Static(isAsync ? "AsyncContext.Of" : "Context.Of"), Leaving(manager, exit))));
        var body = new List<LowStatement>();
        if (item.OptionalVars is null)
        {
            statements.Add(CsTypes.Result(enter) == LowType.Void ? new LowExpressionStatement(entering) : Discarded(entering, entered));
        }
        else if (item.OptionalVars is Py.Name target && CsTypes.Of(Model.Names[target]!.Final) is var type && (type == LowType.Any || type == CsTypes.Of(entered)))
        {
            // Binding a name does not fail, so that it may stand before the protected region.
            statements.AddRange(Store(target, new Typed(entering, entered)));
        }
        else
        {
            var value = Fresh("entered");
            statements.Add(new LowLocal(CsTypes.Of(entered), value, entering));
            body.AddRange(Store(item.OptionalVars, new Typed(new LowName(value), entered)));
        }
        body.AddRange(index + 1 < with.Items.Length ? [With(with, index + 1)] : Block(with.Body, with).Statements);
        if (context is null)
        {
            var none = new LowName("Any.None");
            var leave = new LowExpressionStatement(Awaited(new LowInvoke(new LowMember(manager, exit.CsName), ExitArguments(exit, none, none, none)!.Value)));
            statements.Add(new LowTry(new LowBlock([.. body]), [], new LowBlock([leave])));
        }
        else
        {
            Model.OpenWiths.Add(with);
            var error = Fresh("error");
            var member = new LowMember(context, isAsync ? "ExitAsync" : "Exit");
            var failed = new LowIf(new LowUnary("!", Awaited(new LowInvoke(member, new LowName(error)))), new LowBlock([new LowThrow(null)]), null);
            statements.Add(new LowTry(
                new LowBlock([.. body]),
                [new LowCatch(LowType.Named("BaseException"), error, null, new LowBlock([failed]))],
                new LowBlock([new LowExpressionStatement(Awaited(new LowInvoke(member)))])));
        }
        return item.OptionalVars is Py.Name bound && Model.Names[bound] is { Bindings: > 1 } several && module.Declares(bound, several)
            ? new LowBlock([.. statements])
            : new LowBlockStatement([.. statements]) { Origin = item.ContextExpr.Span };
    }

    private FunctionSymbol? ContextMethod(ClassSymbol cls, string name, bool isAsync)
        => cls.FindMethod(name) is { IsGenerator: false, IsStatic: false, IsClassMethod: false, IsProperty: false, Decorators.Count: 0 } method
            && method.IsCoroutine == isAsync && !Model.DynamicStores.Contains(name) ? method : null;

    /// <summary>The arguments that a method to leave by takes of the three it is given; null where it takes other ones.</summary>
    private static ImmutableArray<LowArgument>? ExitArguments(FunctionSymbol exit, params ReadOnlySpan<LowExpression> given)
    {
        var result = new List<LowArgument>();
        var next = 0;
        foreach (var parameter in exit.CallerParameters)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.Positional or ParameterKind.PositionalOnly when next < given.Length && parameter.Symbol.Final is var type && (type is OptionalType || CsTypes.IsAny(type)):
                    result.Add(new(given[next] is LowName { Name: "Any.None" } && type is OptionalType ? new LowLiteral(null) : FromAny(given[next], type)));
                    next++;
                    break;
                case ParameterKind.Star:
                    result.Add(new(new LowInvoke(new LowName("PyTuple.Of"), given[next..])));
                    next = given.Length;
                    break;
                default:
                    return null;
            }
        }
        return next == given.Length ? [.. result] : null;
    }

    private static ImmutableArray<LowArgument>? ExitArguments(FunctionSymbol exit, params ReadOnlySpan<string> names)
        => ExitArguments(exit, new LowName(names[0]), new LowName(names[1]), new LowName(names[2]));

    /// <summary>The method to leave by, as a function of three dynamic arguments.</summary>
    private LowExpression Leaving(LowExpression manager, FunctionSymbol exit)
    {
        var method = new LowMember(manager, exit.CsName);
        if (exit.CallerParameters.All(p => p.Kind != ParameterKind.Star && CsTypes.IsAny(p.Symbol.Final)))
            return method;
        string[] names = [Fresh("kind"), Fresh("error"), Fresh("traceback")];
        return new LowLambda([.. names.Select(n => new LowParameter(null, n))], new LowInvoke(method, ExitArguments(exit, names)!.Value));
    }

    /// <summary>
    /// Whether nobody can tell that leaving is not told of the exception on its way: the method asks for none of its arguments, gives
    /// None, and calls nothing that may raise another exception, whose context it would be.
    /// </summary>
    private bool IsQuiet(ClassSymbol cls, FunctionSymbol exit)
        => exit.Returns.Final.IsNone && exit.Definition is { } definition && exit.CallerParameters.All(p => !p.Symbol.IsUsed)
            && definition.Body.SelectMany(Py.Tree.Nodes).All(n => IsQuiet(exit.Home, n))
            && cls.Subclasses.All(s => IsQuiet(s, s.FindMethod(exit.Name)!));

    private static bool IsQuiet(SemanticModel home, Py.Node node) => node switch
    {
        Py.Await or Py.Raise or Py.WithStatement or Py.TryStatement or Py.ForStatement or Py.FunctionDefinition or Py.Lambda => false,
        Py.Call call => home.TypeOf(call.Func) is LibraryType { FullName: "builtins.print" } || home.Calls.ContainsKey(call),
        Py.Attribute attribute => home.TypeOf(attribute.Value) is InstanceType || home.Calls.Keys.Any(c => c.Func == attribute),
        Py.Expression { } expression and (Py.BinOp or Py.Subscript) => !CsTypes.IsAny(home.TypeOf(expression)),
        _ => true,
    };

    /// <summary><c>using (manager.Enter()) body</c>, where what is entered is the manager.</summary>
    private LowUsing? Using(Py.WithStatement with, int index, ClassSymbol cls, FunctionSymbol enter)
    {
        var isAsync = with is Py.AsyncWith;
        if (!Protocols.CanBeUsed(cls, isAsync) || !GivesItself(cls, enter))
            return null;
        LowExpression entering = new LowInvoke(new LowMember(Lower(with.Items[index].ContextExpr).Code, enter.CsName));
        return Using(with, index, isAsync ? new LowAwait(entering) : entering, enter.Returns.Final);
    }

    /// <summary><c>using (entering) body</c>; null where what is entered is bound to more than a name of its own.</summary>
    private LowUsing? Using(Py.WithStatement with, int index, LowExpression entering, StaticType entered)
    {
        var item = with.Items[index];
        LowLocal? declaration = null;
        if (item.OptionalVars is Py.Name target)
        {
            if (Model.Names[target] is not { IsCaptured: false } symbol || !module.Declares(target, symbol) || CsTypes.Of(symbol.Final) != CsTypes.Of(entered)
                || !IsOnlyInside(symbol, with))
                return null;
            declaration = new LowLocal(LowType.Var, symbol.IsDiscard ? Fresh("entered") : symbol.CsName, entering);
        }
        else if (item.OptionalVars is not null)
        {
            return null;
        }
        var body = index + 1 < with.Items.Length ? new LowBlock([With(with, index + 1)]) : Block(with.Body, with);
        return new LowUsing(declaration, declaration is null ? entering : null, body, with is Py.AsyncWith) { Origin = item.ContextExpr.Span };
    }

    /// <summary>Whether a name is used nowhere but in the with statements that bind it, each by itself.</summary>
    private bool IsOnlyInside(Symbol symbol, Py.WithStatement with)
    {
        var spans = symbol.Bindings == 1 ? [with.Span]
            : Py.Tree.DescendantsAndSelf(Model.Module).OfType<Py.WithStatement>().Where(w => w.Items.Any(i => i.OptionalVars is Py.Name name && Model.Names.GetValueOrDefault(name) == symbol)).Select(static w => w.Span).ToArray();
        return spans.Length == symbol.Bindings && spans.All(s => spans.Count(o => o.Start <= s.Start && o.End >= s.End) == 1)
            && Model.NamesUsed.Where(u => Model.Names.GetValueOrDefault(u.Name) == symbol).All(u => spans.Any(s => u.Name.Span.Start >= s.Start && u.Name.Span.End <= s.End));
    }

    private static bool GivesItself(ClassSymbol cls, FunctionSymbol enter)
        => enter.Definition is { } definition && enter.Returns.Final is InstanceType && ControlFlow.AlwaysLeaves(definition.Body, enter.Home)
            && definition.Body.SelectMany(Py.Tree.Nodes).OfType<Py.Return>().All(r => r.Value is Py.Name name && name.Id == enter.Parameters[0].Symbol.Name)
            && enter.Parameters[0].Symbol.Bindings == 1
            && cls.Subclasses.All(s => GivesItself(s, s.FindMethod(enter.Name)!));
}
