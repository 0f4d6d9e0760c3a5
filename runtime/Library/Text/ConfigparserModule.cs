using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/configparser.html">configparser</see>.</summary>
internal static class ConfigparserModule
{
    private const string Module = "configparser";

    public static readonly PyType Error = Declare("Error", PyException.Type, "msg=''", static (self, a) => $"{Operators.Str(a[1])}");

    private static readonly PyType s_noSection = Declare("NoSectionError", Error, "section", static (self, a) => $"No section: {Operators.Repr(a[1])}");
    private static readonly PyType s_noOption = Declare("NoOptionError", Error, "option, section", static (self, a) => $"No option {Operators.Repr(a[1])} in section: {Operators.Repr(a[2])}");
    private static readonly PyType s_duplicateSection = Declare("DuplicateSectionError", Error, "section, source=None, lineno=None", static (self, a) => $"{At(a[2], a[3])}{(a[2].IsNone ? "S" : "s")}ection {Operators.Repr(a[1])} already exists");
    private static readonly PyType s_duplicateOption = Declare("DuplicateOptionError", Error, "section, option, source=None, lineno=None", static (self, a) => $"{At(a[3], a[4])}{(a[3].IsNone ? "O" : "o")}ption {Operators.Repr(a[2])} in section {Operators.Repr(a[1])} already exists");
    private static readonly PyType s_interpolation = Declare("InterpolationError", Error, "option, section, msg", static (self, a) => Operators.Str(a[3]));
    private static readonly PyType s_missingOption = Declare("InterpolationMissingOptionError", s_interpolation, "option, section, rawval, reference", static (self, a)
        => $"Bad value substitution: option {Operators.Repr(a[1])} in section {Operators.Repr(a[2])} contains an interpolation key {Operators.Repr(a[4])} which is not a valid option name. Raw value: {Operators.Repr(a[3])}");

    private static readonly PyType s_interpolationSyntax = PyType.Emitted("InterpolationSyntaxError", Module, s_interpolation);
    private static readonly PyType s_interpolationDepth = Declare("InterpolationDepthError", s_interpolation, "option, section, rawval", static (self, a)
        => $"Recursion limit exceeded in value substitution: option {Operators.Repr(a[1])} in section {Operators.Repr(a[2])} contains an interpolation key which cannot be substituted in 10 steps. Raw value: {Operators.Repr(a[3])}");

    private static readonly PyType s_parsing = Declare("ParsingError", Error, "source, *args", static (self, a) => $"Source contains parsing errors: {Operators.Repr(a[1])}");
    private static readonly PyType s_missingHeader = Declare("MissingSectionHeaderError", s_parsing, "filename, lineno, line", static (self, a) => $"File contains no section headers.\nfile: {Operators.Repr(a[1])}, line: {Operators.Str(a[2])}\n{Operators.Repr(a[3])}");

    private static string At(Any source, Any line)
        => source.IsNone ? "" : $"While reading from {Operators.Repr(source)}{(line.IsNone ? "" : $" [line {Operators.Str(line),2}]")}: ";

    /// <summary>An error class whose message its arguments make, and whose arguments are attributes.</summary>
    private static PyType Declare(string name, PyType @base, string signature, Func<Any, Any[], string> message)
    {
        var names = signature.Split(", ").Select(static p => p.Split('=')[0].TrimStart('*')).ToArray();
        return PyType.Emitted(name, Module, @base)
            .Method("__init__", "self, " + signature, a =>
            {
                for (var i = 0; i < names.Length; i++)
                    if (names[i] is not ("args" or "msg" or "rawval" or "filename"))
                        a[0].Set(names[i], a[i + 1]);
                a[0].Set("message", message(a[0], a));
                var shown = name switch { "Error" or "InterpolationError" => a[1..], "ParsingError" => [a[1]], "InterpolationDepthError" => a[1..4], _ => a[1..] };
                a[0].Set("args", new PyTuple(name == "Error" ? [a[1]] : shown));
                if (name is "ParsingError" or "MissingSectionHeaderError")
                    a[0].Set("errors", new PyList<Any>());
                if (name == "MissingSectionHeaderError")
                    a[0].Set("source", a[1]);
                return Any.None;
            })
            .Method("__str__", static self => self.Get("message"))
            .Method("__repr__", static self => self.Get("message"));
    }

    private static BaseException Make(PyType type, params ReadOnlySpan<Any> args) => (BaseException)type.Call(new Arguments(args)).Ref!;

    public static BaseException NoSection(string section) => Make(s_noSection, section);

    public static BaseException NoOption(string option, string section) => Make(s_noOption, option, section);

    public static BaseException DuplicateSection(string section, string? source = null, int line = 0) => Make(s_duplicateSection, section, source, source is null ? Any.None : line);

    public static BaseException DuplicateOption(string section, string option, string source, int line) => Make(s_duplicateOption, section, option, source, line);

    public static BaseException MissingHeader(string source, int line, string text) => Make(s_missingHeader, source, line, text);

    public static BaseException BadSyntax(string option, string section, string message) => Make(s_interpolationSyntax, option, section, message);

    public static BaseException TooDeep(string option, string section, string raw) => Make(s_interpolationDepth, option, section, raw);

    public static BaseException MissingReference(string option, string section, string raw, string reference) => Make(s_missingOption, option, section, raw, reference);

    public static BaseException Parsing(string source, List<(int Line, string Text)> lines)
    {
        var error = Make(s_parsing, source);
        Any made = error;
        made.Set("errors", Lib.List(lines.Select(static l => (Any)PyTuple.Of(l.Line, Operators.Repr(l.Text)))));
        made.Set("message", Operators.Str(made.Get("message")) + string.Concat(lines.Select(static l => $"\n\t[line {l.Line,2}]: {Operators.Repr(l.Text)}")));
        return error;
    }

    public static PyModule Build() => new PyModule(Module)
        .Type(Error).Type(s_noSection).Type(s_noOption).Type(s_duplicateSection).Type(s_duplicateOption).Type(s_interpolation).Type(s_missingOption)
        .Type(s_interpolationSyntax).Type(s_interpolationDepth).Type(s_parsing).Type(s_missingHeader)
        .Type(ConfigTypes.Raw).Type(ConfigTypes.Parser).Type(ConfigTypes.SectionProxy).Type(ConfigTypes.Basic).Type(ConfigTypes.Extended).Type(ConfigTypes.Plain)
        .Value("DEFAULTSECT", "DEFAULT").Value("MAX_INTERPOLATION_DEPTH", 10);
}
