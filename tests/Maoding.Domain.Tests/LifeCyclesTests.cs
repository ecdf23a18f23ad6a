using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Domain.Tests;

/// <summary>Every table of legal moves, asked from every state about every move.</summary>
public class LifeCyclesTests
{
    [Fact]
    public void The_page_in_docs_shows_the_tables_as_they_are()
    {
        var page = File.ReadAllText(Path.Combine(Corpus.Root, "docs", "life-cycles.md")).ReplaceLineEndings("\n");
        Assert.True(page == LifeCycles.Page(),
            "The tables changed: dotnet run --project src/Maoding -- life-cycles > docs/life-cycles.md, and look at what changed.");
    }

    [Fact]
    public void Commitments() => Whole(CommitmentMoves.Table, [CommitmentState.Proposed]);

    [Fact]
    public void Reports() => Whole(ReportMoves.Table, [ReportState.Draft]);

    [Fact]
    public void Sheets() => Whole(SheetMoves.Table, [SheetState.Draft]);

    [Fact]
    public void Projects() => Whole(StageMoves.Table, [Stage.Planning]);

    [Fact]
    public void Months_of_projects() => Whole(ProjectMonthMoves.Table, [ProjectMonthState.Open]);

    [Fact]
    public void Leads() => Whole(LeadMoves.Table, [LeadState.Clue]);

    [Fact]
    public void Matters_sought() => Whole(SoughtMoves.Table, [SoughtState.Preparing]);

    [Fact]
    public void Joint_reviews() => Whole(ReviewMoves.Table, [ReviewState.Preparing]);

    [Fact]
    public void Problems() => Whole(ProblemMoves.Table, [ProblemState.Raised]);

    private static void Whole<TState, TMove>(LifeCycle<TState, TMove> cycle, IReadOnlyCollection<TState> born)
        where TState : struct, Enum
        where TMove : struct, Enum
    {
        var states = Enum.GetValues<TState>();
        Assert.Equal(states.Length, states.Select(cycle.NameOf).Distinct().Count());
        foreach (var state in states)
            foreach (var move in Enum.GetValues<TMove>()) Ask(cycle, state, move);
        Assert.Empty(Enum.GetValues<TMove>().Except(cycle.Table.Select(t => t.Move)));
        Assert.Empty(states.Except(Reached(cycle, born)));
    }

    /// <summary>Whoever makes a move needs a permission that somebody has; words are asked for in a field with a name.</summary>
    [Fact]
    public void Each_move_has_a_permission_and_asks_in_words()
    {
        Assert.All(LifeCycles.All.SelectMany(c => c.Table.Table), t =>
        {
            Assert.Contains(Enum.GetValues<PostKind>(), k => Permissions.Allows(new Actor(1, 1, "", false, [new HeldPost(1, k, 1, "")]), t.Permission));
            Assert.NotEqual("", t.Button);
            if (t.Reason is not { } asked) return;
            Assert.Equal(asked.Code, Assert.Throws<RefusalException>(() => asked.Demand(new string('长', asked.Most + 1), "Reason")).Code);
            Assert.Equal("看过。", asked.Demand(" 看过。 ", "Reason"));
            if (asked.IsRequired) Assert.Equal("Reason", Assert.Throws<RefusalException>(() => asked.Demand(" ", "Reason")).Field);
            else Assert.Equal("", asked.Demand(null, "Reason"));
        });
    }

    private static void Ask<TState, TMove>(LifeCycle<TState, TMove> cycle, TState state, TMove move)
        where TState : struct, Enum
        where TMove : struct, Enum
    {
        var rows = cycle.Table.Where(t => t.From.Equals(state) && t.Move.Equals(move)).ToList();
        Assert.True(rows.Count <= 1, $"{state} {move} stands twice.");
        Assert.Equal(rows.Count == 1, cycle.Allowed(state, move));
        Assert.Equal(rows.Select(r => r.Name), cycle.From(state).Where(m => m.Move.Equals(move)).Select(m => m.Name));
        if (rows.Count == 1)
        {
            Assert.Equal(rows[0].To, cycle.After(state, move));
            return;
        }

        var refused = Assert.Throws<RefusalException>(() => cycle.After(state, move));
        Assert.Equal((cycle.Code, RefusalKind.Conflict), (refused.Code, refused.Kind));
        Assert.Contains(cycle.NameOf(state), refused.Message, StringComparison.Ordinal);
    }

    private static HashSet<TState> Reached<TState, TMove>(LifeCycle<TState, TMove> cycle, IReadOnlyCollection<TState> born)
        where TState : struct, Enum
        where TMove : struct, Enum
    {
        var reached = new HashSet<TState>(born);
        while (cycle.Table.Where(t => reached.Contains(t.From)).Select(t => t.To).Except(reached).ToList() is { Count: > 0 } more) reached.UnionWith(more);
        return reached;
    }
}
