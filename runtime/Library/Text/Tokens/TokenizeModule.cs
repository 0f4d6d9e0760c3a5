using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>The module <see href="https://docs.python.org/3.13/library/tokenize.html">tokenize</see>.</summary>
internal static class TokenizeModule
{
    private static readonly PyType s_error = (PyType)((Any)PyType.Type).Call("TokenError", PyTuple.Of(PyException.Type), new PyDict<Any, Any> { ["__module__"] = "tokenize" }).Ref!;

    private static readonly PyType s_info = new ClassMaker("TokenInfo", "tokenize")
        .Method("__repr__", static self => $"TokenInfo(type={Operators.Str(self.Get("type"))} ({TokenModule.Name((int)Lib.Int(self.Get("type")))}), string={Operators.Repr(self.Get("string"))}, "
            + $"start={Operators.Repr(self.Get("start"))}, end={Operators.Repr(self.Get("end"))}, line={Operators.Repr(self.Get("line"))})")
        .Property("exact_type", static self => Operators.Equal(self.Get("type"), TokenKind.Op) && TokenModule.Operators.TryGetValue(Operators.Str(self.Get("string")), out var exact) ? exact : self.Get("type"))
        .Make((PyType)Modules.Import("collections").Invoke("namedtuple", "TokenInfo", "type string start end line").Ref!);

    public static PyModule Build()
    {
        var re = Modules.Import("re");
        var module = TokenModule.AddTo(new PyModule("tokenize")).Type(s_error).Type(s_info).Type(Untokenizer.Type)
            .Value("cookie_re", SourceEncoding.Cookie).Value("blank_re", SourceEncoding.Blank).Value("tabsize", 8);
        return module
            .Value("__all__", Lib.List([.. TokenModule.Own, .. TokenModule.Constants, "tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]))
            .Function("generate_tokens", "readline", static a => Lib.Generator(Tokens(() => Read(a[0]))))
            .Function("tokenize", "readline", static a => Lib.Generator(TokensOfBytes(a[0])))
            .Function("detect_encoding", "readline", static a => SourceEncoding.Detect(a[0]) is var (encoding, lines) ? PyTuple.Of(encoding, Lib.List(lines)) : Any.None)
            .Function("open", "filename", static a => Open(a[0]))
            .Function("untokenize", "iterable", static a =>
            {
                var untokenizer = ((Any)Untokenizer.Type).Call();
                var text = untokenizer.Invoke("untokenize", a[0]);
                return untokenizer.Get("encoding") is { IsNone: false } encoding ? text.Invoke("encode", encoding) : text;
            });
    }

    /// <summary>The error of a text that cannot be cut into tokens.</summary>
    public static BaseException Error(string message, int line, int column) => (BaseException)((Any)s_error).Call(message, PyTuple.Of(line, column)).Ref!;

    private static Any Info(int kind, string text, (int, int) start, (int, int) end, string line)
        => ((Any)s_info).Call(new Arguments { kind, text, PyTuple.Of(start.Item1, start.Item2), PyTuple.Of(end.Item1, end.Item2), line });

    private static IEnumerable<Any> Tokens(Func<string?> read) => new Tokenizer(read, Info).Tokens();

    /// <summary>A line of text, nothing at the end.</summary>
    private static string? Read(Any readline)
    {
        try
        {
            var line = readline.Call();
            return line.Ref as string ?? throw new TypeError("readline() returned a non-string object");
        }
        catch (StopIteration)
        {
            return null;
        }
    }

    private static IEnumerable<Any> TokensOfBytes(Any readline)
    {
        var (encoding, first) = SourceEncoding.Detect(readline);
        if (encoding == "utf-8-sig")
            encoding = "utf-8";
        yield return Info(TokenKind.Encoding, encoding, (0, 0), (0, 0), "");
        var waiting = new Queue<Any>(first);
        foreach (var token in Tokens(() => SourceEncoding.Text(waiting.TryDequeue(out var line) ? line : SourceEncoding.Line(readline), encoding)))
            yield return token;
    }

    private static Any Open(Any path)
    {
        var buffer = Modules.Import("builtins").Invoke("open", path, "rb");
        try
        {
            var (encoding, _) = SourceEncoding.Detect(buffer.Get("readline"));
            buffer.Invoke("seek", 0);
            var text = Modules.Import("io").Invoke("TextIOWrapper", new Arguments { buffer, encoding, { "line_buffering", true } });
            text.Set("mode", "r");
            return text;
        }
        catch (BaseException)
        {
            buffer.Invoke("close");
            throw;
        }
    }
}
