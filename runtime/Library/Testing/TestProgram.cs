using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary><c>unittest.main()</c>: the command line of a test module. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.main">main</see>.</summary>
internal static class TestProgram
{
    private const int NoTestsExitCode = 5;

    public static readonly PyType Main = new ClassMaker("TestProgram", "unittest.main")
        .Method("__init__", "self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=None, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None", static a => Lib.Do(() => Run(a)))
        .Make();

    private static void Run(Any[] a)
    {
        var (self, module, argv) = (a[0], a[1], a[3].IsNone ? Modules.Import("sys").Get("argv") : a[3]);
        if (module.Ref is string name)
            module = Modules.Import(name);
        var options = new Options { Verbosity = (int)Lib.Int(a[7]), FailFast = a[8].Truth, Buffer = a[10].Truth, TracebackLocals = a[12].Truth, Durations = a[13] };
        var arguments = Operators.ToList(argv).Select(Operators.Str).ToArray();
        options.Read(Path.GetFileName(arguments[0]), arguments[1..]);
        var loader = a[5].IsNone ? TestLoaderType.Default : a[5];
        if (options.Patterns.Count > 0)
            loader.Set("testNamePatterns", Lib.List(options.Patterns));
        var names = options.Names.Count > 0 ? options.Names.Select(static n => (Any)n).ToList()
            : a[2].IsNone ? [] : a[2].Ref is string ? [a[2]] : Operators.ToList(a[2]).ToList();
        var test = names.Count == 0 ? loader.Invoke("loadTestsFromModule", module) : loader.Invoke("loadTestsFromNames", Lib.List(names), module);
        var runner = a[4].IsNone ? TextTestRunner.Type : a[4];
        if (runner.Ref is PyType)
            runner = runner.Call(new Arguments
            {
                { "verbosity", options.Verbosity }, { "failfast", options.FailFast }, { "buffer", options.Buffer }, { "warnings", a[11].IsNone ? "default" : a[11] },
                { "tb_locals", options.TracebackLocals }, { "durations", options.Durations },
            });
        var result = runner.Invoke("run", test);
        self.Set("module", module);
        self.Set("test", test);
        self.Set("result", result);
        if (!a[6].Truth)
            return;
        throw new SystemExit(Operators.Equal(result.Get("testsRun"), 0) && TestResultType.Count(result, "skipped") == 0 ? NoTestsExitCode : result.Invoke("wasSuccessful").Truth ? 0 : 1);
    }

    private sealed class Options
    {
        public int Verbosity { get; set; }

        public bool FailFast { get; set; }

        public bool Buffer { get; set; }

        public bool TracebackLocals { get; set; }

        public Any Durations { get; set; }

        public List<string> Patterns { get; } = [];

        public List<string> Names { get; } = [];

        public void Read(string program, string[] arguments)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                switch (arguments[i])
                {
                    case "-v" or "--verbose":
                        Verbosity = 2;
                        break;
                    case "-q" or "--quiet":
                        Verbosity = 0;
                        break;
                    case "-f" or "--failfast":
                        FailFast = true;
                        break;
                    case "-b" or "--buffer":
                        Buffer = true;
                        break;
                    case "-c" or "--catch":
                        break;
                    case "--locals":
                        TracebackLocals = true;
                        break;
                    case "-k" when i + 1 < arguments.Length:
                        Patterns.Add(arguments[++i] is var pattern && pattern.Contains('*', StringComparison.Ordinal) ? pattern : $"*{pattern}*");
                        break;
                    case "--durations" when i + 1 < arguments.Length:
                        Durations = long.Parse(arguments[++i], System.Globalization.CultureInfo.InvariantCulture);
                        break;
                    case var option when option.StartsWith('-'):
                        StdIO.Out.Flush();
                        StdIO.Error.WriteText($"usage: {program} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b]\n{new string(' ', program.Length + 7)} [-k TESTNAMEPATTERNS]\n{new string(' ', program.Length + 7)} [tests ...]\n{program}: error: unrecognized arguments: {option}\n");
                        throw new SystemExit(2);
                    case var name:
                        Names.Add(name);
                        break;
                }
            }
        }
    }
}
