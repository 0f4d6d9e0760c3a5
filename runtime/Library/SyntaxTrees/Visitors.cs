using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Classes that go over trees. See <see href="https://docs.python.org/3.13/library/ast.html#ast.NodeVisitor">NodeVisitor</see> and NodeTransformer.</summary>
internal static class Visitors
{
    public static readonly PyType Visitor = new ClassMaker("NodeVisitor", "ast")
        .Method("visit", "node", static (self, node) =>
            Operators.GetAttr(self, "visit_" + PyType.Of(node).Name, Any.Unbound) is { IsUnbound: false } own ? own.Call(node) : self.Invoke("generic_visit", node))
        .Method("generic_visit", "node", static (self, node) => Lib.Do(() =>
        {
            foreach (var (_, value) in TreeWalk.Fields(node))
            {
                if (NodeTypes.IsNode(value))
                    self.Invoke("visit", value);
                else if (value.Ref is PyList)
                    foreach (var item in value)
                        if (NodeTypes.IsNode(item))
                            self.Invoke("visit", item);
            }
        }))
        .Method("visit_Constant", "node", static (self, node) => VisitConstant(self, node))
        .Make();

    public static readonly PyType Transformer = new ClassMaker("NodeTransformer", "ast")
        .Method("generic_visit", "node", static (self, node) =>
        {
            foreach (var (name, value) in TreeWalk.Fields(node))
            {
                if (value.Ref is PyList)
                    Replace(self, value);
                else if (NodeTypes.IsNode(value))
                    Replace(self, node, name, value);
            }
            return node;
        })
        .Make(Visitor);

    private static void Replace(Any self, Any node, string name, Any value)
    {
        var replaced = self.Invoke("visit", value);
        if (replaced.IsNone)
            node.Delete(name);
        else
            node.Set(name, replaced);
    }

    private static void Replace(Any self, Any list)
    {
        var result = new PyList<Any>();
        foreach (var item in list)
        {
            var value = item;
            if (NodeTypes.IsNode(value))
            {
                value = self.Invoke("visit", value);
                if (value.IsNone)
                    continue;
                if (!NodeTypes.IsNode(value))
                {
                    ((Any)result).Invoke("extend", value);
                    continue;
                }
            }
            result.Append(value);
        }
        list.SetItem(Modules.Import("builtins").Invoke("slice", Any.None), result);
    }

    /// <summary>Methods for the kinds of literals that there once were are still called, with a warning.</summary>
    private static Any VisitConstant(Any self, Any node)
    {
        var kind = node.Get("value") switch
        {
            { IsNone: true } or { IsBool: true } => "NameConstant",
            { IsInt: true } or { IsFloat: true } => "Num",
            { Ref: System.Numerics.Complex } => "Num",
            { Ref: string } => "Str",
            { Ref: PyBytes } => "Bytes",
            var value when Operators.Is(value, Any.Ellipsis) => "Ellipsis",
            _ => null,
        };
        if (kind is null || Operators.GetAttr(self, "visit_" + kind, Any.Unbound) is not { IsUnbound: false } old)
            return self.Invoke("generic_visit", node);
        Modules.ImportFrom("warnings", "warn").Call($"visit_{kind} is deprecated; add visit_Constant", DeprecationWarning.Type, 1);
        return old.Call(node);
    }
}
