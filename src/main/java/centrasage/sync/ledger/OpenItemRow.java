package centrasage.sync.ledger;

import centrasage.money.Money;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of a customer account as the store keeps it. */
@Entity
@Table(name = "open_item")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class OpenItemRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "object_key")
    private String object;

    private String kind;
    private String urn;

    @Column(name = "document_date")
    private LocalDate date;

    private String currency;
    private BigDecimal amount;

    @Column(name = "open_amount")
    private BigDecimal open;

    @Column(name = "exchange_rate")
    private @Nullable BigDecimal rate;

    OpenItemRow() {}

    OpenItemRow(OpenItem item) {
        this.company = item.company();
        this.urn = item.urn();
        take(item);
    }

    /**
     * Nothing where it is the same entry, however much of it is open by now.
     *
     * @return whether it is another one
     */
    final boolean become(OpenItem item) {
        boolean isSame = isOf(item);
        if (!isSame) {
            take(item);
        }
        return !isSame;
    }

    boolean isOf(OpenItem item) {
        OpenItem known = toItem();
        return known.object().equals(item.object())
                && known.kind().equals(item.kind())
                && known.value().equals(item.value());
    }

    void renumber(String number) {
        urn = number;
    }

    private void take(OpenItem item) {
        object = item.object();
        kind = item.kind();
        date = item.date();
        currency = item.value().currency().getCurrencyCode();
        amount = item.value().amount();
        open = item.open().amount();
        rate = item.rate();
    }

    void allocate(Money value) {
        open = open.subtract(value.amount());
    }

    OpenItem toItem() {
        return new OpenItem(
                id,
                company,
                object,
                kind,
                urn,
                date,
                money(amount),
                money(open),
                rate == null ? null : rate.stripTrailingZeros());
    }

    private Money money(BigDecimal value) {
        return Money.of(value.stripTrailingZeros(), currency);
    }
}
