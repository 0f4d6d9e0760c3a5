// Written by pytocs.
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Cart;

using static Module;

/// <summary>More was asked for than there is.</summary>
public class OutOfStock : ValueError
{
    public OutOfStock(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("OutOfStock", "cart", ValueError.Type)
        .Doc("More was asked for than there is.")
        .Constructor("*args", a => new OutOfStock(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>A shopping cart: what a shop's library may look like.</summary>
public static class Module
{
    internal static Any Name = "cart";
    internal static Any File = Script.PathOf("cart.py");
    internal static Any Doc = "A shopping cart: what a shop's library may look like.";
    internal static Any Dataclass = Any.Unbound;
    internal static Any Field = Any.Unbound;
    internal static Any Item = Any.Unbound;
    internal static Any Cart_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("cart", "cart.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("dataclass", () => Dataclass, value => Dataclass = value)
        .Variable("field", () => Field, value => Field = value)
        .Variable("Item", () => Item, value => Item = value)
        .Member("OutOfStock", () => OutOfStock.Type)
        .Member("discount", () => DiscountFunction)
        .Variable("Cart", () => Cart_, value => Cart_ = value)
        .Member("_doctest_discount", () => DoctestDiscountFunction)
        .Member("_doctest_Cart", () => DoctestCartFunction)
        .Member("_doctests", () => DoctestsFunction);

    /// <summary>Take a share off a price in cents, rounded down.</summary>
    /// <remarks>
    /// &gt;&gt;&gt; discount(1000, 15)
    /// 850
    /// &gt;&gt;&gt; discount(999, 50)
    /// 499
    /// &gt;&gt;&gt; discount(100, 120)
    /// Traceback (most recent call last):
    /// ...
    /// ValueError: no discount of 120 percent
    /// </remarks>
    public static Any Discount(Any total, Any percent)
    {
        if (!((Any)0 <= percent && percent <= 100))
        {
            throw new ValueError(F($"no discount of {percent} percent"));
        }
        return Any.FloorDiv(total * (100 - percent), 100);
    }

    public static void DoctestDiscount(Any run)
    {
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                run.Invoke("show", Discount(1000, 15));
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 1).Truth)
        {
            try
            {
                run.Invoke("show", Discount(999, 50));
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 2).Truth)
        {
            try
            {
                run.Invoke("show", Discount(100, 120));
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static void DoctestCart(Any run)
    {
        Any cart = Any.Unbound;
        if (run.Invoke("begin", 0).Truth)
        {
            try
            {
                cart = Cart_.Call();
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 1).Truth)
        {
            try
            {
                run.Invoke("show", Names.Local(cart, "cart").Invoke("add", "tea", 450, 2));
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
        if (run.Invoke("begin", 2).Truth)
        {
            try
            {
                run.Invoke("show", Names.Local(cart, "cart").Invoke("total"));
            }
            catch (BaseException doctestError)
            {
                run.Invoke("caught", doctestError);
            }
            run.Invoke("end");
        }
    }

    public static PyList<Any> Doctests()
    {
        return (PyList<Any>)[PyTuple.Of("", 0, "A shopping cart: what a shop's library may look like.", Any.None), PyTuple.Of("Item", 7, "One line of a cart.", Any.None), PyTuple.Of("OutOfStock", 15, "More was asked for than there is.", Any.None), PyTuple.Of("discount", 19, "Take a share off a price in cents, rounded down.\n\n>>> discount(1000, 15)\n850\n>>> discount(999, 50)\n499\n>>> discount(100, 120)\nTraceback (most recent call last):\n...\nValueError: no discount of 120 percent\n", DoctestDiscountFunction), PyTuple.Of("Cart", 37, "What a customer is about to buy.\n\n>>> cart = Cart()\n>>> cart.add(\"tea\", 450, 2)\n>>> cart.total()\n900\n", DoctestCartFunction), PyTuple.Of("Cart.add", Any.None, "", Any.None), PyTuple.Of("Cart.total", Any.None, "", Any.None)];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Field = Modules.ImportFrom("dataclasses", "field");

        Any itemClass = ClassBuilder.Build("Item", "Item", "cart", new Arguments(), ns =>
        {
            ns["__doc__"] = "One line of a cart.";

            ns.Annotate("name", Builtins.Get("str"));
            ns.Annotate("price", Builtins.Get("int"));
            ns["count"] = 1;
            ns.Annotate("count", Builtins.Get("int"));
        });
        Item = Dataclass.Call(itemClass);

        Any cartClass = ClassBuilder.Build("Cart", "Cart", "cart", new Arguments(), ns2 =>
        {
            ns2["__doc__"] = "What a customer is about to buy.\n\n>>> cart = Cart()\n>>> cart.add(\"tea\", 450, 2)\n>>> cart.total()\n900\n";

            ns2["items"] = Field.Call(new Arguments { { "default_factory", Builtins.Get("list") } });
            ns2.Annotate("items", Builtins.Get("list")[Item]);

            void Add(Any self, Any name, Any price, Any count)
            {
                if (count < 1)
                {
                    throw new ValueError("count must be positive");
                }
                self.Get("items").Invoke("append", Item.Call(name, price, count));
            }
            ns2["add"] = new PyFunction("Cart.add", "self, name, price, count=1", (Any[] a) => Functions.None(() => Add(a[0], a[1], a[2], a[3]))) { Module = "cart" };

            Any Total(Any self)
            {
                return Sum(NativeGenerator.Wrap("<genexpr>", "Cart.total.<locals>.<genexpr>", Sequences.Of(self.Get("items")).Select(item => item.Get("price") * item.Get("count"))));
            }
            ns2["total"] = new PyFunction("Cart.total", "self", (Any self) => Total(self)) { Module = "cart" };
        });
        Cart_ = Dataclass.Call(cartClass);
    }

    public static readonly Any DiscountFunction = new PyFunction("discount", "total, percent", (Any total, Any percent) => Discount(total, percent)) { Doc = "Take a share off a price in cents, rounded down.\n\n>>> discount(1000, 15)\n850\n>>> discount(999, 50)\n499\n>>> discount(100, 120)\nTraceback (most recent call last):\n...\nValueError: no discount of 120 percent\n", Module = "cart" };
    public static readonly Any DoctestDiscountFunction = new PyFunction("_doctest_discount", "run", (Any run) => Functions.None(() => DoctestDiscount(run))) { Module = "cart" };
    public static readonly Any DoctestCartFunction = new PyFunction("_doctest_Cart", "run", (Any run) => Functions.None(() => DoctestCart(run))) { Module = "cart" };
    public static readonly Any DoctestsFunction = new PyFunction("_doctests", "", () => Doctests()) { Module = "cart" };
}
