using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>A district whose education office answers for three indicators and whose housing office for one; today is 2 March 2026.</summary>
internal sealed class FigureScene
{
    public const int February = 202602;

    public required TestApp App { get; init; }

    public required SmallDistrict District { get; init; }

    /// <summary>A level, cumulative, January and February joined.</summary>
    public Indicator Retail { get; } =
        new() { Code = "RETAIL", Name = "社会消费品零售总额", Order = 10, Unit = "亿元", January = January.Joined, Least = 0, Most = 500, Jump = 25, ReleaseDays = 1 };

    /// <summary>Growth only.</summary>
    public Indicator Industry { get; } = new()
    {
        Code = "INDUSTRY",
        Name = "规模以上工业增加值",
        Order = 20,
        Unit = "%",
        Kind = FigureKind.Growth,
        January = January.Joined,
        Jump = 12,
        ReleaseDays = 20,
    };

    public Indicator Gdp { get; } = new() { Code = "GDP", Name = "地区生产总值", Order = 30, Unit = "亿元", Frequency = Frequency.Quarter };

    /// <summary>Of the other office.</summary>
    public Indicator Homes { get; } = new() { Code = "HOMES", Name = "商品房销售面积", Order = 40, Unit = "万平方米", MayFall = true };

    public Area Here { get; } = new() { Kind = AreaKind.District, Order = 1, Name = "云泽区" };

    public Area City { get; } = new() { Kind = AreaKind.City, Order = 1, Name = "云州市" };

    public Area Peer { get; } = new() { Kind = AreaKind.Peer, Order = 1, Name = "临江区" };

    public string Sheet => FigureLinks.Sheet(District.Education.Id, February);

    public static async Task<FigureScene> InAsync(TestApp app)
    {
        var scene = new FigureScene { App = app, District = await SmallDistrict.InAsync(app) };
        await using var db = app.Open();
        foreach (var indicator in (Indicator[])[scene.Retail, scene.Industry, scene.Gdp]) indicator.UnitId = scene.District.Education.Id;
        scene.Homes.UnitId = scene.District.Housing.Id;
        db.AddRange(scene.Retail, scene.Industry, scene.Gdp, scene.Homes, scene.Here, scene.City, scene.Peer);
        await TestApp.SaveAsync(db);
        return scene;
    }

    /// <summary>Puts figures in force, past the pages.</summary>
    public async Task KnowAsync(Indicator indicator, int month, params (FigureMeasure Measure, string Value)[] figures)
    {
        await using var db = App.Open();
        var sheet = await db.DataSheets.Include(s => s.Observations).FirstOrDefaultAsync(s => s.UnitId == indicator.UnitId && s.Month == month);
        if (sheet is null) db.DataSheets.Add(sheet = new DataSheet { UnitId = indicator.UnitId!.Value, Month = month, State = SheetState.Locked });
        foreach (var (measure, value) in figures)
        {
            var read = FigureText.Read(value)!.Value;
            sheet.Observations.Add(new Observation
            {
                IndicatorId = indicator.Id,
                AreaId = Here.Id,
                Month = month,
                Measure = measure,
                Value = read.Value,
                Decimals = read.Decimals,
                InForce = true,
                Stage = FigureStage.Verified,
                EnteredAt = DateTime.UtcNow,
            });
        }

        await TestApp.SaveAsync(db);
    }

    public string Cell(Indicator indicator, FigureMeasure measure, Area? area = null) =>
        string.Create(CultureInfo.InvariantCulture, $"v-{indicator.Id}-{(area ?? Here).Id}-{(int)measure}");

    public string Why(Indicator indicator, Area? area = null) => string.Create(CultureInfo.InvariantCulture, $"why-{indicator.Id}-{(area ?? Here).Id}");

    /// <summary>Fills in the grid's form and presses a button.</summary>
    public async Task<HttpResponseMessage> FillAsync(WebClient web, string handler, params (string Field, string Value)[] changes)
    {
        var page = await web.PageAsync(Sheet);
        return await SendAsync(web, page, handler, changes);
    }

    public static async Task<HttpResponseMessage> SendAsync(WebClient web, IHtmlDocument page, string handler, params (string Field, string Value)[] changes)
    {
        var form = (IHtmlFormElement)page.QuerySelector("form#entry")!;
        if (handler.Length > 0)
            form.SetAttribute("action", page.QuerySelector($"form#entry button[formaction*='handler={handler}']")!.GetAttribute("formaction")!);
        return await web.SubmitAsync(form, changes.ToDictionary(c => c.Field, string? (c) => c.Value));
    }

    /// <summary>Sends one of the small forms around the grid.</summary>
    public async Task<HttpResponseMessage> PressAsync(WebClient web, string handler, params (string Field, string Value)[] changes)
    {
        var page = await web.PageAsync(Sheet);
        var form = page.QuerySelector($"form[action*='handler={handler}']");
        Assert.True(form is not null, $"There is no button {handler}.");
        return await web.SubmitAsync((IHtmlFormElement)form, changes.ToDictionary(c => c.Field, string? (c) => c.Value));
    }

    public static void Done(HttpResponseMessage answer)
    {
        using (answer) Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {answer.Content.ReadAsStringAsync().Result}");
    }

    public async Task<DataSheet> StoredAsync()
    {
        await using var db = App.Open();
        return await db.DataSheets.AsNoTracking().Include(s => s.Observations).SingleAsync(s => s.UnitId == District.Education.Id && s.Month == February);
    }

    /// <summary>The exported sheet: heads, then rows.</summary>
    public async Task<List<List<string>>> ExportAsync(WebClient web)
    {
        using var answer = await web.GetAsync($"{Sheet}/export");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var sheet = TableBookReader.Read(await answer.Content.ReadAsStreamAsync(), "数据.xlsx")[0];
        return [.. sheet.Rows.Select(r => r.Cells.ToList())];
    }

    public static byte[] Book(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        TableBookWriter.Write(
            bytes, [new TableSheet("数据", [.. rows[0].Select(h => new TableColumn(h, 12))], [.. rows.Skip(1).Select(r => r.Select(c => (object?)c).ToList())])]);
        return bytes.ToArray();
    }

    public static async Task<HttpResponseMessage> UploadAsync(WebClient web, string page, string address, byte[] book)
    {
        var shown = await web.PageAsync(page);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)shown.QuerySelector("main [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(book), "Upload", "数据.xlsx" },
        };
        return await web.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }
}
