using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The abstract classes of <see href="https://docs.python.org/3.13/library/numbers.html">numbers</see>; the built-in numbers are registered with them.</summary>
internal static class NumbersModule
{
    private static ClassMaker Class(string name) => new ClassMaker(name, "numbers").Attribute("__slots__", PyTuple.Empty);

    private static readonly PyType s_number = Class("Number").Attribute("__hash__", Any.None).MakeAbstract();

    private static readonly PyType s_complex = Complex();

    private static readonly PyType s_real = Real();

    private static readonly PyType s_rational = Rational();

    private static readonly PyType s_integral = Integral();

    public static PyModule Build() => new PyModule("numbers").Type(s_number).Type(s_complex).Type(s_real).Type(s_rational).Type(s_integral);

    private static ClassMaker Abstract(this ClassMaker maker, string signature, params string[] names)
    {
        foreach (var name in names)
            maker.Abstract(name, signature, static _ => throw new NotImplementedError());
        return maker;
    }

    private static ClassMaker AbstractProperties(this ClassMaker maker, params string[] names)
    {
        foreach (var name in names)
        {
            var get = new PyFunction(name, "self", static (Any _) => throw new NotImplementedError()) { Module = "numbers" };
            Operators.SetAttr(get, "__isabstractmethod__", true);
            maker.Attribute(name, new PyProperty(get, Any.None, Any.None, Any.None));
        }
        return maker;
    }

    private static PyType Complex()
    {
        var type = Class("Complex")
            .Abstract("self", "__complex__", "__neg__", "__pos__", "__abs__", "conjugate")
            .Abstract("self, other", "__add__", "__radd__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__", "__eq__")
            .Abstract("self, exponent", "__pow__").Abstract("self, base", "__rpow__")
            .AbstractProperties("real", "imag")
            .Method("__bool__", static self => Operators.NotEqual(self, 0))
            .Method("__sub__", "other", static (self, other) => self + (-other))
            .Method("__rsub__", "other", static (self, other) => (-self) + other)
            .Attribute("__hash__", Any.None)
            .MakeAbstract(s_number);
        AbstractMeta.Register(type, ComplexType.Type);
        return type;
    }

    private static PyType Real()
    {
        var type = Class("Real")
            .Abstract("self", "__float__", "__trunc__", "__floor__", "__ceil__").Abstract("self, ndigits=None", "__round__")
            .Abstract("self, other", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__lt__", "__le__")
            .Method("__divmod__", "other", static (self, other) => PyTuple.Of(Any.FloorDiv(self, other), self % other))
            .Method("__rdivmod__", "other", static (self, other) => PyTuple.Of(Any.FloorDiv(other, self), other % self))
            .Method("__complex__", static self => new System.Numerics.Complex(FloatType.Real(self), 0))
            .Property("real", static self => +self)
            .Property("imag", static _ => 0)
            .Method("conjugate", static self => +self)
            .MakeAbstract(s_complex);
        AbstractMeta.Register(type, FloatType.Type);
        return type;
    }

    private static PyType Rational()
    {
        var type = Class("Rational")
            .AbstractProperties("numerator", "denominator")
            .Method("__float__", static self => Operators.Index(self.Get("numerator")) / Operators.Index(self.Get("denominator")))
            .MakeAbstract(s_real);
        AbstractMeta.Register(type, PyFraction.Type);
        AbstractMeta.Register(s_number, Decimals.PyDecimal.Type);
        return type;
    }

    private static PyType Integral()
    {
        var type = Class("Integral")
            .Abstract("self", "__int__", "__invert__").Abstract("self, exponent, modulus=None", "__pow__")
            .Abstract("self, other", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__", "__rxor__", "__or__", "__ror__")
            .Method("__index__", static self => Operators.Index(self.Invoke("__int__")))
            .Method("__float__", static self => PyInt.ToDouble(Operators.Index(self.Invoke("__int__"))))
            .Property("numerator", static self => +self)
            .Property("denominator", static _ => 1)
            .MakeAbstract(s_rational);
        AbstractMeta.Register(type, IntType.Type);
        return type;
    }
}
