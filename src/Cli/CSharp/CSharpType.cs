using Pytocs.Lowering.Types;

namespace Pytocs.Cli.CSharp;

/// <summary>How values of a C# type go from Python to C# and back.</summary>
/// <param name="Name">The C# type.</param>
/// <param name="Static">What it is in typed code; Any where only generated code takes it from one side to the other.</param>
/// <param name="FromAny">The C# code that makes one of the Python value <c>{0}</c>.</param>
internal sealed record CSharpType(string Name, StaticType Static, string FromAny)
{
    /// <summary>No value.</summary>
    public static readonly CSharpType Void = new("void", StaticType.None, "") { IsOnlyResult = true };

    /// <summary>The C# type that typed code casts an argument to.</summary>
    public string? ArgumentCast { get; init; }

    /// <summary>The C# type that typed code casts a result to.</summary>
    public string? ResultCast { get; init; }

    /// <summary>The C# code that makes a Python value of the C# value <c>{0}</c>.</summary>
    public string ToAnyCode { get; init; } = "Generic.ToAny({0})";

    /// <summary>Whether Python code gets it and does not give it.</summary>
    public bool IsOnlyResult { get; init; }

    /// <summary>Whether Python code awaits it.</summary>
    public bool IsTask { get; init; }

    /// <summary>The user's class that it is.</summary>
    public CSharpClass? Class { get; init; }

    /// <summary>Whether typed code itself takes and gives it.</summary>
    public bool IsPlain => !Static.IsAny && !(IsTask && ResultCast is not null);

    /// <summary>The C# code that makes one of a Python value.</summary>
    public string From(string code) => FromAny.Replace("{0}", code, StringComparison.Ordinal);

    /// <summary>The C# code that makes a Python value of one.</summary>
    public string ToAny(string code) => ToAnyCode.Replace("{0}", code, StringComparison.Ordinal);

    /// <summary>The C# code that says whether a Python value is one: what picks among overloads.</summary>
    public string Test(string code) => $"DotNet.Fits({code}, static x => {From("x")})";

    /// <summary>Overloads that take little come before those that take much: a bool before an int, that before a float, and object last.</summary>
    public int Rank => Name switch
    {
        "bool" => 0,
        "double" or "float" or "decimal" => 2,
        "object" or "object?" => 4,
        _ => FromAny.StartsWith("DotNet.To", StringComparison.Ordinal) && !FromAny.StartsWith("DotNet.ToInteger", StringComparison.Ordinal) ? 3 : 1,
    };

    /// <summary>The method that makes one of a Python value of another type, for typed code; null where only the type itself is taken.</summary>
    public string? Converter => FromAny.EndsWith(">({0})", StringComparison.Ordinal) ? FromAny[..^"({0})".Length] : null;

    /// <summary>The conversion as a C# lambda.</summary>
    public string Lambda => $"static x => {From("x")}";
}
