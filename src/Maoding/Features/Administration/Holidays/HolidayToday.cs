using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Holidays;

/// <summary>The notice of a year is missing: of this one, and from November on, when it is published, of the next.</summary>
internal sealed class HolidayToday : TodayPart
{
    private const int Published = 11;

    public override int Place => 110;

    public override string Section => "holidays";

    public override bool IsOfYear => false;

    public override Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.EditHolidays)) return Task.CompletedTask;
        var year = scene.Today.Year;
        Ask(view, scene, year, "国务院办公厅已经公布");
        if (scene.Today.Month >= Published) Ask(view, scene, year + 1, "国务院办公厅一般在11月前后公布，公布后请录入");
        return Task.CompletedTask;
    }

    private static void Ask(Gathered view, TodayScene scene, int year, string state)
    {
        if (scene.Directory.Calendar.IsOfficial(year)) return;
        view.Add("节假日", $"{year} 年放假安排尚未录入", $"{state}。录入前工作日按周末和法定节假日推算，未计调休。", "去录入", HolidayLinks.Enter(year));
    }
}
