using Microsoft.CodeAnalysis;
using Pytocs.Lowering.Types;

namespace Pytocs.Cli.CSharp;

/// <summary>Which C# types Python code can use, and how.</summary>
/// <param name="classes">The classes of the user.</param>
internal sealed class CSharpTypes(IReadOnlyDictionary<INamedTypeSymbol, CSharpClass> classes)
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <returns>Null for a type whose values stay on their side.</returns>
    public CSharpType? Find(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
            return null;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            return Find(inner) is { IsOnlyResult: false } value ? OrNull(value, type, "DotNet.OrNullValue") : null;
        var found = FindPlain(type);
        return found is { IsOnlyResult: false } && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } && type.SpecialType != SpecialType.System_Object
            ? OrNull(found, type, "DotNet.OrNull")
            : found;
    }

    private static CSharpType OrNull(CSharpType type, ITypeSymbol symbol, string method)
    {
        var isSame = type is { Static.IsAny: false, ArgumentCast: null, ResultCast: null };
        return new(symbol.ToDisplayString(s_full), isSame ? new OptionalType(type.Static) : StaticType.Any, $"{method}({{0}}, {type.Lambda})") { ToAnyCode = "Generic.ToAny({0})", Class = type.Class };
    }

    private CSharpType? FindPlain(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        switch (type.SpecialType)
        {
            case SpecialType.System_Void:
                return CSharpType.Void;
            case SpecialType.System_String:
                return new(name, StaticType.Str, "{0}.As<string>()");
            case SpecialType.System_Boolean:
                return new(name, StaticType.Bool, "{0}.As<bool>()");
            case SpecialType.System_Double:
                return new(name, StaticType.Float, "DotNet.ToFloat<double>({0})");
            case SpecialType.System_Int32 or SpecialType.System_Int64:
                return new(name, StaticType.Int, $"DotNet.ToInteger<{name}>({{0}})") { ArgumentCast = name, ResultCast = "PyInt" };
            case SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64:
                return new(name, StaticType.Any, $"DotNet.ToInteger<{name}>({{0}})");
            case SpecialType.System_Single or SpecialType.System_Decimal:
                return new(name, StaticType.Any, $"DotNet.ToFloat<{name}>({{0}})");
            case SpecialType.System_Char:
                return new(name, StaticType.Any, "DotNet.ToChar({0})");
            case SpecialType.System_Object:
                return new(type.ToDisplayString(s_full), StaticType.Any, "DotNet.ToObject({0})" + (type.NullableAnnotation == NullableAnnotation.Annotated ? "" : "!"));
        }
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => Sequence(name, array.ElementType, "DotNet.ToArray"),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } function => Function(name, function),
            INamedTypeSymbol named when classes.TryGetValue(named, out var own) => new(name, new LibraryInstance(own.Typed), $"{{0}}.As<{name}>()") { Class = own },
            INamedTypeSymbol { Name: "Any" or "PyInt" or "PyBytes", ContainingNamespace: { } space } when space.ToDisplayString() == "Pytocs.Runtime.Core" => new(name, StaticType.Any, $"{{0}}.As<{name}>()"),
            INamedTypeSymbol named => Named(name, named),
            _ => null,
        };
    }

    private CSharpType? Named(string name, INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments;
        switch (type.OriginalDefinition.ToDisplayString())
        {
            case "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task<TResult>":
                var result = arguments.Length == 0 ? CSharpType.Void : Find(arguments[0]);
                return new(name, result?.Static ?? StaticType.Any, "") { IsOnlyResult = true, IsTask = true, ResultCast = result?.ResultCast };
            case "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>":
                return new(name, StaticType.Any, "") { IsOnlyResult = true, ToAnyCode = "Generic.ToAny({0}.AsTask())" };
            case "System.Collections.Generic.IAsyncEnumerable<T>":
                return new(name, StaticType.Any, "") { IsOnlyResult = true };
            case "System.Collections.Generic.IEnumerable<T>":
                return Sequence(name, arguments[0], "DotNet.ToSequence");
            case "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>" or "System.Collections.Generic.IReadOnlyList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>":
                return Sequence(name, arguments[0], "DotNet.ToList");
            case "System.Collections.Generic.Dictionary<TKey, TValue>" or "System.Collections.Generic.IDictionary<TKey, TValue>" or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>":
                return Find(arguments[0]) is { IsOnlyResult: false } key && Find(arguments[1]) is { IsOnlyResult: false } value
                    ? new(name, StaticType.Any, $"DotNet.ToDictionary({{0}}, {key.Lambda}, {value.Lambda})")
                    : new(name, StaticType.Any, "") { IsOnlyResult = true };
            default:
                // Python code hands it on, and uses what the interfaces of lists, dictionaries and contexts say.
                return type is { IsRefLikeType: false, DeclaredAccessibility: Accessibility.Public } ? new(name, StaticType.Any, $"DotNet.To<{name}>({{0}})") : null;
        }
    }

    private CSharpType Sequence(string name, ITypeSymbol item, string method)
        => Find(item) is { IsOnlyResult: false } known ? new(name, StaticType.Any, $"{method}({{0}}, {known.Lambda})") : new(name, StaticType.Any, "") { IsOnlyResult = true };

    /// <summary>A function of Python's as a delegate.</summary>
    private CSharpType Function(string name, INamedTypeSymbol type)
    {
        var invoke = type.DelegateInvokeMethod!;
        var parameters = invoke.Parameters.Select(p => p.RefKind == RefKind.None ? Find(p.Type) : null).ToList();
        if (parameters.Contains(null) || parameters.Count > 3 || Find(invoke.ReturnType) is not { } result || result is { IsOnlyResult: true } and not { Name: "void" })
            return new(name, StaticType.Any, "") { IsOnlyResult = true };
        var names = Enumerable.Range(1, parameters.Count).Select(static i => "p" + i).ToList();
        var call = $"{{0}}.Call({string.Join(", ", parameters.Select((p, i) => p!.ToAny(names[i])))})";
        return new(name, StaticType.Any, $"new {name}(({string.Join(", ", names)}) => {(result.Name == "void" ? call : result.From(call))})") { ToAnyCode = "Generic.ToAny({0})" };
    }
}
