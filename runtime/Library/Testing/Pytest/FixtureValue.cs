using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>A fixture that was made, with what is to be done when it is given up.</summary>
internal sealed class FixtureValue(FixtureDefinition definition, ScopeState scope, int index)
{
    private readonly List<Action> _finalizers = [];
    private readonly List<FixtureValue> _users = [];
    private bool _isOver;

    /// <summary>Which of the fixture's parameters it was made for.</summary>
    public int Index => index;

    public FixtureDefinition Definition => definition;

    public Any Value { get; set; }

    /// <summary>What making it raised.</summary>
    public BaseException? Error { get; set; }

    public void AddFinalizer(Action action) => _finalizers.Add(action);

    /// <summary>Notes a fixture that was made with this one: it is given up first.</summary>
    public void AddUser(FixtureValue user) => _users.Add(user);

    /// <summary>Gives the fixture up.</summary>
    public void Finish()
    {
        if (_isOver)
            return;
        _isOver = true;
        scope.Values.Remove(definition);
        var errors = new List<BaseException>();
        foreach (var action in (Action[])[.. Enumerable.Reverse(_users).Select(static u => (Action)u.Finish), .. Enumerable.Reverse(_finalizers)])
        {
            try
            {
                action();
            }
            catch (BaseException error)
            {
                errors.Add(error);
            }
        }
        if (errors.Count == 1)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors[0]);
        if (errors.Count > 1)
            throw Raise.Of(((Any)BaseExceptionGroup.Type).Call($"errors while tearing down fixture \"{definition.Name}\"", Lib.List(errors.Select(static e => (Any)e))));
    }
}
