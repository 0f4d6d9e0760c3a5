using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>What in the inheritance of a class keeps it from becoming a C# class.</summary>
internal static class ClassInheritance
{
    /// <summary>A C# constructor calls its base first and once.</summary>
    public static string? InitReason(ClassSymbol cls)
    {
        if (!cls.Methods.TryGetValue("__init__", out var init))
            return null;
        if (init.IsGenerator || init.IsAsync)
            return "its __init__ is a generator or coroutine";
        if (Py.Tree.Own(init.Definition!).Any(static n => n is Py.Return { Value: not null and not Py.Constant { Value: null } }))
            return "its __init__ returns a value";
        var calls = Py.Tree.DescendantsAndSelf(init.Node).Select(n => BaseInit(cls, n)).OfType<Py.Call>().ToList();
        if (calls.Any(call => (call.Keywords.Length > 0 || call.Args.Any(a => a is Py.Starred)) && (cls.Base?.Init is not { } other || CallBinding.TryBind(other, call) is null)))
            return "its __init__ passes keywords or starred arguments on";
        if (calls.Count > Py.Tree.Own(init.Definition!).Count(n => BaseInit(cls, n) is not null))
            return "a function inside its __init__ calls the base's";
        // C# lists the properties of the base first in the object's dictionary.
        if (BaseCalls.Find(cls, init) is null && cls.Base?.Init is not null && cls.Home.Program.Modules.Values.Any(static m => m.ShowsInstances))
            return calls.Count > 0 ? "its __init__ calls super().__init__ late" : "its __init__ does not call its base's";
        return null;
    }

    /// <summary>The call of the base's <c>__init__</c> that a node is, without self: <c>super().__init__(...)</c>, <c>Base.__init__(self, ...)</c>.</summary>
    public static Py.Call? BaseInit(ClassSymbol cls, Py.Node node)
    {
        if (node is not Py.Call { Func: Py.Attribute { Attr: "__init__", Value: var owner } } call)
            return null;
        if (SuperCalls.Is(owner, cls, cls.Methods.GetValueOrDefault("__init__")))
            return call;
        return owner is Py.Name named && cls.Definition.Bases is [Py.Name @base] && @base.Id == named.Id && call.Args is [Py.Name self, ..] && self.Id == cls.Methods["__init__"].Parameters[0].Symbol.Name
            ? new Py.Call(call.Span, call.Func, call.Args.RemoveAt(0), call.Keywords)
            : null;
    }

    /// <summary>An override has the C# signature of what it overrides.</summary>
    public static string? OverrideReason(ClassSymbol cls)
    {
        foreach (var (name, method) in cls.Methods)
        {
            if (name == "__init__" || cls.Base is null)
                continue;
            if (cls.Base.FindField(name) is not null || cls.Base.FindClassAttribute(name) is not null)
                return $"its method {name} hides an attribute of its base";
            if (cls.Base.FindMethod(name) is { } other && (!SameShape(method, other) || cls.Base.FindMethod(name, withAliases: false) is null))
                return $"its method {name} takes other parameters than its base's";
            if (method.IsProperty && cls.Base.FindMethod(name) is not null && (cls.FindSetter(name) is null != cls.Base.FindSetter(name) is null || cls.FindDeleter(name) is null != cls.Base.FindDeleter(name) is null))
                return $"its property {name} can be set where its base's cannot, or the other way round";
        }
        if (cls.Decorated.Keys.FirstOrDefault(m => cls.Base?.FindMethod(m) is not null || cls.Base?.FindClassAttribute(m) is not null) is { } decorated)
            return $"its method {decorated} has decorators, its base's has none";
        if (cls.ClassAttributes.Keys.FirstOrDefault(a => cls.Base?.FindDecorated(a) is not null) is { } replaced)
            return $"its attribute {replaced} hides one of its base";
        if (cls.Aliases.FirstOrDefault(a => cls.IsOverridden(a.Key) || cls.IsOverridden(a.Value.AttributeName) || cls.Base?.FindMethod(a.Key) is not null) is { Key: { } alias })
            return $"its method {alias} is another name of one that is overridden";
        if (cls.ClassAttributes.Keys.FirstOrDefault(a => cls.Base?.FindMethod(a) is not null) is { } hidden)
            return $"its attribute {hidden} hides one of its base";
        return null;
    }

    private static bool SameShape(FunctionSymbol a, FunctionSymbol b)
        => a.IsAsync == b.IsAsync && a.IsGenerator == b.IsGenerator && a.GivesManager == b.GivesManager && a.IsStatic == b.IsStatic && a.IsClassMethod == b.IsClassMethod && a.IsProperty == b.IsProperty
            && (a.IsShared || (a.Parameters.Count == b.Parameters.Count
                && a.Parameters.Zip(b.Parameters).Skip(1).All(p => p.First.Kind == p.Second.Kind
                    && (p.First.Symbol.Name == p.Second.Symbol.Name || p.First.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly) && p.First.Default is null == p.Second.Default is null)));
}
