namespace Pytocs.Runtime.Core;

/// <summary>A missing key; its text is the key's repr.</summary>
public class KeyError(params ReadOnlySpan<Any> args) : LookupError(args)
{
    public static new readonly PyType Type = PyType.Exception("KeyError", LookupError.Type, static args => new KeyError(args));

    protected override PyType NativeClass => Type;

    public override string Str() => Args.Count == 1 ? Operators.Repr(Args[0]) : base.Str();
}
