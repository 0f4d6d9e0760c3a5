using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>Interpreters of command lines: <see href="https://docs.python.org/3.13/library/cmd.html">cmd</see>.</summary>
internal static class CmdModule
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    public static PyModule Build() => new PyModule("cmd").Type(Create()).Value("PROMPT", "(Cmd) ").Value("IDENTCHARS", Letters);

    private static PyType Create()
    {
        var type = new ClassMaker("Cmd", "cmd");
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[
            ("prompt", "(Cmd) "), ("identchars", Letters), ("ruler", "="), ("lastcmd", ""), ("intro", Any.None), ("doc_leader", ""),
            ("doc_header", "Documented commands (type help <topic>):"), ("misc_header", "Miscellaneous help topics:"), ("undoc_header", "Undocumented commands:"),
            ("nohelp", "*** No help on %s"), ("use_rawinput", 1)])
            type.Attribute(name, value);
        var made = type
            .Method("__init__", "self, completekey='tab', stdin=None, stdout=None", static a => Lib.Do(() =>
            {
                a[0].Set("stdin", a[2].IsNone ? StdIO.CurrentIn : a[2]);
                a[0].Set("stdout", a[3].IsNone ? StdIO.CurrentOut : a[3]);
                a[0].Set("cmdqueue", new PyList<Any>());
                a[0].Set("completekey", a[1]);
            }))
            .Method("cmdloop", "self, intro=None", static a => Lib.Do(() => Loop(a[0], a[1])))
            .Method("precmd", "line", static (_, line) => line)
            .Method("postcmd", "self, stop, line", static a => a[1])
            .Method("preloop", static _ => Any.None).Method("postloop", static _ => Any.None)
            .Method("parseline", "line", Parse)
            .Method("onecmd", "line", One)
            .Method("emptyline", static self => self.Get("lastcmd") is { Truth: true } last ? self.Invoke("onecmd", last) : Any.None)
            .Method("default", "line", static (self, line) => Lib.Do(() => Write(self, $"*** Unknown syntax: {Operators.Str(line)}\n")))
            .Method("completedefault", "self, *ignored", static _ => new PyList<Any>())
            .Method("completenames", "self, text, *ignored", static a => Lib.List(Operators.ToList(a[0].Invoke("get_names")).Select(Operators.Str).Where(n => n.StartsWith("do_" + Operators.Str(a[1]), StringComparison.Ordinal)).Select(static n => n[3..])))
            .Method("get_names", static self => Builtins.Get("dir").Call(self.Get("__class__")))
            .Method("complete_help", "self, *args", static a => Lib.List(
                Operators.ToList(Lib.Call(a[0].Get("completenames"), Lib.Tuple(a[1]), new PyDict<Any, Any>())).Select(Operators.Str)
                    .Union(Operators.ToList(a[0].Invoke("get_names")).Select(Operators.Str).Where(n => n.StartsWith("help_" + Operators.Str(Lib.Tuple(a[1])[0]), StringComparison.Ordinal)).Select(static n => n[5..]))))
            .Method("do_help", "arg", static (self, arg) => Lib.Do(() => Help(self, arg)))
            .Method("print_topics", "self, header, cmds, cmdlen, maxcol", static a => Lib.Do(() => Topics(a[0], Operators.Str(a[1]), a[2], Lib.Int(a[4]))))
            .Method("columnize", "self, list, displaywidth=80", static a => Lib.Do(() => Columns(a[0], a[1], Lib.Int(a[2]))))
            .Make(PyType.Object);
        ((PyFunction)made.Lookup("do_help").Ref!).Doc = "List available commands with \"help\" or detailed help with \"help cmd\".";
        return made;
    }

    private static void Write(Any self, string text) => self.Get("stdout").Invoke("write", text);

    private static void Loop(Any self, Any intro)
    {
        self.Invoke("preloop");
        if (!intro.IsNone)
            self.Set("intro", intro);
        if (self.Get("intro").Truth)
            Write(self, Operators.Str(self.Get("intro")) + "\n");
        Any stop = Any.None;
        while (!stop.Truth)
        {
            var line = self.Invoke("precmd", self.Get("cmdqueue").Truth ? self.Get("cmdqueue").Invoke("pop", 0) : Read(self));
            stop = self.Invoke("postcmd", self.Invoke("onecmd", line), line);
        }
        self.Invoke("postloop");
    }

    private static Any Read(Any self)
    {
        if (self.Get("use_rawinput").Truth)
        {
            try
            {
                return Builtins.Get("input").Call(self.Get("prompt"));
            }
            catch (EOFError)
            {
                return "EOF";
            }
        }
        Write(self, Operators.Str(self.Get("prompt")));
        self.Get("stdout").Invoke("flush");
        var line = Operators.Str(self.Get("stdin").Invoke("readline"));
        return line.Length == 0 ? "EOF" : line.TrimEnd('\r', '\n');
    }

    private static Any Parse(Any self, Any given)
    {
        var line = Str.Strip(Operators.Str(given));
        if (line.Length == 0)
            return PyTuple.Of(Any.None, Any.None, line);
        if (line[0] == '?')
            line = "help " + line[1..];
        else if (line[0] == '!' && Operators.GetAttr(self, "do_shell", Any.Unbound).IsUnbound)
            return PyTuple.Of(Any.None, Any.None, line);
        else if (line[0] == '!')
            line = "shell " + line[1..];
        var letters = Operators.Str(self.Get("identchars"));
        var end = 0;
        while (end < line.Length && letters.Contains(line[end]))
            end++;
        return PyTuple.Of(line[..end], Str.Strip(line[end..]), line);
    }

    private static Any One(Any self, Any given)
    {
        var parts = self.Invoke("parseline", given);
        var (command, argument, line) = (parts[0], parts[1], parts[2]);
        if (!line.Truth)
            return self.Invoke("emptyline");
        if (command.IsNone)
            return self.Invoke("default", line);
        self.Set("lastcmd", Operators.Str(line) == "EOF" ? "" : line);
        var function = command.Truth ? Operators.GetAttr(self, "do_" + Operators.Str(command), Any.None) : Any.None;
        return function.IsNone ? self.Invoke("default", line) : function.Call(argument);
    }

    private static void Help(Any self, Any arg)
    {
        if (!arg.Truth)
        {
            Overview(self);
            return;
        }
        var topic = Operators.Str(arg);
        var help = Operators.GetAttr(self, "help_" + topic, Any.Unbound);
        if (!help.IsUnbound)
        {
            help.Call();
            return;
        }
        var command = Operators.GetAttr(self, "do_" + topic, Any.Unbound);
        var doc = command.IsUnbound ? Any.None : Operators.GetAttr(command, "__doc__", Any.None);
        Write(self, (doc.Truth ? Operators.Str(Modules.Import("inspect").Get("cleandoc").Call(doc)) : TextFormat.Percent(Operators.Str(self.Get("nohelp")), PyTuple.Of(arg))) + "\n");
    }

    private static void Overview(Any self)
    {
        var names = Operators.ToList(self.Invoke("get_names")).Select(Operators.Str).Distinct().Order(StringComparer.Ordinal).ToArray();
        var topics = names.Where(static n => n.StartsWith("help_", StringComparison.Ordinal)).Select(static n => n[5..]).ToHashSet(StringComparer.Ordinal);
        var (documented, bare) = (new List<string>(), new List<string>());
        foreach (var name in names.Where(static n => n.StartsWith("do_", StringComparison.Ordinal)))
            (topics.Remove(name[3..]) || Operators.GetAttr(Operators.GetAttr(self, name), "__doc__", Any.None).Truth ? documented : bare).Add(name[3..]);
        Write(self, Operators.Str(self.Get("doc_leader")) + "\n");
        foreach (var (header, list) in ((string, IEnumerable<string>)[])[("doc_header", documented), ("misc_header", topics.Order(StringComparer.Ordinal)), ("undoc_header", bare)])
            self.Invoke("print_topics", new Arguments { self.Get(header), Lib.List(list), 15, 80 });
    }

    private static void Topics(Any self, string header, Any names, long width)
    {
        if (!names.Truth)
            return;
        Write(self, header + "\n");
        if (self.Get("ruler").Truth)
            Write(self, Str.Repeat(Operators.Str(self.Get("ruler")), Str.Length(header)) + "\n");
        self.Invoke("columnize", names, width - 1);
        Write(self, "\n");
    }

    private static void Columns(Any self, Any names, long width)
    {
        var all = names.Truth ? Operators.ToList(names) : [];
        if (all.Count == 0)
        {
            Write(self, "<empty>\n");
            return;
        }
        if (Enumerable.Range(0, all.Count).Where(i => PyValueInstance.Unwrap(all[i]).Ref is not string).ToArray() is { Length: > 0 } wrong)
            throw new TypeError($"list[i] not a string for i in {string.Join(", ", wrong)}");
        var texts = all.Select(Operators.Str).ToArray();
        if (texts.Length == 1)
        {
            Write(self, texts[0] + "\n");
            return;
        }
        var (rows, widths) = Layout(texts, width);
        for (var row = 0; row < rows; row++)
        {
            var line = Enumerable.Range(0, widths.Length).Select(c => row + (rows * c) < texts.Length ? texts[row + (rows * c)] : "").ToList();
            while (line.Count > 0 && line[^1].Length == 0)
                line.RemoveAt(line.Count - 1);
            Write(self, string.Join("  ", line.Select((t, c) => t + new string(' ', Math.Max(0, widths[c] - Str.Length(t))))) + "\n");
        }
    }

    /// <summary>The fewest rows whose columns fit the width.</summary>
    private static (int Rows, int[] Widths) Layout(string[] texts, long width)
    {
        for (var rows = 1; rows < texts.Length; rows++)
        {
            var widths = texts.Chunk(rows).Select(static column => column.Max(Str.Length)).Select(static n => (int)n).ToArray();
            if (widths.Sum() + (2 * (widths.Length - 1)) <= width)
                return (rows, widths);
        }
        return (texts.Length, [0]);
    }
}
