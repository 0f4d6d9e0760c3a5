using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Modules of numbers, texts and data formats.</summary>
public static partial class Modules
{
    private static void RegisterNumbers()
    {
        Register("decimal", Library.Decimals.DecimalModule.Build);
    }

    private static void RegisterText()
    {
    }

    private static void RegisterData()
    {
    }
}
