using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Pytocs.Runtime.Async;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The stack that runs now, where bodies go on after an await: .NET has the innermost body beneath its driver, without those that await
/// it, and with those that have ended and so made others go on.
/// </summary>
internal sealed class AwaitingFrames
{
    /// <summary>Frames of bodies that have ended.</summary>
    private readonly HashSet<int> _ended = [];

    /// <summary>The bodies, outermost first, that await the one of a frame.</summary>
    private readonly Dictionary<int, List<Resumable>> _awaiting = [];

    public bool HasEnded(int frame) => _ended.Contains(frame);

    public IReadOnlyList<Resumable> Awaiting(int frame) => _awaiting.TryGetValue(frame, out var bodies) ? bodies : [];

    /// <summary>Looks at a stack, innermost frame first; null where no coroutine is driven.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Without methods to ask for, a stack has the frames that .NET tells.")]
    public static AwaitingFrames? Of(StackFrame[] stack)
    {
        var drivers = new Stack<Coroutine>();
        for (var driver = Async.ThreadState.Current.Stepped; driver is not null; driver = driver.Around)
            drivers.Push(driver);
        if (drivers.Count == 0)
            return null;
        var found = new AwaitingFrames();
        Coroutine? current = null;
        var (begin, resumed) = (0, -1);
        MethodBase? caller = null;
        for (var i = stack.Length - 1; i >= 0; i--)
        {
            var method = stack[i].GetMethod();
            if (method?.DeclaringType is { } type)
            {
                var isStep = type == typeof(Coroutine) && method.Name == "Step";
                if (isStep || IsGeneratorStep(type, method.Name))
                {
                    found.Note(stack, current, begin, resumed);
                    if (isStep && drivers.Count == 0)
                        return null;
                    (current, begin, resumed) = (isStep ? drivers.Pop() : null, i, -1);
                }
                else if (method.Name == "MoveNext" && typeof(IAsyncStateMachine).IsAssignableFrom(type) && !IsBegun(caller))
                {
                    resumed = i;
                }
            }
            caller = method;
        }
        found.Note(stack, current, begin, resumed);
        return drivers.Count == 0 ? found : null;
    }

    /// <summary>A generator goes on for whoever asks it, who is its caller.</summary>
    private static bool IsGeneratorStep(Type type, string method)
        => type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && ((definition == typeof(ExactGenerator<>) && method == "Advance") || (definition == typeof(AsyncYielder<>) && method == "Continue"));

    /// <summary>Whether a caller begins a body: a builder does, or the method whose body it is.</summary>
    private static bool IsBegun(MethodBase? caller)
        => caller?.DeclaringType is { } type && (caller.Name == "Start"
            ? type.Name.Contains("Builder", StringComparison.Ordinal)
            : caller.Name != "MoveNext" && type.Assembly != typeof(AwaitingFrames).Assembly && type.Assembly != typeof(object).Assembly);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "As above.")]
    private void Note(StackFrame[] stack, Coroutine? driver, int begin, int resumed)
    {
        if (driver is null || resumed < 0)
            return;
        for (var i = resumed + 1; i < begin; i++)
            _ended.Add(i);
        var bodies = new List<Resumable>();
        for (var body = driver.Root; body is { HasEnded: false, Machine: not null }; body = StoppedBody.Awaited(body) as Resumable)
            bodies.Add(body);
        if (bodies.Count > 0 && bodies[^1].Machine!.GetType() == stack[resumed].GetMethod()?.DeclaringType)
            bodies.RemoveAt(bodies.Count - 1);
        _awaiting[resumed] = bodies;
    }
}
