using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace NamesThatLibrariesUse;

using static Module;

public class Asked : PyObject
{
    public Asked()
    {
        X = 1;
    }

    public Any X { get; set; }

    public Any Getattr(Any name)
    {
        Print("asked for", name);
        throw new AttributeError(name);
    }

    public static readonly PyType Type = PyType.Emitted("Asked", "__main__")
        .Constructor("", a => new Asked())
        .Field("x", self => self.As<Asked>().X, (self, value) => self.As<Asked>().X = value)
        .Method("__getattr__", "self, name", (self, name) => self.As<Asked>().Getattr(name));
    public override PyType Class => Type;
}

/// <summary>Names of typing and dataclasses that libraries look at, functions of hashlib as attributes of classes, copies, days of years.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("names_that_libraries_use.py");
    internal static Any Doc = "Names of typing and dataclasses that libraries look at, functions of hashlib as attributes of classes, copies, days of years.";
    internal static Any Copy = Any.Unbound;
    internal static Any Dataclasses = Any.Unbound;
    internal static Any Hashlib = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Time = Any.Unbound;
    internal static Any Typing = Any.Unbound;
    internal static Any Dataclass = Any.Unbound;
    internal static Any Datetime = Any.Unbound;
    internal static Any Annotated = Any.Unbound;
    internal static Any ClassVar = Any.Unbound;
    internal static Any List = Any.Unbound;
    internal static Any Optional = Any.Unbound;
    internal static Any TypedDict = Any.Unbound;
    internal static Any Union = Any.Unbound;
    internal static Any Keys = Any.Unbound;
    internal static Any Fields = Any.Unbound;
    internal static Any Field = Any.Unbound;
    internal static Any Signer = Any.Unbound;
    internal static Any Other = Any.Unbound;
    internal static Any Tree = Any.Unbound;
    internal static Any Tree_ = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "names_that_libraries_use.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("dataclasses", () => Dataclasses, value => Dataclasses = value)
        .Variable("hashlib", () => Hashlib, value => Hashlib = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("time", () => Time, value => Time = value)
        .Variable("typing", () => Typing, value => Typing = value)
        .Variable("dataclass", () => Dataclass, value => Dataclass = value)
        .Variable("datetime", () => Datetime, value => Datetime = value)
        .Variable("Annotated", () => Annotated, value => Annotated = value)
        .Variable("ClassVar", () => ClassVar, value => ClassVar = value)
        .Variable("List", () => List, value => List = value)
        .Variable("Optional", () => Optional, value => Optional = value)
        .Variable("TypedDict", () => TypedDict, value => TypedDict = value)
        .Variable("Union", () => Union, value => Union = value)
        .Variable("Keys", () => Keys, value => Keys = value)
        .Variable("Fields", () => Fields, value => Fields = value)
        .Variable("field", () => Field, value => Field = value)
        .Variable("Signer", () => Signer, value => Signer = value)
        .Variable("Other", () => Other, value => Other = value)
        .Variable("Tree", () => Tree, value => Tree = value)
        .Member("Asked", () => Asked.Type)
        .Variable("tree", () => Tree_, value => Tree_ = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("names_that_libraries_use.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Dataclasses = Modules.Import("dataclasses");
        Hashlib = Modules.Import("hashlib");
        Pickle = Modules.Import("pickle");
        Time = Modules.Import("time");
        Typing = Modules.Import("typing");
        Dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Datetime = Modules.ImportFrom("datetime", "datetime");
        Annotated = Modules.ImportFrom("typing", "Annotated");
        ClassVar = Modules.ImportFrom("typing", "ClassVar");
        List = Modules.ImportFrom("typing", "List");
        Optional = Modules.ImportFrom("typing", "Optional");
        TypedDict = Modules.ImportFrom("typing", "TypedDict");
        Union = Modules.ImportFrom("typing", "Union");

        Keys = ClassBuilder.Build("Keys", "Keys", "__main__", new Arguments { TypedDict }, ns =>
        {
            ns.Annotate("x", Builtins.Get("int"));
        });

        Print(IsInstance(List[Builtins.Get("int")], Typing.Get("_GenericAlias")), IsInstance(Annotated[PyTuple.Of(Builtins.Get("int"), 1)], Typing.Get("_AnnotatedAlias")), IsInstance(Union[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))], Typing.Get("_UnionGenericAlias")), IsInstance(List, Typing.Get("_SpecialGenericAlias")), IsInstance(List, Typing.Get("_BaseGenericAlias")), IsInstance(Keys, Typing.Get("_TypedDictMeta")), IsInstance(Optional, Typing.Get("_SpecialForm")), IsInstance(Builtins.Get("list")[Builtins.Get("int")], Typing.Get("_GenericAlias")), IsSubclass(Typing.Get("_LiteralGenericAlias"), Typing.Get("_Final")));

        Any fieldsClass = ClassBuilder.Build("Fields", "Fields", "__main__", new Arguments(), ns2 =>
        {
            ns2.Annotate("x", Builtins.Get("int"));
            ns2["y"] = 3;
            ns2.Annotate("y", ClassVar[Builtins.Get("int")]);
            ns2["z"] = 3;
            ns2.Annotate("z", Dataclasses.Get("InitVar")[Builtins.Get("int")]);
        });
        Fields = Dataclass.Call(fieldsClass);

        foreach (var item in Sequences.Of(GetAttr(Fields, Dataclasses.Get("_FIELDS")).Invoke("values")))
        {
            Field = item;
            Print(Field.Get("name"), Field.Get("_field_type"), Operators.Is(Field.Get("_field_type"), Dataclasses.Get("_FIELD")));
        }
        Print(IsInstance(Dataclasses.Get("MISSING"), Dataclasses.Get("_MISSING_TYPE")), Dataclasses.Get("field").Call().Get("_field_type"));

        Signer = ClassBuilder.Build("Signer", "Signer", "__main__", new Arguments(), ns3 =>
        {
            ns3["digest"] = Builtins.Get("staticmethod").Call(new PyFunction("Signer.<lambda>", "", () => (Any)"lazy"));

            void Init(Any self)
            {
                self.Set("method", self.Get("digest"));
            }
            ns3["__init__"] = new PyFunction("Signer.__init__", "self", (Any self) => Init(self));
        });

        Other = ClassBuilder.Build("Other", "Other", "__main__", new Arguments { Signer }, ns4 =>
        {
            ns4["digest"] = Hashlib.Get("sha256");
        });

        Print(Signer.Call().Invoke("method"), Operators.Compare(Comparison.Eq, Other.Call().Get("method"), Hashlib.Get("sha256")), Hashlib.Get("sha256"), Other.Call().Invoke("method", PyBytes.FromLatin1("x")).Invoke("hexdigest")[new PySlice(Any.None, 8, Any.None)]);

        Tree = ClassBuilder.Build("Tree", "Tree", "__main__", new Arguments { Builtins.Get("dict") }, ns5 =>
        {
            Any Getattr(Any self, Any name)
            {
                return self.Invoke("__class__");
            }
            ns5["__getattr__"] = new PyFunction("Tree.__getattr__", "self, name", (Any self, Any name) => Getattr(self, name));

            Any Getstate(Any self)
            {
                return Builtins.Get("dict").Call(self);
            }
            ns5["__getstate__"] = new PyFunction("Tree.__getstate__", "self", (Any self) => Getstate(self));

            void Setstate(Any self, Any state)
            {
                self.Invoke("update", state);
            }
            ns5["__setstate__"] = new PyFunction("Tree.__setstate__", "self, state", (Any self, Any state) => Setstate(self, state));
        });

        Tree_ = Tree.Call(new Arguments { { "a", 1 }, { "b", Tree.Call(new Arguments { { "c", 2 } }) } });
        Print(Copy.Get("copy").Call(Tree_), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Tree_)), Copy.Get("deepcopy").Call(new Asked()).Get("x"));
        Print(Datetime.Invoke("strptime", "9", "%j"), Datetime.Invoke("strptime", "2024-60", "%Y-%j"), Time.Get("strptime").Call("60", "%j")[new PySlice(Any.None, 3, Any.None)], Time.Get("strptime").Call("10 1", "%U %w")[new PySlice(Any.None, 3, Any.None)]);
    }
}
