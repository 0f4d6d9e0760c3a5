namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>Packs a stream as bzip2 does.</summary>
internal sealed class Bzip2Encoder
{
    private readonly Bzip2Bits _bits = new();
    private readonly List<byte> _block = [];
    private readonly int _most;
    private uint _check = uint.MaxValue;
    private uint _all;
    private int _last = -1;
    private int _run;

    public Bzip2Encoder(int level)
    {
        _most = (level * 100000) - 19;
        _bits.Write(24, 0x425a68);
        _bits.Write(8, (uint)('0' + level));
    }

    public byte[] Run(ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
        {
            if (_block.Count >= _most)
                End();
            if (b == _last && _run < 255)
            {
                _run++;
                continue;
            }
            EndRun();
            (_last, _run) = (b, 1);
        }
        return _bits.Take();
    }

    public byte[] Finish()
    {
        End();
        _bits.Write(24, 0x177245);
        _bits.Write(24, 0x385090);
        _bits.Write(16, _all >> 16);
        _bits.Write(16, _all & 0xffff);
        return _bits.Take(end: true);
    }

    /// <summary>Four equal bytes are followed by how many more there are.</summary>
    private void EndRun()
    {
        if (_last < 0)
            return;
        for (var i = 0; i < _run; i++)
            _check = Bzip2Bits.Check(_check, (byte)_last);
        for (var i = 0; i < Math.Min(4, _run); i++)
            _block.Add((byte)_last);
        if (_run >= 4)
            _block.Add((byte)(_run - 4));
        (_last, _run) = (-1, 0);
    }

    private void End()
    {
        EndRun();
        if (_block.Count > 0)
        {
            _check = ~_check;
            _all = ((_all << 1) | (_all >> 31)) ^ _check;
            Bzip2Block.Write(_bits, [.. _block], _check);
        }
        _block.Clear();
        _check = uint.MaxValue;
    }
}
