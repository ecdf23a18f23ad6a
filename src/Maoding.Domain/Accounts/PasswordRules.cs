namespace Maoding.Domain.Accounts;

/// <summary>What a password must be.</summary>
public static class PasswordRules
{
    public const int ShortestLength = 8;

    /// <summary>Longer ones are refused, so that hashing stays bounded.</summary>
    public const int LongestLength = 128;

    private const int FewestClasses = 3;
    private const int LongestRun = 3;

    /// <summary>An account name shorter than this stands in too many words to be forbidden.</summary>
    private const int ShortestName = 3;

    /// <summary>What is wrong with a password, one Chinese sentence each; empty when it may be used.</summary>
    /// <param name="accountName">The name signed in with.</param>
    /// <remarks>Reuse of the last passwords is for the caller, who has their hashes: <see cref="PasswordLimits.Remembered"/>.</remarks>
    public static IReadOnlyList<string> Check(PasswordPolicy policy, string password, string accountName)
    {
        if (password.Length > LongestLength) return [$"密码最长{LongestLength}个字符，现有{password.Length}个，请缩短。"];
        var wrong = new List<string>();
        if (password.Length < ShortestLength) wrong.Add($"密码至少{ShortestLength}个字符，现有{password.Length}个，请加长。");
        if (policy == PasswordPolicy.Gbt22239) AddComposition(wrong, password, accountName);
        else if (string.Equals(password, accountName, StringComparison.OrdinalIgnoreCase)) wrong.Add("密码不能与账号名相同，请换一个。");
        if (CommonPasswords.Contains(password)) wrong.Add("这是常见的弱密码，容易被猜中，请换一个。");
        return wrong;
    }

    private static void AddComposition(List<string> wrong, string password, string accountName)
    {
        var classes = Classes(password);
        if (classes.Count(c => c.Has) < FewestClasses)
        {
            var missing = string.Join('、', classes.Where(c => !c.Has).Select(c => c.Name));
            wrong.Add($"密码应含大写字母、小写字母、数字、符号中的至少{FewestClasses}类，还缺{missing}，请补上。");
        }

        var account = accountName.Trim();
        if (Holds(password, account)) wrong.Add("密码不能含有账号名，请换一个。");
        else if (Holds(password, Reversed(account))) wrong.Add("密码不能含有倒写的账号名，请换一个。");
        if (RunAt(password) is { Length: > 0 } run) wrong.Add($"密码不能有4个以上相同或连续的字符（“{run}”），请改动这一处。");
    }

    private static (string Name, bool Has)[] Classes(string password) =>
    [
        ("大写字母", password.Any(char.IsAsciiLetterUpper)),
        ("小写字母", password.Any(char.IsAsciiLetterLower)),
        ("数字", password.Any(char.IsAsciiDigit)),
        ("符号", password.Any(c => !char.IsAsciiLetterOrDigit(c))),
    ];

    private static bool Holds(string password, string name) =>
        name.Length >= ShortestName && password.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string Reversed(string name)
    {
        var letters = name.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    /// <summary>The first stretch of four or more characters that are the same or rise or fall by one (1234, dCBa, 8888); empty when there is none.</summary>
    private static string RunAt(string password)
    {
        for (var start = 0; start + LongestRun < password.Length; start++)
        {
            var end = start + 1;
            var step = Step(password, end);
            while (end < password.Length && Math.Abs(step) <= 1 && Step(password, end) == step) end++;
            if (end - start > LongestRun) return password[start..end];
        }

        return "";
    }

    /// <summary>How far a character stands from the one before; far when the two are not both letters or both digits, unless they are the same.</summary>
    private static int Step(string password, int at)
    {
        char before = char.ToLowerInvariant(password[at - 1]), now = char.ToLowerInvariant(password[at]);
        if (before == now) return 0;
        var kin = (char.IsAsciiDigit(before) && char.IsAsciiDigit(now)) || (char.IsAsciiLetter(before) && char.IsAsciiLetter(now));
        return kin ? now - before : int.MaxValue;
    }
}
