using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>The classes of nodes. See <see href="https://docs.python.org/3.13/library/ast.html#node-classes">node classes</see>.</summary>
internal static class NodeTypes
{
    private static readonly Dictionary<string, PyType> s_types = new(StringComparer.Ordinal);

    /// <summary>Operators and contexts: one node each, which all trees share.</summary>
    private static readonly Dictionary<string, PyInstance> s_symbols = new(StringComparer.Ordinal);

    /// <summary><c>ast.AST</c>.</summary>
    public static readonly PyType Base = new ClassMaker("AST", "ast")
        .Attribute("_fields", PyTuple.Empty).Attribute("_attributes", PyTuple.Empty).Attribute("__match_args__", PyTuple.Empty)
        .Method("__init__", "self, /, *args, **kwargs", static a => Lib.Do(() => NodeConstruction.Fill(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2]))))
        .Make();

    static NodeTypes() => Build();

    /// <summary>All classes, by name, in the order of the grammar.</summary>
    public static IEnumerable<PyType> All => s_types.Values;

    public static PyType Of(string name) => s_types[name];

    /// <summary>A node without fields, for a tree that is being read.</summary>
    public static PyInstance New(string name) => new(s_types[name]);

    /// <summary>The shared node of an operator or context.</summary>
    public static Any Symbol(string name)
    {
        if (!s_symbols.TryGetValue(name, out var node))
            s_symbols[name] = node = new PyInstance(s_types[name]);
        return node;
    }

    public static bool IsNode(Any value) => value.Ref is PyInstance node && node.Class.IsSubclassOf(Base);

    public static bool Is(Any value, string name) => value.Ref is PyInstance node && node.Class.IsSubclassOf(s_types[name]);

    private static void Build()
    {
        var parsed = NodeGrammar.Kinds.Select(Parse).ToArray();
        foreach (var (name, placed, isSum, nodes) in parsed)
        {
            var (signature, fields) = isSum ? ("", []) : nodes[0];
            s_types[name] = Make(name, Base, isSum ? Sum(name, nodes) : signature, fields, placed, isKind: true);
            foreach (var (text, parts) in isSum ? nodes : [])
            {
                var own = text.Split('(')[0];
                s_types[own] = Make(own, s_types[name], text, parts, name == "pattern", isKind: false);
            }
        }
        foreach (var (_, _, _, nodes) in parsed)
            foreach (var (text, fields) in nodes)
                SetFieldTypes(s_types[text.Split('(')[0]], fields);
    }

    private static (string Name, bool Placed, bool IsSum, (string Text, string[] Fields)[] Nodes) Parse(string line)
    {
        var placed = line[0] == '*';
        var text = placed ? line[1..] : line;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var nodes = (colon < 0 ? text : text[(colon + 2)..]).Split(" | ").Select(static n => (n, n.Contains('(', StringComparison.Ordinal) ? n.Split('(')[1].TrimEnd(')').Split(", ") : [])).ToArray();
        return (colon < 0 ? text.Split('(')[0] : text[..colon], placed, colon >= 0, nodes);
    }

    /// <summary>How a kind says what it is: <c>boolop = And | Or</c>, one a line where nodes have fields.</summary>
    private static string Sum(string name, (string Text, string[] Fields)[] nodes)
        => $"{name} = " + string.Join(nodes.Any(static n => n.Fields.Length > 0) ? "\n" + new string(' ', name.Length + 1) + "| " : " | ", nodes.Select(static n => n.Text));

    private static PyType Make(string name, PyType parent, string doc, string[] fields, bool placed, bool isKind)
    {
        var names = new PyTuple([.. fields.Select(static f => (Any)f.Split(' ')[1])]);
        var maker = new ClassMaker(name, "ast").Attribute("_fields", names).Attribute("__match_args__", names).Attribute("__doc__", doc);
        if (isKind)
            maker.Attribute("_attributes", placed ? new PyTuple([.. NodeGrammar.Placed.Split(' ').Select(static n => (Any)n)]) : PyTuple.Empty);
        foreach (var field in fields)
            if (field.Split(' ') is [[.., '?'], var optional])
                maker.Attribute(optional, Any.None);
        // Patterns always say where they end.
        if (isKind && placed && name != "pattern")
            maker.Attribute("end_lineno", Any.None).Attribute("end_col_offset", Any.None);
        return maker.Make(parent);
    }

    private static void SetFieldTypes(PyType type, string[] fields)
    {
        var types = new PyDict<Any, Any>();
        foreach (var field in fields)
        {
            var (kind, name) = field.Split(' ') is [var k, var n] ? (k, n) : default;
            Any element = kind!.TrimEnd('*', '?') switch
            {
                "identifier" or "string" => StrType.Type,
                "int" => IntType.Type,
                "constant" => PyType.Object,
                var node => s_types[node],
            };
            types[name!] = kind[^1] switch { '*' => GenericAlias.Of(ListType.Type, element), '?' => element | Any.None, _ => element };
        }
        type.Define("_field_types", types);
        type.Define("__annotations__", types);
    }
}
