using Pytocs.Runtime.Async;

namespace Pytocs.Runtime.Core;

/// <summary>Which modules there are.</summary>
public static partial class Modules
{
    private static void RegisterLibrary()
    {
        Register("asyncio", AsyncIO.Build);
        Register("contextvars", PyContext.Build);
    }
}
