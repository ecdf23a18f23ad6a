using Maoding.Domain.Organization;

namespace Maoding.Districts;

/// <summary>What is doubtful about telephone numbers: told, and never refused, since an office knows numbers that no rule does.</summary>
internal static class PhoneDoubts
{
    private const int MobileDigits = 11;
    private static readonly char[] Between = ['、', '，', ',', '；', ';', '/', '／'];
    private static readonly string[] Extensions = ["转", "分机", "x", "X"];

    /// <summary>The doubts about some persons among all, each as a sentence.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Person> some, IEnumerable<Person> all)
    {
        var byMobile = all.SelectMany(p => Numbers(p.Phone).Where(IsMobile).Distinct().Select(n => (Number: n, Person: p)))
            .ToLookup(p => p.Number, p => p.Person);
        var doubts = new List<string>();
        foreach (var person in some)
        {
            foreach (var number in Numbers(person.Phone).Where(n => !IsRight(n)))
                doubts.Add($"{person.Name}的电话“{number}”是{number.Length}位，手机号应为11位，请核对。");
            foreach (var number in Numbers(person.Phone).Where(IsMobile).Distinct())
                if (byMobile[number].DistinctBy(p => p.Id == 0 ? (object)p : p.Id).Select(p => p.Name).ToList() is [var first, _, ..] names)
                    doubts.Add($"{first}与{string.Join('、', names.Skip(1))}的手机号相同（{number}），请核对。");
        }

        return [.. doubts.Distinct()];
    }

    /// <summary>The digits of each number in a cell, extensions left out.</summary>
    private static IEnumerable<string> Numbers(string phone) => phone.Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Extensions.Aggregate(part, (text, word) => text.Split(word)[0]))
        .Select(part => string.Concat(part.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit)))
        .Where(digits => digits.Length > 0);

    private static bool IsMobile(string digits) => digits.Length == MobileDigits && digits[0] == '1';

    /// <summary>A mobile, an office number of 7 or 8 digits with or without its area, a short number inside the house, 12345.</summary>
    private static bool IsRight(string digits) => digits.Length switch
    {
        >= 3 and <= 8 => true,
        10 => digits[0] == '0',
        MobileDigits => digits[0] is '0' or '1',
        12 => digits[0] == '0',
        _ => false,
    };
}
