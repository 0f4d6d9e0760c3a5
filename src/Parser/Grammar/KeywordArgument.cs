namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>A keyword argument among the arguments of a call, until they are sorted.</summary>
internal sealed class KeywordArgument(Keyword keyword) : Expression(keyword.Span)
{
    public Keyword Keyword { get; } = keyword;

    public override string AsdlName => Keyword.AsdlName;

    public override void VisitFields(FieldVisitor visitor) => Keyword.VisitFields(visitor);
}
