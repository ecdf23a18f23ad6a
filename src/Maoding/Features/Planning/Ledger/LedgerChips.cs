using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The filters at work in words.</summary>
public static class LedgerChips
{
    /// <summary>One for each filter.</summary>
    public static IEnumerable<Chip> Of(LedgerFilter filter, DirectorySnapshot directory, Plan plan, DateOnly today)
    {
        var first = filter.FirstPage();
        if (filter.Document is { } document)
            yield return new("文件", directory.Ledger.Documents(plan.Id)
                .FirstOrDefault(d => d.Id == document)?.Title ?? "已移除", (first with { Document = null, Section = null }).Href());
        if (filter.Section is { } section)
            yield return new("章节", directory.Ledger.Documents(plan.Id).SelectMany(d => directory.Ledger.Sections(d.Id))
                .FirstOrDefault(s => s.Id == section)?.Heading ?? "已移除", (first with { Section = null }).Href());
        if (filter.Theme is { } theme)
            yield return new("专题", directory.Ledger.Themes(plan.Id).FirstOrDefault(t => t.Id == theme)?.Name ?? "已移除", (first with { Theme = null }).Href());
        if (filter.Leader is { } leader) yield return new("牵头领导", directory.LeaderName(leader, today), (first with { Leader = null }).Href());
        if (filter.Unit is { } unit)
            yield return new(RoleName(filter.Role), directory.UnitName(unit), (first with { Unit = null, Role = UnitRole.Lead }).Href());
        if (filter.State is { } state) yield return new("状态", CommitmentMoves.NameOf(state), (first with { State = null }).Href());
        if (filter.DueMonth is { } month)
            yield return new("时限", string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月"), (first with { DueMonth = null }).Href());
        if (filter.Mine) yield return new("范围", "我承担的", (first with { Mine = false }).Href());
        if (filter.DueFrom is not null || filter.DueTo is not null)
            yield return new("没有办结",
                $"{filter.DueFrom?.ToString("M月d日", CultureInfo.InvariantCulture)}至{filter.DueTo?.ToString("M月d日", CultureInfo.InvariantCulture)}到期",
                (first with { DueFrom = null, DueTo = null }).Href());
        if (filter.Light is { } light)
        {
            var when = filter.LightMonth is { } closed ? string.Create(CultureInfo.InvariantCulture, $"{closed % 100}月") : "";
            yield return new($"{when}亮灯", LightWords.Of(light), (first with { Light = null, LightMonth = null }).Href());
        }

        if (filter.Leaves) yield return new("范围", "末级任务", (first with { Leaves = false }).Href());
        if (filter.MissingIn is { } missing)
            yield return new("未报", string.Create(CultureInfo.InvariantCulture, $"{missing / 100}年{missing % 100}月"), (first with { MissingIn = null }).Href());
        if (filter.Text.Length > 0) yield return new("字词", filter.Text, (first with { Text = "" }).Href());
    }

    public static string RoleName(UnitRole role) => role switch
    {
        UnitRole.Co => "配合单位",
        UnitRole.Any => "牵头或配合",
        _ => "牵头单位",
    };
}
