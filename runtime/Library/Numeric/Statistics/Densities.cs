using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Estimates of density: <see href="https://docs.python.org/3.13/library/statistics.html#statistics.kde">kde</see> and kde_random.</summary>
internal static class Densities
{
    public static void Declare(PyModule module) => module
        .Function("kde", "data, h, kernel='normal', *, cumulative=False", static a => Estimate(a[0], a[1], a[2], a[3].Truth))
        .Function("kde_random", "data, h, kernel='normal', *, seed=None", static a => Selection(a[0], a[1], a[2], a[3]));

    private static double Width(Any data, Any width)
    {
        if (Operators.Len(data) == 0)
            throw StatisticsModule.Fail("Empty data sequence");
        var first = PyValueInstance.Unwrap(Operators.GetItem(data, 0));
        if (!first.IsFloat && !Operators.IsIntLike(first))
            throw new TypeError("Data sequence must contain ints or floats");
        return width <= 0.0 ? throw StatisticsModule.Fail($"Bandwidth h must be positive, not h={Operators.Repr(width)}") : Lib.Real(width);
    }

    private static Any Estimate(Any data, Any given, Any name, bool cumulative)
    {
        var width = Width(data, given);
        var kernel = Kernel.Of(name);
        var shape = cumulative ? kernel.Cumulative : kernel.Density;
        var sample = new List<double>();

        (double Sum, int Count) At(double x)
        {
            if (sample.Count != Operators.Len(data))
            {
                sample = [.. Operators.ToList(data).Select(Lib.Real)];
                if (kernel.IsBounded)
                    sample.Sort();
            }
            // Of a bounded shape, only values near by count; those far below are all of them below.
            var near = kernel.IsBounded ? sample.Where(v => v >= x - width && v <= x + width) : sample;
            var below = cumulative && kernel.IsBounded ? sample.Count(v => v < x - width) : 0;
            var values = Lib.List(near.Select(v => (Any)shape((x - v) / width)));
            return (Lib.Real(Builtins.Find("sum").Call(values, below)), sample.Count);
        }

        var function = cumulative
            ? new PyFunction("kde.<locals>.cdf", "x", (Any x) => At(Lib.Real(x)) is var (sum, count) ? sum / count : Any.None)
            : new PyFunction("kde.<locals>.pdf", "x", (Any x) => At(Lib.Real(x)) is var (sum, count) ? sum / (count * width) : Any.None);
        function.Module = "statistics";
        function.Doc = $"{(cumulative ? "CDF" : "PDF")} estimate with h={Operators.Repr(given)} and kernel={Operators.Repr(name)}";
        return function;
    }

    private static Any Selection(Any data, Any given, Any name, Any seed)
    {
        var width = Width(data, given);
        var inverse = Kernel.Of(name).Inverse;
        var random = Modules.Import("random").Get("Random").Call(seed);
        return new PyFunction("kde_random.<locals>.rand", "", () => random.Invoke("choice", data) + (width * inverse(Lib.Real(random.Invoke("random")))))
        {
            Module = "statistics", Doc = $"Random KDE selection with h={Operators.Repr(given)} and kernel={Operators.Repr(name)}",
        };
    }
}
