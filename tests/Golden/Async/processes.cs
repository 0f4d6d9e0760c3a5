using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Processes;

/// <summary>Subprocesses: pipes, communicate, timeouts, signals, a pipeline.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Sp = Any.Unbound;
    internal static Any Signal = Any.Unbound;
    internal static Any Watch = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("processes.py", args, Run);

    public static async Coro ReadLines(Any stream, string prefix)
    {
        await foreach (var line in AsyncIteration.Of(stream))
        {
            Print(prefix, line.Invoke("decode").Invoke("rstrip"));
        }
    }

    public static async Coro MainAsync()
    {
        Any p = await Asyncio.Get("create_subprocess_exec").Call(new Arguments { "sh", "-c", "echo out; echo err >&2; exit 3", { "stdout", Sp.Get("PIPE") }, { "stderr", Sp.Get("PIPE") } });
        TaskGroup tg = new TaskGroup();
        var manager = AsyncContext.Of(tg);
        await manager.EnterAsync();
        try
        {
            _ = tg.CreateTask(ReadLinesCoroutine(p.Get("stdout"), "O"));
            _ = tg.CreateTask(ReadLinesCoroutine(p.Get("stderr"), "E"));
        }
        catch (BaseException error)
        {
            if (!await manager.ExitAsync(error))
            {
                throw;
            }
        }
        finally
        {
            await manager.ExitAsync();
        }
        Print(await p.Invoke("wait"), p.Get("returncode"));
        p = await Asyncio.Get("create_subprocess_exec").Call(new Arguments { "cat", { "stdin", Sp.Get("PIPE") }, { "stdout", Sp.Get("PIPE") } });
        var items = Operators.Unpack(await p.Invoke("communicate", PyBytes.FromLatin1("one\ntwo\n")), 2);
        Any @out = items[0];
        Any err = items[1];
        Print(@out, err, p.Get("returncode"));
        p = await Asyncio.Get("create_subprocess_shell").Call(new Arguments { "tr a-z A-Z | sort -r", { "stdin", Sp.Get("PIPE") }, { "stdout", Sp.Get("PIPE") } });
        foreach (var word in new string[] { "pear", "apple", "fig" })
        {
            _ = p.Get("stdin").Invoke("write", (Any)Str.Encode(word) + PyBytes.FromLatin1("\n"));
            await p.Get("stdin").Invoke("drain");
        }
        _ = p.Get("stdin").Invoke("close");
        await p.Get("stdin").Invoke("wait_closed");
        Print((await p.Get("stdout").Invoke("read")).Invoke("decode").Invoke("split"), await p.Invoke("wait"));
        p = await Asyncio.Get("create_subprocess_exec").Call("sleep", "10");
        _ = p.Invoke("terminate");
        Print("terminated", await p.Invoke("wait"), -Signal.Get("SIGTERM"));
        p = await Asyncio.Get("create_subprocess_exec").Call("sleep", "10");
        _ = p.Invoke("send_signal", Signal.Get("SIGKILL"));
        Print(await p.Invoke("wait"));
        try
        {
            _ = p.Invoke("kill");
        }
        catch (ProcessLookupError)
        {
            Print("gone");
        }
        p = await Asyncio.Get("create_subprocess_shell").Call(new Arguments { "echo both; echo both2 >&2", { "stdout", Sp.Get("PIPE") }, { "stderr", Sp.Get("STDOUT") } });
        Print(Sequences.Sorted(Sequences.Of((await p.Invoke("communicate"))[0].Invoke("split"))), p.Get("stderr"));
        p = await Asyncio.Get("create_subprocess_shell").Call(new Arguments { "echo $GREETING; pwd", { "stdout", Sp.Get("PIPE") }, { "stderr", Sp.Get("DEVNULL") }, { "env", new PyDict<Any, Any> { ["GREETING"] = "hallo" } }, { "cwd", "/" } });
        Print(await p.Get("stdout").Invoke("readline"), await p.Get("stdout").Invoke("readexactly", 2), p.Get("stdout").Invoke("at_eof"));
        try
        {
            await p.Get("stdout").Invoke("readexactly", 5);
        }
        catch (IncompleteReadError e)
        {
            Print(e);
        }
        Print(await p.Invoke("wait"), Operators.Compare(Comparison.Gt, p.Get("pid"), 0));
        try
        {
            await Asyncio.Get("create_subprocess_exec").Call("/no/such/program");
        }
        catch (FileNotFoundError e)
        {
            Print(e);
        }
        try
        {
            await Asyncio.Get("create_subprocess_exec").Call(new Arguments { "cat", { "universal_newlines", true } });
        }
        catch (ValueError e)
        {
            Print(e);
        }
        var results = await AsyncIO.Gather([..new PyInt[] { 3, 1, 2 }.Select(i => Run_Coroutine(F($"sleep 0.0{i}; exit {i}")))]);
        Print(results);
    }

    public static async Coro<(string, Any)> Run_(string cmd)
    {
        Any p = await Asyncio.Get("create_subprocess_shell").Call(cmd);
        await p.Invoke("wait");
        return (cmd, p.Get("returncode"));
    }

    public static async Coro Low()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        Future done = loop.CreateFuture();
        var items = Operators.Unpack(await ((Any)loop).Invoke("subprocess_exec", new Arguments { new PyFunction("low.<locals>.<lambda>", "", () => Watch.Call(done)), "sh", "-c", "read x; echo got $x; exit 4", { "stdin", Sp.Get("PIPE") }, { "stdout", Sp.Get("PIPE") }, { "stderr", Sp.Get("PIPE") } }), 2);
        Any transport = items[0];
        Any protocol = items[1];
        Any stdin = transport.Invoke("get_pipe_transport", 0);
        _ = stdin.Invoke("write", PyBytes.FromLatin1("hello\n"));
        Print(await done, transport.Invoke("get_returncode"));
        Print(Sequences.Sorted(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("str"), protocol.Get("seen")))));
        _ = transport.Invoke("close");
        var items2 = Operators.Unpack(await ((Any)loop).Invoke("subprocess_shell", new Arguments { new PyFunction("low.<locals>.<lambda>", "", () => Watch.Call(loop.CreateFuture())), "exit 0", { "stdin", Any.None }, { "stdout", Any.None }, { "stderr", Any.None } }), 2);
        Any t = items2[0];
        Any p = items2[1];
        await p.Get("done");
        Print(p.Get("seen"), t.Invoke("get_pipe_transport", 1));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Sp = Modules.Import("asyncio.subprocess");
        Signal = Modules.Import("signal");

        AsyncIO.Run(MainAsyncCoroutine());

        Watch = ClassBuilder.Build("Watch", "Watch", "__main__", new Arguments { Asyncio.Get("SubprocessProtocol") }, ns =>
        {
            void Init(Any self, Any done)
            {
                self.Set("done", done);
                self.Set("seen", (PyList<Any>)[]);
            }
            ns["__init__"] = new PyFunction("Watch.__init__", "self, done", (Any self, Any done) => Init(self, done));

            void ConnectionMade(Any self, Any transport)
            {
                self.Set("transport", transport);
                self.Get("seen").Invoke("append", PyTuple.Of("made", Operators.Compare(Comparison.Gt, transport.Invoke("get_pid"), 0)));
            }
            ns["connection_made"] = new PyFunction("Watch.connection_made", "self, transport", (Any self, Any transport) => ConnectionMade(self, transport));

            void PipeDataReceived(Any self, Any fd, Any data)
            {
                self.Get("seen").Invoke("append", PyTuple.Of(fd, data));
            }
            ns["pipe_data_received"] = new PyFunction("Watch.pipe_data_received", "self, fd, data", (Any self, Any fd, Any data) => PipeDataReceived(self, fd, data));

            void PipeConnectionLost(Any self, Any fd, Any exc)
            {
                self.Get("seen").Invoke("append", PyTuple.Of(fd, "lost", exc));
            }
            ns["pipe_connection_lost"] = new PyFunction("Watch.pipe_connection_lost", "self, fd, exc", (Any self, Any fd, Any exc) => PipeConnectionLost(self, fd, exc));

            void ProcessExited(Any self)
            {
                self.Get("seen").Invoke("append", PyTuple.Of("exit", self.Get("transport").Invoke("get_returncode")));
            }
            ns["process_exited"] = new PyFunction("Watch.process_exited", "self", (Any self) => ProcessExited(self));

            void ConnectionLost(Any self, Any exc)
            {
                self.Get("done").Invoke("set_result", exc);
            }
            ns["connection_lost"] = new PyFunction("Watch.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        AsyncIO.Run(LowCoroutine());
    }

    public static Coroutine ReadLinesCoroutine(Any stream, string prefix) => Coroutine.Of("read_lines", "read_lines", () => ReadLines(stream, prefix));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
    public static Coroutine<(string, Any)> Run_Coroutine(string cmd) => Coroutine.Of("run", "run", () => Run_(cmd));
    public static Coroutine LowCoroutine() => Coroutine.Of("low", "low", () => Low());
}
