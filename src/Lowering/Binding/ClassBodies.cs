using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>What in the body of a class keeps it from becoming a C# class.</summary>
internal static class ClassBodies
{
    /// <summary>Methods that change how objects are made or found, which a C# class cannot follow.</summary>
    private static readonly HashSet<string> s_dynamicMethods =
    [
        "__new__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__", "__class_getitem__", "__subclasshook__",
        "__set_name__", "__get__", "__set__", "__delete__", "__del__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__mro_entries__",
    ];

    /// <summary>Why one statement of the body does; null where it does not.</summary>
    public static string? Reason(Py.Statement statement, ClassSymbol cls, SemanticModel model) => statement switch
    {
        Py.ExprStatement { Value: Py.Constant } or Py.Pass => null,
        Py.FunctionDefinition method => MethodReason(method, model.Functions[method], cls, model),
        Py.Assign { Targets: [Py.Name { Id: "__slots__" }], Value: var slots } => ReadSlots(cls, slots),
        Py.Assign { Targets: [Py.Name name], Value: var value } => ReadAttribute(cls, name.Id, value, model),
        Py.AnnAssign { Simple: true } when cls.Dataclass is null && model.Program.ObservesClassAnnotations => "the program asks for its annotations",
        Py.AnnAssign { Target: Py.Name name, Value: var value } => value is null ? null : ReadAttribute(cls, name.Id, value, model),
        _ => "its body runs code",
    };

    private static string? MethodReason(Py.FunctionDefinition method, FunctionSymbol function, ClassSymbol cls, SemanticModel model)
    {
        if (function.IsAbstract && method.Name == "__init__")
            return "its constructor is abstract";
        if (function.Decorators.Any(static d => d is Py.Name { Id: var name } && IsAbstractKind(name) || d is Py.Attribute { Attr: var attribute } && IsAbstractKind(attribute)))
            return $"a decorator makes its method {method.Name} abstract";
        if (s_dynamicMethods.Contains(method.Name))
            return $"it defines {method.Name}";
        // What C# has in place of a special method belongs to an object.
        if ((function.IsShared || function.IsProperty) && method.Name.StartsWith("__", StringComparison.Ordinal) && method.Name.EndsWith("__", StringComparison.Ordinal))
            return $"its special method {method.Name} is no method of its objects";
        if (function.Decorators.Count > 0 && (function.IsShared || function.IsProperty || function.IsAbstract || method.Name.StartsWith("__", StringComparison.Ordinal)))
            return $"its method {method.Name} has decorators beside others";
        if (function.Decorators.SelectMany(Py.Tree.Nodes).Any(n => n is Py.NamedExpr || (n is Py.Name name && model.Names.GetValueOrDefault(name) is { Scope.Kind: ScopeKind.Class })))
            return $"a decorator of its method {method.Name} is made of what its body defines";
        var defined = function.IsSetter ? cls.Setters : function.IsDeleter ? cls.Deleters : function.Decorators.Count > 0 ? cls.Decorated : cls.Methods;
        if (defined[function.AttributeName] != function || cls.Scope.Symbols[method.Name].Bindings > 1 + (cls.Setters.ContainsKey(function.AttributeName) ? 1 : 0) + (cls.Deleters.ContainsKey(function.AttributeName) ? 1 : 0))
            return $"its method {method.Name} is defined twice";
        if (!function.IsStatic && (function.Parameters.Count == 0 || function.Parameters[0].Kind is not (ParameterKind.Positional or ParameterKind.PositionalOnly)))
            return $"its method {method.Name} takes no plain {(function.IsClassMethod ? "cls" : "self")}";
        if (!function.IsStatic && function.Parameters[0].Symbol.Bindings > 1)
            return $"its method {method.Name} assigns to {function.Parameters[0].Symbol.Name}";
        if (function.IsClassMethod && (function.IsProperty || Py.Tree.DescendantsAndSelf(method).Any(static n => n is Py.Name { Id: "super" })))
            return $"its class method {method.Name} is more than a method of the class";
        if ((function.IsSetter && (function.Parameters.Count != 2 || function.Parameters[1] is not { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null })) || (function.IsDeleter && function.Parameters.Count != 1) || (function.IsProperty && function.Parameters.Count != 1))
            return $"its property {method.Name} takes other parameters than it is given";
        if ((function.IsSetter || function.IsDeleter) && (function.IsGenerator || function.IsAsync || !cls.Methods[function.AttributeName].IsCsProperty || Py.Tree.DescendantsAndSelf(method).Any(static n => n is Py.Return { Value: not null and not Py.Constant { Value: null } })))
            return $"its property {method.Name} gives a value where it is set";
        if (method.TypeParams.Length > 0)
            return $"its method {method.Name} has type parameters";
        foreach (var parameter in function.Parameters.Where(p => p.Default is { } d && !IsPure(d, model)))
        {
            if (function.Decorators.Count > 0 || function.IsSetter || function.IsDeleter || Py.Tree.DescendantsAndSelf(parameter.Default!).Any(n => n is Py.NamedExpr || (n is Py.Name read && IsUnsaidName(read, cls, model))))
                return $"its method {method.Name} has computed defaults";
            if (!(parameter.Default is Py.Name constant && NamesConstant(constant, cls, model)))
                cls.ComputedDefaults.Add(parameter);
        }
        foreach (var name in function.Parameters.Where(static p => p.Default is not null).SelectMany(static p => Py.Tree.DescendantsAndSelf(p.Default!)).OfType<Py.Name>())
            // The class keeps the default, so what it is made of is no local of the module's code.
            if (model.Names.GetValueOrDefault(name) is { Scope.Kind: ScopeKind.Module } kept)
                kept.IsCaptured = true;
        if (model.Module.Mentions("super") && model.ModuleScope.Symbols.TryGetValue("super", out var own) && own.Bindings > 0 && Py.Tree.DescendantsAndSelf(method).Any(static n => n is Py.Name { Id: "super" }))
            return "super is a name of its module";
        return model.Scopes[method].Symbols.ContainsKey("__class__") ? "it uses __class__" : null;
    }

    /// <summary>Whether a name is one that the class body binds, and no C# member of the class.</summary>
    private static bool IsUnsaidName(Py.Name read, ClassSymbol cls, SemanticModel model)
        => model.Names.GetValueOrDefault(read) is { Scope.Kind: ScopeKind.Class } symbol && (symbol.Scope != cls.Scope || cls.ClassAttributes.Values.All(a => a.Name != read.Id));

    /// <summary>Whether a name is a constant of the class itself, so that it does not matter when it is read.</summary>
    private static bool NamesConstant(Py.Name read, ClassSymbol cls, SemanticModel model)
        => model.Names.GetValueOrDefault(read) is { Scope.Kind: ScopeKind.Class } && cls.AttributeValues.Any(a => a.Key.Name == read.Id && IsConstant(a.Value));

    private static bool IsAbstractKind(string decorator) => decorator is "abstractproperty" or "abstractclassmethod" or "abstractstaticmethod";

    /// <summary>Whether evaluating an expression has no effect, and gives the same whenever it is done after the class statement.</summary>
    private static bool IsPure(Py.Expression value, SemanticModel model) => value switch
    {
        Py.Constant => true,
        Py.UnaryOp unary => IsPure(unary.Operand, model),
        Py.BinOp binary => Py.Tree.DescendantsAndSelf(binary).All(static n => n is Py.BinOp or Py.UnaryOp or Py.Constant { Value: System.Numerics.BigInteger or double or string }),
        Py.Tuple tuple => tuple.Elts.All(e => IsPure(e, model)),
        Py.List list => list.Elts.All(e => IsPure(e, model)),
        Py.Dict dict => dict.Keys.All(k => k is not null && IsPure(k, model)) && dict.Values.All(v => IsPure(v, model)),
        Py.Set set => set.Elts.All(e => IsPure(e, model)),
        Py.Name name => model.Names.GetValueOrDefault(name) is null or { Scope.Kind: ScopeKind.Module, Bindings: 1, MayBeUnbound: false },
        Py.Attribute { Value: Py.Name owner } => model.Names.GetValueOrDefault(owner) is { Scope.Kind: ScopeKind.Module, Bindings: 1, MayBeUnbound: false, Class: not null },
        _ => false,
    };

    /// <summary>Whether C# may write the value in place of the attribute, wherever it is read.</summary>
    public static bool IsConstant(Py.Expression value) => value is Py.Constant or Py.UnaryOp { Operand: Py.Constant };

    private static string? ReadSlots(ClassSymbol cls, Py.Expression value)
    {
        if ((value is Py.Tuple tuple ? tuple.Elts : value is Py.List list ? list.Elts : [value]).Select(static e => (e as Py.Constant)?.Value as string).ToList() is var names && names.Contains(null))
            return "its slots are computed";
        if (names.Exists(static n => n!.StartsWith("__", StringComparison.Ordinal)))
            return "its slots are more than attributes";
        cls.Slots = names!;
        cls.SlotsAsWritten = value;
        return null;
    }

    private static readonly HashSet<string> s_makers = new(StringComparer.Ordinal)
    {
        "property", "staticmethod", "classmethod", "cached_property", "partialmethod", "singledispatchmethod", "DynamicClassAttribute", "getattr", "eval", "next", "type", "super",
    };

    /// <summary>Whether a value may be an object that is told its name in the class, or decides what reading the attribute gives.</summary>
    private static bool MayBeDescriptor(Py.Expression value, SemanticModel model) => value switch
    {
        Py.Call { Func: Py.Name called } => model.Names.GetValueOrDefault(called) is { } symbol
            ? symbol.Origin.Class is { } made ? !IsOrdinary(made) : symbol.Denotes is not LibraryType { Name: var function } || s_makers.Contains(function)
            : s_makers.Contains(called.Id),
        Py.Call { Func: Py.Attribute { Value: Py.Name owner, Attr: var function } } => model.Names.GetValueOrDefault(owner)?.Denotes is not ModuleType { Program: null } || s_makers.Contains(function),
        Py.Call { Func: Py.Attribute { Value: Py.Constant } } => false,
        Py.Call => true,
        Py.Name name => model.Names.GetValueOrDefault(name) is { Origin: { Class: null, Function: null }, Denotes: null } symbol && model.SingleValues.GetValueOrDefault(symbol) is not Py.Constant,
        Py.IfExp choice => MayBeDescriptor(choice.Body, model) || MayBeDescriptor(choice.Orelse, model),
        Py.BoolOp choice => choice.Values.Any(v => MayBeDescriptor(v, model)),
        _ => false,
    };

    /// <summary>Whether objects of a class are no descriptors, as far as the program's text tells.</summary>
    private static bool IsOrdinary(ClassSymbol cls)
        => cls.Definition is { Keywords.Length: 0, DecoratorList.Length: 0 } && !cls.Methods.Keys.Any(static m => m is "__get__" or "__set__" or "__delete__" or "__set_name__" or "__new__")
            && cls.Definition.Bases.All(b => b is Py.Name name && SemanticModel.Resolve(cls.ParentScope, name.Id)?.Origin.Class is { } @base && @base != cls && IsOrdinary(@base));

    private static string? ReadAttribute(ClassSymbol cls, string name, Py.Expression value, SemanticModel model)
    {
        if (name == "__match_args__" && value is Py.Tuple tuple && tuple.Elts.All(static e => e is Py.Constant { Value: string }))
        {
            cls.MatchArgs = [.. tuple.Elts.Select(static e => (string)((Py.Constant)e).Value!)];
            return null;
        }
        var key = Mangling.Mangle(name, cls.Scope);
        if (cls.Scope.Symbols[name].Bindings > 1)
            return $"its attribute {name} is set more than once";
        if (value is Py.Name alias && cls.Methods.GetValueOrDefault(Mangling.Mangle(alias.Id, cls.Scope)) is { IsProperty: false, Decorators.Count: 0 } method && alias.Span.Start > method.Node.Span.Start)
        {
            cls.Aliases[key] = method;
            return null;
        }
        if (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))
            return $"it sets {name}";
        foreach (var node in Py.Tree.DescendantsAndSelf(value))
        {
            if (node is Py.NamedExpr)
                return $"its attribute {name} binds another name";
            if (node is Py.Name read && IsUnsaidName(read, cls, model))
                return $"its attribute {name} is made of what its body defines";
        }
        if (MayBeDescriptor(value, model))
            return $"its attribute {name} may be a descriptor";
        var attribute = cls.ClassAttributes[key] = new TypedSymbol(name);
        cls.AttributeValues[attribute] = value;
        if (!IsPure(value, model) || value is Py.Name)
            cls.Computed.Add(attribute);
        return null;
    }
}
