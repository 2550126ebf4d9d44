package centrasage.mapping.version;

import centrasage.flow.MappingTexts;
import centrasage.flow.MappingTexts.Draft;
import centrasage.flow.MappingTexts.Origin;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of the mappings: the one in force, those before it, and the making of the next. */
@ApplicationScoped
public class MappingVersions {
    private MappingTexts texts;
    private StockRule rule;

    @SuppressWarnings("NullAway.Init")
    MappingVersions() {}

    @Inject
    public MappingVersions(MappingTexts texts, StockRule rule) {
        this.texts = texts;
        this.rule = rule;
    }

    /**
     * The mappings in force; a run loads them once and keeps that version.
     *
     * @throws MappingFaults when this version of the application cannot use them, or not with its settings, with everything that
     *     is wrong
     */
    public NumberedMappings current() throws MappingFaults {
        return numbered(currentNumber());
    }

    /**
     * Any version, for a run that goes on where one stopped that had begun with it.
     *
     * @throws MappingFaults as {@link #current()}
     */
    public NumberedMappings numbered(int number) throws MappingFaults {
        try {
            Mappings mappings = Mappings.parse(texts.files(number));
            rule.check(mappings);
            return new NumberedMappings(number, mappings);
        } catch (MappingFaults e) {
            throw e.ofVersion(number);
        }
    }

    /** 0 before the first version. */
    public int currentNumber() {
        return texts.current().map(Version::number).orElse(0);
    }

    public Optional<Version> version(int number) {
        return texts.version(number);
    }

    /** Those below this number, newest first. */
    public List<Version> before(int number, int most) {
        return texts.before(number, most);
    }

    /** The mappings of any version. */
    public Mappings mappings(int number) throws MappingFaults {
        return Mappings.parse(texts.files(number));
    }

    /** The texts of a version's files by their names. */
    public Map<String, String> files(int number) {
        return texts.files(number);
    }

    /** What a version changed of the one before it, row by row. */
    public List<LineChange> changes(int number) {
        return Differences.between(lines(number - 1), lines(number));
    }

    /** How one version differs from another, row by row. */
    public List<LineChange> changes(int before, int after) {
        return Differences.between(lines(before), lines(after));
    }

    /** What of a version is probably not meant; of one that cannot be used any more nothing is known. */
    public List<String> warnings(int number) {
        try {
            return mappings(number).warnings();
        } catch (MappingFaults e) {
            return List.of();
        }
    }

    /**
     * A version with some of its files replaced.
     *
     * @param base the version that the change was made from
     * @throws MappingFaults with everything that is wrong in all files
     */
    public Edition sent(int base, MappingFiles changed) throws MappingFaults {
        return edition(base, changed, texts.files(base), Origin.SENT, null);
    }

    /** An older version again; the history stays as it is. */
    public Edition again(int base, int number) throws MappingFaults {
        return edition(base, new MappingFiles(), texts.files(number), Origin.AGAIN, number);
    }

    /** The files of the seed folder in place of all that are in force. */
    Edition seeded(int base, Map<String, String> files) throws MappingFaults {
        return edition(base, new MappingFiles(), files, Origin.SEED, null);
    }

    private Edition edition(
            int base, MappingFiles changed, Map<String, String> others, Origin origin, @Nullable Integer sameAs)
            throws MappingFaults {
        Mappings mappings = Mappings.parse(changed, others);
        rule.check(mappings);
        return new Edition(
                base,
                changed.over(others),
                mappings,
                origin,
                sameAs,
                Differences.between(lines(base), mappings.lines()));
    }

    /** Whether nothing would change. */
    public boolean isInForce(Edition edition) {
        return edition.files().equals(MappingFiles.withoutMarks(texts.files(edition.base())));
    }

    /** Of a version that cannot be used any more nothing is known to hold. */
    private List<MappingLine> lines(int number) {
        try {
            return number < 1 ? List.of() : mappings(number).lines();
        } catch (MappingFaults e) {
            return List.of();
        }
    }

    /**
     * Puts an edition in force: the next run plans by it.
     *
     * @return empty when another version came in force since it was made: nothing was kept
     */
    public Optional<Version> keep(Edition edition, String person, String note) {
        return texts.keep(
                edition.base(),
                new Draft(
                        edition.files(),
                        edition.mappings().version(),
                        edition.origin(),
                        edition.sameAs(),
                        person,
                        note));
    }
}
