import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Java Lucene's IndexWriter over the lines of FilmLines.cs; prints documents, seconds, processor seconds and the peak in bytes. */
public class BareIndex {
    private static final String[] FIELDS = {"id", "title", "original", "other", "people", "tags", "text"};

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        long documents = 0;
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(64);
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8);
                IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(args[1])), config)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split("\t", -1);
                Document document = new Document();
                document.add(new StringField(FIELDS[0], values[0], Field.Store.YES));
                for (int i = 1; i < FIELDS.length; i++) {
                    if (!values[i].isEmpty()) {
                        document.add(new TextField(FIELDS[i], values[i], Field.Store.YES));
                    }
                }
                writer.addDocument(document);
                documents++;
            }
            writer.commit();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        long peak = 0;
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                peak = Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        System.out.println(documents + " " + seconds + " " + processor + " " + peak);
    }
}
