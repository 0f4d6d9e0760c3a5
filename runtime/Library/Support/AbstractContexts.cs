using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Abstract classes of contextlib and os.</summary>
internal static class AbstractContexts
{
    public static readonly PyType Manager = new ClassMaker("AbstractContextManager", "contextlib")
        .Attribute("__slots__", PyTuple.Empty)
        .Method("__enter__", static self => self)
        .Abstract("__exit__", "self, exc_type, exc_value, traceback", static _ => Any.None)
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Hook("__enter__", "__exit__").MakeAbstract(AbstractMeta.Abc);

    public static readonly PyType AsyncManager = new ClassMaker("AbstractAsyncContextManager", "contextlib")
        .Attribute("__slots__", PyTuple.Empty)
        .AsyncMethod("__aenter__", "self", static async a => a[0])
        .Abstract("__aexit__", "self, exc_type, exc_value, traceback", static _ => Async.Coroutine.Of("__aexit__", "AbstractAsyncContextManager.__aexit__", static async () => Any.None))
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Hook("__aenter__", "__aexit__").MakeAbstract(AbstractMeta.Abc);

    public static readonly PyType PathLike = new ClassMaker("PathLike", "os")
        .Abstract("__fspath__", "self", static _ => throw new NotImplementedError())
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Hook("__fspath__").MakeAbstract(AbstractMeta.Abc);
}
