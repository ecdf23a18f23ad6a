using System.Text;
using System.Xml;

namespace Maoding.Documents.Reading;

/// <summary>A forward reader over one XML part: local names only, so strict and transitional files read alike.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly BoundedStream _stream;
    private readonly XmlReader _xml;
    private readonly string _document;
    private readonly char[] _chunk = new char[4096];
    private readonly Func<bool> _next;
    private readonly Func<int> _nextChunk;

    public PartReader(BoundedStream stream, string document)
    {
        _stream = stream;
        _document = document;
        _xml = Guard(() => XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(() => DocumentErrors.Bomb(document)),
        }));
        _next = _xml.Read;
        _nextChunk = () => _xml.ReadValueChunk(_chunk, 0, _chunk.Length);
    }

    public bool IsElement => _xml.NodeType == XmlNodeType.Element;

    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public int Depth => _xml.Depth;

    /// <summary>Moves on by one node; false at the end of the part.</summary>
    public bool Read()
    {
        var more = Guard(_next);
        if (_xml.Depth > ReadingLimits.XmlDepth) throw DocumentErrors.Bomb(_document);
        return more;
    }

    /// <summary>Moves to the next element inside the element at <paramref name="depth"/>; false at its end tag.</summary>
    public bool NextInside(int depth)
    {
        if (_xml.Depth == depth && _xml.IsEmptyElement) return false;
        while (Read() && _xml.Depth > depth)
        {
            if (IsElement) return true;
        }

        return false;
    }

    /// <summary>Leaves the reader on the end tag of the present element.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        while (Read() && _xml.Depth > depth)
        {
        }
    }

    /// <summary>The value of an attribute of the present element, whatever its namespace.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName != name || _xml.Prefix == "xmlns") continue;
            value = _xml.Value;
            break;
        }

        _xml.MoveToElement();
        return value;
    }

    public int? Number(string attribute) => int.TryParse(Attribute(attribute), out var number) ? number : null;

    /// <summary>True unless the element's val says off: an on-off property.</summary>
    public bool IsOn => Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>Appends the text inside the present element in chunks and leaves the reader on its end tag.</summary>
    public void AppendText(StringBuilder target)
    {
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            for (int read; (read = Guard(_nextChunk)) > 0;) target.Append(_chunk, 0, read);
            if (target.Length > ReadingLimits.Characters) throw DocumentErrors.Bomb(_document);
        }
    }

    /// <summary>What to throw when the part asks for more than <see cref="ReadingLimits"/> allows.</summary>
    public DocumentException Refuse() => DocumentErrors.Bomb(_document);

    public void Dispose()
    {
        _xml?.Dispose();
        _stream.Dispose();
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException cause)
        {
            // The framework has no other sign for a prohibited document type than its message.
            throw cause.Message.Contains("DTD", StringComparison.Ordinal)
                ? DocumentErrors.HasEntities(_document, cause) : DocumentErrors.Broken(_document, cause);
        }
        catch (Exception cause) when (BoundedPackage.IsDamage(cause))
        {
            throw _stream.Exceeded ? DocumentErrors.Bomb(_document) : DocumentErrors.Broken(_document, cause);
        }
    }

    // XmlReader keeps every distinct name for good, so a part of nothing but new names would fill the memory.
    private sealed class BoundedNames(Func<DocumentException> refuse) : NameTable
    {
        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string name) => ++_count > ReadingLimits.XmlNames ? throw refuse() : name;
    }
}
