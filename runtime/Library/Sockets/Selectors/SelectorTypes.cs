using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Selectors;

/// <summary>What all selectors have in common. See <see href="https://docs.python.org/3.13/library/selectors.html#selectors.BaseSelector">BaseSelector</see>.</summary>
internal static class SelectorTypes
{
    public const int Read = 1;
    public const int Write = 2;

    public static readonly Any Key = Modules.Import("collections").Invoke("namedtuple", new Arguments { "SelectorKey", Lib.List(["fileobj", "fd", "events", "data"]), { "module", "selectors" } });

    public static readonly PyType Base = new ClassMaker("BaseSelector", "selectors")
        .Abstract("register", "self, fileobj, events, data=None", static _ => throw new NotImplementedError())
        .Abstract("unregister", "self, fileobj", static _ => throw new NotImplementedError())
        .Method("modify", "self, fileobj, events, data=None", static a =>
        {
            a[0].Invoke("unregister", a[1]);
            return a[0].Invoke("register", a[1], a[2], a[3]);
        })
        .Abstract("select", "self, timeout=None", static _ => throw new NotImplementedError())
        .Method("close", static _ => Any.None)
        .Method("get_key", "fileobj", static (self, file) =>
        {
            var map = self.Invoke("get_map");
            if (map.IsNone)
                throw new RuntimeError("Selector is closed");
            try
            {
                return map[file];
            }
            catch (KeyError)
            {
                throw NotRegistered(file);
            }
        })
        .Abstract("get_map", "self", static _ => throw new NotImplementedError())
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, *args", static a => Lib.Do(() => a[0].Invoke("close")))
        .MakeAbstract();

    public static readonly PyType Implementation = new ClassMaker("_BaseSelectorImpl", "selectors")
        .Method("__init__", static self => Lib.Do(() =>
        {
            self.Set("_fd_to_key", new PyDict<Any, Any>());
            self.Set("_map", ((Any)SelectorMapping.Type).Call(self));
        }))
        .Method("_fileobj_lookup", "fileobj", static (self, file) => Lookup(self, file))
        .Method("register", "self, fileobj, events, data=None", static a => Register(a[0], a[1], a[2], a[3]))
        .Method("unregister", "fileobj", static (self, file) => Unregister(self, file))
        .Method("modify", "self, fileobj, events, data=None", static a =>
        {
            var key = Known(a[0], a[1]);
            if (!Operators.Equal(a[2], key.Get("events")))
            {
                a[0].Invoke("unregister", a[1]);
                return a[0].Invoke("register", a[1], a[2], a[3]);
            }
            return Replace(a[0], key, a[2], a[3]);
        })
        .Method("close", static self => Lib.Do(() =>
        {
            self.Get("_fd_to_key").Invoke("clear");
            self.Set("_map", Any.None);
        }))
        .Method("get_map", static self => self.Get("_map"))
        .MakeAbstract(Base);

    public static KeyError NotRegistered(Any file) => new($"{Operators.Repr(file)} is not registered");

    /// <summary>What the selector knows of a file.</summary>
    /// <exception cref="KeyError">It knows nothing.</exception>
    public static Any Known(Any self, Any file)
    {
        var (keys, descriptor) = (self.Get("_fd_to_key"), self.Invoke("_fileobj_lookup", file));
        return keys.Contains(descriptor) ? keys[descriptor] : throw NotRegistered(file);
    }

    /// <summary>Keeps the events of a file and changes its data.</summary>
    public static Any Replace(Any self, Any key, Any events, Any data)
    {
        if (Operators.Equal(events, key.Get("events")) && Operators.Equal(data, key.Get("data")))
            return key;
        key = key.Invoke("_replace", new Arguments { { "events", events }, { "data", data } });
        self.Get("_fd_to_key").SetItem(key.Get("fd"), key);
        return key;
    }

    private static Any Descriptor(Any file)
    {
        var number = file;
        if (!Builtins.IsInstance(file, IntType.Type))
        {
            try
            {
                number = Modules.Import("builtins").Invoke("int", file.Invoke("fileno"));
            }
            catch (Exception error) when (error is AttributeError or TypeError or ValueError)
            {
                throw new ValueError($"Invalid file object: {Operators.Repr(file)}");
            }
        }
        return number < 0 ? throw new ValueError($"Invalid file descriptor: {Operators.Str(number)}") : number;
    }

    /// <summary>The number of a file; of one that is closed, that under which it was registered.</summary>
    private static Any Lookup(Any self, Any file)
    {
        try
        {
            return Descriptor(file);
        }
        catch (ValueError)
        {
            foreach (var key in self.Get("_fd_to_key").Invoke("values"))
                if (Operators.Is(key.Get("fileobj"), file))
                    return key.Get("fd");
            throw;
        }
    }

    public static Any Register(Any self, Any file, Any events, Any data)
    {
        if (!events.Truth || (Lib.Int(events) & ~(Read | Write)) != 0)
            throw new ValueError($"Invalid events: {Operators.Repr(events)}");
        var key = Key.Call(new Arguments { file, self.Invoke("_fileobj_lookup", file), events, data });
        if (self.Get("_fd_to_key").Contains(key.Get("fd")))
            throw new KeyError($"{Operators.Repr(file)} (FD {Operators.Str(key.Get("fd"))}) is already registered");
        self.Get("_fd_to_key").SetItem(key.Get("fd"), key);
        return key;
    }

    public static Any Unregister(Any self, Any file)
    {
        var key = Known(self, file);
        self.Get("_fd_to_key").DeleteItem(key.Get("fd"));
        return key;
    }
}
