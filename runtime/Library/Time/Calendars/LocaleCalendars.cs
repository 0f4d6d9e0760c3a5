using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>
/// Calendars with the names of a locale: <see href="https://docs.python.org/3.13/library/calendar.html#calendar.LocaleTextCalendar">LocaleTextCalendar</see>
/// and its kin. The names are those of the C locale, the only one there is; another is refused.
/// </summary>
internal static class LocaleCalendars
{
    public static readonly PyType Text = Declare("LocaleTextCalendar", TextCalendar.Type, "formatweekday", "formatmonthname");

    public static readonly PyType Html = Declare("LocaleHTMLCalendar", HtmlCalendar.Type, "formatweekday", "formatmonthname");

    private static PyType Declare(string name, PyType @base, params string[] methods)
    {
        var type = PyType.Emitted(name, "calendar", @base)
            .Method("__init__", "self, firstweekday=0, locale=None", (self, first, locale) => Lib.Do(() =>
            {
                ((Any)@base).Get("__init__").Call(self, first);
                self.Set("locale", locale.IsNone ? "C" : locale);
            }));
        foreach (var method in methods)
            type.Method(method, "self, *args, **kwargs", a =>
            {
                var locale = Modules.Import("locale");
                var category = locale.Get("LC_TIME");
                var before = locale.Invoke("setlocale", category, Any.None);
                locale.Invoke("setlocale", category, a[0].Get("locale"));
                try
                {
                    return Lib.Call(((Any)@base).Get(method), new PyTuple([a[0], .. Lib.Tuple(a[1])]), Lib.Dict(a[2]));
                }
                finally
                {
                    locale.Invoke("setlocale", category, before);
                }
            });
        return type;
    }
}
