using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary><see href="https://docs.python.org/3.13/library/codecs.html#codecs.CodecInfo">CodecInfo</see>: what is registered of an encoding.</summary>
internal static class CodecInfoType
{
    public static readonly PyType Type = new ClassMaker("CodecInfo", "codecs")
        .Attribute("_is_text_encoding", true)
        .Method("__new__", "cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None", static a =>
        {
            var self = ((Any)TupleType.Type).Get("__new__").Call(a[0], PyTuple.Of(a[1], a[2], a[3], a[4]));
            foreach (var (member, value) in (ReadOnlySpan<(string, Any)>)[("name", a[7]), ("encode", a[1]), ("decode", a[2]), ("incrementalencoder", a[5]), ("incrementaldecoder", a[6]), ("streamwriter", a[4]), ("streamreader", a[3])])
                self.Set(member, value);
            if (!a[8].IsNone)
                self.Set("_is_text_encoding", a[8]);
            return self;
        })
        .Method("__repr__", static self => $"<codecs.CodecInfo object for encoding {Operators.Str(self.Get("name"))} at 0x{Lib.Int(Builtins.Get("id").Call(self)):x}>")
        .Method("__reduce_ex__", "protocol", static (self, _) => PyTuple.Of(PyType.Of(self), PyTuple.From(self), self.Get("__dict__")))
        .Make(TupleType.Type);
}
