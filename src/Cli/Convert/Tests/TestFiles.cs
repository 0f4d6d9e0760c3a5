using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>
/// Which modules hold tests: those whose file is named <c>test_*.py</c> or <c>*_test.py</c>, those with a subclass of
/// <c>unittest.TestCase</c>, and those that import pytest and define test functions or classes. See
/// <see href="https://docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery">test discovery</see>.
/// </summary>
internal static class TestFiles
{
    private static readonly string[] s_folders = ["tests", "test"];

    /// <summary>Whether a module holds tests.</summary>
    public static bool IsTest(ModuleFile module)
        => !IsConftest(module) && !module.IsPackage && (HasTestName(module)
            || Classes(module.Parsed.Module.Body).Any(static c => c.Bases.Any(IsTestCaseName))
            || (ImportScanner.Names(module).Any(static n => n == "pytest") && module.Parsed.Module.Body.Any(IsTestDefinition)));

    /// <summary>Whether pytest looks for tests in a file of that name.</summary>
    public static bool HasTestName(ModuleFile module)
        => Path.GetFileNameWithoutExtension(module.Source.Path) is var name && (name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test", StringComparison.Ordinal));

    public static bool IsConftest(ModuleFile module) => module.Name == "conftest" || module.Name.EndsWith(".conftest", StringComparison.Ordinal);

    /// <summary>Whether a module is there for tests alone: it holds some, is a <c>conftest.py</c>, or lies in a folder <c>tests</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="folder">The folder of the program.</param>
    public static bool IsForTests(ModuleFile module, string folder)
        => IsTest(module) || IsConftest(module)
            || Path.GetRelativePath(folder, module.Source.Text.Length == 0 && Directory.Exists(module.Source.Path) ? Path.Combine(module.Source.Path, "__init__.py") : module.Source.Path)
                .Split(Path.DirectorySeparatorChar)[..^1].Any(s_folders.Contains);

    /// <summary>A base class that is unittest's by its name.</summary>
    public static bool IsTestCaseName(Py.Expression expression) => expression switch
    {
        Py.Name name => name.Id is "TestCase" or "IsolatedAsyncioTestCase",
        Py.Attribute attribute => attribute.Attr is "TestCase" or "IsolatedAsyncioTestCase",
        _ => false,
    };

    public static IEnumerable<Py.ClassDef> Classes(IEnumerable<Py.Statement> body) => Statements(body).OfType<Py.ClassDef>();

    /// <summary>The statements of a module or class, those under conditions included.</summary>
    public static IEnumerable<Py.Statement> Statements(IEnumerable<Py.Statement> body) => body.SelectMany(static s => s switch
    {
        Py.If branch => Statements([.. branch.Body, .. branch.Orelse]),
        Py.TryStatement attempt => Statements([.. attempt.Body, .. attempt.Handlers.SelectMany(static h => h.Body), .. attempt.Orelse, .. attempt.Finalbody]),
        Py.With with => Statements(with.Body),
        _ => (IEnumerable<Py.Statement>)[s],
    });

    private static bool IsTestDefinition(Py.Statement statement) => statement switch
    {
        Py.FunctionDefinition function => IsTestFunction(function),
        Py.ClassDef type => type.Name.StartsWith("Test", StringComparison.Ordinal) && type.Body.OfType<Py.FunctionDefinition>().Any(IsTestFunction),
        _ => false,
    };

    /// <summary>Whether a function is a test by its name, and no fixture.</summary>
    public static bool IsTestFunction(Py.FunctionDefinition function)
        => function.Name.StartsWith("test", StringComparison.Ordinal) && !function.DecoratorList.Any(FixtureSearch.IsFixture);
}
