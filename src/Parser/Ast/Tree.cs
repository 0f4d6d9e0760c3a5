namespace Pytocs.Parser.Ast;

/// <summary>Generic walks over the syntax tree.</summary>
public static class Tree
{
    /// <summary>The direct children of a node, in the order of CPython's abstract grammar.</summary>
    public static IEnumerable<Node> Children(Node node)
    {
        var collector = new ChildCollector(4);
        node.VisitFields(collector);
        return collector.All();
    }

    /// <summary>The node and everything below it, parents first. Does not recurse, so depth is no matter.</summary>
    public static IEnumerable<Node> DescendantsAndSelf(Node root) => root is Module module ? module.Everything : Walk(root);

    /// <summary>The nodes of one kind among a node and everything below it, parents first.</summary>
    public static IReadOnlyList<T> All<T>(Module root)
        where T : Node
        => root.All<T>();

    /// <summary>What is below a node, parents first. A node that is not wanted is left out with everything below it.</summary>
    public static IEnumerable<Node> Below(Node root, Func<Node, bool> isWanted)
    {
        var pending = new ChildCollector(8);
        pending.PushChildren(root);
        while (pending.TryPop() is { } node)
        {
            if (!isWanted(node))
                continue;
            yield return node;
            pending.PushChildren(node);
        }
    }

    /// <summary>What is below a function or a class and runs with it: not the code of functions and classes inside it.</summary>
    public static IEnumerable<Node> Own(Node owner) => Below(owner, static n => n is not (FunctionDefinition or ClassDef or Lambda));

    internal static IEnumerable<Node> Walk(Node root)
    {
        var pending = new ChildCollector(8);
        yield return root;
        pending.PushChildren(root);
        while (pending.TryPop() is { } node)
        {
            yield return node;
            pending.PushChildren(node);
        }
    }

    /// <summary>Children in a stack of its own: an array of a struct, whose writes the runtime need not check as it checks an array of nodes.</summary>
    private sealed class ChildCollector(int capacity) : FieldVisitor
    {
        private Slot[] _slots = new Slot[capacity];
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

        public Node[] All()
        {
            var all = new Node[_count];
            for (var i = 0; i < all.Length; i++)
                all[i] = _slots[i].Node;
            return all;
        }

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
