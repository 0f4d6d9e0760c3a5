namespace Pytocs.Runtime.Core;

/// <summary>Reprs that may come back to the object they are of.</summary>
/// <remarks>See <see href="https://docs.python.org/3.13/library/reprlib.html#reprlib.recursive_repr">reprlib.recursive_repr</see>.</remarks>
public static class RecursiveRepr
{
    /// <summary>Writes the repr of an object, or <c>...</c> where it is being written already.</summary>
    public static string Of(object o, Func<string> write)
    {
        if (!Operators.EnterRepr(o))
            return "...";
        try
        {
            return write();
        }
        finally
        {
            Operators.LeaveRepr(o);
        }
    }
}
