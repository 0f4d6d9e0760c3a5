using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ObjectsChangeClass;

/// <summary>An object that gets another class.</summary>
public static class Module
{
    internal static Any Calm = Any.Unbound;
    internal static Any Angry = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("objects_change_class.py", args, Run);

    public static void RunMain()
    {
        Any calm = Calm.Call();
        Print(calm.Invoke("speak"), PyType.Of(calm).Name);
        calm.Invoke("anger");
        Print(calm.Invoke("speak"), PyType.Of(calm).Name);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Calm = ClassBuilder.Build("Calm", "Calm", "__main__", new Arguments(), ns =>
        {
            string Speak(Any self)
            {
                return "calm";
            }
            ns["speak"] = new PyFunction("Calm.speak", "self", (Any self) => Speak(self));

            void Anger(Any self)
            {
                self.Set("__class__", Angry);
            }
            ns["anger"] = new PyFunction("Calm.anger", "self", (Any self) => Anger(self));
        });

        Angry = ClassBuilder.Build("Angry", "Angry", "__main__", new Arguments { Calm }, ns2 =>
        {
            string Speak(Any self)
            {
                return "ANGRY";
            }
            ns2["speak"] = new PyFunction("Angry.speak", "self", (Any self) => Speak(self));
        });

        RunMain();
    }
}
