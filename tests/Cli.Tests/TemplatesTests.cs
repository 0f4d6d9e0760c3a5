using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>Templates that a user changes, and what is said of wrong ones.</summary>
public sealed class TemplatesTests : IDisposable
{
    private readonly Sandbox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_template_of_the_user_replaces_ours()
    {
        _box.Write("app.py", "print('hi')\n");
        Assert.Equal(0, _box.Pytocs("templates", "mine").Code);
        Assert.Equal(0, _box.Pytocs("convert", "app.py", "--project", "-o", "usual").Code);
        Assert.Equal(0, _box.Pytocs("convert", "app.py", "--project", "-o", "same", "--templates", "mine").Code);
        Assert.Equal(_box.Read("usual/App.csproj"), _box.Read("same/App.csproj"));
        _box.Write("mine/project.csproj", "<!-- {{ name }} of the house -->\n");
        _box.Write("mine/init.py", "print('{{ name }}')\n");
        Assert.Equal(0, _box.Pytocs("convert", "app.py", "--project", "-o", "own", "--templates", "mine").Code);
        Assert.EndsWith("<!-- App of the house -->\n", _box.Read("own/App.csproj"));
        _box.Write("pyproject.toml", "[tool.pytocs]\ntemplates = \"mine\"\n");
        Assert.Equal(0, _box.Pytocs("init", "start").Code);
        Assert.Equal("print('Start')\n", _box.Read("start/main.py"));
    }

    [Fact]
    public void A_wrong_template_is_told_at_its_place_and_nothing_is_written()
    {
        _box.Write("app.py", "print('hi')\n");
        _box.Write("mine/project.csproj", "<A>\n  {{ nmae }} {{#if name}}\n</A>\n");
        _box.Write("mine/other.txt", "");
        var (_, error, code) = _box.Pytocs("convert", "app.py", "--project", "-o", "own", "--templates", "mine");
        Assert.Equal(2, code);
        Assert.Contains("mine/other.txt: error PTC9008: there is no template of this name", error);
        Assert.Contains("mine/project.csproj(2,3,2,13): error PTC9008: the template has no nmae; it has name,", error);
        Assert.Contains("mine/project.csproj(2,14,2,16): error PTC9008: only a name", error);
        Assert.False(_box.Has("own"));
        Assert.Equal(2, _box.Pytocs("convert", "app.py", "--single", "--templates", "nowhere").Code);
    }
}
