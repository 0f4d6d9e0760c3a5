using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>Functions of Python that SQLite calls: functions, aggregates and collations of SQL.</summary>
internal static unsafe class SqliteCallbacks
{
    private static byte[] NameOf(string name) => SqliteNative.Text(name);

    private const int Utf8 = 1, Deterministic = 0x800;

    public static int AddFunction(nint database, string name, int count, Any function, bool deterministic)
    {
        fixed (byte* text = NameOf(name))
            return function.IsNone ? SqliteNative.CreateFunction(database, text, count, Utf8, 0, null, null, null, null)
                : SqliteNative.CreateFunction(database, text, count, Utf8 | (deterministic ? Deterministic : 0), Kept(function), &Call, null, null, &Drop);
    }

    public static int AddAggregate(nint database, string name, int count, Any type)
    {
        fixed (byte* text = NameOf(name))
            return type.IsNone ? SqliteNative.CreateFunction(database, text, count, Utf8, 0, null, null, null, null)
                : SqliteNative.CreateFunction(database, text, count, Utf8, Kept(type), null, &StepOne, &Finish, &Drop);
    }

    public static int AddCollation(nint database, string name, Any compare)
    {
        fixed (byte* text = NameOf(name))
            return compare.IsNone ? SqliteNative.CreateCollation(database, text, Utf8, 0, null, null) : SqliteNative.CreateCollation(database, text, Utf8, Kept(compare), &Compare, &Drop);
    }

    private sealed record Box(Any Value);

    private static nint Kept(Any value) => GCHandle.ToIntPtr(GCHandle.Alloc(new Box(value)));

    private static Any Held(nint handle) => ((Box)GCHandle.FromIntPtr(handle).Target!).Value;

    [UnmanagedCallersOnly]
    private static void Drop(nint handle) => GCHandle.FromIntPtr(handle).Free();

    private static Arguments Values(int count, nint* values)
    {
        var arguments = new Arguments();
        for (var i = 0; i < count; i++)
            arguments.Add(SqliteValues.Read(values[i], StrType.Type));
        return arguments;
    }

    private static void Fail(nint context, string text)
    {
        fixed (byte* message = SqliteNative.Text(text))
            SqliteNative.ResultError(context, message, -1);
    }

    [UnmanagedCallersOnly]
    private static void Call(nint context, int count, nint* values)
    {
        try
        {
            SqliteValues.Return(context, Held(SqliteNative.UserData(context)).Call(Values(count, values)));
        }
        catch (BaseException)
        {
            Fail(context, "user-defined function raised exception");
        }
    }

    [UnmanagedCallersOnly]
    private static void StepOne(nint context, int count, nint* values)
    {
        var place = (nint*)SqliteNative.AggregateContext(context, sizeof(nint));
        try
        {
            if (*place == 0)
                *place = Kept(Held(SqliteNative.UserData(context)).Call());
        }
        catch (BaseException)
        {
            Fail(context, "user-defined aggregate's '__init__' method raised error");
            return;
        }
        try
        {
            Held(*place).Invoke("step", Values(count, values));
        }
        catch (BaseException)
        {
            Fail(context, "user-defined aggregate's 'step' method raised error");
        }
    }

    [UnmanagedCallersOnly]
    private static void Finish(nint context)
    {
        var place = (nint*)SqliteNative.AggregateContext(context, sizeof(nint));
        try
        {
            // Without rows there was no step.
            var self = *place == 0 ? Held(SqliteNative.UserData(context)).Call() : Held(*place);
            SqliteValues.Return(context, self.Invoke("finalize"));
        }
        catch (BaseException)
        {
            Fail(context, "user-defined aggregate's 'finalize' method raised error");
        }
        if (*place != 0)
            GCHandle.FromIntPtr(*place).Free();
    }

    [UnmanagedCallersOnly]
    private static int Compare(nint function, int length, byte* first, int otherLength, byte* second)
    {
        try
        {
            return Math.Sign(Lib.Int(Held(function).Call(Codecs.Decode(new ReadOnlySpan<byte>(first, length)), Codecs.Decode(new ReadOnlySpan<byte>(second, otherLength)))));
        }
        catch (BaseException)
        {
            return 0;
        }
    }
}
