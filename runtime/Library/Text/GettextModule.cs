using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Messages as they are written: <see href="https://docs.python.org/3.13/library/gettext.html">gettext</see> without catalogues of other languages.</summary>
internal static class GettextModule
{
    private static readonly PyType s_plain = new ClassMaker("NullTranslations", "gettext")
        .Method("__init__", "self, fp=None", static _ => Any.None)
        .Method("gettext", "message", static (_, message) => message)
        .Method("ngettext", "self, msgid1, msgid2, n", static a => One(a[3]) ? a[1] : a[2])
        .Method("pgettext", "self, context, message", static a => a[2])
        .Method("npgettext", "self, context, msgid1, msgid2, n", static a => One(a[4]) ? a[2] : a[3])
        .Method("add_fallback", "fallback", static (_, _) => Any.None)
        .Method("info", static _ => new PyDict<Any, Any>()).Method("charset", static _ => Any.None)
        .Make(PyType.Object);

    private static Any s_domain = "messages";

    public static PyModule Build() => new PyModule("gettext").Type(s_plain)
        .Function("gettext", "message", static a => a[0])
        .Function("dgettext", "domain, message", static (_, message) => message)
        .Function("ngettext", "msgid1, msgid2, n", static a => One(a[2]) ? a[0] : a[1])
        .Function("dngettext", "domain, msgid1, msgid2, n", static a => One(a[3]) ? a[1] : a[2])
        .Function("pgettext", "context, message", static (_, message) => message)
        .Function("dpgettext", "domain, context, message", static a => a[2])
        .Function("npgettext", "context, msgid1, msgid2, n", static a => One(a[3]) ? a[1] : a[2])
        .Function("dnpgettext", "domain, context, msgid1, msgid2, n", static a => One(a[4]) ? a[2] : a[3])
        .Function("textdomain", "domain=None", static a => a[0].IsNone ? s_domain : s_domain = a[0])
        .Function("bindtextdomain", "domain, localedir=None", static (_, folder) => folder.IsNone ? "/usr/share/locale" : folder)
        .Function("find", "domain, localedir=None, languages=None, all=False", static a => a[3].Truth ? new PyList<Any>() : Any.None)
        .Function("translation", "domain, localedir=None, languages=None, class_=None, fallback=False", static a => a[4].Truth
            ? ((Any)s_plain).Call()
            : throw OSError.Create(2, "No translation file found for domain", a[0]))
        .Function("install", "domain, localedir=None, *, names=None", static _ => Lib.Do(static () => Operators.SetAttr(Modules.Import("builtins"), "_", Operators.GetAttr(((Any)s_plain).Call(), "gettext"))));

    private static bool One(Any n) => Operators.Compare(Comparison.Eq, n, 1).Truth;
}
