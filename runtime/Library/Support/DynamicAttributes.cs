using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/types.html#types.DynamicClassAttribute">types.DynamicClassAttribute</see>: a property of objects that the metaclass answers for on the class.</summary>
internal static class DynamicAttributes
{
    public static PyType Make() => new ClassMaker("DynamicClassAttribute", "types")
        .Method("__init__", "self, fget=None, fset=None, fdel=None, doc=None", static a => Lib.Do(() =>
        {
            a[0].Set("fget", a[1]);
            a[0].Set("fset", a[2]);
            a[0].Set("fdel", a[3]);
            a[0].Set("overwrite_doc", a[4].IsNone);
            a[0].Set("__doc__", a[4].IsNone && !a[1].IsNone ? Operators.GetAttr(a[1], "__doc__", Any.None) : a[4]);
            a[0].Set("__isabstractmethod__", Operators.GetAttr(a[1], "__isabstractmethod__", false).Truth);
        }))
        .Method("__get__", "self, instance, ownerclass=None", static a => a[1].IsNone
            ? a[0].Get("__isabstractmethod__").Truth ? a[0] : throw new AttributeError()
            : a[0].Get("fget") is { IsNone: false } get ? get.Call(a[1]) : throw new AttributeError("unreadable attribute"))
        .Method("__set__", "self, instance, value", static a => a[0].Get("fset") is { IsNone: false } set ? Lib.Do(() => set.Call(a[1], a[2])) : throw new AttributeError("can't set attribute"))
        .Method("__delete__", "self, instance", static a => a[0].Get("fdel") is { IsNone: false } delete ? Lib.Do(() => delete.Call(a[1])) : throw new AttributeError("can't delete attribute"))
        .Method("getter", "self, fget", static a => Copy(a[0], a[1], a[0].Get("fset"), a[0].Get("fdel"), a[0].Get("overwrite_doc").Truth && Operators.GetAttr(a[1], "__doc__", Any.None) is { IsNone: false } doc ? doc : a[0].Get("__doc__")))
        .Method("setter", "self, fset", static a => Copy(a[0], a[0].Get("fget"), a[1], a[0].Get("fdel"), a[0].Get("__doc__")))
        .Method("deleter", "self, fdel", static a => Copy(a[0], a[0].Get("fget"), a[0].Get("fset"), a[1], a[0].Get("__doc__")))
        .Make();

    private static Any Copy(Any self, Any get, Any set, Any delete, Any doc)
    {
        var result = ((Any)PyType.Of(self)).Call(new Arguments { get, set, delete, doc });
        result.Set("overwrite_doc", self.Get("overwrite_doc"));
        return result;
    }
}
