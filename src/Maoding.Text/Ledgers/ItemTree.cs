using System.Text;

namespace Maoding.Text.Ledgers;

/// <summary>
/// Finds which words each note speaks of: numbered pieces form a tree (一、 over （一） over 1.), a note belongs to
/// the item before it, to all items it closes, or, under a heading, to the items that name nobody themselves.
/// </summary>
internal sealed class ItemTree
{
    private const int LongestHeading = 40;
    private readonly SourceText _source;
    private readonly int _planYear;
    private readonly List<LedgerRow> _rows = [];

    private sealed class Node(ItemPiece? piece)
    {
        public ItemPiece? Piece { get; } = piece;

        public List<Node> Kids { get; } = [];

        public NumberStyle Style => Piece?.Number.Style ?? NumberStyle.None;

        public bool Numbered => Style != NumberStyle.None;

        public Responsibility? Note => Piece?.Note;

        public int Notes { get; set; }

        /// <summary>一、 and （一） head sections; 1. and below head items.</summary>
        public bool HeadsSection => Piece is null || Style is NumberStyle.Chapter or NumberStyle.Part or NumberStyle.Division;

        public Node Last => Kids.Count == 0 ? this : Kids[^1].Last;
    }

    private ItemTree(SourceText source, int planYear)
    {
        _source = source;
        _planYear = planYear;
    }

    public static List<LedgerRow> Rows(SourceText source, List<ItemPiece> pieces, int planYear)
    {
        var tree = new ItemTree(source, planYear);
        var root = Grow(pieces);
        Count(root);
        tree.Resolve(root, null);
        return tree._rows;
    }

    private static Node Grow(List<ItemPiece> pieces)
    {
        var root = new Node(null);
        var path = new List<Node> { root };
        foreach (var piece in pieces)
        {
            var node = new Node(piece);
            if (node.Numbered)
            {
                var same = path.FindIndex(open => open.Style == node.Style);
                if (same > 0) path.RemoveRange(same, path.Count - same);
            }

            path[^1].Kids.Add(node);
            if (node.Numbered) path.Add(node);
        }

        return root;
    }

    private static int Count(Node node)
    {
        node.Notes = node.Note is { NamesAnyone: true } ? 1 : 0;
        foreach (var kid in node.Kids) node.Notes += Count(kid);
        return node.Notes;
    }

    private void Resolve(Node node, Responsibility? above)
    {
        if (node.Note is null)
        {
            if (node.Notes == 1 && node.Kids.Count > 1 && node.Piece is not null && node.Last.Note is { NamesAnyone: true } closing)
                Close(node, Responsibility.Under(closing, above));
            else ResolveKids(node, above);
            return;
        }

        var note = Responsibility.Under(node.Note, above);
        var below = node.Notes - (node.Note.NamesAnyone ? 1 : 0);
        if (below > 0)
        {
            var heads = IsHeading(node) && node.Kids.Exists(kid => kid.Numbered);
            if (!heads) Add(node.Piece!.Number.Written, note, [node]);
            ResolveKids(node, heads ? note : above);
        }
        else if (node.HeadsSection && node.Kids.Exists(kid => kid.Numbered) && IsHeading(node))
        {
            foreach (var kid in node.Kids)
                if (kid.Numbered) Add(kid.Piece!.Number.Written, note, Flat(kid));
        }
        else
        {
            Add(node.Piece!.Number.Written, note, IsHeading(node) ? [node, .. Tail(node)] : [node, .. Numbered(node)]);
        }
    }

    // What stands under an item's name is part of the item; titles without a stop are the next heading.
    private List<Node> Tail(Node node)
    {
        var tail = new List<Node>();
        foreach (var kid in node.Kids)
        {
            if (!kid.Numbered && IsHeading(kid)) break;
            tail.AddRange(Flat(kid));
        }

        return tail;
    }

    private static List<Node> Numbered(Node node) => node.HeadsSection ? [] : node.Kids.TakeWhile(kid => kid.Numbered).SelectMany(Flat).ToList();

    // A note at the end of several items that name nobody speaks of all of them.
    private void Close(Node node, Responsibility note)
    {
        var numbered = node.Kids.FindAll(kid => kid.Numbered);
        if (numbered.Count > 1 && numbered[0].Piece!.Number.Ordinal == 1)
        {
            if (!node.HeadsSection) Add(node.Piece!.Number.Written, note, Flat(node));
            else foreach (var kid in numbered) Add(kid.Piece!.Number.Written, note, Flat(kid));
            return;
        }

        if (numbered.Count > 0) ResolveKids(node, null);
        else Add(node.Piece!.Number.Written, note, node.HeadsSection && IsHeading(node) ? node.Kids : Flat(node));
    }

    private void ResolveKids(Node node, Responsibility? above)
    {
        var marked = node.Kids.FindLastIndex(kid => kid.Notes > 0);
        var several = node.Kids.Count(kid => kid.Notes > 0 && kid.Numbered) > 1;
        var group = new List<Node>();
        var first = true;
        for (var i = 0; i < node.Kids.Count; i++)
        {
            var kid = node.Kids[i];
            if (kid.Notes > 0 && kid.Kids.Count == 0 && !kid.Numbered && node.Piece is not null)
            {
                group.Add(kid);
                var whole = first && !node.HeadsSection && node.Note is null && marked == i;
                Add(first && node.Note is null ? node.Piece.Number.Written : "", Responsibility.Under(kid.Note, above), whole ? [node, .. group] : group);
                (group, first) = ([], false);
            }
            else if (kid.Notes > 0)
            {
                group = [];
                Resolve(kid, above);
            }
            else if (kid.Numbered && several && node.Piece is not null && i < marked && node.Kids[marked].Style == kid.Style)
            {
                Add(kid.Piece!.Number.Written, Responsibility.Under(kid.Note, above), Flat(kid));
            }
            else if (kid.Numbered && above is { NamesAnyone: true })
            {
                Add(kid.Piece!.Number.Written, Responsibility.Under(kid.Note, above), Flat(kid));
            }
            else if (!kid.Numbered && !IsHeading(kid))
            {
                group.Add(kid);
            }
        }
    }

    private static List<Node> Flat(Node node)
    {
        var flat = new List<Node>();
        if (node.Piece is not null) flat.Add(node);
        foreach (var kid in node.Kids) flat.AddRange(Flat(kid));
        return flat;
    }

    private bool IsHeading(Node node)
    {
        var words = _source.Slice(node.Piece!.Span);
        return words.Length <= LongestHeading && words.TrimEnd("。.").IndexOfAny("。；;！？") < 0 && words[^1] is not ('。' or '；' or ';' or '！');
    }

    private void Add(string number, Responsibility note, List<Node> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            var words = _source.Slice(node.Piece!.Span);
            if (words.IsEmpty) continue;
            if (text.Length > 0 && node != nodes[0] && node.Numbered) text.Append(' ').Append(node.Piece.Number.Written);
            else if (text.Length > 0 && text[^1] is not ('。' or '；' or '：' or '！')) text.Append(' ');
            text.Append(words);
        }

        if (text.Length == 0) return;
        var span = TextSpan.FromBounds(nodes[0].Piece!.Span.Offset, nodes[^1].Piece!.Span.End);
        _rows.Add(note.ToRow(number, text.ToString(), span, _planYear));
    }
}
