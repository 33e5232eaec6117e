using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace LeapSearch.Store.Sqlite;

/// <summary>
/// CRC-32C over all that a row says. SQLite's main file has no checksums: of single bits flipped in one, three in four pass its own
/// integrity check and give other bytes back.
/// </summary>
/// <remarks>Input: type, sequence, write time, deleted as 8 bytes each, little-endian; length of the id as 8 bytes; id in UTF-8; body.</remarks>
internal static class RowChecksum
{
    public static uint Compute(int type, string id, long sequence, long writtenAt, ReadOnlySpan<byte> body, bool deleted)
    {
        var crc = uint.MaxValue;
        crc = BitOperations.Crc32C(crc, (ulong)type);
        crc = BitOperations.Crc32C(crc, (ulong)sequence);
        crc = BitOperations.Crc32C(crc, (ulong)writtenAt);
        crc = BitOperations.Crc32C(crc, deleted ? 1UL : 0UL);

        var name = Encoding.UTF8.GetBytes(id);
        crc = BitOperations.Crc32C(crc, (ulong)name.Length);
        crc = Append(crc, name);
        return ~Append(crc, body);
    }

    private static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }
}
