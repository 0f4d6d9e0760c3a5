using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/colorsys.html">colorsys</see>: coordinates of colours, each from 0 to 1.</summary>
internal static class ColorsysModule
{
    private const double Third = 1.0 / 3.0;
    private const double Sixth = 1.0 / 6.0;

    public static PyModule Build() => new PyModule("colorsys")
        .Function("rgb_to_yiq", "r, g, b", static a => Of(a, static (r, g, b) =>
        {
            var y = (0.30 * r) + (0.59 * g) + (0.11 * b);
            return (y, (0.74 * (r - y)) - (0.27 * (b - y)), (0.48 * (r - y)) + (0.41 * (b - y)));
        }))
        .Function("yiq_to_rgb", "y, i, q", static a => Of(a, static (y, i, q) => (
            Math.Clamp(y + (0.9468822170900693 * i) + (0.6235565819861433 * q), 0.0, 1.0),
            Math.Clamp(y - (0.27478764629897834 * i) - (0.6356910791873801 * q), 0.0, 1.0),
            Math.Clamp(y - (1.1085450346420322 * i) + (1.7090069284064666 * q), 0.0, 1.0))))
        .Function("rgb_to_hls", "r, g, b", static a => ToHls(a))
        .Function("hls_to_rgb", "h, l, s", static a => FromHls(a))
        .Function("rgb_to_hsv", "r, g, b", static a => ToHsv(a))
        .Function("hsv_to_rgb", "h, s, v", static a => FromHsv(a))
        .Value("ONE_THIRD", Third).Value("ONE_SIXTH", Sixth).Value("TWO_THIRD", 2.0 / 3.0);

    private static PyTuple Of(Any[] a, Func<double, double, double, (double X, double Y, double Z)> convert)
        => convert(Lib.Real(a[0]), Lib.Real(a[1]), Lib.Real(a[2])) is var (x, y, z) ? PyTuple.Of(x, y, z) : PyTuple.Empty;

    private static (Any Least, Any Most) Ends(Any[] a)
        => (Operators.Less(a[1], a[0]) ? Operators.Less(a[2], a[1]) ? a[2] : a[1] : Operators.Less(a[2], a[0]) ? a[2] : a[0],
            Operators.Less(a[0], a[1]) ? Operators.Less(a[1], a[2]) ? a[2] : a[1] : Operators.Less(a[0], a[2]) ? a[2] : a[0]);

    private static Any Hue(Any[] a, Any most, Any range)
    {
        var red = (most - a[0]) / range;
        var green = (most - a[1]) / range;
        var blue = (most - a[2]) / range;
        var hue = Operators.Equal(a[0], most) ? blue - green
            : Operators.Equal(a[1], most) ? 2.0 + red - blue
            : 4.0 + green - red;
        return hue / 6.0 % 1.0;
    }

    private static PyTuple ToHls(Any[] a)
    {
        var (least, most) = Ends(a);
        var sum = most + least;
        var range = most - least;
        var light = sum / 2.0;
        if (Operators.Equal(least, most))
            return PyTuple.Of(0.0, light, 0.0);
        var saturation = range / (light <= 0.5 ? sum : 2.0 - most - least);
        return PyTuple.Of(Hue(a, most, range), light, saturation);
    }

    private static PyTuple FromHls(Any[] a)
    {
        var (h, l, s) = (a[0], a[1], a[2]);
        if (Operators.Equal(s, 0.0))
            return PyTuple.Of(l, l, l);
        var high = l <= 0.5 ? l * (1.0 + s) : l + s - (l * s);
        var low = (2.0 * l) - high;
        return PyTuple.Of(Channel(low, high, h + Third), Channel(low, high, h), Channel(low, high, h - Third));
    }

    private static Any Channel(Any low, Any high, Any hue)
    {
        hue %= 1.0;
        return hue < Sixth ? low + ((high - low) * hue * 6.0)
            : hue < 0.5 ? high
            : hue < 2.0 / 3.0 ? low + ((high - low) * ((2.0 / 3.0) - hue) * 6.0)
            : low;
    }

    private static PyTuple ToHsv(Any[] a)
    {
        var (least, most) = Ends(a);
        if (Operators.Equal(least, most))
            return PyTuple.Of(0.0, 0.0, most);
        var range = most - least;
        return PyTuple.Of(Hue(a, most, range), range / most, most);
    }

    private static PyTuple FromHsv(Any[] a)
    {
        var (h, s, v) = (a[0], a[1], a[2]);
        if (Operators.Equal(s, 0.0))
            return PyTuple.Of(v, v, v);
        var sector = (int)PyFloat.Truncate(Lib.Real(h * 6.0));
        var part = (h * 6.0) - sector;
        var p = v * (1.0 - s);
        var q = v * (1.0 - (s * part));
        var t = v * (1.0 - (s * (1.0 - part)));
        return (((sector % 6) + 6) % 6) switch
        {
            0 => PyTuple.Of(v, t, p),
            1 => PyTuple.Of(q, v, p),
            2 => PyTuple.Of(p, v, t),
            3 => PyTuple.Of(p, q, v),
            4 => PyTuple.Of(t, p, v),
            _ => PyTuple.Of(v, p, q),
        };
    }
}
