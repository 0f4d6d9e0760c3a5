namespace Pytocs.Runtime.Core;

/// <summary>
/// C3 linearisation. See
/// <see href="https://docs.python.org/3.13/howto/mro.html">The Python 2.3 Method Resolution Order</see>.
/// </summary>
internal static class MethodResolutionOrder
{
    public static PyType[] Linearise(PyType type, PyType[] bases)
    {
        var sequences = new List<List<PyType>>();
        foreach (var b in bases)
            sequences.Add([.. b.Mro]);
        sequences.Add([.. bases]);
        var result = new List<PyType> { type };
        while (true)
        {
            sequences.RemoveAll(s => s.Count == 0);
            if (sequences.Count == 0)
                return [.. result];
            var next = sequences.Select(s => s[0]).FirstOrDefault(c => sequences.All(s => s.IndexOf(c) <= 0));
            if (next is null)
            {
                var names = string.Join(", ", sequences.Select(s => s[0].Name).Distinct());
                throw new TypeError($"Cannot create a consistent method resolution order (MRO) for bases {names}");
            }
            result.Add(next);
            foreach (var s in sequences)
                s.Remove(next);
        }
    }
}
