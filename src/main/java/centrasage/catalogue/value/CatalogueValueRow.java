package centrasage.catalogue.value;

import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Decision;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.compare.Place;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A field of an object as the store keeps it. */
@Entity
@Table(name = "catalogue_value")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class CatalogueValueRow {
    static final int VALUE_MAX = 200;
    private static final int LABEL_MAX = 100;
    private static final int NOTE_MAX = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Enumerated(EnumType.STRING)
    private Field field;

    @Column(name = "object_id")
    private long objectId;

    private long pricelist;

    /** For queries alone. */
    @SuppressWarnings("UnusedVariable")
    private long product;

    private String label;

    @Column(name = "sage_value")
    private String sageValue = "";

    @Column(name = "centra_value")
    private String centraValue = "";

    private String agreed = "";

    @Enumerated(EnumType.STRING)
    private ValueState state;

    private String note = "";
    private boolean overwrite;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Null where it does not wait for room in Centra's quota. */
    @Column(name = "left_since")
    private @Nullable Instant leftSince;

    /** Written by itself for a whole page. */
    @Column(name = "seen_at")
    @SuppressWarnings("UnusedVariable")
    private Instant seenAt;

    CatalogueValueRow() {}

    CatalogueValueRow(String company, Place place, Instant now) {
        this.company = company;
        this.field = place.field();
        this.objectId = place.object();
        this.pricelist = place.pricelist();
        this.label = "";
        this.state = ValueState.SAME;
        this.changedAt = now;
        this.seenAt = now;
    }

    long id() {
        return id;
    }

    Place place() {
        return new Place(field, objectId, pricelist);
    }

    boolean isOf(String one) {
        return company.equals(one);
    }

    ValueState state() {
        return state;
    }

    /** @param overwrites whether Sage's value always goes before what was changed in Centra */
    void compared(Compared compared, boolean overwrites, Instant now) {
        String sage = limited(compared.sage(), VALUE_MAX);
        String centra = limited(compared.centra(), VALUE_MAX);
        boolean isNews = !sage.equals(sageValue) || !centra.equals(centraValue);
        ValueState before = state;
        overwrite = overwrite && !isNews; // it was given for the two values that a person saw
        if (before == ValueState.DUE && centra.equals(sageValue)) {
            agreed = centra; // it was told, and the answer was lost
        }
        state = state(Decision.of(compared, agreed, overwrites || overwrite), before, isNews);
        if (state == ValueState.SAME) {
            agreed = sage;
            overwrite = false;
        }
        if (state != ValueState.REJECTED) {
            note = limited(compared.conflict(), NOTE_MAX);
        }
        label = limited(compared.label(), LABEL_MAX);
        product = compared.product();
        sageValue = sage;
        centraValue = centra;
        changedAt = isNews || state != before ? now : changedAt;
        leftSince = state == ValueState.DUE ? leftSince : null;
    }

    /** What Centra rejected is told again when one of both says something else. */
    private ValueState state(Decision decision, ValueState before, boolean isNews) {
        return switch (decision) {
            case SAME -> ValueState.SAME;
            case TOLD -> before == ValueState.REJECTED && !isNews ? ValueState.REJECTED : ValueState.DUE;
            case DRIFTED -> before == ValueState.REJECTED && !isNews ? ValueState.REJECTED : ValueState.DRIFTED;
            case CONFLICT -> field == Field.SKU ? ValueState.UNMATCHED : ValueState.CONFLICT;
        };
    }

    /** Centra took it. */
    void taken(String value, Instant now) {
        agreed = limited(value, VALUE_MAX);
        centraValue = agreed;
        state = agreed.equals(sageValue) ? ValueState.SAME : ValueState.DUE;
        overwrite = false;
        note = "";
        changedAt = now;
        leftSince = null;
    }

    /** Centra's quota had no room for it. */
    void left(Instant now) {
        leftSince = state == ValueState.DUE && leftSince == null ? now : leftSince;
    }

    void rejected(String why, Instant now) {
        state = ValueState.REJECTED;
        overwrite = false;
        leftSince = null;
        note = limited(why, NOTE_MAX);
        changedAt = now;
    }

    /** A person takes Sage's value. */
    void overwrite(Instant now) {
        overwrite = true;
        state = ValueState.DUE;
        note = "";
        changedAt = now;
    }

    private static String limited(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    Value toValue() {
        return new Value(
                id, company, field, objectId, pricelist, label, sageValue, centraValue, agreed, state, note, changedAt);
    }
}
