using System.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>Follows fields: their instructions are no text, their results are, save those of a table of contents.</summary>
internal sealed class WordFields
{
    private readonly List<Field> _open = [];

    /// <summary>True inside an instruction, and in a table of contents: its lines would be taken for headings twice.</summary>
    public bool Hide { get; private set; }

    public void Mark(PartReader part)
    {
        switch (part.Attribute("fldCharType"))
        {
            case "begin":
                if (_open.Count == ReadingLimits.OpenFields) throw part.Refuse();
                _open.Add(new Field());
                break;
            case "separate" when _open.Count > 0:
                _open[^1].Open = true;
                break;
            case "end" when _open.Count > 0:
                _open.RemoveAt(_open.Count - 1);
                break;
        }

        Update();
    }

    public void AddInstruction(PartReader part)
    {
        if (_open.Count > 0) part.AppendText(_open[^1].Instruction);
        else part.Skip();
    }

    /// <summary>An instruction ends with its paragraph at the latest, so that a broken field hides no more than that.</summary>
    public void EndParagraph()
    {
        if (_open.Count == 0) return;
        _open.RemoveAll(field => !field.Open);
        Update();
    }

    private void Update() => Hide = _open.Exists(field => !field.Open || field.IsContents);

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool Open { get; set; }

        public bool IsContents => Instruction.ToString().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
    }
}
