using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>
/// Sums up the files of a segment that end in a checksum of Lucene's. Whatever <see cref="AtomicReader.CheckIntegrity"/> finds is found, and damage
/// in the small files too, which that leaves to opening.
/// </summary>
internal static class SegmentFooters
{
    /// <summary>All files that Lucene's own codec writes; each must end in a checksum.</summary>
    private static readonly HashSet<string> Extensions =
        [".si", ".cfe", ".fnm", ".del", ".fdt", ".fdx", ".tim", ".tip", ".doc", ".pos", ".pay", ".nvd", ".nvm", ".dvd", ".dvm", ".tvd", ".tvx"];

    /// <summary>Reads the files of one segment once.</summary>
    /// <param name="leaf">The segment.</param>
    /// <exception cref="IOException">A file is damaged, and then it is a CorruptIndexException, or cannot be read.</exception>
    public static void Check(AtomicReader leaf)
    {
        // Lucene.Net sums up what only it knows: files of other codecs, and those that have no name any more since a merge deleted them under the reader.
        if (leaf is not SegmentReader segment || !TryCheck(segment))
        {
            leaf.CheckIntegrity();
        }
    }

    /// <returns>Whether every file was there and is one that is checked here or is a side-car, whose owners check it.</returns>
    private static bool TryCheck(SegmentReader segment)
    {
        var info = segment.SegmentInfo.Info;
        try
        {
            var known = true;
            foreach (var name in segment.SegmentInfo.GetFiles())
            {
                if (Path.GetExtension(name) == "." + IndexFileNames.COMPOUND_FILE_EXTENSION)
                {
                    using var files = new CompoundFileDirectory(info.Dir, name, IOContext.READ_ONCE, openForWrite: false);
                    known &= files.ListAll().All(within => TryCheck(files, within));
                }
                else
                {
                    known &= TryCheck(info.Dir, name);
                }
            }

            return known;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static bool TryCheck(Directory directory, string name)
    {
        var extension = Path.GetExtension(name);
        if (extension == "." + ImpactsFormat.Extension)
        {
            return true;
        }

        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        if (!Extensions.Contains(extension))
        {
            return SideCarReader.IsSideCar(input);
        }

        FileFooter.Check(name, input);
        return true;
    }
}
