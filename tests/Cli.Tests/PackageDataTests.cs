using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>The files of packages that are no code: programs find them beside their modules, in projects that pytocs writes and in those that convert when they are built.</summary>
[Collection(nameof(PackageFeed))]
public sealed class PackageDataTests(PackageFeed feed)
{
    private const string Reader = """
        import os, pkgutil
        from importlib import resources

        def path_of(name: str) -> str:
            return os.path.join(os.path.dirname(__file__), "data", name)

        def all_ways(name: str) -> str:
            with open(path_of(name), encoding="utf-8") as f:
                texts = [f.read()]
            texts.append(resources.files("shop").joinpath("data", name).read_text(encoding="utf-8"))
            texts.append(resources.files().joinpath("data").joinpath(name).read_text(encoding="utf-8"))
            texts.append(pkgutil.get_data("shop", "data/" + name).decode())
            return "|".join(texts)

        """;

    private readonly Sandbox _box = feed.Box;

    private void WritePackage(string folder)
    {
        _box.Write(folder + "/shop/__init__.py", "");
        _box.Write(folder + "/shop/reader.py", Reader);
        _box.Write(folder + "/shop/data/greeting.txt", "grüezi");
        _box.Write(folder + "/shop/data/.hidden", "");
        _box.Write(folder + "/shop/py.typed", "");
        _box.Write(folder + "/shop/reader.pyi", "");
    }

    [Fact]
    public void A_written_out_project_has_copies_and_its_build_puts_them_beside_the_program()
    {
        WritePackage("written");
        _box.Write("written/__main__.py", "from shop.reader import all_ways\nprint(all_ways('greeting.txt'))\n");
        Assert.Equal(new Result("", "", 0), _box.Pytocs("convert", "written", "--project", "-o", "written_out"));
        Assert.False(_box.Has("written_out/shop/data/.hidden") || _box.Has("written_out/shop/reader.pyi"));
        feed.Build("written_out");
        Assert.Equal("grüezi|grüezi|grüezi|grüezi\n", feed.Dotnet("/", "exec", _box.PathOf("written_out/bin/Debug/net10.0/Written.dll")).Output);

        // What changed is copied again; a file of somebody else stays.
        _box.Write("written/shop/data/greeting.txt", "salut");
        Assert.Equal(0, _box.Pytocs("convert", "written", "--project", "-o", "written_out").Code);
        Assert.Equal("salut", _box.Read("written_out/shop/data/greeting.txt"));
        _box.Write("elsewhere/shop/data/greeting.txt", "mine");
        var (_, error, code) = _box.Pytocs("convert", "written", "--project", "-o", "elsewhere");
        Assert.Equal(2, code);
        Assert.Contains("elsewhere/shop/data/greeting.txt: error PTC9003", error);
        Assert.False(_box.Has("elsewhere/Written.csproj"));
    }

    [Fact]
    public void A_library_brings_its_data_to_the_application_and_into_its_package()
    {
        WritePackage("datalib");
        feed.Project("datalib/datalib.csproj", "<PackageId>Data.Lib</PackageId>", "<PackageReference Include=\"Pytocs\" Version=\"0.1.0\" />");
        feed.Project("dataapp/dataapp.csproj", "<OutputType>Exe</OutputType>", "<ProjectReference Include=\"../datalib/datalib.csproj\" />");
        _box.Write("dataapp/Program.cs", "Console.WriteLine(Shop.Reader.Module.AllWays(\"greeting.txt\"));\n");
        feed.Build("dataapp");
        var copied = _box.PathOf("dataapp/bin/Debug/net10.0/shop/data/greeting.txt");
        Assert.True(File.Exists(copied));
        Assert.False(File.Exists(_box.PathOf("dataapp/bin/Debug/net10.0/shop/data/.hidden")));
        Assert.Equal("grüezi|grüezi|grüezi|grüezi\n", feed.Dotnet("/", "exec", _box.PathOf("dataapp/bin/Debug/net10.0/dataapp.dll")).Output);
        Assert.Equal(0, feed.Dotnet("datalib", "pack", "-o", _box.PathOf("packed"), "-v", "q").Code);
        using var package = System.IO.Compression.ZipFile.OpenRead(_box.PathOf("packed/Data.Lib.1.0.0.nupkg"));
        Assert.NotNull(package.GetEntry("contentFiles/any/any/shop/data/greeting.txt"));

        // What the project itself says of a file stands.
        feed.Project("datalib/datalib.csproj", "<PackageId>Data.Lib</PackageId>", "<PackageReference Include=\"Pytocs\" Version=\"0.1.0\" /><None Update=\"shop/data/*\" CopyToOutputDirectory=\"Never\" />");
        File.Delete(copied);
        feed.Build("dataapp");
        Assert.False(File.Exists(copied));
    }
}
