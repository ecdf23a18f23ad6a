using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Accounts;

namespace Maoding.Tests.Hosting;

/// <summary>A district small enough to know by heart: every role once, three units, one plan with one document. Accounts are named after their roles.</summary>
public sealed class SmallDistrict
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public const string Text = "一、重点任务\n全面完成老旧小区改造12个。新建公办幼儿园3所，年底前投用。";

    public required Unit Education { get; init; }

    public required Unit Housing { get; init; }

    public required Unit Finance { get; init; }

    /// <summary>分管 Education and Housing.</summary>
    public required Post Leader { get; init; }

    public required Post OtherLeader { get; init; }

    public required Plan Plan { get; init; }

    public required SourceDocument Document { get; init; }

    /// <summary>Accounts: admin, coordinator, leader, leader2, head (Education), clerk (Education), clerk2 (Housing), steward, assessor, inspector.</summary>
    public static async Task<SmallDistrict> InAsync(TestApp app)
    {
        await using var db = app.Open();
        db.Regions.Add(new Region { Name = "云泽区", CityName = "云州市", BusinessDate = Today });
        var district = new SmallDistrict
        {
            Education = new Unit { Order = 1, Name = "云泽区教育局", ShortName = "区教育局", Functions = "教育", Line = OrganLine.Government },
            Housing = new Unit { Order = 2, Name = "云泽区住房和城乡建设局", ShortName = "区住建局", Functions = "住房城乡建设", Line = OrganLine.Government },
            Finance = new Unit { Order = 3, Name = "云泽区财政局", ShortName = "区财政局", Functions = "财政", Line = OrganLine.Government },
            Leader = new Post { Order = 1, Name = "区委常委、常务副区长", Kind = PostKind.Leader },
            OtherLeader = new Post { Order = 2, Name = "副区长", Kind = PostKind.Leader },
            Plan = new Plan { Year = 2026, Name = "2026年任务分解方案" },
            Document = new SourceDocument
            {
                Title = "在区委六届五次全会上的讲话",
                Kind = DocumentKind.Speech,
                Text = Text,
                ImportedAt = new DateTime(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc),
            },
        };
        db.AddRange(district.Education, district.Housing, district.Finance, district.Plan);
        Hold(db, "leader", "王立军", district.Leader);
        Hold(db, "leader2", "刘芳", district.OtherLeader);
        Hold(db, "coordinator", "陈敏", new Post { Order = 3, Name = "督查室主任", Kind = PostKind.Coordinator });
        Hold(db, "head", "周文", new Post { Order = 4, Name = "区教育局局长", Kind = PostKind.UnitHead, Unit = district.Education });
        Hold(db, "clerk", "李娟", new Post { Order = 5, Name = "区教育局联络员", Kind = PostKind.UnitClerk, Unit = district.Education });
        Hold(db, "clerk2", "赵强", new Post { Order = 6, Name = "区住建局联络员", Kind = PostKind.UnitClerk, Unit = district.Housing });
        Hold(db, "steward", "孙悦", new Post { Order = 7, Name = "区统计局数据员", Kind = PostKind.DataSteward });
        Hold(db, "assessor", "吴刚", new Post { Order = 8, Name = "考核办主任", Kind = PostKind.Assessor });
        Hold(db, "inspector", "郑直", new Post { Order = 9, Name = "区纪委监委监督员", Kind = PostKind.Inspector });
        db.Users.Add(NewAccount("admin", null));
        await TestApp.SaveAsync(db);
        foreach (var unit in (Unit[])[district.Education, district.Housing])
            db.Divisions.Add(new Division { PostId = district.Leader.Id, UnitId = unit.Id, From = new DateOnly(2025, 1, 1) });
        district.Document.PlanId = district.Plan.Id;
        db.Documents.Add(district.Document);
        await TestApp.SaveAsync(db);
        return district;
    }

    /// <summary>A row of the plan led by <paramref name="lead"/>, quoted from the document's text.</summary>
    public Commitment Row(string number, string title, CommitmentState state, Unit? lead, params Unit[] co) => new()
    {
        PlanId = Plan.Id,
        Number = number,
        Order = int.Parse(number.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture),
        Kind = CommitmentKind.Work,
        State = state,
        Title = title,
        DocumentId = Document.Id,
        LeaderPostId = Leader.Id,
        LeadUnitId = lead?.Id,
        DueKind = DueKind.Date,
        Due = new DateOnly(2026, 12, 31),
        DueMonth = 202612,
        Quotes = [new Quote { DocumentId = Document.Id, Start = 7, Length = 15, Sentence = 1, Text = Text.Substring(7, 15) }],
        CoUnits = [.. co.Select((u, i) => new CoUnit { UnitId = u.Id, Order = i + 1 })],
    };

    private static void Hold(MaodingContext db, string userName, string name, Post post)
    {
        var person = new Person { Name = name, Phone = "0871-65550000" };
        post.Line = LineProposal.OfPost(post.Name, post.Unit?.Line);
        db.Tenures.Add(new Tenure { Person = person, Post = post, From = new DateOnly(2025, 1, 1) });
        db.Users.Add(NewAccount(userName, person));
    }

    internal static Account NewAccount(string userName, Person? person) => new()
    {
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        Person = person,
        IsAdministrator = person is null,
        SecurityStamp = Guid.NewGuid().ToString("n"),
        PasswordChangedAt = DateTime.UtcNow,
        LockoutEnabled = true,
    };
}
