namespace Maoding.Shared.Workbooks;

/// <summary>Names the word that somebody probably meant.</summary>
public static class NearWord
{
    /// <summary>The end of a sentence that refuses a word: ，是不是“区教育局”？ where one is close.</summary>
    /// <param name="where">Where the names stand.</param>
    public static string Hint(string word, IEnumerable<string> known, string where = "机构人员页上")
    {
        var best = known.Where(k => k.Length > 0).Distinct().Select(k => (Name: k, Distance: Distance(word, k))).OrderBy(k => k.Distance).FirstOrDefault();
        return best.Name is not null && best.Distance * 2 <= Math.Max(word.Length, best.Name.Length)
            ? $"，是不是“{best.Name}”？" : $"，请照{where}的名称填写。";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
