using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>try: handlers become catch clauses, <c>else</c> stands outside the protected region.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The variables that hold the exceptions being handled, or on their way through finally clauses, innermost first.</summary>
    private readonly Stack<string> _handlers = new();

    /// <summary>Those of them that a raise inside uses.</summary>
    private readonly HashSet<string> _usedHandlers = new(StringComparer.Ordinal);

    /// <summary>Those that are noted at run time, so that what is raised inside finds them by itself.</summary>
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    /// <summary>Whether a finally clause stands between here and the innermost handler, where C# has no bare <c>throw</c>.</summary>
    private bool _isInFinally;

    private IEnumerable<LowStatement> Try(Py.TryStatement @try)
        => TryLookup(@try) is { } lookup ? [lookup] : ControlFlow.LeavesFinally(@try.Finalbody) ? TryLeaving(@try) : Try(@try, withFinally: true);

    private ImmutableArray<LowStatement> Try(Py.TryStatement @try, bool withFinally)
    {
        var body = Block(@try.Body, @try);
        LowLocal? flag = null;
        // A body that never ends has an else that never runs.
        var hasElse = @try.Orelse.Length > 0 && !ControlFlow.AlwaysLeaves(@try.Body, Model);
        if (hasElse && @try.Handlers.Length > 0)
        {
            flag = new LowLocal(LowType.Named("bool"), Fresh("succeeded"), new LowLiteral(false));
            body = body with { Statements = body.Statements.Add(new LowExpressionStatement(new LowAssign("=", new LowName(flag.Name), new LowLiteral(true)))) };
        }
        var catches = @try is Py.TryStar ? [CatchGroups(@try)] : Catches(@try);
        if (withFinally && RaisesInFinally(@try))
            return RaisingFinally(@try, body, catches, flag);
        LowBlock? @finally = @try.Finalbody.Length == 0 || !withFinally ? null : FinallyBlock(@try);
        if (flag is null)
        {
            if (hasElse)
                body = body with { Statements = body.Statements.AddRange(Flattened(Block(@try.Orelse, @try, BlockKind.Else))) };
            return [new LowTry(body, catches, @finally)];
        }
        var orelse = new LowIf(new LowName(flag.Name), Block(@try.Orelse, @try, BlockKind.Else), null);
        if (@finally is null)
            return [flag, new LowTry(body, catches, null), orelse];
        return [flag, new LowTry(new LowBlock([new LowTry(body, catches, null), orelse]), [], @finally)];
    }

    /// <summary>Whether the finally clause raises something new, whose context is the exception on its way, or may ask for that.</summary>
    private bool RaisesInFinally(Py.TryStatement @try) => @try.Finalbody.Any(HasRaise) || IsNoted(@try.Finalbody);

    /// <summary>Whether a clause notes the exception that it handles: something in it may raise another one, or ask for it.</summary>
    private bool IsNoted(ImmutableArray<Py.Statement> clause)
        => !Model.Program.Harmless.Are(clause, Model, mayRaise: true) || (Model.Program.ObservesHandling && clause.SelectMany(Py.Tree.Nodes).Any(Observes));

    private bool Observes(Py.Node node) => node is Py.Await or Py.Yield or Py.YieldFrom or Py.Raise or Py.WithStatement or Py.BinOp
        || (node is Py.Call call && TypeOf(call.Func) is not LibraryType { FullName: "builtins.print" or "builtins.repr" or "builtins.str" or "builtins.type" or "builtins.len" or "builtins.isinstance" });

    private static bool HasRaise(Py.Node node) => node switch
    {
        Py.Raise => true,
        Py.FunctionDefinition or Py.Lambda or Py.ClassDef => false,
        _ => Py.Tree.Children(node).Any(HasRaise),
    };

    /// <summary>
    /// <code>
    /// BaseException? pending = null;
    /// try { body } catch (BaseException error) { pending = error; throw; } finally { ... Raise.During(new, pending) ... }
    /// </code>
    /// </summary>
    private ImmutableArray<LowStatement> RaisingFinally(Py.TryStatement @try, LowBlock body, ImmutableArray<LowCatch> catches, LowLocal? flag)
    {
        var root = LowType.Named("BaseException");
        var (pending, error) = (Fresh("pending"), Fresh("error"));
        var statements = body.Statements;
        if (flag is not null)
            statements = [flag, new LowTry(body, catches, null), new LowIf(new LowName(flag.Name), Block(@try.Orelse, @try, BlockKind.Else), null)];
        else if (catches.Length > 0)
            statements = [new LowTry(body, catches, null)];
        else if (@try.Orelse.Length > 0 && !ControlFlow.AlwaysLeaves(@try.Body, Model))
            statements = statements.AddRange(Flattened(Block(@try.Orelse, @try, BlockKind.Else)));
        var isNoted = IsNoted(@try.Finalbody) || @try.Finalbody.SelectMany(Py.Tree.Nodes).Any(static n => n is Py.Raise { Exc: null });
        var @finally = Noting(pending, isNoted, () => FinallyBlock(@try));
        _usedHandlers.Remove(pending);
        var keep = new LowCatch(root, error, null, new LowBlock([new LowExpressionStatement(new LowAssign("=", new LowName(pending), new LowName(error))), new LowThrow(null)]));
        return [new LowLocal(new LowNullableType(root), pending, new LowLiteral(null)), new LowTry(new LowBlock(statements), [keep], @finally)];
    }

    /// <summary>
    /// A catch clause a handler; or one for all, where C# could not say which exceptions to catch before it catches them:
    /// filters neither await nor raise.
    /// </summary>
    private ImmutableArray<LowCatch> Catches(Py.TryStatement @try)
    {
        var handlers = Reached(@try);
        if (handlers.All(h => h.Type is null || IsFilter(h.Type)) && !BreaksCompiler(handlers))
            return [.. handlers.Select(Catch)];
        var caught = Fresh("caught");
        var root = LowType.Named("BaseException");
        // Finding out what a clause names may raise.
        var note = handlers.All(h => IsClass(h.Type)) ? null : Noted(caught);
        LowStatement chain = new LowThrow(null);
        foreach (var handler in handlers.Reverse())
        {
            var body = HandlerBody(handler, caught, Caught(root), out _);
            var (type, test) = HandlerType(handler.Type);
            LowExpression? matches = test is not null ? test(new LowName(caught)) : type == root ? null : new LowIs(new LowName(caught), type);
            chain = matches is null ? body : new LowIf(matches, body, chain is LowIf ? chain : AsBlock(chain)) { Origin = handler.Type?.Span, Trivia = TriviaOf(handler) with { BlankLineBefore = false } };
        }
        var all = AsBlock(chain);
        return [new LowCatch(root, caught, null, note is null ? all : all with { Statements = all.Statements.Insert(0, note) })];
    }

    private LowBlock FinallyBlock(Py.TryStatement @try)
    {
        var outer = _isInFinally;
        _isInFinally = true;
        var block = Block(@try.Finalbody, @try, BlockKind.Finally);
        _isInFinally = outer;
        return block;
    }

    /// <summary>Whether a clause names exception classes that are known, or everything.</summary>
    private bool IsClass(Py.Expression? type) => type is null || (type is Py.Tuple tuple ? tuple.Elts.All(IsClass) : KnownError(type) is not null);

    /// <summary>Whether finding out what a clause names cannot raise, and it is exception classes whatever happens.</summary>
    private bool IsFilter(Py.Expression type) => type switch
    {
        Py.Name name => !Model.MaybeUnbound.Contains(name) && (IsErrorClass(TypeOf(name)) || Model.Names.GetValueOrDefault(name) is { Bindings: 1, Class.Definition.Bases.Length: > 0 }),
        Py.Attribute => IsErrorClass(TypeOf(type)),
        Py.Tuple tuple => tuple.Elts.All(IsFilter),
        _ => false,
    };

    private static bool IsErrorClass(StaticType type) => type switch
    {
        ClassType { Class.IsException: true } => true,
        LibraryType library => ExceptionTypes.FindIn(library) is not null || library.FullName is "builtins.ExceptionGroup" or "builtins.BaseExceptionGroup" || !library.FullName.StartsWith("builtins.", StringComparison.Ordinal),
        TupleShape tuple => tuple.Items.All(IsErrorClass),
        _ => false,
    };

    private LowCatch Catch(Py.ExceptHandler handler)
    {
        var symbol = handler.Name is { } name ? SemanticModel.Resolve(_scope, name) : null;
        var (type, test) = HandlerType(handler.Type);
        var declares = symbol is not null && module.Declares(handler, symbol) && symbol.Final is ErrorType or InstanceType
            && (CsTypes.Of(symbol.Final) == type || IsSubtype(Caught(type), symbol.Final)) && !handler.Body.SelectMany(Py.Tree.Nodes).Any(n => (n is Py.Name { Ctx: not Py.ExprContext.Load } stored && Model.Names[stored] == symbol) || (n is Py.ExceptHandler { Name: { } other } && other == handler.Name));
        var variable = declares ? symbol!.CsName : Fresh("caught");
        var body = HandlerBody(handler, variable, Caught(type), out var used, declares);
        if (!used && test is null)
            _usedNames.Remove(variable);
        return new LowCatch(type, used || test is not null ? variable : null, test?.Invoke(new LowName(variable)), body) { Trivia = TriviaOf(handler) };
    }

    /// <summary>The body of a handler, with what binds and unbinds its name.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="variable">The C# variable that holds the exception.</param>
    /// <param name="type">Its type.</param>
    /// <param name="used">Whether the body uses the variable.</param>
    /// <param name="isDeclared">Whether the variable is the handler's name itself.</param>
    private LowBlock HandlerBody(Py.ExceptHandler handler, string variable, StaticType type, out bool used, bool isDeclared = false)
    {
        var symbol = handler.Name is { } name ? SemanticModel.Resolve(_scope, name) : null;
        var body = Clause(handler, variable, out var isNoted);
        used = _usedHandlers.Remove(variable) || (isDeclared && Reads(handler, symbol!)) || isNoted;
        if (symbol is null || isDeclared || !(symbol.IsUsed || symbol.IsCaptured || symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class))
            return body;
        used = true;
        body = body with { Statements = body.Statements.Insert(0, StoreSymbol(handler, symbol, new Typed(new LowName(variable), type))) };
        return (symbol.MayBeUnbound || symbol.IsSeenOutside) && !ControlFlow.AlwaysLeaves(handler.Body, Model)
            ? body with { Statements = body.Statements.Add(new LowExpressionStatement(new LowAssign("=", Place(symbol), new LowName("Any.Unbound")))) }
            : body;
    }

    /// <summary>Whether a handler uses its name: another clause may have the same one.</summary>
    private bool Reads(Py.ExceptHandler handler, Symbol symbol)
        => symbol.IsUsed && handler.Body.SelectMany(Py.Tree.Nodes).Any(n => n is Py.Name name && Model.Names.GetValueOrDefault(name) == symbol);

    /// <summary>The statements of a handler, behind a note of what it handles where they need one.</summary>
    private LowBlock Clause(Py.ExceptHandler handler, string variable, out bool isNoted)
    {
        isNoted = IsNoted(handler.Body);
        var outer = _isInFinally;
        _isInFinally = false;
        var body = Noting(variable, isNoted, () => Block(handler.Body, handler));
        _isInFinally = outer;
        return body;
    }

    /// <summary>Lowers a clause that handles what a variable holds.</summary>
    private LowBlock Noting(string variable, bool isNoted, Func<LowBlock> lower)
    {
        _handlers.Push(variable);
        if (!isNoted)
        {
            var plain = lower();
            _handlers.Pop();
            return plain;
        }
        var note = Noted(variable);
        _noted.Add(variable);
        var block = lower();
        _noted.Remove(variable);
        _handlers.Pop();
        // Clauses beside this one may use the name again.
        _usedNames.Remove(note.Name);
        return block with { Statements = block.Statements.Insert(0, note) };
    }

    private LowLocal Noted(string variable) => new(LowType.Var, Fresh("handling"), new LowInvoke(new LowName("Handling.Of"), new LowName(variable))) { Modifier = "using" };

    private static StaticType Caught(LowType type) => new ErrorType(((LowNamedType)type).Name);

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
        LibraryType library when ExceptionTypes.FindIn(library) is { } known && !Model.Program.SecondBases.Contains(known.Name) => LowType.Named(known.CsName),
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
            var body = Clause(handler, group, out _);
            if (handler.Name is { } name && SemanticModel.Resolve(_scope, name) is { } symbol)
            {
                var store = StoreSymbol(handler, symbol, new Typed(new LowName(group), Caught(LowType.Named("BaseException"))));
                body = body with { Statements = body.Statements.Insert(0, store) };
            }
            var match = new LowInvoke(new LowMember(new LowName(groups), "Match"), [new(AsAny(handler.Type!)), new(new LowDeclaration(LowType.Var, [group]), RefKind: "out")]);
            var keep = new LowCatch(LowType.Named("BaseException"), raised, null, new LowBlock([new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(groups), "Add"), new LowName(raised)))]));
            statements.Add(new LowIf(match, new LowBlock([new LowTry(body, [keep], null) { Origin = Positions.Origins.Nowhere }]), null) { Trivia = TriviaOf(handler), Origin = handler.Type!.Span });
        }
        statements.Add(new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(groups), "Finish"))));
        return new LowCatch(LowType.Named("BaseException"), caught, null, new LowBlock([.. statements]));
    }
}
