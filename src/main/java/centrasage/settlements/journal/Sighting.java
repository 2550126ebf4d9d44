package centrasage.settlements.journal;

import centrasage.money.Money;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.sage200.ledger.NominalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What Sage's nominal ledger shows of a journal. */
sealed interface Sighting {
    int SHOWN_MAX = 5;

    <R> R match(Function<String, R> whole, Supplier<R> nothing, Function<String, R> different);

    /** @param entries all that carries the journal's reference */
    static Sighting of(Journal journal, List<NominalEntry> entries, ChartOfAccounts chart) {
        if (entries.isEmpty()) {
            return new Nothing();
        }
        List<Part> there = entries.stream().map(entry -> Part.of(entry, chart)).toList();
        List<Part> meant = journal.content().lines().stream()
                .map(line ->
                        new Part(line.account(), line.value(), journal.content().date()))
                .toList();
        List<Part> missing = without(meant, there);
        List<Part> more = withoutReversed(without(there, meant));
        if (missing.isEmpty() && more.isEmpty()) {
            return new Whole(
                    first(entries.stream().map(NominalEntry::urn).distinct().toList()));
        }
        return new Different(words(journal, missing, more, meant));
    }

    /** A line of it, meant or there. */
    record Part(NominalAccount account, Money value, LocalDate date) {
        static Part of(NominalEntry entry, ChartOfAccounts chart) {
            NominalAccount account = chart.accounts()
                    .getOrDefault(entry.account(), new NominalAccount("account of id " + entry.account(), "", ""));
            return new Part(account, new Money(entry.value(), chart.currency()), entry.date());
        }

        Part reversed() {
            return new Part(account, Money.zero(value.currency()).minus(value), date);
        }

        String words(LocalDate day) {
            return JournalLine.words(account, value) + (date.equals(day) ? "" : " of " + date);
        }
    }

    private static List<Part> without(List<Part> all, List<Part> others) {
        List<Part> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    /** What was imported once too often and taken back stands there twice, and is nothing. */
    private static List<Part> withoutReversed(List<Part> all) {
        List<Part> left = new ArrayList<>();
        for (Part part : all) {
            if (!left.remove(part.reversed())) {
                left.add(part);
            }
        }
        return left;
    }

    private static String words(Journal journal, List<Part> missing, List<Part> more, List<Part> meant) {
        if (missing.isEmpty() && isAgain(more, meant)) {
            return "it is there " + (more.size() / meant.size() + 1) + " times";
        }
        LocalDate day = journal.content().date();
        return missing.isEmpty()
                ? "there and not of it: " + list(more, day)
                : "not there: " + list(missing, day)
                        + (more.isEmpty() ? "" : "; there and not of it: " + list(more, day));
    }

    private static boolean isAgain(List<Part> more, List<Part> meant) {
        return more.size() % meant.size() == 0
                && meant.stream()
                        .allMatch(part -> Collections.frequency(more, part) * meant.size()
                                == Collections.frequency(meant, part) * more.size());
    }

    private static String list(List<Part> parts, LocalDate day) {
        return first(parts.stream().map(part -> part.words(day)).toList());
    }

    private static String first(List<String> words) {
        String shown = String.join(", ", words.subList(0, Math.min(SHOWN_MAX, words.size())));
        return words.size() > SHOWN_MAX ? shown + " and " + (words.size() - SHOWN_MAX) + " more" : shown;
    }

    /**
     * Every line is there, and nothing else.
     *
     * @param urns Sage's numbers, the first of them
     */
    record Whole(String urns) implements Sighting {
        @Override
        public <R> R match(Function<String, R> whole, Supplier<R> nothing, Function<String, R> different) {
            return whole.apply(urns);
        }
    }

    record Nothing() implements Sighting {
        @Override
        public <R> R match(Function<String, R> whole, Supplier<R> nothing, Function<String, R> different) {
            return nothing.get();
        }
    }

    /**
     * It is there in part, otherwise, or more than once.
     *
     * @param what names the lines
     */
    record Different(String what) implements Sighting {
        @Override
        public <R> R match(Function<String, R> whole, Supplier<R> nothing, Function<String, R> different) {
            return different.apply(what);
        }
    }
}
