using Maoding.Domain.Ledger;

namespace Maoding.Domain.Checking;

/// <summary>Who answers for a leaf.</summary>
internal static class OwnerChecks
{
    public static IEnumerable<CheckHit> WithoutLeadUnit(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.LeadUnitId is null).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> WithoutLeader(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.LeaderPostId is null).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> LeadIsCoUnit(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.LeadUnitId is { } lead && r.Values.CoUnitIds.Contains(lead)).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> ClosedUnit(CheckInput input)
    {
        var closed = ClosedUnits(input);
        foreach (var row in input.OpenLeaves)
            if (NamesOf(UnitsOf(row), closed) is { Length: > 0 } names) yield return CheckHit.Of(row, names);
    }

    public static IEnumerable<CheckHit> ClosedPost(CheckInput input)
    {
        var closed = ClosedPosts(input);
        foreach (var row in input.OpenLeaves)
            if (NamesOf(PostsOf(row), closed) is { Length: > 0 } names) yield return CheckHit.Of(row, names);
    }

    public static IEnumerable<CheckHit> VacantPost(CheckInput input)
    {
        foreach (var post in input.Posts.Where(p => !p.IsClosed && !input.HeldPosts.Contains(p.Id)))
        {
            int[] rows = [.. input.OpenLeaves.Where(r => PostsOf(r).Contains(post.Id)).Select(r => r.Id)];
            if (rows.Length > 0) yield return new CheckHit(rows, $"{post.Name}空缺，涉及 {rows.Length} 项") { PostId = post.Id };
        }
    }

    public static IEnumerable<CheckHit> IssuedToClosed(CheckInput input)
    {
        var units = ClosedUnits(input);
        var posts = ClosedPosts(input);
        foreach (var row in input.Leaves.Where(r => r.State is >= CommitmentState.Issued and < CommitmentState.Done))
        {
            string[] names = [NamesOf(UnitsOf(row), units), NamesOf(PostsOf(row), posts)];
            if (names.Any(n => n.Length > 0)) yield return CheckHit.Of(row, string.Join('、', names.Where(n => n.Length > 0)));
        }
    }

    private static Dictionary<int, string> ClosedUnits(CheckInput input) => input.Units.Where(u => u.IsClosed).ToDictionary(u => u.Id, u => u.ShortName);

    private static Dictionary<int, string> ClosedPosts(CheckInput input) => input.Posts.Where(p => p.IsClosed).ToDictionary(p => p.Id, p => p.Name);

    private static IEnumerable<int> UnitsOf(CheckedRow row) => row.Values.LeadUnitId is { } lead ? row.Values.CoUnitIds.Prepend(lead) : row.Values.CoUnitIds;

    private static IEnumerable<int> PostsOf(CheckedRow row) => new[] { row.Values.LeaderPostId, row.Values.SecondLeaderPostId }.OfType<int>();

    private static string NamesOf(IEnumerable<int> ids, Dictionary<int, string> closed) =>
        string.Join('、', ids.Where(closed.ContainsKey).Select(id => closed[id]));
}
