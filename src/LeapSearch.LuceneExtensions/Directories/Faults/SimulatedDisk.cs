using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Directories.Faults;

/// <summary>
/// For tests: a directory in memory that fails when told to, and that forgets on a power cut what was not synced.
/// </summary>
/// <remarks>
/// What a real disk may do after a power cut, this one does by chance: a file that was never synced is gone, empty, cut short or whole;
/// a deletion that no sync followed is undone or not. Like the directory of the service it refuses every Sync after a failed one.
/// </remarks>
public sealed class SimulatedDisk : BaseDirectory
{
    private readonly System.Threading.Lock gate = new();
    private readonly Dictionary<string, byte[]> durable = [];
    private readonly Dictionary<string, MemoryStream> files = [];
    private readonly int[] countdowns = new int[3];
    private bool poisoned;

    /// <summary>An empty disk.</summary>
    public SimulatedDisk() => SetLockFactory(new SingleInstanceLockFactory());

    /// <summary>Makes an operation throw <see cref="IOException"/>.</summary>
    /// <param name="operation">Which kind.</param>
    /// <param name="nth">The how manieth from now, from 1; 0 for none.</param>
    public void FailAt(DiskOperation operation, int nth)
    {
        lock (gate)
        {
            countdowns[(int)operation] = nth;
        }
    }

    /// <summary>What is found after the power was cut at this moment.</summary>
    /// <param name="random">Decides on what was not synced.</param>
    public SimulatedDisk PowerCut(Random random)
    {
        lock (gate)
        {
            var after = new SimulatedDisk();
            foreach (var (name, bytes) in durable)
            {
                if (files.ContainsKey(name) || random.Next(2) == 0)
                {
                    after.Put(name, bytes);
                }
            }

            foreach (var (name, stream) in files.Where(f => !durable.ContainsKey(f.Key)))
            {
                var left = random.Next(4) switch { 0 => -1, 1 => 0, 2 => random.Next((int)stream.Length + 1), _ => (int)stream.Length };
                if (left >= 0)
                {
                    after.Put(name, stream.ToArray()[..left]);
                }
            }

            return after;
        }
    }

    /// <summary>Changes one byte of a file, as failing hardware does.</summary>
    /// <param name="name">The file.</param>
    /// <param name="position">Which byte.</param>
    /// <param name="mask">The bits to flip, not 0.</param>
    public void Flip(string name, int position, byte mask)
    {
        lock (gate)
        {
            files[name].GetBuffer()[position] ^= mask;
        }
    }

    /// <inheritdoc/>
    public override string[] ListAll()
    {
        lock (gate)
        {
            return [.. files.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    [Obsolete("As in Lucene.Net.")]
    public override bool FileExists(string name)
    {
        lock (gate)
        {
            return files.ContainsKey(name);
        }
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        lock (gate)
        {
            Count(DiskOperation.Delete, name);
            if (!files.Remove(name))
            {
                throw new FileNotFoundException(name);
            }
        }
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        lock (gate)
        {
            return Find(name).Length;
        }
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        lock (gate)
        {
            return new Output(this, name, files[name] = new MemoryStream());
        }
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        lock (gate)
        {
            if (poisoned)
            {
                throw new IOException("An earlier sync failed.");
            }

            try
            {
                foreach (var name in names)
                {
                    Count(DiskOperation.Sync, name);
                    durable[name] = Find(name).ToArray();
                }
            }
            catch (IOException)
            {
                poisoned = true;
                throw;
            }

            foreach (var deleted in durable.Keys.Except(files.Keys).ToArray())
            {
                durable.Remove(deleted);
            }
        }
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        lock (gate)
        {
            return new Input(name, Find(name).ToArray());
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => IsOpen = false;

    private void Put(string name, byte[] bytes)
    {
        durable[name] = bytes;
        var stream = files[name] = new MemoryStream();
        stream.Write(bytes);
    }

    private MemoryStream Find(string name) => files.TryGetValue(name, out var stream) ? stream : throw new FileNotFoundException(name);

    private void Count(DiskOperation operation, string name)
    {
        if (countdowns[(int)operation] > 0 && --countdowns[(int)operation] == 0)
        {
            throw new IOException($"{operation} of {name} failed, as told.");
        }
    }

    private sealed class Output(SimulatedDisk disk, string name, MemoryStream stream) : BufferedIndexOutput(BufferedIndexOutput.DEFAULT_BUFFER_SIZE)
    {
        public override long Length => stream.Length;

        protected override void FlushBuffer(byte[] b, int offset, int len)
        {
            lock (disk.gate)
            {
                disk.Count(DiskOperation.Write, name);
                stream.Write(b, offset, len);
            }
        }
    }

    private sealed class Input(string name, byte[] bytes) : BufferedIndexInput(name)
    {
        public override long Length => bytes.Length;

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var position = (int)Position;
            if (length > bytes.Length - position)
            {
                throw new EndOfStreamException($"Read past the end of {this}.");
            }

            Array.Copy(bytes, position, b, offset, length);
        }

        protected override void SeekInternal(long pos)
        {
            // Every read asks for its position.
        }

        protected override void Dispose(bool disposing)
        {
            // Nothing is held.
        }
    }
}
