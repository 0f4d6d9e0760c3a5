namespace Pytocs.Runtime.Core;

/// <summary>What is known of a function's code. See <see href="https://docs.python.org/3.13/reference/datamodel.html#code-objects">code objects</see>.</summary>
public sealed class PyCode(string name, string qualName, Signature? signature, string? flavour, bool isIterable = false) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("code")
        .Property("co_name", static o => Self(o).Name)
        .Property("co_qualname", static o => Self(o).QualifiedName)
        .Property("co_filename", static o => Self(o).FileName)
        .Property("co_firstlineno", static o => Self(o).FirstLine)
        .Property("co_flags", static o => Self(o).Flags)
        .Property("co_argcount", static o => Self(o).Parameters?.PositionalCount ?? 0)
        .Property("co_posonlyargcount", static o => Self(o).Parameters?.PositionalOnlyCount ?? 0)
        .Property("co_kwonlyargcount", static o => Self(o).Parameters?.Parameters.Count(static p => p.Kind == ParameterKind.KeywordOnly) ?? 0)
        .Property("co_varnames", static o => Self(o).Details is { } details ? details.VariableNames : new PyTuple([.. (Self(o).Parameters?.Parameters ?? []).OrderBy(static p => p.Kind switch { ParameterKind.KeywordOnly => 1, ParameterKind.VarPositional => 2, ParameterKind.VarKeyword => 3, _ => 0 }).Select(static p => (Any)p.Name)]))
        .Property("co_names", static o => Self(o).Details?.Names ?? PyTuple.Empty)
        .Property("co_consts", static o => Self(o).Details?.Constants ?? PyTuple.Of(Any.None))
        .Property("co_freevars", static o => Self(o).Details?.FreeVariables ?? new PyTuple([.. Self(o).Free.Select(static c => (Any)(c.Name ?? ""))]))
        .Property("co_cellvars", static o => Self(o).Details?.CellVariables ?? PyTuple.Empty)
        .Property("co_nlocals", static o => Operators.Len(Operators.GetAttr(o, "co_varnames")))
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is PyCode code ? Self(o).IsLike(code) : Any.NotImplemented)
        .Method("__hash__", static o => Self(o).Details is { } details ? HashCode.Combine(Self(o).Name, Self(o).FirstLine, details.Flags, details.Text) : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(o.Ref!))
        .Method("__repr__", static o => $"<code object {Self(o).Name} at {Operators.Address(o.Ref!)}, file \"{Self(o).FileName}\", line {Self(o).FirstLine}>");

    public override PyType Class => Type;

    // What a generator function makes has the very code of the function, and knows it by its names alone.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string, string, bool), PyCode> s_bodies = new();

    /// <summary>The code of a function, or of a generator that it made.</summary>
    internal static PyCode Of(string name, string qualName, Signature? signature, string? flavour, bool isIterable)
    {
        if (flavour is null)
            return new PyCode(name, qualName, signature, flavour, isIterable);
        var key = (name, qualName, flavour, isIterable);
        if (s_bodies.TryGetValue(key, out var known) && (signature is null || known.Parameters is null || known.Parameters.Text == signature.Text))
        {
            known._signature ??= signature;
            return known;
        }
        return s_bodies[key] = new PyCode(name, qualName, signature, flavour, isIterable);
    }

    /// <summary>What interpreted code knows of itself; null of converted code.</summary>
    internal CodeDetails? Details { get; init; }

    private Signature? _signature = signature;

    internal string Name => name;

    /// <summary>The variables of functions around it, of converted code.</summary>
    internal PyCell[] Free { get; set; } = [];

    /// <summary>The function that was asked for it last: those of one definition may share it.</summary>
    internal PyFunction? Function { get; set; }

    /// <summary>Whether it is known only where CPython's library has it.</summary>
    internal bool IsOfLibrary => Module is null && Function is null && Details is null;

    /// <summary>The module that the function belongs to.</summary>
    internal string? Module { get; set; }

    internal string FileName
    {
        get => field ??= Home ?? Script.Arguments[0];
        init;
    }

    /// <summary>Whether the line on which it begins is known.</summary>
    internal bool KnowsItsLine => FirstLine > 1 || Definition is not null;

    internal int FirstLine
    {
        get => field > 0 ? field : field = Definition?.FirstLine ?? 1;
        init;
    }

    /// <summary>What the converter noted of the function.</summary>
    private MapFunction? Definition => Home is { } file ? PositionMaps.Of(file)?.Named(qualName, Function) : null;

    /// <summary>Whether a module of the program has a function of a qualified name.</summary>
    internal static bool Defines(string? module, string qualName) => HomeOf(module) is { } file && PositionMaps.Of(file)?.Named(qualName) is not null;

    private string? Home => HomeOf(Module);

    /// <summary>The file of a module, as tracebacks name it.</summary>
    internal static string? HomeOf(string? name) => name is not null && Modules.Loaded.TryGetValue(name, out var home) && home.Ref is PyModule module && module.Namespace.TryGetValue("__file__", out var file) && file.Ref is string path
        ? PositionMaps.NameOf(path) ?? path
        : name == "__main__" && Script.Arguments[0].Length > 0 ? PositionMaps.NameOf(Path.GetFullPath(Script.Arguments[0])) ?? Script.PathOf(Path.GetFileName(Script.Arguments[0])) : null;

    /// <summary>Whether the code does the same, on the same lines: files are not compared.</summary>
    private bool IsLike(PyCode other)
        => ReferenceEquals(this, other) || (Details is { } mine && other.Details is { } theirs && Name == other.Name && qualName == other.QualifiedName && FirstLine == other.FirstLine && mine.Flags == theirs.Flags
            && mine.Text == theirs.Text && mine.Mode == theirs.Mode && mine.Constants.Equals(theirs.Constants) && mine.VariableNames.Equals(theirs.VariableNames) && mine.FreeVariables.Equals(theirs.FreeVariables));

    internal string QualifiedName => qualName;

    /// <summary>The parameters, where they are known.</summary>
    internal Signature? Parameters => _signature;

    private static PyCode Self(Any o) => (PyCode)o.Ref!;

    private int Flags => Details?.Flags ?? 3
        | (_signature?.VarPositional >= 0 ? 4 : 0) | (_signature?.VarKeyword >= 0 ? 8 : 0) | (qualName.Contains("<locals>", StringComparison.Ordinal) ? 16 : 0)
        | flavour switch { "generator" => 32, "coroutine" => 128, "async generator" => 512, _ => 0 } | (isIterable ? 256 : 0);
}
