// Written by pytocs.
namespace Cart.Facts;

using Pytocs.Runtime.Testing;
using Xunit;

/// <summary>The examples in the docstrings of cart.py.</summary>
public sealed class CartExamples(CartExamples.Python python) : IClassFixture<CartExamples.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("cart");

    [Fact]
    public void Discount() => python.RunExamples("discount");

    [Fact]
    public void Cart() => python.RunExamples("Cart");
}
