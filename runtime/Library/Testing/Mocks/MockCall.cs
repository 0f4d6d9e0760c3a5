using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary><c>unittest.mock.call</c> and the calls that mocks note. See <see href="https://docs.python.org/3.13/library/unittest.mock.html#unittest.mock.call">call</see>.</summary>
internal static class MockCall
{
    public static readonly PyType Type = new ClassMaker("_Call", "unittest.mock")
        .Method("__new__", "cls, value=(), name='', parent=None, two=False, from_kall=True", static a => Make(PyTuple.From(a[1]), a[2], a[3], a[4].Truth, a[5].Truth))
        .Method("__init__", "self, *args, **kwargs", static (Any[] _) => Any.None)
        .Method("__eq__", "other", static (self, other) => IsSame(self, other))
        .Method("__ne__", "other", static (self, other) => IsSame(self, other) is { IsNotImplemented: false } same ? !same.Truth : Any.NotImplemented)
        .Attribute("__hash__", Any.None)
        .Method("__call__", "self, /, *args, **kwargs", static a => Called(a[0], a[1], a[2]))
        .Method("__getattribute__", "attr", static (self, name) => Read(self, Operators.Str(name)))
        .Property("args", static self => Read(self).Args)
        .Property("kwargs", static self => Read(self).Kwargs)
        .Method("call_list", static self => List(self))
        .Method("__repr__", static self => Repr(self))
        .Make(TupleType.Type);

    /// <summary>The name <c>call</c>.</summary>
    public static readonly Any Root = Make(PyTuple.Empty, Any.None, Any.None, fromCall: false);

    /// <summary>A call of given parts, in any of the forms that they may be written in.</summary>
    private static Any Make(PyTuple value, Any name, Any parent, bool isPair, bool fromCall)
    {
        var (own, args, kwargs) = value.Count > 3 ? throw new ValueError("too many values to unpack (expected 3)") : Read(value);
        if (own.Length == 0 && name.Ref is string given && value.Count == 0)
            own = given;
        var result = new PyTuple(isPair ? [args, kwargs] : [own, args, kwargs]);
        result.SetClass(Type);
        Any call = result;
        Operators.GenericSet(call, "_mock_name", name);
        Operators.GenericSet(call, "_mock_parent", parent);
        Operators.GenericSet(call, "_mock_from_kall", fromCall);
        return call;
    }

    private static Any Make(PyTuple value, Any name, Any parent, bool fromCall) => Make(value, name, parent, isPair: false, fromCall);

    /// <summary>A call of the mock itself.</summary>
    public static Any Of(PyTuple args, PyDict kwargs) => Make(PyTuple.Of(args, (PyObject)kwargs), "", Any.None, isPair: true, fromCall: true);

    /// <summary>A call of something beneath the mock.</summary>
    public static Any Of(string name, PyTuple args, PyDict kwargs) => Make(PyTuple.Of([name, args, (PyObject)kwargs]), "", Any.None, fromCall: true);

    private static Any Called(Any self, Any args, Any kwargs)
    {
        var name = self.Get("_mock_name");
        return name.IsNone
            ? Make(PyTuple.Of([(Any)"", args, kwargs]), "()", Any.None, fromCall: true)
            : Make(PyTuple.Of([name, args, kwargs]), Operators.Str(name) + "()", self, fromCall: true);
    }

    /// <summary>An attribute that calls have themselves; every other name is one beneath the call, those of tuples too.</summary>
    private static Any Read(Any self, string name)
    {
        if (TupleType.Type.Namespace.ContainsKey(name) && !Magics.IsMagic(name))
            return Attribute(self, name);
        try
        {
            return Operators.GenericGet(self, PyType.Of(self), name) is { IsUnbound: false } own ? own : Attribute(self, name);
        }
        catch (AttributeError)
        {
            return Attribute(self, name);
        }
    }

    private static Any Attribute(Any self, string name)
    {
        var own = self.Get("_mock_name");
        return own.IsNone ? Make(PyTuple.Empty, name, Any.None, fromCall: false) : Make(PyTuple.Empty, $"{Operators.Str(own)}.{name}", self, fromCall: false);
    }

    private static Any List(Any self)
    {
        var calls = new List<Any>();
        for (var call = self; call.Ref is PyTuple; call = call.Get("_mock_parent"))
            if (call.Get("_mock_from_kall").Truth)
                calls.Insert(0, call);
        return Mock.CallList(calls);
    }

    /// <summary>The parts of a call written in any of the forms that compare equal to one.</summary>
    private static (string Name, Any Args, Any Kwargs) Read(Any call)
    {
        var items = (PyTuple)call.Ref!;
        var (name, args, kwargs) = ("", (Any)PyTuple.Empty, (Any)new PyDict<Any, Any>());
        var rest = items.Count > 0 && items[0].Ref is string text ? Named(text) : items.ToArray();
        foreach (var part in rest)
        {
            if (part.Ref is PyTuple)
                args = part;
            else
                kwargs = part;
        }
        return (name, args, kwargs);

        Any[] Named(string text)
        {
            name = text;
            return items.ToArray()[1..];
        }
    }

    private static Any IsSame(Any self, Any other)
    {
        if (other.Ref is not PyTuple tuple)
            return Any.NotImplemented;
        if (tuple.Count > 3)
            return false;
        var (name, args, kwargs) = Read(self);
        if (Builtins.IsInstance(other, Type) && self.Get("_mock_parent") is { IsNone: false } parent && other.Get("_mock_parent") is { IsNone: false } parent2 && !Operators.Equal(parent, parent2))
            return false;
        var (name2, args2, kwargs2) = Read(other);
        // What the other side says goes first, so that ANY decides.
        return !(name.Length > 0 && name2 != name) && Operators.Equal(args2, args) && Operators.Equal(kwargs2, kwargs);
    }

    private static string Repr(Any self)
    {
        var name = self.Get("_mock_name");
        if (!self.Get("_mock_from_kall").Truth)
            return name.IsNone ? "call" : Operators.Str(name) is var text && text.StartsWith("()", StringComparison.Ordinal) ? "call" + text : text;
        var (own, args, kwargs) = Read(self);
        return Signature(own.Length == 0 ? "call" : own.StartsWith("()", StringComparison.Ordinal) ? "call" + own : "call." + own, args, kwargs);
    }

    /// <summary><c>name(1, b=2)</c>.</summary>
    public static string Signature(string name, Any args, Any kwargs)
        => $"{name}({string.Join(", ", Operators.ToList(args).Select(Operators.Repr).Concat(((PyDict)kwargs.Ref!).Entries().Select(static e => $"{Operators.Str(e.Key)}={Operators.Repr(e.Value)}")))})";
}
