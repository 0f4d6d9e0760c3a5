// Written by pytocs.
namespace Tests.TestItems.Facts;

using System.Threading.Tasks;
using Pytocs.Runtime.Testing;
using Xunit;

/// <summary>Items compare by their values.</summary>
public sealed class ItemTests(ItemTests.Python python) : IClassFixture<ItemTests.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("tests.test_items", "ItemTest");

    [Fact]
    public void Equality() => python.Run("test_equality");

    [Fact]
    public void Totals() => python.Run("test_totals");

    [Fact(Skip = "weights are not known yet")]
    public void Weight() => python.Run("test_weight");
}

/// <summary>StockTest of tests/test_items.py.</summary>
public sealed class StockTests(StockTests.Python python) : IClassFixture<StockTests.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("tests.test_items", "StockTest");

    [Fact]
    public async Task Count() => await python.RunAsync("test_count");
}
