using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <see href="https://docs.python.org/3.13/library/select.html#polling-objects">select.poll()</see> gives.</summary>
internal sealed class Poller : PyObject
{
    private const int Everything = 1 | 2 | 4;

    private static readonly PyType s_type = PyType.Builtin("poll", module: "select")
        .Method("register", "self, fd, eventmask=7, /", static a => Lib.Do(() => Self(a[0])._events[SelectModule.Descriptor(a[1])] = Mask(a[2])), Everything)
        .Method("modify", "self, fd, eventmask, /", static a => Lib.Do(() => Self(a[0]).Modify(SelectModule.Descriptor(a[1]), Mask(a[2]))))
        .Method("unregister", "self, fd, /", static (self, fd) => Self(self)._events.Remove(SelectModule.Descriptor(fd)) ? Any.None : throw new KeyError(SelectModule.Descriptor(fd)))
        .Method("poll", "self, timeout=None, /", static (self, timeout) => Self(self).Poll(timeout));

    private readonly SortedDictionary<int, short> _events = [];

    private static Poller Self(Any o) => (Poller)o.Ref!;

    public override PyType Class => s_type;

    private static short Mask(Any events) => Lib.Int(events) switch
    {
        < 0 => throw new ValueError("value must be positive"),
        > ushort.MaxValue => throw new OverflowError("Python int too large for C unsigned short"),
        var mask => unchecked((short)mask),
    };

    private void Modify(int descriptor, short events)
    {
        if (!_events.ContainsKey(descriptor))
            throw new FileNotFoundError(2, "No such file or directory");
        _events[descriptor] = events;
    }

    private PyList<Any> Poll(Any timeout)
    {
        if (!timeout.IsNone && !FloatType.TryConvert(timeout, out _))
            throw new TypeError("timeout must be an integer or None");
        SelectModule.Entry[] entries = [.. _events.Select(static e => new SelectModule.Entry { Descriptor = e.Key, Wanted = e.Value })];
        SelectModule.Wait(entries, timeout.IsNone ? -1 : FloatType.TryConvert(timeout, out var milliseconds) ? milliseconds : -1);
        return new PyList<Any>(entries.Where(static e => e.Found != 0).Select(static e => (Any)PyTuple.Of(e.Descriptor, (long)(ushort)e.Found)));
    }
}
