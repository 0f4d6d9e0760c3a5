namespace Pytocs.Runtime.Core;

/// <summary>Ends the program with <c>code</c>: None is 0, an int itself, anything else is printed and 1.</summary>
public class SystemExit(params ReadOnlySpan<Any> args) : BaseException(args)
{
    private Any _code = args.Length switch { 0 => Any.None, 1 => args[0], _ => new PyTuple(args.ToArray()) };

    public static new readonly PyType Type = PyType.Exception("SystemExit", BaseException.Type, static args => new SystemExit(args))
        .Property("code", e => ((SystemExit)e.Ref!)._code, (e, v) => ((SystemExit)e.Ref!)._code = v);

    protected override PyType NativeClass => Type;

    public Any Code => _code;

    internal override void Initialise(PyTuple args)
    {
        base.Initialise(args);
        _code = args.Count switch { 0 => Any.None, 1 => args[0], _ => args };
    }
}
