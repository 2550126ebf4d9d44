package centrasage.settlements.journal;

import centrasage.mapping.Mapped;
import centrasage.money.Money;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a journal of what a person asks for, or says all that is wrong with it. An account that Sage does not have becomes the suspense account,
 * as its import would do it by itself.
 */
final class JournalPlanner {
    private static final int LINES_MAX = 200;
    private static final int DECIMALS = 2;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999999.99");

    private final ChartOfAccounts chart;
    private final Mapped<String> suspense;
    private final Optional<String> objection;
    private final List<Proposal.Fault> faults = new ArrayList<>();

    /**
     * @param suspense where amounts go whose account is not there
     * @param objection why Sage's nominal ledger takes nothing of its date; empty where it does, or does not say
     */
    JournalPlanner(ChartOfAccounts chart, Mapped<String> suspense, Optional<String> objection) {
        this.chart = chart;
        this.suspense = suspense;
        this.objection = objection;
    }

    /** @param faults empty where the content can be imported */
    record Planned(Journal.Content content, List<Proposal.Fault> faults) {}

    Planned plan(Proposal proposal) {
        words("narrative", proposal.narrative());
        objection.ifPresent(why -> fault(
                "date",
                proposal.date().toString(),
                "Sage 200's nominal ledger takes nothing of this date: " + why,
                "Choose a date in an open period, or open the period in Sage 200"));
        if (proposal.lines().size() < 2 || proposal.lines().size() > LINES_MAX) {
            fault(
                    "lines",
                    proposal.lines().size() + " lines",
                    "a journal has 2 to " + LINES_MAX,
                    "Add what stands against it, or make several journals that each balance");
        }
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < proposal.lines().size(); i++) {
            lines.add(line("lines[" + i + "].", proposal.lines().get(i), proposal.narrative()));
        }
        if (faults.isEmpty()) {
            balance(lines);
        }
        return new Planned(
                new Journal.Content(proposal.company(), proposal.date(), proposal.about(), proposal.narrative(), lines),
                List.copyOf(faults));
    }

    private JournalLine line(String path, Proposal.Line line, String narrative) {
        words(path + "narrative", line.narrative());
        Money value = value(path, line);
        ChartOfAccounts.Found found = chart.find(line.account()).orElse(null);
        NominalAccount account = found == null ? suspense(path, line.account()) : found.account();
        if (found != null && !found.takesJournals()) {
            fault(
                    path + "nominal",
                    line.account().toString(),
                    "the account is hidden in Sage 200, or takes no journals of people",
                    "Choose another account, or allow manual journals on it in Sage 200");
        }
        return new JournalLine(
                account,
                value,
                line.narrative().isEmpty() ? narrative : line.narrative(),
                found == null ? line.account().toString() : "");
    }

    private NominalAccount suspense(String path, NominalAccount unknown) {
        String what = "Sage 200 has no nominal account with these codes";
        NominalAccount mapped = suspense.map(NominalAccount::parse).match(account -> account, missing -> unknown);
        ChartOfAccounts.Found found = chart.find(mapped).orElse(null);
        if (found == null || !found.takesJournals()) {
            fault(
                    path + "nominal",
                    unknown.toString(),
                    what + ", and "
                            + suspense.match(
                                    account -> "the suspense account " + account
                                            + " of nominals.csv is not there either, or takes no journals",
                                    missing -> "nominals.csv names no suspense account"),
                    "Correct the codes, or map the purpose suspense in nominals.csv to an account that is there");
            return unknown;
        }
        return found.account();
    }

    /** A spreadsheet that opens the file takes for a formula what begins so. */
    private void words(String field, String text) {
        if (text.matches("(?s)[=+@-].*")) {
            fault(field, text, "a spreadsheet takes it for a formula", "Begin with a letter or a digit");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            fault(field, text, "has a line break or another character that cannot be seen", "Write it in one line");
        }
    }

    private Money value(String path, Proposal.Line line) {
        BigDecimal debit = line.debit();
        BigDecimal credit = line.credit();
        Money none = Money.zero(chart.currency());
        if (debit == null && credit != null) {
            return none.minus(amount(path + "credit", credit));
        }
        if (debit != null && credit == null) {
            return amount(path + "debit", debit);
        }
        fault(
                path + "debit",
                shown(debit) + " and credit " + shown(credit),
                "a line has a debit or a credit",
                "Give one of them; a line with both is two lines");
        return none;
    }

    private static String shown(@Nullable BigDecimal amount) {
        return amount == null ? "none" : amount.toPlainString();
    }

    private Money amount(String field, BigDecimal amount) {
        int decimals = Math.min(DECIMALS, chart.currency().getDefaultFractionDigits());
        boolean isExact = amount.stripTrailingZeros().scale() <= decimals;
        if (amount.signum() <= 0 || amount.compareTo(AMOUNT_MAX) > 0 || !isExact) {
            fault(
                    field,
                    amount.toString(),
                    "is no amount of a journal",
                    "Give an amount above 0, up to " + AMOUNT_MAX + ", with at most " + decimals + " decimals, in "
                            + chart.currency().getCurrencyCode());
            return Money.zero(chart.currency());
        }
        return Money.of(amount.stripTrailingZeros(), chart.currency().getCurrencyCode());
    }

    private void balance(List<JournalLine> lines) {
        Money debits =
                lines.stream().map(JournalLine::debit).reduce(Money::plus).orElseThrow();
        Money credits =
                lines.stream().map(JournalLine::credit).reduce(Money::plus).orElseThrow();
        if (!debits.equals(credits)) {
            fault(
                    "lines",
                    "debits " + debits + ", credits " + credits,
                    "they differ by " + debits.minus(credits).abs(),
                    "Make debits and credits the same");
        }
    }

    private void fault(String field, String value, String what, String remedy) {
        faults.add(new Proposal.Fault(field, value, what, remedy));
    }
}
