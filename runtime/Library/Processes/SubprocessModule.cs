using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/subprocess.html">subprocess</see>.</summary>
internal static class SubprocessModule
{
    private const string Options = ", bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None";

    public const string PopenSignature = "self, args" + Options;

    private static readonly PyType s_error = PyType.Exception("SubprocessError", PyException.Type, static args => new PyException(args), "subprocess");
    private static readonly PyType s_calledError = PyType.Exception("CalledProcessError", s_error, static args => new PyException(args), "subprocess")
        .Method("__init__", "self, returncode, cmd, output=None, stderr=None", static a =>
        {
            (((BaseException)a[0].Ref!).Args, var names) = (PyTuple.Of(a[1], a[2]), (string[])["returncode", "cmd", "output", "stderr"]);
            for (var i = 0; i < names.Length; i++)
                a[0].Set(names[i], a[i + 1]);
            return Any.None;
        })
        .Property("stdout", static self => self.Get("output"), static (self, v) => self.Set("output", v))
        .Method("__str__", static self => Failed(self.Get("cmd"), self.Get("returncode")));

    public static readonly PyType TimeoutExpired = PyType.Exception("TimeoutExpired", s_error, static args => new PyException(args), "subprocess")
        .Method("__init__", "self, cmd, timeout, output=None, stderr=None", static a =>
        {
            (((BaseException)a[0].Ref!).Args, var names) = (PyTuple.Of(a[1], a[2]), (string[])["cmd", "timeout", "output", "stderr"]);
            for (var i = 0; i < names.Length; i++)
                a[0].Set(names[i], a[i + 1]);
            return Any.None;
        })
        .Property("stdout", static self => self.Get("output"), static (self, v) => self.Set("output", v))
        .Method("__str__", static self => $"Command {Quoted(self.Get("cmd"))} timed out after {Operators.Str(self.Get("timeout"))} seconds");

    private static readonly PyType s_completed = PyType.Emitted("CompletedProcess", "subprocess")
        .Method("__init__", "self, args, returncode, stdout=None, stderr=None", static a =>
        {
            var names = (string[])["args", "returncode", "stdout", "stderr"];
            for (var i = 0; i < names.Length; i++)
                a[0].Set(names[i], a[i + 1]);
            return Any.None;
        })
        .Method("check_returncode", static self => self.Get("returncode").Truth
            ? throw (BaseException)s_calledError.Call(new Arguments { self.Get("returncode"), self.Get("args"), self.Get("stdout"), self.Get("stderr") }).Ref!
            : Any.None)
        .Method("__repr__", static self => $"CompletedProcess(args={Operators.Repr(self.Get("args"))}, returncode={Operators.Repr(self.Get("returncode"))}{Part(self, "stdout")}{Part(self, "stderr")})")
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private static string Part(Any self, string name) => self.Get(name).IsNone ? "" : $", {name}={Operators.Repr(self.Get(name))}";

    private static string Quoted(Any command) => command.Ref is string s ? $"'{s}'" : Operators.Repr(command) is var text && command.Ref is PyList or PyTuple ? $"'{text}'" : $"'{text}'";

    private static string Failed(Any command, Any code)
    {
        var number = (long)code.As<PyInt>();
        if (number >= 0)
            return $"Command {Quoted(command)} returned non-zero exit status {number}.";
        var name = Modules.Import("signal").Invoke("Signals", -number);
        return $"Command {Quoted(command)} died with {Operators.Repr(name)}.";
    }

    public static PyModule Build()
    {
        var module = new PyModule("subprocess");
        return module.Type(Popen.Type).Type(s_error).Type(s_calledError).Type(TimeoutExpired).Type(s_completed)
            .Value("PIPE", Redirection.Pipe).Value("STDOUT", Redirection.Stdout).Value("DEVNULL", Redirection.DevNull)
            .Python("run", "*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs", static a => Run(Lib.Tuple(a[0]), a[1], a[2], a[3], a[4], Lib.Dict(a[5])))
            .Python("call", "*popenargs, timeout=None, **kwargs", static a => Run(Lib.Tuple(a[0]), Any.None, false, a[1], false, Lib.Dict(a[2])).Get("returncode"))
            .Python("check_call", "*popenargs, **kwargs", static a => Run(Lib.Tuple(a[0]), Any.None, false, Any.None, true, Lib.Dict(a[1])).Get("returncode"))
            .Python("check_output", "*popenargs, timeout=None, input=None, **kwargs", static a =>
            {
                Lib.Dict(a[3]).Add("stdout", Redirection.Pipe);
                return Run(Lib.Tuple(a[0]), a[2], false, a[1], true, Lib.Dict(a[3])).Get("stdout");
            })
            .Python("getstatusoutput", "cmd, *, encoding=None, errors=None", static a => Shell(a[0]))
            .Python("getoutput", "cmd, *, encoding=None, errors=None", static a => Shell(a[0])[1])
            .Python("list2cmdline", "seq", static a => string.Join(' ', Operators.ToList(a[0]).Select(static s => Operators.Str(s))));
    }

    private static void Add(this PyDict dict, string name, Any value) => Operators.SetItem(dict, name, value);

    private static PyTuple Shell(Any command)
    {
        var result = Run(PyTuple.Of(command), Any.None, false, Any.None, false, new PyDict<Any, Any> { ["shell"] = true, ["text"] = true, ["stdout"] = Redirection.Pipe, ["stderr"] = Redirection.Stdout });
        var text = Operators.Str(result.Get("stdout"));
        return PyTuple.Of(result.Get("returncode"), text.EndsWith('\n') ? text[..^1] : text);
    }

    private static Any Run(PyTuple args, Any input, Any capture, Any timeout, Any check, PyDict options)
    {
        if (!input.IsNone)
        {
            if (options.TryGetAny("stdin", out var stdin) && !stdin.IsNone)
                throw new ValueError("stdin and input arguments may not both be used.");
            options.Add("stdin", Redirection.Pipe);
        }
        if (capture.Truth)
        {
            if (options.TryGetAny("stdout", out var o) && !o.IsNone || options.TryGetAny("stderr", out var e) && !e.IsNone)
                throw new ValueError("stdout and stderr arguments may not be used with capture_output.");
            options.Add("stdout", Redirection.Pipe);
            options.Add("stderr", Redirection.Pipe);
        }
        var process = Lib.Call(Popen.Type, args, options);
        Any outputs;
        try
        {
            outputs = process.Invoke("communicate", input, timeout);
        }
        catch (BaseException)
        {
            process.Invoke("kill");
            process.Invoke("wait");
            throw;
        }
        var code = process.Invoke("poll");
        if (check.Truth && code.Truth)
            throw (BaseException)s_calledError.Call(new Arguments { code, process.Get("args"), outputs[0], outputs[1] }).Ref!;
        return s_completed.Call(new Arguments { process.Get("args"), code, outputs[0], outputs[1] });
    }

    /// <summary>The program and arguments that a command means.</summary>
    public static List<string> Command(Any args, bool shell)
    {
        var parts = args.Ref is string or PyBytesBase ? [args] : args.Ref is PyList or PyTuple ? Operators.ToList(args) : [args];
        var texts = parts.Select(static p => p.Ref switch
        {
            string s => s,
            PyBytesBase b => System.Text.Encoding.UTF8.GetString(b.Span),
            _ when p.Ref is IPyObject => FileErrors.PathOf(p),
            _ => throw new TypeError($"expected str, bytes or os.PathLike object, not {PyType.Of(p).Name}"),
        }).ToList();
        return shell ? ["/bin/sh", "-c", .. texts] : texts;
    }
}
