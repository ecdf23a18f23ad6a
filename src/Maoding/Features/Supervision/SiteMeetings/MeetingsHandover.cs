using System.Linq.Expressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>Site meetings whose minutes are not signed hang on the post that holds them.</summary>
internal sealed class MeetingsHandover(MaodingContext db) : OwnedHandover<SiteMeeting>(db)
{
    public override int Place => 320;

    public override string Words => "次未签发纪要的现场办公";

    public override Permission Needs => Permission.SeeProblems;

    protected override IQueryable<SiteMeeting> Open => Db.SiteMeetings.Where(m => m.SignedOn == null);

    protected override Expression<Func<SiteMeeting, string>> Title => m => m.Place;

    protected override IReadOnlyList<Expression<Func<SiteMeeting, int?>>> Posts => [m => m.LeaderPostId];

    public override string Href(Bearer bearer, int id) => new SiteMeetingFilter(id).Href();
}
