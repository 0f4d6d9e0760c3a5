using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CommandInterpreters;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("command_interpreters.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any cmd = Modules.Import("cmd");
        Any io = Modules.Import("io");
        Any sys = Modules.Import("sys");
        Any shell = ClassBuilder.Build("Shell", "Shell", "__main__", new Arguments { cmd.Get("Cmd") }, ns =>
        {
            ns["intro"] = "Welcome. Type help or ? to list commands.\n";
            ns["prompt"] = "(sh) ";
            // Add numbers: ADD 1 2
            void DoAdd(Any self, Any arg)
            {
                Print([Sum(Builtins.Get("map").Call(Builtins.Get("int"), arg.Invoke("split")))], file: self.Get("stdout"));
            }
            ns["do_add"] = new PyFunction("Shell.do_add", "self, arg", (Any self, Any arg) => DoAdd(self, arg)) { Doc = "Add numbers: ADD 1 2" };
            // Quit.
            //
            // Really.
            bool DoQuit(Any self, Any arg)
            {
                return true;
            }
            ns["do_quit"] = new PyFunction("Shell.do_quit", "self, arg", (Any self, Any arg) => DoQuit(self, arg)) { Doc = "Quit.\n\nReally." };
            void DoNodoc(Any self, Any arg)
            {
                Print(["nodoc", Repr(arg)], file: self.Get("stdout"));
            }
            ns["do_nodoc"] = new PyFunction("Shell.do_nodoc", "self, arg", (Any self, Any arg) => DoNodoc(self, arg));
            void HelpTopic(Any self)
            {
                Print(["topic help"], file: self.Get("stdout"));
            }
            ns["help_topic"] = new PyFunction("Shell.help_topic", "self", (Any self) => HelpTopic(self));
            bool DoEOF(Any self, Any arg)
            {
                return true;
            }
            ns["do_EOF"] = new PyFunction("Shell.do_EOF", "self, arg", (Any self, Any arg) => DoEOF(self, arg));
            Any Precmd(Any self, Any line)
            {
                return line != "EOF" ? line.Invoke("lower") : line;
            }
            ns["precmd"] = new PyFunction("Shell.precmd", "self, line", (Any self, Any line) => Precmd(self, line));
            Any Postcmd(Any self, Any stop, Any line)
            {
                Print(["post", stop, Repr(line)], file: self.Get("stdout"));
                return stop;
            }
            ns["postcmd"] = new PyFunction("Shell.postcmd", "self, stop, line", (Any self, Any stop, Any line) => Postcmd(self, stop, line));
            void Preloop(Any self)
            {
                Print(["preloop"], file: self.Get("stdout"));
            }
            ns["preloop"] = new PyFunction("Shell.preloop", "self", (Any self) => Preloop(self));
            void Postloop(Any self)
            {
                Print(["postloop"], file: self.Get("stdout"));
            }
            ns["postloop"] = new PyFunction("Shell.postloop", "self", (Any self) => Postloop(self));
        });
        Any src = io.Get("StringIO").Call("add 1 2 3\nhelp\n? add\nhelp quit\nhelp topic\nhelp zzz\n\nnosuch x\n!shell\nnodoc a  b\nquit\n");
        Any s = shell.Call(new Arguments { { "stdin", src }, { "stdout", sys.Get("stdout") } });
        s.Set("use_rawinput", false);
        s.Invoke("cmdloop");
        Any t = shell.Call(new Arguments { { "stdin", io.Get("StringIO").Call("add 4 5\n") }, { "stdout", sys.Get("stdout") } });
        t.Set("use_rawinput", false);
        t.Invoke("cmdloop", new Arguments { { "intro", "Hi" } });
        Print(t.Invoke("onecmd", "add 5 5"), t.Invoke("parseline", "add 1 2"), t.Invoke("parseline", "!ls -l"), t.Invoke("parseline", "?x"), t.Invoke("parseline", ""), t.Get("lastcmd"));
        t.Invoke("columnize", new Arguments { (PyList<Any>)["aaa", "bb", Str.Repeat("c", 30), "dd", "eeee"] * 5, { "displaywidth", 60 } });
        t.Invoke("print_topics", new Arguments { "Header", (PyList<Any>)["x", "y"], 15, 80 });
        Print(t.Invoke("completenames", "a"));
    }
}
