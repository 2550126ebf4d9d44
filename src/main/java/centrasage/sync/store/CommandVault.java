package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Marks;
import centrasage.sync.posting.Printed;
import centrasage.sync.posting.Unanswered;
import centrasage.sync.vault.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The documents of commands hold addresses: they are stored under the key of their order. What follows from a posted document holds
 * none, and is stored as it is: it is not gone when a person is erased.
 */
@ApplicationScoped
class CommandVault {
    private static final Logger LOG = Logger.getLogger(CommandVault.class.getName());

    private PersonalData personalData;

    @SuppressWarnings("NullAway.Init")
    CommandVault() {}

    @Inject
    CommandVault(PersonalData personalData) {
        this.personalData = personalData;
    }

    byte[] seal(Command command) {
        return isOfNobody(command.key()) ? command.document().getBytes(StandardCharsets.UTF_8) : sealed(command);
    }

    /** What holds nothing of a person is kept as it is, and outlives all of them. */
    private static boolean isOfNobody(PostingKey key) {
        return key.kind().follows() || key.kind().isOfSettlement();
    }

    /** Null where the person was erased. */
    byte @Nullable [] sealUnlessErased(Command command) {
        return personalData
                .encrypt(OrderName.ofObject(command.object()), command.document())
                .orElse(null);
    }

    private byte[] sealed(Command command) {
        return personalData
                .encrypt(OrderName.ofObject(command.object()), command.document())
                .orElseThrow(() -> new IllegalStateException(command.object() + " was erased and cannot be planned"));
    }

    /** Unknown once the person was erased. */
    Marks marks(String object, Printed printed) {
        return Marks.of(printed, text -> personalData.mark(OrderName.ofObject(object), text));
    }

    /**
     * A posting in the hands of a worker, with its command in clear.
     *
     * @param queued its row in the queue; null where it has none any more
     */
    Claimed claimed(PostingRow row, String holder, @Nullable QueueRow queued, Unanswered unanswered) {
        Instant doubtSince = row.state() == PostingState.IN_DOUBT ? row.since() : null;
        return new Claimed(
                row.id(),
                holder,
                open(row),
                row.state(),
                row.planNumber(),
                row.attempts(),
                queued == null ? 0 : queued.looks(),
                row.everInDoubt(),
                unanswered,
                doubtSince,
                row.targetNumber(),
                row.priority(),
                row.readBefore(),
                queued == null ? null : queued.block());
    }

    /** The command in clear; {@link Command#ERASED} where it is gone. */
    Command open(PostingRow row) {
        byte[] sealed = row.command();
        if (sealed == null && row.state().isUnfinished()) {
            throw new IllegalStateException("posting " + row.id() + " is queued without a command");
        }
        String document = sealed == null ? Command.ERASED : document(row, sealed);
        String fingerprint = row.fingerprint();
        return new Command(
                row.key(),
                row.object(),
                row.amount(),
                row.vat(),
                row.businessDate(),
                fingerprint == null ? "" : fingerprint,
                document);
    }

    /** One that cannot be opened is treated as erased: it is never sent, and keeps nobody else waiting. */
    private String document(PostingRow row, byte[] sealed) {
        if (isOfNobody(row.key())) {
            return new String(sealed, StandardCharsets.UTF_8);
        }
        try {
            return personalData
                    .decrypt(OrderName.ofObject(row.object()), sealed)
                    .orElse(Command.ERASED);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the command of posting " + row.id() + " cannot be opened");
            return Command.ERASED;
        }
    }
}
