using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/termios.html">termios</see>: how terminals treat what is typed and shown, as Linux has it.</summary>
internal static class TermiosModule
{
    /// <summary>How many control characters a terminal has, and where two of them are numbers unless lines are edited.</summary>
    private const int Characters = 32, LeastTime = 5, LeastCount = 6;

    private const uint EditsLines = 2;

    private const nuint GetSize = 0x5413, SetSize = 0x5414;

    private static readonly PyType s_error = PyType.Emitted("error", "termios", PyException.Type);

    /// <summary>The system's <c>struct termios</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Mode
    {
        public uint Input, Output, Control, Local;
        public byte Line;
        public fixed byte Characters[TermiosModule.Characters];
        public uint InputSpeed, OutputSpeed;
    }

    [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static extern int Get(int descriptor, out Mode mode);

    [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static extern int Set(int descriptor, int when, in Mode mode);

    [DllImport("libc", EntryPoint = "cfgetispeed")]
    private static extern uint InputSpeed(in Mode mode);

    [DllImport("libc", EntryPoint = "cfgetospeed")]
    private static extern uint OutputSpeed(in Mode mode);

    [DllImport("libc", EntryPoint = "cfsetispeed", SetLastError = true)]
    private static extern int SetInputSpeed(ref Mode mode, uint speed);

    [DllImport("libc", EntryPoint = "cfsetospeed", SetLastError = true)]
    private static extern int SetOutputSpeed(ref Mode mode, uint speed);

    [DllImport("libc", EntryPoint = "tcsendbreak", SetLastError = true)]
    private static extern int SendBreak(int descriptor, int duration);

    [DllImport("libc", EntryPoint = "tcdrain", SetLastError = true)]
    private static extern int Drain(int descriptor);

    [DllImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    private static extern int Flush(int descriptor, int queue);

    [DllImport("libc", EntryPoint = "tcflow", SetLastError = true)]
    private static extern int Flow(int descriptor, int action);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Control(int descriptor, nuint request, ushort[] size);

    private static int D(Any file) => SelectModule.Descriptor(file);

    /// <summary>The result of a call that gives -1 where it fails.</summary>
    private static Any Check(int result)
    {
        if (result >= 0)
            return Any.None;
        var number = Marshal.GetLastPInvokeError();
        throw (BaseException)s_error.Call(number, ErrnoModule.Text(number)).Ref!;
    }

    private static unsafe Any GetMode(Any file)
    {
        Check(Get(D(file), out var mode));
        var characters = new PyList<Any>();
        for (var i = 0; i < Characters; i++)
            characters.Append((mode.Local & EditsLines) == 0 && i is (LeastTime or LeastCount) ? (Any)mode.Characters[i] : new PyBytes([mode.Characters[i]]));
        return new PyList<Any>((ReadOnlySpan<Any>)[mode.Input, mode.Output, mode.Control, mode.Local, InputSpeed(mode), OutputSpeed(mode), characters]);
    }

    private static unsafe Any SetMode(Any file, Any when, Any attributes)
    {
        var descriptor = D(file);
        if (!Builtins.IsInstance(attributes, ListType.Type) || Operators.Len(attributes) != 7)
            throw new TypeError("tcsetattr, arg 3: must be 7 element list");
        Check(Get(descriptor, out var mode));
        (mode.Input, mode.Output, mode.Control, mode.Local) = (Flags(attributes[0]), Flags(attributes[1]), Flags(attributes[2]), Flags(attributes[3]));
        if (!Builtins.IsInstance(attributes[6], ListType.Type) || Operators.Len(attributes[6]) != Characters)
            throw new TypeError($"tcsetattr: attributes[6] must be {Characters} element list");
        for (var i = 0; i < Characters; i++)
        {
            var character = attributes[6][i];
            mode.Characters[i] = character.Ref is PyBytes { Count: 1 } bytes ? bytes.Span[0]
                : Operators.IsIntLike(character) ? (byte)Lib.Int(character)
                : throw new TypeError("tcsetattr: elements of attributes must be characters or integers");
        }
        Check(SetInputSpeed(ref mode, Flags(attributes[4])));
        Check(SetOutputSpeed(ref mode, Flags(attributes[5])));
        return Check(Set(descriptor, (int)Lib.Int(when), mode));
    }

    private static uint Flags(Any number) => (uint)Lib.Int(number);

    public static PyModule Build() => new PyModule("termios").Type(s_error)
        .Python("tcgetattr", "fd, /", static a => GetMode(a[0]))
        .Python("tcsetattr", "fd, when, attributes, /", static a => SetMode(a[0], a[1], a[2]))
        .Python("tcsendbreak", "fd, duration, /", static a => Check(SendBreak(D(a[0]), (int)Lib.Int(a[1]))))
        .Python("tcdrain", "fd, /", static a => Check(Gil.Without(() => Drain(D(a[0])))))
        .Python("tcflush", "fd, queue, /", static a => Check(Flush(D(a[0]), (int)Lib.Int(a[1]))))
        .Python("tcflow", "fd, action, /", static a => Check(Flow(D(a[0]), (int)Lib.Int(a[1]))))
        .Python("tcgetwinsize", "fd, /", static a =>
        {
            var size = new ushort[4];
            Check(Control(D(a[0]), GetSize, size));
            return PyTuple.Of(size[0], size[1]);
        })
        .Python("tcsetwinsize", "fd, winsize, /", static a =>
        {
            if (Operators.Len(a[1]) != 2)
                throw new TypeError("tcsetwinsize, arg 2: must be a two-item sequence");
            var size = new ushort[4];
            Check(Control(D(a[0]), GetSize, size));
            (size[0], size[1]) = ((ushort)Lib.Int(a[1][0]), (ushort)Lib.Int(a[1][1]));
            return Check(Control(D(a[0]), SetSize, size));
        });
}
