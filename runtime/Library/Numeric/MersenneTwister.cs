using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>MT19937 as CPython's <c>_random</c> seeds and draws it.</summary>
internal sealed class MersenneTwister
{
    private const int N = 624;
    private const int M = 397;
    private readonly uint[] _state = new uint[N];
    private int _index = N;

    public void Seed(BigInteger seed)
    {
        var bytes = BigInteger.Abs(seed).ToByteArray(isUnsigned: true);
        var key = new uint[Math.Max(1, (bytes.Length + 3) / 4)];
        for (var i = 0; i < bytes.Length; i++)
            key[i / 4] |= (uint)bytes[i] << (8 * (i % 4));
        SeedByArray(key);
    }

    private void SeedBy(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < N; i++)
            _state[i] = unchecked((1812433253U * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i);
        _index = N;
    }

    private void SeedByArray(uint[] key)
    {
        SeedBy(19650218U);
        int i = 1, j = 0;
        for (var k = Math.Max(N, key.Length); k > 0; k--)
        {
            _state[i] = unchecked((_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1664525U)) + key[j] + (uint)j);
            i++;
            j++;
            if (i >= N)
            {
                _state[0] = _state[N - 1];
                i = 1;
            }
            if (j >= key.Length)
                j = 0;
        }
        for (var k = N - 1; k > 0; k--)
        {
            _state[i] = unchecked((_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1566083941U)) - (uint)i);
            i++;
            if (i >= N)
            {
                _state[0] = _state[N - 1];
                i = 1;
            }
        }
        _state[0] = 0x80000000U;
    }

    public uint Next()
    {
        if (_index >= N)
            Refill();
        var y = _state[_index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680U;
        y ^= (y << 15) & 0xefc60000U;
        return y ^ (y >> 18);
    }

    private void Refill()
    {
        for (var k = 0; k < N; k++)
        {
            var y = (_state[k] & 0x80000000U) | (_state[(k + 1) % N] & 0x7fffffffU);
            _state[k] = _state[(k + M) % N] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfU : 0);
        }
        _index = 0;
    }

    /// <summary>A float in [0, 1) with 53 random bits.</summary>
    public double NextDouble()
    {
        var (a, b) = (Next() >> 5, Next() >> 6);
        return ((a * 67108864.0) + b) * (1.0 / 9007199254740992.0);
    }

    /// <summary><c>getrandbits(count)</c>.</summary>
    public BigInteger Bits(int count)
    {
        if (count <= 32)
            return count == 0 ? 0 : Next() >> (32 - count);
        var result = BigInteger.Zero;
        for (var shift = 0; count > 0; shift += 32, count -= 32)
        {
            var word = Next();
            if (count < 32)
                word >>= 32 - count;
            result |= (BigInteger)word << shift;
        }
        return result;
    }

    public (uint[] State, int Index) Save() => ([.. _state], _index);

    public void Restore(uint[] state, int index)
    {
        state.CopyTo(_state, 0);
        _index = index;
    }
}
