using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Diagnostics;

/// <summary>What the tool itself reports. PTC9xxx: defects, wrong use, files.</summary>
internal static class ToolCatalogue
{
    /// <summary>Something that pytocs does wrong.</summary>
    public static readonly Descriptor Defect = new("PTC9000", Severity.Error, "A defect of pytocs", "{0}");

    /// <summary>Emitted C# that the compiler warns of.</summary>
    public static readonly Descriptor EmittedWarning = new("PTC9000", Severity.Warning, "A defect of pytocs", "{0}");

    public static readonly Descriptor CannotRead = new("PTC9001", Severity.Error, "Cannot read a file", "cannot read the file: {0}");

    public static readonly Descriptor WrongUse = new("PTC9002", Severity.Error, "Wrong use of the command line", "{0}");

    public static readonly Descriptor CannotWrite = new("PTC9003", Severity.Error, "Cannot write a file", "cannot write the file: {0}");

    /// <summary>No CPython 3.13 to compare with.</summary>
    public static readonly Descriptor NoOracle = new("PTC9004", Severity.Warning, "No CPython 3.13", "{0}");

    /// <summary>Settings in <c>pyproject.toml</c> that pytocs does not take.</summary>
    public static readonly Descriptor WrongSetting = new("PTC9005", Severity.Error, "Wrong setting", "{0}");

    /// <summary>A file of a folder that is not converted with it.</summary>
    public static readonly Descriptor LeftOut = new("PTC9007", Severity.Warning, "A file is left out", "left out: {0}");

    /// <summary>A template of the user's that is not filled in.</summary>
    public static readonly Descriptor WrongTemplate = new("PTC9008", Severity.Error, "Wrong template", "{0}");

    /// <summary>A golden whose text, compilation or output is not the recorded one.</summary>
    public static readonly Descriptor GoldenDiffers = new("PTC9006", Severity.Error, "A golden differs", "{0}");
}
