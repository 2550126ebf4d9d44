package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Match;
import centrasage.settlements.match.Method;
import centrasage.settlements.match.Unmatched;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of all batches. There may be a million in one: they are written and read in bulk, and none is an entity. */
@ApplicationScoped
public class SettlementLines {
    private static final int REFERENCE_MAX = 255;
    private static final int TEXT_MAX = 400;
    private static final int TYPE_MAX = 80;

    private static final String INSERT =
            "INSERT INTO settlement_line (batch_id, place, line_number, line_type, kind, booked_on,"
                    + " gross, gross_currency, rate, net, fees, payment_reference, modification_reference, merchant_reference,"
                    + " order_reference, line_text, match_state, match_how, match_place, variance)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0)";

    private static final String SELECT =
            "SELECT line_number, line_type, kind, booked_on, gross, gross_currency, rate, net,"
                    + " fees, payment_reference, modification_reference, merchant_reference, order_reference, line_text,"
                    + " match_state, match_how, match_place, variance, place FROM settlement_line WHERE batch_id = ?";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    SettlementLines() {}

    @Inject
    public SettlementLines(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A line as the store has it.
     *
     * @param place in its batch, from 1; unlike the number of its line in the file, no two have the same
     * @param how by which {@link Method} it found what it settles, or why it did not ({@link Unmatched}); empty where nobody looked yet
     * @param with the place of the first of the lines that settle the same together, its own where it settles by itself; 0 while it has not
     * @param variance what it comes to more than what it settles, whatever its sign, in the currency of the payment
     */
    public record Stored(
            long place, SettlementLine line, LineState state, String how, long with, BigDecimal variance) {}

    /** What became of a line: as in {@link Stored}. */
    public record Marking(long place, LineState state, String how, long with, BigDecimal variance) {
        /** It settles something. */
        public static Marking settled(Stored stored, Match.Settles match, long with) {
            BigDecimal variance = BigDecimal.valueOf(
                    match.varianceMinor(), stored.line().gross().currency().getDefaultFractionDigits());
            return new Marking(stored.place(), LineState.SETTLED, match.method().name(), with, variance);
        }

        /** It settles nothing yet. */
        public static Marking open(Stored stored, Unmatched why) {
            return new Marking(stored.place(), LineState.OPEN, why.name(), 0, BigDecimal.ZERO);
        }
    }

    /**
     * In the caller's transaction; texts are cut to what the store holds.
     *
     * @param before how many lines of the batch are there already
     */
    @Atomic
    public void add(long batch, long before, List<SettlementLine> lines) {
        AtomicLong place = new AtomicLong(before);
        BulkStatement.execute(
                entities, INSERT, lines, (statement, line) -> bind(statement, batch, place.incrementAndGet(), line));
    }

    private static void bind(PreparedStatement statement, long batch, long place, SettlementLine line)
            throws SQLException {
        LocalDate day = line.bookedOn();
        References references = line.references();
        statement.setLong(1, batch);
        statement.setLong(2, place);
        statement.setLong(3, line.number());
        statement.setString(4, cut(line.type(), TYPE_MAX));
        statement.setString(5, line.kind().name());
        statement.setDate(6, day == null ? null : Date.valueOf(day));
        statement.setBigDecimal(7, line.gross().amount());
        statement.setString(8, line.gross().currency().getCurrencyCode());
        statement.setBigDecimal(9, line.rate());
        statement.setBigDecimal(10, line.net().amount());
        statement.setString(11, fees(line.fees()));
        statement.setString(12, cut(references.payment(), REFERENCE_MAX));
        statement.setString(13, cut(references.modification(), REFERENCE_MAX));
        statement.setString(14, cut(references.merchant(), REFERENCE_MAX));
        statement.setString(15, cut(references.order(), REFERENCE_MAX));
        statement.setString(16, cut(line.text(), TEXT_MAX));
        statement.setString(17, LineState.of(line.kind()).name());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** {@code COMMISSION=0.20;SCHEME=0.05}. */
    private static String fees(List<Fee> fees) {
        StringJoiner text = new StringJoiner(";");
        fees.forEach(fee -> text.add(fee.kind() + "=" + fee.amount().amount().toPlainString()));
        return text.toString();
    }

    private static List<Fee> fees(String text, SettlementKey key) {
        List<Fee> fees = new ArrayList<>();
        for (String fee : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            int at = fee.indexOf('=');
            fees.add(new Fee(
                    FeeKind.valueOf(fee.substring(0, at)),
                    new Money(new BigDecimal(fee.substring(at + 1)), key.currency())));
        }
        return fees;
    }

    /** Those of a batch in one state, in the order of their places; at most {@code most} with places above {@code after}. */
    @Atomic
    public List<Stored> page(SettlementBatch batch, LineState state, long after, int most) {
        return select(
                batch, SELECT + " AND match_state = ? AND place > ? ORDER BY batch_id, place", most, statement -> {
                    statement.setString(2, state.name());
                    statement.setLong(3, after);
                });
    }

    /** Those of a batch in one state, in the order of their places, from the one at {@code first} of them on; at most {@code most}. */
    @Atomic
    public List<Stored> from(SettlementBatch batch, LineState state, int first, int most) {
        return select(
                batch,
                SELECT + " AND match_state = ? ORDER BY batch_id, match_state, place"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                most,
                statement -> {
                    statement.setString(2, state.name());
                    statement.setInt(3, first);
                    statement.setInt(4, most);
                });
    }

    /**
     * Those that settle nothing known, in the order of their places; at most {@code most} with places above {@code after}.
     *
     * @param currencies of what they have moved, at least one
     */
    @Atomic
    public List<Stored> waiting(SettlementBatch batch, Set<String> currencies, long after, int most) {
        String moved = " AND CASE WHEN kind IN ('SALE', 'REFUND') THEN gross_currency ELSE ? END IN ("
                + String.join(", ", Collections.nCopies(currencies.size(), "?")) + ")";
        return select(
                batch,
                SELECT + " AND match_state IN ('OPEN', 'PERSON') AND place > ?" + moved + " ORDER BY batch_id, place",
                most,
                statement -> {
                    statement.setLong(2, after);
                    statement.setString(3, batch.key().currency().getCurrencyCode());
                    int at = 4;
                    for (String currency : currencies) {
                        statement.setString(at++, currency);
                    }
                });
    }

    /** All payouts of a batch, and what came back of them. */
    @Atomic
    public List<Stored> payouts(SettlementBatch batch) {
        return page(batch, LineState.PAYOUT, 0, Integer.MAX_VALUE);
    }

    /** All that people have put into suspense. */
    @Atomic
    public List<Stored> inSuspense(SettlementBatch batch) {
        return page(batch, LineState.SUSPENSE, 0, Integer.MAX_VALUE);
    }

    /** As {@link #page}, in whatever state. */
    @Atomic
    public List<Stored> page(SettlementBatch batch, long after, int most) {
        return select(
                batch,
                SELECT + " AND place > ? ORDER BY batch_id, place",
                most,
                statement -> statement.setLong(2, after));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Stored> select(SettlementBatch batch, String sql, int most, Parameters parameters) {
        try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
            statement.setMaxRows(most);
            statement.setLong(1, batch.id());
            parameters.set(statement);
            List<Stored> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(stored(batch.key(), rows));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("the lines of " + batch.key() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Stored stored(SettlementKey key, ResultSet rows) throws SQLException {
        Date day = rows.getDate(4);
        SettlementLine line = new SettlementLine(
                key,
                rows.getLong(1),
                rows.getString(2),
                LineKind.valueOf(rows.getString(3)),
                day == null ? null : day.toLocalDate(),
                Money.of(rows.getBigDecimal(5).stripTrailingZeros(), rows.getString(6)),
                rows.getBigDecimal(7).stripTrailingZeros(),
                new Money(rows.getBigDecimal(8).stripTrailingZeros(), key.currency()),
                fees(rows.getString(9), key),
                new References(rows.getString(10), rows.getString(11), rows.getString(12), rows.getString(13)),
                rows.getString(14));
        return new Stored(
                rows.getLong(19),
                line,
                LineState.valueOf(rows.getString(15)),
                rows.getString(16),
                rows.getLong(17),
                rows.getBigDecimal(18).stripTrailingZeros());
    }

    /**
     * In the caller's transaction: of lines that wait, and of payouts.
     *
     * @throws Meanwhile when another has marked one of them meanwhile: all of the transaction is undone
     */
    @Atomic
    public void mark(long batch, List<Marking> markings) {
        long marked = BulkStatement.execute(
                entities,
                "UPDATE settlement_line SET match_state = ?, match_how = ?, match_place = ?, variance = ?"
                        + " WHERE batch_id = ? AND place = ? AND match_state IN ('OPEN', 'PERSON', 'PAYOUT')",
                markings,
                (statement, each) -> {
                    statement.setString(1, each.state().name());
                    statement.setString(2, each.how());
                    statement.setLong(3, each.with());
                    statement.setBigDecimal(4, each.variance());
                    statement.setLong(5, batch);
                    statement.setLong(6, each.place());
                });
        if (marked != markings.size()) {
            throw new Meanwhile("a line of batch " + batch + " was marked by another meanwhile");
        }
        if (markings.stream().anyMatch(each -> each.state() != LineState.PAYOUT)) {
            forgetTally(batch);
        }
    }

    /** What is kept of how its lines stand is of before. */
    private void forgetTally(long batch) {
        entities.createQuery("DELETE FROM LineTallyRow t WHERE t.batch = :batch")
                .setParameter("batch", batch)
                .executeUpdate();
    }

    /**
     * In the caller's transaction: what a person has said of a line holds no more.
     *
     * @return false where no person has said anything of it
     */
    @Atomic
    public boolean takeBack(long batch, Stored stored) {
        forgetTally(batch);
        return entities.createNativeQuery(
                                "UPDATE settlement_line SET match_state = ?1, match_how = '', match_place = 0,"
                                        + " variance = 0 WHERE batch_id = ?2 AND place = ?3 AND match_how = ?4")
                        .setParameter(1, LineState.of(stored.line().kind()).name())
                        .setParameter(2, batch)
                        .setParameter(3, stored.place())
                        .setParameter(4, Method.PERSON.name())
                        .executeUpdate()
                == 1;
    }

    /** In the caller's transaction: none of them settles anything, and no person has said anything of any. */
    @Atomic
    public void beginAnew(long batch) {
        forgetTally(batch);
        entities.createNativeQuery("UPDATE settlement_line SET match_state ="
                        + " CASE WHEN kind IN ('SALE', 'REFUND') THEN ?1 ELSE ?2 END, match_how = '', match_place = 0,"
                        + " variance = 0 WHERE batch_id = ?3 AND (kind IN ('SALE', 'REFUND') OR match_how = ?4)")
                .setParameter(1, LineState.OPEN.name())
                .setParameter(2, LineState.PERSON.name())
                .setParameter(3, batch)
                .setParameter(4, Method.PERSON.name())
                .executeUpdate();
    }

    /**
     * Lines of one state and for one cause.
     *
     * @param how as in {@link Stored}
     * @param amount what they come to: before fees, in the currency of their payments; of those that are of no payment their net
     * @param variance what they come to more than what they settle, whatever their sign
     * @param first the number of the first of them in the file
     */
    public record Group(LineState state, String how, Money amount, BigDecimal variance, long lines, long first) {}

    /** How many lines of a batch are in which state for which cause, in each currency. */
    @Atomic
    public List<Group> groups(long batch) {
        String sql = "SELECT match_state, match_how, gross_currency,"
                + " SUM(CASE WHEN gross = 0 THEN net ELSE gross END), SUM(variance), COUNT(*), MIN(line_number) FROM"
                + " settlement_line WHERE batch_id = ? GROUP BY match_state, match_how, gross_currency"
                + " ORDER BY match_state, match_how, gross_currency";
        try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
            statement.setLong(1, batch);
            List<Group> groups = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    groups.add(new Group(
                            LineState.valueOf(rows.getString(1)),
                            rows.getString(2),
                            Money.of(rows.getBigDecimal(4).stripTrailingZeros(), rows.getString(3)),
                            rows.getBigDecimal(5).stripTrailingZeros(),
                            rows.getLong(6),
                            rows.getLong(7)));
                }
            }
            return groups;
        } catch (SQLException e) {
            throw new IllegalStateException("the lines of batch " + batch + " cannot be counted: " + e.getMessage(), e);
        }
    }

    private static final String SAID = "SELECT line_type, booked_on, gross, gross_currency, net, merchant_reference,"
            + " payment_reference, modification_reference FROM settlement_line WHERE batch_id = ?";

    /** What lines of one batch say and no line of the other does, in words; at most {@code most}. */
    @Atomic
    public List<String> onlyIn(SettlementBatch one, SettlementBatch other, int most) {
        try (PreparedStatement statement =
                entities.unwrap(Connection.class).prepareStatement(SAID + " EXCEPT " + SAID)) {
            statement.setMaxRows(most);
            statement.setLong(1, one.id());
            statement.setLong(2, other.id());
            List<String> words = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    words.add(words(one.key(), rows));
                }
            }
            return words;
        } catch (SQLException e) {
            throw new IllegalStateException("the lines of " + one.key() + " cannot be compared: " + e.getMessage(), e);
        }
    }

    /** {@code Settled of 2026-11-20, order 10234, GBP 50.00, net GBP 48.80 (PSP1, CAP1)}. */
    private static String words(SettlementKey key, ResultSet rows) throws SQLException {
        Date day = rows.getDate(2);
        Money gross = Money.of(rows.getBigDecimal(3).stripTrailingZeros(), rows.getString(4));
        Money net = new Money(rows.getBigDecimal(5).stripTrailingZeros(), key.currency());
        String references = Stream.of(rows.getString(7), rows.getString(8))
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return rows.getString(1)
                + (day == null ? "" : " of " + day)
                + (rows.getString(6).isEmpty() ? "" : ", order " + rows.getString(6))
                + (gross.isZero() ? "" : ", " + gross)
                + ", net " + net
                + (references.isEmpty() ? "" : " (" + references + ")");
    }

    /** How many lines of a batch are of this kind. */
    @Atomic
    public long count(long batch, LineKind kind) {
        return ((Number) entities.createNativeQuery(
                                "SELECT COUNT(*) FROM settlement_line WHERE batch_id = ? AND kind = ?")
                        .setParameter(1, batch)
                        .setParameter(2, kind.name())
                        .getSingleResult())
                .longValue();
    }

    /** Those that settle something of another amount, within what is tolerated. */
    @Atomic
    public List<Stored> varying(SettlementBatch batch) {
        return select(
                batch,
                SELECT + " AND match_state = 'SETTLED' AND variance <> 0 ORDER BY batch_id, place",
                Integer.MAX_VALUE,
                statement -> {});
    }

    /** The line at this place; empty where the batch has none. */
    @Atomic
    public Optional<Stored> line(SettlementBatch batch, long place) {
        return page(batch, place - 1, 1).stream()
                .filter(stored -> stored.place() == place)
                .findFirst();
    }

    /** In the caller's transaction: all of a batch that was not received whole. */
    @Atomic
    void delete(long batch) {
        forgetTally(batch);
        entities.createNativeQuery("DELETE FROM settlement_line WHERE batch_id = ?")
                .setParameter(1, batch)
                .executeUpdate();
    }
}
