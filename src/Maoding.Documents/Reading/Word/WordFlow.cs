using System.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>A stream of paragraphs: the body, a cell or a text box.</summary>
internal sealed class WordFlow(bool isBody, Action<string> done)
{
    /// <summary>Only tables of the body itself become tables; a table in a cell or box becomes words.</summary>
    public bool IsBody => isBody;

    /// <summary>The words of the paragraph being read; soft line breaks are LF.</summary>
    public StringBuilder Words { get; } = new();

    /// <summary>Paragraphs of text boxes anchored in the paragraph being read; they follow it.</summary>
    public List<string> Boxes { get; } = [];

    public void Finish(string label)
    {
        var end = Words.Length;
        while (end > 0 && Words[end - 1] == '\n') end--;
        done(label + Words.ToString(0, end));
        Words.Clear();
        if (Boxes.Count == 0) return;
        foreach (var box in Boxes) done(box);
        Boxes.Clear();
    }

    /// <summary>What is left when the mark of the last paragraph was deleted.</summary>
    public void Flush()
    {
        if (Words.Length > 0 || Boxes.Count > 0) Finish("");
    }
}
