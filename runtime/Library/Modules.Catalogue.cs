using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The library's modules by name.</summary>
public static partial class Modules
{
    private static void RegisterCatalogue()
    {
        Register("math", MathModule.Build);
        Register("time", TimeModule.Build);
    }
}
