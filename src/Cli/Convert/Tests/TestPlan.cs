using Pytocs.Lowering.Doctests;
using Pytocs.Lowering.Programs;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>What xunit files a program gets, and which of its modules are there for its tests alone.</summary>
internal sealed class TestPlan
{
    private readonly List<(ConvertedModule Module, string Text)> _files = [];
    private readonly HashSet<string> _forTests;

    private TestPlan(Conversion conversion, ConversionOptions options)
    {
        var program = conversion.Modules.ToDictionary(static m => m.Module.Name, static m => m.Module);
        var discovery = new TestDiscovery(program);
        foreach (var module in conversion.Modules.Where(static m => m.Module.Name != ModuleFile.Main))
        {
            List<TestGroup> groups = options.Tests && TestFiles.IsTest(module.Module) ? [.. discovery.Find(module.Module)] : [];
            List<string> examples = options.Doctests ? [.. DoctestExpander.Names(module.Module)] : [];
            if (groups.Count > 0 || examples.Count > 0)
                _files.Add((module, XunitFile.Text(module, groups, examples)));
        }
        _forTests = [.. program.Values.Where(m => m.Name != ModuleFile.Main && TestFiles.IsForTests(m, conversion.Folder)).Select(static m => m.Name)];
        // What the program itself imports is part of it.
        var open = new Stack<ModuleFile>(program.Values.Where(m => !_forTests.Contains(m.Name)));
        while (open.TryPop(out var module))
            foreach (var name in ImportScanner.Names(module))
                if (_forTests.Remove(name))
                    open.Push(program[name]);
        Modules = conversion.Modules;
    }

    private IReadOnlyList<ConvertedModule> Modules { get; }

    /// <summary>The xunit files.</summary>
    public IReadOnlyList<(ConvertedModule Module, string Text)> Files => _files;

    /// <summary>Whether the program has nothing but tests.</summary>
    public bool IsTestsOnly => Modules.All(m => _forTests.Contains(m.Module.Name));

    /// <returns>Null where there are no tests.</returns>
    public static TestPlan? Of(Conversion conversion, ConversionOptions options)
        => (options.Tests || options.Doctests) && new TestPlan(conversion, options) is { Files.Count: > 0 } plan ? plan : null;

    /// <summary>Whether a module is there for the tests alone.</summary>
    public bool IsForTests(ModuleFile module) => _forTests.Contains(module.Name);

    /// <summary>The name of the xunit file of a module.</summary>
    public static string FileName(ModuleFile module) => Path.ChangeExtension(FileNames.Of(module, ""), ".xunit.cs");
}
