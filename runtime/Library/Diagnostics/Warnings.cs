using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Issues warnings by the filters in force. See <see href="https://docs.python.org/3.13/library/warnings.html">warnings</see>.</summary>
internal static class Warnings
{
    /// <summary>Warnings shown once per text and place, by module.</summary>
    private static readonly Dictionary<string, HashSet<string>> s_shown = [];

    private static readonly HashSet<string> s_once = [];

    /// <summary>The filters, first match first: (action, message, category, module, line number).</summary>
    public static PyList<Any> Filters { get; set; } = Defaults();

    /// <summary>Where a <c>catch_warnings(record=True)</c> gathers warnings, or null.</summary>
    public static PyList<Any>? Log { get; set; }

    private static PyList<Any> Defaults() =>
    [
        Entry("default", Any.None, DeprecationWarning.Type, "__main__", 0),
        Entry("ignore", Any.None, DeprecationWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, PendingDeprecationWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, ImportWarning.Type, Any.None, 0),
        Entry("ignore", Any.None, ResourceWarning.Type, Any.None, 0),
    ];

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
        s_shown.Clear();
    }

    public static void AddSimpleFilter(string action, Any category, bool append) => AddFilter(action, Any.None, category, Any.None, 0, append);

    /// <summary>Forgets which warnings were shown: the filters have changed.</summary>
    public static void FiltersChanged() => s_shown.Clear();

    /// <summary>Issues a warning where the program is now.</summary>
    /// <exception cref="BaseException">The filters turn the warning into an error.</exception>
    public static void Issue(PyType category, string message, Any? source = null) => Issue(category.Call(message), category, 1, source ?? Any.None);

    public static void Issue(Any message, Any category, long level, Any source)
    {
        var (file, line) = Place(level);
        IssueAt(message, category, file, line, CallingModule.Of(file), source);
    }

    /// <summary>Issues a warning for a place.</summary>
    public static void IssueAt(Any message, Any category, string file, long line, string module, Any source)
    {
        if (message.Ref is Warning given)
            category = given.Class;
        var text = Operators.Str(message);
        var action = ActionFor(text, category, module, line);
        if (action == "ignore")
            return;
        if (message.Ref is not Warning)
            message = category.Call(message);
        if (action == "error")
            throw (BaseException)message.Ref!;
        var name = Operators.Str(category.Get("__name__"));
        var shown = action switch
        {
            "once" => !s_once.Add(name + ":" + text),
            "module" => !Shown(module).Add(name + ":" + text),
            "default" => !Shown(module).Add($"{name}:{line}:{text}"),
            _ => false,
        };
        if (!shown)
            Show(new WarningMessage(message, category, file, line, Any.None, Any.None, source));
    }

    private static HashSet<string> Shown(string module) => s_shown.TryGetValue(module, out var set) ? set : s_shown[module] = [];

    private static string ActionFor(string text, Any category, string module, long line)
    {
        foreach (var filter in Operators.ToList(Filters))
        {
            if (Matches(filter[1], text) && Builtins.IsSubclass(category, filter[2]) && Matches(filter[3], module)
                && (Operators.Equal(filter[4], 0) || Operators.Equal(filter[4], line)))
                return Operators.Str(filter[0]);
        }
        return "default";
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

/// <summary>One warning with its place.</summary>
internal sealed class WarningMessage(Any message, Any category, string file, long line, Any stream, Any text, Any origin) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("WarningMessage", module: "warnings")
        .Property("message", static o => Self(o).Message)
        .Property("category", static o => Self(o).Category)
        .Property("filename", static o => Self(o).File)
        .Property("lineno", static o => Self(o).Line)
        .Property("file", static o => Self(o).Stream)
        .Property("line", static o => Self(o).Source)
        .Property("source", static o => Self(o).Origin)
        .Method("__str__", static o => $"{{message : {Operators.Repr(Self(o).Message)}, category : {Operators.Repr(Self(o).Category.Get("__name__"))}, filename : {Str.Repr(Self(o).File)}, lineno : {Self(o).Line}, line : {Operators.Repr(Self(o).Source)}}}");

    public override PyType Class => Type;

    public Any Message => message;

    public Any Category => category;

    public string File => file;

    public long Line => line;

    /// <summary>The stream to write to, or None.</summary>
    public Any Stream => stream;

    /// <summary>The text of the source line, or None.</summary>
    public Any Source => text;

    /// <summary>The object that the warning is about, or None.</summary>
    public Any Origin => origin;

    private static WarningMessage Self(Any o) => (WarningMessage)o.Ref!;

    /// <summary>The text that is written for the warning.</summary>
    public string Format()
    {
        var result = $"{file}:{line}: {Operators.Str(category.Get("__name__"))}: {Operators.Str(message)}\n";
        var source = text.IsNone ? SourceLines.Of(file, (int)line).Trim() : Operators.Str(text).Trim();
        if (source.Length > 0)
            result += $"  {source}\n";
        return origin.IsNone ? result : result + $"{Operators.Str(category.Get("__name__"))}: Enable tracemalloc to get the object allocation traceback\n";
    }
}
