using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The simple classes of <see href="https://docs.python.org/3.13/library/collections.abc.html">collections.abc</see>.</summary>
internal static class AbstractContainers
{
    private const string Module = "collections.abc";

    /// <summary>A class that says nothing of the objects in it.</summary>
    private static ClassMaker Plain(string name) => new ClassMaker(name, Module).Attribute("__slots__", PyTuple.Empty);

    private static ClassMaker C(string name) => Plain(name)
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    public static readonly PyType Hashable = Plain("Hashable").Abstract("__hash__", "self", static _ => 0).Hook("__hash__").MakeAbstract();

    public static readonly PyType Iterable = C("Iterable").Abstract("__iter__", "self", static _ => PyTuple.Empty).Hook("__iter__").MakeAbstract();

    public static readonly PyType Iterator = C("Iterator").Abstract("__next__", "self", static _ => throw new StopIteration()).Method("__iter__", static self => self).Hook("__iter__", "__next__").MakeAbstract(Iterable);

    public static readonly PyType Sized = Plain("Sized").Abstract("__len__", "self", static _ => 0).Hook("__len__").MakeAbstract();

    public static readonly PyType Container = C("Container").Abstract("__contains__", "self, x", static _ => false).Hook("__contains__").MakeAbstract();

    public static readonly PyType Callable = C("Callable").ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.CallableOf(a[0], a[1])).Abstract("__call__", "self, *args, **kwds", static _ => false).Hook("__call__").MakeAbstract();

    public static readonly PyType Collection = C("Collection").Hook("__len__", "__iter__", "__contains__").MakeAbstract(Sized, Iterable, Container);

    public static readonly PyType Reversible = C("Reversible").Abstract("__reversed__", "self", static _ => PyTuple.Empty).Hook("__reversed__", "__iter__").MakeAbstract(Iterable);

    public static readonly PyType Generator = C("Generator")
        .Abstract("send", "self, value", static _ => throw new StopIteration())
        .Abstract("throw", "self, typ, val=None, tb=None", static a => throw Raise.Of(a[2].IsNone ? a[1] : a[2]))
        .Method("__next__", static self => self.Invoke("send", Any.None))
        .Method("close", static self =>
        {
            try
            {
                self.Invoke("throw", GeneratorExit.Type);
            }
            catch (BaseException e) when (e is GeneratorExit or StopIteration)
            {
                return Any.None;
            }
            throw new RuntimeError("generator ignored GeneratorExit");
        })
        .Hook("__iter__", "__next__", "send", "throw", "close").MakeAbstract(Iterator);

    public static readonly PyType Awaitable = C("Awaitable").Abstract("__await__", "self", static _ => PyTuple.Empty).Hook("__await__").MakeAbstract();

    public static readonly PyType Coroutine = C("Coroutine")
        .Abstract("send", "self, value", static _ => throw new StopIteration())
        .Abstract("throw", "self, typ, val=None, tb=None", static a => throw Raise.Of(a[2].IsNone ? a[1] : a[2]))
        .Hook("__await__", "send", "throw", "close").MakeAbstract(Awaitable);

    public static readonly PyType AsyncIterable = C("AsyncIterable").Abstract("__aiter__", "self", static _ => Any.None).Hook("__aiter__").MakeAbstract();

    public static readonly PyType AsyncIterator = C("AsyncIterator").Abstract("__anext__", "self", static _ => Any.None).Method("__aiter__", static self => self).Hook("__anext__", "__aiter__").MakeAbstract(AsyncIterable);

    public static readonly PyType AsyncGenerator = C("AsyncGenerator")
        .Abstract("asend", "self, value", static _ => Any.None).Abstract("athrow", "self, typ, val=None, tb=None", static _ => Any.None)
        .Method("__anext__", static self => self.Invoke("asend", Any.None))
        .Hook("__aiter__", "__anext__", "asend", "athrow", "aclose").MakeAbstract(AsyncIterator);

    public static readonly PyType Buffer = C("Buffer").Abstract("__buffer__", "self, flags, /", static _ => throw new NotImplementedError()).Hook("__buffer__").MakeAbstract();

    public static PyModule Build()
    {
        AbstractMeta.Register(Buffer, BytesType.Type, ByteArrayType.Type, MemoryViewType.Type);
        var module = new PyModule(Module);
        foreach (var type in (PyType[])
            [
                Hashable, Iterable, Iterator, Sized, Container, Callable, Collection, Reversible, Generator, Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Buffer,
                AbstractSequences.Sequence, AbstractSequences.MutableSequence, AbstractSequences.ByteString, AbstractSets.Set, AbstractSets.MutableSet,
                AbstractMappings.Mapping, AbstractMappings.MutableMapping, AbstractMappings.MappingView, AbstractMappings.KeysView, AbstractMappings.ItemsView, AbstractMappings.ValuesView,
            ])
            module.Type(type);
        return module;
    }
}

/// <summary>Sequences.</summary>
internal static class AbstractSequences
{
    private static ClassMaker C(string name) => new ClassMaker(name, "collections.abc").Attribute("__slots__", PyTuple.Empty);

    public static readonly PyType Sequence = CreateSequence();

    public static readonly PyType MutableSequence = CreateMutable();

    public static readonly PyType ByteString = CreateByteString();

    private static PyType CreateSequence()
    {
        var type = C("Sequence")
            .Abstract("__getitem__", "self, index", static _ => throw new IndexError())
            .Method("__iter__", static self => Async.Generator.Of("__iter__", "Sequence.__iter__", Items(self)))
            .Method("__contains__", "value", static (self, value) => Operators.ToList(self).Exists(v => Operators.Same(v, value)))
            .Method("__reversed__", static self => Async.Generator.Of("__reversed__", "Sequence.__reversed__", Backwards(self)))
            .Method("index", "self, value, start=0, stop=None", static a => Index(a))
            .Method("count", "value", static (self, value) => Operators.ToList(self).Count(v => Operators.Same(v, value)))
            .MakeAbstract(AbstractContainers.Reversible, AbstractContainers.Collection);
        AbstractMeta.Register(type, TupleType.Type, StrType.Type, PyRange.Type, MemoryViewType.Type, BytesType.Type);
        return type;
    }

    private static IEnumerable<Any> Items(Any self)
    {
        for (var i = 0L; ; i++)
        {
            Any item;
            try
            {
                item = Operators.GetItem(self, i);
            }
            catch (IndexError)
            {
                yield break;
            }
            yield return item;
        }
    }

    private static IEnumerable<Any> Backwards(Any self)
    {
        for (var i = Operators.Len(self) - 1; i >= 0; i--)
            yield return Operators.GetItem(self, i);
    }

    private static Any Index(Any[] a)
    {
        var length = Operators.Len(a[0]);
        var start = Lib.Int(a[2]);
        if (start < 0)
            start = Math.Max(length + start, 0);
        var stop = a[3].IsNone ? long.MaxValue : Lib.Int(a[3]);
        if (stop < 0)
            stop += length;
        for (var i = start; i < stop; i++)
        {
            Any value;
            try
            {
                value = Operators.GetItem(a[0], i);
            }
            catch (IndexError)
            {
                break;
            }
            if (Operators.Same(value, a[1]))
                return i;
        }
        throw new ValueError();
    }

    private static PyType CreateMutable()
    {
        var type = C("MutableSequence")
            .Abstract("__setitem__", "self, index, value", static _ => throw new IndexError())
            .Abstract("__delitem__", "self, index", static _ => throw new IndexError())
            .Abstract("insert", "self, index, value", static _ => throw new IndexError())
            .Method("append", "value", static (self, value) => self.Invoke("insert", Operators.Len(self), value))
            .Method("clear", static self =>
            {
                while (Operators.Len(self) > 0)
                    self.Invoke("pop");
                return Any.None;
            })
            .Method("reverse", static self =>
            {
                var n = Operators.Len(self);
                for (long i = 0; i < n / 2; i++)
                {
                    var (a, b) = (self[i], self[n - i - 1]);
                    self.SetItem(i, b);
                    self.SetItem(n - i - 1, a);
                }
                return Any.None;
            })
            .Method("extend", "values", static (self, values) =>
            {
                foreach (var value in Operators.ToList(values))
                    self.Invoke("append", value);
                return Any.None;
            })
            .Method("pop", "index=-1", static (self, index) =>
            {
                var value = self[index];
                self.DeleteItem(index);
                return value;
            })
            .Method("remove", "value", static (self, value) =>
            {
                self.DeleteItem(self.Invoke("index", value));
                return Any.None;
            })
            .Method("__iadd__", "values", static (self, values) =>
            {
                self.Invoke("extend", values);
                return self;
            })
            .MakeAbstract(Sequence);
        AbstractMeta.Register(type, ListType.Type, ByteArrayType.Type, PyDeque.Type);
        return type;
    }

    private static PyType CreateByteString()
    {
        var type = C("ByteString").MakeAbstract(Sequence);
        AbstractMeta.Register(type, BytesType.Type, ByteArrayType.Type);
        return type;
    }
}
