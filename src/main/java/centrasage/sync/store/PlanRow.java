package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.money.Money;
import centrasage.sync.posting.Marks;
import centrasage.sync.posting.Planned;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a posting was planned to be, and from what; replaced as a whole by each new plan. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class PlanRow {
    @Column(name = "object_key")
    private String object;

    @Column(name = "document_kind")
    private String documentKind;

    @Column(name = "document_key")
    private String documentKey;

    @Column(name = "document_version")
    private int version;

    @Column(name = "plan_number")
    private int planNumber;

    private @Nullable String fingerprint;

    @Column(name = "printed_marks")
    private @Nullable String marks;

    private BigDecimal amount;
    private String currency;
    private @Nullable BigDecimal vat;

    @Column(name = "business_date")
    private LocalDate businessDate;

    private byte @Nullable [] command;

    /** Takes a new plan. */
    final void plan(Planned planned, Sealed sealed) {
        object = planned.object();
        documentKind = planned.document().kind();
        documentKey = planned.document().key();
        planNumber++;
        amount = planned.amount().amount();
        currency = planned.amount().currency().getCurrencyCode();
        Money plannedVat = planned.vat();
        vat = plannedVat == null ? null : plannedVat.amount();
        businessDate = planned.businessDate();
        command = sealed.command();
        planAgain(planned, sealed);
    }

    /** Takes a plan that says the same again, of a newer version perhaps. */
    final void planAgain(Planned planned, Sealed sealed) {
        version = planned.document().version();
        fingerprint = planned.fingerprint();
        mark(sealed.marks());
    }

    /**
     * Takes what it has become by an amendment of what was posted.
     *
     * @param by the amendment, planned from the version that brought it
     * @param sealed the command; null where its person was erased, and nothing of it is left
     */
    void amended(Command become, PlanRow by, byte @Nullable [] sealed) {
        amount = become.amount().amount();
        Money becomeVat = become.vat();
        vat = becomeVat == null ? null : becomeVat.amount();
        fingerprint = become.fingerprint();
        version = by.version;
        marks = by.marks;
        command = sealed == null ? command : sealed;
    }

    final void mark(Marks printed) {
        marks = printed.parts().isEmpty() ? null : printed.text();
    }

    /** Whether it is about the same document with the same figures. */
    final boolean isOfTheSame(Planned planned) {
        return object.equals(planned.object())
                && amount().equals(planned.amount())
                && Objects.equals(vat(), planned.vat())
                && businessDate.equals(planned.businessDate());
    }

    final boolean isSentAs(Planned planned, byte[] encryptedCommand) {
        return Objects.equals(fingerprint, planned.fingerprint()) && Arrays.equals(command, encryptedCommand);
    }

    final String object() {
        return object;
    }

    /** Of which source document it is the posting; nothing is sent while a newer version of that waits for its plan. */
    final DocumentVersion document() {
        return new DocumentVersion(documentKind, documentKey, version);
    }

    final int planNumber() {
        return planNumber;
    }

    @Nullable
    final String fingerprint() {
        return fingerprint;
    }

    /** Unknown where it was planned before marks were kept, and where nothing of it is printed. */
    final Marks marks() {
        return Marks.read(marks);
    }

    final Money amount() {
        return Money.of(amount.stripTrailingZeros(), currency);
    }

    /** In the currency of the amount; null where none was planned. */
    @Nullable
    final Money vat() {
        return vat == null ? null : Money.of(vat.stripTrailingZeros(), currency);
    }

    final LocalDate businessDate() {
        return businessDate;
    }

    final byte @Nullable [] command() {
        return command;
    }
}
