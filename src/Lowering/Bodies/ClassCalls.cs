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
        if (cls.Enumeration is not null)
            return call is { Args: [not Py.Starred and var value], Keywords.Length: 0 } ? new LowInvoke(new LowName($"{cls.CsName}.Of"), AsAny(value)) : null;
        if (cls.Init is { } init)
            return CallBinding.TryBind(init, call) is { } bound ? Keeping(cls, init, call, new LowNew(type, Arguments(bound))) : null;
        if (call.Keywords.Length > 0)
            return null;
        if (!cls.IsException)
            return call.Args.Length == 0 ? new LowNew(type, []) : null;
        return call.Args.Any(a => a is Py.Starred) ? null : new LowNew(type, [.. call.Args.Select(a => new LowArgument(AsAny(a)))]);
    }

    /// <summary>A new object; an exception that keeps the arguments of its call, of those that are positional.</summary>
    private static LowExpression Keeping(ClassSymbol cls, FunctionSymbol init, Py.Call call, LowNew made)
        => KeptArguments.MayBe(cls) && KeptArguments.Count(init, call.Args.Length) is { } count ? new LowInvoke(new LowMember(made, "Given"), new LowLiteral((long)count)) : made;

    /// <summary>The class that a class method is called on.</summary>
    private LowExpression ClassFor(Py.Attribute attribute)
        => TypeOf(attribute.Value) is ClassType ? Lower(attribute.Value).Code : MemberOf(Lower(attribute.Value).Code, "Class");

    /// <summary>
    /// <c>__class__</c> inside a method, or in what a class body defines: the class; null outside of classes. See
    /// <see href="https://docs.python.org/3.13/reference/datamodel.html#creating-the-class-object">creating the class object</see>.
    /// </summary>
    private LowExpression? ClassAround()
    {
        for (var body = this; body is not null; body = body.Outer)
        {
            var cls = body.Function?.Class ?? (body != this && body._scope is { Kind: ScopeKind.Class, Class: { } around } ? around : null);
            if (cls is not null)
                return cls.IsNative ? new LowMember(new LowName(cls.CsName), "Type") : new LowInvoke(new LowName("Names.Free"), new LowName(module.ClassCell(cls)), new LowLiteral("__class__"));
        }
        return null;
    }

    /// <summary><c>super()</c> where the program may have put something else in the place of the built-in: what the name says then is called with nothing.</summary>
    private LowExpression? ReplacedSuper(Py.Call call)
        => call is { Func: Py.Name { Id: "super" }, Args.Length: 0, Keywords.Length: 0 } && (TypeOf(call.Func) is not LibraryType || Model.PatchedLibrary.Contains("builtins.super")) && Super() is { } own
            ? new LowInvoke(new LowName("Functions.Super"), AsReceiver(call.Func), new LowLambda([], own))
            : null;

    /// <summary><c>super()</c> inside a method, or a function in one: the class of the method, and the first parameter of the function itself.</summary>
    private LowExpression? Super()
    {
        LowExpression? self = null;
        var isFound = false;
        for (var body = this; body is not null; body = body.Outer)
        {
            if (body.Function is not { } function)
                continue;
            if (!isFound)
                self = body.Self is not null ? new LowThis()
                    : function.Parameters.FirstOrDefault() is { Kind: ParameterKind.PositionalOnly or ParameterKind.Positional } first ? new LowName(first.Symbol.CsName) : null;
            isFound = true;
            if (function.Class is not { } cls)
                continue;
            LowExpression type = cls.IsNative ? new LowMember(new LowName(cls.CsName), "Type") : new LowInvoke(new LowMember(new LowName(module.ClassCell(cls)), "As") { TypeArguments = [LowType.Named("PyType")] });
            return self is null ? new LowInvoke(new LowName("Functions.NoSuper")) : new LowCast(LowType.Any, new LowNew(LowType.Named("Super"), [new(type), new(self)]));
        }
        return null;
    }
}
