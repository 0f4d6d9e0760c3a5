using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Translations;

/// <summary>
/// Messages as they are written (<c>NullTranslations</c>), and those of a catalogue: <c>GNUTranslations</c>, whose files
/// <see href="https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html">GNU gettext</see> describes.
/// </summary>
internal static class TranslationTypes
{
    private static readonly string[] s_functions = ["gettext", "ngettext", "pgettext", "npgettext"];

    public static readonly PyType Plain = new ClassMaker("NullTranslations", "gettext")
        .Method("__init__", "self, fp=None", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("_info", new PyDict<Any, Any>()), ("_charset", Any.None), ("_fallback", Any.None)])
                a[0].Set(name, value);
            if (!a[1].IsNone)
                a[0].Invoke("_parse", a[1]);
        }))
        .Method("_parse", "fp", static (_, _) => Any.None)
        .Method("add_fallback", "fallback", static (self, fallback) => Lib.Do(() =>
        {
            if (self.Get("_fallback") is { Truth: true } other)
                other.Invoke("add_fallback", fallback);
            else
                self.Set("_fallback", fallback);
        }))
        .Method("gettext", "message", static (self, message) => Untranslated(self, "gettext", message))
        .Method("ngettext", "self, msgid1, msgid2, n", static a => Plural(a[0], "ngettext", a[1], a[2], a[3]))
        .Method("pgettext", "self, context, message", static a => Untranslated(a[0], "pgettext", a[1], a[2]))
        .Method("npgettext", "self, context, msgid1, msgid2, n", static a => Plural(a[0], "npgettext", a[1], a[2], a[3], a[4]))
        .Method("info", static self => self.Get("_info")).Method("charset", static self => self.Get("_charset"))
        .Method("install", "self, names=None", static a => Lib.Do(() =>
        {
            var builtins = Modules.Import("builtins");
            builtins.Set("_", a[0].Get("gettext"));
            if (!a[1].IsNone)
                foreach (var name in Operators.ToList(a[1]).Select(Operators.Str).Intersect(s_functions))
                    builtins.Set(name, a[0].Get(name));
        }))
        .Make(PyType.Object);

    public static readonly PyType Gnu = new ClassMaker("GNUTranslations", "gettext")
        .Attribute("LE_MAGIC", 0x950412deL).Attribute("BE_MAGIC", 0xde120495L).Attribute("CONTEXT", "%s\u0004%s").Attribute("VERSIONS", PyTuple.Of(0, 1))
        .Method("_parse", "fp", static (self, file) => Lib.Do(() => Parse(self, file)))
        .Method("gettext", "message", static (self, message) => Find(self, message) is { IsUnbound: false } found ? found : Untranslated(self, "gettext", message))
        .Method("ngettext", "self, msgid1, msgid2, n", static a => Find(a[0], a[1], a[3]) is { IsUnbound: false } found ? found : Plural(a[0], "ngettext", a[1], a[2], a[3]))
        .Method("pgettext", "self, context, message", static a => Find(a[0], InContext(a[1], a[2])) is { IsUnbound: false } found ? found : Untranslated(a[0], "pgettext", a[1], a[2]))
        .Method("npgettext", "self, context, msgid1, msgid2, n", static a => Find(a[0], InContext(a[1], a[2]), a[4]) is { IsUnbound: false } found ? found : Plural(a[0], "npgettext", a[1], a[2], a[3], a[4]))
        .Make(Plain);

    /// <summary>The function of a number that a text of C means.</summary>
    public static Any PluralFunction(string text)
    {
        var form = PluralExpression.Parse(text);
        return new PyFunction("func", "n", (Any n) => form(Number(n))) { Module = "gettext" };
    }

    private static long Number(Any n)
    {
        if (Operators.IsIntLike(PyValueInstance.Unwrap(n)))
            return Lib.Int(n);
        var type = PyType.Of(n).Name;
        Any rounded;
        try
        {
            rounded = Builtins.Get("round").Call(n);
        }
        catch (TypeError)
        {
            throw new TypeError($"Plural value must be an integer, got {type}");
        }
        Warnings.Issue($"Plural value must be an integer, got {type}", DeprecationWarning.Type, 1, Any.None);
        return Operators.Compare(Comparison.Eq, rounded, n).Truth ? Lib.Int(rounded) : long.MaxValue;
    }

    private static bool IsOne(Any n)
    {
        if (!Operators.IsIntLike(PyValueInstance.Unwrap(n)))
            Warnings.Issue($"Plural value must be an integer, got {PyType.Of(n).Name}", DeprecationWarning.Type, 1, Any.None);
        return Operators.Compare(Comparison.Eq, n, 1).Truth;
    }

    private static Any Untranslated(Any self, string method, params ReadOnlySpan<Any> arguments)
        => self.Get("_fallback") is { Truth: true } other ? other.Invoke(method, new Arguments(arguments)) : arguments[^1];

    private static Any Plural(Any self, string method, params ReadOnlySpan<Any> arguments)
        => self.Get("_fallback") is { Truth: true } other ? other.Invoke(method, new Arguments(arguments))
            : IsOne(arguments[^1]) ? arguments[^3] : arguments[^2];

    private static Any InContext(Any context, Any message) => $"{Operators.Str(context)}\u0004{Operators.Str(message)}";

    private static Any Find(Any self, Any message)
    {
        var found = self.Get("_catalog").Invoke("get", message);
        if (found.IsNone)
            found = self.Get("_catalog").Invoke("get", PyTuple.Of(message, self.Get("plural").Call(1)));
        return found.IsNone ? Any.Unbound : found;
    }

    private static Any Find(Any self, Any message, Any number)
        => self.Get("_catalog").Invoke("get", PyTuple.Of(message, self.Get("plural").Call(number))) is { IsNone: false } found ? found : Any.Unbound;

    /// <exception cref="OSError">It is no catalogue.</exception>
    private static void Parse(Any self, Any file)
    {
        var name = Operators.GetAttr(file, "name", "");
        var data = Buffers.Of(file.Invoke("read")).ToArray();
        OSError Bad(string text) => (OSError)((Any)OSError.Type).Call(0, text, name).Ref!;
        if (data.Length < 4)
            throw Bad("Bad magic number");
        var isLittle = BinaryPrimitives.ReadUInt32LittleEndian(data) == 0x950412de;
        if (!isLittle && BinaryPrimitives.ReadUInt32BigEndian(data) != 0x950412de)
            throw Bad("Bad magic number");
        uint Word(long at) => at + 4 > data.Length ? throw Bad("File is corrupt")
            : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)at)) : BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan((int)at));
        byte[] Text(long at)
        {
            long length = Word(at), start = Word(at + 4);
            return start + length < data.Length ? data[(int)start..(int)(start + length)] : throw Bad("File is corrupt");
        }

        if (Word(4) >> 16 is > 1 and var version)
            throw Bad($"Bad version number {version}");
        var catalog = new PyDict<Any, Any>();
        self.Set("_catalog", catalog);
        self.Set("plural", new PyFunction("<lambda>", "n", static (Any n) => Operators.Compare(Comparison.NotEq, n, 1).Truth ? 1 : 0) { Module = "gettext" });
        var (count, originals, translated) = (Word(8), Word(12), Word(16));
        for (var i = 0L; i < count; i++)
        {
            var (message, translation) = (Text(originals + (8 * i)), Text(translated + (8 * i)));
            if (message.Length == 0)
                ReadHead(self, Codecs.Decode(translation, "utf-8", "replace"));
            var charset = self.Get("_charset") is { Truth: true } known ? Operators.Str(known) : "ascii";
            string Decoded(byte[] bytes) => Codecs.Decode(bytes, charset, "strict");
            var end = Array.IndexOf(message, (byte)0);
            if (end < 0)
            {
                catalog[Decoded(message)] = Decoded(translation);
                continue;
            }
            // The second form follows the first one, and all forms of the translation follow each other.
            var forms = Decoded(translation).Split('\0');
            for (var form = 0; form < forms.Length; form++)
                catalog[PyTuple.Of(Decoded(message[..end]), form)] = forms[form];
        }
    }

    private static void ReadHead(Any self, string text)
    {
        var info = self.Get("_info");
        var last = "";
        foreach (var line in text.Split('\n').Select(static l => l.Trim()))
        {
            if (line.Length == 0 || (line.StartsWith("#-#-#-#-#", StringComparison.Ordinal) && line.EndsWith("#-#-#-#-#", StringComparison.Ordinal)))
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                if (last.Length > 0)
                    Operators.SetItem(info, last, Operators.Str(info[last]) + "\n" + line);
                continue;
            }
            var value = line[(colon + 1)..].Trim();
            last = line[..colon].Trim().ToLowerInvariant();
            Operators.SetItem(info, last, value);
            if (last == "content-type" && value.IndexOf("charset=", StringComparison.Ordinal) is >= 0 and var at)
                self.Set("_charset", value[(at + 8)..]);
            else if (last == "plural-forms" && value.Split(';') is [_, var form, ..])
                self.Set("plural", PluralFunction(form.Split("plural=")[1]));
        }
    }
}
