using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>The class as Python sees it.</summary>
public sealed partial class DecimalContext
{
    internal static readonly PyType Type = Declare();

    protected override PyType BuiltinClass => Type;

    private static DecimalContext Self(Any o) => (DecimalContext)o.Ref!;

    private static PyType Declare()
    {
        var type = PyType.Builtin("Context", module: "decimal");
        type.New("cls, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None", static a => Create(a));
        Setting(type, "prec", static c => c.Precision, static (c, v) => c.Precision = Ranged(v, 1, MaxPrecision, "valid range for prec is [1, MAX_PREC]"));
        Setting(type, "rounding", static c => NameOf(c.Rounding), static (c, v) => c.Rounding = RoundingOf(v));
        Setting(type, "Emin", static c => c.MinimalExponent, static (c, v) => c.MinimalExponent = Ranged(v, -MaxExponent, 0, "valid range for Emin is [MIN_EMIN, 0]"));
        Setting(type, "Emax", static c => c.MaximalExponent, static (c, v) => c.MaximalExponent = Ranged(v, 0, MaxExponent, "valid range for Emax is [0, MAX_EMAX]"));
        Setting(type, "capitals", static c => c.Capitals ? 1 : 0, static (c, v) => c.Capitals = Ranged(v, 0, 1, "valid values for capitals are 0 or 1") == 1);
        Setting(type, "clamp", static c => c.Clamp ? 1 : 0, static (c, v) => c.Clamp = Ranged(v, 0, 1, "valid values for clamp are 0 or 1") == 1);
        Setting(type, "flags", static c => new SignalDict(c, flags: true), static (c, v) => c.Flags = SignalDict.Required(v));
        Setting(type, "traps", static c => new SignalDict(c, flags: false), static (c, v) => c.Traps = SignalDict.Required(v));
        type.Method("Etiny", static o => Self(o).Tiny)
            .Method("Etop", static o => Self(o).Top)
            .Method("clear_flags", static o => Lib.Do(() => Self(o).Flags = DecimalStatus.None))
            .Method("clear_traps", static o => Lib.Do(() => Self(o).Traps = DecimalStatus.None))
            .Method("copy", static o => Self(o).Copy())
            .Method("__copy__", static o => Self(o).Copy())
            .Method("copy_decimal", "self, x, /", static (_, x) => PyDecimal.Required(x))
            .Method("apply", "self, x, /", static (o, x) => PyDecimal.Plain(PyDecimal.Fitted(PyDecimal.Required(x), Self(o))))
            .Method("_apply", "self, x, /", static (o, x) => PyDecimal.Plain(PyDecimal.Fitted(PyDecimal.Required(x), Self(o))))
            .Method("create_decimal", "self, num='0', /", static (o, x) => PyDecimal.Plain(PyDecimal.Fitted(x, Self(o))))
            .Method("create_decimal_from_float", "self, f, /", static (o, x) => PyDecimal.Plain(PyDecimal.FittedFloat(x, Self(o))))
            .Method("__repr__", static o => Self(o).Describe())
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Self(o).Parts()));
        DecimalMethods.DeclareContext(type, Self);
        return type;
    }

    private static void Setting(PyType type, string name, Func<DecimalContext, Any> get, Action<DecimalContext, Any> set)
        => type.Property(name, o => get(Self(o)), (o, v) => set(Self(o), v), static _ => throw new AttributeError("context attributes cannot be deleted"));

    private static long Ranged(Any value, long least, long most, string error)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (!Operators.IsIntLike(plain))
            throw new TypeError("an integer is required");
        var number = Operators.ToInt(plain);
        if (number > long.MaxValue || number < long.MinValue)
            throw new OverflowError("Python int too large to convert to C ssize_t");
        return number >= least && number <= most ? (long)number : throw new ValueError(error);
    }

    private static readonly string[] s_settings = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"];

    private static DecimalContext Create(Any[] a)
    {
        var context = Default.Copy();
        context.Flags = DecimalStatus.None;
        for (var i = 0; i < s_settings.Length; i++)
            if (!a[i + 1].IsNone)
                context.Change(s_settings[i], a[i + 1]);
        if (!ReferenceEquals(a[0].Ref, Type))
            context.SetClass((PyType)a[0].Ref!);
        return context;
    }

    /// <summary>Sets one of the settings by name; flags and traps may come as a list of signals.</summary>
    /// <exception cref="TypeError">There is no such setting.</exception>
    internal void Change(string name, Any value)
    {
        if (!s_settings.Contains(name))
            throw new TypeError($"this function got an unexpected keyword argument '{name}'");
        if (name is "flags" or "traps" && value.Ref is not SignalDict)
        {
            var status = value.Ref is PyDict dict ? SignalDict.FromDict(dict) : SignalDict.FromList(value);
            if (name == "flags")
                Flags = status;
            else
                Traps = status;
            return;
        }
        Operators.SetAttr(this, name, value);
    }

    private PyTuple Parts() => PyTuple.Of(
        Precision, NameOf(Rounding), MinimalExponent, MaximalExponent, Capitals ? 1 : 0, Clamp ? 1 : 0, SignalDict.ToList(Flags), SignalDict.ToList(Traps));

    private string Describe()
        => $"Context(prec={Precision}, rounding={NameOf(Rounding)}, Emin={MinimalExponent}, Emax={MaximalExponent}, capitals={(Capitals ? 1 : 0)}, clamp={(Clamp ? 1 : 0)}, "
            + $"flags=[{DecimalSignals.Names(Flags)}], traps=[{DecimalSignals.Names(Traps)}])";
}
