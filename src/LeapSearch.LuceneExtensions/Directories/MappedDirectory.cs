using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>
/// A folder whose files are read by mapping, without locks and without tracking clones, and made durable by checked fsync of each file
/// and of the folder; small files that Lucene.Net would believe are summed up first (<see cref="ChecksumFirst"/>).
/// </summary>
/// <remarks>
/// After the first failed <see cref="Sync"/> every later one fails too: the system may have dropped the pages that it could not write,
/// so that a second fsync would succeed and lie. The owner rolls its writer back (never commits again through this instance) and opens
/// a new directory at the last commit.
/// </remarks>
internal sealed class MappedDirectory : FSDirectory
{
    private readonly Action<string> sync;
    private Exception? failure;

    public MappedDirectory(string path)
        : this(path, FileSync.Sync)
    {
    }

    /// <param name="path">The folder.</param>
    /// <param name="sync">Makes one file or folder durable, or throws.</param>
    internal MappedDirectory(string path, Action<string> sync)
        : base(new DirectoryInfo(path), new ExclusiveLockFactory(path)) => this.sync = sync;

    public override IndexInput OpenInput(string name, IOContext context) => ChecksumFirst.Check(name, Map(name));

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(Map(name));

    public override void Sync(ICollection<string> names)
    {
        EnsureOpen();
        if (failure is not null)
        {
            throw new IOException($"An earlier fsync in {Directory.FullName} failed; nothing can be made durable through this instance.", failure);
        }

        try
        {
            foreach (var name in names)
            {
                sync(Path.Combine(Directory.FullName, name));
            }

            sync(Directory.FullName);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
    }

    private MappedInput Map(string name)
    {
        EnsureOpen();
        var path = Path.Combine(Directory.FullName, name);
        var file = MappedFile.Open(path);
        return new MappedInput(path, file, 0, file.Length);
    }

    private sealed class Slicer(MappedInput whole) : IndexInputSlicer
    {
        // A compound file describes its slices by the names of the files in it.
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length)
            => ChecksumFirst.Check(sliceDescription, whole.Slice(sliceDescription, offset, length));

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => (IndexInput)whole.Clone();

        protected override void Dispose(bool disposing)
        {
            // As for inputs: the mapping goes when nothing reads it any more.
        }
    }
}
