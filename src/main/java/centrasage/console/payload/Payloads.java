package centrasage.console.payload;

import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.sync.record.Audit;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Commands;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what came and what was sent, one at a time and only when somebody asks. Whoever sees it with the customer's data leaves a row in
 * the audit trail.
 */
@ApplicationScoped
public class Payloads {
    private static final Pattern ASKED = Pattern.compile("(received|sent)-(\\d{1,18})");

    private Staging staging;
    private Postings postings;
    private Commands commands;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Payloads() {}

    @Inject
    public Payloads(Staging staging, Postings postings, Commands commands, Audit audit) {
        this.staging = staging;
        this.postings = postings;
        this.commands = commands;
        this.audit = audit;
    }

    /** Who looks. */
    public record Reader(String name, boolean maySeeCustomers) {}

    /**
     * Of an order; empty where it has no such thing.
     *
     * @param asked {@code received-2} for its second version, {@code sent-77} for what is sent for posting 77
     */
    public Optional<Payload> of(String order, String asked, Reader reader) {
        Matcher parts = ASKED.matcher(asked);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(2));
        Optional<Payload> payload =
                parts.group(1).equals("received") ? received(order, number, reader) : sent(order, number, reader);
        payload.filter(it -> reader.maySeeCustomers() && !it.text().isEmpty())
                .ifPresent(it -> audit.write(
                        reader.name(),
                        "LOOKED_AT_PAYLOAD",
                        "look/" + OrderName.of(order),
                        "with personal data: " + asked));
        return payload;
    }

    private Optional<Payload> received(String order, long version, Reader reader) {
        return version > Integer.MAX_VALUE
                ? Optional.empty()
                : staging.version(new DocumentVersion(OrderName.DOCUMENT, order, (int) version))
                        .map(staged -> received(staged, reader));
    }

    private static Payload received(Staged staged, Reader reader) {
        String why = staged.erased()
                ? "Its personal data was erased, and this with it."
                : "It cannot be decrypted with the present key file.";
        return payload("What Centra sent, version " + staged.version(), staged.text(), why, reader, List.of());
    }

    private Optional<Payload> sent(String order, long postingId, Reader reader) {
        return postings.get(postingId)
                .filter(posting -> posting.order().equals(order))
                .map(posting -> sent(posting, reader));
    }

    private Payload sent(Posting posting, Reader reader) {
        String to = posting.key().kind().side().title();
        String title = (posting.attempts() == 0 ? "What would be sent to " : "What was sent to ") + to;
        return payload(
                title,
                commands.document(posting.id()),
                "Nothing is kept of it: it was not planned to be sent, or its personal data was erased.",
                reader,
                postings.attempts(posting.id()));
    }

    private static Payload payload(
            String title, Optional<String> text, String why, Reader reader, List<Attempt> attempts) {
        String masked =
                text.map(json -> Masked.of(json, reader.maySeeCustomers())).orElse("");
        return new Payload(title, masked, masked.isEmpty() ? why : "", !reader.maySeeCustomers(), attempts);
    }
}
