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

    /// <summary>Where the line is that CPython shows, if it is not the first of the place.</summary>
    public int? ShownAt { get; init; }

    /// <summary>Whether the text ends before the error is certain, so that more text may mend it.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>Whether the tokens tell it, which CPython warns of before it compiles anything.</summary>
    public bool IsOfTokens { get; init; }

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

    /// <summary>Where the place ends; of a line end, on the line that it ends.</summary>
    public LinePosition End
    {
        get
        {
            if (Source is null) return default;
            var end = Source.PositionOf(Span.End);
            if (end.Column > 1 || Span.Length == 0 || Source.Text[Span.End - 1] is not ('\n' or '\r')) return end;
            var last = Source.PositionOf(Span.End - 1);
            return last with { Column = last.Column + 1 };
        }
    }

    /// <summary>Where the place starts.</summary>
    public LinePosition Start => Source?.PositionOf(Span.Start) ?? default;

    /// <summary>The finding as a line that editors and MSBuild understand.</summary>
    public override string ToString()
    {
        var word = Severity.ToString().ToLowerInvariant();
        if (Source is null) return $"{word} {Code}: {Message}";
        return $"{Source.Path}({Start},{End}): {word} {Code}: {Message}";
    }
}
