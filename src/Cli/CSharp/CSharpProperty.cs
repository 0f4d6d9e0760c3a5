using Microsoft.CodeAnalysis;
using Pytocs.Lowering.Naming;

namespace Pytocs.Cli.CSharp;

/// <summary>A property or field of a C# class.</summary>
internal sealed record CSharpProperty(string Name, CSharpType Type, bool IsStatic, bool HasGetter, bool HasSetter, bool IsConstant)
{
    /// <summary>The name in C#.</summary>
    public string CsName => CsKeywords.Escape(Name);

    /// <returns>Null where values cannot go from one side to the other.</returns>
    public static CSharpProperty? Of(IPropertySymbol property, CSharpTypes types)
        => property.RefKind == RefKind.None && types.Find(property.Type) is { } type && (property.SetMethod is null || !type.IsOnlyResult)
            ? new(property.Name, type, property.IsStatic, IsOpen(property.GetMethod), property is { SetMethod.IsInitOnly: false, ContainingType.IsValueType: false } && IsOpen(property.SetMethod), false)
            : types.Find(property.Type) is { } given && property.RefKind == RefKind.None ? new(property.Name, given, property.IsStatic, IsOpen(property.GetMethod), false, false) : null;

    /// <inheritdoc cref="Of(IPropertySymbol, CSharpTypes)"/>
    public static CSharpProperty? Of(IFieldSymbol field, CSharpTypes types)
        => types.Find(field.Type) is { } type ? new(field.Name, type, field.IsStatic || field.IsConst, true, field is { IsReadOnly: false, IsConst: false, ContainingType.IsValueType: false } && !type.IsOnlyResult, field.IsConst || field is { IsStatic: true, IsReadOnly: true }) : null;

    private static bool IsOpen(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
