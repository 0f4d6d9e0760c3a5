using Microsoft.CodeAnalysis.CSharp;
using Pytocs.Lowering.Naming;
using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Words and identifiers of C#, compared with what its compiler says of them.</summary>
public sealed class CsKeywordsTests
{
    [Fact]
    public void Keywords_are_those_of_the_compiler()
    {
        foreach (var kind in SyntaxFacts.GetReservedKeywordKinds())
            Assert.True(CsKeywords.Contains(SyntaxFacts.GetText(kind)), SyntaxFacts.GetText(kind));
        foreach (var kind in SyntaxFacts.GetContextualKeywordKinds())
            Assert.False(CsKeywords.Contains(SyntaxFacts.GetText(kind)), SyntaxFacts.GetText(kind));
    }

    [Fact]
    public void Identifiers_are_those_of_the_compiler()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            Assert.Equal(SyntaxFacts.IsValidIdentifier(c.ToString()), CsKeywords.IsIdentifier(c.ToString()));
            Assert.Equal(SyntaxFacts.IsValidIdentifier("a" + c), CsKeywords.IsIdentifier("a" + c));
        }
        Assert.False(CsKeywords.IsIdentifier(""));
    }
}
