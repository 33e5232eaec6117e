namespace LeapSearch.Service.Options;

/// <summary>A setting that is unknown or not as it should be. The message is one line for whoever started the service.</summary>
internal sealed class UsageException(string message) : Exception(message);
