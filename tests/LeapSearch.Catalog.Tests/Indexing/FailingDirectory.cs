using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Catalog.Tests.Indexing;

/// <summary>A directory on a disk that refuses to sync while told to.</summary>
internal sealed class FailingDirectory(Directory inner, Func<bool> fails) : FilterDirectory(inner)
{
    public override void Sync(ICollection<string> names)
    {
        if (fails())
        {
            throw new IOException("the disk is full");
        }

        base.Sync(names);
    }
}
