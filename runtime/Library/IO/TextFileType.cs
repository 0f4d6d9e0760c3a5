using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The class <c>TextIOWrapper</c>.</summary>
internal static class TextFileType
{
    private const string Options = "encoding=None, errors=None, newline=";

    private static TextFile? File(Any o) => o.Ref as TextFile;

    public static PyType Add(PyType type)
    {
        type.New(static (cls, _) =>
        {
            var made = new TextFile();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", $"self, buffer=, {Options}, line_buffering=False, write_through=False", static a => Lib.Do(() => Initialise(a)), Any.Unbound, Any.None)
            .Method("reconfigure", $"self, *, {Options}, line_buffering=None, write_through=None", static a => Lib.Do(() => Reconfigure(a)), Any.Ellipsis)
            .Property("closed", static self => ((PyIOBase)self.Ref!).IsClosed)
            .Property("encoding", static self => ((TextStream)self.Ref!).Encoding)
            .Property("errors", static self => ((TextStream)self.Ref!).Errors)
            .Property("buffer", static self => self.Ref switch
            {
                TextFile file => file.Buffer,
                StdStream stream => stream.Binary,
                _ => ((StdInput)self.Ref!).Binary,
            })
            .Property("name", static self => self.Ref switch { TextFile file => file.Name.IsUnbound ? file.Buffer.Get("name") : file.Name, StdStream stream => stream.Name, _ => "<stdin>" })
            .Property("mode", static self => self.Ref switch
            {
                TextFile { Mode.IsUnbound: true } => throw new AttributeError($"'{PyType.Of(self).ErrorName}' object has no attribute 'mode'"),
                TextFile file => file.Mode,
                StdStream => "w",
                _ => "r",
            }, static (self, mode) => ((TextFile)self.Ref!).Mode = mode)
            .Property("line_buffering", static self => self.Ref is TextFile { LineBuffering: true } or StdStream { IsTerminal: true } or StdStream { FileNumber: 2 })
            .Property("write_through", static self => File(self) is { WriteThrough: true })
            .Property("_CHUNK_SIZE", static self => File(self)?.ChunkSize ?? 8192, static (self, size) => ((TextFile)self.Ref!).ChunkSize = (int)Operators.Index(size) is > 0 and var n ? n : throw new ValueError("a strictly positive integer is required"))
            .Property("newlines", static self => File(self)?.Newlines ?? Any.None)
            .Method("detach", static self => File(self) is { } file ? file.Detach() : self.Get("buffer"))
            .Method("__repr__", static self => Repr(self));
    }

    private static string? Option(Any value, string name)
    {
        if (value.IsNone)
            return null;
        if (PyValueInstance.Unwrap(value).Ref is not string text)
            throw new TypeError($"TextIOWrapper() argument '{name}' must be str or None, not {Lib.Given(value)}");
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ValueError("embedded null character");
        // What has no UTF-8 is no name.
        _ = Codecs.Encode(text);
        return text;
    }

    private static string? Encoding(Any value) => Option(value, "encoding") is { } name ? name == "locale" ? "utf-8" : name : null;

    private static void Initialise(Any[] a)
    {
        if (a[1].IsUnbound)
            throw new TypeError("TextIOWrapper() missing required argument 'buffer' (pos 1)");
        var binary = a[1].Ref is BinaryStream { IsExact: true } native && native.InstanceDict(false) is not { Count: > 0 } ? native : new ObjectStream(a[1]);
        ((TextFile)a[0].Ref!).Initialise(binary, Encoding(a[2]) ?? "UTF-8", Option(a[3], "errors") ?? "strict", Option(a[4], "newline"), a[5].Truth, a[6].Truth);
    }

    private static void Reconfigure(Any[] a)
    {
        if (File(a[0]) is not { } file)
        {
            a[0].Invoke("flush");
            return;
        }
        var hasNewline = Operators.Is(a[3], Any.Ellipsis) is false;
        file.Reconfigure(Encoding(a[1]), Option(a[2], "errors"), hasNewline, hasNewline ? Option(a[3], "newline") : null, Flag(a[4]), Flag(a[5]));
    }

    /// <summary>None, or a number that is zero or not.</summary>
    private static bool? Flag(Any value) => value.IsNone ? null : SequenceRules.IndexOf(value) != 0;

    private static string Repr(Any self)
    {
        if (!Operators.EnterRepr(self.Ref!))
            throw new RuntimeError($"reentrant call inside {PyType.Of(self).FullName}.__repr__");
        try
        {
            var text = $"<{(self.Ref is TextFile { IsExact: false } ? PyType.Of(self).Name : "_io.TextIOWrapper")}";
            foreach (var name in (string[])["name", "mode"])
                if (Known(self, name) is { IsUnbound: false } value)
                    text += $" {name}={Operators.Repr(value)}";
            return $"{text} encoding={Operators.Repr(self.Ref is TextFile file ? file.EncodingName : ((TextStream)self.Ref!).Encoding)}>";
        }
        finally
        {
            Operators.LeaveRepr(self.Ref!);
        }
    }

    private static Any Known(Any self, string name)
    {
        try
        {
            return Operators.GetAttr(self, name, Any.Unbound);
        }
        catch (ValueError)
        {
            return Any.Unbound;
        }
    }
}
