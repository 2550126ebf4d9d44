package centrasage.settlements.settle;

import centrasage.mapping.InForce;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Match;
import centrasage.settlements.match.Matcher;
import centrasage.settlements.match.OpenEntries;
import centrasage.settlements.match.OpenEntry;
import centrasage.settlements.match.Unmatched;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.Meanwhile;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds what the lines of a batch settle, some thousand at a time: what was found stays found, whatever becomes of the run. */
@ApplicationScoped
class MatchBatch {
    private static final int AT_ONCE = 5_000;

    private SettlementBatches batches;
    private SettlementLines lines;
    private ClearingEntries entries;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    MatchBatch() {}

    @Inject
    MatchBatch(SettlementBatches batches, SettlementLines lines, ClearingEntries entries, SettlementSettings settings) {
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.settings = settings;
    }

    /**
     * @param banks what is open in them: lines of this batch settle it there too
     * @return how many lines have found what they settle
     */
    long match(SettlementBatch batch, String company, InForce mappings, OpenBanks banks) {
        Matchers matchers = new Matchers(batch, company, mappings, banks);
        Elsewhere elsewhere = new Elsewhere(entries, batches, lines, settings, company);
        List<SettlementLines.Stored> open = new ArrayList<>();
        long found = 0;
        List<SettlementLines.Stored> page = lines.page(batch, LineState.OPEN, 0, AT_ONCE);
        while (!page.isEmpty()) {
            Found of = new Found();
            Map<SettlementLines.Stored, Unmatched> why = new LinkedHashMap<>();
            for (SettlementLines.Stored stored : page) {
                matchers.of(stored.line())
                        .match(stored.line())
                        .match(settles -> of.settled(stored, settles), none -> why.put(stored, none.why()) == null);
            }
            found += keep(batch, of); // first: what a line of this page has settled is open nowhere else
            Found left = new Found();
            elsewhere.why(why).forEach(left::open);
            open.addAll(why.keySet());
            keep(batch, left);
            page = lines.page(batch, LineState.OPEN, page.get(page.size() - 1).place(), AT_ONCE);
        }
        return found + together(batch, matchers, open);
    }

    private long together(SettlementBatch batch, Matchers matchers, List<SettlementLines.Stored> open) {
        Map<SettlementLine, SettlementLines.Stored> stored = new IdentityHashMap<>();
        Map<Currency, List<SettlementLine>> byCurrency = new HashMap<>();
        for (SettlementLines.Stored each : open) {
            stored.put(each.line(), each);
            byCurrency
                    .computeIfAbsent(each.line().gross().currency(), currency -> new ArrayList<>())
                    .add(each.line());
        }
        Found of = new Found();
        byCurrency.values().forEach(some -> {
            Map<List<OpenEntry>, Long> firsts = new HashMap<>();
            matchers.of(some.get(0)).together(some).forEach((line, settles) -> {
                SettlementLines.Stored each = Objects.requireNonNull(stored.get(line));
                of.together(each, settles, firsts.computeIfAbsent(settles.entries(), group -> each.place()));
            });
        });
        return keep(batch, of);
    }

    /** What one page of lines has found. */
    private static final class Found {
        private final List<SettlementLines.Marking> markings = new ArrayList<>();
        private final List<ClearingEntries.Settling> settled = new ArrayList<>();
        private long found;

        boolean settled(SettlementLines.Stored stored, Match.Settles settles) {
            return together(stored, settles, stored.place());
        }

        /** @param first the place of the first line that settles the same */
        boolean together(SettlementLines.Stored stored, Match.Settles settles, long first) {
            markings.add(SettlementLines.Marking.settled(stored, settles, first));
            if (stored.place() == first) {
                settles.entries().forEach(entry -> settled.add(new ClearingEntries.Settling(entry.id(), first)));
            }
            found++;
            return true;
        }

        /** Written down only where that is news. */
        void open(SettlementLines.Stored stored, Unmatched why) {
            if (!stored.how().equals(why.name())) {
                markings.add(SettlementLines.Marking.open(stored, why));
            }
        }
    }

    private long keep(SettlementBatch batch, Found found) {
        if (!found.markings.isEmpty()) {
            write(batch.id(), found.markings, found.settled);
        }
        return found.found;
    }

    /** Both, or none. */
    @Atomic(alone = true)
    public void write(long batch, List<SettlementLines.Marking> markings, List<ClearingEntries.Settling> settled) {
        boolean isMatched =
                batches.locked(batch).filter(now -> now.state().isToBePosted()).isPresent();
        if (!isMatched) {
            throw new Meanwhile("batch " + batch + " has given way to another version");
        }
        if (!entries.settle(batch, settled)) {
            throw new Meanwhile("what lines of batch " + batch
                    + " settle was settled by another run meanwhile: it is matched anew by the next one");
        }
        lines.mark(batch, markings);
    }

    /** The matcher of each clearing bank that lines of the batch are in. */
    private final class Matchers {
        private final SettlementBatch batch;
        private final String company;
        private final InForce mappings;
        private final OpenBanks banks;
        private final Map<Currency, Matcher> byCurrency = new HashMap<>();

        Matchers(SettlementBatch batch, String company, InForce mappings, OpenBanks banks) {
            this.banks = banks;
            this.batch = batch;
            this.company = company;
            this.mappings = mappings;
        }

        Matcher of(SettlementLine line) {
            return byCurrency.computeIfAbsent(line.gross().currency(), this::matcher);
        }

        private Matcher matcher(Currency currency) {
            OpenEntries open = batch.key()
                    .clearingBank(mappings, company, currency)
                    .map(bank -> banks.of(company, bank, currency))
                    .orElseGet(OpenEntries::new);
            long tolerance = settings.tolerance()
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValue();
            return new Matcher(open, settings::orderOf, tolerance);
        }
    }
}
