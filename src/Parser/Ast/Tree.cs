namespace Pytocs.Parser.Ast;

/// <summary>Generic walks over the syntax tree.</summary>
public static class Tree
{
    /// <summary>The direct children of a node, in the order of CPython's abstract grammar.</summary>
    public static NodeChildren Children(Node node)
    {
        if (node.Listed is { } nodes)
            return new NodeChildren(nodes, node.Position + 1, node.Position + node.Count, skips: true);
        var collector = new ChildCollector(4);
        node.VisitFields(collector);
        var all = collector.All();
        return new NodeChildren(all, 0, all.Length, skips: false);
    }

    /// <summary>The node and everything below it, parents first.</summary>
    public static ArraySegment<Node> DescendantsAndSelf(Node root)
        => root is Module module ? module.Everything : root.Listed is { } nodes ? new ArraySegment<Node>(nodes, root.Position, root.Count) : List(root).Nodes;

    /// <summary><see cref="DescendantsAndSelf"/> as a sequence like others.</summary>
    public static IEnumerable<Node> Nodes(Node root) => DescendantsAndSelf(root);

    /// <summary>The nodes of one kind among a node and everything below it, parents first.</summary>
    public static IReadOnlyList<T> All<T>(Module root)
        where T : Node
        => root.All<T>();

    /// <summary>What is below a node, parents first. A node that is not wanted is left out with everything below it.</summary>
    public static IEnumerable<Node> Below(Node root, Func<Node, bool> isWanted)
    {
        var listed = root.Listed;
        var (nodes, counts) = listed is null ? List(root) : (listed, []);
        var (i, end) = listed is null ? (1, nodes.Length) : (root.Position + 1, root.Position + root.Count);
        while (i < end)
        {
            var node = nodes[i];
            var isTaken = isWanted(node);
            if (isTaken)
                yield return node;
            i += isTaken ? 1 : listed is null ? counts[i] : node.Count;
        }
    }

    /// <summary>What is below a function or a class and runs with it: not the code of functions and classes inside it.</summary>
    public static IEnumerable<Node> Own(Node owner) => Below(owner, static n => n is not (FunctionDefinition or ClassDef or Lambda));

    /// <summary>Lists all nodes of a module, and tells each where it stands.</summary>
    internal static Node[] Enlist(Module module)
    {
        var (nodes, counts) = List(module);
        for (var i = 0; i < nodes.Length; i++)
            nodes[i].Enlist(nodes, i, counts[i]);
        return nodes;
    }

    /// <summary>A node and everything below it, parents first, and how many each of them is with what is below it. Does not recurse, so depth is no matter.</summary>
    private static (Node[] Nodes, int[] Counts) List(Node root)
    {
        var (nodes, parents) = (new List<Node>(), new List<int>());
        var pending = new ChildCollector(64);
        pending.Child("", root);
        while (pending.TryPop(out var parent) is { } node)
        {
            nodes.Add(node);
            parents.Add(parent);
            pending.PushChildren(node, nodes.Count - 1);
        }
        var counts = new int[nodes.Count];
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            counts[i]++;
            if (i > 0)
                counts[parents[i]] += counts[i];
        }
        return ([.. nodes], counts);
    }

    /// <summary>Children in a stack of its own: an array of a struct, whose writes the runtime need not check as it checks an array of nodes.</summary>
    private sealed class ChildCollector(int capacity) : FieldVisitor
    {
        private Slot[] _slots = new Slot[capacity];
        private int _count;
        private int _parent;

        private struct Slot
        {
            public Node Node;
            public int Parent;
        }

        public Node? TryPop(out int parent)
        {
            if (_count == 0)
            {
                parent = 0;
                return null;
            }
            (var node, parent) = (_slots[--_count].Node, _slots[_count].Parent);
            return node;
        }

        /// <summary>Puts the children of a node on the stack, the first on top.</summary>
        public void PushChildren(Node node, int position)
        {
            var first = _count;
            _parent = position;
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
            _slots[_count++] = new Slot { Node = node, Parent = _parent };
        }
    }
}
