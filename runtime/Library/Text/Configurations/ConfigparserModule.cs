using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>The module <see href="https://docs.python.org/3.13/library/configparser.html">configparser</see>.</summary>
internal static class ConfigparserModule
{
    private const string Module = "configparser";

    public static readonly PyType Error = DeclareError();

    public static readonly PyType NoSection = Declare("NoSectionError", Error, "section", static a => $"No section: {Operators.Repr(a[1])}");
    public static readonly PyType NoOption = Declare("NoOptionError", Error, "option, section", static a => $"No option {Operators.Repr(a[1])} in section: {Operators.Repr(a[2])}");
    public static readonly PyType DuplicateSection = Declare("DuplicateSectionError", Error, "section, source=None, lineno=None", static a => $"{At(a[2], a[3], "section")} {Operators.Repr(a[1])} already exists");
    public static readonly PyType DuplicateOption = Declare("DuplicateOptionError", Error, "section, option, source=None, lineno=None", static a => $"{At(a[3], a[4], "option")} {Operators.Repr(a[2])} in section {Operators.Repr(a[1])} already exists");
    public static readonly PyType Interpolation = Declare("InterpolationError", Error, "option, section, msg", static a => Operators.Str(a[3]));
    public static readonly PyType MissingReference = Declare("InterpolationMissingOptionError", Interpolation, "option, section, rawval, reference", static a
        => $"Bad value substitution: option {Operators.Repr(a[1])} in section {Operators.Repr(a[2])} contains an interpolation key {Operators.Repr(a[4])} which is not a valid option name. Raw value: {Operators.Repr(a[3])}");

    public static readonly PyType BadSyntax = PyType.Emitted("InterpolationSyntaxError", Module, Interpolation);
    public static readonly PyType TooDeep = Declare("InterpolationDepthError", Interpolation, "option, section, rawval", static a
        => $"Recursion limit exceeded in value substitution: option {Operators.Repr(a[1])} in section {Operators.Repr(a[2])} contains an interpolation key which cannot be substituted in 10 steps. Raw value: {Operators.Repr(a[3])}");

    public static readonly PyType Parsing = DeclareParsing();
    public static readonly PyType MissingHeader = Declare("MissingSectionHeaderError", Parsing, "filename, lineno, line", static a => $"File contains no section headers.\n{Line(a)}");
    public static readonly PyType Continued = Declare("MultilineContinuationError", Parsing, "filename, lineno, line", static a => $"Key without value continued with an indented line.\n{Line(a)}");

    private static string Line(Any[] a) => $"file: {Operators.Repr(a[1])}, line: {Operators.Str(a[2])}\n{Operators.Repr(a[3])}";

    private static string At(Any source, Any line, string what)
        => source.IsNone ? char.ToUpperInvariant(what[0]) + what[1..] : $"While reading from {Operators.Repr(source)}{(line.IsNone ? "" : $" [line {Operators.Str(line),2}]")}: {what}";

    private static PyType DeclareError() => PyType.Emitted("Error", Module, PyException.Type)
        .Method("__init__", "self, msg=''", static (self, message) => Lib.Do(() =>
        {
            self.Set("message", message);
            self.Set("args", PyTuple.Of(message));
        }))
        .Method("__str__", static self => self.Get("message"))
        .Method("__repr__", static self => self.Get("message"));

    /// <summary>An error class whose message its arguments make, and whose arguments are attributes.</summary>
    private static PyType Declare(string name, PyType @base, string signature, Func<Any[], string> message)
    {
        var names = signature.Split(", ").Select(static p => p.Split('=')[0]).ToArray();
        return PyType.Emitted(name, Module, @base).Method("__init__", "self, " + signature, a =>
        {
            for (var i = 0; i < names.Length; i++)
                if (names[i] is not ("msg" or "rawval"))
                    a[0].Set(names[i] == "filename" ? "source" : names[i], a[i + 1]);
            a[0].Set("message", message(a));
            a[0].Set("args", new PyTuple(a[1..]));
            return Any.None;
        });
    }

    private static PyType DeclareParsing() => PyType.Emitted("ParsingError", Module, Error)
        .Method("__init__", "self, source, *args", static (self, source, args) => Lib.Do(() =>
        {
            self.Set("message", $"Source contains parsing errors: {Operators.Repr(source)}");
            self.Set("source", source);
            self.Set("errors", new PyList<Any>());
            self.Set("args", PyTuple.Of(source));
            if (Lib.Tuple(args).Count > 0)
                self.Get("append").Call(new Arguments(Lib.Tuple(args).AsSpan()));
        }))
        .Method("append", "self, lineno, line", static (self, number, line) => Lib.Do(() =>
        {
            self.Get("errors").Invoke("append", PyTuple.Of(number, line));
            self.Set("message", $"{Operators.Str(self.Get("message"))}\n\t[line {Operators.Str(number),2}]: {Operators.Repr(line)}");
        }))
        .Method("combine", "self, others", static (self, others) =>
        {
            foreach (var other in others)
                foreach (var error in other.Get("errors"))
                    self.Invoke("append", error[0], error[1]);
            return self;
        });

    /// <summary>An error of one of these classes.</summary>
    public static BaseException Failure(PyType type, params ReadOnlySpan<Any> args)
    {
        var error = (BaseException)type.Call(new Arguments(args)).Ref!;
        error.SuppressContext = ReferenceEquals(type, NoSection) || ReferenceEquals(type, MissingReference);
        return error;
    }

    public static PyModule Build()
    {
        var module = new PyModule(Module)
            .Value("DEFAULTSECT", "DEFAULT").Value("MAX_INTERPOLATION_DEPTH", 10).Value("UNNAMED_SECTION", ConfigParserType.Unnamed).Value("_UNSET", ConfigParserType.Unset).Value("_default_dict", Builtins.Find("dict"));
        foreach (var type in (PyType[])
        [
            Error, NoSection, NoOption, DuplicateSection, DuplicateOption, Interpolation, MissingReference, BadSyntax, TooDeep, Parsing, MissingHeader, Continued,
            ConfigParserType.Raw, ConfigParserType.Parser, SectionProxyType.Type, ConverterMappingType.Type, Interpolations.Plain, Interpolations.Basic, Interpolations.Extended,
        ])
            module.Type(type);
        return module;
    }
}
