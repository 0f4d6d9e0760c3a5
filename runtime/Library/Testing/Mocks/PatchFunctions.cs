using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>What a patch puts in place.</summary>
internal sealed record PatchOptions(Any New, Any Spec, bool Create, Any SpecSet, Any AutoSpec, Any NewCallable, PyDict Settings)
{
    /// <summary>The mock for an attribute.</summary>
    public Any Make(Any target, Any original, string attribute)
    {
        if (!AutoSpec.IsNone && AutoSpec.Truth)
            return Shaped(target, original, attribute);
        var (spec, specSet) = (Falsy(Spec), Falsy(SpecSet));
        if (spec.IsBool)
            spec = original;
        if (specSet.IsBool)
            (spec, specSet) = (Any.None, spec.IsNone ? original : spec);
        var model = specSet.IsNone ? spec : specSet;
        if (!model.IsNone && original.IsUnbound)
            throw new TypeError("Can't use 'spec' with create=True");
        var kind = NewCallable;
        if (kind.IsNone)
            kind = !(model.IsNone && original.IsUnbound) && InspectRules.IsCoroutineFunction(model.IsNone ? Operators.GetAttr(original, "__func__", original) : model) ? MockTypes.Async : model.IsNone || (IsList(model) ? model.Contains("__call__") : Builtins.Callable(model)) ? MockTypes.Magic : MockTypes.NonCallableMagic;
        var arguments = new Arguments();
        if (!spec.IsNone)
            arguments.Add("spec", spec);
        if (!specSet.IsNone)
            arguments.Add("spec_set", specSet);
        if (kind.Ref is PyType type && type.IsSubclassOf(MockTypes.NonCallable) && !Settings.ContainsAny("name"))
            arguments.Add("name", attribute);
        arguments.Add(new StarStar((PyObject)Settings));
        var made = kind.Call(arguments);
        if (!model.IsNone && original.Ref is PyType && made.Ref is Mock mock && !Settings.ContainsAny("return_value"))
        {
            var inner = !IsList(model) && !AutoSpecs.IsInstanceCallable(model) ? MockTypes.NonCallableMagic : kind;
            made.Set("return_value", inner.Call(new Arguments { { specSet.IsNone ? "spec" : "spec_set", model }, { "_new_parent", mock }, { "_new_name", "()" }, new StarStar((PyObject)Settings) }));
        }
        return made;
    }

    private Any Shaped(Any target, Any original, string attribute)
    {
        if (original.IsUnbound)
            throw new TypeError("Can't use 'autospec' with create=True");
        var spec = AutoSpec.IsBool ? original : AutoSpec;
        if (target.Ref is Mock)
            throw new InvalidSpecError($"Cannot autospec attr {Str.Repr(attribute)} as the patch target has already been mocked out. [target={Operators.Repr(target)}, attr={Operators.Repr(spec)}]");
        if (spec.Ref is Mock)
            throw new InvalidSpecError($"Cannot autospec attr {Str.Repr(attribute)} from target {Operators.Repr(Operators.GetAttr(target, "__name__", target))} as it has already been mocked out. [target={Operators.Repr(target)}, attr={Operators.Repr(spec)}]");
        return AutoSpecs.Create(spec, SpecSet.Truth, instance: false, null, attribute, new PyDict<Any, Any>(Settings.Entries().Select(static e => new KeyValuePair<Any, Any>(e.Key, e.Value))));
    }

    private static bool IsList(Any value) => MockTypes.IsList(value);

    private static Any Falsy(Any value) => value.IsBool && !value.Truth ? Any.None : value;
}

/// <summary>The function <c>patch</c> with its companions. See <see href="https://docs.python.org/3.13/library/unittest.mock.html#the-patchers">patchers</see>.</summary>
internal static class PatchFunctions
{
    private const string Options = "new=, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs";

    public static readonly Any Patch = Create();

    /// <summary>What names of test methods begin with: <c>patch.TEST_PREFIX</c>.</summary>
    public static Any Prefix => Patch.Get("TEST_PREFIX");

    private static Any Create()
    {
        Any patch = new PyFunction("patch", "target, " + Options, static (Any[] a) =>
        {
            var (target, attribute) = Split(a[0]);
            return new AttributePatcher(() => Resolve(target), attribute, Read(a, 1));
        }, Sentinels.Default) { Module = "unittest.mock" };
        patch.Set("object", new PyFunction("_patch_object", "target, attribute, " + Options, static (Any[] a) => a[0].Ref is string
            ? throw new TypeError($"{Operators.Repr(a[0])} must be the actual object to be patched, not a str")
            : new AttributePatcher(() => a[0], Operators.Str(a[1]), Read(a, 2)), Sentinels.Default) { Module = "unittest.mock" });
        patch.Set("dict", new PyFunction("_patch_dict", "in_dict, values=(), clear=False, **kwargs", static (Any[] a) => new DictPatcher(Target(a[0]), a[1], Lib.Dict(a[3]), a[2].Truth)) { Module = "unittest.mock" });
        patch.Set("multiple", new PyFunction("_patch_multiple", "target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs", static (Any[] a) =>
        {
            var settings = Lib.Dict(a[6]);
            if (settings.Count == 0)
                throw new ValueError("Must supply at least one keyword argument with patch.multiple");
            return new MultiplePatcher([.. settings.Entries().Select(e => new AttributePatcher(Target(a[0]), Operators.Str(e.Key), new PatchOptions(e.Value, a[1], a[2].Truth, a[3], a[4], a[5], new PyDict<Any, Any>())))]);
        }) { Module = "unittest.mock" });
        patch.Set("stopall", new PyFunction("_patch_stopall", "", static () => Lib.Do(Patcher.StopAll)) { Module = "unittest.mock" });
        patch.Set("TEST_PREFIX", "test");
        return patch;
    }

    private static PatchOptions Read(Any[] a, int at)
    {
        if (!a[at + 5].IsNone && !Operators.Is(a[at], Sentinels.Default))
            throw new ValueError("Cannot use 'new' and 'new_callable' together");
        if (!a[at + 5].IsNone && !a[at + 4].IsNone)
            throw new ValueError("Cannot use 'autospec' and 'new_callable' together");
        if (!a[at + 6].Truth)
            AutoSpecs.CheckTypos(Lib.Dict(a[at + 7]));
        return new PatchOptions(a[at], a[at + 1], a[at + 2].Truth, a[at + 3], a[at + 4], a[at + 5], Lib.Dict(a[at + 7]));
    }

    private static Func<Any> Target(Any target) => target.Ref is string name ? () => Resolve(name) : () => target;

    public static (string Target, string Attribute) Split(Any target)
        => target.Ref is string text && text.LastIndexOf('.') is > 0 and var dot ? (text[..dot], text[(dot + 1)..]) : throw new TypeError($"Need a valid target to patch. You supplied: {Operators.Repr(target)}");

    /// <summary>The object of a dotted name, importing modules on the way.</summary>
    public static Any Resolve(string name)
    {
        var parts = name.Split('.');
        var value = Modules.Import(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            var next = Operators.GetAttr(value, parts[i], Any.Unbound);
            value = next.IsUnbound ? Modules.Import(string.Join('.', parts[..(i + 1)])) : next;
        }
        return value;
    }
}
