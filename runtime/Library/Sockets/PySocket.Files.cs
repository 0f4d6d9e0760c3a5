using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Sockets as files: one that files still use is closed with the last of them. See <see href="https://docs.python.org/3.13/library/socket.html#socket.socket.makefile">makefile</see>.</summary>
internal sealed partial class PySocket
{
    /// <summary>How many files use the socket.</summary>
    private int _files;

    private bool _wantsClose;

    /// <summary>The raw stream of a socket: <c>socket.SocketIO</c>.</summary>
    public static readonly PyType RawFile = new ClassMaker("SocketIO", "socket")
        .Method("__init__", "self, sock, mode", static a => Lib.Do(() =>
        {
            if (a[2].Ref is not ("r" or "w" or "rw" or "rb" or "wb" or "rwb"))
                throw new ValueError($"invalid mode: {Operators.Repr(a[2])}");
            a[0].Set("_sock", a[1]);
            a[0].Set("_mode", a[2].Contains("b") ? a[2] : a[2] + "b");
            a[0].Set("_timeout_occurred", false);
        }))
        .Method("readinto", "b", static (self, buffer) => ReadInto(self, buffer))
        .Method("write", "b", static (self, data) => Open(self, "writable").Get("_sock").Invoke("send", data))
        .Method("readable", static self => Open(self).Get("_mode").Contains("r"))
        .Method("writable", static self => Open(self).Get("_mode").Contains("w"))
        .Method("seekable", static self => Open(self).IsUnbound)
        .Method("fileno", static self => Open(self).Get("_sock").Invoke("fileno"))
        .Property("name", static self => self.Get("closed").Truth ? -1 : self.Invoke("fileno"))
        .Property("mode", static self => self.Get("_mode"))
        .Method("close", static self => Lib.Do(() =>
        {
            if (self.Get("closed").Truth)
                return;
            ((Any)(PyType)Modules.ImportFrom("io", "RawIOBase").Ref!).Get("close").Call(self);
            Self(self.Get("_sock")).LetGo();
            self.Set("_sock", Any.None);
        }))
        .Make((PyType)Modules.ImportFrom("io", "RawIOBase").Ref!);

    private static Any Open(Any self, string? kind = null)
    {
        if (self.Get("closed").Truth)
            throw new ValueError("I/O operation on closed " + (kind is null ? "socket." : "file."));
        return kind is null || self.Invoke(kind).Truth ? self : throw (BaseException)Modules.ImportFrom("io", "UnsupportedOperation").Call($"File or stream is not {kind}.").Ref!;
    }

    private static Any ReadInto(Any self, Any buffer)
    {
        Open(self, "readable");
        if (self.Get("_timeout_occurred").Truth)
            throw new OSError("cannot read from timed out object");
        try
        {
            return self.Get("_sock").Invoke("recv_into", buffer);
        }
        catch (TimeoutError)
        {
            self.Set("_timeout_occurred", true);
            throw;
        }
        catch (BlockingIOError)
        {
            return Any.None;
        }
    }

    /// <summary>A file on the socket.</summary>
    private static Any MakeFile(Any[] a)
    {
        var mode = Lib.Text(a[1]);
        if (mode.Any(static c => c is not ('r' or 'w' or 'b')))
            throw new ValueError($"invalid mode {Str.Repr(mode)} (only r, w, b allowed)");
        var (writes, isBinary) = (mode.Contains('w', StringComparison.Ordinal), mode.Contains('b', StringComparison.Ordinal));
        var reads = mode.Contains('r', StringComparison.Ordinal) || !writes;
        var io = Modules.Import("io");
        var size = a[2].IsNone || a[2] < 0 ? io.Get("DEFAULT_BUFFER_SIZE") : a[2];
        if (!size.Truth && !isBinary)
            throw new ValueError("unbuffered streams must be binary");
        var raw = ((Any)RawFile).Call(a[0], (reads ? "r" : "") + (writes ? "w" : ""));
        Self(a[0])._files++;
        if (!size.Truth)
            return raw;
        var buffered = reads && writes ? io.Invoke("BufferedRWPair", raw, raw, size) : io.Invoke(reads ? "BufferedReader" : "BufferedWriter", raw, size);
        if (isBinary)
            return buffered;
        var text = io.Invoke("TextIOWrapper", new Arguments { buffered, io.Invoke("text_encoding", a[3]), a[4], a[5] });
        text.Set("mode", mode);
        return text;
    }

    private void Close()
    {
        _wantsClose = true;
        if (_files > 0)
            return;
        _isClosed = true;
        Socket.Dispose();
    }

    /// <summary>A file on the socket was closed.</summary>
    private void LetGo()
    {
        _files = Math.Max(0, _files - 1);
        if (_wantsClose)
            Close();
    }
}
