package centrasage.console.life;

import centrasage.console.words.Moments;
import centrasage.console.words.Sign;
import centrasage.console.words.Signs;
import centrasage.desk.Desk;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts together what happened to one order, oldest first. */
public final class Life {
    private static final Sign RECEIVED =
            new Sign("Received", "inbox", "waiting", "Read from Centra and kept as it came");
    private static final Sign PERSON = new Sign("By a person", "person", "quiet", "Done in this console or by the API");
    private static final Sign TOLD = new Sign("Written back", "link", "posted", "Centra knows the number in Sage 200");
    private static final Sign FOUND = new Sign("Needs you", "warning", "held", "Found while looking after it");

    private final Signs signs;
    private final Moments moments;
    private final List<Event> events = new ArrayList<>();

    public Life(Signs signs, Moments moments) {
        this.signs = signs;
        this.moments = moments;
    }

    /** Every version that came from Centra, in any order. */
    public Life received(List<Staged> versions) {
        versions.forEach(version -> events.add(new Event(
                version.stagedAt(),
                RECEIVED,
                "Centra",
                version.version() == 1 ? "Received from Centra" : "Changed in Centra: version " + version.version(),
                received(version),
                version.text().isPresent() ? "received-" + version.version() : "")));
        return this;
    }

    private List<String> received(Staged version) {
        String changed = "Last changed in Centra " + moments.stamp(version.sourceUpdatedAt());
        if (version.isUnreadable()) {
            return List.of(changed, "It cannot be decrypted with the present key file");
        }
        return version.erased() ? List.of(changed, "Its personal data was erased since") : List.of(changed);
    }

    /**
     * One posting of the order.
     *
     * @param trail its audit rows, oldest first
     * @param attempts its sends, oldest first: the first row that says SENDING is the first of them
     * @param reasons why it is in its present state
     */
    public Life posting(List<AuditEntry> trail, List<Attempt> attempts, List<Reason> reasons) {
        return posting("", trail, attempts, reasons);
    }

    /** As {@link #posting(List, List, List)}, of whichever kind: what belongs to an order says what it is. */
    public Life posting(PostingKey key, List<AuditEntry> trail, List<Attempt> attempts, List<Reason> reasons) {
        return posting(what(key), trail, attempts, reasons);
    }

    /** As {@link #posting(PostingKey, List, List, List)}; its last event leads to what is, or would be, sent for it. */
    public Life posting(Posting posting, List<AuditEntry> trail, List<Attempt> attempts) {
        int before = events.size();
        posting(posting.key(), trail, attempts, posting.reasons());
        if (events.size() > before) {
            int last = events.size() - 1;
            events.set(last, events.get(last).with("sent-" + posting.id()));
        }
        return this;
    }

    private static String what(PostingKey key) {
        return switch (key.kind()) {
            case ORDER -> "";
            case ORDER_CORRECTION -> "Correction of the total: ";
            case ORDER_AMENDMENT -> "Amendment of the order: ";
            case DESPATCH -> "Shipment " + key.sourceKey() + ": ";
            case DESPATCH_TRACKING -> "Tracking of shipment " + key.sourceKey().replaceFirst("/.*", "") + ": ";
            case LEDGER_INVOICE -> "Invoice of shipment " + key.sourceKey() + ": ";
            case RECEIPT -> "Receipt of payment " + key.sourceKey() + ": ";
            case CREDIT_NOTE ->
                "Credit note of " + (PaymentNumber.is(key.sourceKey()) ? "refund " : "return ") + key.sourceKey()
                        + ": ";
            case CUSTOMER_REFUND -> "Refund of payment " + key.sourceKey() + ": ";
            case GIFT_CARD -> "Gift card of payment " + key.sourceKey() + ": ";
            case PENNY_CREDIT -> "Penny credit " + key.sourceKey() + ": ";
            case PENNY_INVOICE -> "Penny invoice " + key.sourceKey() + ": ";
            case ALLOCATION -> "Allocation " + key.sourceKey() + ": ";
            case CURRENCY_TRANSFER -> "Currency transfer " + key.sourceKey() + ": ";
            case SETTLEMENT_CHARGE -> "Settlement charge " + key.sourceKey() + ": ";
            case PAYOUT -> "Payout " + key.sourceKey() + ": ";
            case SUPPLIER_PAYMENT -> "Supplier payment " + key.sourceKey() + ": ";
            case CENTRA_SHIPMENT -> "Despatch " + key.sourceKey() + ", shipment in Centra: ";
            case CENTRA_GOOD_TO_GO -> "Despatch " + key.sourceKey() + ", good to go in Centra: ";
            case CENTRA_CAPTURE -> "Despatch " + key.sourceKey() + ", captured in Centra: ";
            case CENTRA_COMPLETION -> "Despatch " + key.sourceKey() + ", completed in Centra: ";
        };
    }

    private Life posting(String what, List<AuditEntry> trail, List<Attempt> attempts, List<Reason> reasons) {
        List<Step> steps = Step.of(trail, attempts);
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            boolean last = index == steps.size() - 1;
            events.add(step.change()
                    .map(it -> event(what, step, it, last ? reasons : List.of()))
                    .orElseGet(() -> finding(step.entry())));
        }
        return this;
    }

    private Event event(String what, Step step, Change change, List<Reason> reasons) {
        List<String> details = new ArrayList<>();
        if (!change.more().isEmpty()) {
            details.add(
                    sentence(change.more().replaceFirst("^as (?=\\S+$)", what.isEmpty() ? "Sage 200 order " : "As ")));
        }
        reasons.forEach(reason -> details.add(sentence(reason.what())));
        String title = what + change.title();
        Attempt attempt = step.attempt();
        if (attempt != null) {
            title += ", attempt " + attempt.number();
            details.add(answer(attempt));
        }
        if (step.again() > 0) {
            details.add("Tried " + (step.again() == 1 ? "once" : step.again() + " times")
                    + " more since, with the same answer");
        }
        return new Event(step.entry().occurredAt(), signs.posting(change.to()), change.place(), title, details);
    }

    private String answer(Attempt attempt) {
        Instant ended = attempt.endedAt();
        if (ended == null) {
            return "No answer yet";
        }
        long millis = Duration.between(attempt.startedAt(), ended).toMillis();
        String length = millis < 100 ? "at once" : "after " + millis / 1000 + "." + millis % 1000 / 100 + " s";
        return "Answer " + length + ": " + signs.code(attempt.outcome().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    private Event finding(AuditEntry entry) {
        return new Event(entry.occurredAt(), FOUND, "Here", signs.code(entry.action()), List.of(entry.detail()));
    }

    /** What people did about it; what the desk did by itself follows from what is told of the posting. */
    public Life deeds(List<AuditEntry> trail) {
        trail.stream().filter(entry -> !entry.actor().equals(Desk.ITSELF)).forEach(entry -> events.add(deedOf(entry)));
        return this;
    }

    private Event deedOf(AuditEntry entry) {
        List<String> details = List.of(said(entry));
        return switch (entry.action()) {
            case "NUMBER_TOLD" ->
                new Event(entry.occurredAt(), TOLD, "Centra", "Its number in Sage 200 written to Centra", details);
            case "NUMBER_NOT_TOLD" ->
                new Event(entry.occurredAt(), FOUND, "Centra", "Centra would not take its number in Sage 200", details);
            case "INVOICE_SEEN" -> new Event(entry.occurredAt(), TOLD, "Sage 200", "Invoiced", details);
            case "RETURN_CREDITED" ->
                new Event(entry.occurredAt(), TOLD, "Sage 200", "A return of it credited", details);
            case "INVOICE_GONE" ->
                new Event(entry.occurredAt(), FOUND, "Sage 200", "An invoice of it is not there any more", details);
            default -> new Event(entry.occurredAt(), PERSON, entry.actor(), deed(entry), details);
        };
    }

    private String deed(AuditEntry entry) {
        return switch (entry.action()) {
            case "RETRY" -> "Asked to plan it again";
            case "RESOLVED" -> "Resolved its exception";
            case "ASSIGNED" -> "Gave its exception to a person";
            case "NOTED" -> "Wrote a note";
            case "IGNORED" -> "Ignores it for a while";
            case "RETURNED" -> "Opened it again";
            case "ERASED" -> "Erased its personal data";
            default -> signs.code(entry.action());
        };
    }

    private static String said(AuditEntry entry) {
        return Set.of("RESOLVED", "NOTED").contains(entry.action())
                ? "“" + entry.detail() + "”"
                : sentence(entry.detail());
    }

    /** Names of files and settings stay as they are written. */
    private static String sentence(String words) {
        boolean isName = words.matches("\\S+\\.[a-z]\\S*(\\s.*)?");
        return words.isEmpty() || isName ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What happened at the same moment stays in the order in which it was told. */
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }
}
