using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Selectors;

/// <summary>Selectors by the calls of the system that wait. See <see href="https://docs.python.org/3.13/library/selectors.html#selectors.SelectSelector">SelectSelector</see> and its kin.</summary>
internal static class WaitingSelectors
{
    private const int Readable = 1;
    private const int Writable = 4;

    public static readonly PyType Select = new ClassMaker("SelectSelector", "selectors")
        .Method("__init__", static self => Lib.Do(() =>
        {
            Base(self, "__init__");
            self.Set("_readers", new PySet<Any>());
            self.Set("_writers", new PySet<Any>());
        }))
        .Method("register", "self, fileobj, events, data=None", static a =>
        {
            var key = SelectorTypes.Register(a[0], a[1], a[2], a[3]);
            if ((Lib.Int(key.Get("events")) & SelectorTypes.Read) != 0)
                a[0].Get("_readers").Invoke("add", key.Get("fd"));
            if ((Lib.Int(key.Get("events")) & SelectorTypes.Write) != 0)
                a[0].Get("_writers").Invoke("add", key.Get("fd"));
            return key;
        })
        .Method("unregister", "fileobj", static (self, file) =>
        {
            var key = SelectorTypes.Unregister(self, file);
            self.Get("_readers").Invoke("discard", key.Get("fd"));
            self.Get("_writers").Invoke("discard", key.Get("fd"));
            return key;
        })
        .Method("select", "timeout=None", static (self, timeout) =>
        {
            var limit = timeout.IsNone ? timeout : timeout < 0 ? 0 : timeout;
            var found = Modules.Import("select").Invoke("select", new Arguments { self.Get("_readers"), self.Get("_writers"), new PyList<Any>(), limit });
            var (readers, writers) = (Operators.ToList(found[0]), Operators.ToList(found[1]));
            return Ready(self, readers.Concat(writers.Where(w => !readers.Contains(w))).Select(fd => (fd, (readers.Contains(fd) ? SelectorTypes.Read : 0) | (writers.Contains(fd) ? SelectorTypes.Write : 0))));
        })
        .MakeAbstract(SelectorTypes.Implementation);

    private static readonly PyType s_polling = new ClassMaker("_PollLikeSelector", "selectors")
        .Attribute("_selector_cls", Modules.Import("select").Get("poll"))
        .Method("__init__", static self => Lib.Do(() =>
        {
            Base(self, "__init__");
            self.Set("_selector", self.Get("_selector_cls").Call());
        }))
        .Method("register", "self, fileobj, events, data=None", static a =>
        {
            var key = SelectorTypes.Register(a[0], a[1], a[2], a[3]);
            a[0].Get("_selector").Invoke("register", key.Get("fd"), Mask(a[2]));
            return key;
        })
        .Method("unregister", "fileobj", static (self, file) =>
        {
            var key = SelectorTypes.Unregister(self, file);
            try
            {
                self.Get("_selector").Invoke("unregister", key.Get("fd"));
            }
            catch (Exception error) when (error is OSError or KeyError)
            {
                // The file may have been closed in the meantime.
            }
            return key;
        })
        .Method("modify", "self, fileobj, events, data=None", static a =>
        {
            var key = SelectorTypes.Known(a[0], a[1]);
            if (!Operators.Equal(a[2], key.Get("events")))
            {
                try
                {
                    a[0].Get("_selector").Invoke("modify", key.Get("fd"), Mask(a[2]));
                }
                catch (BaseException)
                {
                    SelectorTypes.Unregister(a[0], a[1]);
                    throw;
                }
            }
            return SelectorTypes.Replace(a[0], key, a[2], a[3]);
        })
        .Method("select", "timeout=None", static (self, timeout) =>
        {
            var limit = timeout.IsNone ? timeout : timeout <= 0 ? 0 : (Any)(long)Math.Ceiling(Lib.Real(timeout) * 1000);
            return Ready(self, Operators.ToList(self.Get("_selector").Invoke("poll", limit)).Select(static found =>
            {
                var bits = Lib.Int(found[1]);
                return (found[0], ((bits & ~Readable) != 0 ? SelectorTypes.Write : 0) | ((bits & ~Writable) != 0 ? SelectorTypes.Read : 0));
            }));
        })
        .MakeAbstract(SelectorTypes.Implementation);

    public static readonly PyType Poll = new ClassMaker("PollSelector", "selectors").MakeAbstract(s_polling);

    /// <summary>The best of Linux, which waits by <c>poll</c> here.</summary>
    public static readonly PyType Epoll = new ClassMaker("EpollSelector", "selectors")
        .Method("register", "self, fileobj, events, data=None", static a =>
        {
            var key = ((Any)s_polling).Get("register").Call(new Arguments { a[0], a[1], a[2], a[3] });
            var mode = Modules.Import("os").Invoke("fstat", key.Get("fd")).Get("st_mode");
            if (!Modules.Import("stat").Invoke("S_ISREG", mode).Truth && !Modules.Import("stat").Invoke("S_ISDIR", mode).Truth)
                return key;
            // Such files are always ready, and epoll takes none.
            a[0].Invoke("unregister", a[1]);
            throw OSError.Create(1, "Operation not permitted");
        })
        .MakeAbstract(s_polling);

    private static void Base(Any self, string method) => ((Any)SelectorTypes.Implementation).Get(method).Call(self);

    private static int Mask(Any events) => ((Lib.Int(events) & SelectorTypes.Read) != 0 ? Readable : 0) | ((Lib.Int(events) & SelectorTypes.Write) != 0 ? Writable : 0);

    /// <summary>The pairs of key and events that <c>select</c> gives.</summary>
    private static PyList<Any> Ready(Any self, IEnumerable<(Any Descriptor, int Events)> found)
    {
        var keys = self.Get("_fd_to_key");
        var result = new PyList<Any>();
        foreach (var (descriptor, events) in found)
            if (keys.Contains(descriptor) && (events & Lib.Int(keys[descriptor].Get("events"))) is not 0 and var wanted)
                result.Append(PyTuple.Of(keys[descriptor], wanted));
        return result;
    }
}
