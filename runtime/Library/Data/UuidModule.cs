using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/uuid.html">uuid</see>.</summary>
internal static class UuidModule
{
    private const string ReservedNcs = "reserved for NCS compatibility";
    private const string Rfc4122 = "specified in RFC 4122";
    private const string ReservedMicrosoft = "reserved for Microsoft compatibility";
    private const string ReservedFuture = "reserved for future definition";

    private static readonly Lock s_lock = new();
    private static readonly Any s_safe = ((Any)EnumModule.Enum).Call(new Arguments { "SafeUUID", new PyDict<Any, Any> { ["safe"] = 0, ["unsafe"] = -1, ["unknown"] = Any.None }, { "module", "uuid" } });
    private static readonly PyType s_type = Create();
    private static long s_lastTime;

    public static PyModule Build()
    {
        var module = new PyModule("uuid").Type(s_type).Value("SafeUUID", s_safe)
            .Value("RESERVED_NCS", ReservedNcs).Value("RFC_4122", Rfc4122).Value("RESERVED_MICROSOFT", ReservedMicrosoft).Value("RESERVED_FUTURE", ReservedFuture)
            .Function("uuid1", "node=None, clock_seq=None", static (node, clock) => ByTime(node, clock))
            .Function("uuid3", "namespace, name", static (space, name) => ByName(space, name, MD5.HashData, 3))
            .Function("uuid4", "", static _ => Versioned(RandomNumberGenerator.GetBytes(16), 4))
            .Function("uuid5", "namespace, name", static (space, name) => ByName(space, name, SHA1.HashData, 5));
        foreach (var (name, last) in (ReadOnlySpan<(string, char)>)[("DNS", '0'), ("URL", '1'), ("OID", '2'), ("X500", '4')])
            module.Value("NAMESPACE_" + name, Make(Parse($"6ba7b81{last}9dad11d180b400c04fd430c8")));
        return UuidNodes.AddTo(module);
    }

    private static BigInteger Parse(string digits) => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static Any Make(BigInteger value) => ((Any)s_type).Call(new Arguments { { "int", value } });

    private static Any Versioned(ReadOnlySpan<byte> bytes, int version)
        => ((Any)s_type).Call(new Arguments { { "bytes", PyBytes.Wrap(bytes[..16].ToArray()) }, { "version", version } });

    private static Any ByName(Any space, Any name, Func<byte[], byte[]> hash, int version)
    {
        var text = PyValueInstance.Unwrap(name).Ref is string s ? Encoding.UTF8.GetBytes(s) : Buffers.Of(name).ToArray();
        return Versioned(hash([.. Buffers.Of(space.Get("bytes")), .. text]), version);
    }

    private static Any ByTime(Any node, Any clock)
    {
        long time;
        lock (s_lock)
        {
            // 100 ns intervals since the Gregorian calendar began.
            time = (DateTime.UtcNow - new DateTime(1582, 10, 15, 0, 0, 0, DateTimeKind.Utc)).Ticks;
            time = s_lastTime = Math.Max(time, s_lastTime + 1);
        }
        var sequence = clock.IsNone ? RandomNumberGenerator.GetInt32(1 << 14) : Lib.Int(clock);
        var fields = PyTuple.Of(time & 0xFFFFFFFF, (time >> 32) & 0xFFFF, (time >> 48) & 0x0FFF, (sequence >> 8) & 0x3F, sequence & 0xFF, node.IsNone ? UuidNodes.Node() : node);
        return ((Any)s_type).Call(new Arguments { { "fields", fields }, { "version", 1 } });
    }

    private static BigInteger Value(Any self) => (BigInteger)Operators.Index(self.Get("int"));

    private static string Hex(Any self) => Convert.ToHexStringLower(Bytes(Value(self)));

    private static byte[] Bytes(BigInteger value)
    {
        var result = new byte[16];
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(result, 16 - bytes.Length);
        return result;
    }

    private static long Part(Any self, int shift, int bits) => (long)((Value(self) >> shift) & ((BigInteger.One << bits) - 1));

    private static PyType Create()
    {
        var type = new ClassMaker("UUID", "uuid")
            .Method("__init__", "self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None", static a => Initialise(a))
            .Method("__getstate__", static self =>
            {
                var state = new PyDict<Any, Any> { ["int"] = self.Get("int") };
                if (!Operators.Is(self.Get("is_safe"), s_safe.Get("unknown")))
                    state["is_safe"] = self.Get("is_safe").Get("value");
                return state;
            })
            .Method("__setstate__", "state", static (self, state) =>
            {
                Operators.GenericSet(self, "int", state["int"]);
                Operators.GenericSet(self, "is_safe", Operators.Contains(state, "is_safe") ? s_safe.Call(state["is_safe"]) : s_safe.Get("unknown"));
                return Any.None;
            })
            .Method("__hash__", static self => Operators.Hash(self.Get("int")))
            .Method("__int__", static self => self.Get("int"))
            .Method("__repr__", static self => $"{PyType.Of(self).Name}('{Operators.Str(self)}')")
            .Method("__setattr__", "self, name, value", static _ => throw new TypeError("UUID objects are immutable"))
            .Method("__str__", static self => Hex(self) is var h ? $"{h[..8]}-{h[8..12]}-{h[12..16]}-{h[16..20]}-{h[20..]}" : "")
            .Property("bytes", static self => PyBytes.Wrap(Bytes(Value(self))))
            .Property("bytes_le", static self => PyBytes.Wrap(Swapped(Bytes(Value(self)))))
            .Property("fields", static self => PyTuple.Of(Part(self, 96, 32), Part(self, 80, 16), Part(self, 64, 16), Part(self, 56, 8), Part(self, 48, 8), Part(self, 0, 48)))
            .Property("time_low", static self => Part(self, 96, 32)).Property("time_mid", static self => Part(self, 80, 16)).Property("time_hi_version", static self => Part(self, 64, 16))
            .Property("clock_seq_hi_variant", static self => Part(self, 56, 8)).Property("clock_seq_low", static self => Part(self, 48, 8))
            .Property("time", static self => ((Part(self, 64, 16) & 0x0FFF) << 48) | (Part(self, 80, 16) << 32) | Part(self, 96, 32))
            .Property("clock_seq", static self => ((Part(self, 56, 8) & 0x3F) << 8) | Part(self, 48, 8))
            .Property("node", static self => Part(self, 0, 48))
            .Property("hex", static self => Hex(self))
            .Property("urn", static self => "urn:uuid:" + Operators.Str(self))
            .Property("variant", static self => Variant(self))
            .Property("version", static self => Variant(self) == Rfc4122 ? Part(self, 76, 4) : Any.None);
        foreach (var op in Enum.GetValues<Comparison>())
        {
            if (op != Comparison.NotEq)
                maker(type, op);
        }
        return type.Make(PyType.Object);

        static void maker(ClassMaker type, Comparison op)
            => type.Method(OperatorNames.Compare[(int)op], "other", (a, b) => PyType.Of(b).IsSubclassOf(s_type) ? Operators.Compare(op, a.Get("int"), b.Get("int")) : Any.NotImplemented);
    }

    private static string Variant(Any self)
    {
        var top = Part(self, 61, 3);
        return (top & 4) == 0 ? ReservedNcs : (top & 2) == 0 ? Rfc4122 : (top & 1) == 0 ? ReservedMicrosoft : ReservedFuture;
    }

    private static byte[] Swapped(byte[] b) => [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], .. b[8..]];

    private static Any Initialise(Any[] a)
    {
        if (a[1..6].Count(static v => v.IsNone) != 4)
            throw new TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given");
        var value = !a[1].IsNone ? FromHex(Lib.Text(a[1]))
            : !a[2].IsNone ? new BigInteger(Sixteen(a[2], "bytes"), isUnsigned: true, isBigEndian: true)
            : !a[3].IsNone ? new BigInteger(Swapped(Sixteen(a[3], "bytes_le")), isUnsigned: true, isBigEndian: true)
            : !a[4].IsNone ? FromFields(Operators.ToList(a[4]))
            : (BigInteger)Operators.Index(a[5]);
        if (value.Sign < 0 || value >= BigInteger.One << 128)
            throw new ValueError("int is out of range (need a 128-bit value)");
        if (!a[6].IsNone)
        {
            var version = Lib.Int(a[6]);
            if (version is < 1 or > 5)
                throw new ValueError("illegal version number");
            value = (value & ~(((BigInteger)0xC000 << 48) | ((BigInteger)0xF000 << 64))) | ((BigInteger)0x8000 << 48) | ((BigInteger)version << 76);
        }
        Operators.GenericSet(a[0], "int", value);
        Operators.GenericSet(a[0], "is_safe", a[7].IsNone ? s_safe.Get("unknown") : a[7]);
        return Any.None;
    }

    private static BigInteger FromHex(string text)
    {
        var digits = text.Replace("urn:", "", StringComparison.Ordinal).Replace("uuid:", "", StringComparison.Ordinal).Trim('{', '}').Replace("-", "", StringComparison.Ordinal);
        return Str.Length(digits) == 32 ? (BigInteger)PyInt.Parse(digits, 16) : throw new ValueError("badly formed hexadecimal UUID string");
    }

    private static byte[] Sixteen(Any value, string what)
        => PyValueInstance.Unwrap(value).Ref is string text ? throw (Str.Length(text) == 16 ? new AssertionError(Operators.Repr(value)) : new ValueError($"{what} is not a 16-char string") as BaseException)
            : Buffers.Of(value) is { Length: 16 } data ? data.ToArray() : throw new ValueError($"{what} is not a 16-char string");

    private static BigInteger FromFields(List<Any> fields)
    {
        if (fields.Count != 6)
            throw new ValueError("fields is not a 6-tuple");
        int[] widths = [32, 16, 16, 8, 8, 48];
        var value = BigInteger.Zero;
        for (var i = 0; i < 6; i++)
        {
            BigInteger field = Operators.Index(fields[i]);
            if (field.Sign < 0 || field >= BigInteger.One << widths[i])
                throw new ValueError($"field {i + 1} out of range (need a {widths[i]}-bit value)");
            value = (value << widths[i]) | field;
        }
        return value;
    }
}
