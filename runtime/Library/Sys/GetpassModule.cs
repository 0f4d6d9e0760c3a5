using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/getpass.html">getpass</see>.</summary>
internal static class GetpassModule
{
    private static readonly PyType s_warning = PyType.Emitted("GetPassWarning", "getpass", (PyType)BuiltinsModule.Instance.Namespace["UserWarning"].Ref!);

    public static PyModule Build() => new PyModule("getpass").Type(s_warning)
        .Function("getuser", "", static _ => ((string[])["LOGNAME", "USER", "LNAME", "USERNAME"]).Select(OsEnviron.Get).FirstOrDefault(static n => n is { Length: > 0 }) ?? Environment.UserName)
        .Function("getpass", "prompt='Password: ', stream=None", static a =>
        {
            if (!Console.IsInputRedirected)
                return ReadHidden(Operators.Str(a[0]));
            // Without a terminal the interpreter warns, and the password is seen.
            Operators.GetAttr(Modules.Import("warnings"), "warn").Call(new Arguments { "Can not control echo on the terminal.", s_warning, { "stacklevel", 2 } });
            var stream = a[1].IsNone ? StdIO.CurrentError : a[1];
            stream.Invoke("write", "Warning: Password input may be echoed.\n");
            stream.Invoke("write", a[0]);
            stream.Invoke("flush");
            var line = Operators.Str(StdIO.CurrentIn.Invoke("readline"));
            return line.Length == 0 ? throw new EOFError() : line.TrimEnd('\n');
        });

    private static string ReadHidden(string prompt)
    {
        Console.Error.Write(prompt);
        var text = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && text.Length > 0)
                text.Length--;
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return text.ToString();
    }
}
