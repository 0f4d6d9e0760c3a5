using System.Collections;

namespace Pytocs.Parser.Ast;

/// <summary>The direct children of a node. To go through them takes no memory.</summary>
public readonly struct NodeChildren : IEnumerable<Node>
{
    private readonly Node[] _nodes;
    private readonly int _start;
    private readonly int _end;
    private readonly bool _skips;

    /// <param name="nodes">What they stand among.</param>
    /// <param name="start">Where the first one stands.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="skips">Whether what is below each of them stands behind it.</param>
    internal NodeChildren(Node[] nodes, int start, int end, bool skips) => (_nodes, _start, _end, _skips) = (nodes, start, end, skips);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether something is true of one of them.</summary>
    public bool Any(Func<Node, bool> isTrue)
    {
        foreach (var child in this)
            if (isTrue(child))
                return true;
        return false;
    }

    /// <summary>Goes from one to the next.</summary>
    public struct Enumerator(NodeChildren children) : IEnumerator<Node>
    {
        private int _next = children._start;

        public Node Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_next >= children._end)
                return false;
            Current = children._nodes[_next];
            _next += children._skips ? Current.Count : 1;
            return true;
        }

        void IEnumerator.Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}
