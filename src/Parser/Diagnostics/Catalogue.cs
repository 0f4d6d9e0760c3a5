namespace Pytocs.Parser.Diagnostics;

/// <summary>Every kind of diagnostic. PTC1xxx: syntax.</summary>
public static partial class Catalogue
{
    /// <summary>Text that is not Python; the message is CPython's.</summary>
    public static readonly Descriptor SyntaxError = new("PTC1001", Severity.Error, "Invalid syntax", "{0}");

    /// <summary>Indentation that is not Python; the message is CPython's.</summary>
    public static readonly Descriptor IndentationError = new("PTC1002", Severity.Error, "Invalid indentation", "{0}");

    /// <summary>Tabs and spaces mixed so that indentation depends on the width of a tab.</summary>
    public static readonly Descriptor TabError = new("PTC1003", Severity.Error, "Inconsistent tabs", "{0}");

    /// <summary>A file that cannot be decoded; the message is CPython's.</summary>
    public static readonly Descriptor EncodingError = new("PTC1004", Severity.Error, "Invalid encoding", "{0}");

    /// <summary>A construct that parses and that CPython's compiler then refuses; the message is CPython's.</summary>
    public static readonly Descriptor SemanticSyntaxError = new("PTC1005", Severity.Error, "Misplaced construct", "{0}");

    /// <summary>Something CPython warns about when it compiles; the message is CPython's.</summary>
    public static readonly Descriptor SyntaxWarning = new("PTC1006", Severity.Warning, "Doubtful syntax", "{0}");
}
