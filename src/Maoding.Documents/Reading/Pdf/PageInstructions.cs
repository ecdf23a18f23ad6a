using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Refuses a page whose drawing instructions would fill the memory, before the library makes objects of them.</summary>
internal static class PageInstructions
{
    public static void Check(PdfDocument document, IFilterProvider filters, string name)
    {
        var open = new Stack<IToken>();
        var seen = new HashSet<IndirectReference>();
        if (document.Structure.Catalog.CatalogDictionary.Data.TryGetValue("Pages", out var root)) open.Push(root);
        while (open.TryPop(out var token))
        {
            // A damaged tree may lead back to itself.
            if (token is IndirectReferenceToken reference && !seen.Add(reference.Data)) continue;
            if (Resolve(document, token) is not DictionaryToken node) continue;
            if (node.Data.TryGetValue("Kids", out var kids) && Resolve(document, kids) is ArrayToken children)
            {
                foreach (var child in children.Data) open.Push(child);
            }

            if (!node.Data.TryGetValue("Contents", out var contents)) continue;
            var (bytes, states) = (0L, 0L);
            foreach (var stream in Streams(document, contents))
            {
                var instructions = stream.Decode(filters).Span;
                bytes += instructions.Length;
                states += instructions.Count((byte)'q');
                if (bytes > ReadingLimits.PdfPageBytes || states > ReadingLimits.PdfPageStates) throw DocumentErrors.Bomb(name);
            }
        }
    }

    private static IEnumerable<StreamToken> Streams(PdfDocument document, IToken contents)
    {
        var found = Resolve(document, contents);
        if (found is StreamToken only) yield return only;
        if (found is not ArrayToken parts) yield break;
        foreach (var part in parts.Data)
        {
            if (Resolve(document, part) is StreamToken stream) yield return stream;
        }
    }

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
