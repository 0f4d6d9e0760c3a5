using Microsoft.CodeAnalysis;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Types;

namespace Pytocs.Cli.CSharp;

/// <summary>A parameter of a C# method.</summary>
/// <param name="Name">Its name in Python.</param>
/// <param name="CsName">Its name in C#, escaped where that is a keyword.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it has a default.</param>
/// <param name="IsRest">Whether it takes all further arguments: <c>params</c>.</param>
internal sealed record CSharpParameter(string Name, string CsName, CSharpType Type, bool IsOptional, bool IsRest)
{
    /// <summary>The Python value that stands for the default.</summary>
    public string Default { get; init; } = "Any.None";
}

/// <summary>A method or constructor of a C# class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it gives.</param>
/// <param name="IsStatic">Whether it belongs to the class.</param>
internal sealed record CSharpMethod(string Name, IReadOnlyList<CSharpParameter> Parameters, CSharpType Result, bool IsStatic)
{
    /// <returns>Null where values cannot go from one side to the other.</returns>
    public static CSharpMethod? Of(IMethodSymbol method, CSharpTypes types)
    {
        if (method.IsGenericMethod || method.RefKind != RefKind.None || (method.MethodKind != MethodKind.Constructor && types.Find(method.ReturnType) is null))
            return null;
        var parameters = new List<CSharpParameter>();
        foreach (var parameter in method.Parameters)
        {
            // A token that stops the work has its default, for Python cancels the task that waits.
            if (parameter is { HasExplicitDefaultValue: true, Type.Name: "CancellationToken" })
                continue;
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || types.Find(parameter.Type) is not { IsOnlyResult: false } type)
            {
                if (parameter.HasExplicitDefaultValue)
                    continue;
                return null;
            }
            parameters.Add(new CSharpParameter(parameter.Name, parameter.ToDisplayString(s_escaped), type, parameter.HasExplicitDefaultValue, parameter.IsParams) { Default = DefaultOf(parameter, type) });
        }
        return new CSharpMethod(method.Name, parameters, method.MethodKind == MethodKind.Constructor ? CSharpType.Void : types.Find(method.ReturnType)!, method.IsStatic);
    }

    private static string DefaultOf(IParameterSymbol parameter, CSharpType type) => parameter switch
    {
        { HasExplicitDefaultValue: false } or { ExplicitDefaultValue: null, Type.IsReferenceType: true } or { ExplicitDefaultValue: null, Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "Any.None",
        { ExplicitDefaultValue: null } => type.ToAny($"default({type.Name})"),
        _ => type.ToAny($"({type.Name}){Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue, quoteStrings: true, useHexadecimalNumbers: false)}"),
    };

    /// <summary>What typed code knows of it.</summary>
    public LibraryFunction Typed(string csName, StaticType result)
        => new(csName, [.. Parameters.Select(static p => new LibraryParameter(p.Name, p.IsRest, false, p.IsOptional, true) { Type = p.Type.Static, Cast = p.Type.ArgumentCast, Converter = p.Type.Converter, CsName = p.CsName })], result, Result.IsTask)
        {
            TakesNames = true,
            Awaiting = Result.IsTask ? "DotNet.Await" : null,
            Cast = Result.ResultCast,
        };

    /// <summary>Whether typed code can call it itself: no parameter takes what only generated code makes of a Python value.</summary>
    public bool IsPlain => Parameters.All(static p => p.Type.IsPlain && !p.IsRest) && Result.IsPlain;

    private static readonly SymbolDisplayFormat s_escaped = new(parameterOptions: SymbolDisplayParameterOptions.IncludeName, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);
}
