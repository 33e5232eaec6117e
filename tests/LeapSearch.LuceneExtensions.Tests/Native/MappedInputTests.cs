using LeapSearch.LuceneExtensions.Native;
using LeapSearch.Testing;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Native;

public sealed class MappedInputTests(ITestOutputHelper output)
{
    [Fact]
    public void NothingIsReadBeyondAnyEnd()
    {
        using var folder = new TemporaryFolder();
        for (var length = 0; length <= 40; length++)
        {
            File.WriteAllBytes(folder.File("f"), Enumerable.Repeat((byte)0x81, length).ToArray());
            var file = MappedFile.Open(folder.File("f"));
            for (var from = 0; from <= length; from++)
            {
                var input = new MappedInput("f", file, from, length - from);
                CheckEnd(input, 1, i => i.ReadByte());
                CheckEnd(input, 2, i => i.ReadInt16());
                CheckEnd(input, 4, i => i.ReadInt32());
                CheckEnd(input, 8, i => i.ReadInt64());
                CheckEnd(input, 3, i => i.ReadBytes(new byte[3], 0, 3));
                input.Seek(0);
                Assert.ThrowsAny<IOException>(() => { _ = input.ReadVInt32(); });
                input.Seek(0);
                Assert.ThrowsAny<IOException>(() => { _ = input.ReadVInt64(); });
                Assert.Throws<EndOfStreamException>(() => input.Seek(length - from + 1));
                Assert.Throws<EndOfStreamException>(() => input.Seek(-1));
                Assert.Throws<EndOfStreamException>(() => input.Slice("s", 1, length - from));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => new MappedInput("f", file, length, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = file.Values<int>(0, (length / 4) + 1).Length; });
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = file.Values<byte>(-1, 1).Length; });
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = file.Values<byte>(long.MaxValue, 2).Length; });
        }
    }

    [Fact]
    public void ReadsWhatLuceneWrote()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        using var directory = new SimpleFSDirectory(folder.Path);
        var numbers = Enumerable.Range(0, 2000).Select(_ => random.NextInt64() >> random.Next(64)).ToArray();
        using (var file = directory.CreateOutput("n", IOContext.DEFAULT))
        {
            foreach (var number in numbers)
            {
                file.WriteInt64(number);
                file.WriteInt32((int)number);
                file.WriteVInt32((int)number);
                file.WriteVInt64(number & long.MaxValue);
                file.WriteString($"n{number}");
            }
        }

        var mapped = MappedFile.Open(folder.File("n"));
        using var input = new MappedInput("n", mapped, 0, mapped.Length);
        var clones = new List<IndexInput>();
        foreach (var number in numbers)
        {
            clones.Add((IndexInput)input.Clone());
            Assert.Equal(number, input.ReadInt64());
            Assert.Equal((int)number, input.ReadInt32());
            Assert.Equal((int)number, input.ReadVInt32());
            Assert.Equal(number & long.MaxValue, input.ReadVInt64());
            Assert.Equal($"n{number}", input.ReadString());
        }

        Assert.Equal(numbers, clones.Select(c => c.ReadInt64()));
    }

    private static void CheckEnd(MappedInput input, int size, Action<MappedInput> read)
    {
        input.Seek(0);
        for (var i = 0; i < input.Length / size; i++)
        {
            read(input);
        }

        Assert.Throws<EndOfStreamException>(() => read(input));
    }
}
