using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Decides which classes become C# classes. A class does when its shape is plain to see: one
/// base, methods and constants in its body, known decorators. All others are built at run time,
/// where everything Python can do to a class works.
/// </summary>
internal static class ClassAnalysis
{
    /// <summary>Methods that change how objects are made or found, which a C# class cannot follow.</summary>
    private static readonly HashSet<string> s_dynamicMethods =
    [
        "__new__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__", "__class_getitem__",
        "__set_name__", "__get__", "__set__", "__delete__", "__del__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__mro_entries__",
    ];

    public static void Run(ProgramModel program)
    {
        var classes = program.Modules.Values.SelectMany(m => m.Classes.Values).ToList();
        var changesInstances = program.Modules.Values.Any(m => InstanceDictionaries.AreChanged(m));
        foreach (var cls in classes)
            cls.DynamicReason = changesInstances ? "the program changes instances through their __dict__" : Reason(cls, cls.Home);
        var bases = new RunTimeBases(program);
        foreach (var cls in classes.Where(bases.Contains))
            cls.DynamicReason ??= "a class may be derived from it at run time";
        LinkBases(classes);
        Spread(classes);
        foreach (var cls in classes.Where(c => c.IsNative))
            FindFields(cls);
    }

    private static string? Reason(ClassSymbol cls, SemanticModel model)
    {
        var definition = cls.Definition;
        if (cls.ParentScope.Kind != ScopeKind.Module)
            return "it is defined inside a function or class";
        if (definition.Keywords.Length > 0)
            return "it passes keywords to its metaclass";
        if (definition.DecoratorList.Length > 0)
            return "it has decorators";
        if (definition.TypeParams.Length > 0)
            return "it has type parameters";
        if (SemanticModel.Resolve(cls.ParentScope, cls.Name) is not { Bindings: 1, MayBeUnbound: false })
            return "its name is bound more than once, or used before";
        if (!model.Module.Body.Contains(definition))
            return "it is defined under a condition";
        foreach (var statement in definition.Body)
            if (BodyReason(statement, cls, model) is { } reason)
                return reason;
        return null;
    }

    private static string? BodyReason(Py.Statement statement, ClassSymbol cls, SemanticModel model)
    {
        switch (statement)
        {
            case Py.ExprStatement { Value: Py.Constant } or Py.Pass:
                return null;
            case Py.FunctionDefinition method:
                var function = model.Functions[method];
                if (s_dynamicMethods.Contains(method.Name))
                    return $"it defines {method.Name}";
                if (function.Decorators.Count > 0)
                    return $"its method {method.Name} has decorators";
                if (cls.Methods[function.AttributeName] != function)
                    return $"its method {method.Name} is defined twice";
                if (!function.IsStatic && (function.Parameters.Count == 0 || function.Parameters[0].Kind is not (ParameterKind.Positional or ParameterKind.PositionalOnly)))
                    return $"its method {method.Name} takes no plain self";
                if (!function.IsStatic && function.Parameters[0].Symbol.Bindings > 1)
                    return $"its method {method.Name} assigns to self";
                if (method.TypeParams.Length > 0)
                    return $"its method {method.Name} has type parameters";
                if (function.IsClassMethod)
                    return $"it has the class method {method.Name}";
                if (function.Parameters.Any(p => p.Default is { } d && !IsPure(d, model)))
                    return $"its method {method.Name} has computed defaults";
                if (model.Scopes[method].Symbols.ContainsKey("__class__"))
                    return "it uses __class__";
                return null;
            case Py.Assign { Targets: [Py.Name { Id: not "__slots__" } name], Value: var value }:
                return ReadAttribute(cls, name.Id, value);
            case Py.AnnAssign { Target: Py.Name name, Value: var value }:
                return value is null ? null : ReadAttribute(cls, name.Id, value);
            default:
                return "its body runs code";
        }
    }

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

    private static string? ReadAttribute(ClassSymbol cls, string name, Py.Expression value)
    {
        if (name == "__match_args__" && value is Py.Tuple tuple && tuple.Elts.All(static e => e is Py.Constant { Value: string }))
        {
            cls.MatchArgs = [.. tuple.Elts.Select(static e => (string)((Py.Constant)e).Value!)];
            return null;
        }
        if (value is not Py.Constant { Value: not null } and not Py.UnaryOp { Operand: Py.Constant })
            return $"its attribute {name} is computed";
        if (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))
            return $"it sets {name}";
        cls.ClassAttributes[Mangling.Mangle(name, cls.Scope)] = new TypedSymbol(name);
        return null;
    }

    private static void LinkBases(List<ClassSymbol> classes)
    {
        foreach (var cls in classes)
        {
            var bases = cls.Definition.Bases.Where(b => !IsTypingOnly(b)).ToArray();
            if (bases.Length > 1)
                cls.DynamicReason ??= "it has several bases";
            if (bases.Length != 1)
            {
                if (bases.Length != cls.Definition.Bases.Length)
                    cls.DynamicReason ??= "it is generic";
                foreach (var b in bases)
                    if (BaseSymbol(cls, b)?.Class is { } parent)
                        parent.Subclasses.Add(cls);
                continue;
            }
            var symbol = BaseSymbol(cls, bases[0]);
            if (symbol?.Class is { } known && symbol.Bindings == 1)
            {
                cls.Base = known;
                known.Subclasses.Add(cls);
                continue;
            }
            if (bases[0] is not Py.Name name)
                cls.DynamicReason ??= "its base is computed";
            else if (symbol is null && name.Id == "object")
            {
                continue;
            }
            else if (symbol is null && Library.ExceptionTypes.Find(name.Id) is { CanDerive: true } exception)
            {
                cls.LibraryBase = exception.CsName;
            }
            else
            {
                cls.DynamicReason ??= $"its base {name.Id} is no class of the program";
            }
        }
    }

    /// <summary>The symbol that a base names, in this module or, as <c>name</c> or <c>module.name</c>, in another of the program.</summary>
    private static Symbol? BaseSymbol(ClassSymbol cls, Py.Expression @base) => @base switch
    {
        Py.Name name => SemanticModel.Resolve(cls.ParentScope, name.Id)?.Origin,
        Py.Attribute { Value: Py.Name module } attribute when SemanticModel.Resolve(cls.ParentScope, module.Id)?.Denotes is ModuleType { Program: { } home }
            => home.ModuleScope.Symbols.GetValueOrDefault(attribute.Attr)?.Origin,
        _ => null,
    };

    private static bool IsTypingOnly(Py.Expression @base)
        => @base is Py.Subscript { Value: Py.Name { Id: "Generic" or "Protocol" } } or Py.Name { Id: "Protocol" };

    /// <summary>Along a line of inheritance either all classes are C# classes or none.</summary>
    private static void Spread(List<ClassSymbol> classes)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var cls in classes)
            {
                var reason = cls.Base is { IsNative: false } @base ? $"its base {@base.Name} is built at run time"
                    : cls.Subclasses.FirstOrDefault(s => !s.IsNative) is { } derived ? $"its subclass {derived.Name} is built at run time"
                    : InitReason(cls) ?? OverrideReason(cls);
                if (cls.IsNative && reason is not null)
                {
                    cls.DynamicReason = reason;
                    changed = true;
                }
            }
        }
    }

    /// <summary>A C# constructor calls its base first and once.</summary>
    private static string? InitReason(ClassSymbol cls)
    {
        if (!cls.Methods.TryGetValue("__init__", out var init))
            return null;
        if (init.IsGenerator || init.IsAsync)
            return "its __init__ is a generator or coroutine";
        var calls = Py.Tree.DescendantsAndSelf(init.Node).Count(IsSuperInit);
        var body = init.Definition!.Body;
        var first = body.Length > 0 && body[0] is Py.ExprStatement { Value: Py.Constant { Value: string } } ? 1 : 0;
        var leads = body.Length > first && body[first] is Py.ExprStatement { Value: var call } && IsSuperInit(call);
        if (calls > 1 || (calls == 1 && !leads))
            return "its __init__ calls super().__init__ late";
        if (calls == 1 && ((Py.Call)((Py.ExprStatement)body[first]).Value) is { } super && (super.Keywords.Length > 0 || super.Args.Any(a => a is Py.Starred)))
            return "its __init__ passes keywords or starred arguments on";
        if (calls == 0 && cls.Base?.Init is not null)
            return "its __init__ does not call its base's";
        if (calls == 1 && Py.Tree.DescendantsAndSelf(super_(body[first])).Any(n => n is Py.Name { } self && self.Id == init.Parameters[0].Symbol.Name))
            return "its __init__ uses self before the base is made";
        return null;

        static Py.Node super_(Py.Statement s) => s;
    }

    /// <summary>An override has the C# signature of what it overrides.</summary>
    private static string? OverrideReason(ClassSymbol cls)
    {
        foreach (var (name, method) in cls.Methods)
        {
            if (name == "__init__" || cls.Base is null)
                continue;
            if (cls.Base.FindField(name) is not null || cls.Base.FindClassAttribute(name) is not null)
                return $"its method {name} hides an attribute of its base";
            if (cls.Base.FindMethod(name) is { } other && !SameShape(method, other))
                return $"its method {name} takes other parameters than its base's";
        }
        return cls.ClassAttributes.Keys.FirstOrDefault(a => cls.Base?.FindMethod(a) is not null || cls.Base?.FindClassAttribute(a) is not null) is { } hidden
            ? $"its attribute {hidden} hides one of its base"
            : null;
    }

    private static bool SameShape(FunctionSymbol a, FunctionSymbol b)
        => a.IsAsync == b.IsAsync && a.IsGenerator == b.IsGenerator && a.IsStatic == b.IsStatic && a.IsProperty == b.IsProperty
            && a.Parameters.Count == b.Parameters.Count
            && a.Parameters.Zip(b.Parameters).Skip(1).All(p => p.First.Kind == p.Second.Kind && p.First.Symbol.Name == p.Second.Symbol.Name
                && p.First.Default is null == p.Second.Default is null);

    public static bool IsSuperInit(Py.Node node)
        => node is Py.Call { Func: Py.Attribute { Attr: "__init__", Value: Py.Call { Func: Py.Name { Id: "super" }, Args.Length: 0 } } };

    /// <summary>Attributes that every <c>__init__</c> path sets in its outermost statements are C# properties.</summary>
    private static void FindFields(ClassSymbol cls)
    {
        if (cls.Methods.TryGetValue("__init__", out var init))
            FindFields(cls, init);
    }

    private static void FindFields(ClassSymbol cls, FunctionSymbol init)
    {
        var self = init.Parameters[0].Symbol.Name;
        foreach (var statement in init.Definition!.Body)
        {
            switch (statement)
            {
                case Py.Assign assign:
                    foreach (var target in assign.Targets)
                        AddTarget(target);
                    break;
                case Py.AnnAssign { Value: not null } assign:
                    AddTarget(assign.Target);
                    break;
                case Py.ExprStatement { Value: Py.Call { Func: Py.Attribute { Attr: "__post_init__", Value: Py.Name owner } } } when owner.Id == self && cls.Methods.TryGetValue("__post_init__", out var rest):
                    FindFields(cls, rest);
                    break;
                case Py.Return or Py.If or Py.Try or Py.While or Py.For or Py.With:
                    // What follows may not run; what stands inside may not either.
                    if (Py.Tree.DescendantsAndSelf(statement).Any(n => n is Py.Return))
                        return;
                    break;
            }
        }

        void AddTarget(Py.Expression target)
        {
            switch (target)
            {
                case Py.Attribute { Value: Py.Name name } attribute when name.Id == self && attribute.Attr is not ("__class__" or "__dict__"):
                    var key = Mangling.Mangle(attribute.Attr, cls.Scope);
                    if (!cls.ClassAttributes.ContainsKey(key) && cls.FindMethod(key) is null && cls.FindField(key) is null)
                    {
                        var field = cls.Fields[key] = new TypedSymbol(attribute.Attr);
                        if (init.Name != "__init__")
                            cls.LateFields.Add(field);
                    }
                    break;
                case Py.Tuple tuple:
                    foreach (var item in tuple.Elts)
                        AddTarget(item);
                    break;
            }
        }
    }
}
