using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>A whole source file.</summary>
public sealed class Module(TextSpan span, ImmutableArray<Statement> body, ImmutableArray<TypeIgnore> typeIgnores)
    : Node(span)
{
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<TypeIgnore> TypeIgnores { get; } = typeIgnores;

    public override string AsdlName => "Module";

    /// <summary>The module and all nodes below it, parents first: found once, for they are walked often.</summary>
    internal Node[] Everything => field ??= [.. Tree.Walk(this)];

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("body", Body);
        visitor.Nodes("type_ignores", TypeIgnores);
    }
}

/// <summary>The `TypeIgnore` node of CPython's abstract grammar.</summary>
public sealed class TypeIgnore(TextSpan span, int lineno, string tag) : Node(span)
{
    public int Lineno { get; } = lineno;
    public string Tag { get; } = tag;

    public override string AsdlName => "TypeIgnore";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Integer("lineno", Lineno);
        visitor.Identifier("tag", Tag);
    }
}
