namespace Pytocs.Runtime.Library.Toml;

/// <summary>What a document may no longer do with a key.</summary>
internal enum TomlFlag
{
    /// <summary>A value that stands in one place; nothing is added to it elsewhere.</summary>
    Frozen,

    /// <summary>A table that was declared by its own header or by dotted keys.</summary>
    Declared,
}

/// <summary>Which keys have which flags.</summary>
internal sealed class TomlFlags
{
    private sealed class Node
    {
        public HashSet<TomlFlag> Flags { get; } = [];

        /// <summary>Those that hold of everything below too.</summary>
        public HashSet<TomlFlag> Deep { get; } = [];

        public Dictionary<string, Node> Below { get; } = new(StringComparer.Ordinal);
    }

    private readonly Node _root = new();

    public void Set(string[] key, TomlFlag flag, bool deep)
    {
        var node = _root;
        foreach (var part in key)
        {
            if (!node.Below.TryGetValue(part, out var next))
                node.Below[part] = next = new Node();
            node = next;
        }
        (deep ? node.Deep : node.Flags).Add(flag);
    }

    public bool Has(string[] key, TomlFlag flag)
    {
        var node = _root;
        foreach (var part in key)
        {
            if (!node.Below.TryGetValue(part, out var next))
                return false;
            if (next.Deep.Contains(flag))
                return true;
            node = next;
        }
        return key.Length > 0 && node.Flags.Contains(flag);
    }

    /// <summary>Forgets a key and all below it.</summary>
    public void Forget(string[] key)
    {
        var node = _root;
        foreach (var part in key[..^1])
        {
            if (!node.Below.TryGetValue(part, out var next))
                return;
            node = next;
        }
        node.Below.Remove(key[^1]);
    }
}
