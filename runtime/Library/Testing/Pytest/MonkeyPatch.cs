using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary><c>monkeypatch</c>: changes that are taken back. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.MonkeyPatch">MonkeyPatch</see>.</summary>
internal sealed class MonkeyPatch : PyObject
{
    public static readonly PyType Type = PyType.Builtin("MonkeyPatch", module: "pytest")
        .New("cls", static _ => new MonkeyPatch())
        .Method("setattr", "self, target, name, value=, raising=True", static a => Lib.Do(() => Self(a[0]).SetAttribute(a[1], a[2], a[3], a[4].Truth)), Any.Unbound)
        .Method("delattr", "self, target, name=, raising=True", static a => Lib.Do(() => Self(a[0]).DeleteAttribute(a[1], a[2], a[3].Truth)), Any.Unbound)
        .Method("setitem", "self, dic, name, value", static a => Lib.Do(() => Self(a[0]).SetItem(a[1], a[2], a[3])))
        .Method("delitem", "self, dic, name, raising=True", static a => Lib.Do(() => Self(a[0]).DeleteItem(a[1], a[2], a[3].Truth)))
        .Method("setenv", "self, name, value, prepend=None", static a => Lib.Do(() => Self(a[0]).SetVariable(a[1], a[2], a[3])))
        .Method("delenv", "self, name, raising=True", static a => Lib.Do(() => Self(a[0]).DeleteItem(Environ, a[1], a[2].Truth)))
        .Method("chdir", "self, path", static (o, path) => Lib.Do(() => Self(o).ChangeFolder(path)))
        .Method("syspath_prepend", "self, path", static (o, path) => Lib.Do(() => Self(o).PrependPath(path)))
        .Method("undo", static o => Lib.Do(Self(o).Undo))
        .ClassMethod("context", "cls", static _ => new Block());

    private readonly List<Action> _undo = [];

    public override PyType Class => Type;

    private static Any Environ => Modules.Import("os").Get("environ");

    private static MonkeyPatch Self(Any o) => (MonkeyPatch)o.Ref!;

    /// <summary>Takes all changes back, the last one first.</summary>
    public void Undo()
    {
        foreach (var action in Enumerable.Reverse(_undo))
            action();
        _undo.Clear();
    }

    /// <summary>The object that a dotted path names, and the name of its attribute.</summary>
    private static (Any Target, string Name) Resolve(Any path)
    {
        if (path.Ref is not string text || !text.Contains('.', StringComparison.Ordinal))
            throw new TypeError($"must be absolute import path string, not {Operators.Repr(path)}");
        var parts = text.Split('.');
        var found = Modules.Import(parts[0]);
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var next = Operators.GetAttr(found, parts[i], Any.Unbound);
            if (next.IsUnbound)
            {
                Modules.Import(string.Join('.', parts[..(i + 1)]));
                next = found.Get(parts[i]);
            }
            found = next;
        }
        return (found, parts[^1]);
    }

    private void SetAttribute(Any target, Any name, Any value, bool mustExist)
    {
        string attribute;
        if (value.IsUnbound)
        {
            if (target.Ref is not string)
                throw new TypeError("use setattr(target, name, value) or setattr(target, value) with target being a dotted import string");
            value = name;
            (target, attribute) = Resolve(target);
        }
        else
        {
            attribute = Lib.Text(name);
        }
        var before = Before(target, attribute);
        if (mustExist && before.IsUnbound && !Operators.HasAttr(target, attribute))
            throw new AttributeError($"{Operators.Repr(target)} has no attribute {Core.Str.Repr(attribute)}", attribute, target);
        _undo.Add(() => Restore(target, attribute, before));
        target.Set(attribute, value);
    }

    private void DeleteAttribute(Any target, Any name, bool mustExist)
    {
        string attribute;
        if (name.IsUnbound)
            (target, attribute) = Resolve(target);
        else
            attribute = Lib.Text(name);
        if (!Operators.HasAttr(target, attribute))
        {
            if (mustExist)
                throw new AttributeError(attribute, attribute, target);
            return;
        }
        var before = Before(target, attribute);
        _undo.Add(() => Restore(target, attribute, before));
        Operators.DelAttr(target, attribute);
    }

    /// <summary>What to put back: of a class what it has itself, not what a descriptor makes of it.</summary>
    private static Any Before(Any target, string attribute)
        => target.Ref is PyType type ? type.Namespace.TryGetValue(attribute, out var own) ? own : Any.Unbound : Operators.GetAttr(target, attribute, Any.Unbound);

    private static void Restore(Any target, string attribute, Any before)
    {
        if (before.IsUnbound)
            Operators.DelAttr(target, attribute);
        else
            target.Set(attribute, before);
    }

    private void SetItem(Any mapping, Any key, Any value)
    {
        KeepItem(mapping, key);
        Operators.SetItem(mapping, key, value);
    }

    private void DeleteItem(Any mapping, Any key, bool mustExist)
    {
        if (!Operators.Contains(mapping, key))
        {
            if (mustExist)
                throw new KeyError(key);
            return;
        }
        KeepItem(mapping, key);
        Operators.DelItem(mapping, key);
    }

    private void KeepItem(Any mapping, Any key)
    {
        var before = Operators.Contains(mapping, key) ? Operators.GetItem(mapping, key) : Any.Unbound;
        _undo.Add(() =>
        {
            if (!before.IsUnbound)
                Operators.SetItem(mapping, key, before);
            else if (Operators.Contains(mapping, key))
                Operators.DelItem(mapping, key);
        });
    }

    private void SetVariable(Any name, Any value, Any prepend)
    {
        var text = Operators.Str(value);
        if (value.Ref is not string)
            Warnings.Issue(UserWarning.Type, $"Value of environment variable {Operators.Str(name)} type should be str, but got {Operators.Repr(value)} (type: {PyType.Of(value).Name}); converted to str implicitly");
        if (!prepend.IsNone && Operators.Contains(Environ, name))
            text += Operators.Str(prepend) + Operators.Str(Operators.GetItem(Environ, name));
        SetItem(Environ, name, text);
    }

    private void ChangeFolder(Any path)
    {
        var os = Modules.Import("os");
        var before = os.Invoke("getcwd");
        _undo.Add(() => os.Invoke("chdir", before));
        os.Invoke("chdir", path);
    }

    private void PrependPath(Any path)
    {
        var list = Modules.Import("sys").Get("path");
        var before = new PyList<Any>(Operators.ToList(list));
        _undo.Add(() => Operators.SetItem(list, new PySlice(Any.None, Any.None, Any.None), before));
        list.Invoke("insert", 0, Operators.Str(path));
    }

    /// <summary><c>with MonkeyPatch.context() as patch</c>.</summary>
    private sealed class Block : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_GeneratorContextManager", module: "contextlib")
            .Method("__enter__", static o => ((Block)o.Ref!).Patch)
            .Method("__exit__", "self, *exc_info", static (o, _) =>
            {
                ((Block)o.Ref!).Patch.Undo();
                return false;
            });

        public override PyType Class => s_type;

        private MonkeyPatch Patch { get; } = new();
    }
}
