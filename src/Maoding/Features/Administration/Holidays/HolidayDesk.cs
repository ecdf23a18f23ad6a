using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Rules;
using Maoding.Shared.Addresses;
using Maoding.Shared.Rules;

namespace Maoding.Features.Administration.Holidays;

/// <summary>Years' holidays among the rules: nothing is judged anew by them, since closed results and days once set are kept.</summary>
public sealed class HolidayDesk : RuleDesk
{
    public override RuleKind Kind => HolidayKind.Only;

    public override Permission Needs => Permission.EditHolidays;

    public override string Page => HolidayLinks.Index;

    public override Task<DateOnly?> JudgedUntilAsync(CancellationToken stop) => Task.FromResult<DateOnly?>(null);
}
