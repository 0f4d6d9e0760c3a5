using System.Diagnostics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The text that the interpreter prints for an uncaught exception.</summary>
public static class TracebackText
{
    private const string Cause = "\nThe above exception was the direct cause of the following exception:\n\n";
    private const string Context = "\nDuring handling of the above exception, another exception occurred:\n\n";

    public static string Of(BaseException error)
    {
        var text = new StringBuilder();
        Write(error, text, []);
        return text.ToString();
    }

    private static void Write(BaseException error, StringBuilder text, HashSet<BaseException> seen)
    {
        if (!seen.Add(error))
            return;
        if (error.Cause is { } cause)
        {
            Write(cause, text, seen);
            text.Append(Cause);
        }
        else if (error.Context is { } context && !error.SuppressContext)
        {
            Write(context, text, seen);
            text.Append(Context);
        }
        var frames = Frames(error).ToArray();
        if (frames.Length > 0)
        {
            text.Append("Traceback (most recent call last):\n");
            foreach (var (file, line, name) in frames)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  File \"{file}\", line {line}, in {name}\n").Append(SourceLine(file, line));
        }
        text.Append(Line(error)).Append('\n');
        foreach (var note in Notes(error))
            text.Append(note).Append('\n');
    }

    private static IEnumerable<string> Notes(BaseException error)
        => error.InstanceDict(create: false)?.TryGetValue("__notes__", out var notes) == true ? Operators.ToList(notes).Select(Operators.Str) : [];

    /// <summary><c>ValueError: text</c>.</summary>
    public static string Line(BaseException error)
    {
        var type = error.Class;
        var name = type.Module is "builtins" or "__main__" ? type.QualName : type.Module + "." + type.QualName;
        var message = Operators.Str(error);
        return message.Length == 0 ? name : $"{name}: {message}";
    }

    /// <summary>Frames of Python code, outermost first: those whose debug information names a .py file.</summary>
    private static IEnumerable<(string File, int Line, string Name)> Frames(BaseException error)
    {
        foreach (var frame in new StackTrace(error, true).GetFrames().Reverse())
            if (frame.GetFileName() is { } file && file.EndsWith(".py", StringComparison.Ordinal))
                yield return (file, frame.GetFileLineNumber(), PythonNames.Of(DiagnosticMethodInfo.Create(frame)));
    }

    private static string SourceLine(string file, int line)
    {
        try
        {
            return File.Exists(file) && File.ReadLines(file).ElementAtOrDefault(line - 1)?.Trim() is { Length: > 0 } text ? $"    {text}\n" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}

/// <summary>Python names of C# methods, for tracebacks.</summary>
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
