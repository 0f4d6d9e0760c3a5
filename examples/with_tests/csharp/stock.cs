// Written by pytocs.
using System.Linq;
using Cart;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Stock;

using static Module;

/// <summary>The counts of a warehouse.</summary>
public class StockStock : PyObject
{
    public StockStock(Any counts)
    {
        Counts = counts;
        IsOpen = true;
    }

    public Any Counts { get; set; }
    public bool IsOpen { get; set; }

    public async Coro<Any> Count(Any name)
    {
        await AsyncIO.Sleep(0);
        return Counts.Invoke("get", name, 0);
    }

    /// <summary>Take everything in a cart from the stock; gives how many pieces that were.</summary>
    public async Coro<Any> Reserve(Any cart)
    {
        foreach (var item in Sequences.Of(cart.Get("items")))
        {
            if (await Count(item.Get("name")) < item.Get("count"))
            {
                throw new OutOfStock(item.Get("name"));
            }
        }
        foreach (var item in Sequences.Of(cart.Get("items")))
        {
            Any target = item.Get("name");
            Counts.SetItem(target, Any.SubInPlace(Counts[target], item.Get("count")));
        }
        return Sum(Generator.Of("<genexpr>", "Stock.reserve.<locals>.<genexpr>", Sequences.Of(cart.Get("items")).Select(item => item.Get("count"))));
    }

    public async Coro Close()
    {
        await AsyncIO.Sleep(0);
        IsOpen = false;
    }

    public Coroutine<Any> CountCoroutine(Any name) => Coroutine.Of("count", "Stock.count", () => Count(name));
    public Coroutine<Any> ReserveCoroutine(Any cart) => Coroutine.Of("reserve", "Stock.reserve", () => Reserve(cart));
    public Coroutine CloseCoroutine() => Coroutine.Of("close", "Stock.close", () => Close());

    public static readonly PyType Type = PyType.Emitted("Stock", "stock")
        .Doc("The counts of a warehouse.")
        .Constructor("counts", a => new StockStock(a[0]))
        .Field("counts", self => self.As<StockStock>().Counts, (self, value) => self.As<StockStock>().Counts = value)
        .Field("is_open", self => self.As<StockStock>().IsOpen, (self, value) => self.As<StockStock>().IsOpen = value.As<bool>())
        .Method("count", "self, name", (self, name) => self.As<StockStock>().CountCoroutine(name))
        .Method("reserve", "self, cart", (self, cart) => self.As<StockStock>().ReserveCoroutine(cart))
        .Method("close", self => self.As<StockStock>().CloseCoroutine());
    public override PyType Class => Type;
}

/// <summary>How much of everything there is, asked over the network.</summary>
public static class Module
{
    internal static Any Name = "stock";
    internal static Any File = Script.PathOf("stock.py");
    internal static Any Doc = "How much of everything there is, asked over the network.";
    internal static Any Asyncio = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("stock", "stock.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Member("Cart", () => CartCart.Type)
        .Member("OutOfStock", () => OutOfStock.Type)
        .Member("Stock", () => StockStock.Type);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");

        Modules.Import("cart");
    }
}
