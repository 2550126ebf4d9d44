package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.sync.database.Ids;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a batch as the store keeps it. */
@Entity
@Table(name = "settlement_batch")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class SettlementBatchRow {
    private static final String NONE = "[]";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "file_id")
    private long file;

    private String psp;

    @Column(name = "merchant_account")
    private String account;

    @Column(name = "batch_number")
    private String number;

    private String currency;

    /** As its postings' object has it; asked for in queries only. */
    @Column(name = "object_name")
    @SuppressWarnings("UnusedVariable")
    private String name;

    private int version;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "line_count")
    private long lines;

    @Column(name = "first_day")
    private @Nullable LocalDate first;

    @Column(name = "last_day")
    private @Nullable LocalDate last;

    private @Nullable BigDecimal opening;
    private @Nullable BigDecimal closing;
    private String sums;
    private String faults;

    @Column(name = "fault_count")
    private long faultsInAll;

    private String warnings;
    private String company;

    @Column(name = "clearing_bank")
    private String clearingBank;

    /** What stays of it in the clearing bank once all of it is posted. */
    private BigDecimal carried;

    /** The same in the company's own currency, where it is another; as it was planned. */
    @Column(name = "carried_base")
    private @Nullable BigDecimal carriedBase;

    /** What came to the bank less what went back; null of what was received before it was kept. Asked for in queries only. */
    @Column(name = "paid_out")
    @SuppressWarnings("UnusedVariable")
    private @Nullable BigDecimal paidOut;

    @Column(name = "is_valued")
    private boolean valued;

    @Column(name = "state_since")
    private Instant since;

    SettlementBatchRow() {}

    SettlementBatchRow(SettlementKey key, int version, Instant now) {
        this.psp = key.psp();
        this.account = key.account();
        this.number = key.batch();
        this.currency = key.currency().getCurrencyCode();
        this.name = key.name();
        this.version = version;
        this.state = BatchState.RECEIVING;
        this.contentHash = "";
        this.sums = BatchSumsJson.write(new BatchSums(Map.of(), Map.of(), Map.of()));
        this.faults = NONE;
        this.warnings = NONE;
        this.company = "";
        this.clearingBank = "";
        this.carried = BigDecimal.ZERO;
        this.since = now;
    }

    /** All lines are there. */
    void received(long ofFile, Batch batch, BatchSums itsSums, String hash) {
        file = ofFile;
        contentHash = hash;
        lines = batch.lines();
        first = batch.first();
        last = batch.last();
        opening = amount(batch.opening());
        closing = amount(batch.closing());
        sums = BatchSumsJson.write(itsSums);
        carried = batch.sum()
                .minus(itsSums.own(LineKind.BALANCE_CARRY, batch.key().currency()))
                .amount();
        faults = sentences(batch.faults());
        faultsInAll = batch.faultsInAll();
        warnings = sentences(batch.warnings());
        knowWhatIsPaidOut();
    }

    void knowWhatIsPaidOut() {
        paidOut = toBatch().paidOut().amount();
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static String sentences(List<Fault> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(fault -> array.add(fault.toString()));
        return array.build().toString();
    }

    void become(BatchState other, Instant now) {
        if (!state.mayBecome(other)) {
            throw new IllegalStateException("batch " + id + " is " + state + " and cannot become " + other);
        }
        state = other;
        valued = false;
        since = now;
    }

    void belongsTo(String sageCompany, String bank) {
        company = sageCompany;
        clearingBank = bank;
    }

    void carries(@Nullable BigDecimal inBase) {
        carriedBase = inBase;
    }

    void isValued() {
        valued = true;
    }

    Money carried() {
        return Money.of(carried.stripTrailingZeros(), currency);
    }

    long id() {
        return id;
    }

    SettlementBatch toBatch() {
        return new SettlementBatch(
                id,
                file,
                new SettlementKey(psp, account, number, Currency.getInstance(currency)),
                version,
                state,
                contentHash,
                lines,
                first,
                last,
                money(opening),
                money(closing),
                BatchSumsJson.read(sums, currency),
                sentences(faults),
                faultsInAll,
                sentences(warnings),
                company,
                clearingBank,
                since);
    }

    private @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : Money.of(amount.stripTrailingZeros(), currency);
    }

    private static List<String> sentences(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
