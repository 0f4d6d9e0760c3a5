namespace Pytocs.Runtime.Core;

/// <summary>A function bound to its first argument.</summary>
public sealed class BoundMethod(Any function, Any self) : PyObject
{
    public Any Function => function;

    public Any Self => self;

    public override PyType Class => function.Ref is PyFunction { IsInPython: false } builtin
        ? SlotNames.IsSlot(builtin) ? DescriptorTypes.MethodWrapper : DescriptorTypes.BuiltinFunction
        : DescriptorTypes.Method;

    public override Any Call() => function.Call(self);

    public override Any Call(Any a) => function.Call(self, a);

    public override Any Call(Any a, Any b) => function.Call(self, a, b);

    public override Any Call(Any a, Any b, Any c) => function.Call(new Arguments { self, a, b, c });

    public override Any Call(Arguments arguments) => function.Call(arguments.WithFirst(self));
}
