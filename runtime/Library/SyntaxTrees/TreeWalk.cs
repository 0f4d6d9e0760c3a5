using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>The fields and children of nodes. See <see href="https://docs.python.org/3.13/library/ast.html#ast-helpers">ast helpers</see>.</summary>
internal static class TreeWalk
{
    /// <summary>The fields that a node has.</summary>
    public static IEnumerable<(string Name, Any Value)> Fields(Any node)
    {
        foreach (var field in node.Get("_fields"))
        {
            var name = Operators.Str(field);
            if (Operators.GetAttr(node, name, Any.Unbound) is { IsUnbound: false } value)
                yield return (name, value);
        }
    }

    /// <summary>The nodes right below a node.</summary>
    public static IEnumerable<Any> Children(Any node)
    {
        foreach (var (_, value) in Fields(node))
        {
            if (NodeTypes.IsNode(value))
                yield return value;
            else if (value.Ref is PyList)
                foreach (var item in value)
                    if (NodeTypes.IsNode(item))
                        yield return item;
        }
    }

    /// <summary>A node and all below it, level by level.</summary>
    public static IEnumerable<Any> Walk(Any node)
    {
        var open = new Queue<Any>([node]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in Children(next))
                open.Enqueue(child);
            yield return next;
        }
    }

    /// <summary>Whether nodes of the class have an attribute.</summary>
    public static bool HasAttribute(Any node, string name) => node.Get("_attributes").Contains(name);
}
