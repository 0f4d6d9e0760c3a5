using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What typed code calls of a future.</summary>
public partial class Future
{
    /// <summary><c>future.add_done_callback(function)</c>.</summary>
    public void AddDoneCallback(Any function) => ((Any)this).Invoke("add_done_callback", function);
}

/// <summary>What typed code calls of a task.</summary>
public partial class PyTask
{
    /// <summary><c>task.set_name(value)</c>.</summary>
    public void SetName(Any value) => Name = Operators.Str(value);
}
