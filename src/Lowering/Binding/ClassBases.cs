using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Which classes derive from which.</summary>
internal static class ClassBases
{
    public static void Link(List<ClassSymbol> classes)
    {
        foreach (var cls in classes)
        {
            var written = cls.Definition.Bases;
            cls.IsAbc = IsAbstract(cls);
            var bases = Enumeration.IsOne(cls) || cls.IsInterface ? [] : written.Where(b => !LibraryNames.Is(b, "abc", "ABC", cls.ParentScope) && GenericClasses.Variables(b, cls.ParentScope) is null).ToArray();
            foreach (var known in bases.Select(b => BaseSymbol(cls, b)?.Class).Where(static b => b is { IsInterface: true }))
            {
                cls.Interfaces.Add(known!);
                known!.Subclasses.Add(cls);
            }
            bases = [.. bases.Where(b => BaseSymbol(cls, b)?.Class is not { IsInterface: true })];
            if (bases.Length > 1 || (bases.Length == 1 && cls.IsAbc && written.Length > 1))
                cls.DynamicReason ??= "it has several bases";
            if (bases.Length == 1)
                Link(cls, bases[0]);
            else
                foreach (var b in bases)
                    if (BaseSymbol(cls, b)?.Class is { } parent)
                        parent.Subclasses.Add(cls);
        }
        foreach (var cls in classes.Where(static c => c.Enumeration is not null && c.Subclasses.Count > 0))
            cls.DynamicReason = "a class is derived from it, which enumerations with members do not allow";
    }

    /// <summary>Whether abstract methods count because the class itself says so.</summary>
    public static bool IsAbstract(ClassSymbol cls)
        => cls.Definition.Bases.Any(b => LibraryNames.Is(b, "abc", "ABC", cls.ParentScope)) || cls.Definition.Keywords.Any(k => k.Arg == "metaclass" && LibraryNames.Is(k.Value, "abc", "ABCMeta", cls.ParentScope));

    /// <summary>The classes of the program that a class names as its bases.</summary>
    public static IEnumerable<ClassSymbol> OfProgram(ClassSymbol cls)
        => Enumeration.IsOne(cls) ? [] : cls.Definition.Bases.Select(b => BaseSymbol(cls, b) is { Bindings: 1, Class: { } known } ? known : null).OfType<ClassSymbol>();

    /// <summary>The C# name of the class that a base is; null for one of the library that is no exception.</summary>
    public static string? Written(ClassSymbol cls, Py.Expression @base)
        => BaseSymbol(cls, @base)?.Class?.CsName ?? (@base is Py.Name name && Library.ExceptionTypes.Find(name.Id) is { } exception && BaseSymbol(cls, @base) is null ? exception.CsName : null);

    private static void Link(ClassSymbol cls, Py.Expression @base)
    {
        var symbol = BaseSymbol(cls, @base);
        if (symbol?.Class is { } known && symbol.Bindings == 1)
        {
            cls.Base = known;
            known.Subclasses.Add(cls);
        }
        else if (@base is not Py.Name name)
        {
            cls.DynamicReason ??= @base is Py.Attribute { Value: Py.Name } member ? $"its base {((Py.Name)member.Value).Id}.{member.Attr} is no class of the program" : "its base is computed";
        }
        else if (symbol is null && name.Id == "object")
        {
            return;
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

    /// <summary>The symbol that a base names, in this module or, as <c>name</c> or <c>module.name</c>, in another of the program; with type arguments or without.</summary>
    private static Symbol? BaseSymbol(ClassSymbol cls, Py.Expression @base) => @base switch
    {
        Py.Name name => SemanticModel.Resolve(cls.ParentScope, name.Id)?.Origin,
        Py.Attribute { Value: Py.Name module } attribute when SemanticModel.Resolve(cls.ParentScope, module.Id)?.Denotes is ModuleType { Program: { } home }
            => home.ModuleScope.Symbols.GetValueOrDefault(attribute.Attr)?.Origin,
        Py.Subscript { Value: Py.Name or Py.Attribute } subscript when BaseSymbol(cls, subscript.Value) is { Class.IsGeneric: true } generic => generic,
        _ => null,
    };
}
