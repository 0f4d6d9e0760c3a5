using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

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
