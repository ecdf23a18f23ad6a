using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Settling;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Progress.Completing;

/// <summary>Applications hang on the second unit that was asked to verify them.</summary>
internal sealed class CompletionsHandover(MaodingContext db) : OwnedHandover<Completion>(db)
{
    public override int Place => 130;

    public override string Words => "项待核验的销号申请";

    public override Permission Needs => Permission.VerifyCompletion;

    protected override IQueryable<Completion> Open => Db.Completions.Where(c => c.State == CompletionState.Applied);

    protected override Expression<Func<Completion, string>> Title => c => Db.Commitments.Where(r => r.Id == c.CommitmentId).Select(r => r.Title).First();

    protected override IReadOnlyList<Expression<Func<Completion, int?>>> Units => [c => c.VerifierUnitId];

    public override string Href(Bearer bearer, int id) => CompleteLinks.Index;
}
