using System.Numerics;
using System.Security.Cryptography;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/random.html">random</see>: the same numbers as CPython's from the same seed.</summary>
internal sealed class PyRandom : PyObject
{
    private static readonly (string Name, string Signature, Func<PyRandom, Any[], Any> Body)[] s_functions =
    [
        ("seed", "a=None, version=2", static (r, a) => { r.Seed(a[0]); return Any.None; }),
        ("random", "", static (r, _) => r.Random()),
        ("getrandbits", "k, /", static (r, a) => (PyInt)r._source.Bits((int)Operators.Index(a[0]))),
        ("randbytes", "n", static (r, a) => r.Bytes((int)Operators.Index(a[0]))),
        ("randrange", "start, stop=None, step=1", static (r, a) => r.Range(a[0], a[1], a[2])),
        ("randint", "a, b", static (r, a) => r.Range(a[0], Operators.Index(a[1]) + 1, 1)),
        ("choice", "seq", static (r, a) => r.Choice(a[0])),
        ("shuffle", "x", static (r, a) => r.Shuffle(a[0])),
        ("sample", "population, k, *, counts=None", static (r, a) => a[2].IsNone ? r.Sample(a[0], (int)Operators.Index(a[1])) : r.SampleCounted(a[0], (int)Operators.Index(a[1]), a[2])),
        ("choices", "population, weights=None, *, cum_weights=None, k=1", static (r, a) => r.Choices(a[0], a[1], a[2], (int)Operators.Index(a[3]))),
        ("uniform", "a, b", static (r, a) => D(a[0]) + ((D(a[1]) - D(a[0])) * r.Random())),
        ("triangular", "low=0.0, high=1.0, mode=None", static (r, a) => r.Triangular(D(a[0]), D(a[1]), a[2])),
        ("gauss", "mu=0.0, sigma=1.0", static (r, a) => r.Gauss(D(a[0]), D(a[1]))),
        ("normalvariate", "mu=0.0, sigma=1.0", static (r, a) => r.Normal(D(a[0]), D(a[1]))),
        ("lognormvariate", "mu=0.0, sigma=1.0", static (r, a) => Math.Exp(r.Normal(D(a[0]), D(a[1])))),
        ("expovariate", "lambd=1.0", static (r, a) => -Math.Log(1.0 - r.Random()) / D(a[0])),
        ("paretovariate", "alpha", static (r, a) => Math.Pow(1.0 - r.Random(), -1.0 / D(a[0]))),
        ("weibullvariate", "alpha, beta", static (r, a) => D(a[0]) * Math.Pow(-Math.Log(1.0 - r.Random()), 1.0 / D(a[1]))),
        ("gammavariate", "alpha, beta", static (r, a) => Distributions.Gamma(r.Random, D(a[0]), D(a[1]))),
        ("betavariate", "alpha, beta", static (r, a) => Distributions.Beta(r.Random, D(a[0]), D(a[1]))),
        ("vonmisesvariate", "mu, kappa", static (r, a) => Distributions.VonMises(r.Random, D(a[0]), D(a[1]))),
        ("binomialvariate", "n=1, p=0.5", static (r, a) => Distributions.Binomial(r.Random, Operators.Index(a[0]), D(a[1]))),
        ("getstate", "", static (r, _) => r._source.Save() is var (s, i) ? PyTuple.Of(3, new PyTuple([.. s.Select(w => (Any)(long)w), i]), r._nextGauss is { } g ? g : Any.None) : Any.None),
        ("setstate", "state", static (r, a) =>
        {
            var words = Operators.ToList(((PyTuple)a[0].Ref!)[1]);
            r._source.Restore([.. words.Take(624).Select(w => (uint)w.Bits)], (int)words[624].Bits);
            r._nextGauss = ((PyTuple)a[0].Ref!)[2] is { IsNone: false } g ? g.FloatValue : null;
            return Any.None;
        }),
    ];

    public static readonly PyType Type = CreateType();

    private readonly MersenneTwister _source = new();
    private double? _nextGauss;
    private PyType _class = Type!;

    public PyRandom(Any seed) => Seed(seed);

    public override PyType Class => _class;

    private static PyRandom Self(Any o) => (PyRandom)o.Ref!;

    private void Seed(Any seed)
    {
        _nextGauss = null;
        seed = PyValueInstance.Unwrap(seed);
        BigInteger number;
        if (seed.IsNone)
            number = new BigInteger(RandomNumberGenerator.GetBytes(32), isUnsigned: true);
        else if (Operators.IsIntLike(seed))
            number = BigInteger.Abs(Operators.ToInt(seed));
        else if (seed.Ref is string || seed.Ref is PyBytesBase)
        {
            var bytes = seed.Ref is string text ? System.Text.Encoding.UTF8.GetBytes(text) : ((PyBytesBase)seed.Ref!).ToArray();
            number = new BigInteger([.. bytes, .. SHA512.HashData(bytes)], isUnsigned: true, isBigEndian: true);
        }
        else if (seed.IsFloat)
            number = new BigInteger(unchecked((ulong)PyFloat.Hash(seed.FloatValue)));
        else
            throw new TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
        _source.Seed(number);
    }

    private double Random() => _source.NextDouble();

    private PyInt Below(PyInt n)
    {
        var bits = (int)n.BitLength;
        PyInt value = _source.Bits(bits);
        while (value >= n)
            value = _source.Bits(bits);
        return value;
    }

    private PyInt Range(Any start, Any stop, Any step)
    {
        var first = Operators.Index(start);
        if (stop.IsNone)
            return first > 0 ? Below(first) : throw new ValueError("empty range for randrange()");
        var last = Operators.Index(stop);
        var by = Operators.Index(step);
        if (by == 1)
            return last > first ? first + Below(last - first) : throw new ValueError($"empty range in randrange({first}, {last})");
        var count = by > 0 ? PyInt.FloorDiv(last - first + by - 1, by) : by < 0 ? PyInt.FloorDiv(last - first + by + 1, by) : throw new ValueError("zero step for randrange()");
        return count > 0 ? first + (by * Below(count)) : throw new ValueError($"empty range in randrange({first}, {last}, {by})");
    }

    private Any Choice(Any items)
    {
        var count = Operators.Len(items);
        return count > 0 ? Operators.GetItem(items, Below(count)) : throw new IndexError("Cannot choose from an empty sequence");
    }

    private Any Shuffle(Any items)
    {
        for (var i = Operators.Len(items) - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            var (a, b) = (Operators.GetItem(items, i), Operators.GetItem(items, j));
            Operators.SetItem(items, i, b);
            Operators.SetItem(items, j, a);
        }
        return Any.None;
    }

    private Any Sample(Any population, int k)
    {
        if (population.Ref is PySet or PyDict)
            throw new TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
        var n = (int)Operators.Len(population);
        if (k < 0 || k > n)
            throw new ValueError("Sample larger than population or is negative");
        var result = new PyList<Any>();
        var setSize = 21.0;
        if (k > 5)
            setSize += Math.Pow(4, Math.Ceiling(Math.Log(k * 3, 4)));
        if (n <= setSize)
        {
            var pool = Operators.ToList(population);
            for (var i = 0; i < k; i++)
            {
                var j = (int)Below(n - i);
                result.Append(pool[j]);
                pool[j] = pool[n - i - 1];
            }
            return result;
        }
        var chosen = new HashSet<int>();
        for (var i = 0; i < k; i++)
        {
            var j = (int)Below(n);
            while (!chosen.Add(j))
                j = (int)Below(n);
            result.Append(Operators.GetItem(population, j));
        }
        return result;
    }

    /// <summary>Each item as often as it counts.</summary>
    private Any SampleCounted(Any population, int k, Any counts)
    {
        if (population.Ref is PySet or PyDict)
            throw new TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
        var sums = new List<long>();
        foreach (var count in counts)
        {
            if (!Operators.IsIntLike(count))
                throw new TypeError("Counts must be integers");
            sums.Add((sums.Count == 0 ? 0 : sums[^1]) + (long)Operators.ToInt(count));
        }
        if (sums.Count != Operators.Len(population))
            throw new ValueError("The number of counts does not match the population");
        if (sums.Count > 0 && sums[^1] < 0)
            throw new ValueError("Counts must be non-negative");
        var result = new PyList<Any>();
        foreach (var place in Sample(new PyRange(0, sums.Count == 0 ? 0 : sums[^1], 1), k))
            result.Append(Operators.GetItem(population, sums.FindIndex(s => s > (long)Operators.ToInt(place))));
        return result;
    }

    private Any Choices(Any population, Any weights, Any cumulative, int k)
    {
        var n = Operators.Len(population);
        var result = new PyList<Any>();
        if (weights.IsNone && cumulative.IsNone)
        {
            for (var i = 0; i < k; i++)
                result.Append(Operators.GetItem(population, (long)Math.Floor(Random() * n)));
            return result;
        }
        var sums = new List<double>();
        var total = 0.0;
        foreach (var item in cumulative.IsNone ? weights : cumulative)
        {
            Numeric.TryFloat(item, out var weight);
            total = cumulative.IsNone ? total + weight : weight;
            sums.Add(total);
        }
        if (sums.Count != n)
            throw new ValueError("The number of weights does not match the population");
        if (total <= 0)
            throw new ValueError("Total of weights must be greater than zero");
        for (var i = 0; i < k; i++)
        {
            var at = sums.BinarySearch(0, sums.Count - 1, Random() * total, Comparer<double>.Create(static (a, b) => a <= b ? -1 : 1));
            result.Append(Operators.GetItem(population, at < 0 ? ~at : at));
        }
        return result;
    }

    private PyBytes Bytes(int count)
    {
        var bytes = new byte[count];
        _source.Bits(count * 8).ToByteArray(isUnsigned: true).AsSpan().CopyTo(bytes);
        return PyBytes.Wrap(bytes);
    }

    private double Gauss(double mu, double sigma)
    {
        var z = _nextGauss;
        _nextGauss = null;
        if (z is null)
        {
            var x2pi = Random() * 2 * Math.PI;
            var g2rad = Math.Sqrt(-2.0 * Math.Log(1.0 - Random()));
            z = Math.Cos(x2pi) * g2rad;
            _nextGauss = Math.Sin(x2pi) * g2rad;
        }
        return mu + (z.Value * sigma);
    }

    private double Normal(double mu, double sigma)
    {
        var magic = 4 * Math.Exp(-0.5) / Math.Sqrt(2.0);
        while (true)
        {
            var u1 = Random();
            var u2 = 1.0 - Random();
            var z = magic * (u1 - 0.5) / u2;
            if (z * z / 4.0 <= -Math.Log(u2))
                return mu + (z * sigma);
        }
    }

    private static double D(Any a) => Numeric.TryFloat(a, out var value) ? value : throw new TypeError($"must be real number, not {PyType.Of(a).ErrorName}");

    private double Triangular(double low, double high, Any mode)
    {
        var u = Random();
        var c = mode.IsNone ? 0.5 : high == low ? 0 : (D(mode) - low) / (high - low);
        if (u > c)
            (u, c, low, high) = (1.0 - u, 1.0 - c, high, low);
        return low + ((high - low) * Math.Sqrt(u * c));
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Random", module: "random");
        type.HasInstanceDict = true;
        type.New("cls, x=None", static a => new PyRandom(a[1]) { _class = (PyType)a[0].Ref! });
        type.Allocator = static (cls, arguments) => new PyRandom(arguments.Count > 0 ? arguments[0] : Any.None) { _class = cls };
        foreach (var (name, signature, body) in s_functions)
            type.Method(name, signature.Length == 0 ? "self" : "self, " + signature, a => body(Self(a[0]), a[1..]));
        return type;
    }

    public static PyModule Build()
    {
        var shared = new PyRandom(Any.None);
        var module = new PyModule("random").Type(Type).Value("SystemRandom", Type);
        foreach (var (name, signature, body) in s_functions)
            module.Function(name, signature, a => body(shared, a));
        return module;
    }
}
