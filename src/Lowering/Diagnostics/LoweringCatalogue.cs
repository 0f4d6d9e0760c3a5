using Pytocs.Parser.Diagnostics;

namespace Pytocs.Lowering.Diagnostics;

/// <summary>What lowering reports. PTC3xxx: types; PTC4xxx: not supported; PTC5xxx: behaviour differs.</summary>
public static class LoweringCatalogue
{
    /// <summary>A construct that pytocs does not translate.</summary>
    public static readonly Descriptor NotSupported = new("PTC4001", Severity.Error, "Not supported", "{0} is not supported");

    /// <summary>A built-in that runs source text, which a converted program cannot do.</summary>
    public static readonly Descriptor RunsSourceText = new(
        "PTC4002", Severity.Warning, "Runs source text", "{0}() runs source text, which is not there after conversion: calling it raises NameError; write the code out, or look functions up in a dictionary");

    /// <summary>An annotation that the program itself does not keep.</summary>
    public static readonly Descriptor BrokenAnnotation = new(
        "PTC5001", Severity.Warning, "Annotation not kept", "'{0}' is annotated {1}, but the program gives it other values; it becomes dynamic");
}
