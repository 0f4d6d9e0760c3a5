using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Issues warnings by the filters in force. See <see href="https://docs.python.org/3.13/library/warnings.html">warnings</see>.</summary>
internal static class Warnings
{
    /// <summary>Warnings shown once per text and place, by module.</summary>
    private static readonly Dictionary<string, HashSet<string>> s_shown = [];

    /// <summary>Warnings that a filter shows once in the whole program: <c>onceregistry</c>.</summary>
    public static Any Once { get; set; } = new PyDict<Any, Any>();

    /// <summary>What happens to a warning that no filter is for.</summary>
    public static Any DefaultAction { get; set; } = "default";

    /// <summary>Counts changes of the filters, after which warnings are shown again.</summary>
    private static long s_version = 1;

    /// <summary>The filters, first match first: (action, message, category, module, line number).</summary>
    public static Any Filters { get; set; } = Defaults();

    /// <summary>Where a <c>catch_warnings(record=True)</c> gathers warnings, or null.</summary>
    public static PyList<Any>? Log { get; set; }

    private static PyList<Any> Defaults() => new PyList<Any>(
    [
        Entry("default", Any.None, DeprecationWarning.Type, "__main__", 0),
        Entry("ignore", Any.None, DeprecationWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, PendingDeprecationWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, ImportWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, ResourceWarning.Type, Any.None, 0),
    ]);

    private static Any Entry(string action, Any message, Any category, Any module, Any line) => PyTuple.Of([action, message, category, module, line]);

    /// <summary>Puts a filter in front, or at the end.</summary>
    public static void AddFilter(string action, Any message, Any category, Any module, Any line, bool append)
    {
        if (action is not ("error" or "ignore" or "always" or "all" or "default" or "module" or "once"))
            throw new ValueError($"invalid action: {Str.Repr(action)}");
        var entry = Entry(action, message, category, module, line);
        Any filters = Filters;
        if (append)
        {
            if (!filters.Contains(entry))
                filters.Invoke("append", entry);
        }
        else
        {
            if (filters.Contains(entry))
                filters.Invoke("remove", entry);
            filters.Invoke("insert", 0, entry);
        }
        FiltersChanged();
    }

    public static void AddSimpleFilter(string action, Any category, bool append) => AddFilter(action, Any.None, category, Any.None, 0, append);

    /// <summary>Forgets which warnings were shown: the filters have changed.</summary>
    public static void FiltersChanged()
    {
        s_shown.Clear();
        s_version++;
    }

    /// <summary>Issues a warning where the program is now.</summary>
    /// <exception cref="BaseException">The filters turn the warning into an error.</exception>
    public static void Issue(PyType category, string message, Any? source = null) => Issue(category.Call(message), category, 1, source ?? Any.None);

    public static void Issue(Any message, Any category, long level, Any source)
    {
        var (file, line) = Place(level);
        IssueAt(message, category, file, line, CallingModule.Of(file), source);
    }

    /// <summary>Issues a warning for a place.</summary>
    /// <param name="shown">What was shown at this place before; None where nobody keeps that; unbound where the module's own is meant.</param>
    public static void IssueAt(Any message, Any category, string file, long line, string module, Any source, Any? shown = null)
    {
        var registry = shown ?? Any.Unbound;
        if (message.Ref is Warning given)
            category = given.Class;
        var text = Operators.Str(message);
        var kept = registry.IsUnbound || registry.IsNone ? null : registry.Ref as PyDict ?? throw new TypeError("'registry' must be a dict or None");
        var key = PyTuple.Of(text, category, line);
        if (kept is not null && Known(kept, key))
            return;
        var action = ActionFor(text, category, module, line);
        if (action == "ignore")
            return;
        if (message.Ref is not Warning)
            message = category.Call(message);
        if (action == "error")
            throw (BaseException)message.Ref!;
        var name = Operators.Str(category.Get("__name__"));
        if (action == "once")
        {
            if (kept is not null)
                Known(kept, key, mark: true);
            if (Operators.Contains(Once, PyTuple.Of(text, category)))
                return;
            Operators.SetItem(Once, PyTuple.Of(text, category), 1);
        }
        else if (action == "module" && (kept is null ? registry.IsUnbound && !Shown(module).Add(name + ":" + text) : Known(kept, PyTuple.Of(text, category, 0), mark: true))
            || action == "default" && (kept is null ? registry.IsUnbound && !Shown(module).Add($"{name}:{line}:{text}") : Known(kept, key, mark: true)))
        {
            return;
        }
        else if (action is not ("module" or "default" or "always" or "all"))
        {
            throw new RuntimeError($"Unrecognized action ({Str.Repr(action)}) in warnings.filters:\n {Operators.Repr(MatchingFilter(text, category, module, line))}");
        }
        Show(new WarningMessage(message, category, file, line, Any.None, Any.None, source));
    }

    /// <summary>Whether a registry has a warning; one of before the last change of the filters has none.</summary>
    private static bool Known(PyDict registry, Any key, bool mark = false)
    {
        Any table = registry;
        if (!Operators.Equal(table.Invoke("get", "version", 0), s_version))
        {
            table.Invoke("clear");
            Operators.SetItem(table, "version", s_version);
        }
        var known = table.Invoke("get", key).Truth;
        if (mark && !known)
            Operators.SetItem(table, key, 1);
        return known;
    }

    private static HashSet<string> Shown(string module) => s_shown.TryGetValue(module, out var set) ? set : s_shown[module] = [];

    private static string ActionFor(string text, Any category, string module, long line)
        => MatchingFilter(text, category, module, line) is { IsNone: false } filter ? Operators.Str(filter[0]) : Operators.Str(DefaultAction);

    private static Any MatchingFilter(string text, Any category, string module, long line)
    {
        foreach (var filter in Operators.ToList(Filters))
        {
            if (Matches(filter[1], text) && Builtins.IsSubclass(category, filter[2]) && Matches(filter[3], module)
                && (Operators.Equal(filter[4], 0) || Operators.Equal(filter[4], line)))
                return filter;
        }
        return Any.None;
    }

    private static bool Matches(Any pattern, string text)
        => pattern.IsNone || (pattern.Ref is string exact ? exact == text : pattern.Invoke("match", text).Truth);

    /// <summary>Hands a warning to whoever shows warnings now.</summary>
    public static void Show(WarningMessage message)
    {
        var module = Modules.Import("warnings");
        var show = module.Get("showwarning");
        if (!ReferenceEquals(show.Ref, WarningsModule.ShowFunction))
            show.Call(new Arguments { message.Message, message.Category, message.File, message.Line, message.Stream, message.Source });
        else
            ShowDirectly(message);
    }

    public static void ShowDirectly(WarningMessage message)
    {
        if (Log is { } log)
        {
            log.Append(message);
            return;
        }
        var stream = message.Stream.IsNone ? StdIO.CurrentError : message.Stream;
        var module = Modules.Import("warnings");
        var format = module.Get("formatwarning");
        var text = ReferenceEquals(format.Ref, WarningsModule.FormatFunction) ? message.Format() : format.Call(new Arguments { message.Message, message.Category, message.File, message.Line, Any.None });
        StdIO.CurrentOut.Invoke("flush");
        stream.Invoke("write", text);
    }

    /// <summary>The file and line of Python code, that many frames up; what CPython says where there is none.</summary>
    private static (string File, long Line) Place(long level)
    {
        if (TraceReader.Caller(Math.Max(level, 1)) is { } frame)
            return (frame.File, frame.Line);
        return (Script.Arguments[0] is { Length: > 0 } script ? script : "sys", 1);
    }
}
