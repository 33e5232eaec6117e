namespace LeapSearch.Service.Errors;

/// <summary>Why a call was ended before its handler was done.</summary>
internal enum CallEnd
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The caller went away or cancelled.</summary>
    Cancelled,

    /// <summary>The caller's deadline, or the service's longest, passed.</summary>
    DeadlineExceeded,

    /// <summary>The service is ending.</summary>
    ShuttingDown,
}
