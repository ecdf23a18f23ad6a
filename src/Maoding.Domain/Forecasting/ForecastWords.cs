namespace Maoding.Domain.Forecasting;

/// <summary>A forecast's reason in Chinese.</summary>
internal static class ForecastWords
{
    /// <param name="percent">Errors in percent of the value; else in the series' unit.</param>
    public static string Why(Series series, Backtest backtest, bool percent)
    {
        var words = new List<string> { Season(series) };
        if (backtest.Trials[Methods.Simple] is null)
            words.Add($"只有{series.Values.Count}期数据，只能沿用上期值，上下限放得很宽");
        else
            words.Add(Tested(series, backtest, percent));
        return string.Concat(words.Where(w => w.Length > 0).Select(w => w + "。"));
    }

    private static string Tested(Series series, Backtest backtest, bool percent)
    {
        var tried = backtest.Trials.OfType<Trial>().OrderBy(t => t.Error).ToList();
        var errors = string.Join("、", tried.Select(t => t.Method + (percent ? $"{100 * t.Error / backtest.MeanSize:0.0}%" : Number(t.Error))));
        var ends = series.Season switch { 12 => "个月的每月末", 4 => "个季度的每季末", 1 => "年的每年末", _ => "期的每期末" };
        var chosen = Methods.Names[backtest.Chosen];
        var reason = tried[0].Method == chosen ? $"{chosen}误差最小，予以选用"
            : $"{tried[0].Method}误差虽小一些，差距还不足以说明它更好，仍用较稳妥的{chosen}";
        return $"从过去{backtest.Origins}{ends}起，只用当时已有的数据往后预测，再与实际对照，平均误差{(percent ? "（占实际值）" : "")}为{errors}。{reason}"
            + (backtest.Chosen == Methods.Mean ? Parts(backtest) : "");
    }

    private static string Parts(Backtest backtest) =>
        $"（组合是{Methods.Names[Methods.Damped]}、"
            + $"{Methods.Names[Methods.Theta]}{(backtest.Trials[Methods.YearOnYear] is null ? "" : "、" + Methods.Names[Methods.YearOnYear])}的平均）";

    private static string Season(Series series)
    {
        if (series.Season == 1) return "";
        if (series.Values.Count < 2 * series.Season) return $"数据不足两年（现有{series.Values.Count}期），不用季节模型";
        return Seasonality.Of(series.Numbers, series.Season).Kind == SeasonalKind.None ? "未见明显的季节规律" : "各年有相同的季节规律";
    }

    /// <summary>Three significant digits.</summary>
    private static string Number(double value)
    {
        if (value <= 0) return "0";
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 6);
        return Math.Round(value, decimals).ToString("0.######");
    }
}
