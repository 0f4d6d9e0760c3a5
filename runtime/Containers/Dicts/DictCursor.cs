namespace Pytocs.Runtime.Core;

/// <summary>
/// A position in a dict that notices changes as CPython's dict iterators do: by the size first,
/// then by more entries than there were at the start.
/// </summary>
internal struct DictCursor(PyDict dict)
{
    private int _slot;
    private int _used = dict.Count;
    private int _left = dict.Count;

    /// <summary>Entries still expected: the iterator's <c>__length_hint__</c>.</summary>
    public readonly int Left(PyDict dict) => _used == dict.Count ? _left : 0;

    public bool Next(PyDict dict, out Any key, out Any value)
    {
        CheckSize(dict);
        if (!dict.NextEntry(ref _slot, out key, out value))
            return false;
        Take();
        return true;
    }

    /// <summary>As <see cref="Next"/>, with the words of <c>dict.update</c>.</summary>
    public bool NextForUpdate(PyDict dict, out Any key, out Any value)
        => _used == dict.Count ? Next(dict, out key, out value) : throw new RuntimeError("dict mutated during update");

    public void StartAtEnd(PyDict dict) => _slot = dict.Top;

    public bool Previous(PyDict dict, out Any key, out Any value)
    {
        CheckSize(dict);
        if (!dict.PreviousEntry(ref _slot, out key, out value))
            return false;
        Take();
        return true;
    }

    private void CheckSize(PyDict dict)
    {
        if (_used == dict.Count)
            return;
        // Sticky, as in CPython: the iterator keeps raising even when the size comes back.
        _used = -1;
        throw new RuntimeError("dictionary changed size during iteration");
    }

    private void Take()
    {
        if (_left-- == 0)
            throw new RuntimeError("dictionary keys changed during iteration");
    }
}

/// <summary>What a dict view or iterator gives of each entry.</summary>
internal enum DictPart
{
    Keys,
    Values,
    Items,
}
