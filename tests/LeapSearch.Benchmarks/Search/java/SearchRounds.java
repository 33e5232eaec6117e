import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/** Indexes lines of title, people and plot, parted by tabs; then for each line of input, a kind, answers its queries and prints microseconds. */
public class SearchRounds {
    public static void main(String[] args) throws Exception {
        MMapDirectory directory = new MMapDirectory(Path.of(args[2]));
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(64);
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8); IndexWriter writer = new IndexWriter(directory, config)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split("\t", -1);
                Document document = new Document();
                document.add(new TextField("title", values[0], Field.Store.YES));
                document.add(new TextField("people", values[1], Field.Store.NO));
                document.add(new TextField("plot", values[2], Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
        }
        Map<String, List<String>> queries = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8)) {
            String[] values = line.split("\t");
            queries.computeIfAbsent(values[0], k -> new ArrayList<>()).add(values[1]);
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String kind = input.readLine(); kind != null; kind = input.readLine()) {
            StringBuilder answer = new StringBuilder();
            for (String text : queries.get(kind)) {
                long start = System.nanoTime();
                searcher.search(query(kind, text), 10);
                answer.append((System.nanoTime() - start) / 1e3).append(' ');
            }
            System.out.println(answer);
        }
    }

    private static Query query(String kind, String text) {
        String[] words = text.split(" ");
        switch (kind) {
            case "term":
                return new TermQuery(new Term("plot", text));
            case "prefix":
                return new PrefixQuery(new Term("title", text));
            case "fuzzy":
                return new FuzzyQuery(new Term("people", text), 1);
            case "fuzzy2":
                return new FuzzyQuery(new Term("people", text), 2);
            case "phrase":
                return new PhraseQuery("plot", words);
            default:
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                for (String word : words) {
                    query.add(kind.equals("box") ? box(word) : new TermQuery(new Term("plot", word)), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
                }
                return query.build();
        }
    }

    private static Query box(String word) {
        return new DisjunctionMaxQuery(
            Arrays.asList(
                new BoostQuery(new TermQuery(new Term("title", word)), 3),
                new BoostQuery(new TermQuery(new Term("people", word)), 2),
                new TermQuery(new Term("plot", word))),
            0.1f);
    }
}
