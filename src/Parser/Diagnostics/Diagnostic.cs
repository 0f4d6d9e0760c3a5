using System.Collections.Immutable;
using System.Globalization;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Diagnostics;

/// <summary>One finding at one place of a source file.</summary>
public sealed class Diagnostic(Descriptor descriptor, SourceText? source, TextSpan span, params ImmutableArray<object?> arguments)
{
    /// <summary>The kind of the finding.</summary>
    public Descriptor Descriptor { get; } = descriptor;

    /// <summary>The file, if the finding is about one.</summary>
    public SourceText? Source { get; } = source;

    /// <summary>The place in the file.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>What fills the places of the message.</summary>
    public ImmutableArray<object?> Arguments { get; } = arguments;

    /// <summary>The stable code.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How grave the finding is.</summary>
    public Severity Severity => Descriptor.Severity;

    /// <summary>The message with its particulars.</summary>
    public string Message => Arguments.IsDefaultOrEmpty
        ? Descriptor.MessageFormat.Replace("{{", "{").Replace("}}", "}")
        : string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments]);

    /// <summary>The finding as a line that editors and MSBuild understand.</summary>
    public override string ToString()
    {
        var word = Severity.ToString().ToLowerInvariant();
        if (Source is null) return $"{word} {Code}: {Message}";
        var start = Source.PositionOf(Span.Start);
        var end = Source.PositionOf(Span.End);
        return $"{Source.Path}({start.Line},{start.Column},{end.Line},{end.Column}): {word} {Code}: {Message}";
    }
}
