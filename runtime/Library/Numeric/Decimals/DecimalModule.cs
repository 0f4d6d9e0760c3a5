using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>The module <see href="https://docs.python.org/3.13/library/decimal.html">decimal</see>.</summary>
internal static class DecimalModule
{
    public static PyModule Build()
    {
        var module = new PyModule("decimal")
            .Type(PyDecimal.Type).Type(DecimalContext.Type).Type(PyDecimal.TupleClass)
            .Value("DefaultContext", DecimalContext.Default).Value("BasicContext", DecimalContext.Basic).Value("ExtendedContext", DecimalContext.Extended)
            .Type(DecimalSignals.Base).Type(DecimalSignals.ConversionSyntax).Type(DecimalSignals.DivisionImpossible).Type(DecimalSignals.DivisionUndefined).Type(DecimalSignals.InvalidContext)
            .Value("MAX_PREC", DecimalContext.MaxPrecision).Value("MAX_EMAX", DecimalContext.MaxExponent).Value("MIN_EMIN", -DecimalContext.MaxExponent)
            .Value("MIN_ETINY", -DecimalContext.MaxExponent - DecimalContext.MaxPrecision + 1)
            .Value("HAVE_THREADS", true).Value("HAVE_CONTEXTVAR", true).Value("__version__", "1.70").Value("__libmpdec_version__", "2.5.1")
            .Function("getcontext", "", static _ => DecimalContext.Current)
            .Function("setcontext", "context, /", static (Any[] a) => Lib.Do(() => Set(a[0])))
            .Function("localcontext", "ctx=None, **kwargs", static (context, settings) => new LocalContext(Local(context, Lib.Dict(settings))));
        foreach (var (_, type) in DecimalSignals.All)
            module.Type(type);
        foreach (var rounding in Enum.GetValues<DecimalRounding>())
            module.Value(DecimalContext.NameOf(rounding), DecimalContext.NameOf(rounding));
        return module;
    }

    private static void Set(Any context)
    {
        var chosen = context.Ref as DecimalContext ?? throw new TypeError("argument must be a context");
        // The templates of the module are never changed by being in use.
        DecimalContext.Current = ReferenceEquals(chosen, DecimalContext.Default) || ReferenceEquals(chosen, DecimalContext.Basic) || ReferenceEquals(chosen, DecimalContext.Extended)
            ? Cleared(chosen)
            : chosen;
    }

    private static DecimalContext Cleared(DecimalContext context)
    {
        var copy = context.Copy();
        copy.Flags = DecimalStatus.None;
        return copy;
    }

    private static DecimalContext Local(Any context, PyDict settings)
    {
        var local = DecimalContext.Given(context).Copy();
        foreach (var (key, value) in settings.Entries())
            if (!value.IsNone)
                local.Change(Operators.Str(key), value);
        return local;
    }

    /// <summary>The context manager of <c>localcontext</c>.</summary>
    private sealed class LocalContext(DecimalContext local) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("ContextManager", module: "decimal")
            .Method("__enter__", static o => ((LocalContext)o.Ref!).Enter())
            .Method("__exit__", "self, /, *args", static (o, _) => Lib.Do(() => ((LocalContext)o.Ref!).Exit()));

        private DecimalContext? _outer;

        public override PyType Class => s_type;

        private DecimalContext Enter()
        {
            _outer = DecimalContext.Current;
            DecimalContext.Current = local;
            return local;
        }

        private void Exit() => DecimalContext.Current = _outer!;
    }
}
