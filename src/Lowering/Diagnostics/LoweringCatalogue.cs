using Pytocs.Parser.Diagnostics;

namespace Pytocs.Lowering.Diagnostics;

/// <summary>What lowering reports. PTC3xxx: types; PTC4xxx: not supported; PTC5xxx: behaviour differs.</summary>
public static class LoweringCatalogue
{
    /// <summary>A construct that pytocs does not translate.</summary>
    public static readonly Descriptor NotSupported = new("PTC4001", Severity.Error, "Not supported", "{0} is not supported");

    /// <summary>A built-in that runs source text, which is interpreted while the program runs.</summary>
    public static readonly Descriptor RunsSourceText = new(
        "PTC4002", Severity.Warning, "Runs source text", "{0}() runs source text, which is interpreted while the program runs: slower than converted code, and all names that it may use are kept in dictionaries");

    /// <summary>An import of a module that neither the program nor the library has.</summary>
    public static readonly Descriptor MissingModule = new(
        "PTC4003", Severity.Warning, "Missing module", "module '{0}' is neither part of the program nor in pytocs's library: importing it raises ModuleNotFoundError; name its folder with --path, or with --library where it is one of Python's own");

    /// <summary>A name that a module of the library lacks.</summary>
    public static readonly Descriptor MissingName = new(
        "PTC4004", Severity.Warning, "Missing name", "pytocs's module '{0}' has no '{1}': {2}");

    /// <summary>Something that is there and does less than in CPython.</summary>
    public static readonly Descriptor DoesLess = new("PTC5001", Severity.Warning, "Does less than in CPython", "{0}: {1}");

    /// <summary>Something that only pytest itself does.</summary>
    public static readonly Descriptor PytestMachinery = new(
        "PTC4005", Severity.Warning, "Pytest's machinery", "{0}: pytest itself is not part of a converted program, whose tests are run by dotnet test");
}
