using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SyntaxTrees;

/// <summary>ast: trees of source text, their classes, visitors, text again, and literals.</summary>
public static class Module
{
    internal static Any Ast = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("syntax_trees.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any x = default;
        Ast = Modules.Import("ast");
        Any warnings = Modules.Import("warnings");

        string src = "\n\"\"\"doc\"\"\"\nimport os as o, sys\nfrom . import x\nasync def f(a, /, b: int=1, *c, d=2, **e) -> None:\n    \"\"\"d\"\"\"\n    async with a as b, c: pass\n    async for i in x: await y\n    return [i for i in range(3) if i if not i]\nclass A(B, metaclass=M):\n    x: int = 1\n    (y): str\n    def g[T: int, *Ts, **P](self): yield from self\n@dec\ndef h():\n    try: pass\n    except* (A, B) as e: raise X from e\n    else: pass\n    finally: pass\n    match x:\n        case [1, *rest]: pass\n        case {\"a\": 1, **kw} if kw: pass\n        case P(1, x=2) | None: pass\n        case (1 | 2) as z: pass\n        case _: pass\n    print(f\"a{x!r:>{w}}b{{}} {y=}\", 'it\\'s', b\"x\", 1.5, 3j, -1 ** 2, (-1) ** 2, not a, a if b else c, lambda: 0, lambda x, *y: x)\n    x = y = {**a, 1: 2, 'b': {1, 2}}\n    a[1:2, ::3] += (yield)\n    del a, b[0]\n    assert a, \"m\"\n    global q\n    if (n := 3) > 2: pass\n    elif z: pass\n    else: pass\n    while 1: break\n    else: continue\n    type X[T] = int\n    return (1).real, a and (b and c) or d, (a, b), 5 .bit, x @ y // z, \"é\\n\\t\"\n";
        Any t = Ast.Get("parse").Call(src);
        Print(Ast.Get("dump").Call(new Arguments { t, { "indent", 2 } }));
        Print(Ast.Get("dump").Call(new Arguments { t, { "include_attributes", true } }));
        Print(Ast.Get("unparse").Call(t));
        Print(Operators.Compare(Comparison.Eq, Ast.Get("dump").Call(Ast.Get("parse").Call(Ast.Get("unparse").Call(t))), Ast.Get("dump").Call(t)));
        Print(Ast.Get("get_docstring").Call(t), Ast.Get("get_docstring").Call(t.Get("body")[3]));
        Any v = ClassBuilder.Build("V", "V", "__main__", new Arguments { Ast.Get("NodeVisitor") }, ns =>
        {
            void VisitName(Any self, Any n)
            {
                Print([n.Get("id")], end: " ");
            }
            ns["visit_Name"] = new PyFunction("V.visit_Name", "self, n", (Any self, Any n) => VisitName(self, n));
        });
        v.Call().Invoke("visit", t);
        Print();
        Any t_ = ClassBuilder.Build("T", "T", "__main__", new Arguments { Ast.Get("NodeTransformer") }, ns2 =>
        {
            Any VisitName(Any self, Any node)
            {
                return Ast.Get("Subscript").Call(new Arguments { { "value", Ast.Get("Name").Call(new Arguments { { "id", "data" }, { "ctx", Ast.Get("Load").Call() } }) }, { "slice", Ast.Get("Constant").Call(new Arguments { { "value", node.Get("id") } }) }, { "ctx", node.Get("ctx") } });
            }
            ns2["visit_Name"] = new PyFunction("T.visit_Name", "self, node", (Any self, Any node) => VisitName(self, node));
        });
        Print(Ast.Get("unparse").Call(Ast.Get("fix_missing_locations").Call(t_.Call().Invoke("visit", Ast.Get("parse").Call("a+b*c")))));
        Print(Ast.Get("get_source_segment").Call(src, t.Get("body")[3])[new PySlice(Any.None, 20, Any.None)]);
        foreach (var n in Sequences.Of(Ast.Get("walk").Call(Ast.Get("parse").Call("x=1; y=[2,3]"))))
        {
            Print([PyType.Of(n).Name], end: " ");
        }
        Print();
        Print(Ast.Get("literal_eval").Call("{'a': [1,2,(3,)], 'b': {1}, 'c': -1+2j}"), Ast.Get("literal_eval").Call(Ast.Get("parse").Call(new Arguments { "[1, 'a']", { "mode", "eval" } })));
        try
        {
            Ast.Get("parse").Call("a b");
        }
        catch (SyntaxError e)
        {
            Print(e, ((Any)e).Get("args"));
        }
        try
        {
            Ast.Get("parse").Call("x = (");
        }
        catch (SyntaxError e)
        {
            Print(e, ((Any)e).Get("args"));
        }
        try
        {
            Ast.Get("parse").Call("def f():\nx");
        }
        catch (SyntaxError e)
        {
            Print(Builtins.Get("type").Call(e), ((Any)e).Get("args"));
        }
        foreach (var n in Sequences.Of(Builtins.Get("dir").Call(Ast)))
        {
            Any c = n[0] != "_" ? GetAttr(Ast, n) : Any.None;
            if (IsInstance(c, Builtins.Get("type")) && IsSubclass(c, Ast.Get("AST")) && !Generic.ToAny(("Num", "Str", "Bytes", "NameConstant", "Ellipsis")).Contains(n))
            {
                Print(n, c.Get("__doc__"), c.Get("_fields"), c.Get("_attributes"), GetAttr(c, "_field_types", Any.None), c.Get("__mro__"), c.Get("__match_args__"));
            }
        }
        Print(Ast.Get("Name").Call("x", Ast.Get("Load").Call()).Get("__dict__").Invoke("keys"), Ast.Get("Constant").Call(1).Get("kind"), false ? Ast.Get("FunctionDef").Call("f").Get("body") : "");
        var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Any w = entered;
            warnings.Get("simplefilter").Call("always");
            Ast.Get("Name").Call();
            Ast.Get("FunctionDef").Call(new Arguments { { "name", "x" } });
            Ast.Get("Name").Call(new Arguments { { "id", "x" }, { "foo", 1 } });
            foreach (var item in Sequences.Of(w))
            {
                x = item;
                Print(x.Get("message"));
            }
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
        try
        {
            Ast.Get("Name").Call("a", "b", "c");
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Ast.Get("Name").Call(new Arguments { "a", { "id", "c" } });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        warnings.Get("simplefilter").Call("ignore");
        x = Ast.Get("Str").Call("42");
        Print(Ast.Get("dump").Call(x), IsInstance(x, Ast.Get("Str")), IsInstance(x, Ast.Get("Num")), IsInstance(Ast.Get("Constant").Call(1), Ast.Get("Num")));
        foreach (var item2 in (PyList<string>)["1", "+1", "++1", "2+3", "2+3j", "-1.5", "{1:2}", "{**{}}", "f()", "set()", "a", "[a]", "'\\U'", "1 if 2 else 3", "\n1", " 1", "1\n", "1 2", "", "(", "b'a' b'c'", "'a' 'b'", "True", "...", "-True", "10**3", "0x1F", "1_000", "{1, 2}", "(1,)", "\t\t-1", "3+-6j", "3+(0+6j)"])
        {
            t = item2;
            try
            {
                Print(Repr(t), Ast.Get("literal_eval").Call(t));
            }
            catch (BaseException e) when (e is ValueError || e is SyntaxError)
            {
                using var handling = Handling.Of(e);
                Print(Repr(t), PyType.Of(e).Name, Str.Split(ToStr(e), " at 0x")[0], GetAttr(e, "args", PyTuple.Of())[new PySlice(1, Any.None, Any.None)]);
            }
        }
        Print(Ast.Get("dump").Call(new Arguments { Ast.Get("parse").Call(new Arguments { "(int, *str, **Any) -> List[int]", { "mode", "func_type" } }), { "include_attributes", true } }));
        Print(Ast.Get("dump").Call(Ast.Get("parse").Call(new Arguments { "x = 1 # type: int\ndef f(a, # type: str\n b):\n  # type: (...) -> None\n  pass\nx = [] # type: ignore[foo]\n", { "type_comments", true } })));
    }
}
