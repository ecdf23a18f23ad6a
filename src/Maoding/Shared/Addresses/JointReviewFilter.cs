using Maoding.Domain.Procedures;

namespace Maoding.Shared.Addresses;

/// <summary>What the list of joint reviews shows: the whole state of the page, written in its address.</summary>
/// <param name="Project">Those of one project.</param>
public sealed record JointReviewFilter(int? Project = null, ReviewState? State = null)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static JointReviewFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new JointReviewFilter(asked.Number("project"), asked.Choice<ReviewState>("state"));
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href() => new Address(ReviewLinks.Index).With("project", Project).With("state", (int?)State).ToString();
}
