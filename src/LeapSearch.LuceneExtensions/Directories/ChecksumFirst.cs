using Lucene.Net.Index;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>
/// Compares the checksum of a small file before Lucene.Net reads it. Lucene.Net makes arrays and dictionaries of the lengths that such a file
/// states and looks at the checksum afterwards: one flipped bit of a commit asks for 24 GiB.
/// </summary>
/// <remarks>
/// These are the commit and what every segment says of itself, kilobytes each: read twice, they cost nothing. The term index is summed up by
/// Lucene.Net itself before it is parsed. What is large (terms, postings, stored fields, doc values) is parsed as it is used; a length stated
/// there is at most that of one array, and <see cref="IndexDirectory.CheckIntegrity"/> sums up all of it after opening. The hint
/// <c>segments.gen</c> holds two numbers, and Lucene goes on without it.
/// </remarks>
internal static class ChecksumFirst
{
    /// <summary>Commit, segment, fields, deleted documents, parts of a compound file, and what norms and doc values there are.</summary>
    private static readonly HashSet<string> Extensions = [".si", ".fnm", ".del", ".cfe", ".nvm", ".dvm"];

    /// <summary>Compares a file's checksum where the file is one of those, and leaves the input where it was.</summary>
    /// <param name="name">The file's name, within a compound file too.</param>
    /// <param name="input">The whole file.</param>
    /// <returns>The input.</returns>
    /// <exception cref="CorruptIndexException">The file is damaged, cut off, or of a Lucene before 4.8, which wrote no checksums.</exception>
    public static T Check<T>(string name, T input)
        where T : IndexInput
    {
        if (name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal) || Extensions.Contains(Path.GetExtension(name)))
        {
            FileFooter.Check(name, input);
        }

        return input;
    }
}
