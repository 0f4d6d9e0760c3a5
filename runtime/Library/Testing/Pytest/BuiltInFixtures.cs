using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>The fixtures that pytest has itself. See <see href="https://docs.pytest.org/en/stable/reference/fixtures.html#built-in-fixtures">built-in fixtures</see>.</summary>
internal static class BuiltInFixtures
{
    public static IReadOnlyDictionary<string, FixtureDefinition> All { get; } = ((FixtureDefinition[])
    [
        FixtureDefinition.BuiltIn("tmp_path", static r => TempPathFactory.Instance.Make(r.Run.Item.Name, isNumbered: true)),
        FixtureDefinition.BuiltIn("tmp_path_factory", static _ => TempPathFactory.Instance, FixtureScope.Session),
        FixtureDefinition.BuiltIn("tmpdir", static r => new LocalPath(Operators.Str(TempPathFactory.Instance.Make(r.Run.Item.Name, isNumbered: true)))),
        FixtureDefinition.BuiltIn("tmpdir_factory", static _ => new LocalPathFactory(), FixtureScope.Session),
        Capture("capsys", isBinary: false),
        Capture("capsysbinary", isBinary: true),
        Capture("capfd", isBinary: false),
        Capture("capfdbinary", isBinary: true),
        FixtureDefinition.BuiltIn("monkeypatch", static r => Started(r, new MonkeyPatch(), static _ => { }, static p => p.Undo())),
        FixtureDefinition.BuiltIn("caplog", static r => Started(r, new LogCaptureFixture(), static c => c.Start(), static c => c.Stop())),
        FixtureDefinition.BuiltIn("recwarn", static r => Started(r, new WarningsRecorder(), static w => w.Enter(), static w => w.Exit(null))),
    ]).ToDictionary(static f => f.Name);

    private static FixtureDefinition Capture(string name, bool isBinary)
        => FixtureDefinition.BuiltIn(name, r => Started(r, new CaptureFixture(isBinary), static c => c.Start(), static c => c.Stop()));

    private static Any Started<T>(FixtureRequest request, T fixture, Action<T> start, Action<T> stop)
        where T : PyObject
    {
        start(fixture);
        request.AddFinalizer(() => stop(fixture));
        return fixture;
    }
}
