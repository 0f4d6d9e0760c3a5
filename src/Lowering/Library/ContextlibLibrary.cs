namespace Pytocs.Lowering.Library;

/// <summary>What typed code knows of <see href="https://docs.python.org/3.13/library/contextlib.html">contextlib</see>.</summary>
internal static class ContextlibLibrary
{
    /// <summary>What a function under <c>@contextmanager</c> gives; its result is what entering gives.</summary>
    public static LibraryClass Manager { get; } = new LibraryClass("contextlib", "_GeneratorContextManager", "GeneratorContext").With(ContextStyle.GivesResult);

    /// <summary>What a function under <c>@asynccontextmanager</c> gives.</summary>
    public static LibraryClass AsyncManager { get; } = new LibraryClass("contextlib", "_AsyncGeneratorContextManager", "AsyncGeneratorContext").With(ContextStyle.GivesResult);

    /// <summary>Whether a class is that of managers for <c>async with</c>, or for <c>with</c>.</summary>
    public static bool IsManager(LibraryClass cls, bool isAsync) => ReferenceEquals(cls, isAsync ? AsyncManager : Manager);
}
