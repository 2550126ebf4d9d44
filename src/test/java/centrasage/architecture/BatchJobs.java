package centrasage.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The job XML files, the artifacts that they name, and the artifacts that there are. */
final class BatchJobs {
    static final Path FOLDER = Path.of("src/main/resources/META-INF/batch-jobs");
    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");

    private BatchJobs() {}

    /** Each file by its name without {@code .xml}. */
    static Map<String, Document> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, Document> documents = new TreeMap<>();
            for (Path file : files.toList()) {
                documents.put(file.getFileName().toString().replaceAll("\\.xml$", ""), parse(file));
            }
            return documents;
        }
    }

    private static Document parse(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not XML", e);
        }
    }

    static String id(Document job) {
        return job.getDocumentElement().getAttribute("id");
    }

    /** Every {@code ref} of every element: readers, processors, writers, batchlets, listeners, mappers. */
    static Set<String> refs(Document job) {
        Set<String> refs = new TreeSet<>();
        NodeList elements = job.getElementsByTagName("*");
        for (int index = 0; index < elements.getLength(); index++) {
            String ref = ((Element) elements.item(index)).getAttribute("ref");
            if (!ref.isEmpty()) {
                refs.add(ref);
            }
        }
        return refs;
    }

    /** At which exit statuses of a step the job goes on, or ends as if all were well. */
    static List<String> goOn(Document job) {
        return Stream.of("next", "end")
                .map(job::getElementsByTagName)
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(found::item))
                .map(element -> ((Element) element).getAttribute("on"))
                .toList();
    }

    /** The names of the artifacts that are in the code: beans with a name that the batch runtime can call. */
    static Set<String> artifacts(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Named.class))
                .filter(BatchJobs::isForTheBatchRuntime)
                .map(BatchJobs::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForTheBatchRuntime(JavaClass type) {
        return Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .anyMatch(parent -> parent.getPackageName().startsWith("jakarta.batch.api"));
    }

    private static String name(JavaClass type) {
        String given = type.getAnnotationOfType(Named.class).value();
        String simple = type.getSimpleName();
        return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
    }

    static Properties defaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream in = Files.newInputStream(DEFAULTS)) {
            defaults.load(in);
        }
        return defaults;
    }
}
