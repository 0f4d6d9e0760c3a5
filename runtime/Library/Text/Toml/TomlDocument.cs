using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Toml;

/// <summary>Reads a document: its tables, and what was declared and may not be declared again.</summary>
internal sealed class TomlDocument(string text, Any parseFloat) : TomlReader(text, parseFloat)
{
    private readonly PyDict<Any, Any> _root = [];
    private readonly TomlFlags _flags = new();
    private readonly List<string[]> _pending = [];
    private string[] _header = [];

    public PyDict<Any, Any> Read()
    {
        while (true)
        {
            SkipBlanks();
            if (Ended)
                return _root;
            if (Here == '\n')
            {
                At++;
                continue;
            }
            if (IsBare(Here) || Here is '\'' or '"')
                Assignment();
            else if (Here == '[')
                Header();
            else if (Here != '#')
                throw Wrong("Invalid statement");
            SkipBlanks();
            SkipComment();
            if (Ended)
                return _root;
            if (Here != '\n')
                throw Wrong("Expected newline or end of document after a statement");
            At++;
        }
    }

    private void Header()
    {
        foreach (var key in _pending)
            _flags.Set(key, TomlFlag.Declared, deep: false);
        _pending.Clear();
        _header = StartsWith("[[") ? ArrayHeader() : TableHeader();
    }

    private string[] TableHeader()
    {
        At++;
        SkipBlanks();
        var key = Key();
        if (_flags.Has(key, TomlFlag.Declared) || _flags.Has(key, TomlFlag.Frozen))
            throw Wrong($"Cannot declare {Shown(key)} twice");
        _flags.Set(key, TomlFlag.Declared, deep: false);
        _ = Nest(_root, key, throughLists: true) ?? throw Wrong("Cannot overwrite a value");
        if (Here != ']')
            throw Wrong("Expected ']' at the end of a table declaration");
        At++;
        return key;
    }

    private string[] ArrayHeader()
    {
        At += 2;
        SkipBlanks();
        var key = Key();
        if (_flags.Has(key, TomlFlag.Frozen))
            throw Wrong($"Cannot mutate immutable namespace {Shown(key)}");
        // What lies below belongs to the table that ends here.
        _flags.Forget(key);
        _flags.Set(key, TomlFlag.Declared, deep: false);
        var parent = Nest(_root, key[..^1], throughLists: true) ?? throw Wrong("Cannot overwrite a value");
        if (!parent.TryGetValue(key[^1], out var known))
            parent[key[^1]] = new PyList<Any>([new PyDict<Any, Any>()]);
        else if (known.Ref is PyList<Any> list)
            list.Append(new PyDict<Any, Any>());
        else
            throw Wrong("Cannot overwrite a value");
        if (!StartsWith("]]"))
            throw Wrong("Expected ']]' at the end of an array declaration");
        At += 2;
        return key;
    }

    private void Assignment()
    {
        var (key, value) = Pair();
        for (var i = 1; i < key.Length; i++)
        {
            string[] container = [.. _header, .. key[..i]];
            if (_flags.Has(container, TomlFlag.Declared))
                throw Wrong($"Cannot redefine namespace {Shown(container)}");
            _pending.Add(container);
        }
        string[] parent = [.. _header, .. key[..^1]];
        if (_flags.Has(parent, TomlFlag.Frozen))
            throw Wrong($"Cannot mutate immutable namespace {Shown(parent)}");
        var nest = Nest(_root, parent, throughLists: true);
        if (nest is null || nest.ContainsKey(key[^1]))
            throw Wrong("Cannot overwrite a value");
        if (value.Ref is PyDict or PyList)
            _flags.Set([.. _header, .. key], TomlFlag.Frozen, deep: true);
        nest[key[^1]] = value;
    }

    private (string[] Key, Any Value) Pair()
    {
        var key = Key();
        if (Here != '=')
            throw Wrong("Expected '=' after a key in a key/value pair");
        At++;
        SkipBlanks();
        return (key, Value());
    }

    private Any Value() => Here switch
    {
        '[' => Array(),
        '{' => Table(),
        _ => Plain(),
    };

    private PyList<Any> Array()
    {
        At++;
        var items = new PyList<Any>();
        SkipLines();
        while (Here != ']')
        {
            items.Append(Value());
            SkipLines();
            if (Here == ']')
                break;
            if (Here != ',')
                throw Wrong("Unclosed array");
            At++;
            SkipLines();
        }
        At++;
        return items;
    }

    private PyDict<Any, Any> Table()
    {
        At++;
        var (table, flags) = (new PyDict<Any, Any>(), new TomlFlags());
        SkipBlanks();
        if (Here == '}')
        {
            At++;
            return table;
        }
        while (true)
        {
            var (key, value) = Pair();
            if (flags.Has(key, TomlFlag.Frozen))
                throw Wrong($"Cannot mutate immutable namespace {Shown(key)}");
            var nest = Nest(table, key[..^1], throughLists: false) ?? throw Wrong("Cannot overwrite a value");
            if (nest.ContainsKey(key[^1]))
                throw Wrong($"Duplicate inline table key {Str.Repr(key[^1])}");
            nest[key[^1]] = value;
            SkipBlanks();
            if (Here == '}')
            {
                At++;
                return table;
            }
            if (Here != ',')
                throw Wrong("Unclosed inline table");
            if (value.Ref is PyDict or PyList)
                flags.Set(key, TomlFlag.Frozen, deep: true);
            At++;
            SkipBlanks();
        }
    }

    /// <summary>The table under a key, made where there is none; of an array its last table. Null where something else stands.</summary>
    private static PyDict<Any, Any>? Nest(PyDict<Any, Any> table, string[] key, bool throughLists)
    {
        foreach (var part in key)
        {
            if (!table.TryGetValue(part, out var inner))
                table[part] = inner = new PyDict<Any, Any>();
            if (throughLists && inner.Ref is PyList<Any> { Count: > 0 } list)
                inner = list.Get(-1);
            if (inner.Ref is not PyDict<Any, Any> next)
                return null;
            table = next;
        }
        return table;
    }

    private static string Shown(string[] key) => Operators.Repr(new PyTuple([.. key.Select(static k => (Any)k)]));
}
