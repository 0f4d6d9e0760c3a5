using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Python in projects of other shapes: beside C# classes that it uses, in a library, for several frameworks.</summary>
[Collection(nameof(PackageFeed))]
public sealed class ProjectShapeTests(PackageFeed feed)
{
    private const string Package = "<PackageReference Include=\"Pytocs\" Version=\"0.1.0\" />";

    private readonly Sandbox _box = feed.Box;

    [Fact]
    public void Python_code_uses_the_C_sharp_classes_of_its_project()
    {
        feed.Project("shop/shop.csproj", "<OutputType>Exe</OutputType><PytocsMain>till.py</PytocsMain>", Package);
        _box.Write("shop/Till.cs", Till);
        _box.Write("shop/till.py", TillPython);
        feed.Build("shop");
        Assert.Equal(TillOutput, feed.Dotnet("shop", "exec", "bin/Debug/net10.0/shop.dll").Output);
        var emitted = _box.Read("shop/obj/Debug/net10.0/pytocs/till.g.cs");
        Assert.Contains("string Serve(global::Shop.Tills.Greeter greeter, PyList<string> names)", emitted);
        Assert.Contains("greeter.Greet(name)", emitted);
        Assert.Contains("using (var greeter = new global::Shop.Tills.Greeter(\"short\"))", emitted);

        // A change of the C# code reaches the Python code that uses it.
        _box.Write("shop/Till.cs", Till.Replace("public string Greet(string name)", "public int Greet(string name)").Replace("return $\"{greeting}, {name}!\";", "return name.Length;"));
        Assert.Equal(0, feed.Dotnet("shop", "build", "-v", "q").Code);
        Assert.StartsWith("disposed\n2.5\n3\n", feed.Dotnet("shop", "exec", "bin/Debug/net10.0/shop.dll").Output);
    }

    [Fact]
    public void A_library_with_Python_inside_serves_an_app_without_the_package()
    {
        feed.Project("two/words/words.csproj", "", Package);
        _box.Write("two/words/words.py", "def shout(text: str, mark: str | None = None) -> str:\n    print('shouting')\n    return text.upper() + (mark or '!')\n");
        feed.Project("two/app/app.csproj", "<OutputType>Exe</OutputType>", "<ProjectReference Include=\"../words/words.csproj\" />");
        _box.Write("two/app/Program.cs", "Console.WriteLine(Words.Module.Shout(\"hi\"));\nWords.Module.Shout(\"\");\n");
        feed.Build("two/app");
        Assert.Equal("shouting\nHI!\nshouting\n", feed.Dotnet("two/app", "exec", "bin/Debug/net10.0/app.dll").Output);
    }

    [Fact]
    public void Every_framework_of_a_project_has_the_code()
    {
        feed.Project("many/many.csproj", "<TargetFramework></TargetFramework><TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>", Package);
        _box.Write("many/one.py", "def one() -> int:\n    return 1\n");
        feed.Build("many");
        Assert.True(_box.Has("many/bin/Debug/net10.0/many.dll") && _box.Has("many/bin/Debug/net10.0-windows/many.dll"));
        Assert.True(_box.Has("many/obj/Debug/net10.0-windows/pytocs/one.g.cs"));
    }

    [Fact]
    public void A_file_has_options_of_its_own_and_editorconfig_says_how_severe_a_warning_is()
    {
        feed.Project("own/own.csproj", "", Package + "<PythonCompile Update=\"exact.py\" Tier=\"exact\" Lines=\"false\" /><PythonCompile Update=\"quiet.py\" NoWarn=\"PTC4003\" />");
        foreach (var name in (string[])["native", "exact", "quiet"])
            _box.Write($"own/{name}.py", "import nowhere\ndef count(n: int):\n    for i in range(n):\n        yield i\n");
        Assert.Equal(0, feed.Dotnet("own", "restore", "-v", "q").Code);
        var built = feed.Dotnet("own", "build", "--no-restore", "-v", "q").Output;
        Assert.Contains("native.py(1,8,1,15): warning PTC4003", built);
        Assert.Contains("exact.py(1,8,1,15): warning PTC4003", built);
        Assert.DoesNotContain("quiet.py(1", built);
        Assert.Contains("#line", _box.Read("own/obj/Debug/net10.0/pytocs/native.g.cs"));
        Assert.Contains("IEnumerable<PyInt> Count", _box.Read("own/obj/Debug/net10.0/pytocs/native.g.cs"));
        Assert.DoesNotContain("#line", _box.Read("own/obj/Debug/net10.0/pytocs/exact.g.cs"));
        Assert.Contains("Generator<PyInt>.Create", _box.Read("own/obj/Debug/net10.0/pytocs/exact.g.cs"));

        _box.Write("own/.editorconfig", "root = true\n[native.py]\ndotnet_diagnostic.PTC4003.severity = error\n[exact.py]\ndotnet_diagnostic.PTC4003.severity = none\n");
        var configured = feed.Dotnet("own", "build", "--no-restore", "-v", "q");
        Assert.Equal(1, configured.Code);
        Assert.Contains("native.py(1,8,1,15): error PTC4003", configured.Output);
        Assert.DoesNotContain("exact.py(1", configured.Output);
    }

    [Fact]
    public void A_design_time_build_lists_what_is_generated()
    {
        feed.Project("design/design.csproj", "", Package);
        _box.Write("design/one.py", "def one() -> int:\n    return 1\n");
        Assert.Equal(0, feed.Dotnet("design", "restore", "-v", "q").Code);
        var listed = feed.Dotnet("design", "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:Compile");
        Assert.True(listed.Code == 0, listed.Output);
        Assert.Contains("pytocs/one.g.cs", listed.Output.Replace("\\\\", "/"));
    }

    [Fact]
    public void Two_clones_give_the_same_assembly()
    {
        foreach (var clone in (string[])["clone/a", "clone/further/b"])
        {
            feed.Project(clone + "/same.csproj", "<AssemblyName>Same</AssemblyName><PathMap>$(MSBuildProjectDirectory)=/_/</PathMap>", Package);
            _box.Write(clone + "/part/one.py", "def one() -> int:\n    return 1\n");
            feed.Build(clone);
        }
        Assert.Equal(File.ReadAllBytes(_box.PathOf("clone/a/bin/Debug/net10.0/Same.dll")), File.ReadAllBytes(_box.PathOf("clone/further/b/bin/Debug/net10.0/Same.dll")));
        Assert.Equal(File.ReadAllBytes(_box.PathOf("clone/a/bin/Debug/net10.0/Same.pdb")), File.ReadAllBytes(_box.PathOf("clone/further/b/bin/Debug/net10.0/Same.pdb")));
    }

    private const string Till = """
        namespace Shop.Tills;

        public enum Size { Small, Large }

        public record Item(string Name, int Count);

        public class Animal
        {
            public virtual string Sound() => "...";
        }

        public class Dog(string name) : Animal
        {
            public string Name { get; } = name;

            public static int Born { get; private set; } = 3;

            public override string Sound() => "woof";
        }

        public sealed class Greeter(string greeting) : IDisposable
        {
            public int Calls { get; private set; }

            public string? Note { get; set; }

            public string Greet(string name)
            {
                Calls++;
                return $"{greeting}, {name}!";
            }

            public List<string> Names(IEnumerable<string> names, int times = 1) => [.. names.Select(n => string.Concat(Enumerable.Repeat(n, times)))];

            public Dictionary<string, int> Lengths(string[] names) => names.ToDictionary(n => n, n => n.Length);

            public int Apply(Func<int, int> change, int value) => change(value);

            public async Task<string> SlowAsync(string name, CancellationToken token = default)
            {
                await Task.Delay(1, token);
                return "slow " + name;
            }

            public async IAsyncEnumerable<int> CountAsync(int to)
            {
                for (var i = 0; i < to; i++)
                {
                    await Task.Yield();
                    yield return i;
                }
            }

            public string Over(int value) => "int";

            public string Over(double value) => "double";

            public string Over(string value, Size size = Size.Small) => "string " + size;

            public double Half(double value) => value / 2;

            public void Dispose() => Console.WriteLine("disposed");
        }
        """;

    private const string TillPython = """
        import asyncio
        from Shop.Tills import Animal, Dog, Greeter, Item, Size


        def serve(greeter: Greeter, names: list[str]) -> str:
            for name in names:
                print(greeter.Greet(name))
            return f"{greeter.Calls} calls"


        def unknown(thing):
            return thing.Greet("nobody"), thing.Calls


        def half() -> float:
            with Greeter("short") as greeter:
                return greeter.Half(5)


        async def main() -> None:
            print(half())
            with Greeter("Hello") as greeter:
                print(serve(greeter, ["Ann", "Bob"]))
                print(unknown(greeter))
                print(list(greeter.Names(["a", "b"])), greeter.Names(["c"], times=2)[0], len(greeter.Names([])))
                lengths = greeter.Lengths(["one", "three"])
                print(lengths["three"], sorted(lengths), lengths.get("two"))
                print(greeter.Apply(lambda x: x * 3, 14), greeter.Half(5))
                print(await greeter.SlowAsync("task"))
                print([i async for i in greeter.CountAsync(3)])
                print(greeter.Over(1), greeter.Over(1.5), greeter.Over("s", Size.Large))
                greeter.Note = "noted"
                print(greeter.Note)
                for wrong in (lambda: greeter.Greet(3), lambda: greeter.Missing, lambda: Animal(1)):
                    try:
                        wrong()
                    except (TypeError, AttributeError) as error:
                        print(type(error).__name__, error)
            item = Item("nut", 7)
            print(item, item.Count + 1, item == Item("nut", 7), {item: 1}[Item("nut", 7)])
            dog = Dog("rex")
            print(dog.Sound(), dog.Name, isinstance(dog, Animal), Dog.Born, [a.Sound() for a in (dog, Animal())])


        asyncio.run(main())
        """;

    private const string TillOutput = """
        disposed
        2.5
        Hello, Ann!
        Hello, Bob!
        2 calls
        ('Hello, nobody!', 3)
        ['a', 'b'] cc 0
        5 ['one', 'three'] None
        42 2.5
        slow task
        [0, 1, 2]
        int double string Large
        noted
        TypeError expected str, got int
        AttributeError 'Greeter' object has no attribute 'Missing'
        TypeError Animal() takes no arguments (1 given)
        disposed
        Item { Name = nut, Count = 7 } 8 True 1
        woof rex True 3 ['woof', '...']

        """;
}
