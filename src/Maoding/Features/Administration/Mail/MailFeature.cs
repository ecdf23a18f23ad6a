using Maoding.Contracts;

namespace Maoding.Features.Administration.Mail;

/// <summary>提醒邮件.</summary>
internal sealed class MailFeature : Feature
{
    public override string Name => "提醒邮件";

    public override IEnumerable<TimedPlan> Works => [TimedPlan.Hourly<DigestService>("digest")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DigestService>();
    }
}
