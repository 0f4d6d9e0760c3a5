// Written by pytocs.
using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Cart;

using static Module;

/// <summary>One line of a cart.</summary>
public class Item : PyObject
{
    public Item(Any name, Any price, Any count)
    {
        this.Name = name;
        Price = price;
        Count = count;
    }

    public Any Name { get; set; }
    public Any Price { get; set; }
    public Any Count { get; set; }

    public string Represent()
    {
        return F($"Item(name={Repr(this.Name)}, price={Repr(Price)}, count={Repr(Count)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (other.Is<Item>())
        {
            return (value2 = Operators.Compare(Comparison.Eq, this.Name, other.As<Item>().Name)).Truth ? (value = Operators.Compare(Comparison.Eq, Price, other.As<Item>().Price)).Truth ? Operators.Compare(Comparison.Eq, Count, other.As<Item>().Count) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Item", "cart")
        .Doc("One line of a cart.")
        .Attribute("__hash__", Any.None)
        .Constructor("name, price, count=1", a => new Item(a[0], a[1], a[2]))
        .Field("name", self => self.As<Item>().Name, (self, value) => self.As<Item>().Name = value)
        .Field("price", self => self.As<Item>().Price, (self, value) => self.As<Item>().Price = value)
        .Field("count", self => self.As<Item>().Count, (self, value) => self.As<Item>().Count = value)
        .Method("__repr__", self => self.As<Item>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Item>().EqualTo(other));
    public override PyType Class => Type;
}

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

/// <summary>What a customer is about to buy.</summary>
/// <remarks>
/// &gt;&gt;&gt; cart = Cart()
/// &gt;&gt;&gt; cart.add("tea", 450, 2)
/// &gt;&gt;&gt; cart.total()
/// 900
/// </remarks>
public class CartCart : PyObject
{
    public CartCart(Any items)
    {
        Items = items.IsNone ? (Any)(PyList<Any>)[] : items;
    }

    public Any Items { get; set; }

    public void Add(Any name, Any price, PyInt count)
    {
        if (count < 1)
        {
            throw new ValueError("count must be positive");
        }
        Items.Invoke("append", new Item(name, price, count));
    }

    public Any Total()
    {
        return Sum(Generator.Of("<genexpr>", "Cart.total.<locals>.<genexpr>", Sequences.Of(Items).Select(item => item.Get("price") * item.Get("count"))));
    }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Cart(items={Repr(Items)})"));
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<CartCart>())
        {
            return Operators.Compare(Comparison.Eq, Items, other.As<CartCart>().Items);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Cart", "cart")
        .Doc("What a customer is about to buy.\n\n>>> cart = Cart()\n>>> cart.add(\"tea\", 450, 2)\n>>> cart.total()\n900\n")
        .Attribute("__hash__", Any.None)
        .Constructor("items=None", a => new CartCart(a[0]))
        .Field("items", self => self.As<CartCart>().Items, (self, value) => self.As<CartCart>().Items = value)
        .Method("add", "self, name, price, count=1", a => a[0].As<CartCart>().Add(a[1], a[2], a[3].As<PyInt>()))
        .Method("total", self => self.As<CartCart>().Total())
        .Method("__repr__", self => self.As<CartCart>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<CartCart>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>A shopping cart: what a shop's library may look like.</summary>
public static class Module
{
    internal static Any Name = "cart";
    internal static Any File = Script.PathOf("cart.py");
    internal static Any Doc = "A shopping cart: what a shop's library may look like.";
    internal static Any Dataclass = Any.Unbound;
    internal static Any Field = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("cart", "cart.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("dataclass", () => Dataclass, value => Dataclass = value)
        .Variable("field", () => Field, value => Field = value)
        .Member("Item", () => Item.Type)
        .Member("OutOfStock", () => OutOfStock.Type)
        .Member("discount", () => DiscountFunction)
        .Member("Cart", () => CartCart.Type)
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
                using var handling = Handling.Of(doctestError);
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
                using var handling = Handling.Of(doctestError);
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
                using var handling = Handling.Of(doctestError);
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
                cart = new CartCart(Any.None);
            }
            catch (BaseException doctestError)
            {
                using var handling = Handling.Of(doctestError);
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
                using var handling = Handling.Of(doctestError);
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
                using var handling = Handling.Of(doctestError);
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
    }

    public static readonly Any DiscountFunction = new PyFunction("discount", "total, percent", (Any total, Any percent) => Discount(total, percent)) { Doc = "Take a share off a price in cents, rounded down.\n\n>>> discount(1000, 15)\n850\n>>> discount(999, 50)\n499\n>>> discount(100, 120)\nTraceback (most recent call last):\n...\nValueError: no discount of 120 percent\n", Module = "cart" };
    public static readonly Any DoctestDiscountFunction = new PyFunction("_doctest_discount", "run", (Any run) => DoctestDiscount(run)) { Module = "cart" };
    public static readonly Any DoctestCartFunction = new PyFunction("_doctest_Cart", "run", (Any run) => DoctestCart(run)) { Module = "cart" };
    public static readonly Any DoctestsFunction = new PyFunction("_doctests", "", () => Doctests()) { Module = "cart" };
}
