using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The functions of <see href="https://docs.python.org/3.13/library/random.html">random</see> for typed code: they draw from the module's own generator.</summary>
public static class RandomNumbers
{
    private static readonly PyRandom s_shared = (PyRandom)Modules.Import("random").Get("_inst").Ref!;

    /// <summary><c>random.random()</c>: at least 0, below 1.</summary>
    public static double Next() => s_shared.NextDouble();

    /// <summary><c>random.uniform(a, b)</c>.</summary>
    public static double Uniform(double a, double b) => a + ((b - a) * s_shared.NextDouble());

    /// <summary><c>random.randrange(stop)</c>.</summary>
    /// <exception cref="ValueError">The range is empty.</exception>
    public static PyInt Below(PyInt stop) => s_shared.Range(stop, Any.None, 1);

    /// <summary><c>random.randrange(start, stop)</c>.</summary>
    /// <exception cref="ValueError">The range is empty.</exception>
    public static PyInt Below(PyInt start, PyInt stop) => s_shared.Range(start, stop, 1);

    /// <summary><c>random.randint(a, b)</c>.</summary>
    /// <exception cref="ValueError">The range is empty.</exception>
    public static PyInt Between(PyInt a, PyInt b) => s_shared.Range(a, b + 1, 1);

    /// <summary><c>random.choice(items)</c>.</summary>
    /// <exception cref="IndexError">The list is empty.</exception>
    public static T Choice<T>(PyList<T> items) => items.Count > 0 ? items[s_shared.Range(items.Count, Any.None, 1)] : throw new IndexError("Cannot choose from an empty sequence");
}
