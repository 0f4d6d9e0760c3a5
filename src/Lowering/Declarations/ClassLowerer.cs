using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>Classes whose shape is plain: a C# class with properties, a constructor and methods.</summary>
internal sealed partial class ClassLowerer(ModuleLowerer module)
{
    private SemanticModel Model => module.Model;

    /// <summary>What a class statement leaves at its place.</summary>
    public IEnumerable<LowStatement> Define(BodyLowerer body, Py.ClassDef definition)
    {
        var cls = Model.Classes[definition];
        if (!cls.IsNative)
            return new RuntimeClassLowerer(module).Define(body, cls);
        var type = new LowMember(new LowName(cls.CsName), "Type");
        var statements = definition.Body.SelectMany(s => Parts(body, cls, s));
        if (cls is { Dataclass: null, Enumeration: null, IsInterface: false })
            statements = [.. statements, .. definition.DecoratorList.Reverse().Select(d => new LowExpressionStatement(new LowInvoke(new LowMember(body.AsReceiver(d), "Call"), type)))];
        return Model.KeepsNamespace ? [.. statements, .. body.StoreNamed(definition, cls.Name, new Typed(type, StaticType.Any))] : statements;
    }

    /// <summary>What a statement of the body does where the class statement stands: it computes attributes, and applies decorators.</summary>
    private IEnumerable<LowStatement> Parts(BodyLowerer body, ClassSymbol cls, Py.Statement statement)
    {
        if (statement is Py.FunctionDefinition definition && Model.Functions[definition] is { Decorators: { Count: > 0 } decorators } function)
            yield return new LowExpressionStatement(new LowInvoke(new LowName($"{cls.CsName}.Type.Decorate"), [new(new LowLiteral(function.Name)), .. decorators.Select(d => new LowArgument(body.AsAny(d)))])) { Origin = Positions.Origins.Of(statement) };
        else if (statement is Py.FunctionDefinition { } method && Model.Functions[method] is { } owner && owner.Parameters.Exists(cls.ComputedDefaults.Contains))
            foreach (var part in ComputedDefaults(body, cls, owner))
                yield return part with { Origin = Positions.Origins.Of(statement) };
        else if (cls.Computed.FirstOrDefault(a => IsValueOf(statement, a)) is { } attribute)
            yield return new LowExpressionStatement(new LowAssign("=", new LowName($"{cls.CsName}.{attribute.CsName}"), body.As(cls.AttributeValues[attribute], attribute.Final))) { Origin = Positions.Origins.Of(statement) };
    }

    /// <summary>The defaults of a method that are evaluated where its <c>def</c> stands; the object of the method learns of them.</summary>
    private IEnumerable<LowStatement> ComputedDefaults(BodyLowerer body, ClassSymbol cls, FunctionSymbol method)
    {
        foreach (var parameter in method.Parameters.Where(cls.ComputedDefaults.Contains))
            yield return new LowExpressionStatement(new LowAssign("=", new LowName(parameter.DefaultName), body.As(parameter.Default!, parameter.Symbol.Final)));
        yield return new LowExpressionStatement(new LowInvoke(new LowName($"{cls.CsName}.Type.SetDefaults"), [new(new LowLiteral(method.Name)), .. module.Functions.DefaultArguments(method, 0)]));
    }

    private static bool IsValueOf(Py.Statement statement, TypedSymbol attribute)
        => (statement is Py.Assign { Targets: [Py.Name n] } && n.Id == attribute.Name) || (statement is Py.AnnAssign { Target: Py.Name m } && m.Id == attribute.Name);

    /// <summary>Parameters of its methods whose defaults C# cannot write in a parameter list; evaluating them has no effect, so it does not matter when.</summary>
    private static IEnumerable<Parameter> KeptDefaults(ClassSymbol cls)
        => cls.Methods.Values.Concat(cls.Decorated.Values).SelectMany(static m => m.Parameters).Where(static p => p.Default is { } d && !FunctionLowerer.IsConstant(d));

    private static string DefaultName(ClassSymbol cls, Parameter parameter) => parameter.DefaultName[(cls.CsName.Length + 1)..];

    /// <summary>Whether a class that it is derived from keeps a default of the same name.</summary>
    private static bool HidesDefault(ClassSymbol cls, string name)
        => cls.Base is { } @base && (KeptDefaults(@base).Any(p => DefaultName(@base, p) == name) || HidesDefault(@base, name));

    public LowClass Lower(ClassSymbol cls)
    {
        var members = new List<LowDeclarationNode>();
        members.AddRange(cls.Enumeration is { } enumeration ? EnumerationMembers(cls, enumeration) : cls.ClassAttributes.Values.Select(a => ClassAttribute(cls, a)));
        var outside = new BodyLowerer(module, cls.ParentScope, null) { MemberOfClass = cls };
        foreach (var parameter in KeptDefaults(cls))
        {
            var name = DefaultName(cls, parameter);
            var isComputed = cls.ComputedDefaults.Contains(parameter);
            var type = parameter.Symbol.Final;
            members.Add(new LowField(CsTypes.Of(type), name, !isComputed ? outside.As(parameter.Default!, type) : CsTypes.Default(type) is LowPostfix missing ? missing : null)
            {
                Modifiers = ["internal", "static", .. HidesDefault(cls, name) ? ["new"] : ImmutableArray<string>.Empty, .. isComputed ? [] : ImmutableArray.Create("readonly")],
            });
        }
        var init = cls.Methods.GetValueOrDefault("__init__");
        if (init is not null)
            members.AddRange(Constructor(cls, init));
        else if (cls.IsException || cls.Base?.Init is not null)
            members.Add(InheritedConstructor(cls));
        if (cls.HasBareConstructor)
            members.Add(BareConstructor(cls));
        members.AddRange(cls.Fields.Values.SelectMany(f => cls.UnsureFields.Contains(f) ? LateField(f, Mangling.Mangle(f.Name, cls.Scope)) : [Property(cls, f, init)]));
        foreach (var statement in cls.Definition.Body)
        {
            if (statement is not Py.FunctionDefinition { Name: not "__init__" } definition)
                continue;
            var function = Model.Functions[definition];
            if (!function.IsSetter)
                members.AddRange(Method(cls, function, module.TriviaOf(definition)));
        }
        foreach (var function in cls.Methods.Values.Concat(cls.Decorated.Values).Where(f => f.Name != "__init__" && (f.IsCoroutine || f.GivesManager)))
            members.Add(FunctionLowerer.Cold(function, Modifiers(cls, function, isCold: true)));
        members.AddRange(Protocols.Members(cls));
        members.AddRange(cls.Interfaces.SelectMany(p => InterfaceLowerer.Implementation(cls, p)));
        members.Add(new ClassMetadata(module).Of(cls));
        if (cls.IsException)
            members.Add(new LowProperty(LowType.Named("PyType"), "NativeClass") { Modifiers = ["protected", "override"], ExpressionBody = new LowName("Type") });
        else if (cls.Enumeration is null)
            members.Add(new LowProperty(LowType.Named("PyType"), "Class") { Modifiers = ["public", "override"], ExpressionBody = new LowName("Type") });
        var bases = new List<LowType> { cls.Enumeration is { } values ? LowType.Named("PyEnum", LowType.Named(cls.CsName), CsTypes.Of(values.ValueType)) : LowType.Named(cls.Base?.CsName ?? cls.LibraryBase ?? "PyObject") };
        bases.AddRange(Protocols.Interfaces(cls));
        bases.AddRange(cls.Interfaces.Select(static p => LowType.Named(p.CsName)));
        return new LowClass("class", cls.CsName, [.. bases], [.. members])
        {
            Modifiers = cls.IsAbstract ? ["public", "abstract"] : cls.Enumeration is not null ? ["public", "sealed"] : ["public"],
            Doc = Docstrings.ForReaders(BodyLowerer.DocString(cls.Definition.Body)),
            Trivia = module.TriviaOf(cls.Definition),
            EndComments = BodyLowerer.Comments(Model.Trivia.AtEnd(cls.Definition)),
        };
    }

    private static readonly LowExpression s_withoutInit = new LowName("Construction.WithoutInit");

    private IEnumerable<LowDeclarationNode> Constructor(ClassSymbol cls, FunctionSymbol init)
    {
        var definition = init.Definition!;
        var self = init.Parameters[0].Symbol;
        var lowerer = new BodyLowerer(module, init.Scope, init) { Self = self };
        var body = definition.Body;
        ImmutableArray<LowArgument> arguments = default;
        // BaseException.__new__ keeps the arguments even where __init__ does not pass them on.
        var kept = cls.IsException ? Kept(init) : [];
        if (cls.StartsBare)
        {
            arguments = [new(s_withoutInit), .. kept];
        }
        else if (BaseCalls.Find(cls, init) is var (at, call))
        {
            arguments = BaseArguments(cls, call, lowerer);
            body = body.RemoveAt(at);
        }
        else if (cls.LibraryBase is not null)
        {
            arguments = kept;
        }
        var constructor = new LowConstructor(cls.CsName, Parameters(init), new LowBlock([]))
        {
            Modifiers = ["public"], InitializerArguments = arguments, Doc = Docstrings.ForReaders(BodyLowerer.DocString(definition.Body)), Trivia = module.TriviaOf(definition),
        };
        if (!init.IsInitializer)
        {
            var block = FunctionLowerer.Counted(init, lowerer.Body(body, definition));
            if (cls is { LibraryBase: null, StartsBare: false } && KeptArguments.Are(cls))
                block = block with { Statements = block.Statements.Insert(0, new LowExpressionStatement(new LowAssign("=", new LowName("Args"), new LowInvoke(new LowName("PyTuple.Of"), kept)))) };
            yield return constructor with { Body = block };
            yield break;
        }
        yield return constructor with { Body = new LowBlock([new LowExpressionStatement(new LowInvoke(new LowName(init.CsName), [.. constructor.Parameters.Select(static p => new LowArgument(new LowName(p.Name)))]))]) };
        var hides = cls.Base?.Init is { IsInitializer: true } inherited && Listed(init).SequenceEqual(Listed(inherited));
        yield return module.Functions.Method(init, null, hides ? ["protected", "new"] : ["protected"]) with { Doc = null };
    }

    /// <summary>Makes an object whose <c>__init__</c> a derived class runs where it wants to, or does not run.</summary>
    private static LowConstructor BareConstructor(ClassSymbol cls)
    {
        var form = new LowParameter(LowType.Named("Construction"), "construction");
        LowParameter[] parameters = cls.IsException ? [form, new LowParameter(LowType.Named("ReadOnlySpan", LowType.Any), "args") { IsParams = true }] : [form];
        return new LowConstructor(cls.CsName, [.. parameters], new LowBlock([]))
        {
            Modifiers = ["protected"],
            InitializerArguments = cls.Base is null && cls.LibraryBase is null ? default : [.. parameters.Skip(cls.Base is null ? 1 : 0).Select(static p => new LowArgument(new LowName(p.Name)))],
        };
    }

    /// <summary>The positional arguments of <c>__init__</c>.</summary>
    private static ImmutableArray<LowArgument> Kept(FunctionSymbol init)
    {
        var kept = KeptArguments.Positional(init).ToArray();
        return kept.Any(static p => p.Kind == ParameterKind.Star)
            ? [new(new LowCollection([.. kept.Select(static p => p.Kind == ParameterKind.Star ? (LowExpression)new LowSpread(new LowName(p.Symbol.CsName)) : BodyLowerer.ToAny(new LowName(p.Symbol.CsName), p.Symbol.Final))]))]
            : [.. kept.Select(static p => new LowArgument(BodyLowerer.ToAny(new LowName(p.Symbol.CsName), p.Symbol.Final)))];
    }

    private static ImmutableArray<LowArgument> BaseArguments(ClassSymbol cls, Py.Call call, BodyLowerer lowerer)
    {
        if (cls.Base?.Init is not { } init)
            return [.. call.Args.Select(a => new LowArgument(lowerer.AsAny(a)))];
        return CallBinding.TryBind(init, call) is { } bound ? lowerer.Arguments(bound) : [];
    }

    private static ImmutableArray<LowParameter> Parameters(FunctionSymbol init)
        => [.. init.Parameters.Skip(1).Select(p => new LowParameter(CsTypes.Of(p.Symbol.Final), p.Symbol.CsName)
        {
            Default = p.IsOptional ? p.DefaultCode : null,
        })];

    /// <summary>A class without <c>__init__</c> is made as its base is.</summary>
    private static LowConstructor InheritedConstructor(ClassSymbol cls)
    {
        var init = cls.Base?.Init;
        if (init is null)
            return new LowConstructor(cls.CsName, [new LowParameter(new LowArrayType(LowType.Any), "args") { IsParams = true }], new LowBlock([]))
            {
                Modifiers = ["public"], InitializerArguments = [new(new LowName("args"))],
            };
        var parameters = Parameters(init);
        return new LowConstructor(cls.CsName, parameters, new LowBlock([]))
        {
            Modifiers = ["public"], InitializerArguments = [.. parameters.Select(p => new LowArgument(new LowName(p.Name)))],
        };
    }

    /// <summary>A method, or the property that it reads; where some code calls it past what overrides it, its body stands in a method of its own.</summary>
    private IEnumerable<LowDeclarationNode> Method(ClassSymbol cls, FunctionSymbol function, LowTrivia trivia)
    {
        var modifiers = Modifiers(cls, function, isCold: false);
        var method = module.Functions.Method(function, null, modifiers) with { Trivia = trivia };
        if (function.IsCsAbstract)
        {
            yield return function.IsCsProperty
                ? new LowProperty(CsTypes.Of(function.Returns.Final), function.CsName) { Modifiers = modifiers, Doc = method.Doc, Trivia = trivia }
                : method with { Body = null, Modifiers = modifiers };
            yield break;
        }
        if (function.OwnName is { } own)
        {
            yield return method with { Name = own, Modifiers = ["private", .. method.Modifiers.Where(static m => m == "async")] };
            method = method with
            {
                Modifiers = modifiers, Doc = null, Trivia = LowTrivia.None, Body = null,
                ExpressionBody = new LowInvoke(new LowName(own), [.. method.Parameters.Select(static p => new LowArgument(new LowName(p.Name)))]),
            };
        }
        if (!function.IsCsProperty)
        {
            yield return method;
            yield break;
        }
        var setter = cls.Setters.GetValueOrDefault(function.AttributeName);
        if (setter is null && Expression(method) is { } expression)
        {
            yield return new LowProperty(CsTypes.Of(function.Returns.Final), function.CsName) { Modifiers = modifiers, Doc = method.Doc, Trivia = method.Trivia, ExpressionBody = expression };
            yield break;
        }
        yield return new LowProperty(CsTypes.Of(function.Returns.Final), function.CsName)
        {
            Modifiers = modifiers, Doc = method.Doc, Trivia = method.Trivia,
            Getter = method.Body ?? new LowBlock([new LowReturn(method.ExpressionBody)]),
            Setter = setter is null ? null : module.Functions.Method(setter, null).Body,
        };
    }

    /// <summary>Whether a static method hides another for C#: the two have the same parameters.</summary>
    private static bool HasSignature(FunctionSymbol function, FunctionSymbol? other)
        => other is { IsShared: true } && Listed(function).SequenceEqual(Listed(other));

    private static IEnumerable<LowType> Listed(FunctionSymbol function) => function.Parameters.Where(p => p.Symbol != function.Implicit).Select(static p => CsTypes.Of(p.Symbol.Final));

    /// <summary>The expression that a method only returns.</summary>
    private static LowExpression? Expression(LowMethod method)
        => method.ExpressionBody ?? (method.Body is { EndComments: { IsDefaultOrEmpty: true }, Statements: [LowReturn { Value: { } value, Trivia: { Before: { IsDefaultOrEmpty: true }, After: null } } statement] } ? value with { Origin = value.Origin ?? statement.Origin } : null);

    private static ImmutableArray<string> Modifiers(ClassSymbol cls, FunctionSymbol function, bool isCold)
    {
        var overrides = cls.Base?.FindMethod(function.AttributeName) is not null;
        if (function.Decorators.Count > 0)
            return ["public"];
        if (function.IsShared)
            return HasSignature(function, cls.Base?.FindMethod(function.AttributeName)) ? ["public", "static", "new"] : ["public", "static"];
        if (isCold)
            return overrides ? ["public", "new"] : ["public"];
        if (function.IsCsAbstract)
            return overrides ? ["public", "abstract", "override"] : ["public", "abstract"];
        if (overrides)
            return ["public", "override"];
        return cls.IsOverridden(function.AttributeName) ? ["public", "virtual"] : ["public"];
    }
}
