using System.Linq.Expressions;

namespace Maoding.Domain.Access;

/// <summary>Puts expressions into one another, so that a filter put together from parts reads as one written by hand.</summary>
public static class Inlining
{
    /// <summary>The body with its parameters replaced, in their order.</summary>
    public static Expression With(this LambdaExpression lambda, params Expression[] given) => new Replacing(lambda.Parameters, given).Visit(lambda.Body);

    private sealed class Replacing(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> given) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
                if (parameters[i] == node) return given[i];
            return node;
        }
    }
}
