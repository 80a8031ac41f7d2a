using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>What the answered cells of a column hold, for files that have to say so.</summary>
public enum CellKind
{
    /// <summary>What a person wrote or a calculation says: it can read like anything.</summary>
    Words,

    /// <summary>A code, or other text of a fixed form.</summary>
    Fixed,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, ISO 8601.</summary>
    Day,
}

/// <summary>Tells of columns what they hold, from what their questions say of their answers.</summary>
public static class CellKinds
{
    /// <summary>What this column of the block holds.</summary>
    public static CellKind KindOf(this AnswerBlock block, AnswerColumn column) =>
        column.Content switch
        {
            ColumnContent.Value => AnswerKinds.Of(block.Item).Kind switch
            {
                AnswerKind.Text or AnswerKind.Any => CellKind.Words,
                AnswerKind.Integer or AnswerKind.Decimal => CellKind.Number,
                AnswerKind.Date => CellKind.Day,
                _ => CellKind.Fixed,
            },
            ColumnContent.OtherWords => CellKind.Words,
            ColumnContent.Chosen or ColumnContent.Importance or ColumnContent.Satisfaction => CellKind.Number,
            ColumnContent.Latitude or ColumnContent.Longitude or ColumnContent.Accuracy => CellKind.Number,
            _ => CellKind.Fixed,
        };
}
