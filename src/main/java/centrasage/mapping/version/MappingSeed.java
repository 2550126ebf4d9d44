package centrasage.mapping.version;

import centrasage.flow.MappingTexts;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.MappingFault;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of {@code mapping.seed}: loaded into an empty store at the first start. From then on the store is the truth, and a
 * change in the folder is told, never silently ignored and never silently taken.
 */
@ApplicationScoped
public class MappingSeed {
    private static final Logger LOG = Logger.getLogger(MappingSeed.class.getName());

    private MappingVersions versions;
    private MappingTexts texts;
    private Path folder;
    private volatile Optional<String> notice = Optional.empty();
    private volatile int lookedAt;

    @SuppressWarnings("NullAway.Init")
    MappingSeed() {}

    @Inject
    public MappingSeed(
            MappingVersions versions, MappingTexts texts, @ConfigProperty(name = "mapping.seed") String folder) {
        this.versions = versions;
        this.texts = texts;
        this.folder = Path.of(folder);
    }

    /**
     * Called at each start.
     *
     * @throws MappingFaults when the store is empty and the folder cannot be used, with everything that is wrong
     */
    public void begin() throws MappingFaults {
        if (versions.currentNumber() == 0) {
            versions.keep(edition(0), "first start", "loaded from " + folder);
        }
        look();
    }

    /** The folder as a version that could be made. */
    public Edition edition(int base) throws MappingFaults {
        SeedFolder.load(folder); // tells what cannot be read and what cannot be used together
        return versions.seeded(base, SeedFolder.texts(folder));
    }

    /**
     * What people should know about the folder and the version in force: as the folder was when it was last looked at, which is at
     * each start, with each version, with each check and with each run that plans orders.
     */
    public Optional<String> notice() {
        if (versions.currentNumber() != lookedAt) {
            look(); // another node made a version
        }
        return notice;
    }

    /** Compares the folder with what is in force; what is new is told in the log as well. */
    public void look() {
        lookedAt = versions.currentNumber();
        Optional<String> before = notice;
        notice = unusable().or(this::differs);
        notice.filter(now -> !now.equals(before.orElse(""))).ifPresent(now -> LOG.warning(now));
    }

    private Optional<String> unusable() {
        try {
            versions.current();
            return Optional.empty();
        } catch (MappingFaults e) {
            return Optional.of("Version " + versions.currentNumber()
                    + " of the mappings cannot be used any more, and nothing is planned until a corrected version is"
                    + " loaded (docs/operations/change-a-mapping.md): "
                    + e.faults().stream().map(MappingFault::toString).collect(Collectors.joining("; ")));
        }
    }

    private Optional<String> differs() {
        try {
            Map<String, String> files = SeedFolder.texts(folder);
            boolean known = Stream.concat(texts.current().stream(), texts.lastFromSeed().stream())
                    .anyMatch(version -> isOf(version, files));
            return known ? Optional.empty() : Optional.of(told());
        } catch (MappingFaults e) {
            return Optional.of("The mapping files in " + folder + " cannot be compared with version "
                    + versions.currentNumber() + ", which is in force and stays so: " + e.getMessage());
        }
    }

    /** A version of before this release may have marks in its texts that are not kept any more. */
    private boolean isOf(Version version, Map<String, String> files) {
        return version.hash().equals(Mappings.hash(files))
                || MappingFiles.withoutMarks(versions.files(version.number())).equals(files);
    }

    private String told() {
        int inForce = versions.currentNumber();
        int last = texts.lastFromSeed().map(Version::number).orElse(0);
        return "The mapping files in " + folder + " (mapping.seed) are not those of "
                + (last == 0 ? "any version" : "version " + last)
                + ", the last that was loaded from there, and they are NOT in force: version " + inForce
                + " is. To see what loading the folder would change, call " + command(inForce)
                + "&dry-run=true; to load it,"
                + " in place of all files in force, call the same without dry-run"
                + (inForce > last ? "; this would undo what was sent since version " + last : "")
                + ". Else put the folder back as it was (docs/operations/change-a-mapping.md)";
    }

    /** What to call to load the folder over this version. */
    static String command(int inForce) {
        return "POST /api/mappings?from=seed&base=" + inForce;
    }
}
