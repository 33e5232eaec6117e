namespace LeapSearch.Service.Startup;

/// <summary>Why the service could not start. The message is one line for whoever started it.</summary>
internal sealed class StartException(string message, Exception inner) : Exception(message, inner);
