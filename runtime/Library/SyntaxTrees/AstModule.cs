using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>The module <see href="https://docs.python.org/3.13/library/ast.html">ast</see>. Its trees come from the parser, which the interpreter's assembly brings along.</summary>
internal static class AstModule
{
    private const int OnlyTree = 0x400;
    private const int OptimizedTree = 0x8400;
    private const int TypeComments = 0x1000;

    /// <summary>The module <c>_ast</c>: the nodes alone.</summary>
    public static PyModule BuildNodes() => AddNodes(new PyModule("_ast"));

    private static PyModule AddNodes(PyModule module)
    {
        module.Type(NodeTypes.Base).Value("PyCF_ONLY_AST", OnlyTree).Value("PyCF_OPTIMIZED_AST", OptimizedTree).Value("PyCF_TYPE_COMMENTS", TypeComments).Value("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000);
        foreach (var type in NodeTypes.All)
            module.Type(type);
        return module;
    }

    public static PyModule Build()
    {
        var module = AddNodes(new PyModule("ast")).Type(Visitors.Visitor).Type(Visitors.Transformer);
        OldNodes.AddTo(module);
        return module
            .Function("parse", "source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1", static a => Parse(a))
            .Function("literal_eval", "node_or_string", static a => Literal(a[0]))
            .Function("dump", "node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False", TreeDump.Dump)
            .Function("copy_location", "new_node, old_node", TreePlaces.Copy)
            .Function("fix_missing_locations", "node", static a =>
            {
                TreePlaces.Fix(a[0], 1, 0, 1, 0);
                return a[0];
            })
            .Function("increment_lineno", "node, n=1", TreePlaces.Move)
            .Function("iter_fields", "node", static a => Lib.Generator(TreeWalk.Fields(a[0]).Select(static f => (Any)PyTuple.Of(f.Name, f.Value))))
            .Function("iter_child_nodes", "node", static a => Lib.Generator(TreeWalk.Children(a[0])))
            .Function("walk", "node", static a => Lib.Generator(TreeWalk.Walk(a[0])))
            .Function("get_docstring", "node, clean=True", static (node, clean) => Docstring(node, clean.Truth))
            .Function("get_source_segment", "source, node, *, padded=False", static a => TreePlaces.Segment(a[0], a[1], a[2].Truth))
            .Function("unparse", "ast_obj", static a => new TreeWriter().Text(a[0]));
    }

    private static Any Parse(Any[] a)
    {
        if (a[4].Ref is PyTuple version && !Operators.Equal(version[0], 3))
            throw new ValueError($"Unsupported major version: {Operators.Str(version[0])}");
        if (NodeTypes.IsNode(a[0]))
            return a[0];
        SourceReader.Require();
        var flags = OnlyTree | (a[3].Truth ? TypeComments : 0) | (a[5] > 0 ? OptimizedTree : 0);
        return SourceReader.Parse!(a[0], a[1], Lib.Text(a[2]), flags);
    }

    private static Any Literal(Any value)
    {
        if (PyValueInstance.Unwrap(value).Ref is not string text)
            return LiteralTree.Value(value);
        SourceReader.Require();
        return SourceReader.Literal!(text.TrimStart(' ', '\t'));
    }

    private static Any Docstring(Any node, bool clean)
    {
        if (!NodeTypes.Is(node, "AsyncFunctionDef") && !NodeTypes.Is(node, "FunctionDef") && !NodeTypes.Is(node, "ClassDef") && !NodeTypes.Is(node, "Module"))
            throw new TypeError($"{Str.Repr(PyType.Of(node).Name)} can't have docstrings");
        if (Doc(node) is not { IsNone: false } doc)
            return Any.None;
        return clean ? Modules.Import("inspect").Invoke("cleandoc", doc.Get("value")) : doc.Get("value");
    }

    /// <summary>The string that a body begins with; None where it does not.</summary>
    public static Any Doc(Any node)
    {
        var body = node.Get("body");
        return body.Truth && NodeTypes.Is(body[0], "Expr") && body[0].Get("value") is var value && NodeTypes.Is(value, "Constant") && value.Get("value").Ref is string ? value : Any.None;
    }
}
