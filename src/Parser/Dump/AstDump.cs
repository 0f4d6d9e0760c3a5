using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Dump;

using Pytocs.Parser.Ast;

/// <summary>Writes a tree as CPython's `ast.dump(tree, include_attributes=True)` does.</summary>
public sealed class AstDump : FieldVisitor
{
    private readonly StringBuilder _output = new();
    private readonly SourceText? _source;
    private Node? _current;
    private bool _first;

    private AstDump(SourceText? source) => _source = source;

    /// <summary>The tree on one line, with places if the source text is given.</summary>
    public static string Write(Node tree, SourceText? source)
    {
        var dump = new AstDump(source);
        dump.WriteNode(tree);
        return dump._output.ToString();
    }

    private void WriteNode(Node node)
    {
        var (outer, outerFirst) = (_current, _first);
        (_current, _first) = (node, true);
        _output.Append(node.AsdlName).Append('(');
        node.VisitFields(this);
        if (_source is not null && node is Statement or Expression or Pattern or TypeParam or ExceptHandler or Argument or Keyword or Alias)
            WritePlace(node.Span);
        _output.Append(')');
        (_current, _first) = (outer, outerFirst);
    }

    private void WritePlace(TextSpan span)
    {
        Begin("lineno").Append(_source!.LineOf(span.Start));
        Begin("col_offset").Append(_source.Utf8ColumnOf(span.Start));
        Begin("end_lineno").Append(_source.LineOf(span.End));
        Begin("end_col_offset").Append(_source.Utf8ColumnOf(span.End));
    }

    private StringBuilder Begin(string name)
    {
        if (!_first) _output.Append(", ");
        _first = false;
        return _output.Append(name).Append('=');
    }

    public override void Child(string name, Node? node)
    {
        if (node is null) return;
        Begin(name);
        WriteNode(node);
    }

    public override void Nodes(string name, ImmutableArray<Node?> nodes)
    {
        if (nodes.IsEmpty) return;
        Begin(name).Append('[');
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0) _output.Append(", ");
            if (nodes[i] is { } node) WriteNode(node);
            else _output.Append("None");
        }
        _output.Append(']');
    }

    public override void Identifier(string name, string? value)
    {
        if (value is null) return;
        PythonRepr.Write(Begin(name), value);
    }

    public override void Identifiers(string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        Begin(name).Append('[');
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) _output.Append(", ");
            PythonRepr.Write(_output, values[i]);
        }
        _output.Append(']');
    }

    public override void Integer(string name, int value) => Begin(name).Append(value);

    public override void Flag(string name, bool value) => Begin(name).Append(value ? '1' : '0');

    public override void Symbol<T>(string name, T value) => Begin(name).Append(value.ToString()).Append("()");

    public override void Operators(string name, ImmutableArray<CompareOperator> values) =>
        Begin(name).Append('[').AppendJoin(", ", values.Select(v => v + "()")).Append(']');

    public override void Constant(string name, object? value) => 
        PythonRepr.WriteValue(Begin(name), value, (_current as Constant)?.SeparateSurrogates ?? default);
}
