using Maoding.Contracts;

namespace Maoding.Features.Administration.Status;

/// <summary>The page that tells what a status means.</summary>
internal sealed class StatusFeature : Feature
{
    public override string Name => "出错说明";
}
