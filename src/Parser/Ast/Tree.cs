using System.Collections.Immutable;

namespace Pytocs.Parser.Ast;

/// <summary>Generic walks over the syntax tree.</summary>
public static class Tree
{
    /// <summary>The direct children of a node, in the order of CPython's abstract grammar.</summary>
    public static IEnumerable<Node> Children(Node node)
    {
        var collector = new ChildCollector();
        node.VisitFields(collector);
        return collector.Found;
    }

    /// <summary>The node and everything below it, parents first. Does not recurse, so depth is no matter.</summary>
    public static IEnumerable<Node> DescendantsAndSelf(Node root)
    {
        var pending = new Stack<Node>();
        pending.Push(root);
        var collector = new ChildCollector();
        while (pending.TryPop(out var node))
        {
            yield return node;
            collector.Found.Clear();
            node.VisitFields(collector);
            for (var i = collector.Found.Count - 1; i >= 0; i--) pending.Push(collector.Found[i]);
        }
    }

    private sealed class ChildCollector : FieldVisitor
    {
        public List<Node> Found { get; } = [];

        public override void Child(string name, Node? node)
        {
            if (node is not null) Found.Add(node);
        }

        public override void Nodes<T>(string name, ImmutableArray<T> nodes)
        {
            foreach (var node in nodes)
                if (node is not null) Found.Add(node);
        }
    }
}
