using System;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ImportsAtRunTime;

/// <summary>Modules that a program writes, finds and loads while it runs.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Importlib
    {
        get
        {
            return Definition.Load("importlib");
        }
        set
        {
            Definition.Store("importlib", value);
        }
    }

    internal static Any Os
    {
        get
        {
            return Definition.Load("os");
        }
        set
        {
            Definition.Store("os", value);
        }
    }

    internal static Any Sys
    {
        get
        {
            return Definition.Load("sys");
        }
        set
        {
            Definition.Store("sys", value);
        }
    }

    internal static Any Tempfile
    {
        get
        {
            return Definition.Load("tempfile");
        }
        set
        {
            Definition.Store("tempfile", value);
        }
    }

    internal static Any Types
    {
        get
        {
            return Definition.Load("types");
        }
        set
        {
            Definition.Store("types", value);
        }
    }

    internal static Any Write
    {
        get
        {
            return Definition.Load("write");
        }
        set
        {
            Definition.Store("write", value);
        }
    }

    internal static Any Tried
    {
        get
        {
            return Definition.Load("tried");
        }
        set
        {
            Definition.Store("tried", value);
        }
    }

    internal static Any Virtual
    {
        get
        {
            return Definition.Load("Virtual");
        }
        set
        {
            Definition.Store("Virtual", value);
        }
    }

    internal static Any Folder
    {
        get
        {
            return Definition.Load("folder");
        }
        set
        {
            Definition.Store("folder", value);
        }
    }

    internal static Any Pack
    {
        get
        {
            return Definition.Load("pack");
        }
        set
        {
            Definition.Store("pack", value);
        }
    }

    internal static PyDict<Any, Any> Names_
    {
        get
        {
            return Definition.Load("names").As<PyDict<Any, Any>>();
        }
        set
        {
            Definition.Store("names", value);
        }
    }

    internal static string Name_
    {
        get
        {
            return Definition.Load("name").As<string>();
        }
        set
        {
            Definition.Store("name", value);
        }
    }

    internal static Any Spec
    {
        get
        {
            return Definition.Load("spec");
        }
        set
        {
            Definition.Store("spec", value);
        }
    }

    internal static Any Module_
    {
        get
        {
            return Definition.Load("module");
        }
        set
        {
            Definition.Store("module", value);
        }
    }

    internal static Any Lazy
    {
        get
        {
            return Definition.Load("lazy");
        }
        set
        {
            Definition.Store("lazy", value);
        }
    }

    internal static Any Virtual_
    {
        get
        {
            return Definition.Load("virtual");
        }
        set
        {
            Definition.Store("virtual", value);
        }
    }

    internal static Any Made
    {
        get
        {
            return Definition.Load("made");
        }
        set
        {
            Definition.Store("made", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "imports_at_run_time.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("imports_at_run_time.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Importlib = Modules.Import("importlib");
        Importlib = Modules.ImportRoot("importlib.abc");
        Importlib = Modules.ImportRoot("importlib.machinery");
        Importlib = Modules.ImportRoot("importlib.util");
        Os = Modules.Import("os");
        Sys = Modules.Import("sys");
        Tempfile = Modules.Import("tempfile");
        Types = Modules.Import("types");

        void WriteCore(Any path, Any text)
        {
            Os.Invoke("makedirs", new Arguments { Os.Get("path").Invoke("dirname", path), { "exist_ok", true } });
            using (var file = TextFile.Open(path, "w"))
            {
                file.Write(text);
            }
        }
        Write = new PyFunction("write", "path, text", (Any path, Any text) => WriteCore(path, text));

        void TriedCore(Any action)
        {
            try
            {
                Print(action.Call());
            }
            catch (PyException error)
            {
                using var handling = Handling.Of(error);
                Print(PyType.Of(error).Name, ((Any)ToStr(error)).Invoke("replace", Folder, "..."), GetAttr(error, "name", Any.None));
            }
        }
        Tried = new PyFunction("tried", "action", (Any action) => TriedCore(action));

        Virtual = ClassBuilder.Build("Virtual", "Virtual", "__main__", new Arguments { Importlib.Get("abc").Get("MetaPathFinder"), Importlib.Get("abc").Get("Loader") }, ns =>
        {
            ns["__doc__"] = "Finds one module that is no file.";

            Any FindSpec(Any self, Any name, Any path, Any target)
            {
                if (name == "virtual")
                {
                    return Importlib.Get("util").Invoke("spec_from_loader", new Arguments { name, self, { "origin", "nowhere" } });
                }
                return Any.None;
            }
            ns["find_spec"] = new PyFunction("Virtual.find_spec", "self, name, path, target=None", (Any[] a) => FindSpec(a[0], a[1], a[2], a[3]));

            void CreateModule(Any self, Any spec)
            {
                return;
            }
            ns["create_module"] = new PyFunction("Virtual.create_module", "self, spec", (Any self, Any spec) => CreateModule(self, spec));

            void ExecModule(Any self, Any module)
            {
                module.Set("answer", 42);
            }
            ns["exec_module"] = new PyFunction("Virtual.exec_module", "self, module", (Any self, Any module) => ExecModule(self, module));
        });

        var manager = Context.Of(Tempfile.Invoke("TemporaryDirectory"));
        Any entered = manager.Enter();
        try
        {
            Folder = entered;
            Write.Call(Folder + "/pack/__init__.py", "from . import first\nfrom .first import value as again\n__all__ = ['second', 'again']\nprint('runs', __name__, __package__)\n");
            Write.Call(Folder + "/pack/first.py", "value = 1\ndef deep():\n    from .inner import leaf\n    return leaf.both()\n");
            Write.Call(Folder + "/pack/second.py", "import pack\nwhole = pack.again + 1\n");
            Write.Call(Folder + "/pack/inner/__init__.py", "");
            Write.Call(Folder + "/pack/inner/leaf.py", "import sys\nfrom ..first import value\ndef both():\n    x = value + 10\n    return x, sorted(sys._getframe().f_locals), sys._getframe().f_code.co_name\n");
            Write.Call(Folder + "/round1.py", "from round2 import b\na = 1\n");
            Write.Call(Folder + "/round2.py", "from round1 import a\nb = 1\n");
            Write.Call(Folder + "/wrong.py", "def f(:\n    pass\n");
            Write.Call(Folder + "/fails.py", "x = 1\nraise KeyError('no')\n");
            Write.Call(Folder + "/space/part.py", "here = 'in a namespace package'\n");
            Sys.Get("path").Invoke("insert", 0, Folder);
            Pack = Importlib.Invoke("import_module", "pack");
            Print(Pack.Get("first").Invoke("deep"), Pack.Get("again"), Sequences.Sorted(Sequences.Of(Sys.Get("modules")).Where(n => n.Invoke("startswith", "pack").Truth)));
            Names_ = new PyDict<Any, Any>();
            Evaluation.Exec("from pack import *", Names_);
            Print(Sequences.Sorted(Names_.Keys.Where(n => !n.Invoke("startswith", "_").Truth)), Names_.At((Any)"second").Get("whole"));
            foreach (var item in new string[] { "round1", "wrong", "fails", "pack.none", "pack.first.none", "none.first" })
            {
                Name_ = item;
                Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Invoke("import_module", Name_)));
            }
            Print(Sys.Get("modules").Contains("round1"), Sys.Get("modules").Contains("fails"));
            Print(Importlib.Invoke("import_module", "space.part").Get("here"), HasAttr(Sys.Get("modules")["space"], "__file__") ? Importlib.Invoke("import_module", "space").Get("__file__") : "no file");
            Write.Call(Folder + "/pack/first.py", "value = 'anew'\n");
            Importlib.Invoke("invalidate_caches");
            Print(Importlib.Invoke("reload", Pack.Get("first")).Get("value"), Pack.Get("again"));

            Spec = Importlib.Get("util").Invoke("spec_from_file_location", "by_path", Folder + "/pack/second.py");
            Module_ = Importlib.Get("util").Invoke("module_from_spec", Spec);
            Spec.Get("loader").Invoke("exec_module", Module_);
            Print(Spec.Get("name"), Spec.Get("parent"), Spec.Get("has_location"), PyType.Of(Spec.Get("loader")).Name, Module_.Get("whole"), Sys.Get("modules").Contains("by_path"));
            Lazy = Importlib.Get("util").Invoke("find_spec", "fails");
            Lazy.Set("loader", Importlib.Get("util").Invoke("LazyLoader", Lazy.Get("loader")));
            Module_ = Importlib.Get("util").Invoke("module_from_spec", Lazy);
            Lazy.Get("loader").Invoke("exec_module", Module_);
            Tried.Call(new PyFunction("<lambda>", "", () => Module_.Get("x")));
            Sys.Get("path").Invoke("remove", Folder);
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }

        Sys.Get("meta_path").Invoke("insert", 0, Virtual.Call());
        Virtual_ = Modules.Import("virtual");

        Print(Virtual_.Get("answer"), Virtual_, Virtual_.Get("__spec__").Get("origin"));
        Sys.Get("modules").SetItem("blocked", Any.None);
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Invoke("import_module", "blocked")));
        Made = Types.Invoke("ModuleType", "made", "Its documentation.");
        Sys.Get("modules").SetItem("made", Made);
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Invoke("import_module", "made").Get("__doc__")));
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Invoke("reload", Made)));
        Tried.Call(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("os.path").Get("__name__")));
        Tried.Call(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call(new Arguments { "os.path", { "fromlist", (PyList<Any>)["join"] } }).Get("__name__")));
        Tried.Call(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call(new Arguments { "os", { "level", -1 } })));
        Tried.Call(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("")));
        Tried.Call(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call(3)));
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Get("util").Invoke("resolve_name", "..x", "a.b")));
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Get("util").Invoke("resolve_name", "...x", "a.b")));
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Invoke("import_module", ".x")));
        Tried.Call(new PyFunction("<lambda>", "", () => Importlib.Get("util").Invoke("find_spec", "none.x")));
        Print(Importlib.Get("util").Invoke("find_spec", "json").Get("name"), Importlib.Get("util").Invoke("find_spec", "nowhere_at_all"));
        Print(Importlib.Get("machinery").Invoke("ModuleSpec", new Arguments { "a", Any.None, { "origin", "b" }, { "is_package", true } }));
        Print(Importlib.Get("util").Invoke("cache_from_source", "/a/b.py"), Importlib.Get("util").Invoke("source_from_cache", "/a/__pycache__/b.cpython-313.pyc"));
        Print(Importlib.Get("util").Invoke("decode_source", PyBytes.FromLatin1("# coding: latin-1\r\nx = 'é'")), Importlib.Get("util").Invoke("source_hash", PyBytes.FromLatin1("abc")));
    }
}
