using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>An exception ready to be shown, with what led to it. See <see href="https://docs.python.org/3.13/library/traceback.html#traceback.TracebackException">TracebackException</see>.</summary>
internal sealed class TracebackException : PyObject
{
    private const string Options = "*, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None";

    public static readonly PyType Type = Create();

    private readonly BaseException? _error;
    private readonly Any[] _options;
    private readonly string _text;

    private TracebackException(Any type, Any error, Any traceback, Any[] options, HashSet<object> seen)
    {
        (_error, _options, ExceptionType) = (error.Ref as BaseException, options, type);
        _text = Text(error);
        var levels = Operators.ToList(TracebackModule.WalkOf(traceback));
        Stack = StackSummary.Of(StackSummary.Limited(levels, options[0]).Select(pair => (Any)FrameSummary.Of(pair[0], pair[1], options[2].Truth)));
        if (_error is null)
            return;
        seen.Add(_error);
        Notes = Operators.GetAttr(_error, "__notes__", Any.None);
        SuppressesContext = _error.SuppressContext;
        if (_error.Cause is { } cause && !seen.Contains(cause))
            Cause = Made(cause, seen);
        var isNeeded = !options[3].Truth || (Cause.IsNone && !SuppressesContext);
        if (isNeeded && _error.Context is { } context && !seen.Contains(context))
            Context = Made(context, seen);
        if (_error is IExceptionGroup group)
            Members = Lib.List(group.Members.Select(m => Made((BaseException)m.Ref!, seen)));
    }

    public override PyType Class => Type;

    private Any ExceptionType { get; }

    private Any Stack { get; set; }

    private Any Cause { get; set; } = Any.None;

    private Any Context { get; set; } = Any.None;

    private Any Notes { get; set; } = Any.None;

    private Any Members { get; set; } = Any.None;

    private bool SuppressesContext { get; set; }

    private static TracebackException Self(Any o) => (TracebackException)o.Ref!;

    private Any Made(BaseException error, HashSet<object> seen) => new TracebackException(error.Class, error, Operators.GetAttr(error, "__traceback__", Any.None), _options, seen);

    private static PyType Create() => PyType.Builtin("TracebackException", module: "traceback")
        .New("cls, exc_type, exc_value, exc_traceback, " + Options, static a => new TracebackException(a[1], a[2], a[3], a[4..], new HashSet<object>(ReferenceEqualityComparer.Instance)))
        .ClassMethod("from_exception", "cls, exc, *args, **kwargs", static a =>
        {
            var arguments = new Arguments { PyType.Of(a[1]), a[1], Operators.GetAttr(a[1], "__traceback__"), new Star(a[2]), new StarStar(a[3]) };
            return a[0].Call(arguments);
        })
        .Property("exc_type", static o =>
        {
            Warnings.Issue(DeprecationWarning.Type, "Deprecated in 3.13. Use exc_type_str instead.");
            return Self(o)._options[6].Truth ? Self(o).ExceptionType : Any.None;
        })
        .Property("exc_type_str", static o => Self(o)._error is { } error ? TracebackText.TypeName(error) : Self(o).ExceptionType.Ref is PyType type ? type.FullName : Any.None)
        .Property("stack", static o => Self(o).Stack, static (o, v) => Self(o).Stack = v)
        .Property("exceptions", static o => Self(o).Members, static (o, v) => Self(o).Members = v)
        .Property("__cause__", static o => Self(o).Cause, static (o, v) => Self(o).Cause = v)
        .Property("__context__", static o => Self(o).Context, static (o, v) => Self(o).Context = v)
        .Property("__suppress_context__", static o => Self(o).SuppressesContext)
        .Property("__notes__", static o => Self(o).Notes)
        .Property("_str", static o => Self(o)._text)
        .Property("max_group_width", static o => Self(o)._options[4])
        .Property("max_group_depth", static o => Self(o)._options[5])
        .Property("filename", static o => Self(o).Detail("filename")).Property("lineno", static o => Self(o).Detail("lineno") is { IsNone: false } line ? Operators.Str(line) : Any.None)
        .Property("end_lineno", static o => Self(o).Detail("end_lineno") is { IsNone: false } line ? Operators.Str(line) : Any.None)
        .Property("text", static o => Self(o).Detail("text")).Property("offset", static o => Self(o).Detail("offset"))
        .Property("end_offset", static o => Self(o).Detail("end_offset")).Property("msg", static o => Self(o).Detail("msg"))
        .Method("format", "self, *, chain=True, **kwargs", static (o, chain, _) => Builtins.Iter(Lib.List(Self(o).Lines(chain.Truth))))
        .Method("format_exception_only", "self, *, show_group=False, **kwargs", static (o, nested, _) => Builtins.Iter(Lib.List(Self(o).Only(nested.Truth, 0))))
        .Method("print", "self, *, file=None, chain=True, **kwargs", static a => Lib.Do(() =>
        {
            var file = a[1].IsNone ? StdIO.CurrentError : a[1];
            foreach (var line in Self(a[0]).Lines(a[2].Truth))
                Modules.ImportFrom("builtins", "print").Call(new Arguments { line, { "file", file }, { "end", "" } });
        }))
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is TracebackException b ? Self(o).IsSame(b) : Any.NotImplemented)
        .Attribute("__hash__", Any.None)
        .Method("__str__", static o => Self(o)._text);

    private Any Detail(string name)
        => _error is SyntaxError ? Operators.GetAttr(_error, name, Any.None) : throw new AttributeError($"'TracebackException' object has no attribute '{name}'", name, this);

    private static string Text(Any error)
    {
        try
        {
            return Operators.Str(error);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            return "<exception str() failed>";
        }
    }

    private bool IsSame(TracebackException other)
        => Operators.Is(ExceptionType, other.ExceptionType) && _text == other._text && Operators.Equal(Stack, other.Stack) && Operators.Equal(Cause, other.Cause) && Operators.Equal(Context, other.Context)
            && Operators.Equal(Notes, other.Notes) && SuppressesContext == other.SuppressesContext && Operators.Equal(Members, other.Members)
            && Operators.Equal(_options[4], other._options[4]) && Operators.Equal(_options[5], other._options[5]);

    /// <summary>The lines that say what the exception is.</summary>
    private IEnumerable<string> Only(bool nested, int depth)
    {
        var indent = new string(' ', 3 * depth);
        IEnumerable<string> own = _error is not null ? TracebackText.OnlyLines(_error)
            : ExceptionType.Ref is PyType type ? [_text is "" or "None" ? type.FullName + "\n" : $"{type.FullName}: {_text}\n"] : [$"{Operators.Str(ExceptionType)}: {_text}\n"];
        foreach (var line in own)
        {
            // A member's message may have several lines.
            foreach (var part in depth == 0 ? [line] : line.TrimEnd('\n').Split('\n').Select(static l => l + "\n"))
                yield return indent + part;
        }
        if (!nested || Members.IsNone)
            yield break;
        foreach (var member in Operators.ToList(Members))
            foreach (var line in ((TracebackException)member.Ref!).Only(nested, depth + 1))
                yield return line;
    }

    private IEnumerable<string> Lines(bool chain)
    {
        var (all, seen) = (new List<(TracebackException One, string? Link)>(), new HashSet<TracebackException>(ReferenceEqualityComparer.Instance));
        for (var next = this; next is not null && seen.Add(next);)
        {
            var (led, link) = !chain ? (null, null)
                : next.Cause.Ref is TracebackException cause ? (cause, "\nThe above exception was the direct cause of the following exception:\n\n")
                : next.Context.Ref is TracebackException context && !next.SuppressesContext ? (context, "\nDuring handling of the above exception, another exception occurred:\n\n")
                : ((TracebackException?)null, (string?)null);
            all.Add((next, link));
            next = led;
        }
        if (all.Exists(static p => !p.One.Members.IsNone) && _error is not null)
        {
            foreach (var line in Str.SplitLines(TracebackText.Of(_error, chain, _options[0].IsNone ? null : (int)Lib.Int(_options[0]), new((int)Lib.Int(_options[4]), (int)Lib.Int(_options[5]))), keepends: true))
                yield return line;
            yield break;
        }
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (all[i].Link is { } link)
                yield return link;
            var one = all[i].One;
            if (one.Stack.Truth)
                yield return "Traceback (most recent call last):\n";
            foreach (var line in StackSummary.Texts(one.Stack))
                yield return line;
            foreach (var line in one.Only(false, 0))
                yield return line;
        }
    }
}
