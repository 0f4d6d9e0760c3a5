using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What lives as long as one test, class, module, package, or the whole run.</summary>
internal sealed class ScopeState(object? key)
{
    private readonly List<Action> _finalizers = [];
    private Any _runner = Any.None;

    /// <summary>The test, class or module.</summary>
    public object? Key => key;

    public Dictionary<FixtureDefinition, FixtureValue> Values { get; } = [];

    /// <summary>What its set-up raised: every test in it fails so.</summary>
    public BaseException? Error { get; set; }

    /// <summary>Adds something to do at its end, before what was added earlier.</summary>
    public void AtEnd(Action action) => _finalizers.Add(action);

    /// <summary>Awaits something on the event loop of the scope, which is made when it is first needed.</summary>
    public Any Await(Any awaitable)
    {
        if (_runner.IsNone)
        {
            _runner = Modules.Import("asyncio").Get("Runner").Call();
            // The loop is closed after everything else that the scope still does on it.
            _finalizers.Insert(0, () => _runner.Invoke("close"));
        }
        return _runner.Invoke("run", awaitable.Ref is Coroutine ? awaitable : Coroutine.Of("fixture", "fixture", async () => await awaitable));
    }

    /// <summary>Ends the scope; gives what went wrong.</summary>
    public List<BaseException> Close()
    {
        var errors = new List<BaseException>();
        while (_finalizers.Count > 0)
        {
            var action = _finalizers[^1];
            _finalizers.RemoveAt(_finalizers.Count - 1);
            try
            {
                action();
            }
            catch (Exception error)
            {
                errors.Add(Outcome.AsPython(error));
            }
        }
        return errors;
    }
}
