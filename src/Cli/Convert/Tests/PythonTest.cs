using Pytocs.Lowering.Programs;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>A Python test as xunit is to see it.</summary>
/// <param name="Name">Its name in Python.</param>
/// <param name="Doc">The first line of its docstring; null where it has none.</param>
/// <param name="IsAsync">Whether it is a coroutine function.</param>
/// <param name="Skip">The reason for which it is always left out; null where it is not.</param>
/// <param name="Data">What it is run with; null for a test that is run once.</param>
internal sealed record PythonTest(string Name, string? Doc, bool IsAsync, string? Skip, TestData? Data);

/// <summary>What a parametrized test is run with.</summary>
internal abstract record TestData;

/// <summary>Values that the text has as literals.</summary>
/// <param name="Names">The parameters.</param>
/// <param name="Rows">Their values.</param>
internal sealed record LiteralData(IReadOnlyList<string> Names, IReadOnlyList<object?[]> Rows) : TestData;

/// <summary>Values that are known when the module has run.</summary>
internal sealed record DynamicData : TestData;

/// <summary>The tests of one class, or the functions of one module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Class">The class, with those around it; null for functions.</param>
/// <param name="Doc">The first line of the docstring.</param>
/// <param name="Tests">The tests in their order.</param>
internal sealed record TestGroup(ModuleFile Module, string? Class, string? Doc, IReadOnlyList<PythonTest> Tests);
