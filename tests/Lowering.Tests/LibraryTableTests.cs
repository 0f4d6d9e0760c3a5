using System.Reflection;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Library;
using Pytocs.Runtime.Async;
using Xunit;

namespace Pytocs.Lowering.Tests;

/// <summary>Every name of a runtime member in the library tables is one.</summary>
public sealed class LibraryTableTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static Type? Find(string name) => typeof(AsyncIO).Assembly.GetExportedTypes().FirstOrDefault(t => t.Name == name && t.Namespace is "Pytocs.Runtime.Async" or "Pytocs.Runtime.Core" && t.Name == name);

    [Fact]
    public void Every_module_that_is_known_is_there()
        => Assert.All(KnownModules.All, static name => Assert.False(Pytocs.Runtime.Core.Modules.Import(name).IsNone));

    public static TheoryData<string> Classes => [.. LibraryClasses.All.Select(c => c.FullName)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Members_of_library_classes_exist(string name)
    {
        var cls = LibraryClasses.Find(name)!;
        var type = Find(cls.CsName);
        Assert.NotNull(type);
        if (cls.Constructor is { } constructor)
            Assert.Contains(type.GetConstructors(), c => c.GetParameters().Length == constructor.Parameters.Length);
        foreach (var (method, row) in cls.Methods)
        {
            if (row.IsGetter)
            {
                Assert.True(type.GetProperty(row.CsName, Members) is not null, method);
                continue;
            }
            var found = type.GetMethods(Members).Where(m => m.Name == row.CsName && m.GetParameters().Length == row.Parameters.Length).ToArray();
            Assert.True(found.Length > 0, method);
            Assert.True(Array.Exists(found, m => m.ReturnType.Name.StartsWith("Coro", StringComparison.Ordinal) == row.IsCoroutine), method);
        }
        foreach (var (property, row) in cls.Properties)
            Assert.True(type.GetProperty(row.CsName, Members) is not null, property);
    }

    [Fact]
    public void Types_of_the_runtime_are_known_to_clash()
        => Assert.DoesNotContain(
            typeof(AsyncIO).Assembly.GetExportedTypes(),
            static t => t is { Namespace: "Pytocs.Runtime.Async" or "Pytocs.Runtime.Core", IsNested: false, IsGenericType: false } && !NamespaceTypes.Contains(t.Name));

    [Fact]
    public void Functions_exist()
    {
        foreach (var (name, row) in LibraryTable.All)
        {
            var dot = row.CsName.LastIndexOf('.');
            var type = Find(dot < 0 ? "Builtins" : row.CsName[..dot]);
            Assert.True(type?.GetMethods(Members).Any(m => m.Name == row.CsName[(dot + 1)..]) == true, name);
        }
    }
}
