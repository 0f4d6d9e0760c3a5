using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// How constructors of C# classes say <c>__init__</c>. C# runs the base's constructor first and once. Where Python calls the base's <c>__init__</c>
/// later, more than once, or never, the object is made by a constructor that runs no <c>__init__</c>, and <c>__init__</c> of the base is a method.
/// </summary>
internal static class ConstructorForms
{
    public static void Find(IEnumerable<ClassSymbol> classes)
    {
        foreach (var cls in classes)
            if (cls.IsNative && cls.Methods.TryGetValue("__init__", out var init) && cls.Base?.Init is not null && BaseCalls.Find(cls, init) is null)
                StartBare(cls, init);
    }

    private static void StartBare(ClassSymbol cls, FunctionSymbol init)
    {
        if (cls.StartsBare || cls.Base is not { } @base)
            return;
        cls.StartsBare = true;
        for (var c = @base; c is not null; c = c.Base)
            c.HasBareConstructor = true;
        if (@base.Init is { Class: { } owner } inherited && !inherited.IsInitializer && Py.Tree.DescendantsAndSelf(init.Node).Any(n => ClassInheritance.BaseInit(cls, n) is not null))
        {
            inherited.IsInitializer = true;
            StartBare(owner, inherited);
        }
    }
}
