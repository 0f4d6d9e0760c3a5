using System.Security.Cryptography;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A hash in the making.</summary>
internal sealed class HashObject(string name, BlakeOptions? options) : PyObject
{
    private readonly MemoryStream _data = new();

    public override PyType Class => name switch { "blake2b" => HashTypes.BlakeB, "blake2s" => HashTypes.BlakeS, "shake_128" or "shake_256" => HashTypes.Extensible, _ => HashTypes.Hash };

    public string Name => name;

    public int DigestSize => name switch
    {
        "md5" => 16,
        "sha1" => 20,
        "sha224" or "sha3_224" => 28,
        "sha256" or "sha3_256" => 32,
        "sha384" or "sha3_384" => 48,
        "sha512" or "sha3_512" => 64,
        "blake2b" or "blake2s" => options!.Size,
        _ => 0,
    };

    public int BlockSize => name switch
    {
        "sha384" or "sha512" or "blake2b" => 128,
        "sha3_224" => 144,
        "sha3_256" or "shake_256" => 136,
        "sha3_384" => 104,
        "sha3_512" => 72,
        "shake_128" => 168,
        _ => 64,
    };

    public void Update(ReadOnlySpan<byte> data) => _data.Write(data);

    public HashObject Copy()
    {
        var copy = new HashObject(name, options);
        copy.Update(_data.GetBuffer().AsSpan(0, (int)_data.Length));
        return copy;
    }

    public byte[] Digest(int length)
    {
        var data = _data.GetBuffer().AsSpan(0, (int)_data.Length);
        return name switch
        {
            "md5" => MD5.HashData(data),
            "sha1" => SHA1.HashData(data),
            "sha224" => Sha224.Hash(data),
            "sha256" => SHA256.HashData(data),
            "sha384" => SHA384.HashData(data),
            "sha512" => SHA512.HashData(data),
            "blake2b" => Blake2.HashB(data, options!),
            "blake2s" => Blake2.HashS(data, options!),
            "sha3_224" => Keccak.Hash(data, 144, 28, 0x06),
            "sha3_256" => Keccak.Hash(data, 136, 32, 0x06),
            "sha3_384" => Keccak.Hash(data, 104, 48, 0x06),
            "sha3_512" => Keccak.Hash(data, 72, 64, 0x06),
            "shake_128" => Keccak.Hash(data, 168, length, 0x1f),
            _ => Keccak.Hash(data, 136, length, 0x1f),
        };
    }
}
