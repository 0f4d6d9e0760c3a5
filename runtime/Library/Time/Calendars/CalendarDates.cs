using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>Days of months and weeks; Monday is 0. See <see href="https://docs.python.org/3.13/library/calendar.html">calendar</see>.</summary>
internal static class CalendarDates
{
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly string[] Months = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    internal static readonly PyType IllegalMonth = PyType.Exception("IllegalMonthError", ValueError.Type, static args => new CalendarError(IllegalMonth!, args), "calendar");

    internal static readonly PyType IllegalWeekday = PyType.Exception("IllegalWeekdayError", ValueError.Type, static args => new CalendarError(IllegalWeekday!, args), "calendar");

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>Years out of the range of dates repeat every 400.</summary>
    public static int WeekDay(long year, long month, long day)
    {
        if (year is < 1 or > 9999)
            year = 2000 + (((year % 400) + 400) % 400);
        return ((int)PyDate.Day(year, month, day).DayOfWeek + 6) % 7;
    }

    /// <summary>The weekday of the first day, and how many days the month has.</summary>
    /// <exception cref="CalendarError">There is no such month.</exception>
    public static (int First, int Count) MonthRange(long year, long month)
    {
        if (month is < 1 or > 12)
            throw new CalendarError(IllegalMonth, month);
        var count = month switch { 2 => IsLeap(year) ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        return (WeekDay(year, month, 1), count);
    }

    /// <summary>The days of full weeks: year, month and day, and whether it belongs to the month.</summary>
    public static IEnumerable<(long Year, long Month, int Day, bool IsInside)> Cells(long year, long month, int firstWeekday)
    {
        var (first, count) = MonthRange(year, month);
        var before = (((first - firstWeekday) % 7) + 7) % 7;
        var (previousYear, previous) = month == 1 ? (year - 1, 12L) : (year, month - 1);
        var (nextYear, next) = month == 12 ? (year + 1, 1L) : (year, month + 1);
        var last = MonthRange(previousYear, previous).Count;
        for (var i = 0; i < before; i++)
            yield return (previousYear, previous, last - before + 1 + i, false);
        for (var day = 1; day <= count; day++)
            yield return (year, month, day, true);
        var after = (7 - ((before + count) % 7)) % 7;
        for (var day = 1; day <= after; day++)
            yield return (nextYear, next, day, false);
    }
}

/// <summary>A month or weekday that there is not.</summary>
internal sealed class CalendarError(PyType type, params ReadOnlySpan<Any> args) : ValueError(args)
{
    protected override PyType NativeClass => type;

    /// <inheritdoc/>
    public override string Str() => Args.Count == 1
        ? ReferenceEquals(type, CalendarDates.IllegalMonth) ? $"bad month number {Operators.Repr(Args[0])}; must be 1-12" : $"bad weekday number {Operators.Repr(Args[0])}; must be 0 (Monday) to 6 (Sunday)"
        : base.Str();
}
