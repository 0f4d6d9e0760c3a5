using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>try: handlers become catch clauses, <c>else</c> stands outside the protected region.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The variables that hold the exceptions being handled, innermost first.</summary>
    private readonly Stack<string> _handlers = new();

    private IEnumerable<LowStatement> Try(Py.TryStatement @try)
    {
        var body = Block(@try.Body, @try);
        LowLocal? flag = null;
        if (@try.Orelse.Length > 0 && @try.Handlers.Length > 0)
        {
            flag = new LowLocal(LowType.Named("bool"), Fresh("succeeded"), new LowLiteral(false));
            body = body with { Statements = body.Statements.Add(new LowExpressionStatement(new LowAssign("=", new LowName(flag.Name), new LowLiteral(true)))) };
        }
        var catches = @try is Py.TryStar ? [CatchGroups(@try)] : @try.Handlers.Select(Catch).ToImmutableArray();
        LowBlock? @finally = @try.Finalbody.Length == 0 ? null : FinallyBlock(@try);
        if (flag is null)
        {
            if (@try.Orelse.Length > 0)
                body = body with { Statements = body.Statements.AddRange(Statements(@try.Orelse)) };
            return [new LowTry(body, catches, @finally)];
        }
        var orelse = new LowIf(new LowName(flag.Name), Block(@try.Orelse, @try, BlockKind.Else), null);
        if (@finally is null)
            return [flag, new LowTry(body, catches, null), orelse];
        return [flag, new LowTry(new LowBlock([new LowTry(body, catches, null), orelse]), [], @finally)];
    }

    private LowBlock FinallyBlock(Py.TryStatement @try)
    {
        var leaving = Py.Tree.DescendantsAndSelf(@try).OfType<Py.Return>().FirstOrDefault(r => @try.Finalbody.Any(s => Py.Tree.DescendantsAndSelf(s).Contains(r)) && !InFunction(@try.Finalbody, r));
        if (leaving is not null)
            Unsupported(leaving, "return inside finally");
        return Block(@try.Finalbody, @try, BlockKind.Finally);
    }

    private static bool InFunction(ImmutableArray<Py.Statement> body, Py.Node node)
        => body.SelectMany(Py.Tree.DescendantsAndSelf).Any(n => n is Py.FunctionDefinition or Py.Lambda && Py.Tree.DescendantsAndSelf(n).Contains(node));

    private LowCatch Catch(Py.ExceptHandler handler)
    {
        var symbol = handler.Name is { } name ? SemanticModel.Resolve(_scope, name) : null;
        var declares = symbol is not null && module.Declares(handler, symbol) && symbol.Final is ErrorType or InstanceType;
        var needsName = symbol is not null || handler.Body.SelectMany(Py.Tree.DescendantsAndSelf).Any(n => n is Py.Raise { Exc: not null });
        var (type, test) = HandlerType(handler.Type);
        var variable = declares ? symbol!.CsName : needsName || test is not null ? Fresh("caught") : null;
        if (variable is not null)
            _handlers.Push(variable);
        else
            _handlers.Push("");
        var body = Block(handler.Body, handler);
        _handlers.Pop();
        if (symbol is not null && !declares)
        {
            var store = module.Declares(handler, symbol)
                ? new LowLocal(CsTypes.Of(symbol.Final), symbol.CsName, new LowName(variable!))
                : (LowStatement)new LowExpressionStatement(new LowAssign("=", new LowName(symbol.CsName), new LowName(variable!)));
            body = body with { Statements = body.Statements.Insert(0, store) };
            if (symbol.MayBeUnbound && !ControlFlowLeaves(handler.Body))
                body = body with { Statements = body.Statements.Add(new LowExpressionStatement(new LowAssign("=", new LowName(symbol.CsName), new LowName("Any.Unbound")))) };
        }
        return new LowCatch(type, variable, test?.Invoke(new LowName(variable!)), body) { Trivia = TriviaOf(handler) };
    }

    private static bool ControlFlowLeaves(ImmutableArray<Py.Statement> body) => Flow.ControlFlow.AlwaysLeaves(body);

    /// <summary>The C# type to catch, and the test that tells apart what the type alone does not.</summary>
    private (LowType Type, Func<LowName, LowExpression>? Test) HandlerType(Py.Expression? expression)
    {
        var root = LowType.Named("BaseException");
        if (expression is null)
            return (root, null);
        if (KnownError(expression) is { } known)
            return (known, null);
        if (expression is Py.Tuple tuple && tuple.Elts.Length > 0 && tuple.Elts.Select(KnownError).ToArray() is var types && types.All(t => t is not null))
            return (root, error => types.Select(LowExpression (t) => new LowIs(error, t)).Aggregate((a, b) => new LowBinary("||", a, b)));
        return (root, error => new LowInvoke(new LowName("Except.Matches"), error, AsAny(expression)));
    }

    /// <summary>The C# class of an exception class that is known by name.</summary>
    private LowType? KnownError(Py.Expression expression) => TypeOf(expression) switch
    {
        ClassType { Class: { IsException: true } cls } => LowType.Named(cls.CsName),
        LibraryType library when ExceptionTypes.FindIn(library) is { } known => LowType.Named(known.CsName),
        _ => null,
    };

    /// <summary><c>except*</c>: each handler takes its part of the group; what is left is raised again.</summary>
    private LowCatch CatchGroups(Py.TryStatement @try)
    {
        var caught = Fresh("caught");
        var groups = Fresh("groups");
        var statements = new List<LowStatement> { new LowLocal(LowType.Var, groups, new LowNew(LowType.Named("ExceptStar"), [new(new LowName(caught))])) };
        foreach (var handler in @try.Handlers)
        {
            var group = Fresh("group");
            var raised = Fresh("raised");
            _handlers.Push(caught);
            var body = Block(handler.Body, handler);
            _handlers.Pop();
            if (handler.Name is { } name && SemanticModel.Resolve(_scope, name) is { } symbol)
            {
                LowStatement store = module.Declares(handler, symbol)
                    ? new LowLocal(CsTypes.Of(symbol.Final), symbol.CsName, new LowName(group))
                    : new LowExpressionStatement(new LowAssign("=", new LowName(symbol.CsName), new LowName(group)));
                body = body with { Statements = body.Statements.Insert(0, store) };
            }
            var match = new LowInvoke(new LowMember(new LowName(groups), "Match"), [new(AsAny(handler.Type!)), new(new LowDeclaration(LowType.Var, [group]), RefKind: "out")]);
            var keep = new LowCatch(LowType.Named("BaseException"), raised, null, new LowBlock([new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(groups), "Add"), new LowName(raised)))]));
            statements.Add(new LowIf(match, new LowBlock([new LowTry(body, [keep], null)]), null) { Trivia = TriviaOf(handler) });
        }
        statements.Add(new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(groups), "Finish"))));
        return new LowCatch(LowType.Named("BaseException"), caught, null, new LowBlock([.. statements]));
    }
}
