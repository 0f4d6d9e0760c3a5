using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>The code points of a text as strings of one character: what <c>for c in s</c> runs over.</summary>
public readonly struct CharacterSequence(string text) : IEnumerable<string>
{
    public Enumerator GetEnumerator() => new(text);

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(string text) : IEnumerator<string>
    {
        private int _next;
        private string _current = "";

        public readonly string Current => _current;

        readonly object IEnumerator.Current => _current;

        public bool MoveNext()
        {
            if (_next >= text.Length)
                return false;
            var c = text[_next++];
            if (char.IsHighSurrogate(c) && _next < text.Length && char.IsLowSurrogate(text[_next]))
                _current = text.Substring(_next++ - 1, 2);
            else
                _current = SingleCharacters.Of(c);
            return true;
        }

        public void Reset() => _next = 0;

        public readonly void Dispose()
        {
        }
    }
}
