using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Cli.Diagnostics;

/// <summary>What is told to the user: a diagnostic of a Python file, or something the tool says.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">The message with its particulars.</param>
/// <param name="Path">The file, if it is about one.</param>
/// <param name="Start">Where its place starts, from line 1 and column 1; default for the whole file.</param>
/// <param name="End">Where the place ends.</param>
internal sealed record Finding(Descriptor Descriptor, string Message, string? Path = null, LinePosition Start = default, LinePosition End = default)
{
    public Severity Severity => Descriptor.Severity;

    public bool HasPlace => Start.Line > 0;

    /// <summary>A finding that fills the places of the descriptor's message.</summary>
    public static Finding Of(Descriptor descriptor, string? path, params object?[] arguments)
        => new(descriptor, string.Format(System.Globalization.CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments), path);

    public static Finding Of(Diagnostic diagnostic)
        => new(diagnostic.Descriptor, diagnostic.Message, diagnostic.Source?.Path, diagnostic.Start, diagnostic.End);

    /// <summary>What precedes the message, as editors and MSBuild understand it: <c>file(1,2,1,5): </c>.</summary>
    public string Place => Path is null ? "" : HasPlace ? $"{Path}({Start},{End}): " : $"{Path}: ";

    public override string ToString() => $"{Place}{Severity.ToString().ToLowerInvariant()} {Descriptor.Code}: {Message}";
}
