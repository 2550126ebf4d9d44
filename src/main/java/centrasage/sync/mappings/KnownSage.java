package centrasage.sync.mappings;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Sage companies held when they were last read for the check of the mappings, so that pages need not ask them. */
@ApplicationScoped
public class KnownSage {
    private static final int PART_LENGTH = 500_000;
    private static final int PARTS_MAX = 200;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    KnownSage() {}

    @Inject
    public KnownSage(EntityManager entities) {
        this.entities = entities;
    }

    /** A text of whoever keeps it, and when it was so. */
    public record Text(Instant readAt, String content) {}

    /** When it was last read; empty where it never was. */
    @Atomic
    public Optional<Instant> readAt(String company) {
        return Optional.ofNullable(entities.find(KnownSageRow.class, company + "/0"))
                .map(KnownSageRow::readAt);
    }

    @Atomic
    public Optional<Text> of(String company) {
        List<KnownSageRow> parts = entities.createQuery(
                        "SELECT k FROM KnownSageRow k WHERE k.company = :company ORDER BY k.part", KnownSageRow.class)
                .setParameter("company", company)
                .getResultList();
        return parts.stream()
                .findFirst()
                .map(first -> new Text(
                        first.readAt(),
                        parts.stream().map(KnownSageRow::content).collect(Collectors.joining())));
    }

    /** In place of what was known before. */
    @Atomic
    public void keep(String company, Text text) {
        entities.createQuery("DELETE FROM KnownSageRow k WHERE k.company = :company")
                .setParameter("company", company)
                .executeUpdate();
        int length = text.content().length();
        for (int part = 0; part < PARTS_MAX && part * PART_LENGTH < Math.max(1, length); part++) {
            int from = part * PART_LENGTH;
            String content = text.content().substring(from, Math.min(length, from + PART_LENGTH));
            entities.persist(new KnownSageRow(company, part, text.readAt(), content));
        }
    }
}
