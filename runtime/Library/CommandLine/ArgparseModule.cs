using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The module <see href="https://docs.python.org/3.13/library/argparse.html">argparse</see>.</summary>
internal static class ArgparseModule
{
    public static readonly PyType ArgumentError = DeclareError();

    public static readonly PyType ArgumentTypeError = PyType.Emitted("ArgumentTypeError", "argparse", PyException.Type);

    public static readonly PyType Namespace = DeclareNamespace();

    public static readonly PyType FileType = DeclareFileType();

    /// <summary>An error about an argument, or about none.</summary>
    public static BaseException Error(ArgumentAction? action, string message) => (BaseException)ArgumentError.Call(action is null ? Any.None : action, message).Ref!;

    private static PyType DeclareError() => PyType.Emitted("ArgumentError", "argparse", PyException.Type)
        .Method("__init__", "self, argument, message", static (self, argument, message) =>
        {
            self.Set("argument_name", argument.IsNone ? Any.None : ArgumentAction.Self(argument).DisplayName());
            self.Set("message", message);
            return Any.None;
        })
        .Method("__str__", static self => self.Get("argument_name").IsNone ? Operators.Str(self.Get("message")) : $"argument {Operators.Str(self.Get("argument_name"))}: {Operators.Str(self.Get("message"))}");

    private static PyType DeclareNamespace() => PyType.Emitted("Namespace", "argparse")
        .Method("__init__", "self, **kwargs", static (self, given) => Lib.Do(() =>
        {
            foreach (var (name, value) in Operators.MappingItems(given))
                Operators.SetAttr(self, Operators.Str(name), value);
        }))
        .Method("__eq__", "self, other", static (self, other) => PyType.Of(other).IsSubclassOf(Namespace) ? Operators.Equal(Builtins.Vars(self), Builtins.Vars(other)) : Any.NotImplemented)
        .Attribute("__hash__", Any.None)
        .Method("__contains__", "self, key", static (self, key) => Operators.Contains(Builtins.Vars(self), key))
        .Method("__repr__", static self =>
        {
            var (shown, others) = (new List<string>(), new PyDict<Any, Any>());
            foreach (var (name, value) in Operators.MappingItems(Builtins.Vars(self)))
            {
                if (Str.IsIdentifier(Operators.Str(name)))
                    shown.Add($"{Operators.Str(name)}={Operators.Repr(value)}");
                else
                    others[name] = value;
            }
            if (others.Count > 0)
                shown.Add($"**{Operators.Repr(others)}");
            return $"{PyType.Of(self).Name}({string.Join(", ", shown)})";
        });

    private static PyType DeclareFileType() => PyType.Emitted("FileType", "argparse")
        .Method("__init__", "self, mode='r', bufsize=-1, encoding=None, errors=None", static a =>
        {
            a[0].Set("_mode", a[1]);
            a[0].Set("_bufsize", a[2]);
            a[0].Set("_encoding", a[3]);
            a[0].Set("_errors", a[4]);
            return Any.None;
        })
        .Method("__call__", "self, string", static (self, path) =>
        {
            var mode = Operators.Str(self.Get("_mode"));
            if (Operators.Str(path) == "-")
            {
                var stream = mode.Contains('r', StringComparison.Ordinal) ? StdIO.CurrentIn
                    : mode.AsSpan().IndexOfAny("wax") >= 0 ? StdIO.CurrentOut : throw new ValueError($"argument \"-\" with mode {Operators.Repr(mode)}");
                return mode.Contains('b', StringComparison.Ordinal) ? stream.Get("buffer") : stream;
            }
            try
            {
                return OpenFunction.Open([path, mode, self.Get("_bufsize"), self.Get("_encoding"), self.Get("_errors"), Any.None, true, Any.None]);
            }
            catch (OSError error)
            {
                throw (BaseException)ArgumentTypeError.Call($"can't open '{Operators.Str(path)}': {Operators.Str(error)}").Ref!;
            }
        })
        .Method("__repr__", static self =>
        {
            var shown = new List<string> { Operators.Repr(self.Get("_mode")) };
            if (!Operators.Equal(self.Get("_bufsize"), -1))
                shown.Add(Operators.Repr(self.Get("_bufsize")));
            shown.AddRange(((string[])["encoding", "errors"]).Where(n => !self.Get("_" + n).IsNone).Select(n => $"{n}={Operators.Repr(self.Get("_" + n))}"));
            return $"{PyType.Of(self).Name}({string.Join(", ", shown)})";
        });

    public static PyModule Build() => new PyModule("argparse")
        .Type(ParserType.Type).Type(ArgumentError).Type(ArgumentTypeError).Type(ActionTypes.Action).Type(ActionTypes.BooleanOptional).Type(FileType).Type(Namespace)
        .Type(HelpFormatter.Type).Type(HelpFormatterTypes.RawDescription).Type(HelpFormatterTypes.RawText).Type(HelpFormatterTypes.Defaults).Type(HelpFormatterTypes.MetavarType)
        .Type(ActionTypes.Store).Type(ActionTypes.StoreConst).Type(ActionTypes.StoreTrue).Type(ActionTypes.StoreFalse).Type(ActionTypes.Append).Type(ActionTypes.AppendConst)
        .Type(ActionTypes.Count).Type(ActionTypes.Help).Type(ActionTypes.Version).Type(ActionTypes.SubParsers).Type(ActionTypes.Extend)
        .Type(ContainerTypes.Container).Type(ContainerTypes.Group).Type(ContainerTypes.Exclusive)
        .Value("SUPPRESS", ArgumentAction.Suppress).Value("OPTIONAL", "?").Value("ZERO_OR_MORE", "*").Value("ONE_OR_MORE", "+").Value("REMAINDER", "...").Value("PARSER", "A...");
}
