// Written by pytocs.
using System.Collections.Generic;
using System.Linq;
using Cart;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using Stock;
using static Pytocs.Runtime.Core.Builtins;

namespace Tests.TestStock;

/// <summary>The stock, which answers later.</summary>
public static class Module
{
    internal static Any Name = "tests.test_stock";
    internal static Any File = Script.PathOf("tests/test_stock.py");
    internal static Any Doc = "The stock, which answers later.";
    internal static Any Asyncio = Any.Unbound;
    internal static Any Pytest = Any.Unbound;
    internal static Any Stock3 = Any.Unbound;
    internal static Any TestReserve = Any.Unbound;
    internal static Any TestReserveTooMuch = Any.Unbound;
    internal static Any TestCountOfMany = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests.test_stock", "tests/test_stock.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Variable("pytest", () => Pytest, value => Pytest = value)
        .Member("OutOfStock", () => OutOfStock.Type)
        .Member("Stock", () => StockStock.Type)
        .Variable("stock", () => Stock3, value => Stock3 = value)
        .Variable("test_reserve", () => TestReserve, value => TestReserve = value)
        .Variable("test_reserve_too_much", () => TestReserveTooMuch, value => TestReserveTooMuch = value)
        .Variable("test_count_of_many", () => TestCountOfMany, value => TestCountOfMany = value);

    public static async IAsyncEnumerable<StockStock> StockCore()
    {
        var stock = new StockStock(new PyDict<Any, Any> { ["tea"] = 10, ["cup"] = 1 });
        yield return stock;
        await stock.Close();
    }

    public static async Coro TestReserveCore(Any stock, Any cart)
    {
        if (await stock.Invoke("reserve", cart) != 3)
        {
            throw new AssertionError();
        }
        if (stock.Get("counts") != new PyDict<string, PyInt> { ["tea"] = 8, ["cup"] = 0 })
        {
            throw new AssertionError();
        }
    }

    public static async Coro TestReserveTooMuchCore(Any stock, Any cart)
    {
        await stock.Invoke("reserve", cart);
        var manager = Context.Of(Pytest.Get("raises").Call(new Arguments { OutOfStock.Type, { "match", "cup" } }));
        _ = manager.Enter();
        try
        {
            await stock.Invoke("reserve", cart);
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
    }

    public static async Coro TestCountOfManyCore(Any stock)
    {
        Any counts = await AsyncIO.Gather([..new string[] { "tea", "cup", "spoon" }.Select(name => stock.Invoke("count", name))]);
        if (counts != (PyList<PyInt>)[10, 1, 0])
        {
            throw new AssertionError();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");

        Pytest = Modules.Import("pytest");

        Modules.Import("cart");
        Modules.Import("stock");

        Stock3 = Pytest.Get("fixture").Call(StockCoreFunction);

        TestReserve = Pytest.Get("mark").Get("asyncio").Call(TestReserveCoreFunction);

        TestReserveTooMuch = Pytest.Get("mark").Get("asyncio").Call(TestReserveTooMuchCoreFunction);

        TestCountOfMany = Pytest.Get("mark").Get("asyncio").Call(TestCountOfManyCoreFunction);
    }

    public static readonly Any StockCoreFunction = new PyFunction("stock", "", () => AsyncGenerator.Of("stock", StockCore())) { Flavour = "async generator", Module = "tests.test_stock" };
    public static Coroutine TestReserveCoreCoroutine(Any stock, Any cart) => Coroutine.Of("test_reserve", "test_reserve", () => TestReserveCore(stock, cart));
    public static readonly Any TestReserveCoreFunction = new PyFunction("test_reserve", "stock, cart", (Any stock, Any cart) => TestReserveCoreCoroutine(stock, cart)) { Flavour = "coroutine", Module = "tests.test_stock" };
    public static Coroutine TestReserveTooMuchCoreCoroutine(Any stock, Any cart) => Coroutine.Of("test_reserve_too_much", "test_reserve_too_much", () => TestReserveTooMuchCore(stock, cart));
    public static readonly Any TestReserveTooMuchCoreFunction = new PyFunction("test_reserve_too_much", "stock, cart", (Any stock, Any cart) => TestReserveTooMuchCoreCoroutine(stock, cart)) { Flavour = "coroutine", Module = "tests.test_stock" };
    public static Coroutine TestCountOfManyCoreCoroutine(Any stock) => Coroutine.Of("test_count_of_many", "test_count_of_many", () => TestCountOfManyCore(stock));
    public static readonly Any TestCountOfManyCoreFunction = new PyFunction("test_count_of_many", "stock", (Any stock) => TestCountOfManyCoreCoroutine(stock)) { Flavour = "coroutine", Module = "tests.test_stock" };
}
