using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>
/// Compares the sources of a reindex with the live documents, type by type in the order of ids, and carries over what is to be kept:
/// types that the sources do not have, and what was written or deleted live after the sources' time.
/// </summary>
internal sealed class GenerationComparison(ReindexPlan plan, IReadOnlySet<DocumentType> sourceTypes, IDocumentStore? live, IDocumentStore next)
{
    private const int CopyRows = 500;
    private readonly List<StoredDocument> kept = [];

    /// <summary>Counts by type, in the order of types.</summary>
    /// <param name="throughSequence">Live rows that changed later are taken over afterwards and not looked at here.</param>
    /// <param name="cancellationToken">Ends the work between rows.</param>
    public async Task<IReadOnlyList<TypeChange>> RunAsync(long throughSequence, CancellationToken cancellationToken)
    {
        var changes = new List<TypeChange>();
        foreach (var type in Enum.GetValues<DocumentType>().Where(t => t != DocumentType.Unspecified).Order())
        {
            var change = await CompareAsync(type, throughSequence, cancellationToken).ConfigureAwait(false);
            if (sourceTypes.Contains(type) || change.Kept + change.Removed > 0)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private async Task<TypeChange> CompareAsync(DocumentType type, long through, CancellationToken cancellationToken)
    {
        var change = new TypeChange { Type = type };
        var carryAll = plan.Rebuild || (!sourceTypes.Contains(type) && !plan.ReplaceAll);
        var fresh = new RowCursor(next, (int)type);
        fresh.Advance();
        if (live is not null)
        {
            var old = new RowCursor(live, (int)type);
            for (old.Advance(); old.Row is { } row; old.Advance())
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (; fresh.Row is { } added && string.CompareOrdinal(added.Id, row.Id) < 0; fresh.Advance())
                {
                    change.Added++;
                }

                var source = fresh.Row is { } same && same.Id == row.Id ? same : null;
                Judge(row, source, carryAll, row.Sequence > through, change);
                if (source is not null)
                {
                    fresh.Advance();
                }

                await CopyAsync(CopyRows, cancellationToken).ConfigureAwait(false);
            }
        }

        for (; fresh.Row is not null; fresh.Advance())
        {
            change.Added++;
        }

        await CopyAsync(1, cancellationToken).ConfigureAwait(false);
        return change;
    }

    private void Judge(StoredDocument row, StoredDocument? source, bool carryAll, bool changedMeanwhile, TypeChange change)
    {
        if (changedMeanwhile || carryAll || row.WrittenAt > plan.AsOf)
        {
            change.Kept += row.IsDeleted ? 0 : 1;
            if (!changedMeanwhile)
            {
                kept.Add(row);
            }
        }
        else if (source is null)
        {
            change.Removed += row.IsDeleted ? 0 : 1;
        }
        else if (row.IsDeleted)
        {
            change.Added++;
        }
        else if (SameContent(row.Body!, source.Body!))
        {
            change.Unchanged++;
        }
        else
        {
            change.Changed++;
        }
    }

    private async Task CopyAsync(int atLeast, CancellationToken cancellationToken)
    {
        if (kept.Count < atLeast)
        {
            return;
        }

        if (!plan.DryRun)
        {
            await next.CopyAsync(kept, cancellationToken).ConfigureAwait(false);
        }

        kept.Clear();
    }

    /// <summary>Equal bytes, or equal messages: entries of a map may come in any order.</summary>
    private static bool SameContent(byte[] a, byte[] b)
        => a.AsSpan().SequenceEqual(b) || (a.Length == b.Length && Document.Parser.ParseFrom(a).Equals(Document.Parser.ParseFrom(b)));
}
