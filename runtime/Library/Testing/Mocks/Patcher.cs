using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>Something that changes the program while a test runs: a context manager, a decorator, and started by hand.</summary>
internal abstract class Patcher : PyObject
{
    private static readonly List<Patcher> s_started = [];

    public override PyType Class => s_type;

    /// <summary>The class of all patches.</summary>
    public static PyType Type => s_type;

    private static readonly PyType s_type = PyType.Builtin("_patch", module: "unittest.mock")
        .Method("__enter__", static o => Self(o).Enter())
        .Method("__exit__", "self, *exc_info", static (o, _) =>
        {
            Self(o).Exit();
            return false;
        })
        .Method("__call__", "self, func, /", static (o, target) => Self(o).Decorate(target))
        .Method("start", static o =>
        {
            var result = Self(o).Enter();
            s_started.Add(Self(o));
            return result;
        })
        .Method("stop", static o => Lib.Do(() => Self(o).Stop()))
        .Property("new", static o => (Self(o) as AttributePatcher)?.New ?? Any.None)
        .Property("temp_original", static o => (Self(o) as AttributePatcher)?.Original ?? Any.None);

    private static Patcher Self(Any o) => (Patcher)o.Ref!;

    /// <summary>Applies the change; gives what <c>with ... as</c> binds.</summary>
    public abstract Any Enter();

    /// <summary>Takes it back.</summary>
    public abstract void Exit();

    /// <summary>What a decorated function gets for the patch.</summary>
    protected abstract void Pass(Any entered, Arguments arguments);

    protected abstract Patcher Copy();

    private void Stop()
    {
        if (s_started.Remove(this))
            Exit();
    }

    public static void StopAll()
    {
        foreach (var patcher in Enumerable.Reverse(s_started.ToArray()))
            patcher.Stop();
    }

    private Any Decorate(Any target)
    {
        if (target.Ref is PyType type)
        {
            var prefix = Operators.Str(PatchFunctions.Prefix);
            foreach (var name in Operators.ToList(Builtins.Dir(target)).Select(Operators.Str).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
                if (target.Get(name) is var method && Builtins.Callable(method))
                    type.Define(name, Copy().Decorate(method));
            return target;
        }
        if (Operators.GetAttr(target, "patchings", Any.Unbound) is { IsUnbound: false } others)
        {
            others.Invoke("append", this);
            return target;
        }
        var patchings = new PyList<Any>([this]);
        var wrapper = InspectRules.IsCoroutineFunction(target)
            ? new PyFunction("patched", "*args, **keywargs", (Any[] a) => Coroutine.Of("patched", "patched", () => RunAsync(target, patchings, Lib.Tuple(a[0]), Lib.Dict(a[1])))) { Flavour = "coroutine" }
            : new PyFunction("patched", "*args, **keywargs", (Any[] a) => Run(target, patchings, Lib.Tuple(a[0]), Lib.Dict(a[1])));
        var result = FunctoolsModule.UpdateWrapper(wrapper, target);
        result.Set("patchings", patchings);
        return result;
    }

    private static Any Run(Any target, PyList<Any> patchings, PyTuple args, PyDict kwargs)
    {
        var entered = new Stack<Patcher>();
        try
        {
            return target.Call(EnterAll(patchings, args, kwargs, entered));
        }
        finally
        {
            while (entered.TryPop(out var patcher))
                patcher.Exit();
        }
    }

    private static async Coro<Any> RunAsync(Any target, PyList<Any> patchings, PyTuple args, PyDict kwargs)
    {
        var entered = new Stack<Patcher>();
        try
        {
            return await target.Call(EnterAll(patchings, args, kwargs, entered));
        }
        finally
        {
            while (entered.TryPop(out var patcher))
                patcher.Exit();
        }
    }

    private static Arguments EnterAll(PyList<Any> patchings, PyTuple args, PyDict kwargs, Stack<Patcher> entered)
    {
        var arguments = new Arguments { new Star(args), new StarStar((PyObject)kwargs) };
        foreach (var item in patchings)
        {
            var patcher = (Patcher)item.Ref!;
            var value = patcher.Enter();
            entered.Push(patcher);
            patcher.Pass(value, arguments);
        }
        return arguments;
    }
}

/// <summary>Puts something else in the place of an attribute: <c>patch</c> and <c>patch.object</c>.</summary>
internal sealed class AttributePatcher(Func<Any> target, string attribute, PatchOptions options) : Patcher
{
    private Any _target;
    private Any _original = Any.Unbound;
    private bool _isLocal;

    public Any New => options.New;

    public Any Original => _original;

    public string Attribute => attribute;

    public bool MakesMock => Operators.Is(options.New, Sentinels.Default);

    protected override Patcher Copy() => new AttributePatcher(target, attribute, options);

    protected override void Pass(Any entered, Arguments arguments)
    {
        if (MakesMock)
            arguments.Add(entered);
    }

    public override Any Enter()
    {
        _target = target();
        var dict = Operators.GetAttr(_target, "__dict__", Any.Unbound);
        _isLocal = !dict.IsUnbound && dict.Contains(attribute);
        _original = _isLocal ? dict[attribute] : Operators.GetAttr(_target, attribute, Any.Unbound);
        if (_target.Ref is PyModule && !Builtins.Find(attribute).IsUnbound)
            options = options with { Create = true };
        if (_original.IsUnbound && !options.Create)
            throw new AttributeError($"{Operators.Str(_target)} does not have the attribute '{attribute}'", attribute, _target);
        var value = MakesMock ? options.Make(_target, _original, attribute) : options.New;
        if (!MakesMock && !options.AutoSpec.IsNone)
            throw new TypeError("autospec creates the mock for you. Can't specify autospec and new.");
        if (!MakesMock && options.Settings.Count > 0)
            throw new TypeError("Can't pass kwargs to a mock we aren't creating");
        _target.Set(attribute, value);
        return value;
    }

    public override void Exit()
    {
        if (_isLocal)
        {
            _target.Set(attribute, _original);
        }
        else
        {
            _target.Delete(attribute);
            if (!options.Create && !Operators.HasAttr(_target, attribute))
                _target.Set(attribute, _original);
        }
        _original = Any.Unbound;
    }
}

/// <summary>Several attributes of one object: <c>patch.multiple</c>.</summary>
internal sealed class MultiplePatcher(IReadOnlyList<AttributePatcher> patchers) : Patcher
{
    protected override Patcher Copy() => new MultiplePatcher(patchers);

    protected override void Pass(Any entered, Arguments arguments) => arguments.Add(new StarStar(entered));

    public override Any Enter()
    {
        var made = new PyDict<Any, Any>();
        foreach (var patcher in patchers)
        {
            var value = patcher.Enter();
            if (patcher.MakesMock)
                made[patcher.Attribute] = value;
        }
        return made;
    }

    public override void Exit()
    {
        foreach (var patcher in patchers.Reverse())
            patcher.Exit();
    }
}

/// <summary>Items of a dictionary: <c>patch.dict</c>.</summary>
internal sealed class DictPatcher(Func<Any> target, Any values, PyDict more, bool clear) : Patcher
{
    private Any _dict;
    private Any _original;

    protected override Patcher Copy() => new DictPatcher(target, values, more, clear);

    protected override void Pass(Any entered, Arguments arguments)
    {
    }

    public override Any Enter()
    {
        _dict = target();
        _original = Operators.HasAttr(_dict, "copy") ? _dict.Invoke("copy") : DictType.Type.Call(_dict);
        if (clear)
            Clear();
        _dict.Invoke("update", values);
        _dict.Invoke("update", (PyObject)more);
        return _dict;
    }

    public override void Exit()
    {
        Clear();
        _dict.Invoke("update", _original);
    }

    private void Clear()
    {
        if (Operators.HasAttr(_dict, "clear"))
            _dict.Invoke("clear");
        else
            foreach (var key in Operators.ToList(_dict))
                _dict.DeleteItem(key);
    }
}
