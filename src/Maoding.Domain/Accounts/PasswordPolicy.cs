namespace Maoding.Domain.Accounts;

/// <summary>Which rules passwords follow.</summary>
public enum PasswordPolicy
{
    /// <summary>GB/T 22239-2019 level 3 as districts are assessed by it: composition and rotation. The default.</summary>
    Gbt22239,

    /// <summary>OWASP ASVS 5.0 section 6.2: length and a list of common passwords; no composition, no rotation.</summary>
    Asvs5,
}

/// <summary>The figures of a policy.</summary>
/// <param name="AdvisedLength">What the page recommends; not demanded.</param>
/// <param name="RotationDays">A password older than this must be changed; null: never for its age.</param>
/// <param name="Remembered">How many of the last passwords may not come again.</param>
/// <param name="LockoutFailures">Wrong passwords in a row until the account is locked.</param>
public sealed record PasswordLimits(int ShortestLength, int AdvisedLength, int? RotationDays, int Remembered, int LockoutFailures, TimeSpan Lockout)
{
    public static PasswordLimits Of(PasswordPolicy policy) => policy == PasswordPolicy.Gbt22239
        ? new PasswordLimits(PasswordRules.ShortestLength, 12, 90, 5, 5, TimeSpan.FromMinutes(30))
        : new PasswordLimits(PasswordRules.ShortestLength, 15, null, 0, 5, TimeSpan.FromMinutes(30));
}
