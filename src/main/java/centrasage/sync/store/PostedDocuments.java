package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was posted, to be held against what the other side holds now. Looking changes nothing. */
@ApplicationScoped
public class PostedDocuments {
    private static final Set<PostingKind> SOLD = EnumSet.of(PostingKind.ORDER, PostingKind.LEDGER_INVOICE);

    private EntityManager entities;
    private CommandVault vault;

    @SuppressWarnings("NullAway.Init")
    PostedDocuments() {}

    @Inject
    PostedDocuments(EntityManager entities, CommandVault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    /** The orders posted to a company for a business day, oldest first; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<PostedDocument> orders(String company, LocalDate day, long after, int most) {
        return documents(entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.kind = :kind AND p.company = :company"
                                + " AND p.businessDate = :day AND p.id > :after AND p.state = :posted ORDER BY p.id",
                        PostingRow.class)
                .setParameter("kind", PostingKind.ORDER)
                .setParameter("company", company)
                .setParameter("day", day)
                .setParameter("after", after)
                .setParameter("posted", PostingState.POSTED)
                .setMaxResults(most)
                .getResultList());
    }

    /**
     * What was posted to ledgers and banks for the business days from one to another, both included; at most {@code most} with ids above
     * {@code after}.
     */
    @Atomic
    public List<PostedDocument> entries(Days days, PostingKind kind, long after, int most) {
        return documents(entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.kind = :kind AND p.businessDate >= :first AND p.businessDate <= :last"
                                + " AND p.id > :after AND p.state = :posted ORDER BY p.id",
                        PostingRow.class)
                .setParameter("kind", kind)
                .setParameter("first", days.first())
                .setParameter("last", days.last())
                .setParameter("after", after)
                .setParameter("posted", PostingState.POSTED)
                .setMaxResults(most)
                .getResultList());
    }

    /** Both included. */
    public record Days(LocalDate first, LocalDate last) {}

    /** Those of these postings that are posted. */
    @Atomic
    public List<PostedDocument> of(Collection<Long> postingIds) {
        return documents(
                postingIds.isEmpty()
                        ? List.of()
                        : entities.createQuery(
                                        "SELECT p FROM PostingRow p WHERE p.id IN :ids AND p.state = :posted",
                                        PostingRow.class)
                                .setParameter("ids", postingIds)
                                .setParameter("posted", PostingState.POSTED)
                                .getResultList());
    }

    /** What a posting is or was to write; empty where there is none, and erased with its person. */
    @Atomic
    public Optional<Command> command(long postingId) {
        return Optional.ofNullable(entities.find(PostingRow.class, postingId)).map(vault::open);
    }

    /** The companies that orders of this day or later were posted to, or invoices of their shipments. */
    @Atomic
    public List<String> companies(LocalDate since) {
        List<String> companies = new ArrayList<>();
        for (String company = companyAfter(""); company != null; company = companyAfter(company)) {
            if (hasPosted(company, since)) {
                companies.add(company);
            }
        }
        return companies;
    }

    /**
     * One row of an index: there are few companies, and of each there may be a million postings. A company is a number, so that this one
     * with a mark behind it stands before the next; a database that is asked for more than this one alone walks through all of its rows.
     */
    private @Nullable String companyAfter(String company) {
        return entities
                .createQuery(
                        "SELECT p.company FROM PostingRow p WHERE p.company >= :next ORDER BY p.company", String.class)
                .setParameter("next", company + "!")
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private boolean hasPosted(String company, LocalDate since) {
        return SOLD.stream()
                .anyMatch(kind -> !entities.createQuery(
                                "SELECT p.id FROM PostingRow p WHERE p.company = :company AND p.kind = :kind"
                                        + " AND p.state = :posted AND p.businessDate >= :since",
                                Long.class)
                        .setParameter("company", company)
                        .setParameter("kind", kind)
                        .setParameter("posted", PostingState.POSTED)
                        .setParameter("since", since)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /** What there is of these source documents in one company, by source key. */
    @Atomic
    public Map<String, Posting> known(String company, PostingKind kind, Collection<String> sourceKeys) {
        return sourceKeys.isEmpty()
                ? Map.of()
                : entities
                        .createQuery(
                                "SELECT p FROM PostingRow p WHERE p.company = :company AND p.kind = :kind"
                                        + " AND p.sourceKey IN :keys",
                                PostingRow.class)
                        .setParameter("company", company)
                        .setParameter("kind", kind)
                        .setParameter("keys", sourceKeys)
                        .getResultList()
                        .stream()
                        .map(PostingRow::toPosting)
                        .collect(Collectors.toMap(posting -> posting.key().sourceKey(), Function.identity()));
    }

    /** What of this kind the other side has under these numbers of its own, by number. */
    @Atomic
    public Map<String, Posting> numbered(String company, PostingKind kind, Collection<String> targetNumbers) {
        Map<String, Posting> found = new TreeMap<>();
        for (List<String> numbers : KeyParts.of(targetNumbers)) {
            entities.createQuery(
                            "SELECT p FROM PostingRow p WHERE p.company = :company AND p.kind = :kind"
                                    + " AND p.targetNumber IN :numbers ORDER BY p.id",
                            PostingRow.class)
                    .setParameter("company", company)
                    .setParameter("kind", kind)
                    .setParameter("numbers", numbers)
                    .getResultList()
                    .forEach(row -> found.put(String.valueOf(row.targetNumber()), row.toPosting()));
        }
        return found;
    }

    /**
     * What there is of these source documents in whatever company, by source key: where there are several, the one that may have been
     * sent, or else the newest.
     */
    @Atomic
    public Map<String, Posting> newest(PostingKind kind, Collection<String> sourceKeys) {
        Map<String, Posting> newest = new TreeMap<>();
        for (List<String> keys : KeyParts.of(sourceKeys)) {
            entities
                    .createQuery(
                            "SELECT p FROM PostingRow p WHERE p.kind = :kind AND p.sourceKey IN :keys ORDER BY p.id",
                            PostingRow.class)
                    .setParameter("kind", kind)
                    .setParameter("keys", keys)
                    .getResultList()
                    .stream()
                    .map(PostingRow::toPosting)
                    .forEach(posting -> newest.merge(posting.key().sourceKey(), posting, PostedDocuments::better));
        }
        return newest;
    }

    private static Posting better(Posting one, Posting other) {
        return one.state().mayHaveBeenSent() && !other.state().mayHaveBeenSent() ? one : other;
    }

    private List<PostedDocument> documents(List<PostingRow> rows) {
        return rows.stream()
                .flatMap(row -> document(row.toPosting(), row).stream())
                .toList();
    }

    private Optional<PostedDocument> document(Posting posting, PostingRow row) {
        String id = posting.targetId();
        String number = posting.targetNumber();
        return id == null || number == null
                ? Optional.empty()
                : Optional.of(new PostedDocument(posting.id(), vault.open(row), id, number, posting.targetTotal()));
    }
}
