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

/// <summary>A C# iterator as a Python generator object: nothing in its body can see how it ends.</summary>
public sealed class NativeGenerator : PyIterator, IGenerator, IGeneratorObject
{
    private readonly IEnumerator<Any> _items;
    private GeneratorState _state;

    private NativeGenerator(string name, string qualName, IEnumerator<Any> items) => (Name, QualName, _items) = (name, qualName, items);

    public override PyType Class => GeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    GeneratorState IGeneratorObject.State => _state;

    bool IGeneratorObject.IsIterableCoroutine { get; set; }

    Any IGeneratorObject.Delegate => Any.None;

    public static NativeGenerator Wrap<T>(string name, string qualName, IEnumerable<T> items)
        => new(name, qualName, items is IEnumerable<Any> same ? same.GetEnumerator() : items.Select(i => Generic.ToAny(i)).GetEnumerator());

    public override bool TryNext(out Any value)
    {
        if (_state == GeneratorState.Running)
            throw new ValueError("generator already executing");
        value = default;
        if (_state == GeneratorState.Closed)
            return false;
        _state = GeneratorState.Running;
        var more = false;
        try
        {
            more = _items.MoveNext();
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "generator");
        }
        finally
        {
            _state = more ? GeneratorState.Suspended : GeneratorState.Closed;
        }
        value = more ? _items.Current : default;
        return more;
    }

    public Any Send(Any value)
    {
        if (_state == GeneratorState.Created && !value.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
        return Next();
    }

    bool IGenerator.TrySend(Any sent, out Any value)
    {
        if (_state == GeneratorState.Created && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
        if (TryNext(out value))
            return true;
        value = Any.None;
        return false;
    }

    public Any Throw(BaseException error)
    {
        var before = _state;
        Close();
        throw before == GeneratorState.Suspended ? GeneratorProtocol.Leaving(error, "generator") : error;
    }

    public void Close() => Finish();

    public Any Finish()
    {
        if (_state == GeneratorState.Running)
            throw new ValueError("generator already executing");
        _state = GeneratorState.Closed;
        _items.Dispose();
        return Any.None;
    }
}
