using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/locale.html">locale</see> of the C locale, the only one there is.</summary>
internal static class LocaleModule
{
    private static readonly PyType s_error = PyType.Emitted("Error", "locale", PyException.Type);

    private static readonly (string Name, int Value)[] s_categories = [("LC_CTYPE", 0), ("LC_NUMERIC", 1), ("LC_TIME", 2), ("LC_COLLATE", 3), ("LC_MONETARY", 4), ("LC_MESSAGES", 5), ("LC_ALL", 6), ("CHAR_MAX", 127)];

    public static PyModule Build()
    {
        var module = new PyModule("locale").Type(s_error);
        foreach (var (name, value) in s_categories)
            module.Value(name, value);
        return module
            .Function("setlocale", "category, locale=None", static a => a[1].IsNone || a[1].Ref is PyTuple || Operators.Str(a[1]) is "" or "C" or "POSIX" ? "C"
                : Operators.Str(a[1]) is "C.UTF-8" or "C.utf8" ? a[1] : throw (BaseException)s_error.Call("unsupported locale setting").Ref!)
            .Function("getlocale", "category=0", static _ => PyTuple.Of(Any.None, Any.None))
            .Function("getdefaultlocale", "envvars=()", static _ => PyTuple.Of(Any.None, Any.None))
            .Function("getpreferredencoding", "do_setlocale=True", static _ => "UTF-8")
            .Function("getencoding", "", static _ => "utf-8")
            .Function("resetlocale", "category=6", static _ => Any.None)
            .Function("localeconv", "", static _ => Conventions())
            .Function("strcoll", "string1, string2, /", static (a, b) => Str.Compare(Lib.Text(a), Lib.Text(b)))
            .Function("strxfrm", "string, /", static a => Lib.Text(a[0]))
            .Function("str", "val", static a => TextFormat.Percent("%.12g", PyTuple.Of(a[0])))
            .Function("atof", "string, func=", static a => (a[1].IsUnbound ? Builtins.Find("float") : a[1]).Call(a[0]), Any.Unbound)
            .Function("atoi", "string", static a => Builtins.Find("int").Call(a[0]))
            .Function("delocalize", "string", static a => a[0])
            .Function("format_string", "f, val, grouping=False, monetary=False", static a => TextFormat.Percent(Lib.Text(a[0]), a[1]))
            .Function("currency", "val, symbol=True, grouping=False, international=False", static _ => throw new ValueError("Currency formatting is not possible using the 'C' locale."));
    }

    private static PyDict<Any, Any> Conventions()
    {
        var result = new PyDict<Any, Any> { ["decimal_point"] = ".", ["thousands_sep"] = "", ["grouping"] = new PyList<Any>() };
        foreach (var name in (string[])["int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"])
            result[name] = "";
        result["mon_grouping"] = new PyList<Any>();
        result["positive_sign"] = "";
        result["negative_sign"] = "";
        foreach (var name in (string[])["int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"])
            result[name] = 127;
        return result;
    }
}
