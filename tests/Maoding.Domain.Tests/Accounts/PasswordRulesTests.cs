using CsCheck;
using Maoding.Domain.Accounts;
using Xunit;

namespace Maoding.Domain.Tests.Accounts;

/// <summary>What a password must be, under either policy.</summary>
public sealed class PasswordRulesTests
{
    private static readonly Gen<byte[]> _random = Gen.Byte.Array[InitialPassword.RandomBytes];

    [Theory]
    [InlineData("Rm7#kqTz", "wangfang")]
    [InlineData("河清海晏Aa97", "wangfang")]
    [InlineData("tea-Cup-9-riverbank", "li")]
    public void Good_passwords_pass_under_GBT_22239(string password, string account) =>
        Assert.Empty(PasswordRules.Check(PasswordPolicy.Gbt22239, password, account));

    [Theory]
    [InlineData("Rm7#kq", "至少8个字符，现有6个")]
    [InlineData("rmkqtzwv7", "还缺大写字母、符号")]
    [InlineData("Xduban3#k", "含有账号名")]
    [InlineData("xNABUD-3k", "倒写的账号名")]
    [InlineData("Rm#kq8888T", "“8888”")]
    [InlineData("Rm#kq2345T", "“2345”")]
    [InlineData("RmdCbA#97k", "“dCbA”")]
    [InlineData("Password@2026", "常见的弱密码")]
    [InlineData("", "至少8个字符，现有0个")]
    public void What_is_missing_is_said(string password, string says) =>
        Assert.Contains(PasswordRules.Check(PasswordPolicy.Gbt22239, password, "duban"),
            s => s.Contains(says, StringComparison.Ordinal) && s.Contains('请', StringComparison.Ordinal));

    [Theory]
    [InlineData("rmkqtzwv", true)]
    [InlineData("duban river stone", true)]
    [InlineData("aaaabbbbzz", true)]
    [InlineData("rmkqtzw", false)]
    [InlineData("Admin@123", false)]
    [InlineData("DUBAN@2026", false)]
    [InlineData("1qaz2wsx", false)]
    [InlineData("dubanshi-7", false)]
    public void ASVS_looks_at_length_and_the_list_of_common_ones(string password, bool good) =>
        Assert.Equal(good, PasswordRules.Check(PasswordPolicy.Asvs5, password, "dubanshi-7").Count == 0);

    [Fact]
    public void Too_long_a_password_is_refused_before_it_is_looked_at() =>
        Assert.Contains("最长128个字符", Assert.Single(PasswordRules.Check(PasswordPolicy.Gbt22239, new string('a', 100_000), "x")), StringComparison.Ordinal);

    [Fact]
    public void The_list_of_common_ones_is_long_enough_and_all_of_it_counts()
    {
        Assert.InRange(CommonPasswords.Count, 3000, 100_000);
        Assert.All(CommonPasswords.All, p => Assert.True(p.Length >= 8 && !p.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c)), p));
        Assert.All(CommonPasswords.All, p => Assert.NotEmpty(PasswordRules.Check(PasswordPolicy.Asvs5, p.ToUpperInvariant(), "")));
    }

    [Fact]
    public void The_figures_of_the_policies()
    {
        var gbt = PasswordLimits.Of(PasswordPolicy.Gbt22239);
        Assert.Equal((8, 90, 5, 5, 30.0), (gbt.ShortestLength, gbt.RotationDays, gbt.Remembered, gbt.LockoutFailures, gbt.Lockout.TotalMinutes));
        var asvs = PasswordLimits.Of(PasswordPolicy.Asvs5);
        Assert.Equal((8, 15, null, 0), (asvs.ShortestLength, asvs.AdvisedLength, asvs.RotationDays, asvs.Remembered));
    }

    [Fact]
    public void An_initial_password_meets_both_policies_and_has_no_sign_that_could_be_another() =>
        _random.Sample(
            bytes =>
            {
                var password = InitialPassword.From(bytes);
                Assert.Matches("^[A-Z][aeu][a-z][aeu][2-9]{2}(-[A-Z][aeu][a-z][aeu][2-9]{2}){2}$", password);
                Assert.DoesNotContain(password, c => "0Oo1lIiZSB".Contains(c, StringComparison.Ordinal));
                Assert.Empty(PasswordRules.Check(PasswordPolicy.Gbt22239, password, "lianluoyuan"));
                Assert.Empty(PasswordRules.Check(PasswordPolicy.Asvs5, password, "lianluoyuan"));
            },
            iter: 3000,
            threads: 1);

    [Fact]
    public void Every_random_byte_makes_a_difference()
    {
        var none = InitialPassword.From(new byte[InitialPassword.RandomBytes]);
        for (var i = 0; i < InitialPassword.RandomBytes; i += 2)
        {
            var bytes = new byte[InitialPassword.RandomBytes];
            bytes[i] = 1;
            Assert.NotEqual(none, InitialPassword.From(bytes));
        }

        Assert.Throws<ArgumentException>(() => InitialPassword.From(new byte[InitialPassword.RandomBytes - 1]));
    }
}
