using Maoding.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>
/// Reads the flow of a word-processor package (docx, docm, dotx, dotm). The parts are streamed: the object model of
/// the SDK would hold all of a part in memory and cannot stop a part that expands without end.
/// </summary>
internal static class WordReader
{
    public static SourceText Read(BoundedPackage package)
    {
        var relations = package.Relations(package.MainPart);
        var styles = WordStyles.Read(package, Target(relations, "styles"));
        var numbering = WordNumbering.Read(package, Target(relations, "numbering"), styles);
        var text = ReadPart(package, package.MainPart, styles, numbering, out var pictures);
        if (pictures && text.Text.AsSpan().IsWhiteSpace()) throw DocumentErrors.OnlyPictures(package.Name);
        foreach (var (_, type, target) in relations)
        {
            if (type != "header" || !package.Has(target)) continue;
            // Headers are no part of the text, but a secrecy mark may stand only there.
            var header = ReadPart(package, target, styles, numbering, out _);
            foreach (var line in header.Lines) SecrecyMark.RefuseLine(header.Slice(line.Span), "页眉", package.Name);
        }

        return text;
    }

    private static SourceText ReadPart(BoundedPackage package, string part, WordStyles styles, WordNumbering numbering, out bool pictures)
    {
        using var reader = package.OpenPart(part);
        var text = new TextBuilder(package.Name);
        var body = new WordBody(reader, styles, numbering, text);
        body.Read();
        pictures = body.HasPictures;
        return text.Build();
    }

    private static string? Target(List<(string Id, string Type, string Target)> relations, string type) =>
        relations.FirstOrDefault(relation => relation.Type == type).Target;
}
