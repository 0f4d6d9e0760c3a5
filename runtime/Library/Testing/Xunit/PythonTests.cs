using System.Numerics;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;
using Pytocs.Runtime.Library.Testing.Pytest;

namespace Pytocs.Runtime.Testing;

/// <summary>
/// Runs the Python tests of a module or of one of its classes, each with its fixtures. An xunit test class has one as its class fixture:
/// what the tests of a Python class share is given up when it is disposed of.
/// </summary>
/// <param name="module">The module's dotted name.</param>
/// <param name="class">The class; null for the functions of the module.</param>
public abstract class PythonTests(string module, string? @class = null) : IDisposable
{
    /// <summary>Runs a test.</summary>
    /// <param name="test">Its name in Python.</param>
    /// <param name="values">Values of its parametrized parameters, in their order; without any, it runs once for each of its cases.</param>
    /// <exception cref="PythonTestFailure">It failed.</exception>
    /// <exception cref="PythonTestSkipped">It was left out.</exception>
    public void Run(string test, params object?[] values) => RunAsync(test, values).GetAwaiter().GetResult();

    /// <inheritdoc cref="Run(string, object?[])"/>
    public Task RunAsync(string test, params object?[] values) => Do(() =>
    {
        var item = TestItem.Of(module, @class, test);
        var cases = values.Length == 0 ? Parametrization.Cases(item.Parametrizations) : Given(item, values);
        return cases.Count == 0 ? [TestOutcome.Left($"got empty parameter set for {test}")] : cases.Select(c => TestSession.Run(item, c)).ToList();
    });

    /// <summary>Runs one case of a parametrized test.</summary>
    /// <param name="test">Its name in Python.</param>
    /// <param name="id">The name of the case, as <see cref="Cases"/> has it.</param>
    public void RunCase(string test, string id) => RunCaseAsync(test, id).GetAwaiter().GetResult();

    /// <inheritdoc cref="RunCase(string, string)"/>
    public Task RunCaseAsync(string test, string id) => Do(() =>
    {
        var item = TestItem.Of(module, @class, test);
        return [Parametrization.Cases(item.Parametrizations).FirstOrDefault(c => c.Id == id) is { } values ? TestSession.Run(item, values) : TestOutcome.Left($"got empty parameter set for {test}")];
    });

    /// <summary>The names of the cases of a parametrized test; an empty one where there are no cases, so that the test is seen to be left out.</summary>
    public IEnumerable<string> Cases(string test)
        => PythonThread.Do(() => Parametrization.Cases(TestItem.Of(module, @class, test).Parametrizations).Select(static c => c.Id).DefaultIfEmpty("").ToList()).GetAwaiter().GetResult();

    /// <summary>Runs the examples in a docstring.</summary>
    /// <param name="name">The dotted name, below the module, of what the docstring belongs to; empty for the module.</param>
    public void RunExamples(string name) => Do(() => [Examples(name)]).GetAwaiter().GetResult();

    private TestOutcome Examples(string name)
    {
        var imported = Modules.Import(module);
        var capture = new StreamCapture();
        var runner = new DoctestRunner(verbose: false, default);
        capture.Start();
        try
        {
            runner.RunModule(imported, module, name);
        }
        finally
        {
            capture.Stop();
        }
        return Lib.Int(runner.Results()[0]) == 0 ? TestOutcome.Passed : TestOutcome.Failed(capture.Take().Out);
    }

    /// <summary>Cases in which the test's own parameters have given values; fixtures may still have several.</summary>
    private static IReadOnlyList<TestCaseValues> Given(TestItem item, object?[] values)
    {
        var marked = item.Parametrizations.Where(static p => p.Names.Any(n => !p.IsIndirect(n))).ToList();
        var names = marked.SelectMany(static p => p.Names).ToHashSet();
        var direct = CallParameters.All(item.Function).Where(names.Contains).Zip(values, static (n, v) => (n, Value(v))).ToDictionary();
        return Parametrization.Cases(item.Parametrizations.Except(marked), TestCaseValues.None with { Direct = direct });
    }

    /// <summary>A value of C# as Python has it.</summary>
    private static Any Value(object? value) => value switch
    {
        null => Any.None,
        string text => text,
        bool flag => flag,
        int number => number,
        long number => number,
        double number => number,
        BigInteger number => number,
        Any any => any,
        PyObject o => o,
        _ => throw new ArgumentException($"{value.GetType()} is no type that test data have"),
    };

    private static async Task Do(Func<List<TestOutcome>> run)
    {
        var outcomes = await PythonThread.Do(() =>
        {
            try
            {
                return run();
            }
            catch (BaseException error)
            {
                // The module could not be imported, or its fixtures and parameters are not right.
                return [TestOutcome.Of(error, [])];
            }
        }).ConfigureAwait(false);
        var failures = outcomes.Where(static o => o.Failure is not null).ToList();
        if (failures.Count > 0)
            throw new PythonTestFailure(string.Join('\n', failures.Select(static f => f.Failure)), failures[0].Error);
        if (outcomes.TrueForAll(static o => o.Skipped is not null))
            throw new PythonTestSkipped(outcomes[0].Skipped!);
    }

    /// <summary>Gives up what the tests share.</summary>
    public void Dispose()
    {
        PythonTestRun.Throw(PythonThread.Do(() => TestSession.LeaveClass(module, @class)).GetAwaiter().GetResult());
        GC.SuppressFinalize(this);
    }
}
