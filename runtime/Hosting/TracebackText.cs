using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The text that the interpreter prints for an uncaught exception, with what led to it and what a group holds. See
/// <see href="https://docs.python.org/3.13/library/traceback.html#traceback.TracebackException.format">TracebackException.format</see>.
/// </summary>
public sealed class TracebackText
{
    private const string Cause = "\nThe above exception was the direct cause of the following exception:\n\n";
    private const string Context = "\nDuring handling of the above exception, another exception occurred:\n\n";
    private const string Header = "Traceback (most recent call last):\n";

    /// <summary>How many members of a group are told, and how deep groups in groups are.</summary>
    internal sealed record GroupLimits(int Width, int Depth)
    {
        public static readonly GroupLimits Usual = new(15, 10);
    }

    private readonly StringBuilder _text = new();
    private readonly HashSet<BaseException> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly bool _chain;
    private readonly int? _limit;
    private bool _innermost;
    private int _depth;
    private bool _needsClose;

    private GroupLimits _groups = GroupLimits.Usual;

    private TracebackText(bool chain, int? limit) => (_chain, _limit) = (chain, limit);

    /// <summary>The text with limits for groups.</summary>
    internal static string Of(BaseException error, bool chain, int? limit, GroupLimits groups) => new TracebackText(chain, limit) { _groups = groups }.Text(error);

    /// <param name="error">The exception.</param>
    /// <param name="chain">Whether its causes and contexts are told first.</param>
    /// <param name="limit">How many levels are told; of a negative number the last ones.</param>
    public static string Of(BaseException error, bool chain = true, int? limit = null) => new TracebackText(chain, limit).Text(error);

    /// <summary>
    /// What <c>sys.tracebacklimit</c> says, where it is set.
    /// See <see href="https://docs.python.org/3.13/library/sys.html#sys.tracebacklimit">sys.tracebacklimit</see>.
    /// </summary>
    internal static int? GivenLimit
        => Modules.Loaded.TryGetValue("sys", out var sys) && Operators.GetAttr(sys, "tracebacklimit", Any.None) is { IsNone: false } limit ? (int)Math.Clamp(Library.Lib.Int(limit), 0, int.MaxValue) : null;

    /// <summary>The text of an exception that nobody caught: of a limit that is set, the innermost levels.</summary>
    public static string OfUncaught(BaseException error)
        => GivenLimit is { } limit ? new TracebackText(true, limit) { _innermost = true }.Text(error) : Of(error);

    /// <summary>The text of an exception that nobody can catch: without carets, notes, suggestions and what led to it.</summary>
    internal static string OfUnraisable(BaseException error)
    {
        var levels = error.Levels();
        var message = Safely(error, "exception");
        return (levels.Count == 0 ? "" : Header + string.Concat(LevelText.Of([.. levels.Select(static l => l with { Span = null })])))
            + TypeName(error) + (message.Length == 0 ? "" : ": " + message) + "\n";
    }

    /// <summary>The levels that a limit leaves.</summary>
    internal static IReadOnlyList<TraceLevel> Limited(IReadOnlyList<TraceLevel> levels, int? limit) => limit switch
    {
        null => levels,
        >= 0 => [.. levels.Take(limit.Value)],
        _ => [.. levels.TakeLast(-limit.Value)],
    };

    private string Text(BaseException error)
    {
        Chain(error);
        return _text.ToString();
    }

    private void Chain(BaseException error)
    {
        var chain = new Stack<(BaseException Error, string? Link)>();
        for (BaseException? next = error; next is not null;)
        {
            _seen.Add(next);
            var (led, link) = next switch
            {
                _ when !_chain => (null, null),
                { Cause: { } cause } when !_seen.Contains(cause) => (cause, Cause),
                { Context: { } context, SuppressContext: false } when !_seen.Contains(context) => (context, Context),
                _ => ((BaseException?)null, (string?)null),
            };
            chain.Push((next, link));
            next = led;
        }
        foreach (var (one, link) in chain)
        {
            if (link is not null)
                Emit(link);
            if (one is IExceptionGroup group)
                Group(one, group);
            else
                Single(one);
        }
    }

    private void Single(BaseException error)
    {
        Levels(error, Header, '|');
        foreach (var line in OnlyLines(error))
            Emit(line);
    }

    private void Levels(BaseException error, string header, char margin)
    {
        var all = error.Levels();
        var levels = _innermost ? [.. all.TakeLast(_limit!.Value)] : Limited(all, _limit);
        if (levels.Count == 0)
            return;
        Emit(header, margin);
        foreach (var level in LevelText.Of(levels))
            Emit(level);
    }

    private void Group(BaseException error, IExceptionGroup group)
    {
        if (_depth > _groups.Depth)
        {
            Emit($"... (max_group_depth is {_groups.Depth})\n");
            return;
        }
        var isTop = _depth == 0;
        if (isTop)
            _depth++;
        Levels(error, "Exception Group " + Header, isTop ? '+' : '|');
        foreach (var line in OnlyLines(error))
            Emit(line);
        var count = group.Members.Count;
        var shown = count <= _groups.Width ? count : _groups.Width + 1;
        _needsClose = false;
        for (var i = 0; i < shown; i++)
        {
            // The last member's own group may close the frame for both.
            if (i == shown - 1)
                _needsClose = true;
            var isRest = i >= _groups.Width;
            _text.Append(Indent).Append(i == 0 ? "+-" : "  ").Append(CultureInfo.InvariantCulture, $"+---------------- {(isRest ? "..." : i + 1)} ----------------\n");
            _depth++;
            if (isRest)
                Emit($"and {count - _groups.Width} more exception{(count - _groups.Width > 1 ? "s" : "")}\n");
            else
                Chain((BaseException)group.Members[i].Ref!);
            if (i == shown - 1 && _needsClose)
            {
                _text.Append(Indent).Append("+------------------------------------\n");
                _needsClose = false;
            }
            _depth--;
        }
        if (isTop)
            _depth = 0;
    }

    private string Indent => new(' ', 2 * _depth);

    private void Emit(string text, char margin = '|')
    {
        if (_depth == 0)
        {
            _text.Append(text);
            return;
        }
        foreach (var line in Str.SplitLines(text, keepends: true))
            _text.Append(Indent).Append(margin).Append(' ').Append(line);
    }

    /// <summary>The lines after the frames: the exception itself and its notes.</summary>
    public static IEnumerable<string> OnlyLines(BaseException error)
    {
        foreach (var line in error is SyntaxError syntax ? SyntaxErrorText.Of(syntax, TypeName(error)) : [Line(error) + "\n"])
            yield return line;
        if (error.InstanceDict(create: false)?.TryGetValue("__notes__", out var notes) != true)
            yield break;
        if (notes.Ref is not (string or PyBytesBase) && !notes.IsNone && Builtins.IsInstance(notes, Modules.ImportFrom("collections.abc", "Sequence")))
        {
            foreach (var note in Operators.ToList(notes))
                foreach (var line in Safely(note, "note").Split('\n'))
                    yield return line + "\n";
        }
        else if (!notes.IsNone)
        {
            yield return Safely(notes, "__notes__ repr", Operators.Repr) + "\n";
        }
    }

    /// <summary><c>ValueError: text</c>.</summary>
    public static string Line(BaseException error)
    {
        var message = Safely(error, "exception") + Suggestions.For(error);
        return message.Length == 0 ? TypeName(error) : $"{TypeName(error)}: {message}";
    }

    /// <summary>The name of the class, with its module.</summary>
    internal static string TypeName(BaseException error)
    {
        var type = error.Class;
        var module = Operators.GetAttr(type, "__module__", Any.None).Ref as string ?? "<unknown>";
        return module is "builtins" or "__main__" ? type.QualName : module + "." + type.QualName;
    }

    private static string Safely(Any value, string what) => Safely(value, what + " str", Operators.Str);

    private static string Safely(Any value, string what, Func<Any, string> text)
    {
        try
        {
            return text(value);
        }
        catch (BaseException)
        {
            return $"<{what}() failed>";
        }
    }
}

/// <summary>Names of C# methods, where no position map tells the Python function.</summary>
internal static class PythonNames
{
    public static string Of(DiagnosticMethodInfo? method)
    {
        if (method is null)
            return "<module>";
        var name = method.Name;
        var type = method.DeclaringTypeName;
        // Compiler-made state machines and local functions carry the name between angle brackets.
        if (name == "MoveNext" && type.LastIndexOf('<') is >= 0 and var open)
            name = type[(open + 1)..type.IndexOf('>', open)];
        var at = name.LastIndexOf("g__", StringComparison.Ordinal);
        if (at >= 0)
            name = name[(at + 3)..name.IndexOf('|')];
        return name == "Run" ? "<module>" : name;
    }
}
