using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Sheets that are not approved hang on the unit that hands them in; what was entered goes on in the other unit's own sheet.</summary>
internal sealed class SheetsHandover(MaodingContext db) : OwnedHandover<DataSheet>(db)
{
    public override int Place => 70;

    public override string Words => "张未审核的数据报送表";

    public override Permission Needs => Permission.ApproveFigures;

    protected override IQueryable<DataSheet> Open =>
        Db.DataSheets.Where(s => s.State == SheetState.Draft || s.State == SheetState.Submitted || s.State == SheetState.Returned);

    protected override Expression<Func<DataSheet, string>> Title => s => $"{s.Month / 100}年{s.Month % 100}月";

    protected override IReadOnlyList<Expression<Func<DataSheet, int?>>> Units => [s => s.UnitId];

    public override string Href(Bearer bearer, int id) => FigureLinks.Index;

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        if (handover.Bearer != Bearer.Unit) return;
        foreach (var sheet in await Open.Include(s => s.Observations).Where(s => s.UnitId == handover.FromId).ToListAsync(stop))
        {
            if (!to.TryGetValue(sheet.Id, out var next)) continue;
            if (await Db.DataSheets.SingleOrDefaultAsync(s => s.UnitId == next && s.Month == sheet.Month, stop) is not { } theirs)
            {
                sheet.UnitId = next;
                continue;
            }

            foreach (var figure in sheet.Observations.Where(o => !o.InForce).ToList()) figure.SheetId = theirs.Id;
        }
    }
}
