using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace UnitTests;

using static Module;

public class Account : PyObject
{
    public Account(Any owner, Any balance)
    {
        Owner = owner;
        Balance = balance;
    }

    public Any Owner { get; set; }
    public Any Balance { get; set; }

    public Any Deposit(Any amount)
    {
        if (amount <= 0)
        {
            throw new ValueError(F($"invalid amount: {amount}"));
        }
        Balance = Any.AddInPlace(Balance, amount);
        return Balance;
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Constructor("owner, balance=0", a => new Account(a[0], a[1]))
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value)
        .Field("balance", self => self.As<Account>().Balance, (self, value) => self.As<Account>().Balance = value)
        .Method("deposit", "self, amount", (self, amount) => self.As<Account>().Deposit(amount));
    public override PyType Class => Type;
}

/// <summary>Test cases, their results, and mocks.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("unit_tests.py");
    internal static Any Doc = "Test cases, their results, and mocks.";
    internal static Any Asyncio = Any.Unbound;
    internal static Any Unittest = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any Mock = Any.Unbound;
    internal static Any Any_ = Any.Unbound;
    internal static Any AsyncMock = Any.Unbound;
    internal static Any MagicMock = Any.Unbound;
    internal static Any Mock_ = Any.Unbound;
    internal static Any Call_ = Any.Unbound;
    internal static Any Patch = Any.Unbound;
    internal static Any Sentinel = Any.Unbound;
    internal static Any AccountTest = Any.Unbound;
    internal static Any LoopTest = Any.Unbound;
    internal static Any Story = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "unit_tests.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("asyncio", () => Asyncio, value => Asyncio = value)
        .Variable("unittest", () => Unittest, value => Unittest = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Variable("mock", () => Mock, value => Mock = value)
        .Variable("ANY", () => Any_, value => Any_ = value)
        .Variable("AsyncMock", () => AsyncMock, value => AsyncMock = value)
        .Variable("MagicMock", () => MagicMock, value => MagicMock = value)
        .Variable("Mock", () => Mock_, value => Mock_ = value)
        .Variable("call", () => Call_, value => Call_ = value)
        .Variable("patch", () => Patch, value => Patch = value)
        .Variable("sentinel", () => Sentinel, value => Sentinel = value)
        .Member("Account", () => Account.Type)
        .Variable("AccountTest", () => AccountTest, value => AccountTest = value)
        .Variable("LoopTest", () => LoopTest, value => LoopTest = value)
        .Variable("Story", () => Story, value => Story = value)
        .Member("run", () => Run_Function)
        .Member("mocks", () => MocksFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("unit_tests.py", args, Definition);

    public static void Run_(Any @case)
    {
        Any suite = Unittest.Get("defaultTestLoader").Invoke("loadTestsFromTestCase", @case);
        Any result = Story.Call();
        suite.Invoke("run", result);
        Print(result.Get("testsRun"), "run");
    }

    public static void Mocks()
    {
        Any m = Mock_.Call(new Arguments { { "name", "m" } });
        m.Get("a").Invoke("b", 1);
        m.Call(new Arguments { 2, { "key", 3 } });
        m.Call().Invoke("z");
        Print(m.Get("mock_calls"), m.Get("method_calls"), m.Get("call_args"), m.Get("call_count"));
        foreach (var check in new Any[] { m.Get("assert_not_called"), new PyFunction("mocks.<locals>.<lambda>", "", () => m.Invoke("assert_called_once_with", 3)), new PyFunction("mocks.<locals>.<lambda>", "", () => m.Invoke("assert_called_with", 3)), new PyFunction("mocks.<locals>.<lambda>", "", () => m.Invoke("assert_any_call", 3)), new PyFunction("mocks.<locals>.<lambda>", "", () => m.Invoke("asert_called")) })
        {
            try
            {
                check.Call();
            }
            catch (BaseException error) when (error is AssertionError || error is AttributeError)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Any magic = MagicMock.Call();
        magic.Get("__len__").Set("return_value", 4);
        magic.Get("__getitem__").Set("side_effect", new PyFunction("mocks.<locals>.<lambda>", "key", (Any key) => key * 2));
        Print(Len(magic), magic[21], magic.Truth, Numbers.ToInt(magic), magic.Contains(3));
        Print(Sentinel.Get("thing"), Any_, (PyList<Any>)[Call_.Call(new Arguments { 1, { "a", 2 } }), Call_.Get("x").Invoke("y", 3)], Operators.Compare(Comparison.Eq, Call_.Call(Any_), Call_.Call(7)));
        Any limited = Mock_.Call(new Arguments { { "spec", (PyList<Any>)["read"] } });
        try
        {
            limited.Get("write");
        }
        catch (AttributeError error)
        {
            Print(error);
        }
        var settings = new PyDict<Any, Any> { ["a"] = 1 };
        var manager = Context.Of(Patch.Invoke("dict", settings, new PyDict<Any, Any> { ["b"] = 2 }));
        manager.Enter();
        try
        {
            Print(settings);
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(settings);
        var manager2 = Context.Of(Patch.Call(new Arguments { "os.getcwd", { "return_value", "here" } }));
        Any entered = manager2.Enter();
        try
        {
            Any cwd = entered;
            Any os = Modules.Import("os");
            Print(os.Get("getcwd").Call(), cwd.Get("called"));
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        Any opened = Mock.Invoke("mock_open", new Arguments { { "read_data", "one\ntwo" } });
        var manager3 = Context.Of(opened.Call("file"));
        Any entered2 = manager3.Enter();
        try
        {
            Any file = entered2;
            Print(file.Invoke("read"));
        }
        catch (BaseException error4)
        {
            if (!manager3.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Unittest = Modules.Import("unittest");
        Warnings = Modules.Import("warnings");
        Mock = Modules.ImportFrom("unittest", "mock");
        Any_ = Modules.ImportFrom("unittest.mock", "ANY");
        AsyncMock = Modules.ImportFrom("unittest.mock", "AsyncMock");
        MagicMock = Modules.ImportFrom("unittest.mock", "MagicMock");
        Mock_ = Modules.ImportFrom("unittest.mock", "Mock");
        Call_ = Modules.ImportFrom("unittest.mock", "call");
        Patch = Modules.ImportFrom("unittest.mock", "patch");
        Sentinel = Modules.ImportFrom("unittest.mock", "sentinel");

        AccountTest = ClassBuilder.Build("AccountTest", "AccountTest", "__main__", new Arguments { Unittest.Get("TestCase") }, ns =>
        {
            void SetUpClass(Any cls)
            {
                Print("set up class");
            }
            ns["setUpClass"] = Builtins.Get("classmethod").Call(new PyFunction("AccountTest.setUpClass", "cls", (Any cls) => SetUpClass(cls)));

            void SetUp(Any self)
            {
                self.Set("account", new Account("ann", 10));
                self.Invoke("addCleanup", Builtins.Get("print"), "  clean up", self.Get("_testMethodName"));
            }
            ns["setUp"] = new PyFunction("AccountTest.setUp", "self", (Any self) => SetUp(self));

            // Deposits add up.
            void TestDeposit(Any self)
            {
                self.Invoke("assertEqual", self.Get("account").Invoke("deposit", 5), 15);
            }
            ns["test_deposit"] = new PyFunction("AccountTest.test_deposit", "self", (Any self) => TestDeposit(self)) { Doc = "Deposits add up." };

            void TestInvalid(Any self)
            {
                Any caught = default;
                var manager = Context.Of(self.Invoke("assertRaisesRegex", ValueError.Type, "amount: -\\d"));
                Any entered = manager.Enter();
                try
                {
                    caught = entered;
                    self.Get("account").Invoke("deposit", -1);
                }
                catch (BaseException error)
                {
                    if (!manager.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager.Exit();
                }
                self.Invoke("assertEqual", ToStr(caught.Get("exception")), "invalid amount: -1");
                self.Invoke("assertRaises", ValueError.Type, self.Get("account").Get("deposit"), 0);
            }
            ns["test_invalid"] = new PyFunction("AccountTest.test_invalid", "self", (Any self) => TestInvalid(self));

            void TestLists(Any self)
            {
                self.Invoke("assertEqual", (PyList<Any>)[1, 2, 3, 4], (PyList<Any>)[1, 2, 4, 4]);
            }
            ns["test_lists"] = new PyFunction("AccountTest.test_lists", "self", (Any self) => TestLists(self));

            void TestTexts(Any self)
            {
                self.Invoke("assertEqual", "one\ntwo\nthree\n", "one\ntwi\nthree\n", "texts");
            }
            ns["test_texts"] = new PyFunction("AccountTest.test_texts", "self", (Any self) => TestTexts(self));

            void TestDicts(Any self)
            {
                self.Invoke("assertEqual", new PyDict<Any, Any> { ["a"] = 1, ["b"] = (PyList<Any>)[1, 2] }, new PyDict<Any, Any> { ["a"] = 1, ["b"] = (PyList<Any>)[1, 3] });
            }
            ns["test_dicts"] = new PyFunction("AccountTest.test_dicts", "self", (Any self) => TestDicts(self));

            void TestSetsAndCounts(Any self)
            {
                self.Invoke("assertCountEqual", (PyList<Any>)[3, 1, 2, 1], (PyList<Any>)[1, 1, 2, 3]);
                self.Invoke("assertEqual", (PySet<Any>)[1, 2], (PySet<Any>)[2, 3]);
            }
            ns["test_sets_and_counts"] = new PyFunction("AccountTest.test_sets_and_counts", "self", (Any self) => TestSetsAndCounts(self));

            void TestParts(Any self)
            {
                for (PyInt number = 0; number < 4; number++)
                {
                    var manager = Context.Of(self.Invoke("subTest", new Arguments { { "number", number } }));
                    manager.Enter();
                    try
                    {
                        self.Invoke("assertNotEqual", number % 2, 1);
                    }
                    catch (BaseException error)
                    {
                        if (!manager.Exit(error))
                        {
                            throw;
                        }
                    }
                    finally
                    {
                        manager.Exit();
                    }
                }
            }
            ns["test_parts"] = new PyFunction("AccountTest.test_parts", "self", (Any self) => TestParts(self));

            void TestAlmost(Any self)
            {
                self.Invoke("assertAlmostEqual", 0.1 + 0.2, 0.3);
                self.Invoke("assertAlmostEqual", new Arguments { 100, 103, { "delta", 2 } });
            }
            ns["test_almost"] = new PyFunction("AccountTest.test_almost", "self", (Any self) => TestAlmost(self));

            void TestSkipped(Any self)
            {
                self.Invoke("fail", "never");
            }
            ns["test_skipped"] = Unittest.Get("skip").Call("not today").Call(new PyFunction("AccountTest.test_skipped", "self", (Any self) => TestSkipped(self)));

            void TestExpected(Any self)
            {
                self.Invoke("assertIn", 3, (PyList<Any>)[1, 2]);
            }
            ns["test_expected"] = Unittest.Get("expectedFailure").Call(new PyFunction("AccountTest.test_expected", "self", (Any self) => TestExpected(self)));

            Any TestError(Any self)
            {
                throw new KeyError("missing");
            }
            ns["test_error"] = new PyFunction("AccountTest.test_error", "self", (Any self) => TestError(self));

            void TestWarning(Any self)
            {
                Any seen = default;
                var manager = Context.Of(self.Invoke("assertWarns", DeprecationWarning.Type));
                Any entered = manager.Enter();
                try
                {
                    seen = entered;
                    Warnings.Get("warn").Call("old", DeprecationWarning.Type);
                }
                catch (BaseException error)
                {
                    if (!manager.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager.Exit();
                }
                self.Invoke("assertEqual", ToStr(seen.Get("warning")), "old");
                var manager2 = Context.Of(self.Invoke("assertWarnsRegex", UserWarning.Type, "new"));
                manager2.Enter();
                try
                {
                }
                catch (BaseException error2)
                {
                    if (!manager2.Exit(error2))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager2.Exit();
                }
            }
            ns["test_warning"] = new PyFunction("AccountTest.test_warning", "self", (Any self) => TestWarning(self));
        });

        LoopTest = ClassBuilder.Build("LoopTest", "LoopTest", "__main__", new Arguments { Unittest.Get("IsolatedAsyncioTestCase") }, ns2 =>
        {
            async Coro AsyncSetUp(Any self)
            {
                self.Set("queue", new AsyncQueue());
            }
            Coroutine AsyncSetUpCoroutine(Any self) => Coroutine.Of("asyncSetUp", "LoopTest.asyncSetUp", () => AsyncSetUp(self));
            ns2["asyncSetUp"] = new PyFunction("LoopTest.asyncSetUp", "self", (Any self) => AsyncSetUpCoroutine(self)) { Flavour = "coroutine" };

            async Coro TestQueue(Any self)
            {
                await self.Get("queue").Invoke("put", 1);
                _ = self.Invoke("assertEqual", await self.Get("queue").Invoke("get"), 1);
            }
            Coroutine TestQueueCoroutine(Any self) => Coroutine.Of("test_queue", "LoopTest.test_queue", () => TestQueue(self));
            ns2["test_queue"] = new PyFunction("LoopTest.test_queue", "self", (Any self) => TestQueueCoroutine(self)) { Flavour = "coroutine" };

            async Coro TestTimesOut(Any self)
            {
                var manager = Context.Of(self.Invoke("assertRaises", TimeoutError.Type));
                _ = manager.Enter();
                try
                {
                    await AsyncIO.WaitFor(self.Get("queue").Invoke("get"), 0.01);
                }
                catch (BaseException error)
                {
                    if (!manager.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager.Exit();
                }
            }
            Coroutine TestTimesOutCoroutine(Any self) => Coroutine.Of("test_times_out", "LoopTest.test_times_out", () => TestTimesOut(self));
            ns2["test_times_out"] = new PyFunction("LoopTest.test_times_out", "self", (Any self) => TestTimesOutCoroutine(self)) { Flavour = "coroutine" };

            async Coro TestAsyncMock(Any self)
            {
                Any fetch = AsyncMock.Call(new Arguments { { "side_effect", (PyList<Any>)[1, new ValueError("gone")] } });
                _ = self.Invoke("assertEqual", await fetch.Call("a"), 1);
                var manager = Context.Of(self.Invoke("assertRaises", ValueError.Type));
                _ = manager.Enter();
                try
                {
                    await fetch.Call("b");
                }
                catch (BaseException error)
                {
                    if (!manager.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager.Exit();
                }
                _ = fetch.Invoke("assert_has_awaits", (PyList<Any>)[Call_.Call("a"), Call_.Call("b")]);
            }
            Coroutine TestAsyncMockCoroutine(Any self) => Coroutine.Of("test_async_mock", "LoopTest.test_async_mock", () => TestAsyncMock(self));
            ns2["test_async_mock"] = new PyFunction("LoopTest.test_async_mock", "self", (Any self) => TestAsyncMockCoroutine(self)) { Flavour = "coroutine" };
        });

        Story = ClassBuilder.Build("Story", "Story", "__main__", new Arguments { Unittest.Get("TestResult") }, ns3 =>
        {
            void Tell(Any self, Any word, Any test, Any text)
            {
                Print(word, test.Invoke("id").Invoke("split", ".", 1)[-1], text);
            }
            ns3["tell"] = new PyFunction("Story.tell", "self, word, test, text=", (Any[] a) => Tell(a[0], a[1], a[2], a[3]), "");

            void AddSuccess(Any self, Any test)
            {
                self.Invoke("tell", "ok", test);
            }
            ns3["addSuccess"] = new PyFunction("Story.addSuccess", "self, test", (Any self, Any test) => AddSuccess(self, test));

            void AddFailure(Any self, Any test, Any err)
            {
                self.Invoke("tell", "failed", test, ToStr(err[1]));
            }
            ns3["addFailure"] = new PyFunction("Story.addFailure", "self, test, err", (Any self, Any test, Any err) => AddFailure(self, test, err));

            void AddError(Any self, Any test, Any err)
            {
                self.Invoke("tell", "error", test, Repr(err[1]));
            }
            ns3["addError"] = new PyFunction("Story.addError", "self, test, err", (Any self, Any test, Any err) => AddError(self, test, err));

            void AddSkip(Any self, Any test, Any reason)
            {
                self.Invoke("tell", "skipped", test, reason);
            }
            ns3["addSkip"] = new PyFunction("Story.addSkip", "self, test, reason", (Any self, Any test, Any reason) => AddSkip(self, test, reason));

            void AddExpectedFailure(Any self, Any test, Any err)
            {
                self.Invoke("tell", "expected", test);
            }
            ns3["addExpectedFailure"] = new PyFunction("Story.addExpectedFailure", "self, test, err", (Any self, Any test, Any err) => AddExpectedFailure(self, test, err));

            void AddSubTest(Any self, Any test, Any subtest, Any err)
            {
                self.Invoke("tell", "part", subtest, err.IsNone ? (Any)"ok" : (Any)ToStr(err[1]));
            }
            ns3["addSubTest"] = new PyFunction("Story.addSubTest", "self, test, subtest, err", (Any[] a) => AddSubTest(a[0], a[1], a[2], a[3]));
        });

        Run_(AccountTest);
        Run_(LoopTest);
        Mocks();
    }

    public static readonly Any Run_Function = new PyFunction("run", "case", (Any @case) => Run_(@case));
    public static readonly Any MocksFunction = new PyFunction("mocks", "", () => Mocks());
}
