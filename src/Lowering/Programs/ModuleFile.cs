using Pytocs.Parser;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering.Programs;

/// <summary>One module of a program, read and parsed.</summary>
/// <param name="Name">The dotted name under which it is imported; <c>__main__</c> for the script that runs.</param>
/// <param name="IsPackage">Whether it is the <c>__init__</c> of a package.</param>
/// <param name="Source">Its text.</param>
/// <param name="Parsed">Its tree.</param>
public sealed record ModuleFile(string Name, bool IsPackage, SourceText Source, ParseResult Parsed)
{
    public const string Main = "__main__";

    /// <summary>The package that relative imports start from; empty outside of packages.</summary>
    public string Package => ScriptPackage ?? (IsPackage ? Name : Name.LastIndexOf('.') is > 0 and var dot ? Name[..dot] : "");

    /// <summary>The package of a script that runs as its <c>__main__</c> module; null for a script outside of packages.</summary>
    public string? ScriptPackage { get; init; }

    /// <summary>Its dataclasses whose methods are written out.</summary>
    public IReadOnlyDictionary<Parser.Ast.ClassDef, Dataclasses.WrittenDataclass> Dataclasses { get; init; } = new Dictionary<Parser.Ast.ClassDef, Dataclasses.WrittenDataclass>();

    /// <summary>Whether its generators get the exact tier.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether code outside of the program looks into it: what runs its tests.</summary>
    public bool IsReflected { get; init; }

    /// <summary>Whether it is a folder without <c>__init__.py</c>, which is a package all the same.</summary>
    public bool IsNamespace => IsPackage && Source.Text.Length == 0 && !Source.Path.EndsWith(".py", StringComparison.Ordinal);

    /// <summary>Where the file lies below the program's folder, with <c>/</c> between its parts.</summary>
    public string RelativePath => Name == Main ? Path.GetFileName(Source.Path) : IsPackage ? $"{Name.Replace('.', '/')}/__init__.py" : $"{Name.Replace('.', '/')}.py";

    /// <summary>
    /// The absolute name of what an import statement names; null where the dots lead out of the package.
    /// See <see href="https://docs.python.org/3.13/reference/import.html#package-relative-imports">package relative imports</see>.
    /// </summary>
    public static string? Absolute(string package, string? module, int level)
    {
        if (level == 0)
            return module;
        for (; level > 1; level--)
        {
            if (package.LastIndexOf('.') is not (> 0 and var dot))
                return null;
            package = package[..dot];
        }
        return package.Length == 0 ? null : module is null ? package : $"{package}.{module}";
    }
}
