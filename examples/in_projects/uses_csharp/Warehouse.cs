namespace Stock;

/// <summary>What is in store; the rest of the product, in C#, keeps it.</summary>
public sealed class Warehouse : IDisposable
{
    private readonly Dictionary<string, int> _counts = new() { ["tea"] = 12, ["coffee"] = 3 };

    /// <summary>How often somebody asked.</summary>
    public int Questions { get; private set; }

    public int Count(string name)
    {
        Questions++;
        return _counts.GetValueOrDefault(name);
    }

    /// <summary>Asks the (pretended) supplier.</summary>
    public async Task<int> OrderAsync(string name, int count = 10)
    {
        await Task.Delay(10);
        return _counts[name] = Count(name) + count;
    }

    /// <summary>Everything, as it is counted.</summary>
    public async IAsyncEnumerable<string> ShelvesAsync()
    {
        foreach (var (name, count) in _counts)
        {
            await Task.Yield();
            yield return $"{name}: {count}";
        }
    }

    public void Dispose() => Console.WriteLine($"closed after {Questions} questions");
}
