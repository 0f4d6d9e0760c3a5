namespace Pytocs.Runtime.Core;

/// <summary>A content that memoryviews look at; held by each view that is not released.</summary>
internal sealed class BufferExport
{
    public int Views { get; set; }
}
