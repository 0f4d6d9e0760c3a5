using System.Collections.Immutable;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Runtime.Library.SyntaxTrees;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>From source text to nodes of <c>ast</c>. See <see href="https://docs.python.org/3.13/library/ast.html#ast.parse">ast.parse</see>.</summary>
internal sealed class TreeReader : Py.FieldVisitor
{
    private const int TypeComments = 0x1000;

    private readonly SourceText _source;
    private PyDict<Any, Any> _fields = null!;

    private TreeReader(SourceText source) => _source = source;

    /// <summary>The tree of a source text.</summary>
    /// <exception cref="SyntaxError">The text is no Python.</exception>
    public static Any Parse(Any source, Any path, string mode, Any flags)
    {
        var text = Evaluation.Text(source, Evaluation.PathOf(path), "compile() arg 1 must be a string, bytes or AST object");
        if (mode == "func_type")
            return FunctionTypes.Parse(text);
        var parsed = Compiler.Parse(text, mode, new ParseOptions { MinorVersion = 13, TreeOnly = true, TypeComments = (Runtime.Core.Operators.Index(flags) & TypeComments) != 0 }, 0);
        var reader = new TreeReader(text);
        switch (mode)
        {
            case "exec":
                return reader.Node(parsed);
            case "eval":
                return reader.Whole("Expression", reader.Node(((Py.ExprStatement)parsed.Body[0]).Value));
            case "single":
                return reader.Whole("Interactive", new PyList<Any>(parsed.Body.Select(reader.Node)));
            default:
                throw new ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
        }
    }

    /// <summary>The nodes of single expressions.</summary>
    public static IEnumerable<Any> Read(SourceText source, IEnumerable<Py.Expression> expressions)
    {
        var reader = new TreeReader(source);
        return expressions.Select(reader.Node);
    }

    private PyInstance Whole(string kind, Any body)
    {
        var node = NodeTypes.New(kind);
        node.InstanceDict(create: true)!["body"] = body;
        return node;
    }

    private Any Node(Py.Node? node)
    {
        if (node is null)
            return Any.None;
        var result = NodeTypes.New(node.AsdlName);
        var outer = _fields;
        _fields = result.InstanceDict(create: true)!;
        node.VisitFields(this);
        if (node is Py.Statement or Py.Expression or Py.Pattern or Py.TypeParam or Py.ExceptHandler or Py.Argument or Py.Keyword or Py.Alias)
        {
            _fields["lineno"] = _source.LineOf(node.Span.Start);
            _fields["col_offset"] = _source.Utf8ColumnOf(node.Span.Start);
            _fields["end_lineno"] = _source.LineOf(node.Span.End);
            _fields["end_col_offset"] = _source.Utf8ColumnOf(node.Span.End);
        }
        _fields = outer;
        return result;
    }

    public override void Child(string name, Py.Node? node) => _fields[name] = Node(node);

    public override void Nodes(string name, ImmutableArray<Py.Node?> nodes) => _fields[name] = new PyList<Any>(nodes.Select(Node));

    public override void Identifier(string name, string? value) => _fields[name] = value;

    public override void Identifiers(string name, ImmutableArray<string> values) => _fields[name] = new PyList<Any>(values.Select(static v => (Any)v));

    public override void Integer(string name, int value) => _fields[name] = value;

    public override void Flag(string name, bool value) => _fields[name] = value ? 1 : 0;

    public override void Symbol<T>(string name, T value) => _fields[name] = NodeTypes.Symbol(value.ToString());

    public override void Operators(string name, ImmutableArray<Py.CompareOperator> values) => _fields[name] = new PyList<Any>(values.Select(static v => NodeTypes.Symbol(v.ToString())));

    public override void Constant(string name, object? value) => _fields[name] = CodeBuilder.Value(value);
}
