using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What a Timer runs: a function of an iterable and a clock, which tells how long the statement takes once for each element.</summary>
internal static class TimedSource
{
    public const string FileName = "<timeit-src>";

    /// <exception cref="ValueError">The statement or the setup is neither text nor callable.</exception>
    /// <exception cref="SyntaxError">Their text is no Python.</exception>
    public static Any Prepare(Any timer, Any statement, Any setup, Any globals)
    {
        foreach (var (name, value) in ((string, Any)[])[("setup", setup), ("stmt", statement)])
            if (!IsText(value) && !Builtins.Callable(value))
                throw new ValueError($"{name} is neither a string nor callable");
        if (IsPlain(statement) && IsPlain(setup))
            return new PyFunction("inner", "_it, _timer", (items, clock) => Time(statement, setup, items, clock));
        SourceReader.Require();
        var names = globals.IsNone ? new PyDict<Any, Any>() : globals;
        var (prepared, timed) = (Part(setup, "_setup", 4), Part(statement, "_stmt", 8));
        var parameters = (IsText(setup) ? "" : ", _setup=_setup") + (IsText(statement) ? "" : ", _stmt=_stmt");
        var source = $"\ndef inner(_it, _timer{parameters}):\n    {prepared}\n    _t0 = _timer()\n    for _i in _it:\n        {timed}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n";
        timer.Set("src", source);
        CheckAlone(setup, statement);
        var local = new PyDict<Any, Any>();
        if (!IsText(setup))
            Operators.SetItem(local, "_setup", setup);
        if (!IsText(statement))
            Operators.SetItem(local, "_stmt", statement);
        Builtins.Get("exec").Call(Builtins.Get("compile").Call(source, FileName, "exec"), names, local);
        return ((Any)local)["inner"];
    }

    /// <summary>Lines after the first begin with as many more spaces.</summary>
    public static string Indented(string source, int indent) => source.Replace("\n", "\n" + new string(' ', indent), StringComparison.Ordinal);

    private static bool IsText(Any value) => PyValueInstance.Unwrap(value).Ref is string;

    /// <summary>Callables, and text that does nothing, need no interpreter.</summary>
    private static bool IsPlain(Any value) => !IsText(value) || Lib.Text(value) == "pass";

    private static string Part(Any value, string name, int indent) => IsText(value) ? Indented(Lib.Text(value), indent) : name + "()";

    /// <summary>Each text must be Python by itself, and the two one after the other: what only the function around them allows is none.</summary>
    private static void CheckAlone(Any setup, Any statement)
    {
        var before = "";
        if (IsText(setup))
        {
            before = Lib.Text(setup) + "\n";
            Builtins.Get("compile").Call(setup, FileName, "exec");
        }
        if (IsText(statement))
            Builtins.Get("compile").Call(before + Lib.Text(statement), FileName, "exec");
    }

    private static Any Time(Any statement, Any setup, Any items, Any clock)
    {
        Run(setup);
        var start = clock.Call();
        for (var left = Operators.Iter(items).GetEnumerator(); left.MoveNext();)
            Run(statement);
        return clock.Call() - start;
    }

    private static void Run(Any callable)
    {
        if (!IsText(callable))
            callable.Call();
    }
}
