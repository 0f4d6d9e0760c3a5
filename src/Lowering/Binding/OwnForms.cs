using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Calls of the very method that a class defines, past what overrides it: <c>Base.method(obj)</c>, <c>super().method(...)</c>.
/// </summary>
internal static class OwnForms
{
    /// <summary>
    /// The method of the base that a method of a C# class calls on its own object, as C#'s <c>base.Method(...)</c> does, with the call
    /// that passes no self; null for all other calls.
    /// </summary>
    public static (FunctionSymbol Method, Py.Call Call)? BaseCall(FunctionSymbol? caller, Py.Call call, SemanticModel model)
    {
        if (call.Func is not Py.Attribute attribute || BaseMember(caller, attribute, model, call) is not { IsProperty: false } method)
            return null;
        if (attribute.Value is Py.Name)
            call = new Py.Call(call.Span, call.Func, call.Args.RemoveAt(0), call.Keywords);
        return CallBinding.TryBindOwn(method, call) is null ? null : (method, call);
    }

    /// <summary>The method or property of the base that an attribute of <c>super()</c> is, or of a base that is called with self.</summary>
    public static FunctionSymbol? BaseMember(FunctionSymbol? caller, Py.Attribute attribute, SemanticModel model, Py.Call? call = null)
    {
        if (caller is not { IsShared: false, Class: { IsNative: true, Base: { IsNative: true } @base } cls } || @base.FindMethod(Mangling.Mangle(attribute.Attr, cls.Scope)) is not { IsShared: false } method)
            return null;
        return attribute.Value switch
        {
            Py.Call @super when SuperCalls.Is(@super, cls, caller) => method,
            Py.Name owner when call?.Args is [Py.Name self, ..] && model.Names.GetValueOrDefault(self) == caller.Parameters[0].Symbol
                && model.Names.GetValueOrDefault(owner)?.Origin.Class is { } named && named != cls && cls.IsSubclassOf(named) && named.FindMethod(method.AttributeName) == method => method,
            _ => null,
        };
    }

    /// <summary>Notes the methods for which C# needs a form that cannot be overridden.</summary>
    public static void Run(ProgramModel program)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var isAny = program.Modules.Values.Any(static m => ReachesAny(m.Module));
        foreach (var model in program.Modules.Values)
        {
            var direct = new HashSet<Py.Attribute>();
            foreach (var function in model.Functions.Values.Where(static f => f is { Definition: not null, Class.IsNative: true }))
                foreach (var node in Py.Tree.Own(function.Node))
                    if (Direct(function, node, model) is { } called)
                    {
                        direct.Add(called);
                        function.Class!.Base!.FindMethod(Mangling.Mangle(called.Attr, function.Class.Scope))!.IsBaseCalled = true;
                    }
            var inOrders = ClassesOfOrders(model.Module);
            foreach (var attribute in Py.Tree.All<Py.Attribute>(model.Module))
                if (!direct.Contains(attribute) && (IsUnbound(attribute.Value, model) || (attribute.Value is Py.Name { Id: var owner } && inOrders.Contains(owner))))
                    names.Add(attribute.Attr);
        }
        foreach (var method in program.Modules.Values.SelectMany(static m => m.Functions.Values))
            method.NeedsOwnForm = method is { Name: not "__init__", IsShared: false, IsSetter: false, IsDeleter: false, Decorators.Count: 0, Class: { IsNative: true, IsInterface: false } cls } && (isAny || names.Contains(method.Name)) && cls.IsOverridden(method.AttributeName);
    }

    /// <summary>The attribute of a node that C# reads or calls as a member of <c>base</c>.</summary>
    private static Py.Attribute? Direct(FunctionSymbol function, Py.Node node, SemanticModel model) => node switch
    {
        Py.Await { Value: Py.Call { Func: Py.Attribute called } call } when BaseCall(function, call, model) is not null => called,
        Py.Call { Func: Py.Attribute called } call when BaseCall(function, call, model) is ({ IsCoroutine: false }, _) => called,
        Py.Attribute read when BaseMember(function, read, model) is { IsProperty: true } => read,
        _ => null,
    };

    /// <summary>The names that loops over the order of a class give its classes.</summary>
    private static HashSet<string> ClassesOfOrders(Py.Module module)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!module.Mentions("__mro__", "mro", "__bases__"))
            return names;
        foreach (var node in Py.Tree.DescendantsAndSelf(module))
            if (node switch { Py.ForStatement loop => (loop.Target, loop.Iter), Py.Comprehension loop => (loop.Target, loop.Iter), _ => default } is (Py.Name target, { } items)
                && Py.Tree.DescendantsAndSelf(items).Any(static n => n is Py.Attribute { Attr: "__mro__" or "mro" or "__bases__" }))
                names.Add(target.Id);
        return names;
    }

    /// <summary>Whether the program has <c>super</c> objects in hand whose methods it may call by any name.</summary>
    private static bool ReachesAny(Py.Module module)
    {
        return module.Mentions("super") && Py.Tree.All<Py.Name>(module).Count(static n => n.Id == "super")
            > Py.Tree.All<Py.Attribute>(module).Count(static a => a is { Value: Py.Call { Func: Py.Name { Id: "super" } }, Attr: not "__getattribute__" });
    }

    private static bool IsUnbound(Py.Expression owner, SemanticModel model)
        => owner is Py.Call { Func: Py.Name { Id: "super" } } || (owner is Py.Name name && model.Names.GetValueOrDefault(name)?.Origin.Class is { IsNative: true });
}
