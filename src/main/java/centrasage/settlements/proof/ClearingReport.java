package centrasage.settlements.proof;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.base.InBase;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells people which clearing banks do not prove, and what has been open in them for too long; and that it is over. */
@ApplicationScoped
class ClearingReport {
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;
    private Event<SettlementFinding.Only> only;

    @SuppressWarnings("NullAway.Init")
    ClearingReport() {}

    @Inject
    ClearingReport(
            Event<SettlementFinding> findings, Event<SettlementFinding.Over> over, Event<SettlementFinding.Only> only) {
        this.only = only;
        this.findings = findings;
        this.over = over;
    }

    /** @param isBaseKnown whether Sage was asked for what it needs in the company's own currency as well */
    @Atomic
    public void told(Clearing bank, boolean isBaseKnown) {
        String subject = subject(bank.company(), bank.bank());
        if (bank.isProven()) {
            over.fire(new SettlementFinding.Over(Kind.CLEARING_DIFFERS, subject));
        } else {
            findings.fire(new SettlementFinding(
                    Kind.CLEARING_DIFFERS,
                    bank.company(),
                    subject,
                    bank.difference().abs(),
                    new Reason("CLEARING_DIFFERS", Owner.FINANCE, what(bank), remedy(bank))));
        }
        if (isBaseKnown) {
            toldInBase(bank, subject);
        }
    }

    private void toldInBase(Clearing bank, String subject) {
        InBase inBase = bank.inBase();
        if (inBase == null || inBase.isProven()) {
            over.fire(new SettlementFinding.Over(Kind.CLEARING_BASE_DIFFERS, subject));
        } else {
            findings.fire(new SettlementFinding(
                    Kind.CLEARING_BASE_DIFFERS,
                    bank.company(),
                    subject,
                    (inBase.isKnown() ? inBase.exchanged() : inBase.difference()).abs(),
                    inBase.isKnown() ? exchanged(bank.bank(), inBase) : differs(bank.bank(), inBase)));
        }
    }

    private static Reason exchanged(String bank, InBase inBase) {
        return new Reason(
                "EXCHANGE_LEFT",
                Owner.FINANCE,
                "Sage 200 holds the clearing bank " + bank + " with " + inBase.ledger() + ", of which "
                        + inBase.exchanged()
                        + " was gained or lost by exchange rates: no receipt or payout is open for it, and nobody has posted it",
                "The next payout of the bank takes it along where rates are stated (settlements.exchange-rate). Else let Sage 200 revalue"
                        + " the bank at the end of the period, then explain the difference (docs/operations/payouts.md)");
    }

    private static Reason differs(String bank, InBase inBase) {
        return new Reason(
                "CLEARING_BASE_DIFFERS",
                Owner.FINANCE,
                whatInBase(bank, inBase),
                "Look for what nobody here has posted in the bank, at what rate, and for a revaluation of it in Sage 200;"
                        + " then explain the difference on the page of the bank (docs/operations/payouts.md). To resolve this explains"
                        + " nothing. It closes itself with the next run of settlement-post once both agree");
    }

    private static String whatInBase(String bank, InBase inBase) {
        String parts = inBase.parts().stream()
                .map(part -> part.amount() + " " + part.kind().words())
                .collect(Collectors.joining(", "));
        return "Sage 200 holds the clearing bank " + bank + " with " + inBase.ledger()
                + ", and what stands in it was booked with "
                + inBase.open() + " (" + (parts.isEmpty() ? "nothing" : parts) + "): a difference of "
                + inBase.difference()
                + (inBase.unknown() == 0
                        ? ""
                        : ". Of " + inBase.unknown()
                                + " receipts and refunds Sage does not say with what it holds them; of opening items you say it, in the"
                                + " column base_value");
    }

    /** What was told of others than these is over: they are no clearing banks any more. */
    @Atomic
    public void only(List<ClearingBook.Name> banks) {
        Set<String> subjects =
                banks.stream().map(bank -> subject(bank.company(), bank.bank())).collect(Collectors.toSet());
        only.fire(new SettlementFinding.Only(Kind.CLEARING_DIFFERS, "", subjects));
        only.fire(new SettlementFinding.Only(Kind.CLEARING_BASE_DIFFERS, "", subjects));
        only.fire(new SettlementFinding.Only(
                Kind.NEVER_PAID_OUT,
                "",
                banks.stream()
                        .map(bank -> subject(bank.company(), bank.bank()) + "/" + bank.currency())
                        .collect(Collectors.toSet())));
    }

    private static String lateSubject(ClearingEntries.Sum sum) {
        return lateSubject(sum.company(), sum.bank(), sum.amount());
    }

    /** A bank of which somebody has mapped entries in two currencies is told of each. */
    private static String lateSubject(String company, String bank, Money amount) {
        return subject(company, bank) + "/" + amount.currency().getCurrencyCode();
    }

    private static String subject(String company, String bank) {
        return company + "/" + bank;
    }

    private static String what(Clearing bank) {
        String open = bank.parts().stream()
                .map(part -> part.amount() + " " + part.kind().words())
                .collect(Collectors.joining(", "));
        return bank.ledger() == null
                ? "Sage 200 company " + bank.company() + " has no bank " + bank.bank() + ", in which " + bank.open()
                        + " should be open"
                : "The clearing bank " + bank.bank() + " holds " + bank.ledger() + " in Sage 200, and " + bank.open()
                        + " is open in it (" + (open.isEmpty() ? "nothing" : open) + "): a difference of "
                        + bank.difference();
    }

    private static String remedy(Clearing bank) {
        return bank.ledger() == null
                ? "Create the bank in Sage 200, or correct gateways.csv and settlement.csv"
                : "Look in the bank " + bank.bank()
                        + " for what nobody here has posted: an entry by hand, a receipt from before the cut-over"
                        + " (opening-items.csv), or one that is not there any more. It closes itself once both agree";
    }

    /**
     * @param banks all of them
     * @param late what has been open for so long
     * @param since the day on which providers should have paid out what is from that day or before
     */
    @Atomic
    public void late(List<Clearing> banks, List<ClearingEntries.Sum> late, LocalDate since) {
        Map<String, List<ClearingEntries.Sum>> bySubject =
                late.stream().collect(Collectors.groupingBy(ClearingReport::lateSubject));
        for (Clearing bank : banks) {
            String subject = lateSubject(bank.company(), bank.bank(), bank.open());
            List<ClearingEntries.Sum> sums = bySubject.getOrDefault(subject, List.of());
            if (sums.isEmpty()) {
                over.fire(new SettlementFinding.Over(Kind.NEVER_PAID_OUT, subject));
            } else {
                late(subject, sums, since);
            }
        }
    }

    private void late(String subject, List<ClearingEntries.Sum> sums, LocalDate since) {
        Money amount = sums.stream()
                .map(ClearingEntries.Sum::amount)
                .reduce(Money::plus)
                .orElseThrow();
        LocalDate oldest = sums.stream()
                .map(ClearingEntries.Sum::oldest)
                .min(LocalDate::compareTo)
                .orElseThrow();
        long entries = sums.stream().mapToLong(ClearingEntries.Sum::entries).sum();
        findings.fire(new SettlementFinding(
                Kind.NEVER_PAID_OUT,
                sums.get(0).company(),
                subject,
                amount,
                new Reason(
                        "NEVER_PAID_OUT",
                        Owner.FINANCE,
                        entries + " receipts and refunds in the clearing bank "
                                + sums.get(0).bank() + ", "
                                + amount + " in all, are of " + since
                                + " or before, the oldest of " + oldest + ", and no file of the provider has them",
                        "Ask the provider for the missing file or payout; where it was paid to another account or before the cut-over,"
                                + " enter that in Sage 200 and explain the entries (docs/operations/payouts.md)")));
    }
}
