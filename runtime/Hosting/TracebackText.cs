using System.Diagnostics;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The text that the interpreter prints for an uncaught exception.</summary>
public static class TracebackText
{
    private const string Cause = "\nThe above exception was the direct cause of the following exception:\n\n";
    private const string Context = "\nDuring handling of the above exception, another exception occurred:\n\n";

    /// <param name="error">The exception.</param>
    /// <param name="chain">Whether its causes and contexts are told first.</param>
    public static string Of(BaseException error, bool chain = true)
    {
        var text = new StringBuilder();
        Write(error, text, chain ? [] : null);
        return text.ToString();
    }

    private static void Write(BaseException error, StringBuilder text, HashSet<BaseException>? seen)
    {
        if (seen is not null)
        {
            seen.Add(error);
            if (error.Cause is { } cause && !seen.Contains(cause))
            {
                Write(cause, text, seen);
                text.Append(Cause);
            }
            else if (error.Cause is null && error.Context is { } context && !error.SuppressContext && !seen.Contains(context))
            {
                Write(context, text, seen);
                text.Append(Context);
            }
        }
        var frames = Frames(error).ToArray();
        if (frames.Length > 0)
        {
            text.Append("Traceback (most recent call last):\n");
            foreach (var (file, line, name) in frames)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  File \"{file}\", line {line}, in {name}\n").Append(SourceLine(file, line));
        }
        foreach (var line in OnlyLines(error))
            text.Append(line);
    }

    /// <summary>The lines after the frames: the exception itself and its notes.</summary>
    public static IEnumerable<string> OnlyLines(BaseException error)
    {
        yield return Line(error) + "\n";
        foreach (var note in Notes(error))
            yield return note + "\n";
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
    internal static IEnumerable<(string File, int Line, string Name)> Frames(BaseException error) => Frames(new StackTrace(error, true));

    /// <inheritdoc cref="Frames(BaseException)"/>
    internal static IEnumerable<(string File, int Line, string Name)> Frames(StackTrace trace)
    {
        foreach (var frame in trace.GetFrames().Reverse())
            if (frame.GetFileName() is { } file && file.EndsWith(".py", StringComparison.Ordinal))
                yield return (file, frame.GetFileLineNumber(), PythonNames.Of(DiagnosticMethodInfo.Create(frame)));
    }

    internal static string SourceLine(string file, int line)
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
