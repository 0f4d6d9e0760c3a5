using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>What all transports have: what they tell of themselves, and when they hold their protocol up (<c>asyncio.transports._FlowControlMixin</c>).</summary>
internal class TransportFlow : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("_FlowControlMixin", "asyncio.transports", static () => new TransportFlow(), Protocols.Transport)
        .Action("__init__", "self, extra=None, loop=None", static a => Flow(a[0]).Initialise(a[2].IsNone ? throw new AssertionError() : a[2], a[1]))
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => Flow(self).Extra.TryGetValue(name, out var known) ? known : fallback)
        .Method("get_write_buffer_limits", static self => PyTuple.Of(Flow(self)._low, Flow(self)._high))
        .Action("set_write_buffer_limits", "self, high=None, low=None", static a =>
        {
            Flow(a[0]).SetLimits(a[1], a[2]);
            Flow(a[0]).PauseIfFull();
        })
        .Action("_set_write_buffer_limits", "self, high=None, low=None", static a => Flow(a[0]).SetLimits(a[1], a[2]))
        .Action("_maybe_pause_protocol", static self => Flow(self).PauseIfFull())
        .Action("_maybe_resume_protocol", static self => Flow(self).ResumeIfEmptied())
        .Method("get_write_buffer_size", static _ => throw new NotImplementedError())
        .Property("_extra", static self => Flow(self).Extra, static (self, v) => Flow(self).Extra = (PyDict<Any, Any>)v.Ref!)
        .Property("_protocol", static self => Flow(self).Protocol, static (self, v) => Flow(self).Protocol = v)
        .Property("_protocol_paused", static self => Flow(self).IsProtocolPaused, static (self, v) => Flow(self).IsProtocolPaused = v.Truth)
        .Property("_high_water", static self => Flow(self)._high)
        .Property("_low_water", static self => Flow(self)._low)
        .Property("_loop", static self => Flow(self)._loop, static (self, v) => Flow(self)._loop = v);

    private Any _loop = Any.None;
    private long _high = 64 * 1024;
    private long _low = 16 * 1024;

    private protected override PyType NativeClass => Type;

    /// <summary>Whether the protocol was asked to write no more.</summary>
    internal bool IsProtocolPaused { get; private set; }

    internal Any Protocol { get; set; } = Any.None;

    internal PyDict<Any, Any> Extra { get; private set; } = [];

    /// <summary>Whether nothing more is read, and what is still to be written is the last.</summary>
    internal virtual bool IsClosing => false;

    private protected EventLoop Loop => (EventLoop)_loop.Ref!;

    /// <summary>How many bytes wait to be written.</summary>
    private protected virtual long BufferSize => (long)Lib.Int(((Any)this).Invoke("get_write_buffer_size"));

    private static TransportFlow Flow(Any o) => (TransportFlow)o.Ref!;

    private protected void Initialise(Any loop, Any extra)
    {
        _loop = loop;
        if (extra.Ref is PyDict<Any, Any> given)
            Extra = given;
    }

    private void SetLimits(Any high, Any low)
    {
        var h = high.IsNone ? low.IsNone ? 64 * 1024 : 4 * (long)Lib.Int(low) : (long)Lib.Int(high);
        var l = low.IsNone ? h / 4 : (long)Lib.Int(low);
        if (!(h >= l && l >= 0))
            throw new ValueError($"high ({h}) must be >= low ({l}) must be >= 0");
        (_high, _low) = (h, l);
    }

    private protected void PauseIfFull()
    {
        if (IsProtocolPaused || BufferSize <= _high)
            return;
        IsProtocolPaused = true;
        Tell("pause_writing");
    }

    private protected void ResumeIfEmptied()
    {
        if (!IsProtocolPaused || BufferSize > _low)
            return;
        IsProtocolPaused = false;
        Tell("resume_writing");
    }

    private void Tell(string method)
    {
        try
        {
            Protocol.Invoke(method);
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            Report(error, $"protocol.{method}() failed");
        }
    }

    /// <summary>Tells the loop of a failure that nobody waits for.</summary>
    private protected void Report(BaseException error, string message)
    {
        var context = new PyDict<Any, Any> { ["message"] = message, ["exception"] = error, ["transport"] = this, ["protocol"] = Protocol };
        if (_loop.Ref is EventLoop own)
            own.CallExceptionHandler(context);
        else
            _loop.Invoke("call_exception_handler", context);
    }
}
