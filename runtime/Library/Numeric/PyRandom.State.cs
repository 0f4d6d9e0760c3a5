using System.Numerics;
using System.Security.Cryptography;

namespace Pytocs.Runtime.Core;

/// <summary>Seeds, and the state that <c>getstate</c> gives.</summary>
internal sealed partial class PyRandom
{
    private const int StateVersion = 3;
    private const int Words = 624;

    private void Seed(Any seed, Any version)
    {
        _nextGauss = Any.None;
        seed = PyValueInstance.Unwrap(seed);
        BigInteger number;
        if (seed.IsNone)
            number = new BigInteger(RandomNumberGenerator.GetBytes(32), isUnsigned: true);
        else if (Operators.IsIntLike(seed))
            number = BigInteger.Abs(Operators.ToInt(seed));
        else if (Operators.Equal(version, 1) && seed.Ref is string or PyBytes)
            number = Folded(seed.Ref is string letters ? [.. letters.EnumerateRunes().Select(static r => r.Value)] : [.. ((PyBytes)seed.Ref!).ToArray().Select(static b => (int)b)]);
        else if (seed.Ref is string || seed.Ref is PyBytesBase)
        {
            var bytes = seed.Ref is string text ? System.Text.Encoding.UTF8.GetBytes(text) : ((PyBytesBase)seed.Ref!).ToArray();
            number = new BigInteger([.. bytes, .. SHA512.HashData(bytes)], isUnsigned: true, isBigEndian: true);
        }
        else if (seed.IsFloat)
            number = new BigInteger(unchecked((ulong)PyFloat.Hash(seed.FloatValue)));
        else
            throw new TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
        _source.Seed(number);
    }

    /// <summary>The seed that the first version makes of a text.</summary>
    private static BigInteger Folded(int[] characters)
    {
        var folded = characters.Length == 0 ? 0UL : (ulong)characters[0] << 7;
        foreach (var character in characters)
            folded = unchecked(1000003 * folded) ^ (ulong)character;
        return folded ^ (ulong)characters.Length;
    }

    private PyTuple GetState()
    {
        var (words, index) = _source.Save();
        return PyTuple.Of(StateVersion, new PyTuple([.. words.Select(static w => (Any)(long)w), index]), _nextGauss);
    }

    private void SetState(Any state)
    {
        var version = state[0];
        var old = Operators.Equal(version, 2);
        if (!old && !Operators.Equal(version, StateVersion))
            throw new ValueError($"state with version {Operators.Str(version)} passed to Random.setstate() of version {StateVersion}");
        var parts = Operators.ToList(state);
        if (parts.Count != 3)
            throw new ValueError(parts.Count < 3 ? $"not enough values to unpack (expected 3, got {parts.Count})" : "too many values to unpack (expected 3)");
        _nextGauss = parts[2];
        var vector = parts[1];
        if (old)
        {
            // The second version saved signed words.
            try
            {
                vector = new PyTuple([.. Operators.ToList(vector).Select(static x => x % (1L << 32))]);
            }
            catch (ValueError e)
            {
                throw new TypeError { Cause = e };
            }
        }
        if (vector.Ref is not PyTuple words)
            throw new TypeError("state vector must be a tuple");
        if (words.Count != Words + 1)
            throw new ValueError("state vector is the wrong size");
        var restored = new uint[Words];
        for (var i = 0; i < Words; i++)
            restored[i] = Word(words[i]);
        var index = Operators.Index(words[Words]);
        if (index < 0 || index > Words)
            throw new ValueError("invalid state");
        _source.Restore(restored, (int)index);
    }

    private static uint Word(Any value)
    {
        if (!Operators.IsIntLike(value))
            throw new TypeError("an integer is required");
        var number = Operators.ToInt(value);
        if (number < 0)
            throw new OverflowError("can't convert negative value to unsigned int");
        return number.BitLength > 64 ? throw new OverflowError("Python int too large to convert to C unsigned long") : (uint)((BigInteger)number & uint.MaxValue);
    }
}
