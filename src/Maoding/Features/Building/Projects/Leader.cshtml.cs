using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>领导包联: the projects of one leader's post, what waits for its holder, and the next visits.</summary>
public sealed class LeaderModel(LeaderReader reader, ProjectService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Post { get; set; }

    [BindProperty]
    public int Project { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>Whose page it is; null while there is no leader at all.</summary>
    public Post? Shown { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<LedProject> Projects { get; private set; } = [];

    public IReadOnlyList<LeaderDecision> Decisions { get; private set; } = [];

    /// <summary>Visits that are due within a week or overdue.</summary>
    public int Visits => Projects.Count(p => p.NextVisit <= Today.AddDays(7));

    public bool MayPlan => Shown is { } post && (Actor.LeaderPosts.Contains(post.Id) || May(Permission.EditProjects));

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.SeeProjects)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var target = Post is { } post ? ProjectLinks.LeaderOf(post) : ProjectLinks.Leader;
            await service.SetVisitAsync(Actor, Project, Version, On, Once(target), stop);
            Notice(On is { } day ? $"下次走访定在{day.ToString("M月d日", CultureInfo.InvariantCulture)}。" : "已取消走访安排。");
            return Redirect(target);
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        Shown = Directory.Leaders.FirstOrDefault(p => p.Id == Post)
            ?? Directory.Leaders.FirstOrDefault(p => Actor.LeaderPosts.Contains(p.Id)) ?? Directory.Leaders.FirstOrDefault();
        Year = Current.Plan?.Year ?? Today.Year;
        if (Shown is not { } post) return;
        Projects = await reader.ProjectsAsync(Actor, post.Id, Year, IndexModel.LastMonth(Year, Today), stop);
        if (Actor.LeaderPosts.Contains(post.Id) || Permissions.ScopeOf(Actor, Permission.SeeProblems) == Scope.All)
            Decisions = await reader.DecisionsAsync(Actor, post.Id, stop);
    }
}
