using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/datetime.html">datetime</see>.</summary>
internal static class DateTimeModule
{
    public static PyModule Build()
    {
        PyTimeDelta.DeclareLimits(PyTimeDelta.Type);
        PyTimeZone.DeclareLimits(PyTimeZone.Type);
        DateMethods.DeclareLimits(PyDate.Type);
        PyTime.DeclareLimits(PyTime.Type);
        DateTimeMethods.DeclareLimits(PyDateTime.Type);
        return new PyModule("datetime")
            .Type(PyTimeDelta.Type).Type(PyTimeZone.Abstract).Type(PyTimeZone.Type).Type(PyDate.Type).Type(PyTime.Type).Type(PyDateTime.Type)
            .Value("MINYEAR", 1).Value("MAXYEAR", 9999).Value("UTC", PyTimeZone.Utc);
    }
}
