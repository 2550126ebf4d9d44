package centrasage.mapping.version;

import centrasage.flow.MappingTexts;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of {@code mapping.seed}: loaded into an empty store at the first start. From then on the store is the truth, and a
 * change in the folder is told, never silently ignored and never silently taken.
 */
@ApplicationScoped
public class MappingSeed {
    /** What to call to load the folder again. */
    public static final String COMMAND = "POST /api/mappings?from=seed";

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
     * Called at each start. What is refused is not kept: the folder is corrected, and the next start loads it.
     *
     * @throws MappingFaults when the store is empty and the folder cannot be used, or the settings do not allow
     *     what is in force, with everything that is wrong
     */
    public void begin() throws MappingFaults {
        if (versions.currentNumber() == 0) {
            versions.keep(edition(0), "first start", "loaded from " + folder);
        }
        look();
        notice.ifPresent(LOG::warning);
        versions.checkInForce();
    }

    /** The folder as a version that could be made. */
    public Edition edition(int base) throws MappingFaults {
        SeedFolder.load(folder); // tells what cannot be read and what cannot be used together
        return versions.seeded(base, SeedFolder.texts(folder));
    }

    /**
     * What people should know about the folder and the version in force: as the folder was when it was last looked at, which is at
     * each start, with each version, and with each check.
     */
    public Optional<String> notice() {
        if (versions.currentNumber() != lookedAt) {
            look(); // another node made a version
        }
        return notice;
    }

    /** Compares the folder with what is in force. */
    public void look() {
        lookedAt = versions.currentNumber();
        notice = unusable().or(this::differs);
    }

    private Optional<String> unusable() {
        try {
            versions.current();
            return Optional.empty();
        } catch (MappingFaults e) {
            return Optional.of("Version " + versions.currentNumber()
                    + " of the mappings cannot be used any more, and nothing is planned until a corrected version is"
                    + " loaded: " + e.getMessage());
        }
    }

    private Optional<String> differs() {
        try {
            Map<String, String> files = SeedFolder.texts(folder);
            String hash = Mappings.hash(files);
            boolean known =
                    texts.current().stream().anyMatch(version -> version.hash().equals(hash))
                            || texts.lastFromSeed().stream()
                                    .anyMatch(version -> version.hash().equals(hash));
            return known ? Optional.empty() : Optional.of(told());
        } catch (MappingFaults e) {
            return Optional.of("The mapping files in " + folder + " cannot be compared with version "
                    + versions.currentNumber() + ", which is in force and stays so: " + e.getMessage());
        }
    }

    private String told() {
        String last = texts.lastFromSeed()
                .map(Version::number)
                .map(number -> "version " + number)
                .orElse("any version");
        return "The mapping files in " + folder + " (mapping.seed) are not those of " + last
                + ", the last that was loaded from there, and they are NOT in force: version "
                + versions.currentNumber() + " is. To load the folder, call " + COMMAND
                + " (docs/operations/change-a-mapping.md); else put the folder back as it was";
    }
}
