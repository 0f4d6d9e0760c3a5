using System.Globalization;
using Pytocs.Lowering.Naming;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>Names of tests in C#'s style.</summary>
internal sealed class XunitNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary><c>test_adds_two</c> and <c>testAddsTwo</c> to <c>AddsTwo</c>; where another test has the name, a number follows.</summary>
    public string Method(string test)
    {
        var rest = test.StartsWith("test", StringComparison.Ordinal) ? test["test".Length..].TrimStart('_') : test;
        return Unique(rest.Length == 0 || !char.IsLetter(rest[0]) ? Pascal(test) : Pascal(rest));
    }

    /// <summary><c>TestCart</c>, <c>CartTest</c> and <c>CartTestCase</c> to <c>CartTests</c>.</summary>
    public string Class(string type)
    {
        var name = type.Replace(".", "", StringComparison.Ordinal).TrimStart('_');
        foreach (var ending in (string[])["TestCase", "TestSuite", "Tests", "Test"])
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length > ending.Length)
                name = name[..^ending.Length];
        if (name.StartsWith("Test", StringComparison.Ordinal) && name.Length > "Test".Length && !char.IsLower(name["Test".Length]))
            name = name["Test".Length..].TrimStart('_');
        return Unique(Pascal(name.Length == 0 ? type : name) + "Tests");
    }

    /// <summary><c>test_cart</c> and <c>cart_test</c> to <c>CartTests</c>.</summary>
    public string Functions(string module)
    {
        var last = module[(module.LastIndexOf('.') + 1)..];
        var name = last.StartsWith("test_", StringComparison.Ordinal) ? last["test_".Length..] : last.EndsWith("_test", StringComparison.Ordinal) ? last[..^"_test".Length] : last;
        var pascal = Pascal(name.Length == 0 ? last : name);
        return Unique(_taken.Contains(pascal + "Tests") ? pascal + "FunctionTests" : pascal + "Tests");
    }

    public string Unique(string name)
    {
        var result = name;
        for (var i = 2; !_taken.Add(result); i++)
            result = name + i.ToString(CultureInfo.InvariantCulture);
        return result;
    }

    /// <summary>A name of C#; what a test may not be named otherwise does not matter here.</summary>
    private static string Pascal(string name)
    {
        var pascal = CsNames.Pascal(name);
        return name.EndsWith('_') || pascal.TrimEnd('_').Length == 0 ? pascal : pascal.TrimEnd('_');
    }
}
