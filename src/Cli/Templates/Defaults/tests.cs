using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// Python tests share their modules and the process: they run one at a time, in the order of the text.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PythonTestRun))]
[assembly: TestCaseOrderer(typeof(TextOrder))]
[assembly: TestCollectionOrderer(typeof(TextOrder))]

/// <summary>The order in which the tests are written, module after module.</summary>
public sealed class TextOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    /// <summary>What xunit calls the collection of each class, in order.</summary>
    private static readonly List<string> s_classes =
        [.. typeof(TextOrder).Assembly.GetTypes().OrderBy(static t => t.Namespace, StringComparer.Ordinal).ThenBy(static t => t.MetadataToken).Select(static t => $"Test collection for {t.FullName} ")];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection
        => [.. testCollections.OrderBy(static c => s_classes.FindIndex(n => c.TestCollectionDisplayName.StartsWith(n, StringComparison.Ordinal)))];

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : notnull, ITestCase
        => [.. testCases.OrderBy(static c => (c as IXunitTestCase)?.TestMethod.Method.MetadataToken ?? 0)];
}

/// <summary>The Python modules that tests import.</summary>
internal static class PythonTestSetup
{
#pragma warning disable CA2255 // Tests import nothing themselves.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare()
    {
        Modules.AreImportedOnDemand = true;
{{ every_coroutine }}        AddModules();
    }

    /// <summary>A method of its own: what it names is loaded when it is called, and not before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddModules() => Modules.Add(
{{ modules }});
}
