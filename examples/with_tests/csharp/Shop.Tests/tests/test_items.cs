// Written by pytocs.
using System.Linq;
using Cart;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using Stock;
using static Pytocs.Runtime.Core.Builtins;

namespace Tests.TestItems;

/// <summary>Items, in unittest's style.</summary>
public static class Module
{
    internal static Any Name = "tests.test_items";
    internal static Any File = Script.PathOf("tests/test_items.py");
    internal static Any Doc = "Items, in unittest's style.";
    internal static Any Unittest = Any.Unbound;
    internal static Any ItemTest = Any.Unbound;
    internal static Any StockTest = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests.test_items", "tests/test_items.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("unittest", () => Unittest, value => Unittest = value)
        .Member("Cart", () => CartCart.Type)
        .Member("Item", () => Item.Type)
        .Member("Stock", () => StockStock.Type)
        .Variable("ItemTest", () => ItemTest, value => ItemTest = value)
        .Variable("StockTest", () => StockTest, value => StockTest = value);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Unittest = Modules.Import("unittest");

        Modules.Import("cart");
        Modules.Import("stock");

        ItemTest = ClassBuilder.Build("ItemTest", "ItemTest", "tests.test_items", new Arguments { Unittest.Get("TestCase") }, ns =>
        {
            ns["__doc__"] = "Items compare by their values.";

            void SetUpClass(Any cls)
            {
                cls.Set("prices", new PyDict<Any, Any> { ["tea"] = 450, ["cup"] = 1200 });
            }
            ns["setUpClass"] = Builtins.Get("classmethod").Call(new PyFunction("ItemTest.setUpClass", "cls", (Any cls) => SetUpClass(cls)) { Module = "tests.test_items" });

            void SetUp(Any self)
            {
                self.Set("tea", new Item("tea", self.Get("prices")["tea"], 1));
            }
            ns["setUp"] = new PyFunction("ItemTest.setUp", "self", (Any self) => SetUp(self)) { Module = "tests.test_items" };

            void TestEquality(Any self)
            {
                self.Invoke("assertEqual", self.Get("tea"), new Item("tea", 450, 1));
                self.Invoke("assertNotEqual", self.Get("tea"), new Item("tea", 450, 2));
            }
            ns["test_equality"] = new PyFunction("ItemTest.test_equality", "self", (Any self) => TestEquality(self)) { Module = "tests.test_items" };

            void TestTotals(Any self)
            {
                foreach (var count in new PyInt[] { 1, 2, 10 })
                {
                    var manager = Context.Of(self.Invoke("subTest", new Arguments { { "count", count } }));
                    manager.Enter();
                    try
                    {
                        var cart = new CartCart(Any.None);
                        cart.Add("cup", self.Get("prices")["cup"], count);
                        self.Invoke("assertEqual", cart.Total(), 1200 * count);
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
            }
            ns["test_totals"] = new PyFunction("ItemTest.test_totals", "self", (Any self) => TestTotals(self)) { Module = "tests.test_items" };

            void TestWeight(Any self)
            {
                self.Invoke("fail", "no weight");
            }
            ns["test_weight"] = Unittest.Get("skip").Call("weights are not known yet").Call(new PyFunction("ItemTest.test_weight", "self", (Any self) => TestWeight(self)) { Module = "tests.test_items" });
        });

        StockTest = ClassBuilder.Build("StockTest", "StockTest", "tests.test_items", new Arguments { Unittest.Get("IsolatedAsyncioTestCase") }, ns2 =>
        {
            async Coro AsyncSetUp(Any self)
            {
                self.Set("stock", new StockStock(new PyDict<Any, Any> { ["tea"] = 3 }));
                _ = self.Invoke("addAsyncCleanup", self.Get("stock").Get("close"));
            }
            Coroutine AsyncSetUpCoroutine(Any self) => Coroutine.Of("asyncSetUp", "StockTest.asyncSetUp", () => AsyncSetUp(self));
            ns2["asyncSetUp"] = new PyFunction("StockTest.asyncSetUp", "self", (Any self) => AsyncSetUpCoroutine(self)) { Flavour = "coroutine", Module = "tests.test_items" };

            async Coro TestCount(Any self)
            {
                _ = self.Invoke("assertEqual", await self.Get("stock").Invoke("count", "tea"), 3);
                _ = self.Invoke("assertTrue", self.Get("stock").Get("is_open"));
            }
            Coroutine TestCountCoroutine(Any self) => Coroutine.Of("test_count", "StockTest.test_count", () => TestCount(self));
            ns2["test_count"] = new PyFunction("StockTest.test_count", "self", (Any self) => TestCountCoroutine(self)) { Flavour = "coroutine", Module = "tests.test_items" };
        });

        if (Name == "__main__")
        {
            Unittest.Get("main").Call();
        }
    }
}
