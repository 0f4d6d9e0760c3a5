using Pytocs.Parser.Text;

namespace Pytocs.Parser.Trivia;

/// <summary>A comment: where it stands and its text, `#` included.</summary>
/// <param name="Span">Where it stands, line end left out.</param>
/// <param name="Text">The text from `#` to the end of the line.</param>
/// <param name="OwnLine">Whether nothing but white space stands before it on its line.</param>
public sealed record Comment(TextSpan Span, string Text, bool OwnLine);

/// <summary>Which of the blocks of a statement is meant.</summary>
public enum BlockKind { Body, Else, Finally }
