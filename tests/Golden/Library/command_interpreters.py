import cmd, io, sys
class Shell(cmd.Cmd):
    intro = "Welcome. Type help or ? to list commands.\n"
    prompt = "(sh) "
    def do_add(self, arg):
        "Add numbers: ADD 1 2"
        print(sum(map(int, arg.split())), file=self.stdout)
    def do_quit(self, arg):
        """Quit.

        Really."""
        return True
    def do_nodoc(self, arg):
        print("nodoc", repr(arg), file=self.stdout)
    def help_topic(self):
        print("topic help", file=self.stdout)
    def do_EOF(self, arg):
        return True
    def precmd(self, line):
        return line.lower() if line != "EOF" else line
    def postcmd(self, stop, line):
        print("post", stop, repr(line), file=self.stdout)
        return stop
    def preloop(self):
        print("preloop", file=self.stdout)
    def postloop(self):
        print("postloop", file=self.stdout)
src = io.StringIO("add 1 2 3\nhelp\n? add\nhelp quit\nhelp topic\nhelp zzz\n\nnosuch x\n!shell\nnodoc a  b\nquit\n")
s = Shell(stdin=src, stdout=sys.stdout)
s.use_rawinput = False
s.cmdloop()
t = Shell(stdin=io.StringIO("add 4 5\n"), stdout=sys.stdout)
t.use_rawinput = False
t.cmdloop(intro="Hi")
print(t.onecmd("add 5 5"), t.parseline("add 1 2"), t.parseline("!ls -l"), t.parseline("?x"), t.parseline(""), t.lastcmd)
t.columnize(["aaa", "bb", "c" * 30, "dd", "eeee"] * 5, displaywidth=60)
t.print_topics("Header", ["x", "y"], 15, 80)
print(t.completenames("a"))
