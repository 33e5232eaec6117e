using System.Text.Json;
using Xunit;

namespace LeapSearch.Cli.Tests.Harness;

/// <summary>What a command line did.</summary>
internal sealed record CliRun(int Code, string Out, string Error)
{
    public CliRun Exits(int code)
    {
        Assert.True(Code == code, $"exit code {Code}, not {code}\n{Out}\n{Error}");
        return this;
    }

    public CliRun Prints(string text)
    {
        Assert.Contains(text, Out);
        return this;
    }

    public CliRun PrintsNothing()
    {
        Assert.Equal("", Out);
        return this;
    }

    /// <summary>Says it in one of its lines on standard error.</summary>
    public CliRun Says(string text)
    {
        Assert.Contains(Error.Split('\n'), line => line.StartsWith("leapsearch: ", StringComparison.Ordinal) && line.Contains(text));
        return this;
    }

    public CliRun SaysNothing()
    {
        Assert.Equal("", Error);
        return this;
    }

    /// <summary>Standard output as the one JSON document that it is.</summary>
    public JsonElement Json() => JsonDocument.Parse(Out).RootElement;
}
