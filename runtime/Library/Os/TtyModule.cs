using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/tty.html">tty</see>: terminals that tell of every key at once.</summary>
internal static class TtyModule
{
    private const int Input = 0, Output = 1, Control = 2, Local = 3, Characters = 6;

    private static readonly string[] s_places = ["IFLAG", "OFLAG", "CFLAG", "LFLAG", "ISPEED", "OSPEED", "CC"];

    public static PyModule Build()
    {
        var termios = Modules.Import("termios");
        var module = new PyModule("tty");
        foreach (var (name, value) in ((PyModule)termios.Ref!).Namespace)
            if (name.Ref is string text && !text.StartsWith('_'))
                module.Value(text, value);
        for (var i = 0; i < s_places.Length; i++)
            module.Value(s_places[i], i);
        return module
            .Python("cfmakeraw", "mode", a => Lib.Do(() => Raw(a[0])))
            .Python("cfmakecbreak", "mode", a => Lib.Do(() => Keys(a[0])))
            .Python("setraw", "fd, when=2", a => Change(a[0], a[1], Raw))
            .Python("setcbreak", "fd, when=2", a => Change(a[0], a[1], Keys));

        Any Flags(string names) => names.Split(' ').Select(name => termios.Get(name)).Aggregate((Any)0, static (all, flag) => all | flag);

        void Clear(Any mode, int place, string names) => mode.SetItem(place, mode[place] & ~Flags(names));

        // A read waits for one character, however long that takes.
        void OneByOne(Any mode)
        {
            var characters = new PyList<Any>(Operators.ToList(mode[Characters]));
            mode.SetItem(Characters, characters);
            ((Any)characters).SetItem(termios.Get("VMIN"), 1);
            ((Any)characters).SetItem(termios.Get("VTIME"), 0);
        }

        void Raw(Any mode)
        {
            Clear(mode, Input, "IGNBRK BRKINT IGNPAR PARMRK INPCK ISTRIP INLCR IGNCR ICRNL IXON IXANY IXOFF");
            Clear(mode, Output, "OPOST");
            Clear(mode, Control, "PARENB CSIZE");
            mode.SetItem(Control, mode[Control] | termios.Get("CS8"));
            Clear(mode, Local, "ECHO ECHOE ECHOK ECHONL ICANON IEXTEN ISIG NOFLSH TOSTOP");
            OneByOne(mode);
        }

        void Keys(Any mode)
        {
            Clear(mode, Local, "ECHO ICANON");
            OneByOne(mode);
        }

        Any Change(Any file, Any when, Action<Any> change)
        {
            var mode = termios.Get("tcgetattr").Call(file);
            Any changed = new PyList<Any>(Operators.ToList(mode));
            change(changed);
            termios.Get("tcsetattr").Call(file, when, changed);
            return mode;
        }
    }
}
