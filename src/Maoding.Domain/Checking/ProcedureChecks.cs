using Maoding.Domain.Ledger;

namespace Maoding.Domain.Checking;

/// <summary>Which steps before issuing are still open.</summary>
internal static class ProcedureChecks
{
    public static IEnumerable<CheckHit> UndecidedOpinions(CheckInput input) =>
        input.Rows.Where(r => r.IsOpen && r.OpenOpinions > 0).Select(r => CheckHit.Of(r, $"{r.OpenOpinions} 条"));

    public static IEnumerable<CheckHit> StillConsulting(CheckInput input) =>
        input.Rows.Where(r => r.State == CommitmentState.Consulting).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> ChangedSinceAsked(CheckInput input) =>
        input.Rows.Where(r => r.IsOpen && r.Changed.Count > 0).Select(r => CheckHit.Of(r, string.Join('；', r.Changed)));

    public static IEnumerable<CheckHit> Unconfirmed(CheckInput input) =>
        input.Rows.Where(r => r.State == CommitmentState.Proposed).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> NotConsulted(CheckInput input)
    {
        var units = input.Units.ToDictionary(u => u.Id, u => u.ShortName);
        var posts = input.Posts.ToDictionary(p => p.Id, p => p.Name);
        foreach (var row in input.OpenLeaves)
        {
            if (!row.WasConsulted) yield return CheckHit.Of(row);
            else if (row.Unasked.Count > 0)
            {
                var unasked = row.Unasked.Select(v => v.UnitId is { } unit
                    ? units.GetValueOrDefault(unit, "")
                    : posts.GetValueOrDefault(v.PostId ?? 0, ""));
                yield return CheckHit.Of(row, $"{string.Join('、', unasked)}未征求");
            }
        }
    }
}
