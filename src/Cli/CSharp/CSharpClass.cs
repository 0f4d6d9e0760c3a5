using Microsoft.CodeAnalysis;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Types;

namespace Pytocs.Cli.CSharp;

/// <summary>A class of the user's C# code as Python code sees it: members have their C# names.</summary>
/// <param name="symbol">The class.</param>
/// <param name="base">Its base, where that is one of the user's too.</param>
internal sealed class CSharpClass(INamedTypeSymbol symbol, CSharpClass? @base)
{
    /// <summary>How C# names it anywhere.</summary>
    public string CsName { get; } = symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public string Name => symbol.Name;

    /// <summary>The Python module.</summary>
    public string Module { get; } = symbol.ContainingNamespace.ToDisplayString();

    public CSharpClass? Base => @base;

    public bool IsEnum => symbol.TypeKind == TypeKind.Enum;

    /// <summary>Whether C# code can make one.</summary>
    public bool IsMade => symbol is { IsAbstract: false, IsStatic: false, TypeKind: TypeKind.Class or TypeKind.Struct };

    public IReadOnlyList<CSharpMethod> Constructors { get; private set; } = [];

    /// <summary>Methods by name, with their overloads.</summary>
    public IReadOnlyList<IGrouping<string, CSharpMethod>> Methods { get; private set; } = [];

    public IReadOnlyList<CSharpProperty> Properties { get; private set; } = [];

    /// <summary>What it has that Python code cannot use, with the reason.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>What typed code knows of it.</summary>
    public LibraryClass Typed { get; private set; } = null!;

    /// <summary>Whether Python code can name it: it is no attribute, generic or nested, and has a namespace.</summary>
    public static bool IsUsable(INamedTypeSymbol type)
        => type is { IsGenericType: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, ContainingNamespace.IsGlobalNamespace: false, CanBeReferencedByName: true, IsFileLocal: false };

    /// <summary>The classes, each after its base.</summary>
    public static IReadOnlyList<CSharpClass> Of(IReadOnlyList<INamedTypeSymbol> symbols)
    {
        var made = new Dictionary<INamedTypeSymbol, CSharpClass>(SymbolEqualityComparer.Default);
        var order = new List<(INamedTypeSymbol Symbol, CSharpClass Class)>();
        var usable = symbols.ToHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var symbol in symbols)
            Make(symbol);
        foreach (var (_, type) in order)
            type.Typed = new LibraryClass(type.Module, type.Name, type.CsName, type.Base?.Typed) { IsForeign = true };
        var types = new CSharpTypes(made);
        foreach (var (symbol, type) in order)
            type.Read(symbol, types);
        return [.. order.Select(static o => o.Class)];

        CSharpClass Make(INamedTypeSymbol type)
        {
            if (made.TryGetValue(type, out var known))
                return known;
            var own = new CSharpClass(type, type.BaseType is { } parent && usable.Contains(parent) ? Make(parent) : null);
            made[type] = own;
            order.Add((type, own));
            return own;
        }
    }

    private void Read(INamedTypeSymbol type, CSharpTypes types)
    {
        List<CSharpMethod> methods = [], constructors = [];
        List<CSharpProperty> properties = [];
        foreach (var member in type.GetMembers().Where(IsOpen))
        {
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    // What must be set when one is made is set by C# code alone.
                    if (IsMade && !type.GetMembers().Any(static m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) && CSharpMethod.Of(constructor, types) is { } made)
                        constructors.Add(made);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    if (CSharpMethod.Of(method, types) is { } known)
                        methods.Add(known);
                    else
                        LeftOut.Add(method.Name);
                    break;
                case IPropertySymbol { IsIndexer: false } property when CSharpProperty.Of(property, types) is { } found:
                    properties.Add(found);
                    break;
                case IFieldSymbol field when CSharpProperty.Of(field, types) is { } kept:
                    properties.Add(kept);
                    break;
                case IPropertySymbol or IFieldSymbol:
                    LeftOut.Add(member.Name);
                    break;
            }
        }
        Constructors = constructors;
        // Of methods of one name that belong to objects and to the class, the objects' are taken.
        Methods = [.. methods.Where(m => !m.IsStatic || !methods.Exists(o => o.Name == m.Name && !o.IsStatic)).GroupBy(static m => m.Name, StringComparer.Ordinal)];
        Properties = properties;
        if (type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable))
            Typed.With(ContextStyle.Disposes);
        if (constructors is [{ IsPlain: true } only])
            Typed.New(only.Typed(CsName, new LibraryInstance(Typed)));
        foreach (var overloads in Methods)
            if (overloads.Count() == 1 && overloads.Single() is { IsStatic: false, IsPlain: true } method && @base?.Has(method.Name) != true)
                Typed.Method(method.Name, method.Typed(method.Name, method.Result.Static));
        foreach (var property in properties.Where(static p => p is { IsStatic: false, HasGetter: true, Type.IsPlain: true }))
            Typed.Property(property.Name, property.CsName, property.Type.Static, property.Type.ResultCast);
    }

    /// <summary>Whether other code of the project may use the member. The compiler itself writes a record's properties and the constructor that a class lacks.</summary>
    private static bool IsOpen(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && (!member.IsImplicitlyDeclared || member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IPropertySymbol);

    private bool Has(string name) => Methods.Any(m => m.Key == name) || @base?.Has(name) == true;
}
