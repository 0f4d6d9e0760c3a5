namespace Pytocs.Runtime.Core;

/// <summary>
/// The order in which a generic function looks at classes: the method resolution order of the argument's class, with abstract
/// classes that it fulfils without being derived from them put in where they come to hold.
/// See <see href="https://peps.python.org/pep-0443/#abstract-base-classes">PEP 443</see>.
/// </summary>
internal static class DispatchOrder
{
    public static List<PyType> Of(PyType cls, IReadOnlyList<PyType> registered)
    {
        var bases = cls.Mro.ToArray();
        var fitting = registered.Where(t => !bases.Contains(t) && Builtins.IsSubclass(cls, t)).ToList();
        // A base of another one comes with that one's own order.
        var leaves = fitting.Where(t => !fitting.Exists(other => !ReferenceEquals(other, t) && other.Mro.Contains(t))).ToList();
        var order = new List<PyType>();
        foreach (var leaf in leaves)
        {
            // Subclasses that the class fulfils as well say which of the abstract classes come first.
            var chains = leaf.Subclasses.Select(static w => w.TryGetTarget(out var t) ? t : null).OfType<PyType>()
                .Where(s => !bases.Contains(s) && Builtins.IsSubclass(cls, s))
                .Select(s => s.Mro.ToArray().Where(leaves.Contains).ToList()).OrderByDescending(static c => c.Count).ToList();
            if (chains.Count == 0)
                order.Add(leaf);
            foreach (var one in chains.SelectMany(static c => c))
                if (!order.Contains(one))
                    order.Add(one);
        }
        return Linear(cls, order);
    }

    private static List<PyType> Linear(PyType cls, List<PyType> abstracts)
    {
        // Those bases that lead up to the last abstract one are looked at first, then what is fulfilled only.
        var bases = cls.Bases.ToArray();
        var boundary = Array.FindLastIndex(bases, static b => !Operators.GetAttr(b, "__abstractmethods__", Any.Unbound).IsUnbound) + 1;
        var implicits = abstracts.Where(a => Builtins.IsSubclass(cls, a) && !bases.Any(b => Builtins.IsSubclass(b, a))).ToList();
        var others = abstracts.Except(implicits).ToList();
        PyType[] first = bases[..boundary], last = bases[boundary..];
        List<List<PyType>> sequences = [[cls]];
        foreach (var part in (IEnumerable<PyType>[])[first, implicits, last])
            sequences.AddRange(part.Select(b => Linear(b, others)));
        sequences.AddRange([[.. first], [.. implicits], [.. last]]);
        return Merge(sequences);
    }

    private static List<PyType> Merge(List<List<PyType>> sequences)
    {
        var result = new List<PyType>();
        while (true)
        {
            sequences.RemoveAll(static s => s.Count == 0);
            if (sequences.Count == 0)
                return result;
            var next = sequences.Select(static s => s[0]).FirstOrDefault(c => sequences.TrueForAll(s => s.IndexOf(c) <= 0)) ?? throw new RuntimeError("Inconsistent hierarchy");
            result.Add(next);
            foreach (var sequence in sequences)
                if (ReferenceEquals(sequence[0], next))
                    sequence.RemoveAt(0);
        }
    }
}
