using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LeavingFinally;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("leaving_finally.py", args, Run);

    // return / break / continue inside finally
    public static PyInt A()
    {
        try
        {
            _ = (PyInt)1;
            goto finish;
        }
        catch (BaseException)
        {
        }
        finish:;
        return 2;
    }

    public static string B()
    {
        try
        {
            throw new ValueError("x");
        }
        catch (BaseException)
        {
        }
        return "swallowed";
    }

    public static PyList<PyInt> C(PyInt n)
    {
        PyList<PyInt> @out = (PyList<PyInt>)[];
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            BaseException? failed = null;
            try
            {
                if (i == 2)
                {
                    throw new KeyError(i);
                }
                @out.Append(i);
            }
            catch (BaseException error)
            {
                failed = error;
            }
            if (i == 2)
            {
                continue;
            }
            @out.Append(-i);
            if (failed is not null)
            {
                throw failed;
            }
        }
        return @out;
    }

    public static PyList<string> D()
    {
        PyList<string> r = (PyList<string>)[];
        while (true)
        {
            try
            {
                r.Append("try");
                _ = r;
                goto finish;
            }
            catch (BaseException)
            {
            }
            finish:;
            r.Append("fin");
            break;
        }
        r.Append("after");
        return r;
    }

    public static string E(bool flag)
    {
        try
        {
            BaseException? failed = null;
            int leaving = 0;
            string returned = default!;
            try
            {
                returned = "inner";
                leaving = 1;
                goto finish;
            }
            catch (BaseException error)
            {
                failed = error;
            }
            finish:;
            if (flag)
            {
                return "override";
            }
            if (failed is not null)
            {
                throw failed;
            }
            if (leaving == 1)
            {
                return returned;
            }
        }
        finally
        {
            Print("outer finally", flag);
        }
        throw new UnreachableException();
    }

    public static Any F_()
    {
        for (PyInt i = 0; i < 3; i++)
        {
            BaseException? failed = null;
            int leaving = 0;
            try
            {
                leaving = 3;
                goto finish;
            }
            catch (BaseException error)
            {
                failed = error;
            }
            finish:;
            if (i == 1)
            {
                return i;
            }
            Print("fin", i);
            if (failed is not null)
            {
                throw failed;
            }
            if (leaving == 3)
            {
                continue;
            }
        }
        return "never";
    }

    public static string G(PyInt x)
    {
        string r = default!;
        BaseException? failed = null;
        int leaving = 0;
        string returned = default!;
        try
        {
            bool succeeded = false;
            try
            {
                if (x == 0)
                {
                    returned = "zero";
                    leaving = 1;
                    goto finish;
                }
                if (x == 1)
                {
                    throw new ValueError("one");
                }
                r = "normal";
                succeeded = true;
            }
            catch (ValueError err)
            {
                returned = "caught " + ToStr(err);
                leaving = 1;
                goto finish;
            }
            if (succeeded)
            {
                r += " else";
            }
        }
        catch (BaseException error)
        {
            failed = error;
        }
        finish:;
        if (x == 3)
        {
            return "three";
        }
        Print("cleanup", x);
        if (failed is not null)
        {
            throw failed;
        }
        if (leaving == 1)
        {
            return returned;
        }
        return r;
    }

    public static PyList<Any>? H()
    {
        PyList<Any> log = (PyList<Any>)[];
        for (PyInt i = 0; i < 4; i++)
        {
            try
            {
                BaseException? failed = null;
                int leaving = 0;
                try
                {
                    if (i == 1)
                    {
                        leaving = 2;
                        goto finish;
                    }
                    if (i == 0)
                    {
                        leaving = 3;
                        goto finish;
                    }
                }
                catch (BaseException error)
                {
                    failed = error;
                }
                finish:;
                log.Append(PyTuple.Of("inner", i));
                if (i == 99)
                {
                    return null;
                }
                if (failed is not null)
                {
                    throw failed;
                }
                if (leaving == 2)
                {
                    break;
                }
                if (leaving == 3)
                {
                    continue;
                }
            }
            finally
            {
                log.Append(PyTuple.Of("outer", i));
            }
        }
        return log;
    }

    public static Generator<PyInt> Gen()
    {
        return Generator<PyInt>.Create("gen", "gen", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                await y.Yield(1);
                await y.Yield(2);
            }
            catch (BaseException)
            {
            }
            Print("gen closing");
            return "done";
        }
    }

    public static async Coro<PyInt> Co()
    {
        try
        {
            _ = (PyInt)1;
            goto finish;
        }
        catch (BaseException)
        {
        }
        finish:;
        return 5;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(A(), B(), C(4), D(), E(true), E(false), F_());
        for (PyInt x = 0; x < 4; x++)
        {
            Print(G(x));
        }
        Print(H());
        Generator<PyInt> it = Gen();
        Print(it.Next());
        it.Close();
        try
        {
            Generator<PyInt> it2 = Gen();
            it2.Next();
            it2.Throw(new RuntimeError("x"));
        }
        catch (StopIteration s)
        {
            Print("stop", ((Any)s).Get("value"));
        }
        Print(AsyncIO.Run(CoCoroutine()));
        try
        {
            try
            {
                throw new ValueError("a");
            }
            finally
            {
                Print("plain finally");
            }
        }
        catch (ValueError v)
        {
            Print(v);
        }
    }

    public static Coroutine<PyInt> CoCoroutine() => Coroutine.Of("co", "co", () => Co());
}
