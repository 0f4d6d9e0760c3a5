using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>The class <see href="https://docs.python.org/3.13/library/calendar.html#calendar.Calendar">calendar.Calendar</see>.</summary>
internal static class CalendarTypes
{
    private static readonly PyType s_generator = PyIterator.DeclareType("generator");

    public static readonly PyType Calendar = Create();

    internal static int First(Any self) => (int)(((Lib.Int(self.Get("firstweekday")) % 7) + 7) % 7);

    private static IEnumerable<(long Year, long Month, int Day, bool IsInside)> Cells(Any[] a) => CalendarDates.Cells(Lib.Int(a[1]), Lib.Int(a[2]), First(a[0]));

    private static Any Date(long year, long month, int day) => ((Any)PyDate.Type).Call(year, month, day);

    private static PyType Create()
    {
        var maker = new ClassMaker("Calendar", "calendar")
            .Method("__init__", "self, firstweekday=0", static a => Lib.Do(() => a[0].Set("firstweekday", a[1])))
            .Method("getfirstweekday", static self => First(self))
            .Method("setfirstweekday", "firstweekday", static (self, value) => Lib.Do(() => self.Set("firstweekday", value)))
            .Method("iterweekdays", static self => Iterator(Enumerable.Range(First(self), 7).Select(static d => (Any)(d % 7))))
            .Method("itermonthdates", "self, year, month", static a => Iterator(Cells(a).Select(static c => Date(c.Year, c.Month, c.Day))))
            .Method("itermonthdays", "self, year, month", static a => Iterator(Cells(a).Select(static c => (Any)(c.IsInside ? c.Day : 0))))
            .Method("itermonthdays2", "self, year, month", static a => Iterator(Cells(a).Select((c, i) => (Any)PyTuple.Of(c.IsInside ? c.Day : 0, (First(a[0]) + i) % 7))))
            .Method("itermonthdays3", "self, year, month", static a => Iterator(Cells(a).Select(static c => (Any)PyTuple.Of(c.Year, c.Month, c.Day))))
            .Method("itermonthdays4", "self, year, month", static a => Iterator(Cells(a).Select((c, i) => (Any)PyTuple.Of(c.Year, c.Month, c.Day, (First(a[0]) + i) % 7))));
        foreach (var (name, items) in (ReadOnlySpan<(string, string)>)[("dates", "itermonthdates"), ("days2", "itermonthdays2"), ("days", "itermonthdays")])
        {
            maker.Method($"month{name}calendar", "self, year, month", a => Rows(Operators.ToList(a[0].Invoke(items, a[1], a[2])), 7))
                .Method($"year{name}calendar", "self, year, width=3", a => Rows([.. Enumerable.Range(1, 12).Select(m => a[0].Invoke($"month{name}calendar", a[1], m))], (int)Lib.Int(a[2])));
        }
        return maker.Make(PyType.Object);
    }

    internal static SequenceOf Iterator(IEnumerable<Any> items) => new(s_generator, items);

    private static PyList<Any> Rows(List<Any> items, int width) => new(items.Chunk(width).Select(static r => (Any)new PyList<Any>(r)));
}
