package centrasage.catalogue.creation;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The products that are made in Centra, each of a code once. Times are the database's. */
@ApplicationScoped
public class Creations {
    private static final String ACTOR = "catalogue";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Creations() {}

    @Inject
    public Creations(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    @Atomic(alone = true)
    public Instant now() {
        return time.now();
    }

    /** Of all companies, by their codes: what one has made is not made by another. */
    @Atomic(alone = true)
    public Map<String, Creation> all() {
        Map<String, Creation> all = new TreeMap<>();
        entities.createQuery("SELECT c FROM CreationRow c", CreationRow.class).getResultList().stream()
                .map(CreationRow::toCreation)
                .forEach(creation -> all.put(creation.code(), creation));
        return all;
    }

    /** Those that changed last, the latest first. */
    @Atomic
    public List<Creation> latest(int most) {
        return entities
                .createQuery("SELECT c FROM CreationRow c ORDER BY c.changedAt DESC, c.id DESC", CreationRow.class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(CreationRow::toCreation)
                .toList();
    }

    /** The request for the product is about to leave. */
    @Atomic(alone = true, onDisk = true)
    public void sendsProduct(String company, String code, String name) {
        CreationRow row = row(code).orElseGet(() -> new CreationRow(company, code));
        row.named(name);
        row.become(CreationState.PRODUCT_SENT, "", time.now());
        entities.persist(row);
    }

    /** The request for the variant is about to leave. @param product Centra's id of its product */
    @Atomic(alone = true, onDisk = true)
    public void sendsVariant(String code, long product) {
        change(code, product, CreationState.VARIANT_SENT, "");
    }

    /** The request has provably not left: it is as it was before it. */
    @Atomic(alone = true)
    public void neverSent(String code) {
        row(code).ifPresent(row -> {
            Creation before = row.toCreation();
            if (before.product() == 0) {
                entities.remove(row);
            } else {
                row.become(CreationState.PRODUCT_MADE, "", time.now());
            }
        });
    }

    @Atomic(alone = true, onDisk = true)
    public void productMade(String code, long product) {
        change(code, product, CreationState.PRODUCT_MADE, "");
    }

    /** @param otherSku what Centra made its SKU instead; empty where it is the code */
    @Atomic(alone = true, onDisk = true)
    public void made(String company, String code, long product, String otherSku) {
        change(code, product, CreationState.MADE, otherSku);
        audit.write(ACTOR, "CATALOGUE_CREATED", company + "/" + code, "Product " + product + " of Centra's, inactive");
    }

    @Atomic(alone = true)
    public void rejected(String company, String code, String name, String why) {
        CreationRow row = row(code).orElseGet(() -> new CreationRow(company, code));
        row.named(name);
        row.become(CreationState.REJECTED, why, time.now());
        entities.persist(row);
    }

    private void change(String code, long product, CreationState state, String note) {
        row(code).ifPresent(row -> {
            row.isProduct(product);
            row.become(state, note, time.now());
        });
    }

    private Optional<CreationRow> row(String code) {
        return entities.createQuery("SELECT c FROM CreationRow c WHERE c.code = :code", CreationRow.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }
}
