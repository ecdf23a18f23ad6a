using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Measuring.Targets;

/// <summary>How targets are judged and lit, in the words of the rules themselves.</summary>
public sealed class RuleModel : MaodingPage
{
    [Needs(Permission.SeeTargets)]
    public void OnGet()
    {
    }
}
