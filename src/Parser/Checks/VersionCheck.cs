using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Refuses what Python 3.13 does not know.</summary>
internal sealed class VersionCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private readonly SourceText _source = source;
    private readonly List<Diagnostic> _findings = findings;

    /// <summary>Looks at the statements of a block.</summary>
    public void Visit(ImmutableArray<Statement> statements) => Each(statements);

    public override void Child(string name, Node? node)
    {
        if (node is Statement or ExceptHandler or MatchCase) Visit(node);
    }

    public override void Visit(Node node)
    {
        if (node is ExceptHandler { Type: Tuple { Elts.Length: > 0 } type } && type.Span.Start == type.Elts[0].OuterSpan.Start)
        {
            var colon = _source.Text.IndexOf(':', type.Span.End);
            _findings.Add(new Diagnostic(
                Catalogue.SyntaxError, _source, TextSpan.FromBounds(type.Span.Start, colon), "multiple exception types must be parenthesized"));
        }
        base.Visit(node);
    }
}
