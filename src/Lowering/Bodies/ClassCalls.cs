using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Calls that concern classes: objects that are made, the class that a class method gets, <c>super()</c>.</summary>
internal sealed partial class BodyLowerer
{
    private LowExpression? Construct(ClassSymbol cls, Py.Call call)
    {
        var type = LowType.Named(cls.CsName);
        if (cls.IsAbstract)
            return null;
        if (cls.Init is { } init)
            return CallBinding.TryBind(init, call) is { } bound ? new LowNew(type, Arguments(bound)) : null;
        if (call.Keywords.Length > 0)
            return null;
        if (!cls.IsException)
            return call.Args.Length == 0 ? new LowNew(type, []) : null;
        return call.Args.Any(a => a is Py.Starred) ? null : new LowNew(type, [.. call.Args.Select(a => new LowArgument(AsAny(a)))]);
    }

    /// <summary>The class that a class method is called on.</summary>
    private LowExpression ClassFor(Py.Attribute attribute)
        => TypeOf(attribute.Value) is ClassType ? Lower(attribute.Value).Code : MemberOf(Lower(attribute.Value).Code, "Class");

    /// <summary>The class in whose text a function stands: <c>__class__</c>; null outside of classes.</summary>
    private LowExpression? EnclosingClass()
    {
        for (var body = this; body is not null; body = body.Outer)
            if (body.Function?.Class is { } cls)
                return cls.IsNative ? new LowMember(new LowName(cls.CsName), "Type") : new LowName(module.ClassCell(cls));
        return null;
    }

    /// <summary><c>super()</c> inside a method: the class and the method's first parameter.</summary>
    private LowExpression? Super()
    {
        for (var body = this; body is not null; body = body.Outer)
        {
            if (body.Function?.Class is not { } cls || body.Function.Parameters.Count == 0)
                continue;
            LowExpression self = body.Self is not null ? new LowThis() : new LowName(body.Function.Parameters[0].Symbol.CsName);
            LowExpression type = cls.IsNative ? new LowMember(new LowName(cls.CsName), "Type") : new LowInvoke(new LowMember(new LowName(module.ClassCell(cls)), "As") { TypeArguments = [LowType.Named("PyType")] });
            return new LowCast(LowType.Any, new LowNew(LowType.Named("Super"), [new(type), new(self)]));
        }
        return null;
    }
}
