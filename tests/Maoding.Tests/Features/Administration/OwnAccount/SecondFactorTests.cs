using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.OwnAccount;

public sealed class SecondFactorTests
{
    [Fact]
    public async Task A_phone_is_set_up_asked_for_and_replaced_by_a_recovery_code_once()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await People.SettledAsync(app, "clerk");
        var start = await web.PageAsync("/own-account/second-factor");
        using var begun = await web.SubmitAsync(start.Form("Begin"), People.NoChanges);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var setUp = await web.PageAsync("/own-account/second-factor");
        Assert.NotEmpty(setUp.QuerySelector("svg.qr path")!.GetAttribute("d")!);
        var key = setUp.QuerySelector("main code")!.TextContent;
        using var wrong = await web.SubmitAsync(setUp.Form("Confirm"), new Dictionary<string, string?> { ["Code"] = "000000" });
        Assert.Contains("ACC020", (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var on = await web.SubmitAsync(setUp.Form("Confirm"), new Dictionary<string, string?> { ["Code"] = Totp(key) });
        var codes = (await WebClient.ParseAsync(on)).QuerySelectorAll(".codes li").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        await web.PageAsync("/organs");

        using var phone = app.Visitor();
        var code = Totp(key);
        Assert.Equal("/today", await SecondStepAsync(phone, code));
        using var replay = app.Visitor();
        Assert.Contains("ACC003", await SecondStepAsync(replay, code), StringComparison.Ordinal);
        using var lost = app.Visitor();
        Assert.Equal("/today", await SecondStepAsync(lost, codes[0]));
        using var twice = app.Visitor();
        Assert.Contains("ACC003", await SecondStepAsync(twice, codes[0]), StringComparison.Ordinal);
        using var lostAgain = app.Visitor();
        Assert.Equal("/today", await SecondStepAsync(lostAgain, codes[1]));
        await using var db = app.Open();
        Assert.DoesNotContain(db.UserTokens.AsEnumerable(), t => t.Value!.Contains(codes[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_step_without_the_first_leads_back()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var visitor = app.Visitor();
        var page = await visitor.PageAsync("/own-account/sign-in-code");
        using var answer = await visitor.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["Code"] = "123456" });
        Assert.Contains("ACC004", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
    }

    /// <returns>Where it leads, or the words of the refusal.</returns>
    private static async Task<string> SecondStepAsync(WebClient web, string code)
    {
        using var first = await People.SignInAsync(web, "clerk", People.Good);
        Assert.StartsWith("/own-account/sign-in-code", first.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var unfinished = await web.GetAsync("/organs");
        Assert.StartsWith("/own-account/sign-in?", unfinished.Headers.Location?.ToString(), StringComparison.Ordinal);
        var page = await web.PageAsync(first.Headers.Location!.ToString());
        using var second = await web.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["Code"] = code });
        return second.Headers.Location?.ToString() ?? (await WebClient.ParseAsync(second, HttpStatusCode.BadRequest)).Errors();
    }

    /// <summary>RFC 6238 with SHA-1, thirty seconds, six digits.</summary>
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm authenticator apps use.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return $"{number % 1_000_000:000000}";
    }
}
