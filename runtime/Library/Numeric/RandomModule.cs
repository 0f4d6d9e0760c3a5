using System.Numerics;
using System.Security.Cryptography;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/random.html">random</see>: the same numbers as CPython's from the same seed.</summary>
internal sealed partial class PyRandom : PyObject
{
    private static readonly (string Name, string Signature, Func<PyRandom, Any[], Any> Body)[] s_functions =
    [
        ("seed", "a=None, version=2", static (r, a) => { r.Seed(a[0], a[1]); return Any.None; }),
        ("random", "", static (r, _) => r._source.NextDouble()),
        ("getrandbits", "k, /", static (r, a) => r.Own(a[0])),
        ("randbytes", "n", static (r, a) => r.Bytes(a[0])),
        ("randrange", "start, stop=None, step=1", static (r, a) => r.Range(a[0], a[1], a[2])),
        ("randint", "a, b", static (r, a) => r.Range(a[0], a[1] + 1, 1)),
        ("choice", "seq", static (r, a) => r.Choice(a[0])),
        ("shuffle", "x", static (r, a) => r.Shuffle(a[0])),
        ("sample", "population, k, *, counts=None", static (r, a) => r.Sample(a[0], a[1], a[2])),
        ("choices", "population, weights=None, *, cum_weights=None, k=1", static (r, a) => r.Choices(a[0], a[1], a[2], a[3])),
        ("uniform", "a, b", static (r, a) => a[0] + ((a[1] - a[0]) * r.Random())),
        ("triangular", "low=0.0, high=1.0, mode=None", static (r, a) => r.Triangular(a[0], a[1], a[2])),
        ("gauss", "mu=0.0, sigma=1.0", static (r, a) => a[0] + (r.Gauss() * a[1])),
        ("normalvariate", "mu=0.0, sigma=1.0", static (r, a) => a[0] + (r.Normal() * a[1])),
        ("lognormvariate", "mu, sigma", static (r, a) => Math.Exp(D(a[0] + (r.Normal() * a[1]))) is var e && double.IsInfinity(e) ? throw new OverflowError("math range error") : e),
        ("expovariate", "lambd=1.0", static (r, a) => (Any)(-Math.Log(1.0 - r.Random())) / a[0]),
        ("paretovariate", "alpha", static (r, a) => Operators.Binary(BinaryOperator.Pow, 1.0 - r.Random(), (Any)(-1.0) / a[0])),
        ("weibullvariate", "alpha, beta", static (r, a) => a[0] * Operators.Binary(BinaryOperator.Pow, -Math.Log(1.0 - r.Random()), (Any)1.0 / a[1])),
        ("gammavariate", "alpha, beta", static (r, a) => Distributions.Gamma(r.Random, D(a[0]), D(a[1]))),
        ("betavariate", "alpha, beta", static (r, a) => Distributions.Beta(r.Gamma, D(a[0]), D(a[1]))),
        ("vonmisesvariate", "mu, kappa", static (r, a) => Distributions.VonMises(r.Random, D(a[0]), D(a[1]))),
        ("binomialvariate", "n=1, p=0.5", static (r, a) => Distributions.Binomial(r.Random, Operators.Index(a[0]), D(a[1]))),
        ("getstate", "", static (r, _) => r.GetState()),
        ("setstate", "state", static (r, a) => { r.SetState(a[0]); return Any.None; }),
        ("_randbelow", "n", static (r, a) => r.Below(Operators.Index(a[0]))),
    ];

    public static readonly PyType Type = CreateType();

    private readonly MersenneTwister _source = new();
    private Any _nextGauss = Any.None;
    private PyType _class = Type!;

    public override PyType Class => _class;

    private static PyRandom Self(Any o) => (PyRandom)o.Ref!;

    /// <summary>Whether a subclass, the object itself or a patch of the class has another method of the name: what draws numbers then uses that one.</summary>
    private bool IsReplaced(string name)
        => ((!ReferenceEquals(_class, Type) || !IsWhole()) && !ReferenceEquals(_class.Lookup(name).Ref, s_own[name])) || InstanceDict(create: false)?.ContainsKey(name) == true;

    private static readonly Dictionary<string, object?> s_own = s_functions.ToDictionary(static f => f.Name, static f => Type.Namespace[f.Name].Ref, StringComparer.Ordinal);

    private static int s_wholeAt = -1;
    private static bool s_isWhole;

    /// <summary>Whether the class has its own methods still.</summary>
    private static bool IsWhole()
    {
        if (s_wholeAt != PyType.Version)
            (s_wholeAt, s_isWhole) = (PyType.Version, s_own.All(static f => Type.Namespace.TryGetValue(f.Key, out var now) && ReferenceEquals(now.Ref, f.Value)));
        return s_isWhole;
    }

    /// <summary>The next of the floats, as the module's own <c>random</c> gives it.</summary>
    internal double NextDouble() => _source.NextDouble();

    private double Random() => IsReplaced("random") ? D(((Any)this).Invoke("random")) : _source.NextDouble();

    private double Gamma(double alpha) => IsReplaced("gammavariate") ? D(((Any)this).Invoke("gammavariate", alpha, 1.0)) : Distributions.Gamma(Random, alpha, 1.0);

    private PyInt Bits(PyInt count) => IsReplaced("getrandbits") ? Operators.Index(((Any)this).Invoke("getrandbits", count)) : Own(count);

    private PyInt Own(Any count)
    {
        var bits = (int)Operators.Index(count);
        return bits < 0 ? throw new ValueError("number of bits must be non-negative") : _source.Bits(bits);
    }

    /// <summary>A number below n; of the floats that <c>random</c> gives where a subclass has its own and no bits.</summary>
    private PyInt Below(PyInt n)
    {
        if (FloatsOnly())
            return BelowByFloats(n);
        PyInt bits = n.BitLength;
        var value = Bits(bits);
        while (value >= n)
            value = Bits(bits);
        return value;
    }

    private bool FloatsOnly()
    {
        if (ReferenceEquals(_class, Type) && IsWhole())
            return false;
        foreach (var type in _class.Mro)
        {
            if (type.Namespace.ContainsKey("getrandbits"))
                return false;
            if (type.Namespace.ContainsKey("random") && !ReferenceEquals(type, Type))
                return true;
        }
        return false;
    }

    private PyInt BelowByFloats(PyInt n)
    {
        PyInt most = 1L << 53;
        if (n >= most)
        {
            Modules.ImportFrom("warnings", "warn").Call("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\nTo remove the range limitation, add a getrandbits() method.");
            return new BigInteger(Math.Floor(Random() * PyInt.ToDouble(n)));
        }
        var limit = PyInt.TrueDiv(most - PyInt.Mod(most, n), most);
        var r = Random();
        while (r >= limit)
            r = Random();
        return PyInt.Mod((long)Math.Floor(r * (1L << 53)), n);
    }

    internal PyInt Range(Any start, Any stop, Any step)
    {
        var first = Operators.Index(start);
        if (stop.IsNone)
        {
            if (step.IsFloat || step.IsBool || !Operators.IsIntLike(step) || Operators.ToInt(step) != 1)
                throw new TypeError("Missing a non-None stop argument");
            return first > 0 ? Below(first) : throw new ValueError("empty range for randrange()");
        }
        var last = Operators.Index(stop);
        var by = Operators.Index(step);
        if (by == 1)
            return last > first ? first + Below(last - first) : throw new ValueError($"empty range in randrange({Operators.Str(start)}, {Operators.Str(stop)})");
        var count = by > 0 ? PyInt.FloorDiv(last - first + by - 1, by) : by < 0 ? PyInt.FloorDiv(last - first + by + 1, by) : throw new ValueError("zero step for randrange()");
        return count > 0 ? first + (by * Below(count)) : throw new ValueError($"empty range in randrange({Operators.Str(start)}, {Operators.Str(stop)}, {Operators.Str(step)})");
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

    private PyBytes Bytes(Any count)
    {
        var bits = Operators.Index(count * 8);
        var drawn = (BigInteger)Bits(bits);
        var bytes = new byte[(int)(bits / 8)];
        var given = drawn.IsZero ? [] : drawn.ToByteArray(isUnsigned: true);
        if (given.Length > bytes.Length)
            throw new OverflowError("int too big to convert");
        given.CopyTo(bytes, 0);
        return PyBytes.Wrap(bytes);
    }

    private double Gauss()
    {
        var kept = _nextGauss;
        _nextGauss = Any.None;
        if (!kept.IsNone)
            return D(kept);
        var x2pi = Random() * 2 * Math.PI;
        var g2rad = Math.Sqrt(-2.0 * Math.Log(1.0 - Random()));
        _nextGauss = Math.Sin(x2pi) * g2rad;
        return Math.Cos(x2pi) * g2rad;
    }

    private double Normal()
    {
        var magic = 4 * Math.Exp(-0.5) / Math.Sqrt(2.0);
        while (true)
        {
            var u1 = Random();
            var u2 = 1.0 - Random();
            var z = magic * (u1 - 0.5) / u2;
            if (z * z / 4.0 <= -Math.Log(u2))
                return z;
        }
    }

    private static double D(Any a) => Numeric.TryFloat(a, out var value) ? value : throw new TypeError($"must be real number, not {PyType.Of(a).ErrorName}");

    private Any Triangular(Any low, Any high, Any mode)
    {
        var u = Random();
        double c;
        try
        {
            c = mode.IsNone ? 0.5 : D((mode - low) / (high - low));
        }
        catch (ZeroDivisionError)
        {
            return low;
        }
        if (u > c)
            (u, c, low, high) = (1.0 - u, 1.0 - c, high, low);
        return low + ((high - low) * Math.Sqrt(u * c));
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Random", module: "random");
        type.HasInstanceDict = true;
        type.New(static (cls, _) => new PyRandom { _class = cls });
        type.Method("__init__", "self, x=None", static a => Lib.Do(() =>
            {
                if (Self(a[0]).IsReplaced("seed"))
                    a[0].Invoke("seed", a[1]);
                else
                    Self(a[0]).Seed(a[1], 2);
                Self(a[0])._nextGauss = Any.None;
            }))
            .Property("gauss_next", static o => Self(o)._nextGauss, static (o, value) => Self(o)._nextGauss = value)
            .Attribute("VERSION", StateVersion)
            .Method("__getstate__", static o => o.Invoke("getstate"))
            .Method("__setstate__", "self, state", static (o, state) => Lib.Do(() => o.Invoke("setstate", state)))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Empty, o.Invoke("getstate")));
        foreach (var (name, signature, body) in s_functions)
            type.Method(name, signature.Length == 0 ? "self" : "self, " + signature, a => body(Self(a[0]), a[1..]));
        return type;
    }

    /// <summary>Random numbers of the operating system: no seed and no state.</summary>
    private static PyType CreateSystem()
    {
        static Any Stateless(Any[] _) => throw new NotImplementedError("System entropy source does not have state.");
        return PyType.Builtin("SystemRandom", Type, module: "random")
            .Method("random", "self", static (Any[] _) => (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 11) * (1.0 / (1L << 53)))
            .Method("getrandbits", "self, k", static (_, k) =>
            {
                var count = Operators.Index(k);
                if (count < 0)
                    throw new ValueError("number of bits must be non-negative");
                var bits = (int)count;
                var bytes = (int)(((long)bits + 7) / 8);
                return (PyInt)(new BigInteger(RandomNumberGenerator.GetBytes(bytes), isUnsigned: true) >> ((bytes * 8) - bits));
            })
            .Method("randbytes", "self, n", static (_, n) => (int)Operators.Index(n) is var count && count < 0
                ? throw new ValueError("negative argument not allowed")
                : PyBytes.Wrap(RandomNumberGenerator.GetBytes(count)))
            .Method("seed", "self, *args, **kwds", static (Any[] _) => Any.None)
            .Method("getstate", "self, *args, **kwds", Stateless)
            .Method("setstate", "self, *args, **kwds", Stateless);
    }

    public static PyModule Build()
    {
        var shared = new PyRandom();
        shared.Seed(Any.None, 2);
        var module = new PyModule("random").Type(Type).Type(CreateSystem()).Value("_inst", shared)
            .Value("BPF", 53).Value("RECIP_BPF", 1.0 / (1L << 53)).Value("TWOPI", 2 * Math.PI).Value("LOG4", Math.Log(4.0))
            .Value("NV_MAGICCONST", 4 * Math.Exp(-0.5) / Math.Sqrt(2.0)).Value("SG_MAGICCONST", 1.0 + Math.Log(4.5));
        foreach (var (name, _, _) in s_functions)
            if (name[0] != '_')
                module.Value(name, ((Any)shared).Get(name));
        return module;
    }
}
