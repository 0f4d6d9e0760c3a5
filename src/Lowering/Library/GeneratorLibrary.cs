using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>
/// What typed code knows of the objects that generator functions make: see Python's
/// <see href="https://docs.python.org/3.13/reference/expressions.html#generator-iterator-methods">generator methods</see>.
/// </summary>
internal static class GeneratorLibrary
{
    private static readonly LibraryClass s_generator = new LibraryClass("types", "GeneratorType", "Generator") { GivesItems = true }
        .Method("__next__", LibraryFunction.Read("Next", "", StaticType.Any) with { GivesItem = true })
        .Method("send", LibraryFunction.Read("Send", "value!", StaticType.Any) with { GivesItem = true })
        .Method("throw", LibraryFunction.Read("Throw", "error!", StaticType.Any) with { GivesItem = true })
        .Method("close", "Close", "", StaticType.Any);

    private static readonly LibraryClass s_asyncGenerator = new LibraryClass("types", "AsyncGeneratorType", "AsyncGenerator") { GivesItems = true }
        .Method("__anext__", LibraryFunction.Read("NextAsync", "", StaticType.Any, isCoroutine: true) with { GivesItem = true })
        .Method("asend", LibraryFunction.Read("SendAsync", "value!", StaticType.Any, isCoroutine: true) with { GivesItem = true })
        .Async("athrow", "ThrowAsync", "error!", StaticType.Any)
        .Async("aclose", "CloseAsync", "", StaticType.None);

    /// <summary>The object that a generator function makes.</summary>
    public static LibraryInstance ObjectOf(Binding.FunctionSymbol function) => new(function.IsAsync ? s_asyncGenerator : s_generator) { Element = function.Items };

    /// <summary>What a generator hands out; null of anything else.</summary>
    public static StaticType? ItemOf(StaticType type) => ItemOf(type, s_generator);

    /// <summary>What an asynchronous generator hands out; null of anything else.</summary>
    public static StaticType? ItemOfAsync(StaticType type) => ItemOf(type, s_asyncGenerator);

    private static StaticType? ItemOf(StaticType type, LibraryClass generator) => type is LibraryInstance { Class: var cls, Element.Type: var item } && ReferenceEquals(cls, generator) ? item : null;
}
