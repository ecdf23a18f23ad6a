using Maoding.Domain.Organization;

namespace Maoding.Districts;

/// <summary>The Chinese words for kinds of posts, units and divisions, the same on pages and in sheets.</summary>
public static class PostWords
{
    private static readonly (PostKind Kind, string Words)[] Posts =
    [
        (PostKind.Leader, "牵头领导"),
        (PostKind.Coordinator, "统筹督查"),
        (PostKind.UnitHead, "单位负责人"),
        (PostKind.UnitClerk, "联络员"),
        (PostKind.DataSteward, "数据管理"),
        (PostKind.Assessor, "考核"),
        (PostKind.Inspector, "监督"),
    ];

    private static readonly (UnitKind Kind, string Words)[] Units =
    [
        (UnitKind.Party, "党委部门"),
        (UnitKind.Institution, "人大政协纪委两院"),
        (UnitKind.Government, "政府部门"),
        (UnitKind.MassOrganisation, "群团组织"),
        (UnitKind.Vertical, "垂直管理单位"),
        (UnitKind.Park, "开发区园区"),
        (UnitKind.Street, "街道乡镇"),
        (UnitKind.Other, "国有企业和其他"),
    ];

    private static readonly (OrganLine Line, string Words)[] Lines =
    [
        (OrganLine.Party, "党委"),
        (OrganLine.Government, "政府"),
        (OrganLine.Congress, "人大"),
        (OrganLine.Conference, "政协"),
        (OrganLine.Discipline, "纪检监察"),
        (OrganLine.Other, "其他"),
    ];

    /// <summary>Those that can be chosen.</summary>
    public static IEnumerable<OrganLine> OrganLines => Lines.Select(l => l.Line);

    /// <summary>In the order in which lists offer them.</summary>
    public static IEnumerable<PostKind> PostKinds => Posts.Select(p => p.Kind);

    /// <summary>In official order.</summary>
    public static IEnumerable<UnitKind> UnitKinds => Units.Select(u => u.Kind);

    public static string Of(PostKind kind) => Array.Find(Posts, p => p.Kind == kind).Words;

    public static string Of(UnitKind kind) => Array.Find(Units, u => u.Kind == kind).Words;

    /// <summary>Empty while nobody said it.</summary>
    public static string Of(OrganLine line) => Array.Find(Lines, l => l.Line == line).Words ?? "";

    /// <summary>Null for words that name none.</summary>
    public static OrganLine? OrganLineOf(string words) => Array.Find(Lines, l => l.Words == words) is { Words: not null } found ? found.Line : null;

    public static string Of(DivisionKind kind) => kind == DivisionKind.InCharge ? "分管" : "联系";

    /// <summary>Null for words that name none.</summary>
    public static PostKind? PostKindOf(string words) => Array.Find(Posts, p => p.Words == words) is { Words: not null } found ? found.Kind : null;

    /// <summary>Null for words that name none.</summary>
    public static UnitKind? UnitKindOf(string words) => Array.Find(Units, u => u.Words == words) is { Words: not null } found ? found.Kind : null;

    /// <summary>A post belongs to a unit unless it is a leader's.</summary>
    public static bool NeedsUnit(PostKind kind) => kind is PostKind.UnitHead or PostKind.UnitClerk;
}
