using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Numbers objects in the order in which somebody asks: <c>id(o)</c>.</summary>
internal static class Identity
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> s_numbers = [];
    private static long s_next;

    public static long Of(object o) => s_numbers.GetValue(o, static _ => new StrongBox<long>(Interlocked.Increment(ref s_next))).Value;

    /// <summary><c>id(a)</c>: equal for values that <c>is</c> calls identical.</summary>
    public static PyInt Of(Any a) => a.Ref switch
    {
        null => 0x10000000L + (a.Bits * 32),
        Tag tag => 0x20000000L + (Of(tag) * 16) + a.Bits,
        var o => 0x7f0000000000L + (Of(o) * 16),
    };
}
