using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Classes that only give methods to those that derive from them beside another class. C# has one base class, so these become interfaces: what
/// they leave abstract is a member without a body, the rest are members with one.
/// </summary>
internal static class Mixins
{
    /// <summary>Marks the classes that become such interfaces.</summary>
    public static void Mark(List<ClassSymbol> classes, ProgramModel program, RunTimeBases bases)
    {
        var parents = classes.ToDictionary(static c => c, static c => ClassBases.OfProgram(c).ToArray());
        var found = parents.Values.Where(static p => p.Length > 1).SelectMany(static p => p).Where(c => HasForm(c) && !bases.IsValue(c) && !bases.Contains(c)).ToHashSet();
        foreach (var made in program.Modules.Values.SelectMany(static m => Py.Tree.All<Py.Call>(m.Module).Select(c => c.Func is Py.Name n ? m.Names.GetValueOrDefault(n)?.Origin.Class : null)).OfType<ClassSymbol>())
            if (!(made.Methods.Values.Any(static m => m.IsAbstract) && ClassBases.IsAbstract(made)))
                found.Remove(made);
        // A class that derives from one of them is no interface itself.
        found.RemoveWhere(c => parents[c].Length > 0 || classes.Exists(d => found.Contains(d) && parents[d].Contains(c)));
        foreach (var cls in found)
            cls.IsInterface = cls.IsMixin = true;
    }

    private static bool HasForm(ClassSymbol cls)
        => cls.Definition is { TypeParams: [], DecoratorList: [] } definition && cls.ParentScope.Kind == ScopeKind.Module && !cls.Home.Program.ObservesAnnotations && !cls.Home.Program.ObservesDocs && !cls.Home.Program.ObservesFlavours
            && definition.Bases.All(b => b is Py.Name { Id: "object" } || LibraryNames.Is(b, "abc", "ABC", cls.ParentScope)) && definition.Body.All(s => IsPlain(s, cls));

    private static bool IsPlain(Py.Statement statement, ClassSymbol cls) => statement switch
    {
        Py.ExprStatement { Value: Py.Constant } or Py.Pass => true,
        Py.FunctionDefinition { Name: var name } definition => !name.StartsWith("__", StringComparison.Ordinal)
            && cls.Home.Functions[definition] is { IsShared: false, IsProperty: false, IsGenerator: false, IsAsync: false, Decorators.Count: 0 } method
            && method.Parameters.All(static p => p.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly && p.Default is null or Py.Constant { Value: not byte[] })
            && (method.IsAbstract ? definition.Body.All(AbstractClasses.IsEmpty) : !Py.Tree.DescendantsAndSelf(definition).Any(static n => n is Py.Name { Id: "super" or "__class__" })),
        _ => false,
    };

    /// <summary>The methods with a body that classes have of interfaces which they, or those that they derive from, implement.</summary>
    private static IEnumerable<(ClassSymbol Class, FunctionSymbol Method)> Given(ClassSymbol cls)
    {
        for (var c = cls; c is not null; c = c.Base)
            foreach (var mixin in c.Interfaces.Where(static i => i.IsMixin))
                foreach (var method in mixin.Methods.Values.Where(static m => !m.IsAbstract))
                    yield return (mixin, method);
    }

    /// <summary>What keeps a class from becoming a C# class: it replaces what an interface gives it, or lacks what one asks for.</summary>
    public static string? Reason(ClassSymbol cls)
    {
        foreach (var (mixin, method) in Given(cls))
            if (Defines(cls, mixin, method.AttributeName))
                return $"it has a member {method.Name} beside that of its base {mixin.Name}";
        foreach (var mixin in cls.Interfaces.Where(static i => i.IsMixin))
            foreach (var method in mixin.Methods.Values.Where(static m => m.IsAbstract))
                if (cls.FindMethod(method.AttributeName) is not { } own || !ProtocolInterfaces.HasShape(own, method))
                    return $"it does not define {method.Name} as its base {mixin.Name} asks for";
        return null;
    }

    private static bool Defines(ClassSymbol cls, ClassSymbol mixin, string name)
    {
        for (var c = cls; c is not null; c = c.Base)
            if (c.Methods.ContainsKey(name) || c.Aliases.ContainsKey(name) || c.Decorated.ContainsKey(name) || c.Fields.ContainsKey(name) || c.ClassAttributes.ContainsKey(name) || c.Interfaces.Exists(i => i != mixin && i.Methods.ContainsKey(name)))
                return true;
        return false;
    }
}
