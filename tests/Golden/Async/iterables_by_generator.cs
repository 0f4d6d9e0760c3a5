using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IterablesByGenerator;

using static Module;

public class Tree : PyObject, IAsyncEnumerable<PyInt>
{
    public Tree(Tree? left, PyInt value, Tree? right)
    {
        Left = left;
        Value = value;
        Right = right;
    }

    public Tree? Left { get; set; }
    public PyInt Value { get; set; }
    public Tree? Right { get; set; }

    public async IAsyncEnumerable<PyInt> AsyncIter()
    {
        if (Left is not null)
        {
            await foreach (var item in Left)
            {
                yield return item;
            }
        }
        yield return Value;
        if (Right is not null)
        {
            await foreach (var item in Right)
            {
                yield return item;
            }
        }
    }

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<PyInt> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIter().GetAsyncEnumerator(cancellationToken);

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__")
        .Constructor("left, value, right", a => new Tree(a[0].As<Tree?>(), a[1].As<PyInt>(), a[2].As<Tree?>()))
        .Field("left", self => self.As<Tree>().Left, (self, value) => self.As<Tree>().Left = value.As<Tree?>())
        .Field("value", self => self.As<Tree>().Value, (self, value) => self.As<Tree>().Value = value.As<PyInt>())
        .Field("right", self => self.As<Tree>().Right, (self, value) => self.As<Tree>().Right = value.As<Tree?>())
        .Method("__aiter__", self => AsyncGenerator.Of("__aiter__", "Tree.__aiter__", self.As<Tree>().AsyncIter()));
    public override PyType Class => Type;
}

public class Source_ : PyObject, IAsyncEnumerable<Any>
{
    public Source_(PyInt count)
    {
        Count = count;
    }

    public PyInt Count { get; set; }

    public virtual AsyncGenerator<Any> AsyncIter()
    {
        return AsyncGenerator<Any>.Create("__aiter__", "Source.__aiter__", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            for (PyInt i = 0, stop = Count; i < stop; i++)
            {
                await AsyncIO.Sleep(0);
                await y.Yield(i);
            }
        }
    }

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<Any> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIter().GetAsyncEnumerator(cancellationToken);

    public static readonly PyType Type = PyType.Emitted("Source", "__main__")
        .Constructor("count", a => new Source_(a[0].As<PyInt>()))
        .Field("count", self => self.As<Source_>().Count, (self, value) => self.As<Source_>().Count = value.As<PyInt>())
        .Method("__aiter__", self => self.As<Source_>().AsyncIter());
    public override PyType Class => Type;
}

public class Doubled : Source_
{
    public Doubled(PyInt count) : base(count)
    {
    }

    public override AsyncGenerator<Any> AsyncIter()
    {
        return AsyncGenerator<Any>.Create("__aiter__", "Doubled.__aiter__", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            await foreach (var item in new Source_(Count))
            {
                await y.Yield(item * 2);
            }
            Print("doubled ends");
        }
    }

    public static new readonly PyType Type = PyType.Emitted("Doubled", "__main__", Source_.Type)
        .Constructor("count", a => new Doubled(a[0].As<PyInt>()))
        .Method("__aiter__", self => self.As<Doubled>().AsyncIter());
    public override PyType Class => Type;
}

public class Guarded : Source_
{
    public Guarded(PyInt count) : base(count)
    {
    }

    public override AsyncGenerator<Any> AsyncIter()
    {
        return AsyncGenerator<Any>.Create("__aiter__", "Guarded.__aiter__", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            try
            {
                await foreach (var item in AsyncIteration.Of(base.AsyncIter()))
                {
                    await y.Yield(item);
                }
            }
            finally
            {
                Print("guarded leaves");
            }
        }
    }

    public static new readonly PyType Type = PyType.Emitted("Guarded", "__main__", Source_.Type)
        .Constructor("count", a => new Guarded(a[0].As<PyInt>()))
        .Method("__aiter__", self => self.As<Guarded>().AsyncIter());
    public override PyType Class => Type;
}

/// <summary>Its iterator is an object of its own.</summary>
public class Paged : PyObject, IAsyncEnumerable<string>
{
    public Paged(PyInt pages)
    {
        Pages = pages;
    }

    public PyInt Pages { get; set; }

    public Pager AsyncIter()
    {
        return new Pager(Pages);
    }

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<string>(AsyncIter().NextAsync);

    public static readonly PyType Type = PyType.Emitted("Paged", "__main__")
        .Doc("Its iterator is an object of its own.")
        .Constructor("pages", a => new Paged(a[0].As<PyInt>()))
        .Field("pages", self => self.As<Paged>().Pages, (self, value) => self.As<Paged>().Pages = value.As<PyInt>())
        .Method("__aiter__", self => self.As<Paged>().AsyncIter());
    public override PyType Class => Type;
}

public class Pager : PyObject, IAsyncEnumerable<string>
{
    public Pager(PyInt pages)
    {
        Left = pages;
    }

    public PyInt Left { get; set; }

    public Pager AsyncIter()
    {
        return this;
    }

    public async Coro<string> NextAsync()
    {
        if (Left == 0)
        {
            throw new StopAsyncIteration();
        }
        Left -= 1;
        return F($"page {Left}");
    }

    public Coroutine<string> NextAsyncCoroutine() => Coroutine.Of("__anext__", "Pager.__anext__", () => NextAsync());

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<string>(AsyncIter().NextAsync);

    public static readonly PyType Type = PyType.Emitted("Pager", "__main__")
        .Constructor("pages", a => new Pager(a[0].As<PyInt>()))
        .Field("left", self => self.As<Pager>().Left, (self, value) => self.As<Pager>().Left = value.As<PyInt>())
        .Method("__aiter__", self => self.As<Pager>().AsyncIter())
        .Method("__anext__", self => self.As<Pager>().NextAsyncCoroutine());
    public override PyType Class => Type;
}

/// <summary>Classes whose __aiter__ is an asynchronous generator: in trees, in line with others, left early.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("iterables_by_generator.py", args, Run);

    public static Tree? Tree_(PyInt first, PyInt last)
    {
        Recursion.Check();
        if (first > last)
        {
            return null;
        }
        PyInt middle = PyInt.FloorDiv(first + last, 2);
        return new Tree(Tree_(first, middle - 1), middle, Tree_(middle + 1, last));
    }

    public static async Coro Show(string name, Any items)
    {
        Print(name, await AsyncIteration.Of(items).Collect(items => new PyList<Any>(items)));
    }

    public static async Coro MainAsync()
    {
        await foreach (var item in AsyncIteration.Of(Tree_(1, 12)))
        {
            Print([item], end: " ");
        }
        Print();
        await Show("source", new Source_(3));
        await Show("doubled", new Doubled(3));
        await Show("guarded", new Guarded(2));
        await Show("paged", new Paged(2));
        foreach (var source in new Any[] { new Source_(2), new Doubled(2) })
        {
            await foreach (var item in AsyncIteration.Of(source))
            {
                Print(PyType.Of(source).Name, item);
            }
        }
        await foreach (var item in AsyncIteration.Of(Tree_(1, 5)))
        {
            if (item == 3)
            {
                Print("left at", item);
                break;
            }
        }
        AsyncGenerator<Any> items = new Doubled(4).AsyncIter();
        Print(await items.NextAsync(), await items.NextAsync());
        try
        {
            await items.ThrowAsync(new ValueError("thrown in"));
        }
        catch (ValueError error)
        {
            Print("out came", error);
        }
        Print(await items.Rest.Collect(items => new PyList<Any>(items)));
        Tree? missing = Tree_(1, 0);
        try
        {
            await foreach (var item in AsyncIteration.Of(missing))
            {
                Print(item);
            }
        }
        catch (TypeError error)
        {
            Print(error);
        }

        AsyncGenerator<Any> Leaf()
        {
            return AsyncGenerator<Any>.Create("leaf", "main.<locals>.leaf", Body);

            async AsyncGeneratorBody Body(AsyncYielder<Any> y)
            {
                await foreach (var item in new Doubled(1))
                {
                    await y.Yield(item);
                }
                throw new LookupError("after the last");
            }
        }

        try
        {
            await foreach (var item in Leaf())
            {
                Print("leaf", item);
            }
        }
        catch (LookupError error)
        {
            Print(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
