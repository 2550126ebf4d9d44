package centrasage.console.table;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;

/** Which columns of a list each person wants to see. */
@ApplicationScoped
class ColumnChoices {
    private static final int LENGTH_MAX = 1_000;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ColumnChoices() {}

    @Inject
    ColumnChoices(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty where the person never chose. */
    @Atomic
    Set<String> of(String person, String listing) {
        ColumnChoiceRow row = entities.find(ColumnChoiceRow.class, ColumnChoiceRow.id(person, listing));
        return row == null ? Set.of() : row.columns();
    }

    /** No column at all means those that are shown at first; what is longer than any list's columns is left alone. */
    @Atomic
    void keep(String person, String listing, Set<String> columns) {
        if (!listing.matches("[a-z-]{1,40}") || String.join(",", columns).length() > LENGTH_MAX) {
            return;
        }
        String id = ColumnChoiceRow.id(person, listing);
        ColumnChoiceRow row = entities.find(ColumnChoiceRow.class, id);
        if (row == null) {
            entities.persist(new ColumnChoiceRow(id, columns));
        } else {
            row.choose(columns);
        }
    }
}
