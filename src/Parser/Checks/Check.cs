using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>A walk over the tree that reports what CPython refuses after parsing.</summary>
internal abstract class Check(SourceText source, List<Diagnostic> findings) : FieldVisitor
{
    /// <summary>Whether a name on its own is of no interest.</summary>
    protected virtual bool SkipsNames => false;

    /// <summary>Visits a node; its children unless something special is known about it.</summary>
    public virtual void Visit(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        node.VisitFields(this);
    }

    public override void Child(string name, Node? node)
    {
        if (node is not (null or Constant _) && !(SkipsNames && node is Name)) Visit(node);
    }

    protected void Each<T>(ImmutableArray<T> nodes) where T : Node?
    {
        foreach (var node in nodes)
            if (node is not null) Visit(node);
    }

    protected void Maybe(Node? node)
    {
        if (node is not null) Visit(node);
    }

    protected void Report(Node node, string message) => Report(node.Span, message);

    protected void Report(TextSpan span, string message) =>
        findings.Add(new Diagnostic(Catalogue.SemanticSyntaxError, source, span, message));

    protected void Warn(Node node, string message) =>
        findings.Add(new Diagnostic(Catalogue.SyntaxWarning, source, node.Span, message));

    /// <summary>Runs every check.</summary>
    public static void All(SourceText source, Module module, List<Diagnostic> findings)
    {
        new FutureCheck(source, findings).Visit(module);
        new ScopeCheck(source, findings).Run(module);
        new FlowCheck(source, findings).Visit(module);
        new TargetCheck(source, findings).Visit(module);
        new LiteralCheck(source, findings).Visit(module);
    }
}
