using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>What an ArgumentParser has beyond its arguments.</summary>
internal sealed class ParserState(ArgumentContainer positionals, ArgumentContainer optionals)
{
    public ArgumentContainer Positionals => positionals;

    public ArgumentContainer Optionals => optionals;

    /// <summary>The group of the sub-commands; null while there are none.</summary>
    public ArgumentContainer? Commands { get; set; }

    public Any Program { get; set; } = Any.None;

    public Any Usage { get; set; } = Any.None;

    public Any Epilog { get; set; } = Any.None;

    public Any FormatterClass { get; set; } = Any.None;

    public Any FilePrefixes { get; set; } = Any.None;

    public Any AddsHelp { get; set; } = true;

    public Any Abbreviates { get; set; } = true;

    public Any ExitsOnError { get; set; } = true;
}
