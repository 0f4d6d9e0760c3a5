using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>From source text to code that runs. See <see href="https://docs.python.org/3.13/library/functions.html#compile">compile</see>.</summary>
internal static class Compiler
{
    /// <summary><c>CO_FUTURE_ANNOTATIONS</c>.</summary>
    private const int FutureAnnotations = 0x1000000;

    /// <summary><c>PyCF_ALLOW_TOP_LEVEL_AWAIT</c>.</summary>
    private const int TopLevelAwait = 0x2000;

    /// <summary><c>PyCF_DONT_IMPLY_DEDENT</c>: an indented block that the text ends in is not complete.</summary>
    private const int NoImpliedDedent = 0x200;

    /// <summary><c>PyCF_ALLOW_INCOMPLETE_INPUT</c>: a text that more text may mend is told from one that is wrong.</summary>
    private const int IncompleteInput = 0x4000;

    /// <exception cref="SyntaxError">The text is no Python.</exception>
    public static Code Compile(SourceText source, string mode, int flags, bool isOptimized)
    {
        var module = Parse(source, mode, new ParseOptions { MinorVersion = 13 }, flags);
        return Build(source, module, mode, flags, isOptimized);
    }

    /// <summary>Code of a text that was written of a tree.</summary>
    public static Code CompileWritten(SourceText source, string mode, int flags, bool isOptimized)
        => Build(source, Parse(source, mode == "single" ? "exec" : mode, new ParseOptions { MinorVersion = 13 }, flags), mode, flags, isOptimized);

    /// <summary>The tree of a text.</summary>
    /// <exception cref="SyntaxError">The text is no Python.</exception>
    public static Py.Module Parse(SourceText source, string mode, ParseOptions options, int flags)
    {
        if (source.Text.Contains('\0', StringComparison.Ordinal))
            throw new SyntaxError("source code string cannot contain null bytes");
        if (mode == "eval" && source.Text.Length == 0)
            throw SyntaxErrors.Empty(source.Path, (flags & IncompleteInput) != 0);
        var parsed = PythonParser.Parse(source, options with { IsExpression = mode == "eval" });
        foreach (var found in parsed.Diagnostics)
        {
            if (found.Message.StartsWith("Parser stack overflowed", StringComparison.Ordinal))
                throw new MemoryError(found.Message);
            if (found.Severity == Severity.Error && !((flags & TopLevelAwait) != 0 && IsAwaitOutside(found.Message)))
                throw found.IsAtEnd && (flags & IncompleteInput) != 0 ? SyntaxErrors.Incomplete(source) : SyntaxErrors.Of(found, isWholeLines: mode != "eval");
        }
        if (mode == "single" && parsed.EndsInBlock && (flags & NoImpliedDedent) != 0 && source.Text[^1] != '\n')
            throw (flags & IncompleteInput) != 0 ? SyntaxErrors.Incomplete(source) : SyntaxErrors.At(source, "invalid syntax", new TextSpan(source.Text.Length, 0));
        foreach (var found in parsed.Diagnostics.Where(static d => d.Severity == Severity.Warning))
            Warn(found);
        if (mode == "single")
            CheckSingle(source, parsed.Module);
        return parsed.Module;
    }

    private static bool IsAwaitOutside(string message)
        => message is "'await' outside function" or "'async for' outside async function" or "'async with' outside async function" or "asynchronous comprehension outside of an asynchronous function";

    private static void Warn(Diagnostic found)
    {
        var line = found.Start.Line;
        try
        {
            Runtime.Library.Warnings.IssueAt(found.Message, SyntaxWarning.Type, found.Source!.Path, line, found.Source.Path, Any.None);
        }
        catch (SyntaxWarning)
        {
            throw SyntaxErrors.Of(found, isWholeLines: true);
        }
    }

    private static Code Build(SourceText source, Py.Module module, string mode, int flags, bool isOptimized)
    {
        var lazy = (flags & FutureAnnotations) != 0 || module.Body.OfType<Py.ImportFrom>().Any(static i => i is { Module: "__future__", Level: 0 } && i.Names.Any(static n => n.Name == "annotations"));
        var scope = new Scope(ScopeKind.Module, null, "<module>");
        Code? code = null;
        void Make()
        {
            var unit = new CodeBuilder.Unit(source, ScopeFinder.Run(scope, module.Body, lazy), lazy, lazy ? FutureAnnotations : 0, isOptimized);
            code = mode == "eval" ? CodeBuilder.Expression(unit, scope, ((Py.ExprStatement)module.Body[0]).Value) : CodeBuilder.Module(unit, scope, module.Body, shows: mode == "single");
        }
        try
        {
            Make();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new RecursionError("maximum recursion depth exceeded during compilation");
        }
        return code!;
    }

    /// <exception cref="SyntaxError">There are several statements, or none.</exception>
    private static void CheckSingle(SourceText source, Py.Module module)
    {
        if (module.Body.IsEmpty)
            throw source.Text.Length == 0 ? SyntaxErrors.Empty(source.Path, isIncomplete: false) : SyntaxErrors.At(source, "invalid syntax", new TextSpan(source.Text.Length, 0));
        var line = source.LineOf(module.Body[0].Span.Start);
        var isCompound = module.Body[0] is Py.If or Py.While or Py.ForStatement or Py.TryStatement or Py.WithStatement or Py.FunctionDefinition or Py.ClassDef or Py.Match;
        for (var i = 1; i < module.Body.Length; i++)
        {
            var start = module.Body[i].Span.Start;
            if (isCompound || source.LineOf(start) != line)
                throw isCompound ? SyntaxErrors.At(source, "invalid syntax", module.Body[i].Span)
                    : SyntaxErrors.At(source, "multiple statements found while compiling a single statement", new TextSpan(module.Body[0].Span.End, 1), isWholeLines: true);
        }
    }
}
