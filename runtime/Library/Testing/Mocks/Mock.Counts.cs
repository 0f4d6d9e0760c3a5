using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>How a mock was used; a function that stands in front of it says the same.</summary>
internal sealed partial class Mock
{
    public Any Called
    {
        get => Delegated("called", field);
        set => field = Tell("called", value);
    }
        = false;

    public Any CallCount
    {
        get => Delegated("call_count", field);
        set => field = Tell("call_count", value);
    }
        = 0;

    public Any CallArgs
    {
        get => Delegated("call_args", field);
        set => field = Tell("call_args", value);
    }
        = Any.None;

    public Any CallArgsList
    {
        get => Delegated("call_args_list", field);
        set => field = Tell("call_args_list", value);
    }
        = CallList([]);

    public Any MockCalls
    {
        get => Delegated("mock_calls", field);
        set => field = Tell("mock_calls", value);
    }
        = CallList([]);

    private Any Delegated(string name, Any own) => Delegate.IsNone ? own : Delegate.Get(name);

    private Any Tell(string name, Any value)
    {
        if (!Delegate.IsNone)
            Delegate.Set(name, value);
        return value;
    }

    public Any MethodCalls { get; set; } = CallList([]);

    public Any AwaitCount
    {
        get => Delegated("await_count", field);
        set => field = Tell("await_count", value);
    }
        = 0;

    public Any AwaitArgs
    {
        get => Delegated("await_args", field);
        set => field = Tell("await_args", value);
    }
        = Any.None;

    public Any AwaitArgsList
    {
        get => Delegated("await_args_list", field);
        set => field = Tell("await_args_list", value);
    }
        = CallList([]);
}
