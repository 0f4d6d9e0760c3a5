// Written by pytocs.
using System.Linq;
using Cart;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Tests.Conftest;

public static class Module
{
    internal static Any Name = "tests.conftest";
    internal static Any File = Script.PathOf("tests/conftest.py");
    internal static Any Doc = Any.None;
    internal static Any Pytest = Any.Unbound;
    internal static Any Cart3 = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("tests.conftest", "tests/conftest.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("pytest", () => Pytest, value => Pytest = value)
        .Member("Cart", () => CartCart.Type)
        .Variable("cart", () => Cart3, value => Cart3 = value);

    /// <summary>A cart with two things in it.</summary>
    public static CartCart CartCore()
    {
        var filled = new CartCart(Any.None);
        filled.Add("tea", 450, 2);
        filled.Add("cup", 1200, 1);
        return filled;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Pytest = Modules.Import("pytest");

        Modules.Import("cart");

        Cart3 = Pytest.Get("fixture").Call(CartCoreFunction);
    }

    public static readonly Any CartCoreFunction = new PyFunction("cart", "", () => CartCore()) { Doc = "A cart with two things in it.", Module = "tests.conftest" };
}
