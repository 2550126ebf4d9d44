package centrasage.sync.record;

import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed audit rows a gapless number and a hash that covers the row and the hash before it, so that a changed,
 * missing or inserted row is found; a truncated end is found by the heads that were kept outside the database
 * ({@link AuditHeads}).
 */
@ApplicationScoped
public class AuditSealer {
    /** Rows sealed in one transaction. */
    private static final int PAGE = 500;

    static final String BEGINNING = "0".repeat(64);

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    AuditSealer() {}

    @Inject
    AuditSealer(EntityManager entities) {
        this.entities = entities;
    }

    /** The last sealed row: what is written outside the database as well. */
    public record Head(long number, String hash) {}

    /** Seals what is committed, oldest first; only the holder of the sealer's lease may call it. */
    @Atomic
    public int seal() {
        Head head = head();
        List<AuditRow> rows = entities.createQuery(
                        "SELECT a FROM AuditRow a WHERE a.sealNumber IS NULL ORDER BY a.id", AuditRow.class)
                .setMaxResults(PAGE)
                .getResultList();
        long number = head.number();
        String hash = head.hash();
        for (AuditRow row : rows) {
            number++;
            hash = hash(hash, number, row);
            row.seal(number, hash);
        }
        return rows.size();
    }

    /**
     * The head for whoever keeps it outside the database: it is on the disk, so that a process that is killed in the next moment
     * takes nothing along of what was kept.
     */
    @Atomic(alone = true, onDisk = true)
    public Head headOnDisk() {
        return head();
    }

    @Atomic
    public Head head() {
        return entities
                .createQuery(
                        "SELECT a FROM AuditRow a WHERE a.sealNumber IS NOT NULL ORDER BY a.sealNumber DESC",
                        AuditRow.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Head(value(row.sealNumber()), String.valueOf(row.sealHash())))
                .orElse(new Head(0, BEGINNING));
    }

    /**
     * Walks the whole chain.
     *
     * @param known heads that were kept outside the database, to find a truncated end and an older database
     * @return what is wrong, oldest first and at most a page of it; empty when the chain is whole
     */
    @Atomic
    public List<String> check(Collection<Head> known) {
        Map<Long, Set<String>> hashes = known.stream()
                .collect(Collectors.groupingBy(Head::number, Collectors.mapping(Head::hash, Collectors.toSet())));
        List<String> faults = new ArrayList<>();
        Head walked = new Head(0, BEGINNING);
        List<AuditRow> rows = after(0, 0);
        while (!rows.isEmpty() && faults.size() < PAGE) {
            for (AuditRow row : rows) {
                walked = checked(walked, row, faults);
                if (!Set.of(walked.hash()).containsAll(hashes.getOrDefault(walked.number(), Set.of()))) {
                    faults.add(another(walked.number()));
                    hashes.remove(walked.number()); // told once, also where an inserted row shares the number
                }
            }
            AuditRow last = rows.get(rows.size() - 1);
            entities.clear();
            rows = after(value(last.sealNumber()), last.id());
        }
        long last = walked.number();
        hashes.keySet().stream()
                .max(Long::compare)
                .filter(number -> hasWalkedToTheEnd(faults) && number > last)
                .ifPresent(number -> faults.add(cutOff(last, number)));
        return faults;
    }

    /** Whether the walk went to the end of the trail, rather than ending with a page of faults. */
    private static boolean hasWalkedToTheEnd(List<String> faults) {
        return faults.size() < PAGE;
    }

    /** What is wrong with the trail by this one head alone, without walking it. */
    @Atomic
    public Optional<String> differs(Head known) {
        long last = head().number();
        if (known.number() > last) {
            return Optional.of(cutOff(last, known.number()));
        }
        List<String> hashes = entities.createQuery(
                        "SELECT a.sealHash FROM AuditRow a WHERE a.sealNumber = :number", String.class)
                .setParameter("number", known.number())
                .getResultList();
        return known.number() == 0 || hashes.contains(known.hash())
                ? Optional.empty()
                : Optional.of(another(known.number()));
    }

    private static String another(long number) {
        return "row " + number + " is not the one that was sealed: the database was restored or replaced, or the trail"
                + " was written anew";
    }

    private static String cutOff(long last, long known) {
        return "rows " + (last + 1) + " to " + known
                + " are missing at the end: the database was restored or truncated";
    }

    private Head checked(Head before, AuditRow row, List<String> faults) {
        long number = value(row.sealNumber());
        if (number <= before.number()) {
            faults.add("row " + number + " stands twice: one of both was inserted ("
                    + row.toEntry().subject() + ")");
            return before;
        }
        if (number != before.number() + 1) {
            faults.add("rows " + (before.number() + 1) + " to " + (number - 1) + " are missing");
            return new Head(number, String.valueOf(row.sealHash()));
        }
        if (!hash(before.hash(), number, row).equals(row.sealHash())) {
            faults.add("row " + number + " was changed after it was sealed ("
                    + row.toEntry().subject() + ")");
        }
        return new Head(number, String.valueOf(row.sealHash()));
    }

    private List<AuditRow> after(long number, long id) {
        return entities.createQuery(
                        "SELECT a FROM AuditRow a WHERE a.sealNumber > :number"
                                + " OR (a.sealNumber = :number AND a.id > :id) ORDER BY a.sealNumber, a.id",
                        AuditRow.class)
                .setParameter("number", number)
                .setParameter("id", id)
                .setMaxResults(PAGE)
                .getResultList();
    }

    private static long value(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    /** Each part with its length before it, so that no word can move from one part to the next. */
    private static String hash(String before, long number, AuditRow row) {
        AuditEntry entry = row.toEntry();
        String content = Stream.of(
                        before,
                        Long.toString(number),
                        Long.toString(row.id()),
                        entry.occurredAt().toString(),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.detail())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining("\n"));
        return Sha256.hex(content);
    }
}
