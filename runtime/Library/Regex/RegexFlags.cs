namespace Pytocs.Runtime.Core;

/// <summary>Flags with Python's numbers.</summary>
[Flags]
public enum RegexFlags
{
    None = 0,
    IgnoreCase = 2,
    Locale = 4,
    Multiline = 8,
    DotAll = 16,
    Unicode = 32,
    Verbose = 64,
    Debug = 128,
    Ascii = 256,

    /// <summary>Those of which one at a time holds.</summary>
    Types = Locale | Unicode | Ascii,
}
