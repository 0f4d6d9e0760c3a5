using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>Functions: as methods, as local functions, and as objects.</summary>
internal sealed partial class FunctionLowerer(ModuleLowerer module)
{
    private SemanticModel Model => module.Model;

    /// <summary>What a <c>def</c> leaves at its place: nothing for a method of the module, else a local function and what binds the name.</summary>
    public IEnumerable<LowStatement> Define(BodyLowerer body, Py.FunctionDefinition definition)
    {
        var function = Model.Functions[definition];
        var symbol = SemanticModel.Resolve(function.ParentScope, definition.Name)!;
        var result = new List<LowStatement>();
        var decorators = Decorators(body, function.ParentScope.Kind == ScopeKind.Class ? definition.DecoratorList : [.. function.Decorators], HasKeptDefaults(function), result);
        StoreDefaults(function, body, result);
        if (UsesTypeParameters(function))
            result.AddRange(module.TypeParameters.Define(body, definition.TypeParams));
        if (!module.IsMethod(function))
            result.AddRange(LocalFunction(function, body));
        if (function.ParentScope.Kind == ScopeKind.Class)
        {
            result.AddRange(body.StoreNamed(definition, definition.Name, new Typed(ClassMember(function, body, decorators), StaticType.Object)));
            return result;
        }
        if (module.IsMethod(function) && function.ParentScope.Kind == ScopeKind.Module && (HasKeptDefaults(function) || UsesTypeParameters(function)) && HasObject(function))
        {
            // The object holds the defaults, so it cannot be made before them.
            result.Add(new LowExpressionStatement(new LowAssign("=", new LowName(function.ObjectName), Object(function, body))));
            function.IsObjectMadeAtDef = true;
        }
        if (symbol.IsDefinition && Model.KeepsNamespace && module.IsMethod(function))
            return [.. result, .. body.StoreNamed(definition, definition.Name, new Typed(new LowName(function.ObjectName), StaticType.Any))];
        if (symbol.IsDefinition)
        {
            if (module.IsMethod(function) || !(function.Escapes || function.NeedsObject))
                return result;
            var made = Object(function, body);
            if (function.IsUsedEarly)
                body.Declare(LowType.Any, function.ObjectName, new LowName("Any.Unbound"));
            result.Add(function.IsUsedEarly
                ? new LowExpressionStatement(new LowAssign("=", new LowName(function.ObjectName), made))
                : new LowLocal(LowType.Any, function.ObjectName, made));
            return result;
        }
        LowExpression value = module.IsMethod(function) ? new LowName(function.ObjectName) : Object(function, body);
        foreach (var decorator in decorators.Reverse())
            value = new LowInvoke(new LowMember(decorator, "Call"), value);
        symbol.IsRead = true;
        result.AddRange(body.StoreNamed(definition, definition.Name, new Typed(value, StaticType.Object)));
        return result;
    }

    /// <summary>The decorators of a definition; in temps where statements that they come before stand between.</summary>
    public static ImmutableArray<LowExpression> Decorators(BodyLowerer body, ImmutableArray<Py.Expression> decorators, bool comeFirst, List<LowStatement> result)
    {
        var lowered = decorators.Select(body.AsReceiver).ToImmutableArray();
        for (var i = 0; comeFirst && i < lowered.Length; i++)
        {
            if (lowered[i] is LowName)
                continue;
            var temp = body.FreshName("decorator");
            result.Add(new LowLocal(LowType.Any, temp, lowered[i]));
            lowered = lowered.SetItem(i, new LowName(temp));
        }
        return lowered;
    }

    /// <summary>A function in the body of a class that is built at run time, with all its decorators.</summary>
    private LowExpression ClassMember(FunctionSymbol function, BodyLowerer body, ImmutableArray<LowExpression> decorators)
    {
        LowExpression value = Plain(function, body);
        foreach (var decorator in decorators.Reverse())
            value = new LowInvoke(new LowMember(decorator, "Call"), value);
        if (function.Name == "__new__" && decorators.Length == 0)
            value = new LowNew(LowType.Named("StaticMethod"), [new(value)]);
        if (function.Name is "__init_subclass__" or "__class_getitem__" && decorators.Length == 0)
            value = new LowNew(LowType.Named("ClassMethod"), [new(value)]);
        return value;
    }

    /// <summary>Says for every default what C# reads it from: a literal, or the place that keeps it.</summary>
    public void PrepareDefaults()
    {
        foreach (var function in Model.Functions.Values.Where(f => f.Definition is not null))
        {
            var constants = new BodyLowerer(module, function.ParentScope, null);
            foreach (var parameter in function.Parameters.Where(p => p.Default is not null))
                parameter.DefaultCode = IsConstant(parameter.Default!)
                    ? constants.As(parameter.Default!, parameter.Symbol.Final)
                    : new LowName(parameter.DefaultName);
            foreach (var parameter in Enumerable.Reverse(function.Parameters))
            {
                if (!CanBeOptional(parameter))
                    break;
                parameter.IsOptional = true;
            }
        }
    }

    public static bool HasKeptDefaults(FunctionSymbol function) => function.Parameters.Exists(p => p.Default is { } d && !IsConstant(d));

    /// <summary>Whether the run needs the function's type parameters.</summary>
    public bool UsesTypeParameters(FunctionSymbol function)
        => function.Definition is { TypeParams.Length: > 0 } definition && (HasObject(function) || function.Class is not null || definition.TypeParams.Any(p => Model.TypeParameters[p].IsUsed));

    /// <summary>Whether some code needs the function as an object.</summary>
    public static bool HasObject(FunctionSymbol function) => function.Escapes || function.NeedsObject || function.Decorators.Count > 0;

    public static bool IsConstant(Py.Expression value) => value is Py.Constant { Value: not byte[] } or Py.UnaryOp { Operand: Py.Constant };

    /// <summary>Defaults that are no constants are evaluated once, where the <c>def</c> stands.</summary>
    private void StoreDefaults(FunctionSymbol function, BodyLowerer body, List<LowStatement> result)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Default is not { } value || IsConstant(value))
                continue;
            var name = parameter.DefaultName;
            var code = body.As(value, parameter.Symbol.Final);
            var type = CsTypes.Of(parameter.Symbol.Final);
            if (module.IsMethod(function))
            {
                module.AddStatic(new LowField(type, name, CsTypes.Default(parameter.Symbol.Final) is LowPostfix missing ? missing : null) { Modifiers = ["internal", "static"] });
                result.Add(new LowExpressionStatement(new LowAssign("=", new LowName(name), code)));
            }
            else if (function.IsUsedEarly)
            {
                body.Declare(type, name, CsTypes.Default(parameter.Symbol.Final));
                result.Add(new LowExpressionStatement(new LowAssign("=", new LowName(name), code)));
            }
            else
            {
                result.Add(new LowLocal(type, name, code));
            }
        }
    }

    private IEnumerable<LowStatement> LocalFunction(FunctionSymbol function, BodyLowerer outer)
    {
        yield return new LowLocalFunction(Method(function, outer));
        if (NeedsCold(function))
            yield return new LowLocalFunction(Cold(function));
    }

    public static bool NeedsCold(FunctionSymbol function)
        => function.GivesManager ? function.NeedsColdForm || function.IsTopLevel || function.Class is not null
            : function.IsCoroutine && (function.NeedsColdForm || function.Escapes || function.Class is not null || function.Decorators.Count > 0);

    /// <summary>The function as a C# method.</summary>
    public LowMethod Method(FunctionSymbol function, BodyLowerer? outer, ImmutableArray<string> modifiers = default)
    {
        var definition = function.Definition!;
        modifiers = modifiers.IsDefault ? [] : modifiers;
        var self = function.Implicit;
        var style = !function.IsGenerator ? YieldStyle.None : function.Tier == Tier.Native ? YieldStyle.Iterator : YieldStyle.Exact;
        var lowerer = new BodyLowerer(module, function.Scope, function) { Outer = outer, YieldStyle = style, Self = function.IsShared ? null : self };
        var block = lowerer.Body(definition.Body, definition);
        if (style == YieldStyle.None && CsTypes.Result(function) != LowType.Void && !Flow.ControlFlow.AlwaysLeaves(definition.Body, function.Home))
            block = block with { Statements = block.Statements.Add(new LowReturn(CsTypes.IsAny(function.Returns.Final) ? new LowName("Any.None") : new LowLiteral(null))) };
        else if (Flow.ControlFlow.EndsOpenInCSharp(definition.Body, function.Home) && (style == YieldStyle.None ? CsTypes.Result(function) != LowType.Void : style == YieldStyle.Exact && !function.IsAsync))
            block = block with { Statements = block.Statements.Add(new LowThrow(new LowNew(LowType.Named("UnreachableException"), []))) };
        if (function is { Name: "__repr__", Class.Dataclass: { MayLeadBack: true } dataclass } && !dataclass.Original.Body.Contains(definition) && block.Statements is [LowReturn { Value: { } text }])
            block = new LowBlock([new LowReturn(new LowInvoke(new LowName("RecursiveRepr.Of"), new LowThis(), new LowLambda([], text)))]);
        block = Counted(function, block);
        var parameters = Parameters(function, self);
        var result = CsTypes.Result(function);
        var item = CsTypes.Of(function.Yields.Final);
        var method = style switch
        {
            YieldStyle.Iterator => new LowMethod(LowType.Named(function.IsAsync ? "IAsyncEnumerable" : "IEnumerable", item), function.CsName, parameters)
            {
                Body = block, Modifiers = function.IsAsync ? [.. modifiers, "async"] : modifiers,
            },
            YieldStyle.Exact => Exact(function, parameters, item, block, definition, modifiers),
            _ when function.IsAsync => new LowMethod(result == LowType.Void ? LowType.Named("Coro") : LowType.Named("Coro", result), function.CsName, parameters) { Body = block, Modifiers = [.. modifiers, "async"] },
            _ => new LowMethod(result, function.CsName, parameters) { Body = block, Modifiers = modifiers },
        };
        return method with { Doc = Docstrings.ForReaders(BodyLowerer.DocString(definition.Body)), Origin = definition.Span };
    }

    /// <summary>The exact tier: the body is a local function that yields through <c>y</c>.</summary>
    private static LowMethod Exact(FunctionSymbol function, ImmutableArray<LowParameter> parameters, LowType item, LowBlock block, Py.FunctionDefinition definition, ImmutableArray<string> modifiers)
    {
        var kind = function.IsAsync ? "AsyncGenerator" : "Generator";
        var type = LowType.Named(kind, item);
        if (!function.IsAsync && !Flow.ControlFlow.AlwaysLeaves(definition.Body, function.Home))
            block = block with { Statements = block.Statements.Add(new LowReturn(new LowName("Any.None"))) };
        var (statements, create) = GeneratorBody(function, item, block);
        return new LowMethod(type, function.CsName, parameters)
        {
            Body = new LowBlock([new LowReturn(create), .. statements.Select(s => s with { Trivia = LowTrivia.None with { BlankLineBefore = true } })]),
            Modifiers = modifiers,
        };
    }

    /// <summary>The local function that holds the body of an exact generator, and what makes the generator of it.</summary>
    public static (List<LowStatement> Statements, LowExpression Create) GeneratorBody(FunctionSymbol function, LowType item, LowBlock block)
    {
        var inner = new LowMethod(
            function.IsAsync ? LowType.Named("AsyncGeneratorBody") : LowType.Named("GeneratorBody", LowType.Any), "Body",
            [new(LowType.Named(function.IsAsync ? "AsyncYielder" : "Yielder", item), "y")]) { Body = block, Modifiers = ["async"] };
        var type = LowType.Named(function.IsAsync ? "AsyncGenerator" : "Generator", item);
        var create = new LowInvoke(
            new LowMember(new LowTypeExpression(type), "Create"), new LowLiteral(function.Name), new LowLiteral(function.QualName), new LowName("Body"));
        return ([new LowLocalFunction(inner)], create);
    }

    private static ImmutableArray<LowParameter> Parameters(FunctionSymbol function, Symbol? self)
    {
        var list = function.Parameters.Where(p => p.Symbol != self).ToArray();
        return [.. list.Select(p => new LowParameter(CsTypes.Of(p.Symbol.Final), p.Symbol.CsName) { Default = p.IsOptional ? p.DefaultCode : null })];
    }

    /// <summary>Whether C# can say the default in the parameter list.</summary>
    private static bool CanBeOptional(Parameter parameter) => (parameter.DefaultCode, parameter.Symbol.Final) switch
    {
        (LowLiteral { Value: null }, OptionalType) => true,
        (LowLiteral { Value: string }, SimpleType { Kind: SimpleKind.Str } or OptionalType { Inner: SimpleType { Kind: SimpleKind.Str } }) => true,
        (LowLiteral { Value: bool }, SimpleType { Kind: SimpleKind.Bool }) => true,
        (LowLiteral { Value: double }, SimpleType { Kind: SimpleKind.Float }) => true,
        _ => false,
    };

    /// <summary>The method that makes a coroutine object, whose body starts when it is awaited.</summary>
    public static LowMethod Cold(FunctionSymbol function, ImmutableArray<string> modifiers = default)
    {
        var self = function.Implicit;
        var parameters = Parameters(function, self);
        var result = CsTypes.Result(function);
        var call = new LowInvoke(new LowName(function.CsName), [.. parameters.Select(p => new LowArgument(new LowName(p.Name)))]);
        if (function.GivesManager)
            return new LowMethod(LowType.Named(function.IsAsync ? "AsyncGeneratorContext" : "GeneratorContext", CsTypes.Of(function.Yields.Final)), function.ColdName, parameters)
            {
                Modifiers = modifiers.IsDefault ? [] : modifiers,
                ExpressionBody = Manager(function, call),
            };
        return new LowMethod(result == LowType.Void ? LowType.Named("Coroutine") : LowType.Named("Coroutine", result), function.ColdName, parameters)
        {
            Modifiers = modifiers.IsDefault ? [] : modifiers,
            ExpressionBody = new LowInvoke(new LowName("Coroutine.Of"), new LowLiteral(function.Name), new LowLiteral(function.QualName), new LowLambda([], call)),
        };
    }

    /// <summary>The context manager of a call of a generator function.</summary>
    public static LowExpression Manager(FunctionSymbol function, LowExpression call)
    {
        LowExpression[] named = function.Tier == Tier.Native ? [new LowLiteral(function.Name), new LowLiteral(function.QualName)] : [];
        return new LowInvoke(new LowName("GeneratorContext.Of"), [.. named, new LowLambda([], call)]);
    }

    /// <summary>The body of a function that may call itself counts towards the recursion limit.</summary>
    public static LowBlock Counted(FunctionSymbol function, LowBlock block)
        => function.IsRecursive ? block with { Statements = block.Statements.Insert(0, new LowExpressionStatement(new LowInvoke(new LowName("Recursion.Check")))) } : block;
}
