// Written by pytocs.
using System.Linq;
using Cart;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using CartModule = Cart.Module;

namespace Tests.TestCart;

using static Module;

/// <summary>Adding to a cart.</summary>
public class TestAdding : PyObject
{
    public void TestCountsFromOne(Any cart)
    {
        cart.Invoke("add", "spoon", 300);
        if (cart.Get("items")[-1].Get("count") != 1)
        {
            throw new AssertionError();
        }
    }

    public void TestNeedsAPositiveCount(Any cart)
    {
        Any caught = default;
        var manager = Context.Of(Pytest.Get("raises").Call(ValueError.Type));
        Any entered = manager.Enter();
        try
        {
            caught = entered;
            cart.Invoke("add", "spoon", 300, 0);
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
        if (ToStr(caught.Get("value")) != "count must be positive")
        {
            throw new AssertionError();
        }
        if (Len(cart.Get("items")) != 2)
        {
            throw new AssertionError();
        }
    }

    public static readonly PyType Type = PyType.Emitted("TestAdding", "tests.test_cart")
        .Doc("Adding to a cart.")
        .Constructor("", _ => new TestAdding())
        .Method("test_counts_from_one", "self, cart", (self, cart) => self.As<TestAdding>().TestCountsFromOne(cart))
        .Method("test_needs_a_positive_count", "self, cart", (self, cart) => self.As<TestAdding>().TestNeedsAPositiveCount(cart));
    public override PyType Class => Type;
}

/// <summary>Carts and prices, in pytest's style.</summary>
public static class Module
{
    internal static Any Name = "tests.test_cart";
    internal static Any File = Script.PathOf("tests/test_cart.py");
    internal static Any Doc = "Carts and prices, in pytest's style.";
    internal static Any Pytest = Any.Unbound;
    internal static Any TestDiscount = Any.Unbound;
    internal static Any TestImpossibleDiscount = Any.Unbound;
    internal static Any Name_ = Any.Unbound;
    internal static Any TestTax = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests.test_cart", "tests/test_cart.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("pytest", () => Pytest, value => Pytest = value)
        .Member("Cart", () => CartCart.Type)
        .Member("discount", () => CartModule.DiscountFunction)
        .Member("test_total", () => TestTotalFunction)
        .Variable("test_discount", () => TestDiscount, value => TestDiscount = value)
        .Variable("test_impossible_discount", () => TestImpossibleDiscount, value => TestImpossibleDiscount = value)
        .Member("test_average_price", () => TestAveragePriceFunction)
        .Variable("name", () => Name_, value => Name_ = value)
        .Member("test_receipt", () => TestReceiptFunction)
        .Variable("test_tax", () => TestTax, value => TestTax = value)
        .Member("TestAdding", () => TestAdding.Type);

    public static void TestTotal(Any cart)
    {
        if (cart.Invoke("total") != 2100)
        {
            throw new AssertionError();
        }
    }

    public static void TestDiscountCore(Any total, Any percent, Any expected)
    {
        if (CartModule.Discount(total, percent) != expected)
        {
            throw new AssertionError();
        }
    }

    public static void TestImpossibleDiscountCore(Any percent)
    {
        var manager = Context.Of(Pytest.Get("raises").Call(new Arguments { ValueError.Type, { "match", "no discount of -?\\d+ percent" } }));
        manager.Enter();
        try
        {
            CartModule.Discount(1000, percent);
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

    public static void TestAveragePrice(Any cart)
    {
        if (cart.Invoke("total") / 3 != Pytest.Get("approx").Call(700.0))
        {
            throw new AssertionError();
        }
    }

    public static Any NameCore(Any request)
    {
        return request.Get("param");
    }

    /// <summary>What is printed can be written to a file too.</summary>
    public static void TestReceipt(Any name, Any capsys, Any tmpPath)
    {
        var cart = new CartCart(Any.None);
        cart.Add(name, 100, 1);
        Print(cart.Items[0].Get("name"), cart.Total());
        Any receipt = tmpPath / "receipt.txt";
        receipt.Invoke("write_text", capsys.Invoke("readouterr").Get("out"));
        if (receipt.Invoke("read_text") != F($"{name} 100\n"))
        {
            throw new AssertionError();
        }
    }

    public static void TestTaxCore()
    {
        if (CartModule.Discount(119, 0) != 100)
        {
            throw new AssertionError();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Pytest = Modules.Import("pytest");

        Modules.Import("cart");

        TestDiscount = Pytest.Get("mark").Invoke("parametrize", "total, percent, expected", (PyList<Any>)[PyTuple.Of(1000, 15, 850), PyTuple.Of(999, 50, 499), Pytest.Get("param").Call(new Arguments { 500, 100, 0, { "id", "free" } })]).Call(TestDiscountCoreFunction);

        TestImpossibleDiscount = Pytest.Get("mark").Invoke("parametrize", "percent", (PyList<Any>)[-1, 101]).Call(TestImpossibleDiscountCoreFunction);

        Name_ = Pytest.Get("fixture").Call(new Arguments { { "params", (PyList<Any>)["tea", "a cup with a picture of a cat"] } }).Call(NameCoreFunction);

        TestTax = Pytest.Get("mark").Invoke("skip", new Arguments { { "reason", "taxes come next year" } }).Call(TestTaxCoreFunction);
    }

    public static readonly Any TestTotalFunction = new PyFunction("test_total", "cart", (Any cart) => TestTotal(cart)) { Module = "tests.test_cart" };
    public static readonly Any TestDiscountCoreFunction = new PyFunction("test_discount", "total, percent, expected", (Any total, Any percent, Any expected) => TestDiscountCore(total, percent, expected)) { Module = "tests.test_cart" };
    public static readonly Any TestImpossibleDiscountCoreFunction = new PyFunction("test_impossible_discount", "percent", (Any percent) => TestImpossibleDiscountCore(percent)) { Module = "tests.test_cart" };
    public static readonly Any TestAveragePriceFunction = new PyFunction("test_average_price", "cart", (Any cart) => TestAveragePrice(cart)) { Module = "tests.test_cart" };
    public static readonly Any NameCoreFunction = new PyFunction("name", "request", (Any request) => NameCore(request)) { Module = "tests.test_cart" };
    public static readonly Any TestReceiptFunction = new PyFunction("test_receipt", "name, capsys, tmp_path", (Any name, Any capsys, Any tmpPath) => TestReceipt(name, capsys, tmpPath)) { Doc = "What is printed can be written to a file too.", Module = "tests.test_cart" };
    public static readonly Any TestTaxCoreFunction = new PyFunction("test_tax", "", () => TestTaxCore()) { Module = "tests.test_cart" };
}
