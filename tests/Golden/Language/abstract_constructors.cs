using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AbstractConstructors;

/// <summary>An abstract class whose constructor is abstract too, and is called by those of its subclasses.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("abstract_constructors.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any abc = Modules.ImportFrom("abc", "ABC");
        Any abstractmethod = Modules.ImportFrom("abc", "abstractmethod");

        Any expert = ClassBuilder.Build("Expert", "Expert", "__main__", new Arguments { abc }, ns =>
        {
            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns["__init__"] = abstractmethod.Call(new PyFunction("Expert.__init__", "self, name", (Any self, Any name) => Init(self, name)));

            Any Eager(Any self)
            {
                throw new NotImplementedError();
            }
            ns["eager"] = Builtins.Get("property").Call(abstractmethod.Call(new PyFunction("Expert.eager", "self", (Any self) => Eager(self))));
        });

        Any studentClass = Any.Unbound;
        studentClass = ClassBuilder.Build("Student", "Student", "__main__", new Arguments { expert }, ns2 =>
        {
            void Init(Any self, Any name)
            {
                ((Any)new Super(studentClass.As<PyType>(), self)).Invoke("__init__", name);
            }
            ns2["__init__"] = new PyFunction("Student.__init__", "self, name", (Any self, Any name) => Init(self, name));

            bool Eager(Any self)
            {
                return true;
            }
            ns2["eager"] = Builtins.Get("property").Call(new PyFunction("Student.eager", "self", (Any self) => Eager(self)));
            ns2.ClassCell(made2 => studentClass = made2);
        });
        Any student = studentClass;

        Print(student.Call("ann").Get("name"), student.Call("b").Get("eager"));
        try
        {
            expert.Call("x");
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }
}
