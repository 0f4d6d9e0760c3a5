using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>
/// A stand-in that notes how it is used. Each has a class of its own, so that it can have special methods of its own.
/// See <see href="https://docs.python.org/3.13/library/unittest.mock.html#the-mock-class">Mock</see>.
/// </summary>
internal sealed partial class Mock : PyObject
{
    private static readonly HashSet<string> s_denied = ["has_calls", "called_once", "called_once_with", "called_with", "called", "called_any_with", "call_count", "call_args", "any_call"];

    private readonly PyType _class;
    private Any _returnValue = Any.Unbound;
    private Any _sideEffect = Any.None;

    public Mock(PyType kind)
    {
        Kind = kind;
        _class = PyType.Build(PyType.Type, kind.Name, PyTuple.Of(kind), new PyDict<Any, Any> { ["__module__"] = kind.Module, ["__doc__"] = Any.None }, new Arguments());
        _class.HasInstanceDict = true;
        Magics.Give(this);
    }

    public override PyType Class => _class;

    /// <summary>The class that the program asked for.</summary>
    public PyType Kind { get; }

    public Any Self => this;

    public string? Name { get; set; }

    /// <summary>The mock that this is an attribute of.</summary>
    public Mock? Parent { get; set; }

    public string NewName { get; set; } = "";

    /// <summary>The mock that this is an attribute or the return value of.</summary>
    public Mock? NewParent { get; set; }

    public Any Wraps { get; set; } = Any.None;

    public Any SpecClass { get; set; } = Any.None;

    public bool SpecSet { get; set; }

    /// <summary>The attributes that a spec allows, or null.</summary>
    public HashSet<string>? Allowed { get; set; }

    /// <summary>Names that the spec has as coroutine functions.</summary>
    public HashSet<string> AsyncMethods { get; } = [];

    /// <summary>Names that it has as anything else.</summary>
    public HashSet<string> SyncMethods { get; } = [];

    public bool IsUnsafe { get; set; }

    /// <summary>How long a mock for threads waits to be called; unbound where it was not told.</summary>
    public Any Timeout { get; set; } = Any.Unbound;

    /// <summary>How what it stands for is called; None where that is not known.</summary>
    public Any Signature { get; set; } = Any.None;

    /// <summary>The signature that each call is held to.</summary>
    public Any Check { get; set; } = Any.None;

    /// <summary>The function that stands in front of it, whose attributes say how it was called.</summary>
    public Any Delegate { get; set; } = Any.None;

    public bool IsSealed { get; set; }

    /// <summary>Attributes that are mocks; unbound for those that were deleted.</summary>
    public Dictionary<string, Any> Children { get; } = [];

    /// <summary>What a call gives; made when it is first asked for.</summary>
    public Any ReturnValue
    {
        get
        {
            if (!Delegate.IsNone && Delegate.Get("return_value") is { IsUnbound: false } told && !Operators.Is(told, Sentinels.Default))
                return told;
            if (_returnValue.IsUnbound)
            {
                if (!Wraps.IsNone && Kind.IsSubclassOf(MockTypes.Callable))
                    return Sentinels.Default;
                _returnValue = MockTypes.Child(this, null, "()", Any.None);
            }
            return _returnValue;
        }
        set
        {
            _returnValue = value;
            if (Delegate.IsNone)
                Adopt(value, null, "()");
            else
                Delegate.Set("return_value", value);
        }
    }

    /// <summary>The mock that calls give, where there is one already.</summary>
    public Mock? MadeResult => _returnValue.Ref as Mock;

    public bool HasReturnValue => IsGiven(_returnValue) || (!Delegate.IsNone && IsGiven(Delegate.Get("return_value")));

    private static bool IsGiven(Any value) => !value.IsUnbound && !Operators.Is(value, Sentinels.Default);

    public Any SideEffect
    {
        get
        {
            if (Delegate.IsNone)
                return _sideEffect;
            var told = Delegate.Get("side_effect");
            if (Iterated(told) is var steps && !Operators.Is(steps, told))
                Delegate.Set("side_effect", steps);
            return steps;
        }
        set => _sideEffect = Tell("side_effect", Iterated(value));
    }

    /// <summary>What gives its items one after another, of what is no exception and no function.</summary>
    private static Any Iterated(Any value)
    {
        if (value.Ref is BaseException or PyType || value.IsNone || Builtins.Callable(value))
            return value;
        try
        {
            return Builtins.Iter(value);
        }
        catch (TypeError)
        {
            return value;
        }
    }

    public static readonly PyType CallListType = new ClassMaker("_CallList", "unittest.mock")
        .Method("__contains__", "value", static (self, value) =>
        {
            var (all, part) = (Operators.ToList(self), value.Ref is PyTuple || !Builtins.IsInstance(value, ListType.Type) ? null : Operators.ToList(value));
            if (part is null)
                return all.Any(c => Operators.Equal(c, value));
            return Enumerable.Range(0, Math.Max(0, all.Count - part.Count + 1)).Any(i => Enumerable.Range(0, part.Count).All(j => Operators.Equal(all[i + j], part[j])));
        })
        .Method("__repr__", static self => PrettyPrinter.Format(new PyList<Any>(Operators.ToList(self))))
        .Make(ListType.Type);

    public static Any CallList(IEnumerable<Any> calls)
    {
        var list = new PyList<Any>(calls);
        list.SetClass(CallListType);
        return list;
    }

    /// <summary>Becomes the owner of a mock that has none.</summary>
    public bool Adopt(Any value, string? name, string newName)
    {
        if (MockSignatures.Extract(value) is not { } mock || mock.Name is not null || mock.NewName.Length > 0 || mock.Parent is not null || mock.NewParent is not null)
            return false;
        for (var m = this; m is not null; m = m.NewParent)
            if (ReferenceEquals(m, mock))
                return false;
        if (newName.Length > 0)
            (mock.NewParent, mock.NewName) = (this, newName);
        if (name is not null)
            (mock.Parent, mock.Name) = (this, name);
        return true;
    }

    /// <summary>An attribute that is not there yet.</summary>
    /// <exception cref="AttributeError">The mock may not have it.</exception>
    public Any Missing(string name)
    {
        if (Allowed is not null ? !Allowed.Contains(name) || Magics.All.Contains(name) : Magics.IsMagic(name))
            throw new AttributeError(Allowed is null ? name : $"Mock object has no attribute '{name}'", name, this);
        if (!IsUnsafe && (Allowed is null || !Allowed.Contains(name)) && (name.StartsWith("assert", StringComparison.Ordinal) || name.StartsWith("assret", StringComparison.Ordinal)
            || name.StartsWith("asert", StringComparison.Ordinal) || name.StartsWith("aseert", StringComparison.Ordinal) || name.StartsWith("assrt", StringComparison.Ordinal) || s_denied.Contains(name)))
            throw new AttributeError($"'{name}' is not a valid assertion. Use a spec for the mock if '{name}' is meant to be an attribute.", name, this);
        if (Children.TryGetValue(name, out var known))
        {
            if (known.IsUnbound)
                throw new AttributeError(name, name, this);
            if (known.Ref is AutoSpecs.Later later)
                Children[name] = known = later.Make();
            return known;
        }
        if (IsSealed)
            throw new AttributeError($"{FullName}.{name}", name, this);
        var child = MockTypes.Child(this, name, name, Wraps.IsNone ? Any.None : Wraps.Get(name));
        Children[name] = child;
        return child;
    }

    /// <summary>The dotted name that reprs show.</summary>
    public string FullName
    {
        get
        {
            var parts = new List<string>();
            var last = this;
            for (var m = this; m is not null && m.NewName.Length > 0; m = m.NewParent)
            {
                parts.Insert(0, m.NewName);
                last = m.NewParent ?? m;
            }
            var result = last.Name ?? "mock";
            foreach (var part in parts)
                result += part.StartsWith("()", StringComparison.Ordinal) ? part : "." + part;
            return result;
        }
    }

    public bool HasOwnName => Name is not null || NewName.Length > 0;

    /// <summary>Notes a call here and in everything above.</summary>
    public void Note(PyTuple args, PyDict kwargs)
    {
        Called = true;
        CallCount = Operators.Binary(BinaryOperator.Add, CallCount, 1);
        CallArgs = MockCall.Of(args, kwargs);
        CallArgsList.Invoke("append", CallArgs);
        var (tellsMethods, methodName, callName) = (Parent is not null, Name ?? "", NewName);
        var isCall = callName == "()";
        MockCalls.Invoke("append", MockCall.Of("", args, kwargs));
        for (var above = NewParent; above is not null; above = above.NewParent)
        {
            if (tellsMethods)
            {
                above.MethodCalls.Invoke("append", MockCall.Of(methodName, args, kwargs));
                tellsMethods = above.Parent is not null;
                if (tellsMethods)
                    methodName = $"{above.Name}.{methodName}";
            }
            above.MockCalls.Invoke("append", MockCall.Of(callName, args, kwargs));
            if (above.NewName.Length > 0)
            {
                callName = $"{above.NewName}{(isCall ? "" : ".")}{callName}";
                isCall = above.NewName == "()";
            }
        }
    }

    /// <summary>What the call does, once it is noted.</summary>
    public Any Execute(PyTuple args, PyDict kwargs)
    {
        var effect = SideEffect;
        if (!effect.IsNone)
        {
            if (IsException(effect))
                throw Raise.Of(effect);
            var result = Builtins.Callable(effect) ? Lib.Call(effect, args, kwargs) : Operators.Next(effect);
            if (!Builtins.Callable(effect) && IsException(result))
                throw Raise.Of(result);
            if (!Operators.Is(result, Sentinels.Default))
                return result;
        }
        if (HasReturnValue)
            return ReturnValue;
        return Wraps.IsNone ? ReturnValue : Lib.Call(Wraps, args, kwargs);
    }

    public static bool IsException(Any value) => value.Ref is BaseException || (value.Ref is PyType type && type.IsSubclassOf(BaseException.Type));

    public void Reset(bool returnValue, bool sideEffect, HashSet<Mock>? visited = null)
    {
        visited ??= [];
        if (!visited.Add(this))
            return;
        (Called, CallCount, CallArgs, CallArgsList, MockCalls, MethodCalls) = (false, 0, Any.None, CallList([]), CallList([]), CallList([]));
        (AwaitCount, AwaitArgs, AwaitArgsList) = (0, Any.None, CallList([]));
        if (returnValue)
            _returnValue = Any.Unbound;
        if (sideEffect)
            _sideEffect = Any.None;
        foreach (var child in Children.Values)
            MockSignatures.Extract(child)?.Reset(returnValue, sideEffect, visited);
        (_returnValue.Ref as Mock)?.Reset(returnValue, sideEffect, visited);
    }
}
