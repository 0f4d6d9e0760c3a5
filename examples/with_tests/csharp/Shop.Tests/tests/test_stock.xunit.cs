// Written by pytocs.
namespace Tests.TestStock.Facts;

using System.Threading.Tasks;
using Pytocs.Runtime.Testing;
using Xunit;

/// <summary>The stock, which answers later.</summary>
public sealed class StockTests(StockTests.Python python) : IClassFixture<StockTests.Python>
{
    /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
    public sealed class Python() : PythonTests("tests.test_stock");

    [Fact]
    public async Task Reserve() => await python.RunAsync("test_reserve");

    [Fact]
    public async Task ReserveTooMuch() => await python.RunAsync("test_reserve_too_much");

    [Fact]
    public async Task CountOfMany() => await python.RunAsync("test_count_of_many");
}
