namespace LeapSearch.Contracts.Validation;

/// <summary>Collects violations below a path.</summary>
internal sealed class Violations
{
    private readonly string path;

    public Violations()
        : this("", [])
    {
    }

    private Violations(string path, List<FieldViolation> list)
    {
        this.path = path;
        List = list;
    }

    public List<FieldViolation> List { get; }

    public Violations In(string field) => new(Join(field), List);

    public void Add(string field, string message) => List.Add(new(Join(field), message));

    private string Join(string field) => path.Length == 0 ? field : $"{path}.{field}";
}
