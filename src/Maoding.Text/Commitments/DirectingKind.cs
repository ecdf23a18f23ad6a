namespace Maoding.Text.Commitments;

/// <summary>What a clause of a sentence does.</summary>
internal enum DirectingKind
{
    /// <summary>States something: a subject without a call to act.</summary>
    Statement,

    /// <summary>Begins with the verb of an act: 新建, 推进, 开展.</summary>
    Act,

    /// <summary>A subject that is told to act: 各地都要…, 高校招生继续加大….</summary>
    SubjectAct,

    /// <summary>Begins with a verb of attitude: 坚持, 树牢, 弘扬.</summary>
    Attitude,

    /// <summary>Sets the frame for what follows: 围绕…, 按照…要求.</summary>
    Frame,

    /// <summary>What the acts are to bring: 确保…, 让….</summary>
    Result,
}
