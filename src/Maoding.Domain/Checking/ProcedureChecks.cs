using Maoding.Domain.Ledger;

namespace Maoding.Domain.Checking;

/// <summary>Which steps before issuing are still open.</summary>
internal static class ProcedureChecks
{
    public static IEnumerable<CheckHit> UndecidedOpinions(CheckInput input) =>
        input.Rows.Where(r => r.IsOpen && r.OpenOpinions > 0).Select(r => CheckHit.Of(r, $"{r.OpenOpinions} 条"));

    public static IEnumerable<CheckHit> StillConsulting(CheckInput input) =>
        input.Rows.Where(r => r.State == CommitmentState.Consulting).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> Unconfirmed(CheckInput input) =>
        input.Rows.Where(r => r.State == CommitmentState.Proposed).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> NotConsulted(CheckInput input) =>
        input.OpenLeaves.Where(r => !r.WasConsulted).Select(r => CheckHit.Of(r));
}
