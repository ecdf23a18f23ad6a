using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>One figure as JSON, the words as on the pages.</summary>
/// <param name="Value">Text or number; the decimals written are the decimals published.</param>
internal sealed record SentFigure(string? Indicator, string? Area, JsonElement Month, string? Measure,
    JsonElement Value, string? Stage, string? PublishedOn, string? Basis, string? Source, string? Why);

internal sealed record SentFigures(IReadOnlyList<SentFigure>? Figures);

internal sealed record GivenFigure(string Indicator, string Area, int Month, string Measure, string Value, string Unit, string Stage);

/// <summary>Figures for other programs: the same services and permissions as the pages, for whoever is signed in.</summary>
internal static class FigureApi
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>
    /// Writes figures as drafts, all or none: { "figures": [ { "indicator": "GDP", "area": "本区", "month": 202603, "measure": "累计值", "value": "98.0" } ] }.
    /// </summary>
    public static Task<IResult> PostAsync(
        HttpContext context, CurrentRequest current, FigureImport import, FigureService service, CancellationToken stop) => AnswerAsync(async () =>
    {
        Permissions.Demand(current.Actor, Permission.EnterFigures);
        var books = (await ReadAsync(context.Request, stop)).Select(Book).ToList();
        var sorting = await import.SortingAsync(
            unit => unit is not null && Permissions.Allows(current.Actor, Permission.EnterFigures, AccessFacts.OfUnit(unit)), stop);
        var preview = await import.JudgeAsync(current.Actor, sorting, FigureImport.Sort(sorting, books, null), overDrafts: false, stop);
        foreach (var line in preview.Lines.Where(l => l.Fate == FigureFate.OthersDraft))
            sorting.Add(line.Cell, $"别人已经填了 {line.Old}，还没有提交。请先与填报人核对，由他改，或在页面上导入并勾选覆盖。");
        if (preview.Problems.Count > 0)
            return Results.Json(new { code = "FIG015", message = $"有 {preview.Problems.Count} 处错误，一个也没有写入。", errors = preview.Problems },
                Json, statusCode: StatusCodes.Status400BadRequest);
        var written = preview.Writes.Count > 0 ? await service.SaveDraftAsync(current.Actor, preview.Writes, "接口填报数据", stop: stop) : 0;
        return Results.Json(new
        {
            written,
            sheets = preview.Sheets.Select(s => new { unit = current.Directory.UnitName(s.UnitId), month = s.Month, figures = s.Figures, doubts = s.Doubts }),
        }, Json);
    });

    /// <summary>Figures in force: ?indicator=GDP&amp;indicator=RETAIL&amp;area=本区&amp;from=202501&amp;to=202512.</summary>
    public static Task<IResult> GetAsync(string[]? indicator, string[]? area, string? from, string? to,
        CurrentRequest current, MaodingContext db, FigureReader reader, CancellationToken stop) => AnswerAsync(async () =>
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        if (indicator is not { Length: > 0 }) throw Bad("请用 indicator 写明要哪个指标的代码，如 indicator=GDP，可以写几个。");
        var indicators = await db.Indicators.AsNoTracking().Where(i => indicator.Contains(i.Code)).ToDictionaryAsync(i => i.Id, stop);
        if (indicator.FirstOrDefault(code => indicators.Values.All(i => i.Code != code)) is { } unknown) throw Bad($"指标目录里没有“{unknown}”。");
        var areas = (await db.Areas.AsNoTracking().ToListAsync(stop))
            .Where(a => area is not { Length: > 0 } || area.Any(name => Names(a, name))).ToDictionary(a => a.Id);
        if (area?.FirstOrDefault(name => !areas.Values.Any(a => Names(a, name))) is { } nowhere) throw Bad($"没有“{nowhere}”这个对象。");
        var (first, last) = (MonthOf(from, FigurePeriods.First), MonthOf(to, FigurePeriods.Last));
        var series = await reader.ReadAsync(indicators.Keys, areas.Keys, first, last, stop);
        return Results.Json(
            new { figures = series.SelectMany(s => s.Points.Select(p => Given(indicators[s.IndicatorId], areas[s.AreaId], s.Measure, p))) }, Json);
    });

    private static async Task<IReadOnlyList<SentFigure>> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasJsonContentType()) throw Bad("请求要用 JSON：Content-Type: application/json。");
        try
        {
            var sent = await request.ReadFromJsonAsync<SentFigures>(Json, stop);
            return sent?.Figures is { Count: > 0 and <= FigureBook.MostFigures } figures
                && !figures.Contains(null!) ? figures : throw Bad($"figures 要有 1 至 {FigureBook.MostFigures} 个数据。");
        }
        catch (JsonException)
        {
            throw Bad("请求的 JSON 看不懂。");
        }
    }

    private static BookFigure Book(SentFigure sent, int place)
    {
        BookWord Word(string name, string? text) => new(string.Create(CultureInfo.InvariantCulture, $"figures[{place}].{name}"), (text ?? "").Trim());
        // As it was written: a number keeps its zeros too.
        static string Raw(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString() ?? "",
            JsonValueKind.Number => element.GetRawText(),
            _ => "",
        };
        var value = Raw(sent.Value);
        return new BookFigure(
            Word("indicator", sent.Indicator), Word("area", sent.Area), Word("month", Raw(sent.Month)),
            Word("measure", sent.Measure), Word("value", value.Length > 0 ? value : "（空）"),
            Word("stage", sent.Stage), Word("publishedOn", sent.PublishedOn), sent.Basis ?? "", sent.Source ?? "", sent.Why ?? "");
    }

    private static GivenFigure Given(Indicator indicator, Area area, FigureMeasure measure, FigurePoint point) => new(
        indicator.Code, area.Name, point.Month, FigureWords.Of(measure), FigureText.Of(point.Value, point.Decimals),
        FigureUnit.Of(indicator, measure).Heading, FigureWords.Of(point.Stage));

    private static bool Names(Area area, string name) =>
        area.Name == name || (name == "本区" && area.Kind == AreaKind.District) || (name == "全市" && area.Kind == AreaKind.City);

    private static int MonthOf(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise : FigureSorting.MonthOf(text) ?? throw Bad($"月份“{text}”看不懂，请写成 202603。");

    private static RefusalException Bad(string message) => new("FIG018", message);

    /// <summary>Refusals as JSON with their code.</summary>
    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (RefusalException refusal)
        {
            return Results.Json(new { code = refusal.Code, message = refusal.Message, field = refusal.Field }, Json, statusCode: (int)refusal.Kind);
        }
    }
}
