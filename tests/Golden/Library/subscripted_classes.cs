using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SubscriptedClasses;

/// <summary>Library classes that can be subscripted by types.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("subscripted_classes.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any array = Modules.ImportFrom("array", "array");
        Any defaultdict = Modules.ImportFrom("collections", "defaultdict");
        Any deque = Modules.ImportFrom("collections", "deque");
        Any orderedDict = Modules.ImportFrom("collections", "OrderedDict");
        Any counter = Modules.ImportFrom("collections", "Counter");
        Any userDict = Modules.ImportFrom("collections", "UserDict");
        Any userList = Modules.ImportFrom("collections", "UserList");
        Modules.Import("collections.abc");
        Any awaitable = Modules.ImportFrom("collections.abc", "Awaitable");
        Any coroutine = Modules.ImportFrom("collections.abc", "Coroutine");
        Any asyncIterable = Modules.ImportFrom("collections.abc", "AsyncIterable");
        Any asyncIterator = Modules.ImportFrom("collections.abc", "AsyncIterator");
        Any asyncGenerator = Modules.ImportFrom("collections.abc", "AsyncGenerator");
        Any hashable = Modules.ImportFrom("collections.abc", "Hashable");
        Any iterable = Modules.ImportFrom("collections.abc", "Iterable");
        Any iterator = Modules.ImportFrom("collections.abc", "Iterator");
        Any generator = Modules.ImportFrom("collections.abc", "Generator");
        Any reversible = Modules.ImportFrom("collections.abc", "Reversible");
        Any sized = Modules.ImportFrom("collections.abc", "Sized");
        Any container = Modules.ImportFrom("collections.abc", "Container");
        Any collection = Modules.ImportFrom("collections.abc", "Collection");
        Any set = Modules.ImportFrom("collections.abc", "Set");
        Any mutableSet = Modules.ImportFrom("collections.abc", "MutableSet");
        Any mapping = Modules.ImportFrom("collections.abc", "Mapping");
        Any mutableMapping = Modules.ImportFrom("collections.abc", "MutableMapping");
        Any mappingView = Modules.ImportFrom("collections.abc", "MappingView");
        Any keysView = Modules.ImportFrom("collections.abc", "KeysView");
        Any itemsView = Modules.ImportFrom("collections.abc", "ItemsView");
        Any valuesView = Modules.ImportFrom("collections.abc", "ValuesView");
        Any sequence = Modules.ImportFrom("collections.abc", "Sequence");
        Any mutableSequence = Modules.ImportFrom("collections.abc", "MutableSequence");
        Any future = Modules.ImportFrom("concurrent.futures", "Future");
        Any workItem = Modules.ImportFrom("concurrent.futures.thread", "_WorkItem");
        Any abstractContextManager = Modules.ImportFrom("contextlib", "AbstractContextManager");
        Any abstractAsyncContextManager = Modules.ImportFrom("contextlib", "AbstractAsyncContextManager");
        Any contextVar = Modules.ImportFrom("contextvars", "ContextVar");
        Any token = Modules.ImportFrom("contextvars", "Token");
        Any dictReader = Modules.ImportFrom("csv", "DictReader");
        Any dictWriter = Modules.ImportFrom("csv", "DictWriter");
        Any field = Modules.ImportFrom("dataclasses", "Field");
        Any partial = Modules.ImportFrom("functools", "partial");
        Any partialmethod = Modules.ImportFrom("functools", "partialmethod");
        Any cachedProperty = Modules.ImportFrom("functools", "cached_property");
        Any topologicalSorter = Modules.ImportFrom("graphlib", "TopologicalSorter");
        Any loggerAdapter = Modules.ImportFrom("logging", "LoggerAdapter");
        Any streamHandler = Modules.ImportFrom("logging", "StreamHandler");
        Any sequenceMatcher = Modules.ImportFrom("difflib", "SequenceMatcher");
        Any dircmp = Modules.ImportFrom("filecmp", "dircmp");
        Any fileInput = Modules.ImportFrom("fileinput", "FileInput");
        Any chain = Modules.ImportFrom("itertools", "chain");
        Any morsel = Modules.ImportFrom("http.cookies", "Morsel");
        Any dirEntry = Modules.ImportFrom("os", "DirEntry");
        Any pattern = Modules.ImportFrom("re", "Pattern");
        Any match = Modules.ImportFrom("re", "Match");
        Any mappingProxyType = Modules.ImportFrom("types", "MappingProxyType");
        Any asyncGeneratorType = Modules.ImportFrom("types", "AsyncGeneratorType");
        Any coroutineType = Modules.ImportFrom("types", "CoroutineType");
        Any generatorType = Modules.ImportFrom("types", "GeneratorType");
        Any temporaryDirectory = Modules.ImportFrom("tempfile", "TemporaryDirectory");
        Any spooledTemporaryFile = Modules.ImportFrom("tempfile", "SpooledTemporaryFile");
        Any splitResult = Modules.ImportFrom("urllib.parse", "SplitResult");
        Any parseResult = Modules.ImportFrom("urllib.parse", "ParseResult");
        Any queue = Modules.ImportFrom("queue", "Queue");
        Any simpleQueue = Modules.ImportFrom("queue", "SimpleQueue");
        Any weakSet = Modules.ImportFrom("weakref", "WeakSet");
        Any referenceType = Modules.ImportFrom("weakref", "ReferenceType");
        Any @ref = Modules.ImportFrom("weakref", "ref");
        Any applyResult = Modules.ImportFrom("multiprocessing.pool", "ApplyResult");
        foreach (var t in (PyList<Any>)[Builtins.Get("type"), Builtins.Get("tuple"), Builtins.Get("list"), Builtins.Get("dict"), Builtins.Get("set"), Builtins.Get("frozenset"), Builtins.Get("enumerate"), defaultdict, deque, sequenceMatcher, dircmp, fileInput, orderedDict, counter, userDict, userList, pattern, match, partial, partialmethod, cachedProperty, topologicalSorter, abstractContextManager, abstractAsyncContextManager, awaitable, coroutine, asyncIterable, asyncIterator, asyncGenerator, generator, iterable, iterator, reversible, container, collection, contextVar, token, field, set, mutableSet, mapping, mutableMapping, mappingView, keysView, itemsView, valuesView, sequence, mutableSequence, mappingProxyType, asyncGeneratorType, generatorType, coroutineType, dirEntry, chain, loggerAdapter, streamHandler, temporaryDirectory, spooledTemporaryFile, queue, simpleQueue, splitResult, parseResult, weakSet, referenceType, @ref, future, workItem, morsel, dictReader, dictWriter, applyResult, array])
        {
            try
            {
                Any a = t[Builtins.Get("int")];
                Print(a, Operators.Is(a.Get("__origin__"), t), a.Get("__args__"), a.Get("__parameters__"));
            }
            catch (PyException e)
            {
                Print(t, Repr(e));
            }
        }
        foreach (var t in new Any[] { Builtins.Get("int"), Builtins.Get("str"), Builtins.Get("float"), sized, hashable })
        {
            try
            {
                _ = t[Builtins.Get("int")];
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }
    }
}
