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
    internal Node[] Everything => field ??= Tree.Enlist(this);

    private readonly Dictionary<Type, Node[]> _kinds = [];

    /// <summary>All nodes of one kind, in the order of <see cref="Everything"/>: found once for each kind.</summary>
    internal T[] All<T>()
        where T : Node
    {
        lock (_kinds)
        {
            if (!_kinds.TryGetValue(typeof(T), out var nodes))
            {
                var found = new List<T>();
                foreach (var node in Everything)
                    if (node is T wanted)
                        found.Add(wanted);
                _kinds.Add(typeof(T), nodes = (Node[])(object)found.ToArray());
            }
            return (T[])(object)nodes;
        }
    }

    /// <summary>
    /// Every text that the module's nodes have as a name: of variables, attributes, parameters, keywords, functions, classes, imports, and the
    /// texts of literals. What asks for a name that is not among them need not look at the nodes.
    /// </summary>
    public IReadOnlySet<string> Words => field ??= FindWords();

    /// <summary>Whether any of some texts is among the <see cref="Words"/>.</summary>
    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Words.Contains(word))
                return true;
        return false;
    }

    private HashSet<string> FindWords()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Everything)
        {
            var (word, other) = node switch
            {
                Name name => (name.Id, null),
                Attribute attribute => (attribute.Attr, null),
                Constant { Value: string text } => (text, null),
                Argument argument => (argument.Arg, null),
                Keyword keyword => (keyword.Arg, null),
                FunctionDefinition function => (function.Name, null),
                ClassDef cls => (cls.Name, null),
                Alias alias => (alias.Name, alias.Asname),
                ImportFrom import => (import.Module, null),
                _ => ((string?)null, (string?)null),
            };
            if (word is not null)
                words.Add(word);
            if (other is not null)
                words.Add(other);
        }
        return words;
    }

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
