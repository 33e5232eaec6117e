using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>Lucene's locks as <see cref="IndexLock"/>s in the folder of the index.</summary>
internal sealed class ExclusiveLockFactory(string folder) : LockFactory
{
    public override Lock MakeLock(string lockName) => new FileLock(Path.Combine(folder, lockName));

    public override void ClearLock(string lockName)
    {
        // Nothing is stale: a lock ends with its process.
    }

    private sealed class FileLock(string path) : Lock
    {
        private IndexLock? held;

        public override bool Obtain()
        {
            if (held is not null)
            {
                return false;
            }

            try
            {
                held = IndexLock.Acquire(path);
                return true;
            }
            catch (IOException e)
            {
                FailureReason = e;
                return false;
            }
        }

        public override bool IsLocked()
        {
            if (held is not null)
            {
                return true;
            }

            try
            {
                IndexLock.Acquire(path).Dispose();
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                held?.Dispose();
                held = null;
            }
        }
    }
}
