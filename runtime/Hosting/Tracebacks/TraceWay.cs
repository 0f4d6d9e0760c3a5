using System.Diagnostics;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The way that an exception took, as <c>e.__traceback__</c> tells it. .NET keeps the frames since the last throw; what a raise
/// statement found, or a program set, comes behind them.
/// </summary>
internal sealed class TraceWay(BaseException error)
{
    /// <summary>What comes behind the frames that .NET has.</summary>
    private PyTraceback? _earlier;

    /// <summary>How many of .NET's frames were there when the program set the traceback: they do not count any more.</summary>
    private int _skip;

    /// <summary>Where interpreted code stood, innermost first, for .NET's frames that run such code.</summary>
    private List<InterpretedPlace>? _interpreted;

    /// <summary>How many of them belong to frames that do not count any more.</summary>
    private int _skippedPlaces;

    /// <summary>The traceback as it was when .NET had that many frames.</summary>
    private (int Frames, PyTraceback? Traceback) _made = (-1, null);

    /// <summary>The exception leaves a piece of interpreted code.</summary>
    public void Passed(InterpretedPlace place)
    {
        (_interpreted ??= []).Add(place);
        _caught = null;
        _made = (-1, null);
    }

    /// <summary>Where interpreted code that has caught the exception stood: no frame of .NET's tells of it until the exception leaves it.</summary>
    private InterpretedPlace? _caught;

    /// <summary>Interpreted code has caught the exception.</summary>
    public void Caught(InterpretedPlace place)
    {
        _caught = place;
        _made = (-1, null);
    }

    /// <summary>
    /// An exception that another one took the place of, in a finally clause, ended there: .NET has noted the rest of the way that
    /// it would have gone, which is the way of the other one to the function with that clause.
    /// </summary>
    public static void CutShort(BaseException replaced, BaseException by)
    {
        if (by.Levels() is not [var first, ..] way)
            return;
        var rest = replaced.Traceback as PyTraceback;
        while (rest is not null && rest.Level != first)
            rest = rest.Next;
        foreach (var level in way)
        {
            if (rest is null || rest.Level.Name != level.Name || rest.Level.File != level.File)
                return;
            if (rest.Level != level)
            {
                replaced.Traceback = rest;
                return;
            }
            rest = rest.Next;
        }
    }

    public static bool HasFrames(BaseException error) => Count(error) > 0;

    public PyTraceback? Traceback
    {
        get
        {
            var count = Count(error);
            if (_made.Frames == count)
                return _made.Traceback;
            List<TraceLevel> levels = count > _skip ? TraceReader.Of(error, _skip, _interpreted?.Skip(_skippedPlaces).ToArray()) : [];
            if (_caught is { } place)
                levels.Insert(0, place.Level);
            _made = (count, PyTraceback.Of(levels, _earlier));
            return _made.Traceback;
        }

        set
        {
            _earlier = value;
            _skip = Count(error);
            _skippedPlaces = _interpreted?.Count ?? 0;
            _caught = null;
            _made = (_skip, value);
        }
    }

    /// <summary>.NET forgets its frames when the exception is thrown again.</summary>
    public void Keep()
    {
        _earlier = Traceback;
        _skip = 0;
        _interpreted = null;
        _skippedPlaces = 0;
        _caught = null;
        _made = (-1, null);
    }

    private static int Count(Exception error) => new StackTrace(error, false).FrameCount;
}
