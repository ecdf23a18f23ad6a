using System.Globalization;
using MailKit.Security;

namespace Maoding.Features.Administration.Mail;

/// <summary>Settings Mail:…, from configuration; without Host nothing is sent.</summary>
/// <param name="From">The sender: 区委督查室 &lt;ducha@example.gov.cn&gt;.</param>
/// <param name="Site">Address of this site for links, without a slash at its end.</param>
/// <param name="Begin">Nothing is sent before this time of the day in China.</param>
/// <param name="End">Nothing is sent after it.</param>
public sealed record MailOptions(
    string Host, int Port, SecureSocketOptions Security, string User, string Password, string From, string Site, TimeOnly Begin, TimeOnly End)
{
    /// <summary>Null where no mail server is set.</summary>
    /// <exception cref="FormatException">A setting cannot be read; the message names it.</exception>
    public static MailOptions? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        if (section["Host"] is not { Length: > 0 } host) return null;
        return new MailOptions(
            host,
            section.GetValue("Port", 25),
            section["Security"] switch
            {
                null or "" or "auto" => SecureSocketOptions.Auto,
                "none" => SecureSocketOptions.None,
                "starttls" => SecureSocketOptions.StartTls,
                "tls" => SecureSocketOptions.SslOnConnect,
                var other => throw new FormatException($"Mail:Security is “{other}”; it can be auto, none, starttls or tls."),
            },
            section["User"] ?? "",
            section["Password"] ?? "",
            section["From"] is { Length: > 0 } from ? from : throw new FormatException("Mail:From, the sender of reminders, is missing."),
            (section["Site"] ?? "").TrimEnd('/'),
            Time(section, "Begin", new TimeOnly(8, 30)),
            Time(section, "End", new TimeOnly(18, 0)));
    }

    private static TimeOnly Time(IConfigurationSection section, string name, TimeOnly usual) => section[name] is not { Length: > 0 } text
        ? usual
        : TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException($"Mail:{name} is “{text}”; a time such as 8:30 is needed.");
}
