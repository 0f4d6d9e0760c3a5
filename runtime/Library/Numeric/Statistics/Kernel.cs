using Pytocs.Runtime.Core;
using static System.Math;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>
/// The shape that each value is spread into for an estimate of density. See <see href="https://docs.python.org/3.13/library/statistics.html#statistics.kde">kde</see>.
/// </summary>
/// <param name="Density">How dense it is at a place.</param>
/// <param name="Cumulative">How much of it lies below a place.</param>
/// <param name="Inverse">Below which place a part of it lies.</param>
/// <param name="IsBounded">Whether it ends one width from its middle.</param>
internal sealed record Kernel(Func<double, double> Density, Func<double, double> Cumulative, Func<double, double> Inverse, bool IsBounded = true)
{
    private static readonly double s_root2Pi = Sqrt(2 * PI);

    private static readonly double s_root2 = Sqrt(2);

    private static readonly Dictionary<string, Kernel> s_kernels = All();

    /// <exception cref="StatisticsError">There is none of that name.</exception>
    public static Kernel Of(Any name) => PyValueInstance.Unwrap(name).Ref is string text && s_kernels.TryGetValue(text, out var kernel) ? kernel : throw StatisticsModule.Fail($"Unknown kernel name: {Operators.Repr(name)}");

    private static Dictionary<string, Kernel> All()
    {
        var normal = ((Any)NormalDist.Type).Call();
        var kernels = new Dictionary<string, Kernel>(StringComparer.Ordinal)
        {
            ["normal"] = new(static t => Exp(-0.5 * t * t) / s_root2Pi, static t => 0.5 * (1.0 + SpecialFunctions.Erf(t / s_root2)), p => Lib.Real(normal.Invoke("inv_cdf", p)), IsBounded: false),
            ["logistic"] = new(static t => 0.5 / (1.0 + Cosh(t)), static t => 1.0 - (1.0 / (Exp(t) + 1.0)), static p => Log(p / (1 - p)), IsBounded: false),
            ["sigmoid"] = new(static t => 1 / PI / Cosh(t), static t => 2 / PI * Atan(Exp(t)), static p => Log(Tan(p * PI / 2)), IsBounded: false),
            ["rectangular"] = new(static _ => 0.5, static t => (0.5 * t) + 0.5, static p => (2 * p) - 1),
            ["triangular"] = new(static t => 1.0 - Abs(t), static t => (t * t * (t < 0.0 ? 0.5 : -0.5)) + t + 0.5, static p => p < 0.5 ? Sqrt(2 * p) - 1 : 1 - Sqrt(2 - (2 * p))),
            ["parabolic"] = new(static t => 0.75 * (1.0 - (t * t)), static t => (-0.25 * Pow(t, 3)) + (0.75 * t) + 0.5, static p => 2 * Cos((Acos((2 * p) - 1) + PI) / 3)),
            ["quartic"] = Quartic(),
            ["triweight"] = Triweight(),
            ["cosine"] = new(static t => PI / 4 * Cos(PI / 2 * t), static t => (0.5 * Sin(PI / 2 * t)) + 0.5, static p => 2 * Asin((2 * p) - 1) / PI),
        };
        foreach (var (name, other) in ((string, string)[])[("gauss", "normal"), ("uniform", "rectangular"), ("epanechnikov", "parabolic"), ("biweight", "quartic")])
            kernels[name] = kernels[other];
        return kernels;
    }

    private static Kernel Quartic()
    {
        static double Density(double t) => 0.9375 * Pow(1.0 - (t * t), 2);
        static double Below(double t) => (0.1875 * Pow(t, 5)) - (0.625 * Pow(t, 3)) + (0.9375 * t) + 0.5;
        return new(Density, Below, p =>
        {
            var (sign, part) = p <= 0.5 ? (1.0, p) : (-1.0, 1.0 - p);
            var start = Pow(2.0 * part, 0.4258865685331) - 1.0;
            if (part >= 0.004)
                start += 0.026818732 * Sin((7.101753784 * part) + 2.73230839482953);
            return Solved(start * sign, p, Below, Density);
        });
    }

    private static Kernel Triweight()
    {
        const double height = 35.0 / 32;
        static double Density(double t) => height * Pow(1.0 - (t * t), 3);
        static double Below(double t) => (height * ((-1.0 / 7 * Pow(t, 7)) + (0.6 * Pow(t, 5)) - Pow(t, 3) + t)) + 0.5;
        return new(Density, Below, p =>
        {
            var (sign, part) = p <= 0.5 ? (1.0, p) : (-1.0, 1.0 - p);
            return Solved((Pow(2.0 * part, 0.3400218741872791) - 1.0) * sign, p, Below, Density);
        });
    }

    /// <summary>The place at which a function has a value, by Newton's steps.</summary>
    private static double Solved(double x, double value, Func<double, double> function, Func<double, double> slope)
    {
        for (var difference = function(x) - value; Abs(difference) > 1e-12; difference = function(x) - value)
            x -= difference / slope(x);
        return x;
    }
}
