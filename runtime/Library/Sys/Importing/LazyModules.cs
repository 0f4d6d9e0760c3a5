using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>Modules that run when something first looks at them: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.LazyLoader">LazyLoader</see>.</summary>
internal static class LazyModules
{
    private static readonly PyType s_module = new ClassMaker("_LazyModule", "importlib.util")
        .Method("__getattribute__", "attr", static (self, name) => Read(self, Operators.Str(name)))
        .Method("__delattr__", "attr", static (self, name) => Lib.Do(() =>
        {
            Read(self, Operators.Str(name));
            Operators.GenericDelete(self, Operators.Str(name));
        }))
        .Make(PyModule.BaseType);

    public static readonly PyType Loader = new ClassMaker("LazyLoader", "importlib.util")
        .ClassMethod("factory", "cls, loader", static a =>
        {
            Check(a[1]);
            var (cls, loader) = (a[0], a[1]);
            return new PyFunction("LazyLoader.factory.<locals>.<lambda>", "*args, **kwargs", (Any[] given) => cls.Call(loader.Call(new Arguments { new Star(given[0]), new StarStar(given[1]) })));
        })
        .Method("__init__", "loader", static (self, loader) => Lib.Do(() =>
        {
            Check(loader);
            self.Set("loader", loader);
        }))
        .Method("create_module", "spec", static (self, spec) => self.Get("loader").Invoke("create_module", spec))
        .Method("exec_module", "module", static (self, module) => Lib.Do(() => Defer(self.Get("loader"), module)))
        .Make(AbstractLoaders.Loader);

    private static void Check(Any loader)
    {
        if (!Operators.HasAttr(loader, "exec_module"))
            throw new TypeError("loader must define exec_module()");
    }

    /// <summary>Notes what a module has and who loads it; its class loads it when an attribute is asked for.</summary>
    private static void Defer(Any loader, Any module)
    {
        module.Get("__spec__").Set("loader", loader);
        module.Set("__loader__", loader);
        module.Get("__spec__").Set("loader_state", new PyDict<Any, Any>
        {
            ["__dict__"] = module.Get("__dict__").Invoke("copy"),
            ["__class__"] = module.Get("__class__"),
            ["lock"] = Modules.ImportFrom("threading", "RLock").Call(),
            ["is_loading"] = false,
        });
        module.Set("__class__", s_module);
    }

    private static Any Read(Any self, string name)
    {
        var spec = Operators.GenericRead(self, "__spec__");
        var state = spec.Get("loader_state");
        var taken = state["lock"].Invoke("__enter__");
        try
        {
            if (PyType.Of(self) == s_module)
            {
                if (state["is_loading"].Truth && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))
                    return Operators.GenericRead(self, name);
                Operators.SetItem(state, "is_loading", true);
                Load(self, spec, state);
            }
        }
        finally
        {
            state["lock"].Invoke("__exit__", Any.None, Any.None, Any.None);
        }
        return Operators.GetAttr(self, name);
    }

    private static void Load(Any self, Any spec, Any state)
    {
        var now = Operators.GenericRead(self, "__dict__");
        var then = state["__dict__"];
        var changed = new PyDict<Any, Any>();
        foreach (var key in Operators.ToList(now))
            if (!Operators.Contains(then, key) || !Operators.Is(then[key], now[key]))
                changed[key] = now[key];
        spec.Get("loader").Invoke("exec_module", self);
        if (Modules.Loaded.TryGetValue(spec.Get("name"), out var loaded) && !Operators.Is(loaded, self))
            throw new ValueError($"module object for {Operators.Repr(spec.Get("name"))} substituted in sys.modules during a lazy load");
        now.Invoke("update", changed);
        Operators.GenericSet(self, "__class__", state["__class__"]);
    }
}
