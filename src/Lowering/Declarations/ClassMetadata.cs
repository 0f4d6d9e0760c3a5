using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Declarations;

/// <summary>What the object model knows of a C# class.</summary>
internal sealed class ClassMetadata(ModuleLowerer module)
{
    /// <summary>The class as Python sees it: names, signatures, and how to reach the C# members.</summary>
    public LowField Of(ClassSymbol cls)
    {
        var bases = new List<LowArgument>();
        if (cls.Interfaces.Count == 0 && (cls.Base?.CsName ?? cls.LibraryBase) is { } @base)
            bases.Add(new(new LowMember(new LowName(@base), "Type")));
        foreach (var written in cls.Definition.Bases)
            if (cls.Interfaces.Count > 0 && ClassBases.Written(cls, written) is { } named)
                bases.Add(new(new LowMember(new LowName(named), "Type")));
            else if (LibraryNames.Is(written, "abc", "ABC", cls.ParentScope))
                bases.Add(new(new LowName("PyType.Abc")));
            else if (GenericClasses.Variables(written, cls.ParentScope) is not null)
                bases.Add(new(new LowName("PyType.Generic")));
        if (cls.Definition.TypeParams.Length > 0)
            bases.Add(new(new LowName("PyType.Generic")));
        if (cls.Enumeration is { } enumeration)
            bases.AddRange(enumeration.Members.Select(static m => new LowArgument(new LowName(m.Attribute.CsName))));
        LowExpression code = new LowInvoke(new LowName(cls.Enumeration is null ? "PyType.Emitted" : "Enumeration"), [new(new LowLiteral(cls.QualName)), new(new LowLiteral(module.PythonModuleName)), .. bases]);
        if (BodyLowerer.DocString(cls.Definition.Body) is { } doc)
            code = Chain(code, "Doc", new LowLiteral(Docstrings.AsKept(doc)));
        foreach (var attribute in cls.ClassAttributes.Values.Where(_ => cls.Enumeration is null))
            code = AttributeEntry(cls, attribute, code);
        if (cls.Methods.ContainsKey("__eq__") && !cls.Methods.ContainsKey("__hash__"))
            code = Chain(code, "Attribute", new LowLiteral("__hash__"), new LowName("Any.None"));
        if (cls.MatchArgs.Length > 0)
            code = Chain(code, "Attribute", new LowLiteral("__match_args__"), new LowInvoke(new LowName("PyTuple.Of"), [.. cls.MatchArgs.Select(static n => new LowArgument(new LowLiteral(n)))]));
        if (cls.Dataclass?.AskedFields is { Length: > 0 } fields)
            code = Chain(code, "Dataclass", [.. fields.Select(static f => new LowLiteral((f.IsParameter ? "" : "!") + f.Name))]);
        if (cls.Slots is { } slots)
            code = Chain(code, "Slots", [.. slots.Select(static s => new LowLiteral(s))]);
        if (cls.SlotsAsWritten is { } names and not Parser.Ast.Tuple)
            code = Chain(code, "Attribute", new LowLiteral("__slots__"), new BodyLowerer(module, cls.Scope, null).AsAny(names));
        if (!cls.IsAbstract && cls.Enumeration is null)
            code = ConstructorEntry(cls, code);
        foreach (var field in cls.Fields.Values)
        {
            if (cls.UnsureFields.Contains(field))
            {
                var place = new LowMember(Self(cls), ClassLowerer.LateName(field));
                code = Chain(code, "Field", new LowLiteral(field.Name),
                    new LowLambda([new(null, "self")], new LowInvoke(new LowMember(place, "Peek"))),
                    new LowLambda([new(null, "self"), new(null, "value")], new LowInvoke(new LowMember(place, "Put"), new LowName("value"))));
                continue;
            }
            code = Chain(
                code, "Field",
                [
                    new LowLiteral(field.Name), new LowLambda([new(null, "self")], Got(new LowMember(Self(cls), field.CsName), field)),
                    new LowLambda([new(null, "self"), new(null, "value")], new LowAssign("=", new LowMember(Self(cls), field.CsName), Given(field))),
                    .. cls.DefaultValues.TryGetValue(field, out var given) ? [new BodyLowerer(module, cls.Scope, null) { MemberOfClass = cls }.AsAny(given)] : Array.Empty<LowExpression>(),
                ]);
        }
        foreach (var function in cls.Methods.Values.Concat(cls.Decorated.Values).Where(f => f.Name != "__init__"))
            code = MethodEntry(cls, code, function);
        if (module.Model.Program.ObservesDocs)
            foreach (var function in cls.Methods.Values.Concat(cls.Decorated.Values).Where(f => f.Name != "__init__"))
                if (BodyLowerer.DocString(function.Definition!.Body) is { } text)
                    code = Chain(code, "Documented", new LowLiteral(function.Name), new LowLiteral(Docstrings.AsKept(text)));
        if (module.Model.Program.ObservesFlavours)
            foreach (var functions in cls.Methods.Values.Concat(cls.Decorated.Values).Where(static f => !f.IsProperty && FunctionLowerer.Flavour(f) is not null).GroupBy(FunctionLowerer.Flavour))
                code = Chain(code, "Flavours", [new LowLiteral(functions.Key!), .. functions.Select(static f => new LowLiteral(f.Name))]);
        foreach (var (alias, function) in cls.Aliases)
            code = Chain(code, "Alias", new LowLiteral(alias), new LowLiteral(function.Name));
        if (cls.Definition.Keywords.Length > 0)
            code = Chain(code, "AbstractMeta");
        if (cls.IsAbstract && (cls.IsAbc || !cls.IsInterface))
            code = Chain(code, "AbstractMethods", [.. cls.Methods.Values.Where(static m => m.IsAbstract).Select(static m => new LowLiteral(m.Name))]);
        if (cls.IsGeneric)
            code = Chain(code, "Parameters", [.. cls.TypeParameters.Select(static n => new LowLiteral(n))]);
        foreach (var function in cls.Methods.Values.Concat(cls.Decorated.Values).Where(static f => !f.IsProperty))
            if (module.Functions.Annotations(function) is { } annotations)
                code = Chain(code, "Annotated", new LowLiteral(function.Name), annotations);
        foreach (var function in cls.Methods.Values.Where(static f => f.GivesManager))
            code = Chain(code, function.IsAsync ? "AsyncContextManager" : "ContextManager", new LowLiteral(function.Name));
        return new LowField(LowType.Named("PyType"), "Type", code)
        {
            Trivia = LowTrivia.None with { BlankLineBefore = true },
            Modifiers = cls.Base is null && cls.LibraryBase is null ? ["public", "static", "readonly"] : ["public", "static", "new", "readonly"],
        };
    }

    private static LowExpression Self(ClassSymbol cls) => new LowInvoke(new LowMember(new LowName("self"), "As") { TypeArguments = [LowType.Named(cls.CsName)] });

    /// <summary>What a C# property holds, as a dynamic value.</summary>
    private static LowExpression Got(LowExpression place, TypedSymbol symbol) => symbol.Final.ConvertsByCall ? new LowInvoke(new LowName("Generic.ToAny"), place) : place;

    /// <summary>The dynamic <c>value</c>, as a C# property takes it.</summary>
    private static LowExpression Given(TypedSymbol symbol)
        => CsTypes.IsAny(symbol.Final) ? new LowName("value") : new LowInvoke(new LowMember(new LowName("value"), "As") { TypeArguments = [CsTypes.Of(symbol.Final)] });

    /// <summary>A class attribute: its value, or where C# code gives it others, how to read and set it.</summary>
    private LowExpression AttributeEntry(ClassSymbol cls, TypedSymbol attribute, LowExpression code)
    {
        if (cls.IsVirtualAttribute(Mangling.Mangle(attribute.Name, cls.Scope)))
            return Chain(code, "Attribute", new LowLiteral(attribute.Name), new BodyLowerer(module, cls.Scope, null).AsAny(cls.AttributeValues[attribute]));
        var place = new LowName(attribute.CsName);
        return cls.HasSetter(attribute)
            ? Chain(code, "Shared", new LowLiteral(attribute.Name), new LowLambda([], Got(place, attribute)), new LowLambda([new(null, "value")], new LowAssign("=", place, Given(attribute))))
            : Chain(code, "Attribute", new LowLiteral(attribute.Name), Got(place, attribute));
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
        code = new LowInvoke(new LowMember(code, "Constructor") { OnNewLine = true }, [new(new LowLiteral(module.Functions.SignatureText(init, 1))), new(make), .. module.Functions.DefaultArguments(init, 1)]);
        return KeptArguments.MayBe(cls) && init.Parameters.Skip(1).Any(static p => p.Default is not null || p.Kind is ParameterKind.Star or ParameterKind.KeywordOnly or ParameterKind.DoubleStar) ? Chain(code, "KeepsArguments") : code;
    }

    private LowExpression MethodEntry(ClassSymbol cls, LowExpression code, FunctionSymbol function)
    {
        if (function.IsProperty)
            return PropertyEntry(cls, code, function);
        var parameters = function.Parameters;
        // One value a parameter, where there are few: C# code then needs no array.
        var isPlain = !function.IsShared && parameters.Count <= 3 && parameters.All(static p => p.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly)
            && (parameters.Count > 1 || parameters[0] is { Symbol.Name: "self", Kind: ParameterKind.Positional });
        LowExpression[] items = isPlain
            ? [.. parameters.Select(static p => new LowName(p.Symbol.CsName))]
            : [.. parameters.Select(static (_, i) => new LowIndex(new LowName("a"), [new LowLiteral((long)i)]))];
        var lambda = new LowLambda(isPlain ? [.. parameters.Select(static p => new LowParameter(null, p.Symbol.CsName))] : [new(null, "a")], FunctionLowerer.Invoke(function, items));
        return new LowInvoke(
            new LowMember(code, function.IsStatic ? "StaticMethod" : function.IsClassMethod ? "ClassMethod" : "Method") { OnNewLine = true },
            [
                new(new LowLiteral(function.Name)), .. isPlain && parameters.Count == 1 ? ImmutableArray<LowArgument>.Empty : [new(new LowLiteral(module.Functions.SignatureText(function, 0)))],
                new(lambda), .. module.Functions.DefaultArguments(function, 0),
            ]);
    }

    private static LowExpression PropertyEntry(ClassSymbol cls, LowExpression code, FunctionSymbol getter)
    {
        var own = getter.OwnName is { } name ? new LowInvoke(new LowMember(Self(cls), name)) : getter.IsCsProperty ? Got(new LowMember(Self(cls), getter.CsName), getter.Returns) : FunctionLowerer.Invoke(getter, [new LowName("self")]);
        var entry = new List<LowArgument> { new(new LowLiteral(getter.Name)), new(new LowLambda([new(null, "self")], own)) };
        if (cls.Setters.ContainsKey(getter.AttributeName))
            entry.Add(new(new LowLambda([new(null, "self"), new(null, "value")], new LowAssign("=", new LowMember(Self(cls), getter.CsName), Given(getter.Returns)))));
        if (cls.Deleters.TryGetValue(getter.AttributeName, out var deleter))
            entry.Add(new(new LowLambda([new(null, "self")], new LowInvoke(new LowMember(Self(cls), deleter.CsName))), "delete"));
        return new LowInvoke(new LowMember(code, "Property") { OnNewLine = true }, [.. entry]);
    }
}
