using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Abstract classes: those that derive from <see href="https://docs.python.org/3.13/library/abc.html">abc.ABC</see>, and the methods they leave open.
/// </summary>
internal static class AbstractClasses
{
    /// <summary>The methods that objects of a class would lack, by attribute.</summary>
    public static IEnumerable<string> Open(ClassSymbol cls)
    {
        if (cls.IsInterface)
            return cls.Methods.Keys.Concat(cls.Fields.Keys);
        if (!cls.IsAbstractLine)
            return [];
        var inherited = cls.Base is null ? [] : Open(cls.Base).Where(n => !cls.Methods.ContainsKey(n) && !cls.Aliases.ContainsKey(n) && !cls.ClassAttributes.ContainsKey(n));
        return inherited.Concat(cls.Methods.Where(static m => m.Value.IsAbstract).Select(static m => m.Key));
    }

    /// <summary>What keeps a class that others call abstract from becoming a C# class: classes that count as derived from it, and are not.</summary>
    public static void FindRegistered(ProgramModel program)
    {
        foreach (var model in program.Modules.Values)
            foreach (var node in Py.Tree.All<Py.Attribute>(model.Module))
                if (node is { Attr: "register", Value: Py.Name owner } && model.Names.GetValueOrDefault(owner)?.Origin.Class is { } cls)
                    cls.DynamicReason ??= "other classes are registered as derived from it";
    }

    /// <summary>Decides which abstract methods C# writes without a body: those that nobody calls through <c>super()</c>.</summary>
    public static void FindBodiless(IEnumerable<ClassSymbol> classes)
    {
        foreach (var method in classes.Where(static c => c is { IsNative: true, IsAbstractLine: true }).SelectMany(static c => c.Methods.Values))
            method.IsCsAbstract |= method is { IsAbstract: true, IsShared: false, NeedsOwnForm: false, IsBaseCalled: false } && !method.IsAliased && (!method.IsProperty || method.IsCsProperty)
                && !(method.IsProperty && method.Class!.Setters.ContainsKey(method.AttributeName)) && method.Definition!.Body.All(IsEmpty);
    }

    /// <summary>Whether a statement of a body only says that a class derived from it has one.</summary>
    public static bool IsEmpty(Py.Statement statement) => statement is Py.Pass or Py.ExprStatement { Value: Py.Constant } or Py.Raise { Exc: Py.Name { Id: "NotImplementedError" } or Py.Call { Func: Py.Name { Id: "NotImplementedError" } } };
}
