using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Service.Tests.Hosting;

/// <summary>Keeps what the service logs at warning and above.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<string> Warnings { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, Warnings);

    public void Dispose()
    {
    }

    private sealed class Lines(string category, ConcurrentQueue<string> warnings) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                warnings.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception?.Message}");
            }
        }
    }
}
