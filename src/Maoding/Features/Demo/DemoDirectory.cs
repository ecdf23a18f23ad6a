using Maoding.Districts;
using Maoding.Documents.Units;
using Maoding.Domain;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;
using Maoding.Storage;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Demo;

/// <summary>The organs, leaders, heads and clerks of the fictional 云泽区, always the same.</summary>
internal sealed class DemoDirectory
{
    private static readonly DateOnly Since = new(2024, 11, 1);

    private readonly string[] _lines;
    private readonly string[] _surnames;
    private readonly string[] _givenNames;
    private readonly Dictionary<string, Person> _persons = [];
    private int _names;
    private int _postOrder;

    private DemoDirectory(string text)
    {
        _lines = text.Split('\n', StringSplitOptions.TrimEntries);
        _surnames = Names("姓：");
        _givenNames = Names("名：");
    }

    public static void AddTo(MaodingContext db, DateOnly today)
    {
        using var stream = typeof(DemoDirectory).Assembly.GetManifestResourceStream("Maoding.Features.Demo.district.md")!;
        using var reader = new StreamReader(stream);
        new DemoDirectory(reader.ReadToEnd()).Fill(db, today);
    }

    private void Fill(MaodingContext db, DateOnly today)
    {
        db.Regions.Add(new Region
        {
            Name = "云泽区",
            CityName = "云州市",
            IsDemo = true,
            BusinessDate = today,
            ProblemUnitDays = 15,
            ProblemLeaderDays = 20,
            ProblemChiefDays = 20,
        });
        var units = Units();
        db.Units.AddRange(units.Values);
        foreach (var cells in Table("姓名"))
        {
            var post = NewPost(cells[1], PostKind.Leader, null);
            (post.Line, post.IsChief) = (PostWords.OrganLineOf(cells[2])!.Value, cells[3].Length > 0);
            Hold(db, post, cells[0], $"leader{_postOrder / OfficialOrder.Step}");
            Divide(db, post, units, cells[4], DivisionKind.InCharge);
            Divide(db, post, units, cells.Length > 5 ? cells[5] : "", DivisionKind.Linked);
        }

        AddOffices(db, units);
        var both = Table("单位").ToDictionary(cells => cells[0], cells => cells[1]);
        foreach (var unit in units.Values)
        {
            var head = NewPost($"{unit.ShortName}主要负责人", PostKind.UnitHead, unit);
            if (both.TryGetValue(unit.ShortName, out var name)) db.Tenures.Add(new Tenure { Post = head, Person = _persons[name], From = Since });
            else Hold(db, head, NextName(), $"head{unit.Order / OfficialOrder.Step}");
            Hold(db, NewPost($"{unit.ShortName}联络员", PostKind.UnitClerk, unit), NextName(), $"clerk{unit.Order / OfficialOrder.Step}");
        }

        db.Users.Add(NewAccount("admin", null));
    }

    private void AddOffices(MaodingContext db, Dictionary<string, Unit> units)
    {
        Hold(db, NewPost("区委区政府督查室主任", PostKind.Coordinator, units["区委区政府督查室"]), "冯晓岚", "duchashi");
        Hold(db, NewPost("区委区政府督查室副主任", PostKind.Coordinator, units["区委区政府督查室"]), "顾明远", "duchashi2");
        Hold(db, NewPost("区统计局数据专员", PostKind.DataSteward, units["区统计局"]), NextName(), "tongji");
        Hold(db, NewPost("区考核办主任", PostKind.Assessor, units["区委组织部"]), NextName(), "kaohe");
        Hold(db, NewPost("区纪委监委党风政风监督室主任", PostKind.Inspector, units["区纪委监委"]), NextName(), "jiwei");
    }

    private Dictionary<string, Unit> Units()
    {
        var kinds = Table("类别").SelectMany(cells => cells[1].Split('、').Select(name => (name, Kind: Enum.Parse<UnitKind>(cells[0]))))
            .ToDictionary(pair => pair.name, pair => pair.Kind);
        var lines = Table("条线").SelectMany(cells => cells[1].Split('、').Select(name => (name, Line: PostWords.OrganLineOf(cells[0])!.Value)))
            .ToDictionary(pair => pair.name, pair => pair.Line);
        var listed = UnitListReader.Read(Path.Combine(AppContext.BaseDirectory, "samples", "units.txt"));
        return listed.Units.Select((entry, i) => new Unit
        {
            Order = (i + 1) * OfficialOrder.Step,
            Name = entry.Name,
            ShortName = entry.Label,
            Kind = kinds.GetValueOrDefault(entry.Label, UnitKind.Government),
            Line = lines.TryGetValue(entry.Label, out var line)
                ? line
                : LineProposal.OfUnit(entry.Name, kinds.GetValueOrDefault(entry.Label, UnitKind.Government)),
            Functions = entry.Duties,
            Phone = $"8655-{1000 + (i * 7)}",
        }).ToDictionary(unit => unit.ShortName);
    }

    private void Hold(MaodingContext db, Post post, string name, string account)
    {
        var person = new Person { Name = name, Phone = $"8655-{2000 + (_postOrder / OfficialOrder.Step)}" };
        _persons[name] = person;
        db.Tenures.Add(new Tenure { Post = post, Person = person, From = Since });
        db.Users.Add(NewAccount(account, person));
    }

    private Post NewPost(string name, PostKind kind, Unit? unit) =>
        new() { Order = _postOrder += OfficialOrder.Step, Name = name, Kind = kind, Unit = unit, Line = unit?.Line ?? OrganLine.Unsaid };

    /// <summary>Without a password: these accounts are entered with one click, in a demonstration alone.</summary>
    private static Account NewAccount(string name, Person? person) => new()
    {
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        Person = person,
        IsAdministrator = person is null,
        SecurityStamp = Guid.NewGuid().ToString("n"),
        PasswordChangedAt = new DateTime(2025, 12, 29, 1, 0, 0, DateTimeKind.Utc),
        LockoutEnabled = true,
    };

    private static void Divide(MaodingContext db, Post post, Dictionary<string, Unit> units, string names, DivisionKind kind)
    {
        foreach (var name in names.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            db.Divisions.Add(new Division { Post = post, Unit = units[name], Kind = kind, From = Since });
    }

    private string NextName()
    {
        var name = _surnames[_names % _surnames.Length] + _givenNames[_names % _givenNames.Length];
        _names++;
        return name;
    }

    private string[] Names(string label) => _lines.First(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..].Split('、');

    /// <summary>The rows of the table whose first heading is <paramref name="heading"/>.</summary>
    private IEnumerable<string[]> Table(string heading) => _lines
        .SkipWhile(line => !line.StartsWith($"| {heading} ", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
