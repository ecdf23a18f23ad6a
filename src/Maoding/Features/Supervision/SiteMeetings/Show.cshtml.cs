using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>A site meeting: what was seen, what was decided, what became of it.</summary>
public sealed class ShowModel(SiteMeetingReader reader, SiteMeetingService service, EditionStore store) : MaodingPage
{
    /// <summary>Empty lines for further decisions.</summary>
    private const int Blank = 3;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<TypedDecision> Decisions { get; set; } = [];

    public MeetingDetails Details { get; private set; } = null!;

    /// <summary>The minutes as they were signed, and their corrections.</summary>
    public IReadOnlyList<Domain.Editions.Edition> Editions { get; private set; } = [];

    public bool MayHold => May(Permission.HoldSiteMeeting, ProblemFacts.Of(Details.Meeting, []));

    /// <summary>What a decision may serve: open problems of the projects, and a new one for each project.</summary>
    public IEnumerable<(string Value, string Text)> Choices =>
    [
        .. Details.Problems.Select(p => (string.Create(CultureInfo.InvariantCulture, $"p{p.Id}"), $"{ProblemWords.Number(p.Number)} {p.Title}")),
        .. Details.Projects.Select(p => (string.Create(CultureInfo.InvariantCulture, $"n{p.Id}"), $"新提问题：{p.Name}")),
    ];

    [Needs(Permission.SeeProblems)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.HoldSiteMeeting)]
    public Task<IActionResult> OnPostDecideAsync(int id) => Try(
        async () =>
        {
            var count = await service.DecideAsync(Actor, id, Version, Decisions, Once(SiteMeetingLinks.Meeting(id)), HttpContext.RequestAborted);
            Notice($"已记下 {count} 条，承办单位会在“今日”看到。");
            return Redirect(SiteMeetingLinks.Meeting(id));
        },
        () => LoadAsync(id));

    [Needs(Permission.HoldSiteMeeting)]
    public Task<IActionResult> OnPostSignAsync(int id) => Try(
        async () =>
        {
            await service.SignAsync(Actor, id, Version, Once(SiteMeetingLinks.Meeting(id)), HttpContext.RequestAborted);
            Notice("纪要已签发。");
            return Redirect(SiteMeetingLinks.Meeting(id));
        },
        () => LoadAsync(id));

    private async Task LoadAsync(int id)
    {
        Details = await reader.ReadAsync(Actor, id, HttpContext.RequestAborted);
        Editions = await store.OfAsync(nameof(SiteMeeting), id, HttpContext.RequestAborted);
        while (Decisions.Count < Blank) Decisions.Add(new TypedDecision());
    }
}
