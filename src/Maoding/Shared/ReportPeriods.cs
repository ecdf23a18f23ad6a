using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;

namespace Maoding.Shared;

/// <summary>Periods as addresses and forms have them.</summary>
public static class ReportPeriods
{
    /// <summary>The period of a key; null for a number that is no key.</summary>
    public static Period? Read(int key) =>
        key / 1000 is >= 2000 and <= 2100 && key / 10 % 100 is >= 1 and <= 12 && key % 10 <= 3 ? new Period(key) : null;

    /// <summary>The share planned by the end of a period, 0 to 1000; a ten-day part takes its third of the month's. Null while nothing is planned.</summary>
    public static int? Planned(string monthlyPlan, Period period)
    {
        var values = MonthlyPlans.Values(monthlyPlan);
        if (values.Count != 12) return null;
        var month = period.Month % 100;
        var (before, end) = (month == 1 ? 0 : values[month - 2], values[month - 1]);
        return period.Part == 0 ? end : before + ((end - before) * period.Part / 3);
    }

    public static string NameOf(Rhythm rhythm) => ChoiceWords.Of(rhythm);
}
