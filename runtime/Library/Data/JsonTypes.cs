using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The classes <see href="https://docs.python.org/3.13/library/json.html#encoders-and-decoders">JSONEncoder and JSONDecoder</see>, which
/// programs derive from.
/// </summary>
internal static class JsonTypes
{
    public static readonly PyType Encoder = MakeEncoder();

    public static readonly PyType Decoder = MakeDecoder();

    private static readonly PyType s_parts = PyIterator.DeclareType("generator");

    private static readonly string[] s_options = ["skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys"];

    public static JsonEncoder Make(Any skipKeys, Any ensureAscii, Any checkCircular, Any allowNan, Any sortKeys, Any indent, Any separators, Any fallback)
    {
        var pair = separators.IsNone ? null : Operators.ToList(separators);
        return new()
        {
            SkipKeys = skipKeys.Truth, EnsureAscii = ensureAscii.Truth, CheckCircular = checkCircular.Truth, AllowNan = allowNan.Truth, SortKeys = sortKeys.Truth, Default = fallback,
            Indent = indent.IsNone ? null : PyValueInstance.Unwrap(indent).Ref as string ?? new string(' ', (int)Math.Max(0, (long)Operators.Index(indent))),
            ItemSeparator = pair is null ? indent.IsNone ? ", " : "," : Lib.Text(pair[0]), KeySeparator = pair is null ? ": " : Lib.Text(pair[1]),
        };
    }

    private static PyType Open(string name, string module)
    {
        var type = PyType.Builtin(name, module: module);
        type.HasInstanceDict = true;
        type.New(static (cls, _) => new PyInstance(cls));
        return type;
    }

    private static PyType MakeEncoder()
    {
        var type = Open("JSONEncoder", "json.encoder");
        type.Define("item_separator", ", ");
        type.Define("key_separator", ": ");
        return type
            .Method("__init__", "self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None", static a => Lib.Do(() =>
            {
                for (var i = 0; i < s_options.Length; i++)
                    Operators.SetAttr(a[0], s_options[i], a[i + 1]);
                Operators.SetAttr(a[0], "indent", a[6]);
                if (!a[7].IsNone)
                {
                    Operators.SetAttr(a[0], "item_separator", Operators.GetItem(a[7], 0));
                    Operators.SetAttr(a[0], "key_separator", Operators.GetItem(a[7], 1));
                }
                else if (!a[6].IsNone)
                {
                    Operators.SetAttr(a[0], "item_separator", ",");
                }
                if (!a[8].IsNone)
                    Operators.SetAttr(a[0], "default", a[8]);
            }))
            .Method("default", "self, o", static (_, o) => throw new TypeError($"Object of type {PyType.Of(o).Name} is not JSON serializable"))
            .Method("encode", "self, o", static (self, o) =>
            {
                // A class of the program may give the parts itself.
                if (ReferenceEquals(PyType.Of(self).Lookup("iterencode").Ref, Encoder.Lookup("iterencode").Ref))
                    return Of(self).Encode(o);
                return string.Concat(Operators.ToList(self.Invoke("iterencode", o, true)).Select(static p => Lib.Text(p)));
            })
            .Method("iterencode", "self, o, _one_shot=False", static (self, o, _) => new SequenceOf(s_parts, Parts(self, o)));
    }

    private static JsonEncoder Of(Any self)
    {
        var o = Array.ConvertAll(s_options, self.Get);
        return Make(o[0], o[1], o[2], o[3], o[4], self.Get("indent"), PyTuple.Of(self.Get("item_separator"), self.Get("key_separator")), self.Get("default"));
    }

    private static IEnumerable<Any> Parts(Any self, Any o)
    {
        foreach (var part in Of(self).Parts(o))
            yield return part;
    }

    private static PyType MakeDecoder() => Open("JSONDecoder", "json.decoder")
        .Method("__init__", "self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None", static a => Lib.Do(() =>
        {
            Operators.SetAttr(a[0], "object_hook", a[1]);
            Operators.SetAttr(a[0], "parse_float", a[2].IsNone ? Builtins.Get("float") : a[2]);
            Operators.SetAttr(a[0], "parse_int", a[3].IsNone ? Builtins.Get("int") : a[3]);
            Operators.SetAttr(a[0], "parse_constant", a[4]);
            Operators.SetAttr(a[0], "strict", a[5]);
            Operators.SetAttr(a[0], "object_pairs_hook", a[6]);
            Operators.SetAttr(a[0], "parse_string", Modules.Import("json.decoder").Get("scanstring"));
            Operators.SetAttr(a[0], "memo", new PyDict<Any, Any>());
            Operators.SetAttr(a[0], "scan_once", JsonSubmodules.ScannerOf(a[0]));
        }))
        .Method("decode", "self, s", static (self, s) =>
        {
            var text = Lib.Text(s);
            var found = self.Invoke("raw_decode", s, (long)JsonDecoder.AfterSpace(text, 0));
            var end = JsonDecoder.AfterSpace(text, Str.Offset(text, (int)Lib.Int(found[1])));
            return end == text.Length ? found[0] : throw JsonDecoder.Fail("Extra data", text, end);
        })
        .Method("raw_decode", "self, s, idx=0", static (self, s, start) =>
        {
            try
            {
                return self.Get("scan_once").Call(s, start);
            }
            catch (StopIteration stop) when (PyValueInstance.Unwrap(s).Ref is string text)
            {
                throw JsonDecoder.NoValue(text, stop);
            }
        });

    /// <summary>What reads a text with the settings of a decoder.</summary>
    public static JsonDecoder DecoderOf(Any self, Any text) => Of(self, text);

    private static JsonDecoder Of(Any self, Any text)
    {
        Any Hook(string name, string usual) => self.Get(name) is var hook && Operators.Is(hook, Builtins.Get(usual)) ? Any.None : hook;
        return new(Lib.Text(text), self.Get("object_hook"), self.Get("object_pairs_hook"), Hook("parse_float", "float"), Hook("parse_int", "int"), self.Get("parse_constant"), self.Get("strict").Truth);
    }
}
