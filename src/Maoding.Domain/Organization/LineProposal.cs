using System.Text.RegularExpressions;

namespace Maoding.Domain.Organization;

/// <summary>What a name suggests of line and chief, of districts as of counties, banners and cities; people confirm or change it.</summary>
public static partial class LineProposal
{
    /// <summary>By the name where it tells, else by the unit's kind.</summary>
    /// <param name="name">中共云泽区委组织部, 区人大办.</param>
    public static OrganLine OfUnit(string name, UnitKind kind)
    {
        if (Discipline().IsMatch(name)) return OrganLine.Discipline;
        if (Congress().IsMatch(name)) return OrganLine.Congress;
        if (Conference().IsMatch(name)) return OrganLine.Conference;
        return kind switch
        {
            UnitKind.Party => OrganLine.Party,
            UnitKind.Government or UnitKind.Vertical or UnitKind.Park or UnitKind.Street => OrganLine.Government,
            _ => OrganLine.Other,
        };
    }

    /// <param name="unit">The line of the post's unit; null for a post of the district itself, whose title tells.</param>
    public static OrganLine OfPost(string title, OrganLine? unit)
    {
        if (unit is { } line) return line;
        if (Discipline().IsMatch(title)) return OrganLine.Discipline;
        if (Congress().IsMatch(title)) return OrganLine.Congress;
        if (Conference().IsMatch(title)) return OrganLine.Conference;
        // 区委副书记、区长 and 区委常委、常务副区长 belong to the government; 区委常委、政法委书记 does not.
        if (Magistrate().IsMatch(title)) return OrganLine.Government;
        return Party().IsMatch(title) ? OrganLine.Party : OrganLine.Other;
    }

    /// <summary>主要负责同志: the one at the head of the line, of the district's leaders alone.</summary>
    public static bool IsChief(string title, PostKind kind, OrganLine line) => kind == PostKind.Leader && line switch
    {
        OrganLine.Party => PartyChief().IsMatch(title),
        OrganLine.Government => GovernmentChief().IsMatch(title),
        OrganLine.Congress => CongressChief().IsMatch(title),
        OrganLine.Conference => ConferenceChief().IsMatch(title),
        OrganLine.Discipline => DisciplineChief().IsMatch(title),
        _ => false,
    };

    [GeneratedRegex("纪委|纪律检查|监委|监察委|纪检监察")]
    private static partial Regex Discipline();

    [GeneratedRegex("人大|人民代表大会")]
    private static partial Regex Congress();

    [GeneratedRegex("政协|政治协商")]
    private static partial Regex Conference();

    [GeneratedRegex("(?:区|县|市|旗|州)长|人民政府|政府党组")]
    private static partial Regex Magistrate();

    [GeneratedRegex("[区县市旗州]委|党组|党工委|书记")]
    private static partial Regex Party();

    /// <summary>区委书记, not 区委副书记 and not 区委常委、政法委书记.</summary>
    [GeneratedRegex("(?:区|县|市|旗|州)委书记")]
    private static partial Regex PartyChief();

    /// <summary>区长 and 代区长, not 副区长, 常务副区长 and 区长助理.</summary>
    [GeneratedRegex("(?<!副)(?:区|县|市|旗|州)长(?!助理)")]
    private static partial Regex GovernmentChief();

    [GeneratedRegex("(?:人大|人大常委会|人民代表大会常务委员会)(?:党组书记、)?主任")]
    private static partial Regex CongressChief();

    [GeneratedRegex("政协(?:[^副]*、)?主席")]
    private static partial Regex ConferenceChief();

    [GeneratedRegex("纪委书记|纪律检查委员会书记")]
    private static partial Regex DisciplineChief();
}
