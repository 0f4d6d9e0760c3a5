using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>Classes whose shape is plain: a C# class with properties, a constructor and methods.</summary>
internal sealed class ClassLowerer(ModuleLowerer module)
{
    private SemanticModel Model => module.Model;

    /// <summary>What a class statement leaves at its place.</summary>
    public IEnumerable<LowStatement> Define(BodyLowerer body, Py.ClassDef definition)
    {
        var cls = Model.Classes[definition];
        if (!cls.IsNative)
            return new RuntimeClassLowerer(module).Define(body, cls);
        return Model.KeepsNamespace ? body.StoreNamed(definition, cls.Name, new Typed(new LowMember(new LowName(cls.CsName), "Type"), StaticType.Any)) : [];
    }

    /// <summary>Parameters of its methods whose defaults C# cannot write in a parameter list; evaluating them has no effect, so it does not matter when.</summary>
    private static IEnumerable<Parameter> KeptDefaults(ClassSymbol cls)
        => cls.Methods.Values.SelectMany(static m => m.Parameters).Where(static p => p.Default is { } d && !FunctionLowerer.IsConstant(d));

    private static string DefaultName(ClassSymbol cls, Parameter parameter) => parameter.DefaultName[(cls.CsName.Length + 1)..];

    /// <summary>Whether a class that it is derived from keeps a default of the same name.</summary>
    private static bool HidesDefault(ClassSymbol cls, string name)
        => cls.Base is { } @base && (KeptDefaults(@base).Any(p => DefaultName(@base, p) == name) || HidesDefault(@base, name));

    public LowClass Lower(ClassSymbol cls)
    {
        var members = new List<LowDeclarationNode>();
        members.AddRange(cls.ClassAttributes.Values.Select(a => ClassAttribute(cls, a)));
        var outside = new BodyLowerer(module, cls.ParentScope, null) { MemberOfClass = cls };
        foreach (var parameter in KeptDefaults(cls))
        {
            var name = DefaultName(cls, parameter);
            members.Add(new LowField(CsTypes.Of(parameter.Symbol.Final), name, outside.As(parameter.Default!, parameter.Symbol.Final)) { Modifiers = HidesDefault(cls, name) ? ["internal", "static", "new", "readonly"] : ["internal", "static", "readonly"] });
        }
        var init = cls.Methods.GetValueOrDefault("__init__");
        if (init is not null)
            members.Add(Constructor(cls, init));
        else if (cls.IsException || cls.Base?.Init is not null)
            members.Add(InheritedConstructor(cls));
        members.AddRange(cls.Fields.Values.Select(f => new LowProperty(CsTypes.Of(f.Final), f.CsName) { Modifiers = ["public"], HasSetter = true, HasPrivateSetter = cls.Dataclass is { IsFrozen: true }, Initializer = cls.LateFields.Contains(f) && CsTypes.Default(f.Final) is LowPostfix missing ? missing : null }));
        foreach (var statement in cls.Definition.Body)
        {
            if (statement is not Py.FunctionDefinition { Name: not "__init__" } definition)
                continue;
            var function = Model.Functions[definition];
            var method = Method(cls, function);
            members.Add(method with { Trivia = module.TriviaOf(definition) });
        }
        foreach (var function in cls.Methods.Values.Where(f => f.Name != "__init__" && f.IsCoroutine))
            members.Add(FunctionLowerer.Cold(function, Modifiers(cls, function, isCold: true)));
        members.AddRange(Protocols.Members(cls));
        members.Add(Metadata(cls));
        members.Add(cls.IsException
            ? new LowProperty(LowType.Named("PyType"), "NativeClass") { Modifiers = ["protected", "override"], ExpressionBody = new LowName("Type") }
            : new LowProperty(LowType.Named("PyType"), "Class") { Modifiers = ["public", "override"], ExpressionBody = new LowName("Type") });
        var bases = new List<LowType> { LowType.Named(cls.Base?.CsName ?? cls.LibraryBase ?? "PyObject") };
        bases.AddRange(Protocols.Interfaces(cls));
        return new LowClass("class", cls.CsName, [.. bases], [.. members])
        {
            Modifiers = ["public"],
            Doc = Docstrings.ForReaders(BodyLowerer.DocString(cls.Definition.Body)),
            Trivia = module.TriviaOf(cls.Definition),
            EndComments = BodyLowerer.Comments(Model.Trivia.AtEnd(cls.Definition)),
        };
    }

    private LowDeclarationNode ClassAttribute(ClassSymbol cls, TypedSymbol attribute)
    {
        var statement = cls.Definition.Body.First(s => s is Py.Assign { Targets: [Py.Name n] } && n.Id == attribute.Name || s is Py.AnnAssign { Target: Py.Name m } && m.Id == attribute.Name);
        var value = statement is Py.Assign a ? a.Value : ((Py.AnnAssign)statement).Value!;
        var code = new BodyLowerer(module, cls.Scope, null).As(value, attribute.Final);
        return new LowProperty(CsTypes.Of(attribute.Final), attribute.CsName)
        {
            Modifiers = ["public", "static"], ExpressionBody = code, Trivia = module.TriviaOf(statement),
        };
    }

    private LowConstructor Constructor(ClassSymbol cls, FunctionSymbol init)
    {
        var definition = init.Definition!;
        var self = init.Parameters[0].Symbol;
        var lowerer = new BodyLowerer(module, init.Scope, init) { Self = self };
        var body = definition.Body;
        ImmutableArray<LowArgument> arguments = default;
        var start = BodyLowerer.DocString(body) is null ? 0 : 1;
        if (body.Length > start && body[start] is Py.ExprStatement { Value: Py.Call call } && ClassAnalysis.IsSuperInit(call))
        {
            arguments = BaseArguments(cls, call, lowerer);
            body = body.RemoveAt(start);
        }
        else if (cls.LibraryBase is not null)
        {
            // BaseException.__new__ keeps the arguments even where __init__ does not pass them on.
            arguments = [.. init.Parameters.Skip(1).Select(p => new LowArgument(new LowName(p.Symbol.CsName)))];
        }
        var block = FunctionLowerer.Counted(init, lowerer.Body(body, definition));
        return new LowConstructor(cls.CsName, Parameters(init), block)
        {
            Modifiers = ["public"], InitializerArguments = arguments, Doc = Docstrings.ForReaders(BodyLowerer.DocString(definition.Body)), Trivia = module.TriviaOf(definition),
        };
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

    private LowMethod Method(ClassSymbol cls, FunctionSymbol function)
        => module.Functions.Method(function, null, Modifiers(cls, function, isCold: false));

    private static ImmutableArray<string> Modifiers(ClassSymbol cls, FunctionSymbol function, bool isCold)
    {
        if (function.IsStatic)
            return ["public", "static"];
        if (isCold)
            return ["public"];
        if (cls.Base?.FindMethod(function.AttributeName) is not null)
            return ["public", "override"];
        return cls.Subclasses.Any(s => Overrides(s, function.AttributeName)) ? ["public", "virtual"] : ["public"];
    }

    private static bool Overrides(ClassSymbol cls, string name) => cls.Methods.ContainsKey(name) || cls.Subclasses.Any(s => Overrides(s, name));

    /// <summary>The class as Python sees it: names, signatures, and how to reach the C# members.</summary>
    private LowField Metadata(ClassSymbol cls)
    {
        var bases = new List<LowArgument>();
        if ((cls.Base?.CsName ?? cls.LibraryBase) is { } @base)
            bases.Add(new(new LowMember(new LowName(@base), "Type")));
        LowExpression code = new LowInvoke(new LowName("PyType.Emitted"), [new(new LowLiteral(cls.QualName)), new(new LowLiteral(module.PythonModuleName)), .. bases]);
        if (BodyLowerer.DocString(cls.Definition.Body) is { } doc)
            code = Chain(code, "Doc", new LowLiteral(Docstrings.AsKept(doc)));
        foreach (var attribute in cls.ClassAttributes.Values)
            code = Chain(code, "Attribute", new LowLiteral(attribute.Name), new LowName(attribute.CsName));
        if (cls.Methods.ContainsKey("__eq__") && !cls.Methods.ContainsKey("__hash__"))
            code = Chain(code, "Attribute", new LowLiteral("__hash__"), new LowName("Any.None"));
        if (cls.MatchArgs.Length > 0)
            code = Chain(code, "Attribute", new LowLiteral("__match_args__"), new LowInvoke(new LowName("PyTuple.Of"), [.. cls.MatchArgs.Select(static n => new LowArgument(new LowLiteral(n)))]));
        code = ConstructorEntry(cls, code);
        LowExpression Self(string o) => new LowInvoke(new LowMember(new LowName(o), "As") { TypeArguments = [LowType.Named(cls.CsName)] });
        foreach (var field in cls.Fields.Values)
        {
            var type = CsTypes.Of(field.Final);
            LowExpression got = new LowMember(Self("self"), field.CsName);
            if (field.Final.ConvertsByCall)
                got = new LowInvoke(new LowName("Generic.ToAny"), got);
            LowExpression given = CsTypes.IsAny(field.Final) ? new LowName("value") : new LowInvoke(new LowMember(new LowName("value"), "As") { TypeArguments = [type] });
            code = Chain(code, "Field", new LowLiteral(field.Name),
                new LowLambda([new(null, "self")], got),
                new LowLambda([new(null, "self"), new(null, "value")], new LowAssign("=", new LowMember(Self("self"), field.CsName), given)));
        }
        foreach (var function in cls.Methods.Values.Where(f => f.Name != "__init__"))
            code = MethodEntry(code, function);
        foreach (var function in cls.Methods.Values.Where(static f => !f.IsProperty))
            if (module.Functions.Annotations(function) is { } annotations)
                code = Chain(code, "Annotated", new LowLiteral(function.Name), annotations);
        return new LowField(LowType.Named("PyType"), "Type", code)
        {
            Modifiers = cls.Base is null && cls.LibraryBase is null ? ["public", "static", "readonly"] : ["public", "static", "new", "readonly"],
        };
    }

    private static LowInvoke Chain(LowExpression code, string method, params LowExpression[] arguments) => new(new LowMember(code, method) { OnNewLine = true }, arguments);

    private LowExpression ConstructorEntry(ClassSymbol cls, LowExpression code)
    {
        var init = cls.Init;
        if (init is null)
        {
            if (!cls.IsException)
                return Chain(code, "Constructor", new LowLiteral(""), new LowLambda([new(null, "_")], new LowNew(LowType.Named(cls.CsName), [])));
            return Chain(code, "Constructor", new LowLiteral("*args"), new LowLambda([new(null, "a")],
                new LowNew(LowType.Named(cls.CsName), [new(new LowInvoke(new LowMember(new LowInvoke(new LowMember(new LowIndex(new LowName("a"), [new LowLiteral(0L)]), "As") { TypeArguments = [LowType.Named("PyTuple")] }, []), "ToArray")))])));
        }
        var arguments = init.Parameters.Skip(1).Select((p, i) =>
        {
            LowExpression item = new LowIndex(new LowName("a"), [new LowLiteral((long)i)]);
            return new LowArgument(CsTypes.IsAny(p.Symbol.Final) ? item : new LowInvoke(new LowMember(item, "As") { TypeArguments = [CsTypes.Of(p.Symbol.Final)] }));
        });
        var make = new LowLambda([new(null, "a")], new LowNew(LowType.Named(cls.CsName), [.. arguments]));
        return new LowInvoke(new LowMember(code, "Constructor") { OnNewLine = true }, [new(new LowLiteral(module.Functions.SignatureText(init, 1))), new(make), .. module.Functions.DefaultArguments(init, 1)]);
    }

    private LowExpression MethodEntry(LowExpression code, FunctionSymbol function)
    {
        if (function.IsProperty)
            return Chain(code, "Property", new LowLiteral(function.Name), new LowLambda([new(null, "self")], FunctionLowerer.Invoke(function, [new LowName("self")])));
        var items = function.Parameters.Select((_, i) => (LowExpression)new LowIndex(new LowName("a"), [new LowLiteral((long)i)])).ToArray();
        var lambda = new LowLambda([new(null, "a")], FunctionLowerer.Invoke(function, items));
        return new LowInvoke(
            new LowMember(code, function.IsStatic ? "StaticMethod" : "Method") { OnNewLine = true },
            [new(new LowLiteral(function.Name)), new(new LowLiteral(module.Functions.SignatureText(function, 0))), new(lambda), .. module.Functions.DefaultArguments(function, 0)]);
    }
}
