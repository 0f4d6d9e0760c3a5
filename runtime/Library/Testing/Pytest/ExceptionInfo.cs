using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What a block raised. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#exceptioninfo">ExceptionInfo</see>.</summary>
internal sealed class ExceptionInfo : PyObject
{
    public static readonly PyType Type = PyType.Builtin("ExceptionInfo", module: "_pytest._code.code")
        .Property("value", static o => Self(o).Raised)
        .Property("type", static o => Self(o).Raised.Class)
        .Property("typename", static o => Self(o).Raised.Class.Name)
        .Property("tb", static o => Self(o).Raised.Traceback)
        .Method("match", "self, regexp", static (o, pattern) => Self(o).Match(pattern))
        .Method("exconly", "self, tryshort=False", static a => Self(a[0]).Only(a[1].Truth))
        .Method("errisinstance", "self, exc", static (o, type) => Builtins.IsInstance(Self(o).Raised, type))
        .Method("group_contains", "self, expected_exception, *, match=None, depth=None", static a => Self(a[0]).Contains(a[1], a[2], a[3]))
        .Method("__repr__", static o => Self(o).Error is { } error ? $"<ExceptionInfo {Operators.Repr(error)} tblen={error.Levels().Count}>" : "<ExceptionInfo for raises contextmanager>");

    /// <summary>The exception; null while the block still runs.</summary>
    public BaseException? Error { get; set; }

    public override PyType Class => Type;

    private BaseException Raised => Error ?? throw new AssertionError(".value can only be used after the context manager exits");

    private static ExceptionInfo Self(Any o) => (ExceptionInfo)o.Ref!;

    /// <summary>Asserts that the text of the exception has a match of a pattern.</summary>
    private Any Match(Any pattern)
    {
        if (Mismatch(Raised, pattern) is { } message)
            throw new AssertionError(message);
        return true;
    }

    /// <summary>What to say where the text of an exception, its notes included, has no match of a pattern; null where it has.</summary>
    public static string? Mismatch(BaseException error, Any pattern)
    {
        var text = string.Join('\n', Texts(error));
        if (!Assertions.Search(pattern, text).IsNone)
            return null;
        var regex = pattern.Ref is string ? pattern : pattern.Get("pattern");
        return $"Regex pattern did not match.\n  Expected regex: {Operators.Repr(regex)}\n  Actual message: {Core.Str.Repr(text)}"
            + (Operators.Str(regex) == text ? "\n Did you mean to `re.escape()` the regex?" : "");
    }

    private static IEnumerable<string> Texts(BaseException error)
    {
        yield return Operators.Str(error);
        if (Operators.GetAttr(error, "__notes__", Any.None) is { IsNone: false } notes)
            foreach (var note in Operators.ToList(notes))
                yield return Operators.Str(note);
    }

    private string Only(bool isShort)
    {
        var text = string.Concat(TracebackText.OnlyLines(Raised)).TrimEnd('\n');
        const string prefix = "AssertionError: ";
        return isShort && Raised is AssertionError && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
    }

    private bool Contains(Any expected, Any pattern, Any depth) => Raised is IExceptionGroup group && Contains(group, expected, pattern, depth, 1);

    private static bool Contains(IExceptionGroup group, Any expected, Any pattern, Any depth, int level)
    {
        foreach (var member in group.Members)
        {
            if ((depth.IsNone || Operators.Equal(depth, level)) && Builtins.IsInstance(member, expected) && (pattern.IsNone || Mismatch((BaseException)member.Ref!, pattern) is null))
                return true;
            if (member.Ref is IExceptionGroup inner && Contains(inner, expected, pattern, depth, level + 1))
                return true;
        }
        return false;
    }
}
