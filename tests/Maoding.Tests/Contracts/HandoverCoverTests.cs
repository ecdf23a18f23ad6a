using Maoding.Contracts;
using Maoding.Domain.Organization;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Contracts;

/// <summary>Whatever names a unit or a post is handed over when that goes, or stays for a reason that is said here.</summary>
public sealed class HandoverCoverTests
{
    /// <summary>Columns that a part hands over, with its subject.</summary>
    private static readonly (string Column, string Subject)[] Handed =
    [
        ("Post.UnitId", "Post"), ("Division.UnitId", "Division"), ("Division.PostId", "Division"), ("Indicator.UnitId", "Indicator"),
        ("DataSheet.UnitId", "DataSheet"), ("Commitment.LeadUnitId", "Commitment"), ("Commitment.LeaderPostId", "Commitment"),
        ("Commitment.SecondLeaderPostId", "Commitment"), ("CoUnit.UnitId", "Commitment"), ("Opinion.ProposedUnitId", "Opinion"),
        ("Opinion.ProposedPostId", "Opinion"),
        ("CoParagraph.UnitId", "CoParagraph"), ("Completion.VerifierUnitId", "Completion"), ("NextStep.UnitId", "NextStep"),
        ("Project.LeadUnitId", "Project"), ("Project.ServiceUnitId", "Project"), ("Project.LeaderPostId", "Project"),
        ("Procedure.UnitId", "Procedure"), ("ReviewAnswer.UnitId", "ReviewAnswer"), ("ReviewAnswer.EscalatedToPostId", "ReviewAnswer"),
        ("Problem.UnitId", "Problem"), ("Problem.LeaderPostId", "Problem"), ("ProblemStep.UnitId", "ProblemStep"),
        ("SiteMeeting.LeaderPostId", "SiteMeeting"), ("Lead.UnitId", "Lead"), ("Lead.LeaderPostId", "Lead"), ("Reader.UnitId", "Lead"),
        ("Reader.PostId", "Lead"), ("SoughtMatter.UnitId", "SoughtMatter"),
    ];

    private static readonly (string Column, string Reason)[] Stays =
    [
        ("Tenure.PostId", "who held a post, which goes along or ends"), ("OrganChange.UnitId", "the change itself"),
        ("OrganChange.PostId", "the change itself"), ("OrganChange.SuccessorUnitId", "the change itself"),
        ("OrganChange.SuccessorPostId", "the change itself"),
        ("PlannedChange.UnitId", "the change itself"), ("PlannedChange.PostId", "the change itself"),
        ("Opinion.UnitId", "who said it"), ("Opinion.PostId", "who said it"),
        ("Receipt.UnitId", "who signed; whoever takes a row over signs anew"), ("AmendedUnit.UnitId", "who was brought in by an amendment"),
        ("SignDelegation.UnitId", "allows, and asks for nothing"), ("ChaseCall.UnitId", "who was called"),
        ("Instruction.PostId", "who wrote it"), ("Stocktake.LeaderPostId", "who held it"), ("Area.UnitId", "figures of a street that was"),
        ("Problem.RaisedUnitId", "who raised it; the coordinator verifies for whoever left"), ("SettlementProposal.UnitId", "who proposed it"),
        ("MonthLight.LeadUnitId", "who led the row in a closed month"), ("MonthLight.LeaderPostId", "who led the row in a closed month"),
    ];

    [Fact]
    public async Task Every_column_that_names_a_unit_or_a_post_is_handed_over_or_stays_for_a_reason()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Open();
        var columns = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
            .Where(k => k.PrincipalEntityType.ClrType == typeof(Unit) || k.PrincipalEntityType.ClrType == typeof(Post))
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties.Single().Name}")
            .Union(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
                .Where(p => p.Name.EndsWith("UnitId", StringComparison.Ordinal) || p.Name.EndsWith("PostId", StringComparison.Ordinal))
                .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}"))
            .Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Handed.Concat(Stays).Select(c => c.Column).Order(StringComparer.Ordinal), columns);
        using var scope = app.Services.CreateScope();
        var subjects = scope.ServiceProvider.GetServices<HandoverPart>().Select(p => p.Subject);
        Assert.Equal(Handed.Select(h => h.Subject).Distinct().Order(StringComparer.Ordinal), subjects.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_two_parts_share_a_place()
    {
        await using var app = await TestApp.StartAsync();
        using var scope = app.Services.CreateScope();
        var places = scope.ServiceProvider.GetServices<HandoverPart>().Select(p => p.Place).ToList();
        Assert.Equal(places.Distinct().Count(), places.Count);
    }
}
