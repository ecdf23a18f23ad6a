using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>A leader's half-hour.</summary>
public sealed class LeaderModel(StocktakeReader reader, StocktakeService service) : SheetPage(reader, service)
{
    [Needs(Permission.HoldStocktake)]
    public Task<IActionResult> OnGetAsync(int post) => ShowAsync(NameOf(post), SubjectOf(post));

    [Needs(Permission.HoldStocktake)]
    public Task<IActionResult> OnPostAsync(int post) => DecideAsync(NameOf(post), SubjectOf(post), StocktakeLinks.Leader(post));

    private static Subject SubjectOf(int post) => new(post, null);

    private string? NameOf(int post) => Directory.Post(post) is { Kind: Domain.Organization.PostKind.Leader } ? Directory.LeaderName(post, Today) : null;
}
