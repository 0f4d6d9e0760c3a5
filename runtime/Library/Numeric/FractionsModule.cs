using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/fractions.html">fractions</see>.</summary>
internal static class FractionsModule
{
    public static PyModule Build() => new PyModule("fractions").Type(PyFraction.Type);
}
