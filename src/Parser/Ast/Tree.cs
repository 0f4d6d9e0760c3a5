namespace Pytocs.Parser.Ast;

/// <summary>Generic walks over the syntax tree.</summary>
public static class Tree
{
    /// <summary>The direct children of a node, in the order of CPython's abstract grammar.</summary>
    public static IEnumerable<Node> Children(Node node)
    {
        var collector = new ChildCollector();
        node.VisitFields(collector);
        return collector.All();
    }

    /// <summary>The node and everything below it, parents first. Does not recurse, so depth is no matter.</summary>
    public static IEnumerable<Node> DescendantsAndSelf(Node root) => root is Module module ? module.Everything : Walk(root);

    internal static IEnumerable<Node> Walk(Node root)
    {
        var pending = new ChildCollector();
        yield return root;
        pending.PushChildren(root);
        while (pending.TryPop() is { } node)
        {
            yield return node;
            pending.PushChildren(node);
        }
    }

    /// <summary>Children in a stack of its own: an array of a struct, whose writes the runtime need not check as it checks an array of nodes.</summary>
    private sealed class ChildCollector : FieldVisitor
    {
        private Slot[] _slots = new Slot[16];
        private int _count;

        private struct Slot
        {
            public Node Node;
        }

        public Node? TryPop() => _count == 0 ? null : _slots[--_count].Node;

        /// <summary>Puts the children of a node on the stack, the first on top.</summary>
        public void PushChildren(Node node)
        {
            var first = _count;
            node.VisitFields(this);
            _slots.AsSpan(first.._count).Reverse();
        }

        public Node[] All() => Array.ConvertAll(_slots[.._count], static s => s.Node);

        public override void Child(string name, Node? node)
        {
            if (node is null)
                return;
            if (_count == _slots.Length)
                Array.Resize(ref _slots, _count * 2);
            _slots[_count++].Node = node;
        }
    }
}
