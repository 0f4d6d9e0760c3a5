using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>Finds tests in classes and modules. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.TestLoader">TestLoader</see>.</summary>
internal static class TestLoaderType
{
    public static readonly PyType Type = new ClassMaker("TestLoader", "unittest.loader")
        .Attribute("testMethodPrefix", "test")
        .Attribute("sortTestMethodsUsing", new StaticMethod(new PyFunction("three_way_cmp", "x, y", static (Any x, Any y) => (x > y ? 1 : 0) - (x < y ? 1 : 0))))
        .Attribute("testNamePatterns", Any.None)
        .Attribute("suiteClass", TestSuiteType.Type)
        .Method("__init__", static self => Lib.Do(() => self.Set("errors", new PyList<Any>())))
        .Method("getTestCaseNames", "testCaseClass", static (self, cls) => Lib.List(Names(self, cls)))
        .Method("loadTestsFromTestCase", "testCaseClass", static (self, cls) => FromClass(self, cls))
        .Method("loadTestsFromModule", "self, module, *, pattern=None", static a => FromModule(a[0], a[1], a[2]))
        .Method("loadTestsFromName", "self, name, module=None", static a => FromName(a[0], Lib.Text(a[1]), a[2]))
        .Method("loadTestsFromNames", "self, names, module=None", static a => Suite(a[0], Operators.ToList(a[1]).Select(n => a[0].Invoke("loadTestsFromName", n, a[2]))))
        .Make();

    public static readonly Any Default = ((Any)Type).Call();

    private static Any Suite(Any self, IEnumerable<Any> tests) => self.Get("suiteClass").Call(Lib.List(tests));

    private static List<string> Names(Any self, Any cls)
    {
        var prefix = Operators.Str(self.Get("testMethodPrefix"));
        var patterns = self.Get("testNamePatterns");
        var names = Operators.ToList(Builtins.Dir(cls)).Select(Operators.Str).Where(Included).ToList();
        var order = self.Get("sortTestMethodsUsing");
        if (!order.Truth)
            return names;
        // The order is the user's own, and stable.
        return [.. names.Order(Comparer<string>.Create((a, b) => (int)Lib.Int(order.Call(a, b))))];

        bool Included(string name)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !Builtins.Callable(cls.Get(name)))
                return false;
            var full = $"{UnittestModule.ClassName((PyType)cls.Ref!)}.{name}";
            return patterns.IsNone || Operators.ToList(patterns).Any(p => Wildcard.Matches(full, Operators.Str(p)));
        }
    }

    private static bool IsTestClass(Any value)
        => value.Ref is PyType type && type.IsSubclassOf(TestCaseType.Type) && type != TestCaseType.Type && type != FunctionTestCase.Type;

    private static Any FromClass(Any self, Any cls)
    {
        if (Builtins.IsSubclass(cls, TestSuiteType.Type))
            throw new TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?");
        var names = IsTestClass(cls) || cls.Ref is not PyType ? Operators.ToList(self.Invoke("getTestCaseNames", cls)) : [];
        if (names.Count == 0 && IsTestClass(cls) && Operators.HasAttr(cls, "runTest"))
            names = [(Any)"runTest"];
        return Suite(self, names.Select(n => cls.Call(n)));
    }

    private static Any FromModule(Any self, Any module, Any pattern)
    {
        var tests = Suite(self, Operators.ToList(Builtins.Dir(module)).Select(n => module.Get(Operators.Str(n))).Where(IsTestClass).Select(c => self.Invoke("loadTestsFromTestCase", c)));
        var load = Operators.GetAttr(module, "load_tests", Any.None);
        if (load.IsNone)
            return tests;
        try
        {
            return load.Call(self, tests, pattern);
        }
        catch (PyException error)
        {
            return Failed(self, Operators.Str(module.Get("__name__")), error, $"Failed to call load_tests:\n{TracebackText.Of(error)}");
        }
    }

    private static Any Failed(Any self, string name, BaseException error, string message)
    {
        self.Get("errors").Invoke("append", message);
        return Suite(self, [s_failed.Call(name, error)]);
    }

    /// <summary>A test that fails because it could not be loaded.</summary>
    private static readonly Any s_failed = MakeFailed();

    private static Any MakeFailed()
    {
        Any super = TestCaseType.Type;
        return new ClassMaker("_FailedTest", "unittest.loader")
            .Attribute("_testMethodName", Any.None)
            .Method("__init__", "self, method_name, exception", a => Lib.Do(() =>
            {
                a[0].Set("_exception", a[2]);
                a[0].Set(Operators.Str(a[1]), new PyFunction("testFailure", "", () => throw (BaseException)a[2].Ref!));
                super.Get("__init__").Call(a[0], a[1]);
            }))
            .Make(TestCaseType.Type);
    }

    private static Any FromName(Any self, string name, Any module)
    {
        IEnumerable<string> parts = name.Split('.');
        if (module.IsNone)
        {
            var names = name.Split('.');
            var length = names.Length;
            while (true)
            {
                try
                {
                    Modules.Import(string.Join('.', names[..length]));
                    module = Modules.Import(names[0]);
                    break;
                }
                catch (ImportError error) when (length == 1)
                {
                    return Failed(self, names[0], new ImportError($"Failed to import test module: {names[0]}\n{TracebackText.Of(error)}"), $"Failed to import test module: {names[0]}\n{TracebackText.Of(error)}");
                }
                catch (ImportError)
                {
                    length--;
                }
            }
            parts = names[1..];
        }
        var (value, parent) = (module, Any.None);
        foreach (var part in parts)
        {
            try
            {
                (parent, value) = (value, value.Get(part));
            }
            catch (AttributeError error)
            {
                return Failed(self, part, error, $"Failed to access attribute:\n{TracebackText.Of(error)}");
            }
        }
        return FromValue(self, value, parent, parts.LastOrDefault() ?? "");
    }

    private static Any FromValue(Any self, Any value, Any parent, string name)
    {
        if (value.Ref is PyModule)
            return self.Invoke("loadTestsFromModule", value);
        if (IsTestClass(value))
            return self.Invoke("loadTestsFromTestCase", value);
        if (value.Ref is PyFunction && parent.Ref is PyType owner && owner.IsSubclassOf(TestCaseType.Type))
        {
            var instance = parent.Call(name);
            if (instance.Get(name).Ref is not PyFunction)
                return Suite(self, [instance]);
        }
        else if (Builtins.IsInstance(value, TestSuiteType.Type))
        {
            return value;
        }
        if (!Builtins.Callable(value))
            throw new TypeError($"don't know how to make test from: {Operators.Str(value)}");
        var test = value.Call();
        if (Builtins.IsInstance(test, TestSuiteType.Type))
            return test;
        return Builtins.IsInstance(test, TestCaseType.Type) ? Suite(self, [test]) : throw new TypeError($"calling {Operators.Str(value)} returned {Operators.Str(test)}, not a test");
    }
}

/// <summary>Patterns of file names: <c>*</c>, <c>?</c> and <c>[...]</c>.</summary>
internal static class Wildcard
{
    public static bool Matches(string text, string pattern)
    {
        var regex = System.Text.RegularExpressions.Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal).Replace(@"\[", "[", StringComparison.Ordinal).Replace("[!", "[^", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.IsMatch(text, $"^(?:{regex})$", System.Text.RegularExpressions.RegexOptions.Singleline);
    }
}
