namespace Pytocs.Parser.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity { Hidden, Info, Warning, Error }

/// <summary>A kind of diagnostic: its code, how grave it is and how it is worded.</summary>
/// <param name="Code">The stable code, such as PTC1001.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Title">What it is about, without particulars.</param>
/// <param name="MessageFormat">The message, with {0}, {1}, ... where particulars go.</param>
/// <param name="Help">What the reader may do about it, if there is something to say.</param>
public sealed record Descriptor(string Code, Severity Severity, string Title, string MessageFormat, string? Help = null);
