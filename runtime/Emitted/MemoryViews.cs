namespace Pytocs.Runtime.Core;

/// <summary>Memoryviews as emitted code makes them.</summary>
public static class MemoryViews
{
    /// <summary>A view that only the operation around it uses: afterwards its bytearray or BytesIO may change its size again.</summary>
    public static Any Momentary(Any view)
    {
        (view.Ref as PyMemoryView)?.LetGo();
        return view;
    }
}
