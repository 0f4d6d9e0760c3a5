using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A generator as a link of a chain of delegations.</summary>
internal interface IDelegate
{
    /// <summary>The chain of another generator that steps it; null where it is stepped by itself.</summary>
    DelegateChain? Driver { get; set; }

    /// <summary>What it delegates to, where that is such a generator too and no except clause of its own is open.</summary>
    IDelegate? Next { get; }

    /// <summary>Forgets the links that it steps itself.</summary>
    void Release();

    /// <summary>Goes on: with a value or an error from outside, or with the end of what it delegated to.</summary>
    bool Advance(Any sent, BaseException? thrown, bool hasEnded, out Any value);
}

/// <summary>
/// The generators that a generator delegates to, each to the next: a value goes straight to the last of them, however many lie between.
/// See <see href="https://peps.python.org/pep-0380/#optimisations">PEP 380</see>.
/// </summary>
internal sealed class DelegateChain
{
    private readonly List<IDelegate> _links = [];

    /// <summary>Whether one of them runs: then none of them can be stepped from elsewhere.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Sends a value to the last link.</summary>
    /// <param name="first">What the generator delegates to.</param>
    /// <param name="sent">The value.</param>
    /// <param name="value">What it yields; where all have ended, what the first one returned.</param>
    /// <param name="error">What the first one raised.</param>
    /// <returns>Whether something was yielded.</returns>
    public bool TrySend(IDelegate first, Any sent, out Any value, out BaseException? error)
    {
        if (_links.Count == 0)
            Add(first);
        IsRunning = true;
        error = null;
        value = Any.None;
        for (var hasEnded = false; _links.Count > 0; hasEnded = true)
        {
            var link = _links[^1];
            try
            {
                if (link.Advance(sent, error, hasEnded, out value))
                {
                    error = null;
                    IsRunning = false;
                    if (link.Next is { } next)
                        Add(next);
                    return true;
                }
                (sent, error) = (value, null);
            }
            catch (BaseException raised)
            {
                error = raised;
            }
            link.Driver = null;
            _links.RemoveAt(_links.Count - 1);
        }
        IsRunning = false;
        return false;
    }

    /// <summary>Forgets the links: one of them is stepped from elsewhere, or an error is thrown in.</summary>
    public void Clear()
    {
        foreach (var link in _links)
            link.Driver = null;
        _links.Clear();
    }

    private void Add(IDelegate first)
    {
        for (var link = first; link is not null; link = link.Next)
        {
            link.Driver?.Clear();
            link.Release();
            link.Driver = this;
            _links.Add(link);
        }
    }
}
