using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/typing.html#typing.Protocol">Protocols</see> that become C# interfaces, and the classes that
/// implement them: those that have all the members, whether they say so or not.
/// </summary>
internal static class ProtocolInterfaces
{
    /// <summary>Marks the classes that are written as protocols which C# could have as interfaces: members that say nothing but their types, into which nobody looks.</summary>
    public static void Mark(IEnumerable<ClassSymbol> classes)
    {
        foreach (var cls in classes)
            cls.IsInterface = !(cls.Home.Program.ObservesAnnotations || cls.Home.Program.ObservesDocs || cls.Home.Program.ObservesFlavours) && cls.Definition is { Bases: [var @base], Keywords: [], TypeParams: [] } && IsProtocol(@base, cls) && cls.Definition.DecoratorList.All(d => IsCheckable(d, cls)) && cls.Definition.Body.All(s => IsOpen(s, cls));
    }

    /// <summary>Whether <c>isinstance</c> may ask for the protocol.</summary>
    public static bool IsCheckable(ClassSymbol cls) => cls.Definition.DecoratorList.Length > 0;

    /// <summary>A decorator that lets <c>isinstance</c> ask for a protocol.</summary>
    public static bool IsCheckable(Py.Expression decorator, ClassSymbol cls) => IsOfTyping(decorator, "runtime_checkable", cls);

    private static bool IsProtocol(Py.Expression @base, ClassSymbol cls) => IsOfTyping(@base, "Protocol", cls);

    private static bool IsOfTyping(Py.Expression name, string member, ClassSymbol cls)
        => LibraryNames.Is(name, "typing", member, cls.ParentScope) || LibraryNames.Is(name, "typing_extensions", member, cls.ParentScope);

    private static bool IsOpen(Py.Statement statement, ClassSymbol cls) => statement switch
    {
        Py.ExprStatement { Value: Py.Constant } or Py.Pass => true,
        Py.AnnAssign { Simple: true, Target: Py.Name { Id: var name }, Value: null } => !name.StartsWith('_'),
        Py.FunctionDefinition { Name: var name } definition => !name.StartsWith('_') && definition.Body.All(AbstractClasses.IsEmpty)
            && cls.Home.Functions[definition] is { IsShared: false, IsGenerator: false, IsSetter: false, IsDeleter: false, Decorators.Count: 0 } method && method.Parameters.All(static p => p.Kind is ParameterKind.Positional or ParameterKind.PositionalOnly),
        _ => false,
    };

    /// <summary>Notes the attributes that a protocol annotates.</summary>
    public static void Declare(ClassSymbol protocol)
    {
        foreach (var statement in protocol.Definition.Body)
            if (statement is Py.AnnAssign { Target: Py.Name name })
                protocol.Fields[name.Id] = new TypedSymbol(name.Id);
    }

    /// <summary>Finds what implements each protocol; one that nothing implements is a class like any other.</summary>
    public static void Find(IReadOnlyCollection<ClassSymbol> classes)
    {
        foreach (var method in classes.Where(static c => c.IsMixin).SelectMany(static c => c.Methods.Values))
            method.IsCsAbstract = method.IsAbstract;
        foreach (var protocol in classes.Where(static c => c is { IsInterface: true, IsMixin: false }))
        {
            foreach (var cls in classes.Where(c => c is { IsInterface: false, IsNative: true, IsException: false, Enumeration: null } && !c.Interfaces.Contains(protocol) && Implements(c, protocol) && !(c.Base is { } @base && Implements(@base, protocol))))
            {
                cls.Interfaces.Add(protocol);
                protocol.Subclasses.Add(cls);
            }
            if (protocol.Subclasses.Count == 0)
            {
                protocol.DynamicReason = "no C# class has its members";
                protocol.Fields.Clear();
            }
            foreach (var method in protocol.Methods.Values)
                method.IsCsAbstract = protocol.IsNative;
        }
    }

    /// <summary>Why a class that names protocols as its bases cannot be a C# class: it inherits members of one that say nothing.</summary>
    public static string? Reason(ClassSymbol cls)
        => cls.Interfaces.Find(p => !p.IsMixin && !Implements(cls, p)) is { } protocol ? $"it lacks members of its base {protocol.Name}" : null;

    private static bool Implements(ClassSymbol cls, ClassSymbol protocol)
        => protocol.Fields.Keys.All(name => HasAttribute(cls, name)) && protocol.Methods.All(m => m.Value.IsProperty ? HasAttribute(cls, m.Key) : cls.FindMethod(m.Key) is { } own && HasShape(own, m.Value));

    private static bool HasAttribute(ClassSymbol cls, string name) => cls.FindSureField(name) is not null || cls.FindMethod(name) is { IsCsProperty: true, Decorators.Count: 0 };

    /// <summary>Whether every call that suits one suits the other as well.</summary>
    public static bool HasShape(FunctionSymbol method, FunctionSymbol wanted)
        => method is { IsShared: false, IsProperty: false, GivesManager: false, Decorators.Count: 0, IsGenerator: false } && method.IsAsync == wanted.IsAsync && method.Parameters.Count == wanted.Parameters.Count
            && method.Parameters.Zip(wanted.Parameters).Skip(1).All(static p => p.First.Kind == p.Second.Kind && p.First.Symbol.Name == p.Second.Symbol.Name && p.First.Default is null == p.Second.Default is null);
}
