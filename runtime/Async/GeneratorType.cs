using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

internal enum GeneratorState
{
    Created, Running, Suspended, Closed,
}

/// <summary>What the class <c>generator</c> asks of its objects.</summary>
internal interface IGeneratorObject
{
    string Name { get; set; }

    string QualName { get; set; }

    GeneratorState State { get; }

    /// <summary>Whether the generator may be awaited: <c>types.coroutine</c> made it so.</summary>
    bool IsIterableCoroutine { get; set; }

    /// <summary>The body, where it has stopped; null where nobody can look into it.</summary>
    Resumable? Body => null;

    /// <summary>What it delegates to while it is suspended.</summary>
    Any Delegate { get; }

    /// <summary>Closes it; gives what the body returned.</summary>
    Any Finish();
}

/// <summary>The class <c>generator</c>.</summary>
internal static class GeneratorType
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var type = PyIterator.DeclareType("generator")
            .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
            .Method("throw", "self, /, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
            .Method("close", static self => Self(self).Finish())
            .Names(static o => Self(o).Name, static (o, v) => Self(o).Name = v, static o => Self(o).QualName, static (o, v) => Self(o).QualName = v)
            .Property("gi_running", static self => Self(self).State == GeneratorState.Running)
            .Property("gi_suspended", static self => Self(self).State == GeneratorState.Suspended)
            .Property("gi_yieldfrom", static self => Self(self).Delegate)
            .Property("gi_code", static self => Code(Self(self)))
            .Property("gi_frame", static self => Self(self).State == GeneratorState.Closed ? Any.None : new PyFrame(Code(Self(self)), Line(Self(self))))
            .Method("__repr__", static self => $"<generator object {Self(self).QualName} at {Operators.Address(self.Ref!)}>")
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        type.IsFinal = true;
        GeneratorProtocol.Describe(type, "generator");
        return type;
    }

    private static PyCode Code(IGeneratorObject o) => PyCode.Of(o.Name, o.QualName, null, "generator", o.IsIterableCoroutine);

    private static int Line(IGeneratorObject o)
        => o.State == GeneratorState.Running && TraceReader.RunningLine(o.QualName) is { } line ? line : CoroutinePlace.Line(o.Body, CoroutinePlace.CodeOf(o.Name, o.QualName, "generator").FirstLine);

    private static IGeneratorObject Self(Any o) => (IGeneratorObject)o.Ref!;
}
