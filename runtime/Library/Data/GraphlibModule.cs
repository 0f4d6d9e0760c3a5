using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/graphlib.html">graphlib</see>.</summary>
internal static class GraphlibModule
{
    private static readonly PyType s_cycle = PyType.Emitted("CycleError", "graphlib", ValueError.Type);

    public static PyModule Build() => new PyModule("graphlib").Type(TopologicalSorter.Type).Type(s_cycle);

    /// <summary>A node with what waits for it.</summary>
    private sealed class Node(Any value)
    {
        public Any Value => value;

        public int Waits { get; set; }

        public bool IsOut { get; set; }

        public bool IsDone { get; set; }

        public List<Node> Successors { get; } = [];
    }

    private sealed class TopologicalSorter : PyObject
    {
        public static readonly PyType Type = Declare();

        private readonly PyType _class;
        private readonly PyDict<Any, Any> _index = new();
        private readonly List<Node> _nodes = [];
        private List<Node>? _ready;
        private int _out;
        private int _finished;

        private TopologicalSorter(PyType cls) => _class = cls;

        public override PyType Class => _class;

        private static TopologicalSorter Self(Any o) => (TopologicalSorter)o.Ref!;

        private static PyType Declare()
        {
            var type = PyType.Emitted("TopologicalSorter", "graphlib");
            type.New(static (cls, _) => new TopologicalSorter(cls));
            return type
                .Method("__init__", "self, graph=None", static (self, graph) => Lib.Do(() =>
                {
                    if (!graph.IsNone)
                        foreach (var (node, before) in Operators.MappingItems(graph))
                            Self(self).Add(node, Operators.ToList(before));
                }))
                .Method("add", "self, node, *predecessors", static a => Lib.Do(() => Self(a[0]).Add(a[1], Lib.Tuple(a[2]))))
                .Method("prepare", static self => Lib.Do(() => Self(self).Prepare()))
                .Method("get_ready", static self => Self(self).GetReady())
                .Method("is_active", static self => Self(self).IsActive())
                .Method("__bool__", static self => Self(self).IsActive())
                .Method("done", "self, *nodes", static (self, nodes) => Lib.Do(() => Self(self).Done(Lib.Tuple(nodes))))
                .Method("static_order", static self => new SequenceOf(PyIterator.DeclareType("generator"), Order(self)))
                .Subscripted();
        }

        private Node Find(Any value)
        {
            if (_index.TryGetValue(value, out var at))
                return _nodes[(int)Lib.Int(at)];
            _index[value] = _nodes.Count;
            _nodes.Add(new Node(value));
            return _nodes[^1];
        }

        private void Add(Any value, IEnumerable<Any> before)
        {
            if (_ready is not null)
                throw new ValueError("Nodes cannot be added after a call to prepare()");
            var node = Find(value);
            foreach (var earlier in before)
            {
                node.Waits++;
                Find(earlier).Successors.Add(node);
            }
        }

        private void Prepare()
        {
            if (_ready is not null)
                throw new ValueError("cannot prepare() more than once");
            _ready = _nodes.FindAll(static n => n.Waits == 0);
            if (FindCycle() is { } cycle)
                throw (BaseException)s_cycle.Call("nodes are in a cycle", Lib.List(cycle.Select(static n => n.Value))).Ref!;
        }

        /// <summary>A way from a node back to itself; null where there is none.</summary>
        private List<Node>? FindCycle()
        {
            var (seen, path, place) = (new HashSet<Node>(), new List<(Node Node, int Next)>(), new Dictionary<Node, int>());
            foreach (var start in _nodes)
            {
                if (!seen.Add(start))
                    continue;
                path.Add((start, 0));
                place[start] = 0;
                while (path.Count > 0)
                {
                    var (node, next) = path[^1];
                    if (next == node.Successors.Count)
                    {
                        path.RemoveAt(path.Count - 1);
                        place.Remove(node);
                        continue;
                    }
                    path[^1] = (node, next + 1);
                    var successor = node.Successors[next];
                    if (place.TryGetValue(successor, out var from))
                        return [.. path.Skip(from).Select(static p => p.Node), successor];
                    if (!seen.Add(successor))
                        continue;
                    place[successor] = path.Count;
                    path.Add((successor, 0));
                }
            }
            return null;
        }

        private List<Node> Prepared() => _ready ?? throw new ValueError("prepare() must be called first");

        private PyTuple GetReady()
        {
            var ready = Prepared();
            var result = new PyTuple([.. ready.Select(static n => n.Value)]);
            ready.ForEach(static n => n.IsOut = true);
            _out += ready.Count;
            ready.Clear();
            return result;
        }

        private bool IsActive() => Prepared() is var ready && (_finished < _out || ready.Count > 0);

        private void Done(PyTuple values)
        {
            Prepared();
            foreach (var value in values)
            {
                if (!_index.TryGetValue(value, out var at))
                    throw new ValueError($"node {Operators.Repr(value)} was not added using add()");
                var node = _nodes[(int)Lib.Int(at)];
                if (node.IsDone)
                    throw new ValueError($"node {Operators.Repr(value)} was already marked done");
                if (!node.IsOut)
                    throw new ValueError($"node {Operators.Repr(value)} was not passed out (still not ready)");
                node.IsDone = true;
                _finished++;
                foreach (var successor in node.Successors)
                    if (--successor.Waits == 0)
                        _ready!.Add(successor);
            }
        }

        private static IEnumerable<Any> Order(Any self)
        {
            self.Invoke("prepare");
            while (self.Invoke("is_active").Truth)
            {
                var ready = self.Invoke("get_ready");
                foreach (var node in Operators.ToList(ready))
                    yield return node;
                self.Invoke("done", new Arguments { new Star(ready) });
            }
        }
    }
}
