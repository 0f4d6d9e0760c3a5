using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary>The module <see href="https://docs.python.org/3.13/library/csv.html">csv</see>.</summary>
internal static class CsvModule
{
    internal static readonly PyType Error = PyType.Exception("Error", PyException.Type, static args => new CsvError(args), "_csv");

    private static readonly PyDict<Any, Any> s_dialects = new();

    private static readonly PyType s_dialect = new ClassMaker("Dialect", "csv")
        .Attribute("_name", "").Attribute("_valid", false)
        .Attribute("delimiter", Any.None).Attribute("quotechar", Any.None).Attribute("escapechar", Any.None).Attribute("doublequote", Any.None)
        .Attribute("skipinitialspace", Any.None).Attribute("lineterminator", Any.None).Attribute("quoting", Any.None)
        .Method("__init__", static self => Lib.Do(() => Validate(self)))
        .Make(PyType.Object);

    private static readonly PyType s_excel = Dialect("excel", s_dialect, ",", "\r\n", CsvQuoting.Minimal);

    /// <summary>How many characters a field may have.</summary>
    public static long FieldLimit { get; private set; } = 131072;

    internal static PyType DialectClass => s_dialect;

    public static PyModule Build()
    {
        var tab = new ClassMaker("excel_tab", "csv").Attribute("delimiter", "\t").Make(s_excel);
        var unix = Dialect("unix_dialect", s_dialect, ",", "\n", CsvQuoting.All);
        foreach (var (name, type) in (ReadOnlySpan<(string, PyType)>)[("excel", s_excel), ("excel-tab", tab), ("unix", unix)])
            s_dialects[name] = CsvDialect.Of(type, new PyDict<Any, Any>());
        var module = new PyModule("csv").Type(Error).Type(s_dialect).Type(s_excel).Type(tab).Type(unix)
            .Function("reader", "iterable, /, dialect=, **fmtparams", static a => new CsvReader(Operators.Iter(a[0]), CsvDialect.Of(a[1], Lib.Dict(a[2]))), Any.None)
            .Function("writer", "fileobj, /, dialect=, **fmtparams", static a => Writer(a[0], a[1], Lib.Dict(a[2])), Any.None)
            .Function("register_dialect", "name, dialect='excel', /, **fmtparams", static a =>
            {
                s_dialects[a[0].Ref as string ?? throw new TypeError("dialect name must be a string")] = CsvDialect.Of(a[1], Lib.Dict(a[2]));
                return Any.None;
            })
            .Function("unregister_dialect", "name", static (Any[] a) => s_dialects.RemoveAny(a[0], out _) ? Any.None : throw Fail("unknown dialect"))
            .Function("get_dialect", "name", static (Any[] a) => Find(a[0]))
            .Function("list_dialects", "", static _ => new PyList<Any>(s_dialects.Keys))
            .Function("field_size_limit", "new_limit=", static a =>
            {
                var old = FieldLimit;
                if (!a[0].IsUnbound)
                    FieldLimit = Operators.IsIntLike(a[0]) ? Lib.Int(a[0]) : throw new TypeError("limit must be an integer");
                return old;
            }, Any.Unbound)
            .Type(CsvDictionaries.Reader).Type(CsvDictionaries.Writer).Type(CsvSniffer.Type).Value("__version__", "1.0");
        foreach (var (name, quoting) in (ReadOnlySpan<(string, CsvQuoting)>)[("MINIMAL", CsvQuoting.Minimal), ("ALL", CsvQuoting.All), ("NONNUMERIC", CsvQuoting.NonNumeric), ("NONE", CsvQuoting.None), ("STRINGS", CsvQuoting.Strings), ("NOTNULL", CsvQuoting.NotNull)])
            module.Value("QUOTE_" + name, (int)quoting);
        return module;
    }

    internal static CsvError Fail(string text) => new(text);

    /// <exception cref="CsvError">No dialect has that name.</exception>
    internal static Any Find(Any name) => s_dialects.TryGetAny(name, out var known) ? known : throw Fail("unknown dialect");

    internal static Any Writer(Any file, Any dialect, PyDict changes)
    {
        var write = Operators.GetAttr(file, "write", Any.Unbound);
        return write.IsUnbound ? throw new TypeError("argument 1 must have a \"write\" method") : new CsvWriter(write, CsvDialect.Of(dialect, changes));
    }

    private static PyType Dialect(string name, PyType @base, string delimiter, string terminator, CsvQuoting quoting) => new ClassMaker(name, "csv")
        .Attribute("delimiter", delimiter).Attribute("quotechar", "\"").Attribute("doublequote", true).Attribute("skipinitialspace", false)
        .Attribute("lineterminator", terminator).Attribute("quoting", (int)quoting)
        .Make(@base);

    private static void Validate(Any self)
    {
        if (!ReferenceEquals(PyType.Of(self), s_dialect))
            self.Set("_valid", true);
        try
        {
            CsvDialect.Of(self, new PyDict<Any, Any>());
        }
        catch (TypeError e)
        {
            throw Fail(e.Str());
        }
    }
}

/// <summary><c>csv.Error</c>.</summary>
public sealed class CsvError(params ReadOnlySpan<Any> args) : PyException(args)
{
    protected override PyType NativeClass => CsvModule.Error;
}
