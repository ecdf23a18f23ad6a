using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Features.Administration.Audit;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Maoding.Tests.Features.Administration.Audit;

public sealed class AuditWordsTests
{
    /// <summary>Columns that no entry tells.</summary>
    private static readonly string[] Silent = ["Version", "ChangedAt", "ChangedById", "DueMonth", "DirectoryVersion"];

    private static readonly List<IEntityType> Entities = Told();

    [Fact]
    public void Every_audited_entity_has_its_word_and_a_place_of_its_own_in_the_search_form()
    {
        var audited = Entities.Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType.Name).Order(StringComparer.Ordinal);
        Assert.Equal(audited, AuditWords.Subjects.Select(s => s.Subject).Order(StringComparer.Ordinal));
        Assert.All(AuditWords.Subjects, s => Assert.DoesNotContain(s.Word, char.IsAsciiLetter));
        var places = Entities.Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType))
            .Select(e => e.ClrType.GetCustomAttributes(false).OfType<CalledAttribute>().Single(c => c.Member is null).Place).ToList();
        Assert.DoesNotContain(0, places);
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    [Fact]
    public void Every_part_has_its_word()
    {
        var parts = Entities.Where(IsPart).Select(e => e.ClrType.Name).ToList();
        Assert.Contains("TargetFigure", parts);
        Assert.Contains("Reader", parts);
        Assert.Contains("CoUnit", parts);
        Assert.DoesNotContain(parts, p => AuditWords.Subject(p).Any(char.IsAsciiLetter));
    }

    [Fact]
    public void Every_value_of_an_audited_entity_and_of_its_parts_has_a_word() =>
        Assert.Empty(Values().Where(v => AuditWords.Value(v.Entity, v.Name).Any(char.IsAsciiLetterLower)).Select(v => $"{v.Entity}.{v.Name}"));

    [Fact]
    public void Every_choice_has_a_word_for_each_of_its_members()
    {
        var choices = Values().Where(v => v.Type.IsEnum).ToList();
        Assert.NotEmpty(choices);
        Assert.Empty(
            from choice in choices
            from member in Enum.GetNames(choice.Type)
            where AuditWords.Choice(choice.Entity, choice.Name, member) == member
            select $"{choice.Entity}.{choice.Name} {member}");
    }

    [Fact]
    public void Entries_from_before_a_renaming_are_read_as_well()
    {
        Assert.Equal("层级", AuditWords.Value("Problem", "Rung"));
        Assert.Equal("专题会议", AuditWords.Choice("Problem", "Rung", "Meeting"));
        Assert.Equal("进入本层级日期", AuditWords.Value("Problem", "RungSince"));
        Assert.Equal("办理记录·层级", AuditWords.Value("Problem", "ProblemEvent.Rung"));
        Assert.Equal("亮灯规则", AuditWords.Subject("LightRuleSet"));
        Assert.Equal("起用月份", AuditWords.Value("LightRuleSet", "FromMonth"));
        Assert.Equal("亮灯规则", AuditWords.Value("MonthLight", "RuleSetId"));
        Assert.Equal("任务", AuditWords.Value("StoredFile", "CommitmentId"));
    }

    [Fact]
    public void A_part_is_told_by_its_own_words()
    {
        Assert.Equal("节点", AuditWords.Value("Commitment", "Milestone"));
        Assert.Equal("节点·权重", AuditWords.Value("Commitment", "Milestone.Weight"));
        Assert.Equal("增长不低于", AuditWords.Choice("Commitment", "TargetFigure.Kind", "growth_at_least"));
        Assert.Equal("联审联批", AuditWords.Choice("StoredFile", "Subject", "JointReview"));
        Assert.Equal("新开工", AuditWords.Choice("Project", "ProjectYear.Class", "Starting"));
    }

    private static IEnumerable<(string Entity, string Name, Type Type)> Values() =>
        from entity in Entities
        from property in entity.GetProperties()
        where !Silent.Contains(property.Name)
        select (entity.ClrType.Name, property.Name, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);

    /// <summary>As the mappings say it.</summary>
    private static bool IsPart(IEntityType entity) =>
        entity.FindAnnotation("Maoding:PartOfAny") is not null
        || entity.GetForeignKeys().Any(k => k.IsOwnership || k.FindAnnotation("Maoding:Part") is not null);

    private static List<IEntityType> Told()
    {
        using var db = Database.InFolder(Path.GetTempPath()).Open();
        return [.. db.Model.GetEntityTypes().Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType) || IsPart(e))];
    }
}
