// Written by pytocs.
namespace Tests.TestCart.Facts;

using Pytocs.Runtime.Testing;
using Xunit;

/// <summary>Carts and prices, in pytest's style.</summary>
public sealed class CartTests(CartTests.Python python) : IClassFixture<CartTests.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("tests.test_cart");

    [Fact]
    public void Total() => python.Run("test_total");

    [Theory]
    [InlineData(1000, 15, 850)]
    [InlineData(999, 50, 499)]
    [InlineData(500, 100, 0)]
    public void Discount(int total, int percent, int expected) => python.Run("test_discount", total, percent, expected);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void ImpossibleDiscount(int percent) => python.Run("test_impossible_discount", percent);

    [Fact]
    public void AveragePrice() => python.Run("test_average_price");

    /// <summary>The cases of test_receipt.</summary>
    public static TheoryData<string> ReceiptCases => [.. new Python().Cases("test_receipt")];

    /// <summary>What is printed can be written to a file too.</summary>
    [Theory]
    [MemberData(nameof(ReceiptCases))]
    public void Receipt(string id) => python.RunCase("test_receipt", id);

    [Fact(Skip = "taxes come next year")]
    public void Tax() => python.Run("test_tax");
}

/// <summary>Adding to a cart.</summary>
public sealed class AddingTests(AddingTests.Python python) : IClassFixture<AddingTests.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("tests.test_cart", "TestAdding");

    [Fact]
    public void CountsFromOne() => python.Run("test_counts_from_one");

    [Fact]
    public void NeedsAPositiveCount() => python.Run("test_needs_a_positive_count");
}
